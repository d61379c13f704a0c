#include "config.h"

#include "luotain-edition.h"

#include "luotain-addendum.h"
#include "luotain-date.h"
#include "luotain-edit.h"
#include "luotain-id.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-store-error.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_NAME 200

void
luotain_edition_free (LuotainEdition *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->header);
  g_free (self->footer);
  g_free (self);
}

char *
luotain_edition_id_string (const LuotainEdition *self)
{
  return luotain_id_to_string ("edition", self->id);
}

char *
luotain_edition_hash_string (const LuotainEdition *self)
{
  GString *text = g_string_sized_new (2 * LUOTAIN_EDITION_DIGEST);

  for (guint i = 0; i < LUOTAIN_EDITION_DIGEST; i++)
    g_string_append_printf (text, "%02x", self->digest[i]);

  return g_string_free (text, FALSE);
}

/* Names are compared and shown: what another program wrote into the workbook is made fit for that. */
static LuotainEdition *
read_edition (LuotainStatement *statement)
{
  LuotainEdition *edition = g_new0 (LuotainEdition, 1);
  gsize length;
  gconstpointer digest = luotain_statement_get_bytes (statement, 3, &length);

  edition->id = luotain_statement_get_id (statement, 0);
  edition->name = luotain_text_normalize (luotain_statement_get_text (statement, 1), -1,
                                          LUOTAIN_TEXT_DROP | LUOTAIN_TEXT_SINGLE_LINE, NULL, NULL);
  edition->frozen = luotain_statement_get_int (statement, 2);

  if (edition->name == NULL)
    edition->name = luotain_edition_id_string (edition);

  if (digest != NULL)
    memcpy (edition->digest, digest, MIN (length, LUOTAIN_EDITION_DIGEST));

  edition->length = luotain_statement_get_int (statement, 4);
  edition->header = luotain_statement_dup_text (statement, 5);
  edition->footer = luotain_statement_dup_text (statement, 6);
  edition->removed = luotain_statement_get_id (statement, 7);
  return edition;
}

/* The written id of an edition is made here, so the number of its addenda is asked for one by one. */
static gboolean
count_addenda (LuotainDb *db, LuotainEdition *edition, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT count (*) FROM addendum WHERE edition = ?1", error);
  g_autofree char *id = luotain_edition_id_string (edition);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, id);

  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  edition->n_addenda = luotain_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
count_all_addenda (LuotainDb *db, GPtrArray *editions, GError **error)
{
  for (guint i = 0; i < editions->len; i++)
    if (!count_addenda (db, editions->pdata[i], error))
      return FALSE;

  return TRUE;
}

#define EDITION_SQL "SELECT id, name, frozen, hash, length, header, footer, removed FROM edition"

static gboolean
read_editions (LuotainDb *db, GPtrArray *editions, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db,
                                                               EDITION_SQL " ORDER BY frozen DESC, id DESC",
                                                               error);
  LuotainStep step = LUOTAIN_STEP_ERROR;

  while (statement != NULL && (step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    g_ptr_array_add (editions, read_edition (statement));

  return step == LUOTAIN_STEP_DONE;
}

GPtrArray *
luotain_edition_list (LuotainDb *db, GError **error)
{
  g_autoptr (GPtrArray) editions = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_edition_free);

  if (!read_editions (db, editions, error) || !count_all_addenda (db, editions, error))
    return NULL;

  return g_steal_pointer (&editions);
}

/* There are few: looking through all of them keeps one way of reading. */
LuotainEdition *
luotain_edition_find (LuotainDb *db, const char *name, GError **error)
{
  g_autoptr (GPtrArray) editions = luotain_edition_list (db, error);
  g_autofree char *type = NULL;
  const gint64 id = luotain_id_parse (name, &type);

  if (editions == NULL)
    return NULL;

  for (guint i = 0; i < editions->len; i++)
    {
      const LuotainEdition *edition = editions->pdata[i];

      if (strcmp (edition->name, name) == 0 || (edition->id == id && g_strcmp0 (type, "edition") == 0))
        return g_ptr_array_steal_index (editions, i);
    }

  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND,
               _ ("There is no edition “%s” in the workbook."), name);
  return NULL;
}

char *
luotain_edition_check_name (LuotainDb *db, const char *text, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = luotain_text_normalize (text, -1, LUOTAIN_TEXT_SINGLE_LINE, NULL, &local_error);
  g_autoptr (LuotainEdition) other = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (name == NULL || g_utf8_strlen (name, -1) > LONGEST_NAME)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("An edition needs a name of at most %d characters."), LONGEST_NAME);
      return NULL;
    }

  other = luotain_edition_find (db, name, &local_error);

  if (other != NULL)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("There is an edition “%s” already. Choose another name: editions are never replaced."),
                   name);
      return NULL;
    }

  if (g_error_matches (local_error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND))
    return g_steal_pointer (&name);

  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
luotain_edition_insert (LuotainDb *db, LuotainEdition *edition, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "INSERT INTO edition (id, name, frozen, hash, length, header, footer) VALUES (?1, ?2, ?3, x'', 0, ?4, "
      "?5)",
      error);

  if (statement == NULL)
    return FALSE;

  edition->id = luotain_id_new ();
  edition->frozen = luotain_time_now ();
  luotain_statement_bind_id (statement, 1, edition->id);
  luotain_statement_bind_text (statement, 2, edition->name);
  luotain_statement_bind_int (statement, 3, edition->frozen);
  luotain_statement_bind_text (statement, 4, edition->header);
  luotain_statement_bind_text (statement, 5, edition->footer);
  return luotain_statement_run (statement, error);
}

gboolean
luotain_edition_seal (LuotainDb *db, const LuotainEdition *edition, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "UPDATE edition SET hash = ?2, length = ?3 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, edition->id);
  luotain_statement_bind_bytes (statement, 2, edition->digest, LUOTAIN_EDITION_DIGEST);
  luotain_statement_bind_int (statement, 3, edition->length);

  if (!luotain_statement_run (statement, error))
    return FALSE;

  luotain_db_note_change (db, "edition", edition->id);
  return TRUE;
}

gboolean
luotain_edition_mentions (LuotainDb *db, const char *id, gboolean *mentions, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db, "SELECT 1 FROM edition_content WHERE instr (xml, ?1) > 0 LIMIT 1", error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_bytes (statement, 1, id, strlen (id));
  step = luotain_statement_step (statement, error);
  *mentions = step == LUOTAIN_STEP_ROW;
  return step != LUOTAIN_STEP_ERROR;
}

/* ---- addenda ---- */

static gboolean
fill_addendum (LuotainDb *db, const LuotainNewAddendum *new_addendum, const LuotainEdition *edition,
               LuotainAddendum *addendum, GError **error)
{
  g_autofree char *column = new_addendum->language == NULL
                                ? g_strdup ("text")
                                : g_strconcat ("text_", new_addendum->language, NULL);

  addendum->dated_on = luotain_date_today ();
  addendum->edition = luotain_edition_id_string (edition);
  addendum->hash = luotain_edition_hash_string (edition);
  return luotain_edit_fill (db, &luotain_addendum_type, addendum, column, new_addendum->text, FALSE, error)
         && luotain_record_insert (db, &luotain_addendum_type, addendum, error);
}

gboolean
luotain_edition_add_addendum (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainNewAddendum *new_addendum = data;
  g_autoptr (LuotainEdition) edition = luotain_edition_find (db, new_addendum->edition, error);
  LuotainAddendum *addendum;
  gint64 id;
  gboolean ok;

  if (edition == NULL)
    return FALSE;

  addendum = luotain_record_new (&luotain_addendum_type);
  ok = fill_addendum (db, new_addendum, edition, addendum, error);
  id = addendum->record.id;
  luotain_record_destroy (addendum);

  if (!ok || (new_addendum->about != 0 && !luotain_edit_link (db, id, "about", new_addendum->about, error)))
    return FALSE;

  luotain_db_set_detail (db, edition->name);

  if (result != NULL)
    *result = g_memdup2 (&id, sizeof id);

  return TRUE;
}

static gint
compare_addenda (gconstpointer a, gconstpointer b)
{
  const LuotainAddendum *x = *(LuotainAddendum *const *) a, *y = *(LuotainAddendum *const *) b;
  const int by_date = g_strcmp0 (x->dated_on, y->dated_on);

  return by_date != 0 ? by_date : (x->record.id > y->record.id) - (x->record.id < y->record.id);
}

GPtrArray *
luotain_edition_addenda (LuotainDb *db, const LuotainEdition *edition, GError **error)
{
  g_autoptr (GPtrArray) addenda = luotain_record_list (db, &luotain_addendum_type, 0, error);
  g_autofree char *id = luotain_edition_id_string (edition);

  if (addenda == NULL)
    return NULL;

  for (guint i = addenda->len; i > 0; i--)
    if (g_strcmp0 (((LuotainAddendum *) addenda->pdata[i - 1])->edition, id) != 0)
      g_ptr_array_remove_index (addenda, i - 1);

  g_ptr_array_sort (addenda, compare_addenda);
  return g_steal_pointer (&addenda);
}
