#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/* What was in force before, where something else was put in its place. */
typedef struct
{
  locale_t before, own;
} LuotainZipLocale;

/**
 * luotain_zip_locale_use:
 *
 * Names in a zip are UTF-8, but libarchive hands them on in the character set of the locale, and loses them in one of ASCII,
 * such as that of scheduled jobs. While what is returned lives, this thread's characters are UTF-8; all else of its locale stays.
 *
 * Returns: to be kept with `g_auto` as long as a zip is read
 */
LuotainZipLocale luotain_zip_locale_use (void);
void luotain_zip_locale_clear (LuotainZipLocale *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LuotainZipLocale, luotain_zip_locale_clear)

G_END_DECLS
