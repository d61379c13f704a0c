#include "config.h"

#include "luotain-scenario-columns.h"

#define SPACING 18
#define MINIMUM_WIDTH 270

/* A column of text is read well from 40 characters a line; beyond 66 the eye loses the line. */
#define LEAST_CHARS 40
#define MOST_CHARS 66

#define MOST_COLUMNS 4

struct _LuotainScenarioColumns
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (LuotainScenarioColumns, luotain_scenario_columns, GTK_TYPE_WIDGET)

static int
width_of_chars (LuotainScenarioColumns *self, int n_chars)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = n_chars * pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return PANGO_PIXELS_CEIL (width) + 2 * LUOTAIN_SCENARIO_CARD_PADDING;
}

static guint
count_cards (LuotainScenarioColumns *self)
{
  guint n_cards = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n_cards += gtk_widget_get_visible (card) ? 1 : 0;
  return n_cards;
}

guint
luotain_scenario_columns_count (LuotainScenarioColumns *self, int width)
{
  const int least = width_of_chars (self, LEAST_CHARS);
  guint fitting;

  g_return_val_if_fail (LUOTAIN_IS_SCENARIO_COLUMNS (self), 1);

  fitting = CLAMP ((width + SPACING) / (least + SPACING), 1, MOST_COLUMNS);
  fitting = MIN (fitting, MAX (1, count_cards (self)));
  /* Three in a row and one below would rank it: three columns are for three scenarios. */
  return fitting == 3 && count_cards (self) != 3 ? 2 : fitting;
}

static int
column_width (LuotainScenarioColumns *self, int width, guint n_columns)
{
  return MIN ((width - ((int) n_columns - 1) * SPACING) / (int) n_columns, width_of_chars (self, MOST_CHARS));
}

static GtkWidget *
next_shown (GtkWidget *card)
{
  while (card != NULL && !gtk_widget_get_visible (card))
    card = gtk_widget_get_next_sibling (card);
  return card;
}

/* The cards of one line: each section is as high as the highest of its neighbours. Returns the height of the line. */
static int
measure_line (GtkWidget *first, guint n_columns, int width, int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS],
              GtkWidget **next)
{
  GtkWidget *card = first;

  memset (heights, 0, LUOTAIN_SCENARIO_CARD_N_SECTIONS * sizeof heights[0]);
  for (guint i = 0; card != NULL && i < n_columns; i++)
    {
      for (int section = 0; section < LUOTAIN_SCENARIO_CARD_N_SECTIONS; section++)
        heights[section] = MAX (heights[section],
                                luotain_scenario_card_measure (LUOTAIN_SCENARIO_CARD (card), section, width));
      card = next_shown (gtk_widget_get_next_sibling (card));
    }
  *next = card;
  return luotain_scenario_card_add_up (heights);
}

static void
allocate_line (LuotainScenarioColumns *self, GtkWidget *first, guint n_columns, const GtkAllocation *area,
               int width, const int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS])
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int used = (int) n_columns * width + ((int) n_columns - 1) * SPACING;
  GtkWidget *card = first;

  for (int i = 0; card != NULL && i < (int) n_columns; i++)
    {
      const int place = mirrored ? (int) n_columns - 1 - i : i;
      const int x = (area->width - used) / 2 + place * (width + SPACING);

      luotain_scenario_card_set_heights (LUOTAIN_SCENARIO_CARD (card), heights);
      gtk_widget_size_allocate (card, &(GtkAllocation){ x, area->y, width, area->height }, -1);
      card = next_shown (gtk_widget_get_next_sibling (card));
    }
}

static int
lay_out (LuotainScenarioColumns *self, int width, gboolean place)
{
  const guint n_columns = luotain_scenario_columns_count (self, width);
  const int wide = column_width (self, width, n_columns);
  GtkWidget *card = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int y = 0;

  while (card != NULL)
    {
      int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS];
      GtkWidget *next;
      const int height = measure_line (card, n_columns, wide, heights, &next);

      if (place)
        allocate_line (self, card, n_columns, &(GtkAllocation){ 0, y, width, height }, wide, heights);
      y += height + (next != NULL ? SPACING : 0);
      card = next;
    }
  return y;
}

static GtkSizeRequestMode
luotain_scenario_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_scenario_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainScenarioColumns *self = LUOTAIN_SCENARIO_COLUMNS (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = lay_out (self, for_size < 0 ? width_of_chars (self, MOST_CHARS) : for_size, FALSE);
      *natural = *minimum;
      return;
    }
  *minimum = MINIMUM_WIDTH;
  for (GtkWidget *card = gtk_widget_get_first_child (widget); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int card_minimum;

      gtk_widget_measure (card, orientation, -1, &card_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, card_minimum);
    }
  *natural = MAX (*minimum, width_of_chars (self, MOST_CHARS));
}

static void
luotain_scenario_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (LUOTAIN_SCENARIO_COLUMNS (widget), width, TRUE);
}

static void
luotain_scenario_columns_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);

  G_OBJECT_CLASS (luotain_scenario_columns_parent_class)->dispose (object);
}

static void
luotain_scenario_columns_class_init (LuotainScenarioColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_scenario_columns_dispose;
  widget_class->get_request_mode = luotain_scenario_columns_get_request_mode;
  widget_class->measure = luotain_scenario_columns_measure;
  widget_class->size_allocate = luotain_scenario_columns_size_allocate;
}

static void
luotain_scenario_columns_init (LuotainScenarioColumns *self)
{
}

void
luotain_scenario_columns_insert_after (LuotainScenarioColumns *self, LuotainScenarioCard *card,
                                       LuotainScenarioCard *previous)
{
  g_return_if_fail (LUOTAIN_IS_SCENARIO_COLUMNS (self));

  gtk_widget_insert_after (GTK_WIDGET (card), GTK_WIDGET (self), (GtkWidget *) previous);
}
