#pragma once

#include "luotain-edition.h"
#include "luotain-item.h"
#include "luotain-xml-shape.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * luotain_freeze_run:
 * @db: a database
 * @data: the name of the edition, a string
 * @result: (out) (optional): the LuotainEdition
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_TEXT_ERROR, G_IO_ERROR_CANCELLED
 *
 * A LuotainJob for luotain_history_do(): freezes what the workbook is now as an edition. It makes no step of the history:
 * what was done before and after can be undone as ever, the edition cannot.
 */
gboolean luotain_freeze_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainEditionExport: which edition to write where. */
typedef struct
{
  const char *edition; /* its name or its written id */
  GOutputStream *stream;
} LuotainEditionExport;

/**
 * luotain_edition_export_run:
 * @db: a database
 * @data: a LuotainEditionExport
 * @result: (out) (optional): the LuotainEdition
 * @error: LUOTAIN_STORE_ERROR_DAMAGED where the bytes are not those that were frozen; G_IO_ERROR
 *
 * A LuotainJob that only reads: writes the XML of an edition, byte for byte as the workbook was exported on that day. The
 * hash is checked; only the edition from which something was removed permanently goes out without it.
 */
gboolean luotain_edition_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_edition_write_elements:
 * @db: a database
 * @edition: an edition
 * @parts: (element-type LuotainEditionPart): elements of it
 * @stream: where to write a whole file with those elements
 * @error: LUOTAIN_STORE_ERROR, G_IO_ERROR
 */
gboolean luotain_edition_write_elements (LuotainDb *db, const LuotainEdition *edition, GPtrArray *parts,
                                         GOutputStream *stream, GError **error);

G_END_DECLS
