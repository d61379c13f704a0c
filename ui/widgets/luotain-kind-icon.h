#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_KIND_ICON (luotain_kind_icon_get_type ())

/**
 * LuotainKindIcon: the shape of a finding's kind, in the text colour.
 *
 * Properties `context`; `kind` (string): key of the kind; `size` (int): in pixels.
 */
G_DECLARE_FINAL_TYPE (LuotainKindIcon, luotain_kind_icon, LUOTAIN, KIND_ICON, GtkWidget)

GtkWidget *luotain_kind_icon_new (LuotainContext *context, const char *kind);

G_END_DECLS
