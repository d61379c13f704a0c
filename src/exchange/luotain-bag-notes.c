#include "config.h"

#include "luotain-bag-path.h"
#include "luotain-bag-private.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *sentence; /* %1$s is the path, %2$s the other */
} kinds[] = {
  [LUOTAIN_BAG_CHANGED] = { "changed", N_ ("“%1$s” is not what it was when the package was made.") },
  [LUOTAIN_BAG_MISSING] = { "missing", N_ ("“%1$s” is missing.") },
  [LUOTAIN_BAG_EXTRA] = { "extra", N_ ("“%1$s” was added later, or its manifest leaves it out.") },
  [LUOTAIN_BAG_RENAMED] = { "renamed", N_ ("“%1$s” was renamed to “%2$s”.") },
  [LUOTAIN_BAG_UNREADABLE] = { "unreadable", N_ ("“%1$s” cannot be read to its end: %2$s") },
  [LUOTAIN_BAG_OUTSIDE] = { "outside", N_ ("“%1$s” leads out of the package, so nothing was read from it.") },
  [LUOTAIN_BAG_IS_LINK] = { "link", N_ ("“%1$s” is a link, and a package may hold none.") },
  [LUOTAIN_BAG_IS_SPECIAL] = { "special", N_ ("“%1$s” is no ordinary file, or encrypted.") },
  [LUOTAIN_BAG_DUPLICATE] = { "duplicate",
                              N_ ("“%1$s” and “%2$s” are one name where capitals or accents do not count.") },
  [LUOTAIN_BAG_BAD_LINE] = { "bad-line", N_ ("“%1$s”, line %2$s: This is no checksum with a name.") },
  [LUOTAIN_BAG_BAD_TAG_FILE] = { "bad-tag-file", N_ ("“%1$s” cannot be read: %2$s") },
  [LUOTAIN_BAG_NO_MANIFEST] = { "no-manifest",
                                N_ ("There is no manifest of the payload with a checksum that is known here.") },
  [LUOTAIN_BAG_WRONG_SIZE] = { "wrong-size",
                               N_ ("The payload should be %1$s (bytes.files), and it is %2$s.") },
  [LUOTAIN_BAG_WEAK] = { "weak",
                         N_ ("Its checksums (%1$s) show accidents; somebody who wants to can get round them.") },
  [LUOTAIN_BAG_UNKNOWN_CHECKSUM] = { "unknown-checksum",
                                     N_ ("“%1$s” was not used: its kind of checksum is not known here.") },
  [LUOTAIN_BAG_FETCH] = { "fetch",
                          N_ ("Files that “%1$s” names are to be got from elsewhere: %2$s. They are never fetched.") },
  [LUOTAIN_BAG_SPELLED] = { "spelled",
                            N_ ("“%1$s” lies there as “%2$s”: its accents are written in another way.") },
};

void
luotain_bag_note (LuotainBag *bag, LuotainBagNoteKind kind, const char *path, const char *other)
{
  LuotainBagNote *note;

  bag->n_faults += kind < LUOTAIN_BAG_N_FAULTS;
  if (bag->notes->len >= LUOTAIN_BAG_MOST_NOTES)
    return;

  note = g_new (LuotainBagNote, 1);
  note->kind = kind;
  note->path = path != NULL ? luotain_bag_path_show (path) : NULL;
  note->other = other != NULL ? luotain_bag_path_show (other) : NULL;
  g_ptr_array_add (bag->notes, note);
}

const char *
luotain_bag_note_name (LuotainBagNoteKind kind)
{
  return kinds[kind].name;
}

/* The sentences have no other conversion, and translators may turn them round: so it is not left to printf. */
char *
luotain_bag_note_to_string (const LuotainBagNote *note)
{
  GString *text = g_string_new (NULL);

  for (const char *c = _ (kinds[note->kind].sentence); *c != '\0';)
    if (g_str_has_prefix (c, "%1$s") || g_str_has_prefix (c, "%2$s"))
      {
        const char *value = c[1] == '1' ? note->path : note->other;

        g_string_append (text, value != NULL ? value : "");
        c += 4;
      }
    else
      g_string_append_c (text, *c++);

  return g_string_free (text, FALSE);
}
