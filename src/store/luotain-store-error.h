#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LUOTAIN_STORE_ERROR (luotain_store_error_quark ())

/** LuotainStoreError: what a caller can do differently about. Messages name the thing, the cause and the next step. */
typedef enum
{
  LUOTAIN_STORE_ERROR_FAILED, /* disk full, folder not writable, … : the workbook is as it was */
  LUOTAIN_STORE_ERROR_NOT_WORKBOOK, /* some other file */
  LUOTAIN_STORE_ERROR_NEWER, /* made by a newer version */
  LUOTAIN_STORE_ERROR_READ_ONLY, /* the file or its folder cannot be written */
  LUOTAIN_STORE_ERROR_HELD, /* another program writes it */
  LUOTAIN_STORE_ERROR_DAMAGED,
  LUOTAIN_STORE_ERROR_INVALID, /* what was to be stored breaks a rule of the model */
  LUOTAIN_STORE_ERROR_NOT_FOUND /* no such record, link or step */
} LuotainStoreError;

GQuark luotain_store_error_quark (void);

G_END_DECLS
