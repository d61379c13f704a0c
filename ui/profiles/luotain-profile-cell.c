#include "config.h"

#include "luotain-profile-cell.h"

#include "luotain-children.h"
#include "luotain-competence-entry.h"
#include "luotain-wrap-layout.h"

#include <glib/gi18n.h>

#define CHIP_SPACING 6

struct _LuotainProfileCell
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 level;
  char *group;
  char *label;
  GHashTable *chips; /* gint64 → LuotainProfileChip */
  GPtrArray *others; /* (element-type GtkWidget): labels of what only the other profile has; not owned */
  GtkWidget *entry;
  GtkDropTarget *drop;
};

G_DEFINE_FINAL_TYPE (LuotainProfileCell, luotain_profile_cell, GTK_TYPE_WIDGET)

enum
{
  CHIP_MADE,
  ADDED,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LuotainProfileChip *
chip_of (LuotainProfileCell *self, const LuotainProfileItem *item)
{
  LuotainProfileChip *chip = luotain_profile_cell_find (self, item->id);

  if (chip == NULL)
    {
      chip = LUOTAIN_PROFILE_CHIP (luotain_profile_chip_new ());
      gtk_widget_insert_before (GTK_WIDGET (chip), GTK_WIDGET (self), self->entry);
      g_hash_table_insert (self->chips, g_memdup2 (&item->id, sizeof item->id), chip);
      g_signal_emit (self, signals[CHIP_MADE], 0, chip);
    }
  return chip;
}

static void
remove_others (LuotainProfileCell *self, GHashTable *wanted)
{
  GHashTableIter iter;
  gpointer id;
  gpointer chip;

  g_hash_table_iter_init (&iter, self->chips);
  while (g_hash_table_iter_next (&iter, &id, &chip))
    {
      if (g_hash_table_contains (wanted, id))
        continue;
      gtk_widget_unparent (chip);
      g_hash_table_iter_remove (&iter);
    }
}

void
luotain_profile_cell_set_items (LuotainProfileCell *self, GPtrArray *items, const LuotainProfileSheet *sheet)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_int64_hash, g_int64_equal);
  GtkWidget *previous = NULL;

  g_return_if_fail (LUOTAIN_IS_PROFILE_CELL (self));

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (wanted, &((LuotainProfileItem *) items->pdata[i])->id);
  remove_others (self, wanted);

  for (guint i = 0; i < items->len; i++)
    {
      const LuotainProfileItem *item = items->pdata[i];
      LuotainProfileChip *chip = chip_of (self, item);

      luotain_profile_chip_set_item (chip, item, sheet->n_scenarios,
                                     luotain_context_get_words (self->context));
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (chip)) != previous)
        gtk_widget_insert_after (GTK_WIDGET (chip), GTK_WIDGET (self), previous);
      previous = GTK_WIDGET (chip);
    }
}

static GtkWidget *
make_other (const LuotainProfileItem *item, const LuotainProfileSheet *sheet)
{
  const char *title = item->title != NULL ? item->title : _ ("No Competence");
  GtkWidget *label = gtk_label_new (title);
  /* Translators: a competence, and the scenario whose profile alone has it. */
  g_autofree char *text = g_strdup_printf (_ ("%s, only in %s"), title,
                                           sheet->compared->title != NULL ? sheet->compared->title : "–");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_focusable (label, TRUE);
  gtk_widget_add_css_class (label, "profile-other");
  gtk_widget_set_tooltip_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return label;
}

void
luotain_profile_cell_set_others (LuotainProfileCell *self, GPtrArray *others,
                                 const LuotainProfileSheet *sheet)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_CELL (self));

  for (guint i = 0; i < self->others->len; i++)
    gtk_widget_unparent (self->others->pdata[i]);
  g_ptr_array_set_size (self->others, 0);
  for (guint i = 0; i < others->len; i++)
    {
      GtkWidget *label = make_other (others->pdata[i], sheet);

      gtk_widget_insert_before (label, GTK_WIDGET (self), self->entry);
      g_ptr_array_add (self->others, label);
    }
}

gint64
luotain_profile_cell_get_level (LuotainProfileCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CELL (self), 0);

  return self->level;
}

LuotainProfileChip *
luotain_profile_cell_find (LuotainProfileCell *self, gint64 entry)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CELL (self), NULL);

  return g_hash_table_lookup (self->chips, &entry);
}

GtkWidget *
luotain_profile_cell_get_entry (LuotainProfileCell *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CELL (self), NULL);

  return self->entry;
}

LuotainProfileAdd *
luotain_profile_cell_new_add (LuotainProfileCell *self, const LuotainProfileChoice *chosen, gint64 competence,
                              const char *text, const LuotainEscoChoice *concept)
{
  LuotainProfileAdd *add;

  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CELL (self), NULL);

  add = luotain_profile_add_new (chosen->profile, chosen->scenario, self->level, self->group, text);
  add->competence = competence;
  add->esco = concept != NULL ? luotain_esco_choice_copy (concept) : NULL;
  return add;
}

void
luotain_profile_cell_set_open (LuotainProfileCell *self, gboolean open)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_CELL (self));

  if (self->entry != NULL)
    gtk_widget_set_visible (self->entry, open);
  if (self->drop != NULL)
    gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->drop),
                                                open ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

static void
added_cb (LuotainProfileCell *self, gint64 competence, const char *text, gpointer concept)
{
  g_signal_emit (self, signals[ADDED], 0, competence, text, concept);
}

/* Moving is what a drag does by itself; with Ctrl held only copying is left of the actions. */
static GdkDragAction
wanted_action (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  if (drop != NULL && (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) == 0)
    return GDK_ACTION_COPY;
  return GDK_ACTION_MOVE;
}

static GdkDragAction
drag_motion_cb (GtkDropTarget *target)
{
  return wanted_action (target);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer user_data)
{
  LuotainProfileCell *self = user_data;
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *chip = picked != NULL ? gtk_widget_get_ancestor (picked, LUOTAIN_TYPE_PROFILE_CHIP) : NULL;
  const gint64 before = chip != NULL ? luotain_profile_chip_get_entry (LUOTAIN_PROFILE_CHIP (chip)) : 0;

  g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value), before,
                 wanted_action (target) == GDK_ACTION_COPY);
  return TRUE;
}

static void
luotain_profile_cell_dispose (GObject *object)
{
  LuotainProfileCell *self = LUOTAIN_PROFILE_CELL (object);

  g_hash_table_remove_all (self->chips);
  g_ptr_array_set_size (self->others, 0);
  luotain_children_unparent (GTK_WIDGET (self));
  self->entry = NULL;
  self->drop = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_profile_cell_parent_class)->dispose (object);
}

static void
luotain_profile_cell_finalize (GObject *object)
{
  LuotainProfileCell *self = LUOTAIN_PROFILE_CELL (object);

  g_free (self->group);
  g_free (self->label);
  g_hash_table_unref (self->chips);
  g_ptr_array_unref (self->others);

  G_OBJECT_CLASS (luotain_profile_cell_parent_class)->finalize (object);
}

static void
luotain_profile_cell_class_init (LuotainProfileCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = luotain_profile_cell_dispose;
  object_class->finalize = luotain_profile_cell_finalize;

  signals[CHIP_MADE] = g_signal_new ("chip-made", LUOTAIN_TYPE_PROFILE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, LUOTAIN_TYPE_PROFILE_CHIP);
  signals[ADDED] = g_signal_new ("added", LUOTAIN_TYPE_PROFILE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_POINTER);
  signals[DROPPED] = g_signal_new ("dropped", LUOTAIN_TYPE_PROFILE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
luotain_profile_cell_init (LuotainProfileCell *self)
{
  self->chips = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->others = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), luotain_wrap_layout_new (CHIP_SPACING));
}

/* What stands in no level or group came there by a deletion: nothing is added to it. */
static void
make_open (LuotainProfileCell *self)
{
  g_autofree char *label = g_strdup_printf (_ ("Add a Competence: %s"), self->label);

  self->entry = luotain_competence_entry_new (self->context, self->group, label);
  g_signal_connect_object (self->entry, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

GtkWidget *
luotain_profile_cell_new (LuotainContext *context, gint64 level, const char *level_title, const char *group,
                          const char *group_title)
{
  LuotainProfileCell *self = g_object_new (LUOTAIN_TYPE_PROFILE_CELL, NULL);

  self->context = g_object_ref (context);
  self->level = level;
  self->group = g_strdup (group);
  self->label = g_strdup_printf ("%s, %s", level_title, group_title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  if (level != 0 && group != NULL)
    make_open (self);
  if (level != 0)
    {
      self->drop = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE | GDK_ACTION_COPY);
      g_signal_connect (self->drop, "enter", G_CALLBACK (drag_motion_cb), NULL);
      g_signal_connect (self->drop, "motion", G_CALLBACK (drag_motion_cb), NULL);
      g_signal_connect (self->drop, "drop", G_CALLBACK (drop_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drop));
    }
  return GTK_WIDGET (self);
}
