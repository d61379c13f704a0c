#include "config.h"

#include "luotain-cli-commands.h"

/* The same program is built twice: without drawing it starts in half the time. */
#ifdef LUOTAIN_DRAWS
#include "luotain-cli-package.h"
#include "luotain-html-export.h"
#include "luotain-map-export.h"
#include "luotain-picture.h"
#include "luotain-report-write.h"
#include "luotain-xlsx.h"
#endif

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifdef LUOTAIN_DRAWS
static const LuotainCliDrawings drawings = {
  .map = luotain_map_export_run,
  .html = luotain_html_export,
  .report = luotain_report_export,
  .report_data = luotain_report_data_export,
  .xlsx = luotain_xlsx_run,
  .picture = luotain_picture_run,
  .archive = luotain_cli_package_archive,
  .verify = luotain_cli_package_verify,
  .shelf = luotain_cli_package_shelf,
};
#endif

int
main (int argc, char **argv)
{
  const char *locale_dir = g_getenv ("LUOTAIN_LOCALE_DIR");

#ifdef __GLIBC__
  /* One thread works at a time; an arena of its own would grow by single pages, each with a system call. */
  mallopt (M_ARENA_MAX, 1);
#endif

  /* Workbooks are local files: without this GIO would look for a file system daemon on the bus. */
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

#ifdef LUOTAIN_DRAWS
  return luotain_cli_main (argc, argv, &drawings);
#else
  return luotain_cli_main (argc, argv, NULL);
#endif
}
