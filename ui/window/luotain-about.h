#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** luotain_about_present: shows what the program is, above a window (nullable). */
void luotain_about_present (GtkWindow *parent);

G_END_DECLS
