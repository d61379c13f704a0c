#pragma once

#include "luotain-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EDITION_VIEW (luotain_edition_view_get_type ())

/** LuotainEditionView: an edition to be read, with its addenda beside it. */
G_DECLARE_FINAL_TYPE (LuotainEditionView, luotain_edition_view, LUOTAIN, EDITION_VIEW, GtkWidget)

GtkWidget *luotain_edition_view_new (LuotainContext *context);

/** luotain_edition_view_show: reads an edition, or what has changed beside it; 0 for none. */
void luotain_edition_view_show (LuotainEditionView *self, gint64 edition);

/** luotain_edition_view_add: adds an addendum of today, about a record or, with 0, the whole edition. */
void luotain_edition_view_add (LuotainEditionView *self, const char *text, gint64 about);

G_END_DECLS
