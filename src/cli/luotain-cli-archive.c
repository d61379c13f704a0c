#include "config.h"

#include "luotain-cli-commands.h"

#include <glib/gi18n-lib.h>

static gboolean
run_archive (LuotainCliCall *call, GError **error)
{
  return call->drawings != NULL ? call->drawings->archive (call, error)
                                : luotain_cli_become_drawing (call->argv, error);
}

static gboolean
run_verify (LuotainCliCall *call, GError **error)
{
  return call->drawings != NULL ? call->drawings->verify (call, error)
                                : luotain_cli_become_drawing (call->argv, error);
}

static gboolean
run_shelf (LuotainCliCall *call, GError **error)
{
  return call->drawings != NULL ? call->drawings->shelf (call, error)
                                : luotain_cli_become_drawing (call->argv, error);
}

const LuotainCliCommand luotain_cli_archive = {
  .name = "archive",
  .arguments = "FILE -o FOLDER|FILE.zip [--without-personal-data] [--language fi|sv|en]…",
  .summary = N_ (
      "Makes an archive package (BagIt 1.0) of a workbook: XML with its schemas, pages to read, tables, and "
      "checksums that can be checked without this program. A folder must not exist yet; a zip is replaced."),
  .examples = "luotain-cli archive meri.luotain -o meri-2026\n"
              "luotain-cli archive meri.luotain -o meri-2026.zip --without-personal-data\n",
  .run = run_archive,
};

const LuotainCliCommand luotain_cli_verify = {
  .name = "verify",
  .arguments = "PACKAGE… [--json]",
  .summary = N_ (
      "Checks packages (BagIt 0.93 to 1.0, a folder or a zip) against their checksums. Names every file that "
      "was changed, is missing, was added or renamed, and ends with 3 where there is one. Fetches nothing."),
  .examples = "luotain-cli verify meri-2026.zip\n"
              "luotain-cli verify meri-2026 --json\n",
  .run = run_verify,
};

const LuotainCliCommand luotain_cli_shelf = {
  .name = "shelf",
  .arguments = "FOLDER [--json]",
  .summary = N_ (
      "Lists the packages and workbooks in a folder: title, sectors, scenarios, year, and when a package was "
      "last verified."),
  .examples = "luotain-cli shelf ~/Arkisto\n",
  .run = run_shelf,
};
