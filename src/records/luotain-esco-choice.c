#include "luotain-esco-choice.h"

#include "luotain-competence.h"
#include "luotain-external-identifier.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"
#include "luotain-text.h"

#include <string.h>

static void
translated_copy (LuotainTranslated *to, const LuotainTranslated *from)
{
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      g_free (to->text[i]);
      to->text[i] = g_strdup (from->text[i]);
    }
}

LuotainEscoChoice *
luotain_esco_choice_new (const LuotainEscoConcept *concept, GPtrArray *texts)
{
  LuotainEscoChoice *self = g_new0 (LuotainEscoChoice, 1);
  LuotainLanguage language;

  self->uri = g_strdup (concept->uri);
  self->version = g_strdup (concept->version);
  for (guint i = 0; i < texts->len; i++)
    {
      const LuotainEscoText *text = texts->pdata[i];

      if (!luotain_language_parse (text->language, &language))
        continue;

      self->title.text[language] = g_strdup (text->title);
      self->description.text[language] = g_strdup (text->description);
    }

  /* A catalogue in German alone still names what it is. */
  if (luotain_translated_get (&self->title, LUOTAIN_EN) == NULL)
    self->title.text[LUOTAIN_EN] = g_strdup (concept->title);
  return self;
}

LuotainEscoChoice *
luotain_esco_choice_copy (const LuotainEscoChoice *self)
{
  LuotainEscoChoice *copy = g_new0 (LuotainEscoChoice, 1);

  copy->uri = g_strdup (self->uri);
  copy->version = g_strdup (self->version);
  translated_copy (&copy->title, &self->title);
  translated_copy (&copy->description, &self->description);
  return copy;
}

void
luotain_esco_choice_free (LuotainEscoChoice *self)
{
  static const LuotainTranslated nothing = { { NULL } };

  if (self == NULL)
    return;

  translated_copy (&self->title, &nothing);
  translated_copy (&self->description, &nothing);
  g_free (self->uri);
  g_free (self->version);
  g_free (self);
}

LuotainEscoLink *
luotain_esco_link_new (gint64 competence, const LuotainEscoChoice *choice)
{
  LuotainEscoLink *self = g_new0 (LuotainEscoLink, 1);

  self->competence = competence;
  self->choice = luotain_esco_choice_copy (choice);
  return self;
}

void
luotain_esco_link_free (LuotainEscoLink *self)
{
  if (self == NULL)
    return;

  luotain_esco_choice_free (self->choice);
  g_free (self);
}

/* ---- finding ---- */

static gboolean
find_linked (LuotainDb *db, const char *uri, gint64 *competence, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT MIN(r.owner) FROM external_identifier i JOIN record r ON r.id = i.id"
      " WHERE i.scheme = 'esco' AND i.uri = ?1",
      error);

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_text (statement, 1, uri);
  if (luotain_statement_step (statement, error) != LUOTAIN_STEP_ROW)
    return FALSE;

  *competence = luotain_statement_get_id (statement, 0);
  return TRUE;
}

/* The same name in the same language, letter case aside, and not yet something else of ESCO. */
static gboolean
find_named (LuotainDb *db, const LuotainTranslated *title, gint64 *competence, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT c.id FROM competence c WHERE (fold (c.title_fi) = ?1 OR fold (c.title_sv) = ?2 OR fold (c.title_en) = ?3)"
      " AND NOT EXISTS (SELECT 1 FROM external_identifier i JOIN record r ON r.id = i.id"
      "                 WHERE r.owner = c.id AND i.scheme = 'esco') ORDER BY c.id LIMIT 1",
      error);
  char *folded[LUOTAIN_N_LANGUAGES] = { NULL };
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    {
      folded[i] = title->text[i] != NULL ? luotain_text_fold (title->text[i]) : NULL;
      luotain_statement_bind_text (statement, (int) i + 1, folded[i]);
    }

  step = luotain_statement_step (statement, error);
  *competence = step == LUOTAIN_STEP_ROW ? luotain_statement_get_id (statement, 0) : 0;
  luotain_statement_reset (statement);
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    g_free (folded[i]);
  return step != LUOTAIN_STEP_ERROR;
}

/* ---- writing ---- */

static gboolean
add_identifier (LuotainDb *db, gint64 competence, const LuotainEscoChoice *choice, GError **error)
{
  LuotainExternalIdentifier *identifier = luotain_record_new (&luotain_external_identifier_type);
  gboolean ok;

  identifier->record.owner = competence;
  identifier->scheme = g_strdup ("esco");
  identifier->uri = g_strdup (choice->uri);
  identifier->version = g_strdup (choice->version);
  ok = luotain_record_insert (db, &luotain_external_identifier_type, identifier, error);
  luotain_record_destroy (identifier);
  return ok;
}

static gboolean
make_competence (LuotainDb *db, const LuotainEscoChoice *choice, const char *group, gint64 *competence,
                 GError **error)
{
  LuotainCompetence *made = luotain_record_new (&luotain_competence_type);
  gboolean ok;

  translated_copy (&made->title, &choice->title);
  translated_copy (&made->description, &choice->description);
  made->group = g_strdup (group);
  ok = luotain_record_insert (db, &luotain_competence_type, made, error);
  *competence = made->record.id;
  luotain_record_destroy (made);
  return ok;
}

gboolean
luotain_esco_choice_ensure (LuotainDb *db, const LuotainEscoChoice *choice, const char *group,
                            gint64 *competence, GError **error)
{
  if (!find_linked (db, choice->uri, competence, error))
    return FALSE;

  if (*competence != 0)
    return TRUE;

  return find_named (db, &choice->title, competence, error)
         && (*competence != 0 || make_competence (db, choice, group, competence, error))
         && add_identifier (db, *competence, choice, error);
}

gboolean
luotain_esco_link_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainEscoLink *link = data;
  g_autoptr (GPtrArray) identifiers = luotain_record_list (db, &luotain_external_identifier_type,
                                                           link->competence, error);

  if (identifiers == NULL)
    return FALSE;

  luotain_db_set_detail (db, luotain_translated_get (&link->choice->title, luotain_language_of_locale ()));
  for (guint i = 0; i < identifiers->len; i++)
    {
      LuotainExternalIdentifier *identifier = identifiers->pdata[i];

      if (g_strcmp0 (identifier->uri, link->choice->uri) != 0)
        continue;

      g_free (identifier->version);
      identifier->version = g_strdup (link->choice->version);
      return luotain_record_update (db, &luotain_external_identifier_type, identifier, error);
    }

  return add_identifier (db, link->competence, link->choice, error);
}
