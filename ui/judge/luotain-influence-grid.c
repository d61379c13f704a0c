#include "config.h"

#include "luotain-influence-grid.h"

#include <glib/gi18n.h>

struct _LuotainInfluenceGrid
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  guint n;
  gint64 *ids; /* of the variables */
  char **titles;
  LuotainMatrixAnswer *answers; /* n × n */
  gboolean *open; /* n × n: holds judgements though nobody was asked */
  GtkWidget **cells; /* n × n; NULL on the diagonal */
  GtkWidget **heads; /* 2 × n: rows, then columns */
  guint from;
  guint on;
};

enum
{
  MOVED,
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainInfluenceGrid, luotain_influence_grid, GTK_TYPE_WIDGET)

static GtkWidget *
get_cell (LuotainInfluenceGrid *self, guint from, guint on)
{
  return self->cells[from * self->n + on];
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
show_cell (LuotainInfluenceGrid *self, guint from, guint on)
{
  GtkWidget *cell = get_cell (self, from, on);
  const LuotainMatrixAnswer answer = self->answers[from * self->n + on];
  const gboolean open = self->open[from * self->n + on];
  const char *said = answer == LUOTAIN_MATRIX_YES  ? _ ("yes")
                     : answer == LUOTAIN_MATRIX_NO ? _ ("no")
                     : open                        ? _ ("judged already")
                                                   : _ ("not answered");
  g_autofree char *name = NULL;

  if (cell == NULL)
    return;

  /* Translators: a key variable, another one it may influence, and the answer */
  name = g_strdup_printf (_ ("%s on %s: %s"), self->titles[from], self->titles[on], said);
  gtk_button_set_label (GTK_BUTTON (cell), answer == LUOTAIN_MATRIX_YES  ? "●"
                                           : answer == LUOTAIN_MATRIX_NO ? "–"
                                           : open                        ? "○"
                                                                         : "?");
  set_class (cell, "yes", answer == LUOTAIN_MATRIX_YES || (answer == LUOTAIN_MATRIX_UNASKED && open));
  set_class (cell, "no", answer == LUOTAIN_MATRIX_NO);
  gtk_widget_set_tooltip_text (cell, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_present (LuotainInfluenceGrid *self, gboolean present)
{
  if (self->n < 2 || get_cell (self, self->from, self->on) == NULL)
    return;

  gtk_widget_set_focusable (get_cell (self, self->from, self->on), present);
  set_class (get_cell (self, self->from, self->on), "present", present);
  set_class (self->heads[self->from], "present", present);
  set_class (self->heads[self->n + self->on], "present", present);
}

void
luotain_influence_grid_set_pair (LuotainInfluenceGrid *self, guint from, guint on, gboolean focus)
{
  if (self->n < 2 || from >= self->n || on >= self->n || from == on)
    return;

  show_present (self, FALSE);
  self->from = from;
  self->on = on;
  show_present (self, TRUE);
  if (focus)
    gtk_widget_grab_focus (get_cell (self, from, on));
  g_signal_emit (self, signals[MOVED], 0);
}

gboolean
luotain_influence_grid_get_pair (LuotainInfluenceGrid *self, guint *from, guint *on)
{
  *from = self->from;
  *on = self->on;
  return self->n >= 2 && self->from != self->on;
}

gboolean
luotain_influence_grid_next (LuotainInfluenceGrid *self, gboolean unanswered)
{
  const guint n_cells = self->n * self->n;
  const guint present = self->from * self->n + self->on;

  for (guint i = 1; self->n >= 2 && i < n_cells; i++)
    {
      const guint cell = (present + i) % n_cells;

      if (self->cells[cell] == NULL || (unanswered && self->answers[cell] != LUOTAIN_MATRIX_UNASKED))
        continue;
      luotain_influence_grid_set_pair (self, cell / self->n, cell % self->n, TRUE);
      return TRUE;
    }
  return FALSE;
}

/* The diagonal is stepped over: a variable does not influence itself. */
static void
walk (LuotainInfluenceGrid *self, int down, int right)
{
  int from = (int) self->from + down;
  int on = (int) self->on + right;

  if (from == on)
    {
      from += down;
      on += right;
    }
  if (from >= 0 && on >= 0)
    luotain_influence_grid_set_pair (self, (guint) from, (guint) on, TRUE);
}

static void
answer (LuotainInfluenceGrid *self, LuotainMatrixAnswer answer, gboolean next)
{
  const gboolean open = self->answers[self->from * self->n + self->on] == LUOTAIN_MATRIX_UNASKED;

  /* Shown at once: one who types quickly is ahead of the workbook. */
  self->answers[self->from * self->n + self->on] = answer;
  show_cell (self, self->from, self->on);
  g_signal_emit (self, signals[ANSWERED], 0, (int) answer);

  /* From question to question: whoever answers what is open does not answer anew what was answered. */
  if (next)
    luotain_influence_grid_next (self, open);
}

static LuotainMatrixAnswer
next_answer (LuotainInfluenceGrid *self)
{
  switch (self->answers[self->from * self->n + self->on])
    {
    case LUOTAIN_MATRIX_UNASKED:
      return LUOTAIN_MATRIX_YES;
    case LUOTAIN_MATRIX_YES:
      return LUOTAIN_MATRIX_NO;
    case LUOTAIN_MATRIX_NO:
    default:
      return LUOTAIN_MATRIX_UNASKED;
    }
}

static void
clicked_cb (LuotainInfluenceGrid *self, GtkWidget *cell)
{
  for (guint i = 0; i < self->n * self->n; i++)
    if (self->cells[i] == cell)
      {
        luotain_influence_grid_set_pair (self, i / self->n, i % self->n, TRUE);
        answer (self, next_answer (self), FALSE);
        return;
      }
}

static gboolean
walk_by_key (LuotainInfluenceGrid *self, guint key)
{
  const int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, -1, 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, 1, 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, 0, -forward);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, 0, forward);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Yes and no in the three languages do not clash: yes, kyllä, ja; no, ei, nej. */
static gboolean
key_pressed_cb (LuotainInfluenceGrid *self, guint key, guint code, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || self->n < 2)
    return GDK_EVENT_PROPAGATE;
  if (walk_by_key (self, key))
    return GDK_EVENT_STOP;

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_y:
    case GDK_KEY_k:
    case GDK_KEY_j:
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
      answer (self, LUOTAIN_MATRIX_YES, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_e:
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      answer (self, LUOTAIN_MATRIX_NO, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      answer (self, next_answer (self), FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      answer (self, LUOTAIN_MATRIX_UNASKED, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!luotain_influence_grid_next (self, TRUE))
        gtk_widget_activate_action (GTK_WIDGET (self), "judge.show", "s", "judgements");
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* ---- what it shows ---- */

static gboolean
same_variables (LuotainInfluenceGrid *self, const LuotainMatrix *matrix)
{
  if (matrix->variables->len != self->n)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    {
      const LuotainMatrixVariable *variable = luotain_matrix_get_variable (matrix, i);

      if (variable->id != self->ids[i] || g_strcmp0 (variable->title, self->titles[i]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
clear (LuotainInfluenceGrid *self)
{
  GtkWidget *child;

  while (self->grid != NULL && (child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_clear_pointer (&self->ids, g_free);
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_pointer (&self->answers, g_free);
  g_clear_pointer (&self->open, g_free);
  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->heads, g_free);
  self->n = 0;
}

static GtkWidget *
row_head_new (guint i, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%u  %s", i + 1, title);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "head");
  return label;
}

static GtkWidget *
column_head_new (guint i, const char *title)
{
  g_autofree char *text = g_strdup_printf ("%u", i + 1);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "head");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
add_cell (LuotainInfluenceGrid *self, guint from, guint on)
{
  GtkWidget *cell;

  if (from == on)
    {
      cell = gtk_label_new (NULL);
      gtk_widget_add_css_class (cell, "diagonal");
    }
  else
    {
      cell = gtk_button_new ();
      gtk_widget_set_focusable (cell, FALSE);
      gtk_widget_add_css_class (cell, "pair");
      g_signal_connect_object (cell, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      self->cells[from * self->n + on] = cell;
    }
  gtk_grid_attach (self->grid, cell, (int) on + 1, (int) from + 1, 1, 1);
}

static void
build (LuotainInfluenceGrid *self, const LuotainMatrix *matrix)
{
  const guint n = matrix->variables->len;

  clear (self);
  self->n = n;
  self->ids = g_new0 (gint64, n + 1);
  self->titles = g_new0 (char *, n + 1);
  self->answers = g_new0 (LuotainMatrixAnswer, n * n + 1);
  self->open = g_new0 (gboolean, n * n + 1);
  self->cells = g_new0 (GtkWidget *, n * n + 1);
  self->heads = g_new0 (GtkWidget *, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    {
      const LuotainMatrixVariable *variable = luotain_matrix_get_variable (matrix, i);

      self->ids[i] = variable->id;
      self->titles[i] = g_strdup (variable->title);
      self->heads[i] = row_head_new (i, variable->title);
      self->heads[n + i] = column_head_new (i, variable->title);
      gtk_grid_attach (self->grid, self->heads[i], 0, (int) i + 1, 1, 1);
      gtk_grid_attach (self->grid, self->heads[n + i], (int) i + 1, 0, 1, 1);
      for (guint j = 0; j < n; j++)
        add_cell (self, i, j);
    }
}

void
luotain_influence_grid_show (LuotainInfluenceGrid *self, const LuotainMatrix *matrix)
{
  if (!same_variables (self, matrix))
    {
      build (self, matrix);
      self->from = 0;
      self->on = MIN (1, self->n);
    }
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      {
        const LuotainMatrixBlock *block = luotain_matrix_get_block (matrix, i, j);

        self->answers[i * self->n + j] = block->answer;
        self->open[i * self->n + j] = block->is_open;
        show_cell (self, i, j);
      }
  show_present (self, TRUE);
}

/* ---- life ---- */

static void
luotain_influence_grid_dispose (GObject *object)
{
  LuotainInfluenceGrid *self = LUOTAIN_INFLUENCE_GRID (object);

  clear (self);
  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->grid));
  self->grid = NULL;

  G_OBJECT_CLASS (luotain_influence_grid_parent_class)->dispose (object);
}

static void
luotain_influence_grid_class_init (LuotainInfluenceGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_influence_grid_dispose;
  gtk_widget_class_set_css_name (widget_class, "influences");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
luotain_influence_grid_init (LuotainInfluenceGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_grid_set_column_spacing (self->grid, 3);
  gtk_widget_set_halign (GTK_WIDGET (self->grid), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Direct Influences"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
