/* What people name on the command line: workbooks, editions of them, reports in XML. */

#include "config.h"

#include "luotain-comparison-private.h"

#include "luotain-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *path;
  char *edition; /* (nullable) */
  LuotainStore *store; /* (nullable) */
} Place;

static void
place_clear (Place *place)
{
  g_free (place->path);
  g_free (place->edition);
  g_clear_object (&place->store);
}

static gboolean
exists (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_query_exists (file, NULL);
}

/* A file may have a # in its name: what exists under the longest name is meant. */
static void
parse_place (const char *text, Place *place)
{
  place->path = g_strdup (text);

  for (const char *mark = text + strlen (text); mark > text && !exists (place->path);)
    {
      mark = g_strrstr_len (text, mark - text, "#");

      if (mark == NULL || mark == text)
        break;

      g_free (place->path);
      g_free (place->edition);
      place->path = g_strndup (text, mark - text);
      place->edition = g_strdup (mark + 1);
    }

  if (place->edition != NULL && !exists (place->path))
    {
      g_free (place->path);
      g_clear_pointer (&place->edition, g_free);
      place->path = g_strdup (text);
    }
}

static gboolean
open_place (Place *place, const LuotainModel *model, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (place->path);

  if (place->edition == NULL && !g_str_has_suffix (place->path, ".luotain"))
    return TRUE;

  place->store = luotain_store_open (file, model, LUOTAIN_OPEN_READ, error);
  return place->store != NULL;
}

static LuotainSnapshot *
make_snapshot (const Place *place, const LuotainModel *model)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (place->path);

  return place->store != NULL ? luotain_snapshot_new_of_store (place->store, place->edition)
                              : luotain_snapshot_new_of_file (file, place->path, model);
}

static LuotainComparison *
compare_places (const Place *before, const Place *after, const LuotainModel *model,
                const LuotainLanguage *language, GError **error)
{
  g_autoptr (LuotainSnapshot) a = make_snapshot (before, model);
  g_autoptr (LuotainSnapshot) b = make_snapshot (after, model);
  LuotainComparison *result = luotain_comparison_of_snapshots (a, b, before->edition == NULL, language,
                                                               error);

  if (result != NULL && result->before.name == NULL)
    result->before.name = g_strdup (before->path);

  if (result != NULL && result->after.name == NULL)
    result->after.name = g_strdup (after->path);

  return result;
}

LuotainComparison *
luotain_comparison_of_files (const char *before, const char *after, const LuotainModel *model,
                             const char *language, GError **error)
{
  Place a = { NULL }, b = { NULL };
  LuotainLanguage told;
  LuotainComparison *result = NULL;

  parse_place (before, &a);
  parse_place (after, &b);

  if (open_place (&a, model, error) && open_place (&b, model, error))
    result = compare_places (&a, &b, model,
                             language != NULL && luotain_language_parse (language, &told) ? &told : NULL,
                             error);

  place_clear (&a);
  place_clear (&b);
  return result;
}
