#pragma once

#include "luotain-context.h"
#include "luotain-source.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_SOURCE_ROW (luotain_source_row_get_type ())

/**
 * LuotainSourceRow: a source of a finding: its title, who published it and when; opened, its fields to edit.
 *
 * Signal `remove`: it is to be no source of the finding any more.
 */
G_DECLARE_FINAL_TYPE (LuotainSourceRow, luotain_source_row, LUOTAIN, SOURCE_ROW, AdwExpanderRow)

GtkWidget *luotain_source_row_new (LuotainContext *context, const LuotainSource *source);

/** luotain_source_row_show: the source has changed. */
void luotain_source_row_show (LuotainSourceRow *self, const LuotainSource *source);

gint64 luotain_source_row_get_id (LuotainSourceRow *self);

/** luotain_source_row_begin: opens the row and puts the focus where the rest of a new source is told. */
void luotain_source_row_begin (LuotainSourceRow *self);

G_END_DECLS
