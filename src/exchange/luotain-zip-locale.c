#include "config.h"

#include "luotain-zip-locale.h"

#include <langinfo.h>

LuotainZipLocale
luotain_zip_locale_use (void)
{
  LuotainZipLocale self = { (locale_t) 0, (locale_t) 0 };
  locale_t all;

  if (g_str_equal (nl_langinfo (CODESET), "UTF-8"))
    return self;

  all = duplocale (uselocale ((locale_t) 0));
  if (all != (locale_t) 0)
    self.own = newlocale (LC_CTYPE_MASK, "C.UTF-8", all);
  if (self.own != (locale_t) 0)
    self.before = uselocale (self.own);
  else if (all != (locale_t) 0)
    freelocale (all);
  return self;
}

void
luotain_zip_locale_clear (LuotainZipLocale *self)
{
  if (self->own == (locale_t) 0)
    return;

  uselocale (self->before);
  freelocale (self->own);
  self->own = (locale_t) 0;
}
