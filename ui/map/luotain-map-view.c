#include "config.h"

#include "luotain-finding-words.h"
#include "luotain-map-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_ZOOM 16.0
/* Of a line of text: how large a symbol of middling impact is. */
#define SYMBOL_PART 0.38
/* In front of a room letters grow more than symbols do, or these would cover all. */
#define ROOM_SYMBOL_PART 0.2
enum
{
  SELECTED,
  CURSOR,
  MENU,
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainMapView, luotain_map_view, GTK_TYPE_WIDGET)

void
luotain_map_view_redraw (LuotainMapView *self)
{
  g_clear_pointer (&self->cache, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Names keep their places as long as the frame stays the same. */
static gboolean
is_same_frame (const LuotainMapFrame *a, const LuotainMapFrame *b)
{
  return a->mode == b->mode && a->sharing == b->sharing && fabs (a->width - b->width) < 0.5
         && fabs (a->height - b->height) < 0.5 && fabs (a->text - b->text) < 0.01
         && fabs (a->symbol - b->symbol) < 0.01;
}

static void
update_font (LuotainMapView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->drawing != NULL)
    luotain_map_drawing_set_font (self->drawing, pango_context_get_font_description (context));
}

static void
update_frame (LuotainMapView *self)
{
  LuotainMapFrame frame = { 0 };
  const double text = luotain_map_view_get_line_height (self);

  if (self->drawing == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;

  luotain_map_data_init_frame (luotain_map_drawing_get_data (self->drawing), &frame);
  frame.mode = self->mode;
  frame.sharing = self->sharing;
  frame.width = gtk_widget_get_width (GTK_WIDGET (self)) * self->zoom;
  frame.height = gtk_widget_get_height (GTK_WIDGET (self)) * self->zoom;
  frame.text = text;
  frame.symbol = text * (luotain_map_view_is_in_room (self) ? ROOM_SYMBOL_PART : SYMBOL_PART);
  if (is_same_frame (&frame, luotain_map_drawing_get_frame (self->drawing)))
    return;

  luotain_map_drawing_set_frame (self->drawing, &frame);
  luotain_map_view_redraw (self);
}

gboolean
luotain_map_view_is_hidden (LuotainMapView *self, guint finding)
{
  return self->hidden != NULL && gtk_bitset_contains (self->hidden, finding);
}

static LuotainMapMark
marks_of (LuotainMapView *self, guint finding, GtkBitset *selected, int cursor)
{
  LuotainMapMark marks = LUOTAIN_MAP_PLAIN;

  if (luotain_map_view_is_hidden (self, finding))
    return LUOTAIN_MAP_HIDDEN;
  if (gtk_bitset_contains (selected, finding))
    marks |= LUOTAIN_MAP_SELECTED | (self->drag == LUOTAIN_MAP_DRAG_MOVE ? LUOTAIN_MAP_MOVING : 0);
  if ((int) finding == cursor && gtk_widget_has_focus (GTK_WIDGET (self)))
    marks |= LUOTAIN_MAP_FOCUSED;
  if (self->found != NULL)
    marks |= gtk_bitset_contains (self->found, finding) ? LUOTAIN_MAP_FOUND : LUOTAIN_MAP_DIMMED;
  return marks;
}

static void
update_marks (LuotainMapView *self)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  LuotainMapData *data;
  int cursor;

  if (self->drawing == NULL)
    return;

  data = luotain_map_drawing_get_data (self->drawing);
  cursor = self->cursor != 0 ? luotain_map_data_find (data, self->cursor) : -1;
  for (guint i = 0; i < self->selected->len; i++)
    {
      const int finding = luotain_map_data_find (data, g_array_index (self->selected, gint64, i));

      if (finding >= 0)
        gtk_bitset_add (selected, (guint) finding);
    }
  for (guint i = 0; i < data->n_findings; i++)
    {
      const LuotainMapMark present = luotain_map_drawing_get_mark (self->drawing, i);
      const LuotainMapMark wanted = marks_of (self, i, selected, cursor);

      if ((wanted & ~present) != 0)
        luotain_map_drawing_set_mark (self->drawing, i, wanted & ~present, TRUE);
      if ((present & ~wanted) != 0)
        luotain_map_drawing_set_mark (self->drawing, i, present & ~wanted, FALSE);
    }
  luotain_map_view_redraw (self);
}

void
luotain_map_view_set_moving (LuotainMapView *self, gboolean moving)
{
  self->drag = moving ? LUOTAIN_MAP_DRAG_MOVE : LUOTAIN_MAP_DRAG_NONE;
  update_marks (self);
}

int
luotain_map_view_get_shown (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), -1);

  if (self->drawing == NULL)
    return -1;
  if (self->hovered >= 0)
    return self->hovered;
  return self->cursor != 0
             ? luotain_map_data_find (luotain_map_drawing_get_data (self->drawing), self->cursor)
             : -1;
}

int
luotain_map_view_get_target (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), -1);

  return self->target;
}

/* GTK 4.8 has no announcements: what has the focus is named anew, which a screen reader tells. */
static void
announce (LuotainMapView *self)
{
  LuotainMapData *data = self->drawing != NULL ? luotain_map_drawing_get_data (self->drawing) : NULL;
  const int finding = data != NULL && self->cursor != 0 ? luotain_map_data_find (data, self->cursor) : -1;
  g_autofree char *words = finding >= 0 ? luotain_finding_words_finding (data, (guint) finding) : NULL;

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      finding >= 0 ? data->findings[finding].title : _ ("Futures Map"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      words != NULL
          ? words
          : _ ("Arrows go from finding to finding, Ctrl+Shift+arrows move what is selected, Enter opens it"),
      -1);
  g_signal_emit (self, signals[CURSOR], 0);
}

gboolean
luotain_map_view_is_selected (LuotainMapView *self, gint64 id)
{
  for (guint i = 0; i < self->selected->len; i++)
    if (g_array_index (self->selected, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* As luotain_map_view_select(), but what somebody does here is told. */
void
luotain_map_view_set_selected (LuotainMapView *self, const gint64 *ids, guint n_ids)
{
  g_array_set_size (self->selected, 0);
  g_array_append_vals (self->selected, ids, n_ids);
  update_marks (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

void
luotain_map_view_toggle (LuotainMapView *self, gint64 id)
{
  const guint before = self->selected->len;

  for (guint i = 0; i < self->selected->len; i++)
    {
      if (g_array_index (self->selected, gint64, i) == id)
        g_array_remove_index (self->selected, i--);
    }
  if (self->selected->len == before)
    g_array_append_val (self->selected, id);
  update_marks (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

void
luotain_map_view_set_cursor (LuotainMapView *self, gint64 id)
{
  self->cursor = id;
  update_marks (self);
  if (id != 0)
    luotain_map_view_show (self, id);
  announce (self);
}

void
luotain_map_view_select (LuotainMapView *self, const gint64 *ids, guint n_ids)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  if (self->selected->len == n_ids
      && (n_ids == 0 || memcmp (self->selected->data, ids, n_ids * sizeof *ids) == 0))
    return;

  g_array_set_size (self->selected, 0);
  g_array_append_vals (self->selected, ids, n_ids);
  if (n_ids > 0 && !luotain_map_view_is_selected (self, self->cursor))
    luotain_map_view_set_cursor (self, ids[0]);
  update_marks (self);
}

const GArray *
luotain_map_view_get_selected (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), NULL);

  return self->selected;
}

void
luotain_map_view_set_pan (LuotainMapView *self, double pan_x, double pan_y)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));

  self->pan_x = CLAMP (pan_x, 0, width * (self->zoom - 1));
  self->pan_y = CLAMP (pan_y, 0, height * (self->zoom - 1));
  luotain_map_view_redraw (self);
}

/* What is at a point of the widget stays there. */
void
luotain_map_view_set_zoom (LuotainMapView *self, double zoom, double x, double y)
{
  const double factor = CLAMP (zoom, 1, MOST_ZOOM) / self->zoom;

  if (fabs (factor - 1) < 1e-6)
    return;

  self->zoom *= factor;
  update_frame (self);
  luotain_map_view_set_pan (self, (self->pan_x + x) * factor - x, (self->pan_y + y) * factor - y);
}

gboolean
luotain_map_view_place (LuotainMapView *self, gint64 id, double *x, double *y, double *radius)
{
  const LuotainMapLayout *layout;

  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), FALSE);

  if (self->drawing == NULL)
    return FALSE;

  layout = luotain_map_drawing_get_layout (self->drawing);
  for (guint i = 0; i < layout->n_symbols; i++)
    {
      if (layout->symbols[i].id != id)
        continue;
      *x = layout->symbols[i].x - self->pan_x;
      *y = layout->symbols[i].y - self->pan_y;
      *radius = layout->symbols[i].radius;
      return TRUE;
    }
  return FALSE;
}

void
luotain_map_view_show (LuotainMapView *self, gint64 id)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));
  const double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x, y, radius, dx = 0, dy = 0;

  if (self->zoom <= 1 || !luotain_map_view_place (self, id, &x, &y, &radius))
    return;

  radius *= 3;
  if (x < radius || x > width - radius)
    dx = x - width / 2;
  if (y < radius || y > height - radius)
    dy = y - height / 2;
  if (fabs (dx) + fabs (dy) > 0)
    luotain_map_view_set_pan (self, self->pan_x + dx, self->pan_y + dy);
}

LuotainMapData *
luotain_map_view_get_data (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), NULL);

  return self->drawing != NULL ? luotain_map_drawing_get_data (self->drawing) : NULL;
}

void
luotain_map_view_set_data (LuotainMapView *self, LuotainMapData *data)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  self->hovered = -1;
  g_clear_pointer (&self->hidden, gtk_bitset_unref);
  g_clear_pointer (&self->found, gtk_bitset_unref);
  if (self->drawing == NULL)
    {
      self->drawing = luotain_map_drawing_new (data);
      luotain_map_drawing_set_links (self->drawing, self->links);
      luotain_map_view_update_theme (self);
      update_font (self);
    }
  else
    luotain_map_drawing_set_data (self->drawing, data);
  for (guint i = self->selected->len; i > 0; i--)
    if (luotain_map_data_find (data, g_array_index (self->selected, gint64, i - 1)) < 0)
      g_array_remove_index (self->selected, i - 1);
  if (self->cursor != 0 && luotain_map_data_find (data, self->cursor) < 0)
    self->cursor = 0;
  update_frame (self);
  update_marks (self);
  announce (self);
}

void
luotain_map_view_set_filter (LuotainMapView *self, GtkBitset *hidden, GtkBitset *found)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  g_clear_pointer (&self->hidden, gtk_bitset_unref);
  g_clear_pointer (&self->found, gtk_bitset_unref);
  self->hidden = hidden != NULL ? gtk_bitset_ref (hidden) : NULL;
  self->found = found != NULL ? gtk_bitset_ref (found) : NULL;
  update_marks (self);
}

void
luotain_map_view_set_mode (LuotainMapView *self, LuotainMapMode mode)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  self->mode = mode;
  update_frame (self);
}

LuotainMapMode
luotain_map_view_get_mode (LuotainMapView *self)
{
  g_return_val_if_fail (LUOTAIN_IS_MAP_VIEW (self), LUOTAIN_MAP_RADAR);

  return self->mode;
}

void
luotain_map_view_set_sharing (LuotainMapView *self, LuotainMapSharing sharing)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  self->sharing = sharing;
  update_frame (self);
}

void
luotain_map_view_set_links (LuotainMapView *self, LuotainMapLinks links)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  self->links = links;
  if (self->drawing == NULL)
    return;

  luotain_map_drawing_set_links (self->drawing, links);
  luotain_map_view_redraw (self);
}

void
luotain_map_view_set_context (LuotainMapView *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_MAP_VIEW (self));

  g_set_object (&self->context, context);
}

/* All that stands still is drawn once: while something is dragged, a frame paints that and what moves. */
static cairo_surface_t *
get_cache (LuotainMapView *self)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->cache != NULL)
    return self->cache;

  self->cache = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            gtk_widget_get_width (GTK_WIDGET (self)) * scale,
                                            gtk_widget_get_height (GTK_WIDGET (self)) * scale);
  cairo_surface_set_device_scale (self->cache, scale, scale);
  cr = cairo_create (self->cache);
  cairo_translate (cr, -self->pan_x, -self->pan_y);
  luotain_map_drawing_draw (self->drawing, cr, LUOTAIN_MAP_ALL);
  cairo_destroy (cr);
  return self->cache;
}

static void
luotain_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->drawing == NULL || width < 1 || height < 1)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_surface (cr, get_cache (self), 0, 0);
  cairo_paint (cr);
  if (self->drag == LUOTAIN_MAP_DRAG_MOVE)
    {
      cairo_translate (cr, -self->pan_x, -self->pan_y);
      luotain_map_drawing_draw_moving (self->drawing, cr, self->dx, self->dy);
    }
  luotain_map_view_draw_band (self, cr);
  cairo_destroy (cr);
}

static void
luotain_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (widget);

  update_frame (self);
  luotain_map_view_set_pan (self, self->pan_x, self->pan_y);
}

static void
luotain_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (luotain_map_view_parent_class)->css_changed (widget, change);
  luotain_map_view_update_theme (LUOTAIN_MAP_VIEW (widget));
  update_font (LUOTAIN_MAP_VIEW (widget));
  update_frame (LUOTAIN_MAP_VIEW (widget));
}

static void
focus_cb (LuotainMapView *self)
{
  update_marks (self);
}

static void
luotain_map_view_dispose (GObject *object)
{
  LuotainMapView *self = LUOTAIN_MAP_VIEW (object);

  g_clear_handle_id (&self->target_source, g_source_remove);
  g_clear_pointer (&self->cache, cairo_surface_destroy);
  g_clear_pointer (&self->drawing, luotain_map_drawing_free);
  g_clear_pointer (&self->hidden, gtk_bitset_unref);
  g_clear_pointer (&self->found, gtk_bitset_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_map_view_parent_class)->dispose (object);
}

static void
luotain_map_view_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_MAP_VIEW (object)->selected);
  G_OBJECT_CLASS (luotain_map_view_parent_class)->finalize (object);
}

static void
luotain_map_view_class_init (LuotainMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_map_view_finalize;
  widget_class->snapshot = luotain_map_view_snapshot;
  widget_class->size_allocate = luotain_map_view_size_allocate;
  widget_class->css_changed = luotain_map_view_css_changed;

  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);
  signals[CURSOR] = g_signal_new ("cursor", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);

  luotain_map_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "futuresmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
luotain_map_view_init (LuotainMapView *self)
{
  self->selected = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->hovered = self->target = self->candidate = -1;
  self->zoom = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (self, "notify::has-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  luotain_map_view_add_controllers (self);
  luotain_map_view_follow_space (self);
  announce (self);
}
