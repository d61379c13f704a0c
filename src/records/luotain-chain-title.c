#include "config.h"

#include "luotain-chain.h"

#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-text.h"
#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>

#define PASSAGE_CHARACTERS 60

/* Having no such link is no error, and @title is NULL then. */
static gboolean
read_title_of_linked (LuotainDb *db, gint64 id, const char *role, LuotainLanguage language, char **title,
                      GError **error)
{
  gint64 target;

  if (!luotain_link_get_only (db, id, role, &target, error))
    return FALSE;

  *title = target != 0 ? luotain_chain_title (db, target, language, error) : NULL;
  return target == 0 || *title != NULL;
}

static char *
title_of_entry (LuotainDb *db, gint64 id, LuotainLanguage language, GError **error)
{
  g_autofree char *competence = NULL;
  g_autofree char *level = NULL;

  if (!read_title_of_linked (db, id, "competence", language, &competence, error)
      || !read_title_of_linked (db, id, "job-title", language, &level, error)
      || (level == NULL && !read_title_of_linked (db, id, "role-level", language, &level, error)))
    return NULL;

  if (competence == NULL)
    competence = g_strdup (_ ("Entry without competence"));

  return level != NULL ? g_strdup_printf ("%s · %s", competence, level) : g_steal_pointer (&competence);
}

static char *
title_of_profile (LuotainDb *db, const LuotainProfile *profile, LuotainLanguage language, GError **error)
{
  g_autofree char *scenario = NULL;

  if (!read_title_of_linked (db, profile->record.id, "scenario", language, &scenario, error))
    return NULL;

  if (scenario == NULL)
    scenario = g_strdup (_ ("Profile without scenario"));

  if (profile->target_year == LUOTAIN_NUMBER_UNSET)
    return g_steal_pointer (&scenario);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, scenario, profile->target_year);
}

char *
luotain_chain_title (LuotainDb *db, gint64 id, LuotainLanguage language, GError **error)
{
  const LuotainRecordType *type = luotain_record_type_of (db, id, error);
  gpointer record;
  const char *title;
  gboolean derived;
  char *shown;

  if (type == NULL)
    return NULL;

  if (type == &luotain_profile_entry_type)
    return title_of_entry (db, id, language, error);

  record = luotain_record_load (db, type, id, error);

  if (record == NULL)
    return NULL;

  title = luotain_record_title (type, record, language);

  derived = type == &luotain_profile_type
            && !luotain_field_is_set (luotain_record_type_field (type, "title", NULL), record);
  if (derived)
    shown = title_of_profile (db, record, language, error);
  else if (type == &luotain_passage_type)
    shown = luotain_text_excerpt (title, PASSAGE_CHARACTERS);
  else
    shown = g_strdup (title);

  luotain_record_free (type, record);

  /* A change of kind without a reason: there is always something to call it. */
  return shown != NULL || derived ? shown : g_strdup (_ (type->label));
}
