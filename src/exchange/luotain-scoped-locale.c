#include "config.h"

#include "luotain-scoped-locale.h"

#include <langinfo.h>

static LuotainScopedLocale
use (int categories, const char *name)
{
  LuotainScopedLocale self = { (locale_t) 0, (locale_t) 0 };
  locale_t all = duplocale (uselocale ((locale_t) 0));

  if (all != (locale_t) 0)
    self.own = newlocale (categories, name, all);
  if (self.own != (locale_t) 0)
    self.before = uselocale (self.own);
  else if (all != (locale_t) 0)
    freelocale (all);
  return self;
}

LuotainScopedLocale
luotain_scoped_locale_for_names (void)
{
  return g_str_equal (nl_langinfo (CODESET), "UTF-8") ? (LuotainScopedLocale){ (locale_t) 0, (locale_t) 0 }
                                                      : use (LC_CTYPE_MASK, "C.UTF-8");
}

LuotainScopedLocale
luotain_scoped_locale_for_numbers (void)
{
  return g_str_equal (nl_langinfo (RADIXCHAR), ".") ? (LuotainScopedLocale){ (locale_t) 0, (locale_t) 0 }
                                                    : use (LC_NUMERIC_MASK, "C");
}

void
luotain_scoped_locale_clear (LuotainScopedLocale *self)
{
  if (self->own == (locale_t) 0)
    return;

  uselocale (self->before);
  freelocale (self->own);
  self->own = (locale_t) 0;
}
