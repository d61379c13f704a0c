#include "config.h"

#include "luotain-coverage-line.h"

#include "luotain-coverage-words.h"
#include "luotain-syllables.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

#define SPACING 12
#define INDENT 8 /* padding of a cell, so that below the text it stands flush with it */
#define LEAST_TEXT 240 /* pixels that the competence keeps before the columns go below it */

struct _LuotainCoverageLine
{
  GtkWidget parent_instance;

  GtkWidget *sign;
  GtkWidget *text;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *work;
  GPtrArray *names; /* (element-type GtkWidget): of the organisations, where there is no room for columns */
  GPtrArray *cells; /* (element-type GtkWidget): what they say */
  gboolean is_head; /* names the columns, where there are any */
  int cell_width; /* of a column; 0 where it has to be measured */
};

G_DEFINE_FINAL_TYPE (LuotainCoverageLine, luotain_coverage_line, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* All columns are as wide as the longest word, so that those of one line stand below those of another. */
static int
cell_width (LuotainCoverageLine *self)
{
  if (self->cell_width > 0)
    return self->cell_width;

  for (LuotainCoverageStatus status = 0; status < LUOTAIN_N_COVERAGES; status++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
          GTK_WIDGET (self), luotain_coverage_status_label (status));
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      /* The icon grows with the text. */
      self->cell_width = MAX (self->cell_width, width + height * 3 / 2 + 4 * INDENT);
    }

  return self->cell_width;
}

static int
least_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
height_for (GtkWidget *widget, int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, least_width (widget)), NULL, &natural,
                      NULL, NULL);
  return natural;
}

static int
sign_width (LuotainCoverageLine *self)
{
  return MAX (least_width (self->sign), 20) + SPACING;
}

static int
columns_width (LuotainCoverageLine *self)
{
  return (int) self->cells->len * (cell_width (self) + SPACING);
}

static gboolean
is_wide (LuotainCoverageLine *self, int width)
{
  return width >= sign_width (self) + LEAST_TEXT + columns_width (self);
}

static int
name_width (LuotainCoverageLine *self, int room)
{
  return self->cells->len > 1 ? room * 2 / 5 : 0;
}

static int
narrow_height (LuotainCoverageLine *self, int room)
{
  const int names = name_width (self, room);
  int height = self->is_head ? 0 : height_for (self->text, room);

  for (guint i = 0; !self->is_head && i < self->cells->len; i++)
    height += 4
              + MAX (names > 0 ? height_for (self->names->pdata[i], names - 2 * INDENT) : 0,
                     height_for (self->cells->pdata[i], room - names));

  return height;
}

static int
wide_height (LuotainCoverageLine *self, int room)
{
  int height = height_for (self->text, room - columns_width (self));

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, height_for (self->cells->pdata[i], cell_width (self)));

  return height;
}

static void
luotain_coverage_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainCoverageLine *self = LUOTAIN_COVERAGE_LINE (widget);
  const int sign = sign_width (self);
  int least = least_width (self->text);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      const int width = for_size < 0 ? sign + LEAST_TEXT + columns_width (self) : for_size;

      *minimum = is_wide (self, width) ? wide_height (self, width - sign)
                                       : narrow_height (self, width - sign);
      *minimum = MAX (*minimum, self->is_head ? 0 : height_for (self->sign, sign));
      *natural = *minimum;
      return;
    }

  for (guint i = 0; i < self->cells->len; i++)
    least = MAX (least, (self->cells->len > 1 ? least_width (self->names->pdata[i]) * 5 / 2 : 0)
                            + least_width (self->cells->pdata[i]) * (self->cells->len > 1 ? 5 : 3) / 3);

  *minimum = sign + least;
  *natural = MAX (*minimum, sign + 2 * LEAST_TEXT + columns_width (self));
}

/* From the side where reading begins. */
static void
place (LuotainCoverageLine *self, GtkWidget *child, int x, int y, int width, int height)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation){ left, y, MAX (width, least_width (child)), height }, -1);
}

static void
luotain_coverage_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainCoverageLine *self = LUOTAIN_COVERAGE_LINE (widget);
  const int sign = sign_width (self);
  const gboolean wide = is_wide (self, width);
  const int room = width - sign;
  const int names = name_width (self, room);
  const int text = wide ? room - columns_width (self) : room;
  int y = height_for (self->text, text);

  place (self, self->sign, 0, 0, sign - SPACING, height_for (self->sign, sign - SPACING));
  place (self, self->text, sign, wide ? MAX (0, (height - y) / 2) : 0, text, y);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = self->cells->pdata[i];
      const int high = wide ? height : height_for (cell, room - names);
      const int name_high = !wide && names > 0 ? height_for (self->names->pdata[i], names - 2 * INDENT) : 0;

      gtk_widget_set_child_visible (self->names->pdata[i], name_high > 0 && !self->is_head);
      gtk_widget_set_child_visible (cell, wide || !self->is_head);
      if (wide)
        {
          place (self, cell, sign + text + SPACING + (int) i * (cell_width (self) + SPACING), 0,
                 cell_width (self), height);
          continue;
        }

      y += 4;
      if (name_high > 0)
        place (self, self->names->pdata[i], sign, y + MAX (0, (high - name_high) / 2), names - 2 * INDENT,
               name_high);
      place (self, cell, sign + names - INDENT, y + MAX (0, (name_high - high) / 2), room - names + INDENT,
             high);
      y += MAX (high, name_high);
    }
}

static GtkSizeRequestMode
luotain_coverage_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_coverage_line_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (luotain_coverage_line_parent_class)->css_changed (widget, change);
  LUOTAIN_COVERAGE_LINE (widget)->cell_width = 0;
}

static GtkWidget *
label_new (GtkWidget *parent, const char *style)
{
  GtkWidget *label = luotain_wrapped_label_new (NULL, style);

  if (parent != NULL)
    gtk_box_append (GTK_BOX (parent), label);
  return label;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, LuotainCoverageLine *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint place;

  if (g_ptr_array_find (self->cells, cell, &place))
    g_signal_emit (self, signals[PICKED], 0, place);
}

/* A cell is no button: keys change what it says from the row, which alone takes the focus. */
static GtkWidget *
cell_new (LuotainCoverageLine *self)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (cell, "coverage-cell");
  gtk_box_append (GTK_BOX (cell), gtk_image_new ());
  gtk_widget_set_hexpand (label_new (cell, NULL), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  return cell;
}

static void
set_n_cells (LuotainCoverageLine *self, guint n)
{
  for (guint i = self->cells->len; i > n; i--)
    {
      gtk_widget_unparent (g_ptr_array_remove_index (self->cells, i - 1));
      gtk_widget_unparent (g_ptr_array_remove_index (self->names, i - 1));
    }

  for (guint i = self->cells->len; i < n; i++)
    {
      GtkWidget *name = label_new (NULL, "dim-label");

      gtk_widget_set_parent (name, GTK_WIDGET (self));
      g_ptr_array_add (self->names, name);
      g_ptr_array_add (self->cells, cell_new (self));
    }
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_cell (GtkWidget *cell, const LuotainCoverageView *view)
{
  GtkWidget *icon = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  g_autofree char *text = luotain_coverage_dup_status (view);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), luotain_coverage_status_icon (view->status));
  gtk_label_set_text (GTK_LABEL (label), text);
  for (LuotainCoverageStatus status = 0; status < LUOTAIN_N_COVERAGES; status++)
    set_class (cell, luotain_coverage_status_key (status), status == view->status);
  set_class (cell, "overdue", view->overdue);
}

/* Names are long and columns narrow: they are broken where a syllable ends. */
static void
set_name (GtkWidget *label, const char *name)
{
  g_autofree char *syllables = luotain_syllables_mark (name != NULL ? name : "–",
                                                       luotain_language_of_locale ());

  gtk_label_set_text (GTK_LABEL (label), syllables);
}

static void
show_head (GtkWidget *cell, const char *title)
{
  GtkWidget *icon = gtk_widget_get_first_child (cell);
  GtkWidget *label = gtk_widget_get_next_sibling (icon);

  gtk_widget_set_visible (icon, FALSE);
  set_name (label, title);
  gtk_widget_add_css_class (cell, "heading");
}

static void
show_row (LuotainCoverageLine *self, const LuotainCoverageRow *row, LuotainWordList *words)
{
  g_autofree char *facts = luotain_coverage_dup_facts (row, words);
  g_autofree char *robustness = luotain_coverage_dup_robustness (row);
  g_autofree char *work = row->views->len == 1 ? luotain_coverage_dup_work (row->views->pdata[0]) : NULL;

  gtk_label_set_text (GTK_LABEL (self->sign), luotain_coverage_sign (row));
  gtk_widget_set_tooltip_text (self->sign, robustness);
  set_name (self->title, row->title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_label_set_text (GTK_LABEL (self->work), work != NULL ? work : "");
  gtk_widget_set_visible (self->work, work != NULL && *work != '\0');
  for (guint i = 0; i < row->views->len; i++)
    show_cell (self->cells->pdata[i], row->views->pdata[i]);
}

void
luotain_coverage_line_show (LuotainCoverageLine *self, const LuotainCoverageSheet *sheet,
                            const LuotainCoverageRow *row, LuotainWordList *words)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_LINE (self));

  set_n_cells (self, sheet->organisations->len);
  for (guint i = 0; i < sheet->organisations->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = sheet->organisations->pdata[i];
      const char *title = organisation->title != NULL ? organisation->title : "–";

      set_name (self->names->pdata[i], title);
      if (row == NULL)
        show_head (self->cells->pdata[i], title);
    }

  self->is_head = row == NULL;
  if (row != NULL)
    show_row (self, row, words);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
luotain_coverage_line_set_current (LuotainCoverageLine *self, int organisation)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_LINE (self));

  for (guint i = 0; i < self->cells->len; i++)
    set_class (self->cells->pdata[i], "current", (int) i == organisation);
}

char *
luotain_coverage_line_dup_name (const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row,
                                LuotainWordList *words)
{
  GString *text = g_string_new (row->title != NULL ? row->title : "–");
  g_autofree char *facts = luotain_coverage_dup_facts (row, words);

  g_string_append_printf (text, ", %s", facts);
  for (guint i = 0; i < row->views->len; i++)
    {
      const LuotainCoverageOrganisation *organisation = sheet->organisations->pdata[i];
      g_autofree char *status = luotain_coverage_dup_status (row->views->pdata[i]);

      g_string_append_printf (text, "; %s: %s", organisation->title != NULL ? organisation->title : "–",
                              status);
    }

  return g_string_free (text, FALSE);
}

static void
luotain_coverage_line_dispose (GObject *object)
{
  LuotainCoverageLine *self = LUOTAIN_COVERAGE_LINE (object);

  set_n_cells (self, 0);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (luotain_coverage_line_parent_class)->dispose (object);
}

static void
luotain_coverage_line_finalize (GObject *object)
{
  g_ptr_array_unref (LUOTAIN_COVERAGE_LINE (object)->cells);
  g_ptr_array_unref (LUOTAIN_COVERAGE_LINE (object)->names);

  G_OBJECT_CLASS (luotain_coverage_line_parent_class)->finalize (object);
}

static void
luotain_coverage_line_class_init (LuotainCoverageLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_coverage_line_finalize;
  widget_class->measure = luotain_coverage_line_measure;
  widget_class->size_allocate = luotain_coverage_line_size_allocate;
  widget_class->get_request_mode = luotain_coverage_line_get_request_mode;
  widget_class->css_changed = luotain_coverage_line_css_changed;
  gtk_widget_class_set_css_name (widget_class, "coverageline");

  signals[PICKED] = g_signal_new ("picked", LUOTAIN_TYPE_COVERAGE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
luotain_coverage_line_init (LuotainCoverageLine *self)
{
  self->names = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->sign = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->sign), 2);
  gtk_widget_add_css_class (self->sign, "coverage-sign");
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  self->title = label_new (self->text, "heading");
  self->facts = label_new (self->text, "caption");
  self->work = label_new (self->text, "caption");
  gtk_widget_add_css_class (self->facts, "dim-label");
}

GtkWidget *
luotain_coverage_line_new (void)
{
  return g_object_new (LUOTAIN_TYPE_COVERAGE_LINE, NULL);
}
