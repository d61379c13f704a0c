#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/* What was in force before, where something else was put in its place. */
typedef struct
{
  locale_t before, own;
} LuotainScopedLocale;

/**
 * luotain_scoped_locale_for_names:
 *
 * Names in a zip are UTF-8, but libarchive hands them on in the character set of the locale, and loses them in one of ASCII,
 * such as that of scheduled jobs. While what is returned lives, this thread's characters are UTF-8; all else of its locale stays.
 *
 * Returns: to be kept with `g_auto` as long as a zip is read
 */
LuotainScopedLocale luotain_scoped_locale_for_names (void);

/**
 * luotain_scoped_locale_for_numbers:
 *
 * cairo reads the attributes of tags, and libxslt writes what it computed, with the decimal comma of Finnish and Swedish: the
 * first then refuses a PDF, the second makes lengths nobody understands. While what is returned lives, this thread's numbers
 * have a point; all else of its locale stays.
 *
 * Returns: to be kept with `g_auto` as long as these libraries work
 */
LuotainScopedLocale luotain_scoped_locale_for_numbers (void);
void luotain_scoped_locale_clear (LuotainScopedLocale *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainScopedLocale, luotain_scoped_locale_clear)

G_END_DECLS
