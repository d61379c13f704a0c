#include "luotain-verified.h"

#include "luotain-atomic-file.h"

#define MOST_KEPT 2000
#define WHEN "verified"
#define WHOLE "whole"
#define PATH "path"

static char *
state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "luotain", "verified.ini", NULL);
}

GKeyFile *
luotain_verified_load (void)
{
  g_autofree char *path = state_path ();
  GKeyFile *notes = g_key_file_new ();

  g_key_file_load_from_file (notes, path, G_KEY_FILE_NONE, NULL);
  return notes;
}

/* (transfer full) */
static char *
group_of (GFile *package, const LuotainBag *bag)
{
  g_autofree char *path = g_file_get_path (package);
  g_autofree char *text = g_strdup_printf ("%s\n%s", path != NULL ? path : "", bag->identity);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
drop_oldest (GKeyFile *notes)
{
  gsize n_groups = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (notes, &n_groups);
  const char *oldest = NULL;
  gint64 least = G_MAXINT64;

  for (gsize i = 0; i < n_groups && n_groups > MOST_KEPT; i++)
    {
      const gint64 when = g_key_file_get_int64 (notes, groups[i], WHEN, NULL);

      if (when < least)
        {
          least = when;
          oldest = groups[i];
        }
    }

  if (oldest != NULL)
    g_key_file_remove_group (notes, oldest, NULL);
}

static void
save (GKeyFile *notes)
{
  g_autofree char *path = state_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (LuotainAtomicFile) atomic = NULL;
  gsize length = 0;
  g_autofree char *text = g_key_file_to_data (notes, &length, NULL);

  g_mkdir_with_parents (folder, 0700);
  atomic = luotain_atomic_file_new (file, NULL);
  if (atomic != NULL
      && g_output_stream_write_all (luotain_atomic_file_get_stream (atomic), text, length, NULL, NULL, NULL))
    luotain_atomic_file_commit (atomic, NULL);
}

void
luotain_verified_remember (GFile *package, const LuotainBag *bag)
{
  g_autoptr (GKeyFile) notes = luotain_verified_load ();
  g_autofree char *group = group_of (package, bag);
  g_autofree char *path = g_file_get_parse_name (package);

  g_key_file_remove_group (notes, group, NULL);
  if (bag->verified || bag->n_faults > 0)
    {
      g_key_file_set_string (notes, group, PATH, path);
      g_key_file_set_int64 (notes, group, WHEN, g_get_real_time () / G_USEC_PER_SEC);
      g_key_file_set_boolean (notes, group, WHOLE, bag->n_faults == 0);
    }

  drop_oldest (notes);
  save (notes);
}

LuotainVerified
luotain_verified_look (GKeyFile *notes, GFile *package, const LuotainBag *bag)
{
  g_autofree char *group = group_of (package, bag);
  LuotainVerified verified = { 0, FALSE };

  if (g_key_file_has_group (notes, group))
    {
      verified.when = MAX (g_key_file_get_int64 (notes, group, WHEN, NULL), 0);
      verified.whole = g_key_file_get_boolean (notes, group, WHOLE, NULL);
    }

  return verified;
}
