#include "config.h"

#include "luotain-text-sizer.h"

#include <string.h>

/* Where a text is given no width to ask for. */
#define NATURAL_WIDTH 300
#define MINIMUM_WIDTH 60

struct _LuotainTextSizer
{
  GtkWidget parent_instance;

  GtkTextView *view;
  GtkWidget *placeholder;
  GHashTable *heights; /* paragraph → its height, in `width` */
  int width;
};

G_DEFINE_FINAL_TYPE (LuotainTextSizer, luotain_text_sizer, GTK_TYPE_WIDGET)

static int
paragraph_height (LuotainTextSizer *self, PangoLayout *layout, char *paragraph)
{
  gpointer known = NULL;
  int height;

  if (g_hash_table_lookup_extended (self->heights, paragraph, NULL, &known))
    return GPOINTER_TO_INT (known);
  pango_layout_set_text (layout, paragraph, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height += gtk_text_view_get_pixels_above_lines (self->view)
            + gtk_text_view_get_pixels_below_lines (self->view);
  g_hash_table_insert (self->heights, g_strdup (paragraph), GINT_TO_POINTER (height));
  return height;
}

static int
text_height (LuotainTextSizer *self, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  GtkTextIter start, end;
  int height = 0;

  if (width != self->width || g_hash_table_size (self->heights) > 4096)
    g_hash_table_remove_all (self->heights);
  self->width = width;
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, gtk_text_view_get_pixels_inside_wrap (self->view) * PANGO_SCALE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  paragraphs = g_strsplit (text, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    height += paragraph_height (self, layout, paragraphs[i]);
  return paragraphs[0] != NULL ? height : paragraph_height (self, layout, (char[]){ '\0' });
}

static void
luotain_text_sizer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                            int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainTextSizer *self = LUOTAIN_TEXT_SIZER (widget);
  GtkBorder padding;

  /* The view must be asked before it is given a size, whatever it answers. */
  gtk_widget_measure (GTK_WIDGET (self->view), orientation, -1, NULL, NULL, NULL, NULL);
  if (self->placeholder != NULL)
    gtk_widget_measure (self->placeholder, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_style_context_get_padding (gtk_widget_get_style_context (GTK_WIDGET (self->view)), &padding);
  G_GNUC_END_IGNORE_DEPRECATIONS
  if (for_size < 0)
    for_size = NATURAL_WIDTH;
  *minimum = text_height (self, for_size - padding.left - padding.right) + padding.top + padding.bottom;
  *natural = *minimum;
}

static void
luotain_text_sizer_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainTextSizer *self = LUOTAIN_TEXT_SIZER (widget);
  int natural;

  gtk_widget_allocate (GTK_WIDGET (self->view), width, height, -1, NULL);
  if (self->placeholder == NULL || !gtk_widget_should_layout (self->placeholder))
    return;
  gtk_widget_measure (self->placeholder, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  gtk_widget_allocate (self->placeholder, width, MIN (natural, height), -1, NULL);
}

static GtkSizeRequestMode
luotain_text_sizer_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
forget_heights (LuotainTextSizer *self)
{
  g_hash_table_remove_all (self->heights);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
luotain_text_sizer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (luotain_text_sizer_parent_class)->css_changed (widget, change);
  forget_heights (LUOTAIN_TEXT_SIZER (widget));
}

static void
luotain_text_sizer_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (luotain_text_sizer_parent_class)->system_setting_changed (widget, setting);
  forget_heights (LUOTAIN_TEXT_SIZER (widget));
}

static void
luotain_text_sizer_dispose (GObject *object)
{
  LuotainTextSizer *self = LUOTAIN_TEXT_SIZER (object);

  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->view, gtk_widget_unparent);
  G_OBJECT_CLASS (luotain_text_sizer_parent_class)->dispose (object);
}

static void
luotain_text_sizer_finalize (GObject *object)
{
  g_hash_table_unref (LUOTAIN_TEXT_SIZER (object)->heights);
  G_OBJECT_CLASS (luotain_text_sizer_parent_class)->finalize (object);
}

static void
luotain_text_sizer_class_init (LuotainTextSizerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_text_sizer_dispose;
  object_class->finalize = luotain_text_sizer_finalize;
  widget_class->measure = luotain_text_sizer_measure;
  widget_class->size_allocate = luotain_text_sizer_size_allocate;
  widget_class->get_request_mode = luotain_text_sizer_get_request_mode;
  widget_class->css_changed = luotain_text_sizer_css_changed;
  widget_class->system_setting_changed = luotain_text_sizer_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "overlay");
}

static void
luotain_text_sizer_init (LuotainTextSizer *self)
{
  self->heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GtkWidget *
luotain_text_sizer_new (GtkTextView *view, GtkWidget *placeholder)
{
  LuotainTextSizer *self = g_object_new (LUOTAIN_TYPE_TEXT_SIZER, NULL);

  self->view = view;
  self->placeholder = placeholder;
  gtk_widget_set_parent (GTK_WIDGET (view), GTK_WIDGET (self));
  if (placeholder != NULL)
    gtk_widget_set_parent (placeholder, GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (gtk_widget_queue_resize),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
