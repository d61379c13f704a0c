#pragma once

#include "luotain-db.h"
#include "luotain-language.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainPictureKind: what is drawn. */
typedef enum
{
  LUOTAIN_PICTURE_TABLE, /* for slides, 16:9 */
  LUOTAIN_PICTURE_PROFILE,
  LUOTAIN_PICTURE_ROBUSTNESS,
  LUOTAIN_SHEET_TABLE, /* for the wall: blank, to be written on */
  LUOTAIN_SHEET_PROFILE,
  LUOTAIN_SHEET_CARDS
} LuotainPictureKind;

typedef enum
{
  LUOTAIN_PICTURE_SVG,
  LUOTAIN_PICTURE_PNG,
  LUOTAIN_PICTURE_PDF
} LuotainPictureFormat;

/** LuotainPicture: which picture to write where. */
typedef struct
{
  GOutputStream *stream;
  LuotainPictureKind kind;
  LuotainPictureFormat format; /* sheets are always PDF */
  gboolean a3; /* of a sheet: A3, else A4 */
  gint64 sector; /* 0 for all */
  gint64 profile; /* of a profile: this one, or 0 */
  gint64 scenario; /* else that of this scenario; 0 for the first there is */
  LuotainLanguage language;
} LuotainPicture;

/**
 * luotain_picture_run:
 * @db: a database
 * @data: a LuotainPicture
 * @result: unused
 * @error: LUOTAIN_STORE_ERROR, LUOTAIN_EXCHANGE_ERROR_FAILED, G_IO_ERROR
 *
 * A LuotainJob that only reads: writes a picture for slides, or a sheet for a room without power, with the workbook's own
 * words. Same data, same bytes.
 *
 * Returns: whether all was written
 */
gboolean luotain_picture_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
