/* Packages of ESCO into the catalogue, and what is found in it: a cut of a real package, and traps. */
#include "luotain-esco-package.h"
#include "luotain-esco.h"
#include "luotain-exchange-error.h"
#include "luotain-store-error.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define SKILLS_HEAD \
  "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description\n"
#define URI(id) "http://data.europa.eu/esco/skill/" id

typedef struct
{
  char *folder;
  char *package;
  char *catalogue;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  (void) data;
  fixture->folder = g_dir_make_tmp ("luotain-esco-XXXXXX", NULL);
  fixture->package = g_build_filename (fixture->folder, "ESCO dataset - v1.2.0 - classification - csv", NULL);
  fixture->catalogue = g_build_filename (fixture->folder, "data", "esco.sqlite", NULL);
  g_assert_cmpint (g_mkdir (fixture->package, 0700), ==, 0);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void) data;
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->package);
  g_free (fixture->catalogue);
}

static void
write_table (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->package, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
import (Fixture *fixture, const char *path, char **notes, GError **error)
{
  g_auto (LuotainEscoImport) job = { .path = path, .catalogue = fixture->catalogue };
  const gboolean ok = luotain_esco_import_run (&job, NULL, error);

  if (notes != NULL && job.notes != NULL)
    {
      g_ptr_array_add (job.notes, NULL);
      *notes = g_strjoinv ("\n", (char **) job.notes->pdata);
    }
  return ok;
}

static void
assert_import (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;

  import (fixture, path, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, const char *wanted)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (import (fixture, fixture->package, NULL, &error));
  g_assert_error (error, LUOTAIN_EXCHANGE_ERROR, LUOTAIN_EXCHANGE_ERROR_INPUT);
  if (strstr (error->message, wanted) == NULL)
    g_error ("“%s” is not in “%s”", wanted, error->message);
}

static char *
real_package (void)
{
  return g_test_build_filename (G_TEST_DIST, "data", "esco", "v1.1.1", NULL);
}

/* Titles of what is found, with the other name it was found by, a bar between. */
static char *
search (Fixture *fixture, const char *text, const char *language)
{
  const char *const languages[] = { language, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LuotainEsco) esco = luotain_esco_open (fixture->catalogue, &error);
  g_autoptr (GPtrArray) found = NULL;
  GString *titles = g_string_new (NULL);

  g_assert_no_error (error);
  found = luotain_esco_search (esco, text, language != NULL ? languages : NULL, 20, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const LuotainEscoConcept *concept = found->pdata[i];

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", concept->title);
      if (concept->matched != NULL)
        g_string_append_printf (titles, " (%s)", concept->matched);
    }
  return g_string_free (titles, FALSE);
}

static void
assert_found (Fixture *fixture, const char *text, const char *language, const char *wanted)
{
  g_autofree char *titles = search (fixture, text, language);

  g_assert_cmpstr (titles, ==, wanted);
}

/* ---- the real package ---- */

static void
test_real (Fixture *fixture, gconstpointer data)
{
  g_autofree char *package = real_package ();
  g_auto (LuotainEscoImport) job = { .path = package, .catalogue = fixture->catalogue };
  g_autoptr (GError) error = NULL;

  (void) data;
  luotain_esco_import_run (&job, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (job.found_version, ==, "1.1.1");
  g_assert_cmpuint (job.n_occupations, ==, 9);
  g_assert_cmpuint (job.n_skills, >=, 46);
  g_assert_cmpuint (g_strv_length (job.languages), ==, 3);
  g_assert_cmpint (job.permille, >, 900);

  assert_found (fixture, "lea", "en",
                "lead a team|lead others|leading others|manage tourist groups (lead leisure group tours)");
  assert_found (fixture, "tea lea", "en", "lead a team|lead others");
  assert_found (fixture, "TEAMS", "en", "lead a team (lead teams)");
  assert_found (fixture, "arc", "en", "architecture and construction|apply arc welding techniques");
  assert_found (
      fixture, "valok", "fi",
      "valokuvaus|asentaa valokuvauslaitteet|käyttää valokuvausvälineitä|testata valokuvausvälineitä|"
      "valita valokuvat|valita valokuvausvälineet");
  assert_found (fixture, "foto", "sv",
                "fotografi|använda fotoutrustning|sätta upp fotoutrustning|testa fotoutrustning|"
                "underhålla fotoutrustning|välja fotoutrustning|välja ut foton");
  assert_found (fixture, "xyzzy", NULL, "");
  assert_found (fixture, "  ,;  ", NULL, "");
}

static void
test_related (Fixture *fixture, gconstpointer data)
{
  g_autofree char *package = real_package ();
  g_autoptr (LuotainEsco) esco = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  const LuotainEscoConcept *concept;

  (void) data;
  assert_import (fixture, package);
  esco = luotain_esco_open (fixture->catalogue, NULL);
  found = luotain_esco_search (esco, "plot shipping", NULL, 5, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  concept = found->pdata[0];
  g_assert_cmpstr (concept->version, ==, "1.1.1");
  g_assert_cmpstr (concept->skill_type, ==, "skill/competence");
  g_assert_cmpstr (concept->status, ==, "released");
  g_assert_nonnull (concept->broader);

  related = luotain_esco_get_related (esco, concept->uri, "en", NULL);
  g_assert_cmpuint (related->len, >, 1);
  for (guint i = 0; i < related->len; i++)
    {
      const LuotainEscoRelated *one = related->pdata[i];

      if (strcmp (one->role, "essential") == 0 && g_strcmp0 (one->title, "ship captain") == 0)
        break;
      g_assert_cmpuint (i + 1, <, related->len);
    }

  texts = luotain_esco_get_texts (esco, "http://data.europa.eu/esco/isco/C0110", NULL);
  g_assert_cmpuint (texts->len, ==, 1);
}

/* ---- traps ---- */

static void
write_small (Fixture *fixture)
{
  write_table (fixture, "skills_en.csv",
               "\xef\xbb\xbf" SKILLS_HEAD "KnowledgeSkillCompetence," URI (
                   "1") ",skill/competence,transversal,weld by hand,\"hand weld\n"
                        "weld by hand\nweld manually\",released,\"Line one.\nLine \"\"two\"\".\"\n"
                        "KnowledgeSkillCompetence," URI (
                            "2") ",knowledge,,add-on welding,joining | fusing,released,\n"
                                 "KnowledgeSkillCompetence," URI (
                                     "3") ",knowledge,,old welding,,obsolete,\n");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  (void) data;
  write_small (fixture);
  write_table (fixture, "skills.fi.csv", "not one of ours");
  assert_import (fixture, fixture->package);
  assert_found (fixture, "weld", NULL, "weld by hand|add-on welding");
  assert_found (fixture, "hand weld", NULL, "weld by hand");
  assert_found (fixture, "on", NULL, "add-on welding");
  assert_found (fixture, "add-o", NULL, "add-on welding");
  assert_found (fixture, "fus", NULL, "add-on welding (fusing)");
  assert_found (fixture, "manual", NULL, "weld by hand (weld manually)");
}

/* Bytes beyond ASCII are never plain, whichever sign a char has: here an a and two dots above it. */
static void
test_names_are_composed (Fixture *fixture, gconstpointer data)
{
  (void) data;
  write_table (fixture, "skills_fi.csv", SKILLS_HEAD "," URI ("1") ",,,ha\xcc\x88to,,released,\n");
  assert_import (fixture, fixture->package);
  assert_found (fixture, "h\xc3\xa4to", NULL, "h\xc3\xa4to");
}

/* Version 1.2 has labels beside the addresses, and names in other places. */
static void
test_columns_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LuotainEsco) esco = NULL;
  g_autoptr (GPtrArray) related = NULL;

  (void) data;
  write_table (fixture, "skills_fi.csv",
               "preferredLabel,unknown,conceptUri\nhitsata,x," URI ("1") "\nkäsin hitsaus\n\n");
  assert_refused (fixture, "skills_fi.csv:3: The row has no address (URI).");

  write_table (fixture, "skills_fi.csv", "preferredLabel,unknown,conceptUri\nhitsata,x," URI ("1") "\n");
  write_table (
      fixture, "occupations_fi.csv",
      "code,preferredLabel,iscoGroup,conceptUri\n0110.1,upseeri,0110,http://data.europa.eu/esco/occupation/o\n");
  write_table (fixture, "occupationSkillRelations_fi.csv",
               "skillUri,skillLabel,relationType,occupationUri,occupationLabel\n" URI (
                   "1") ",hitsata,optional,http://data.europa.eu/esco/occupation/o,upseeri\n");
  write_table (
      fixture, "skillsHierarchy_fi.csv",
      "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 0 code,Level 1 code\n" URI (
          "S") ",taidot\n" URI ("S") ",taidot," URI ("S1") ",hitsaustaidot,S,S1\n");
  assert_import (fixture, fixture->package);
  assert_found (fixture, "hitsa", "fi", "hitsata|hitsaustaidot");
  esco = luotain_esco_open (fixture->catalogue, NULL);
  g_assert_cmpstr (luotain_esco_get_version (esco), ==, "1.2.0");
  related = luotain_esco_get_related (esco, URI ("1"), "fi", NULL);
  g_assert_cmpuint (related->len, ==, 1);
  g_assert_cmpstr (((LuotainEscoRelated *) related->pdata[0])->role, ==, "optional");
  g_assert_cmpstr (((LuotainEscoRelated *) related->pdata[0])->title, ==, "upseeri");

  /* Leading zeros of ISCO codes stay. */
  g_clear_pointer (&related, g_ptr_array_unref);
  related = luotain_esco_get_related (esco, "http://data.europa.eu/esco/occupation/o", "fi", NULL);
  g_assert_cmpstr (((LuotainEscoRelated *) related->pdata[0])->uri, ==,
                   "http://data.europa.eu/esco/isco/C0110");
}

static void
test_several_languages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = real_package ();
  g_autofree char *notes = NULL;
  g_autofree char *other = NULL;

  (void) data;
  write_small (fixture);
  assert_import (fixture, fixture->package);

  /* Another language of the same version comes beside the first; the same one again takes its place. */
  g_assert_cmpint (g_unlink ((other = g_build_filename (fixture->package, "skills_en.csv", NULL))), ==, 0);
  write_table (fixture, "skills_fi.csv", SKILLS_HEAD "," URI ("1") ",,,hitsata käsin,,released,\n");
  assert_import (fixture, fixture->package);
  assert_import (fixture, fixture->package);
  assert_found (fixture, "hits", NULL, "hitsata käsin");
  assert_found (fixture, "weld", "en", "weld by hand|add-on welding");
  assert_found (fixture, "weld", "fi", "");

  /* Half a language does not push out a whole one. */
  write_table (fixture, "skillGroups_en.csv", "conceptUri,preferredLabel\n" URI ("S") ",skills\n");
  g_assert_true (import (fixture, fixture->package, &notes, NULL));
  g_assert_nonnull (strstr (notes, "skillGroups_en.csv: left out"));
  assert_found (fixture, "weld", "en", "weld by hand|add-on welding");

  /* Another version takes the place of all. */
  assert_import (fixture, real);
  assert_found (fixture, "hitsata", NULL, "");
}

static void
test_whole_or_not (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->catalogue);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_auto (LuotainEscoImport) job = { .path = fixture->package, .catalogue = fixture->catalogue };
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  (void) data;
  write_small (fixture);
  assert_import (fixture, fixture->package);
  g_assert_true (g_file_get_contents (fixture->catalogue, &before, &n_before, NULL));

  write_table (fixture, "skills_sv.csv",
               SKILLS_HEAD "," URI ("1") ",,,svetsa,,released,\n,ftp://x,,,y,,,\n,\"");
  assert_refused (fixture, "skills_sv.csv:3: An address (URI) should begin with http");
  assert_refused (fixture, "skills_sv.csv:4: In the row that begins here a quotation mark is not closed.");
  write_table (fixture, "skills_sv.csv", "conceptUri,label\nx,y\n");
  assert_refused (fixture, "skills_sv.csv:1: There is no column “preferredLabel”.");
  write_table (fixture, "skills_sv.csv", SKILLS_HEAD "," URI ("1") ",,,svetsa \x01,,released,\n");
  assert_refused (fixture, "skills_sv.csv:2: The control character U+0001");

  g_cancellable_cancel (cancelled);
  g_assert_false (luotain_esco_import_run (&job, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_true (g_file_get_contents (fixture->catalogue, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "esco.sqlite");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_no_package (Fixture *fixture, gconstpointer data)
{
  g_autofree char *two = g_build_filename (fixture->package, "v1.1.0", NULL);
  g_autofree char *table = g_build_filename (two, "skills_fi.csv", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (luotain_esco_open (fixture->catalogue, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_refused (fixture, "There are no skills of ESCO here");

  write_small (fixture);
  g_assert_cmpint (g_mkdir (two, 0700), ==, 0);
  g_assert_true (g_file_set_contents (table, SKILLS_HEAD, -1, NULL));
  assert_refused (fixture, "Import one version at a time.");

  /* A file that is no catalogue is no catalogue; an import takes its place. */
  g_unlink (table);
  assert_import (fixture, fixture->package);
  g_assert_true (
      g_file_set_contents (fixture->catalogue, "no database at all, but some text of a length", -1, NULL));
  g_assert_null (luotain_esco_open (fixture->catalogue, &error));
  g_assert_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED);
  assert_import (fixture, fixture->package);
  assert_found (fixture, "weld", NULL, "weld by hand|add-on welding");
}

static void
add (const char *name, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (name, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("/esco/real", test_real);
  add ("/esco/related", test_related);
  add ("/esco/names", test_names);
  add ("/esco/names-are-composed", test_names_are_composed);
  add ("/esco/columns-by-name", test_columns_by_name);
  add ("/esco/several-languages", test_several_languages);
  add ("/esco/whole-or-not", test_whole_or_not);
  add ("/esco/no-package", test_no_package);
  return g_test_run ();
}
