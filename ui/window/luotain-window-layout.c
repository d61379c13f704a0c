#include "config.h"

#include "luotain-window-private.h"

#include "luotain-text-scale.h"

/* Below these widths a panel lies over the page instead of beside it; at the usual size of text. */
#define SIDEBAR_WIDTH 780
#define WHY_WIDTH 1120
#define LABEL_WIDTH 560

/* How wide the sidebar itself is. */
#define SIDEBAR 200

static gboolean
folds (AdwFlap *flap)
{
  return adw_flap_get_fold_policy (flap) == ADW_FLAP_FOLD_POLICY_ALWAYS;
}

static void
set_folded (AdwFlap *flap, gboolean folded, gboolean wanted)
{
  AdwFlapFoldPolicy policy = folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER;

  if (adw_flap_get_fold_policy (flap) == policy)
    return;

  adw_flap_set_fold_policy (flap, policy);
  /* What lies over the page is asked for each time; beside it, a panel stands as it was left. */
  adw_flap_set_reveal_flap (flap, wanted && !folded);
}

/**
 * luotain_window_fold:
 * @width: of the window
 *
 * Decides which panels stand beside the page.
 */
void
luotain_window_fold (LuotainWindow *self, int width)
{
  width = (int) (width / luotain_text_scale (GTK_WIDGET (self)));
  set_folded (self->flap, width < SIDEBAR_WIDTH, self->show_sidebar);
  set_folded (self->why_flap, width < WHY_WIDTH, self->show_why);
  gtk_widget_set_size_request (GTK_WIDGET (self->sidebar), luotain_text_scaled (GTK_WIDGET (self), SIDEBAR),
                               -1);
  adw_button_content_set_label (self->add_content,
                                width < LABEL_WIDTH
                                    ? ""
                                    : g_object_get_data (G_OBJECT (self->add_content), "label"));
  gtk_widget_set_visible (self->search_button, width >= LABEL_WIDTH && self->context != NULL);
  luotain_window_show_panels (self);
}

/* A panel that is there but closed costs nothing. */
void
luotain_window_show_panels (LuotainWindow *self)
{
  gboolean room = self->context != NULL && luotain_context_get_room (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->header), !room);
  if (room)
    {
      adw_flap_set_reveal_flap (self->flap, FALSE);
      adw_flap_set_reveal_flap (self->why_flap, FALSE);
    }
}

static void
layout_cb (LuotainWindow *self, int width)
{
  luotain_window_fold (self, width);
}

static void
revealed_cb (LuotainWindow *self, GParamSpec *pspec, AdwFlap *flap)
{
  gboolean revealed = adw_flap_get_reveal_flap (flap);
  gboolean room = self->context != NULL && luotain_context_get_room (self->context);

  if (folds (flap) || room)
    return;

  if (flap == self->flap)
    self->show_sidebar = revealed;
  else
    self->show_why = revealed;
}

static void
realized_cb (LuotainWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));

  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
}

void
luotain_window_install_layout (LuotainWindow *self)
{
  int width, height;

  g_object_set_data_full (G_OBJECT (self->add_content), "label",
                          g_strdup (adw_button_content_get_label (self->add_content)), g_free);
  g_signal_connect_object (self, "realize", G_CALLBACK (realized_cb), self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why_flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  adw_flap_set_reveal_flap (self->flap, self->show_sidebar);
  adw_flap_set_reveal_flap (self->why_flap, self->show_why);
  luotain_window_fold (self, width);
}
