#pragma once

#include "luotain-edition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_EDITION_LINE (luotain_edition_line_get_type ())

/** LuotainEditionLineRow: a row of the list of editions: name, when it was frozen, the first digits of its hash. */
G_DECLARE_FINAL_TYPE (LuotainEditionLineRow, luotain_edition_line, LUOTAIN, EDITION_LINE, GtkListBoxRow)

GtkWidget *luotain_edition_line_new (const LuotainEdition *edition);

gint64 luotain_edition_line_get_id (LuotainEditionLineRow *self);

/** luotain_edition_dup_moment: (transfer full): a time as people write it: 22.11.2026 klo 14.05. */
char *luotain_edition_dup_moment (gint64 time);

G_END_DECLS
