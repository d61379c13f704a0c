#include "config.h"

#include "luotain-choices.h"
#include "luotain-record-io.h"
#include "luotain-sector.h"
#include "luotain-session-list.h"

static char *
key_of (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

gint64
luotain_choices_get_id (const char *key)
{
  return key != NULL ? g_ascii_strtoll (key, NULL, 10) : 0;
}

void
luotain_choices_set_chosen (LuotainChoiceButton *button, gint64 id, const char *label)
{
  g_autofree char *key = id != 0 ? key_of (id) : NULL;

  luotain_choice_button_set_chosen (button, key, label);
}

void
luotain_choices_add (LuotainChoiceButton *button, gint64 id, const char *label)
{
  g_autofree char *key = key_of (id);

  luotain_choice_button_add_choice (button, key, label != NULL ? label : "–");
}

void
luotain_choices_offer_words (LuotainChoiceButton *button, LuotainContext *context, const char *vocabulary)
{
  LuotainWordList *words = luotain_context_get_words (context);
  const char *const *keys = luotain_word_list_keys (words, vocabulary);

  luotain_choice_button_begin_choices (button);
  for (guint i = 0; keys[i] != NULL; i++)
    luotain_choice_button_add_choice (button, keys[i], luotain_word_list_title (words, vocabulary, keys[i]));
  luotain_choice_button_end_choices (button);
}

/* A record that can be chosen. */
typedef struct
{
  gint64 id;
  char *title; /* (nullable) */
} Offer;

static void
offer_free (gpointer data)
{
  g_free (((Offer *) data)->title);
  g_free (data);
}

static void
add_offer (GPtrArray *offers, gint64 id, const char *title)
{
  Offer *offer = g_new (Offer, 1);

  *offer = (Offer){ id, g_strdup (title) };
  g_ptr_array_add (offers, offer);
}

static gboolean
load_sectors (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainSessionsQuestion *question = data;
  g_autoptr (GPtrArray) sectors = luotain_record_list (db, &luotain_sector_type, 0, error);
  GPtrArray *offers;

  if (sectors == NULL)
    return FALSE;

  offers = g_ptr_array_new_with_free_func (offer_free);
  for (guint i = 0; i < sectors->len; i++)
    add_offer (offers, ((LuotainRecord *) sectors->pdata[i])->id,
               luotain_record_title (&luotain_sector_type, sectors->pdata[i], question->language));

  *result = offers;
  return TRUE;
}

static gboolean
load_sessions (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *offers;

  if (!luotain_sessions_load (db, data, (gpointer *) &rows, error))
    return FALSE;

  offers = g_ptr_array_new_with_free_func (offer_free);
  for (guint i = 0; i < rows->len; i++)
    add_offer (offers, ((LuotainSessionRow *) rows->pdata[i])->id,
               ((LuotainSessionRow *) rows->pdata[i])->title);

  *result = offers;
  return TRUE;
}

static void
read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainChoiceButton *button = LUOTAIN_CHOICE_BUTTON (owner);
  g_autoptr (GPtrArray) offers = result;

  if (!success)
    return;

  luotain_choice_button_begin_choices (button);
  for (guint i = 0; i < offers->len; i++)
    luotain_choices_add (button, ((Offer *) offers->pdata[i])->id, ((Offer *) offers->pdata[i])->title);
  luotain_choice_button_end_choices (button);
}

static void
offer (LuotainChoiceButton *button, LuotainContext *context, LuotainJob job, gint64 sector)
{
  const LuotainSessionsQuestion question = { sector, luotain_context_get_language (context) };

  luotain_context_read (context, job, g_memdup2 (&question, sizeof question), g_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, read_cb, button);
}

void
luotain_choices_offer_sectors (LuotainChoiceButton *button, LuotainContext *context)
{
  offer (button, context, load_sectors, 0);
}

void
luotain_choices_offer_sessions (LuotainChoiceButton *button, LuotainContext *context, gint64 sector)
{
  offer (button, context, load_sessions, sector);
}
