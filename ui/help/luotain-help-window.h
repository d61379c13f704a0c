#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** luotain_help_window_present: shows the help, in the language of the interface, beside a window (nullable). */
void luotain_help_window_present (GtkWindow *parent);

G_END_DECLS
