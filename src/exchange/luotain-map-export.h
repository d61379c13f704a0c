#pragma once

#include "luotain-map-drawing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LUOTAIN_MAP_SVG,
  LUOTAIN_MAP_PDF, /* tagged, with the findings as a list */
  LUOTAIN_MAP_PNG, /* 300 dots an inch */
  LUOTAIN_MAP_HTML /* one file, with the findings as a table */
} LuotainMapFormat;

/** luotain_map_format_lists: whether the findings stand in a file with their descriptions. */
gboolean luotain_map_format_lists (LuotainMapFormat format);

/** LuotainMapExport: which map to write where. */
typedef struct
{
  GOutputStream *stream;
  LuotainMapFormat format;
  gint64 sector; /* 0 for all */
  LuotainLanguage language;
  LuotainMapMode mode;
  LuotainMapSharing sharing;
  gboolean horizon_inside;
  LuotainMapLinks links;
  const char *kind; /* (nullable): key: findings of that kind only */
  const char *dimension; /* (nullable): key: findings that have it only */
} LuotainMapExport;

/**
 * luotain_map_export_run:
 * @db: a database
 * @data: a LuotainMapExport
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes the map of a sector on a sheet of A3, with heading and legend. Same data, same
 * bytes.
 *
 * Returns: whether all was written
 */
gboolean luotain_map_export_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** luotain_map_export_data: the same for data that was read before, in any thread. */
gboolean luotain_map_export_data (LuotainMapData *data, const LuotainMapExport *export,
                                  GCancellable *cancellable, GError **error);

/**
 * luotain_map_export_prepare:
 * @drawing: a drawing
 *
 * Gives a drawing the size, colours and font of a sheet; mode, sharing, links, marks and places stay.
 */
void luotain_map_export_prepare (LuotainMapDrawing *drawing);

/**
 * luotain_map_export_write:
 * @drawing: a drawing that was prepared
 * @format: a format
 * @stream: where to write
 * @cancellable: (nullable)
 * @error: LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * The same for a map as somebody looks at it, filtered and with what was put by hand. Descriptions stand in HTML and
 * PDF where the data has them.
 */
gboolean luotain_map_export_write (LuotainMapDrawing *drawing, LuotainMapFormat format, GOutputStream *stream,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
