#include "config.h"

#include "luotain-findings-map-private.h"
#include "luotain-map-edits.h"
#include "luotain-map-save.h"
#include "luotain-record-io.h"

#include <glib/gi18n.h>
#include <math.h>

/* How wide the legend is, in lines of text. */
#define LEGEND_LINES 15
#define ROOM_LEGEND_LINES 11

/* The most of the list's height it takes, in pixels. */
#define LEGEND_HEIGHT 420

/* A rating is shown by the finding it belongs to. */
gboolean
luotain_findings_map_find_finding (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const gint64 *id = data;
  const LuotainRecordType *type = luotain_record_type_of (db, *id, error);
  LuotainRecord *record = type != NULL ? luotain_record_load (db, type, *id, error) : NULL;

  if (record == NULL)
    return FALSE;

  *result = g_memdup2 (g_str_equal (type->name, "rating") ? &record->owner : id, sizeof *id);
  luotain_record_free (type, record);
  return TRUE;
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);
  const GArray *ids = luotain_map_view_get_selected (self->view);

  if (ids->len > 0)
    luotain_findings_map_open (self, g_array_index (ids, gint64, 0));
}

static void
rate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);

  if (luotain_context_get_room (self->context))
    luotain_findings_map_show_legend (self, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->side_stack), TRUE);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_stack_set_visible_child_name (self->side_stack, "rate");
  gtk_widget_child_focus (GTK_WIDGET (self->ratings), GTK_DIR_TAB_FORWARD);
}

/* What all of them have in common, NAN where they differ. */
static double
common (LuotainFindingsMap *self, LuotainMapScale scale)
{
  const GArray *ids = luotain_map_view_get_selected (self->view);
  LuotainMapData *data = luotain_map_view_get_data (self->view);
  double value = NAN;

  for (guint i = 0; i < ids->len; i++)
    {
      const int finding = luotain_map_data_find (data, g_array_index (ids, gint64, i));
      const double own = finding >= 0 ? data->findings[finding].ratings[scale].value : (double) NAN;

      if (i > 0 && !(own == value))
        return NAN;
      value = own;
    }
  return value;
}

static void
begin_move (LuotainFindingsMap *self)
{
  luotain_map_move_begin (self->move, common (self, LUOTAIN_MAP_BREAKTHROUGH),
                          common (self, LUOTAIN_MAP_IMPACT), common (self, LUOTAIN_MAP_PROBABILITY),
                          common (self, LUOTAIN_MAP_DIRECTION));
}

static void
move_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (LUOTAIN_FINDINGS_MAP (widget)->move_button);
}

void
luotain_findings_map_move_selected (LuotainFindingsMap *self)
{
  const GArray *ids = luotain_map_view_get_selected (self->view);
  LuotainRatingEdit *edit = luotain_rating_edit_new ();
  g_autofree char *toast = g_strdup_printf (ngettext ("%u finding moved", "%u findings moved", ids->len),
                                            ids->len);

  for (guint i = 0; i < ids->len; i++)
    luotain_map_move_apply (self->move, edit, g_array_index (ids, gint64, i));
  luotain_map_rate (self->context, edit, ids->len == 1 ? N_ ("Move Finding") : N_ ("Move Findings"), toast);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
gather_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  luotain_record_picker_popup (LUOTAIN_FINDINGS_MAP (widget)->gather);
}

static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);

  luotain_matters_list_mark (self->matters, luotain_map_view_get_selected (self->view));
  gtk_stack_set_visible_child_name (self->side_stack, "matters");
}

static void
make_variables_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);

  luotain_map_make_variables (self->context, luotain_map_view_get_selected (self->view));
}

/* Menus of the page name what the map does. */
static void
map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *action = g_strdup_printf ("map.%s", strchr (name, '.') + 1);

  gtk_widget_activate_action (GTK_WIDGET (LUOTAIN_FINDINGS_MAP (widget)->view), action, NULL);
}

/* Of what is pointed at, or has the cursor of somebody who goes about by the keyboard; not while anything is dragged. */
void
luotain_findings_map_show_card (LuotainFindingsMap *self)
{
  LuotainMapData *data;
  int finding;
  double x = 0, y = 0, radius;

  if (self->context == NULL || self->view == NULL)
    return;

  data = luotain_map_view_get_data (self->view);
  finding = luotain_map_view_get_described (self->view);
  if (finding >= 0)
    luotain_map_view_place (self->view, data->findings[finding].id, &x, &y, &radius);
  luotain_map_card_show (self->card, data, finding,
                         x / MAX (gtk_widget_get_width (GTK_WIDGET (self->view)), 1),
                         y / MAX (gtk_widget_get_height (GTK_WIDGET (self->view)), 1));
}

void
luotain_findings_map_popup_menu (LuotainFindingsMap *self, double x, double y)
{
  GdkRectangle place = { 0, 0, 1, 1 };
  double page_x, page_y;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->finding_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &page_x, &page_y);
  place.x = (int) page_x;
  place.y = (int) page_y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
measure_legend (LuotainFindingsMap *self, int *width, int *height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int lines = luotain_context_get_room (self->context) ? ROOM_LEGEND_LINES : LEGEND_LINES;

  *width = lines * pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  *height = (int) ceil (luotain_map_view_draw_legend (self->view, NULL, *width));
  pango_font_metrics_unref (metrics);
}

void
luotain_findings_map_update_legend (LuotainFindingsMap *self)
{
  int width, height;

  measure_legend (self, &width, &height);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->legend), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->legend), height);
  gtk_widget_queue_draw (self->legend);
}

static gboolean
update_legend_cb (gpointer data)
{
  LuotainFindingsMap *self = data;

  if (self->legend != NULL)
    luotain_findings_map_update_legend (self);
  return G_SOURCE_REMOVE;
}

/* The size of letters changes without anybody being told: then it is measured anew. */
static void
draw_legend_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  LuotainFindingsMap *self = user_data;
  int wanted_width, wanted_height;

  measure_legend (self, &wanted_width, &wanted_height);
  if (wanted_width != gtk_drawing_area_get_content_width (area)
      || wanted_height != gtk_drawing_area_get_content_height (area))
    g_idle_add_full (G_PRIORITY_DEFAULT, update_legend_cb, g_object_ref (self), g_object_unref);
  luotain_map_view_draw_legend (self->view, cr, width);
}

/* In front of a room the legend is all that stands beside the map. */
void
luotain_findings_map_show_side (LuotainFindingsMap *self)
{
  const gboolean room = luotain_context_get_room (self->context);

  gtk_widget_set_visible (self->sides, !room);
  gtk_widget_set_visible (GTK_WIDGET (self->side_stack), !room);
  gtk_widget_set_visible (self->legend_button, room);
  gtk_widget_set_vexpand (self->legend_scroller, room);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->legend_scroller),
                                              room ? -1 : LEGEND_HEIGHT);
  gtk_widget_set_visible (self->legend, room || self->legend_wanted);
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap));
  luotain_findings_map_update_legend (self);
  g_object_notify (G_OBJECT (self), "legend");
}

gboolean
luotain_findings_map_shows_legend (LuotainFindingsMap *self)
{
  const gboolean hidden = self->context != NULL && luotain_context_get_room (self->context)
                          && !adw_flap_get_reveal_flap (self->flap);

  return gtk_widget_get_visible (self->legend) && !hidden;
}

void
luotain_findings_map_show_legend (LuotainFindingsMap *self, gboolean shown)
{
  const gboolean room = luotain_context_get_room (self->context);

  if (!room)
    self->legend_wanted = shown;
  else
    gtk_widget_set_visible (GTK_WIDGET (self->side_stack), FALSE);
  gtk_widget_set_visible (self->legend, shown);
  if (shown || room)
    adw_flap_set_reveal_flap (self->flap, shown);
  luotain_findings_map_update_legend (self);
}

static void
moving_cb (LuotainFindingsMap *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->move)))
    begin_move (self);
}

void
luotain_findings_map_follow_legend (LuotainFindingsMap *self)
{
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->legend), draw_legend_cb, self, NULL);
  g_signal_connect_object (self->move, "notify::visible", G_CALLBACK (moving_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint keyval;
    const char *action;
  } keys[] = {
    { GDK_KEY_g, "page.gather" },         { GDK_KEY_m, "page.move-to" },
    { GDK_KEY_k, "page.make-variables" }, { GDK_KEY_d, "page.mark" },
    { GDK_KEY_r, "page.rate" },           { GDK_KEY_plus, "page.zoom-in" },
    { GDK_KEY_equal, "page.zoom-in" },    { GDK_KEY_minus, "page.zoom-out" },
    { GDK_KEY_0, "page.zoom-all" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].keyval, GDK_CONTROL_MASK, keys[i].action, NULL);
}

static void
save_map_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);
  LuotainMapData *data = luotain_map_view_get_data (self->view);
  const LuotainMapExport map = {
    .sector = luotain_context_get_sector (self->context),
    .mode = luotain_map_view_get_mode (self->view),
    .sharing = self->in_each ? LUOTAIN_MAP_IN_EACH : LUOTAIN_MAP_ON_BORDER,
    .links = self->evidence ? LUOTAIN_MAP_ALL_LINKS : LUOTAIN_MAP_NO_LINKS,
    .kind = luotain_choice_button_get_chosen (self->kind),
    .dimension = luotain_choice_button_get_chosen (self->dimension),
  };

  if (data != NULL)
    luotain_map_save (self->context, GTK_WINDOW (gtk_widget_get_root (widget)), &map, data);
}

void
luotain_findings_map_install_actions (GtkWidgetClass *klass)
{
  static const char *const map_actions[] = { "page.zoom-in", "page.zoom-out", "page.zoom-all",
                                             "page.select-all" };

  for (guint i = 0; i < G_N_ELEMENTS (map_actions); i++)
    gtk_widget_class_install_action (klass, map_actions[i], NULL, map_action);
  gtk_widget_class_install_action (klass, "page.save-map", NULL, save_map_action);
  gtk_widget_class_install_action (klass, "page.open", NULL, open_action);
  gtk_widget_class_install_action (klass, "page.rate", NULL, rate_action);
  gtk_widget_class_install_action (klass, "page.move-to", NULL, move_to_action);
  gtk_widget_class_install_action (klass, "page.gather", NULL, gather_action);
  gtk_widget_class_install_action (klass, "page.mark", NULL, mark_action);
  gtk_widget_class_install_action (klass, "page.make-variables", NULL, make_variables_action);
  gtk_widget_class_install_property_action (klass, "page.evidence", "evidence");
  gtk_widget_class_install_property_action (klass, "page.in-each", "in-each");
  gtk_widget_class_install_property_action (klass, "page.legend", "legend");
  bind_keys (klass);
}
