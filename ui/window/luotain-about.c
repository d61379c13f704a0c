#include "config.h"

#include "luotain-about.h"

#include <glib/gi18n.h>

void
luotain_about_present (GtkWindow *parent)
{
  const char *const developers[] = { _ ("The Luotain developers"), NULL };

  adw_show_about_window (
      parent, "application-name", "Luotain", "application-icon", APPLICATION_ID, "version", PACKAGE_VERSION,
      "comments",
      _ ("A workbook for foresight: from findings over scenarios to the competence that is needed."),
      "developer-name", developers[0], "developers", developers, "license-type", GTK_LICENSE_CUSTOM,
      "license",
      "European Union Public Licence 1.2 (EUPL-1.2)\n"
      "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12",
      /* Translators: put your names here, one a line. */
      "translator-credits", _ ("translator-credits"), NULL);
}
