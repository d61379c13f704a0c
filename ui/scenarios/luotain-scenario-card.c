#include "config.h"

#include "luotain-scenario-card.h"

#include "luotain-link-box.h"
#include "luotain-number-entry.h"
#include "luotain-part-box.h"
#include "luotain-passage-draft.h"
#include "luotain-path-box.h"
#include "luotain-period.h"
#include "luotain-scenario-edit.h"
#include "luotain-template.h"
#include "luotain-text-area.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>

#define SECTION_SPACING 18
#define LEADING 4

struct _LuotainScenarioCard
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 scenario;
  gint64 profile;
  gint64 frame_id;
  gboolean selects_title;
  gint64 awaited; /* a period whose title is edited as soon as it is there */
  int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS];
  GtkWidget *sections[LUOTAIN_SCENARIO_CARD_N_SECTIONS];

  GtkWidget *title;
  GtkWidget *image;
  GtkWidget *year;
  GtkWidget *narrative;
  GtkBox *passages;
  GtkBox *drafts;
  GtkMenuButton *add_passage;
  GtkBox *periods;
  GtkWidget *add_period;
  LuotainPathBox *path;
  GtkWidget *drivers;
  GtkWidget *frame;
  GtkWidget *frame_narrative;
  GtkWidget *note;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (LuotainScenarioCard, luotain_scenario_card, GTK_TYPE_WIDGET)

#define FRAME_SECTION 6

static const char *const section_ids[LUOTAIN_SCENARIO_CARD_N_SECTIONS] = {
  "head",         "narrative",      "passage_section", "period_section",
  "path_section", "driver_section", "frame_section",   "note_section"
};

gint64
luotain_scenario_card_get_scenario (LuotainScenarioCard *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SCENARIO_CARD (self), 0);

  return self->scenario;
}

/* Layout: the sections below each other, as high as the columns say. */

int
luotain_scenario_card_measure (LuotainScenarioCard *self, int section, int width)
{
  int minimum;
  int natural;

  if (!gtk_widget_get_visible (self->sections[section]))
    return 0;

  gtk_widget_measure (self->sections[section], GTK_ORIENTATION_VERTICAL,
                      MAX (0, width - 2 * LUOTAIN_SCENARIO_CARD_PADDING), &minimum, &natural, NULL, NULL);
  return natural;
}

int
luotain_scenario_card_add_up (const int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS])
{
  int height = 2 * LUOTAIN_SCENARIO_CARD_PADDING;

  for (int i = 0; i < LUOTAIN_SCENARIO_CARD_N_SECTIONS; i++)
    height += heights[i] > 0 ? heights[i] + (i > 0 ? SECTION_SPACING : 0) : 0;
  return height;
}

void
luotain_scenario_card_set_heights (LuotainScenarioCard *self,
                                   const int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS])
{
  if (memcmp (self->heights, heights, sizeof self->heights) == 0)
    return;

  memcpy (self->heights, heights, sizeof self->heights);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static GtkSizeRequestMode
luotain_scenario_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
luotain_scenario_card_measure_all (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                                   int *natural, int *minimum_baseline, int *natural_baseline)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);
  int heights[LUOTAIN_SCENARIO_CARD_N_SECTIONS];

  *minimum = 0;
  for (int i = 0; i < LUOTAIN_SCENARIO_CARD_N_SECTIONS; i++)
    {
      int width = 0;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        gtk_widget_measure (self->sections[i], orientation, -1, &width, NULL, NULL, NULL);
      else
        heights[i] = luotain_scenario_card_measure (self, i, for_size);
      *minimum = MAX (*minimum, width);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum += 2 * LUOTAIN_SCENARIO_CARD_PADDING;
  else
    *minimum = luotain_scenario_card_add_up (heights);
  *natural = *minimum;
}

static void
luotain_scenario_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);
  const int inner = MAX (0, width - 2 * LUOTAIN_SCENARIO_CARD_PADDING);
  int y = LUOTAIN_SCENARIO_CARD_PADDING;

  for (int i = 0; i < LUOTAIN_SCENARIO_CARD_N_SECTIONS; i++)
    {
      const int own = luotain_scenario_card_measure (self, i, width);
      const int high = MAX (self->heights[i], own);

      if (high == 0)
        continue;
      y += i > 0 ? SECTION_SPACING : 0;
      if (gtk_widget_get_visible (self->sections[i]))
        gtk_widget_size_allocate (self->sections[i],
                                  &(GtkAllocation){ LUOTAIN_SCENARIO_CARD_PADDING, y, inner, own }, -1);
      y += high;
    }
}

/* What it shows. */

static LuotainPartBox *
find_part (GtkBox *box, gint64 id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (luotain_part_box_get_part (LUOTAIN_PART_BOX (child)) == id)
        return LUOTAIN_PART_BOX (child);
    }
  return NULL;
}

static void
remove_parts (GtkBox *box, GPtrArray *parts)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      gboolean stays = FALSE;

      for (guint i = 0; i < parts->len; i++)
        stays = stays
                || ((LuotainScenarioPart *) parts->pdata[i])->id
                       == luotain_part_box_get_part (LUOTAIN_PART_BOX (child));
      if (!stays)
        gtk_box_remove (box, child);
      child = next;
    }
}

static void
show_parts (LuotainScenarioCard *self, GtkBox *box, GPtrArray *parts, gboolean period)
{
  GtkWidget *previous = NULL;

  remove_parts (box, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const LuotainScenarioPart *part = parts->pdata[i];
      LuotainPartBox *shown = find_part (box, part->id);

      if (shown == NULL)
        {
          shown = LUOTAIN_PART_BOX (luotain_part_box_new (self->context, part->id, period));
          gtk_box_insert_child_after (box, GTK_WIDGET (shown), previous);
        }
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (shown)) != previous)
        gtk_box_reorder_child_after (box, GTK_WIDGET (shown), previous);
      luotain_part_box_show (shown, part, i == 0, i + 1 == parts->len);
      previous = GTK_WIDGET (shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), parts->len > 0);
}

/* Dimensions without a passage first: they are what is missing. */
static void
show_add_passage (LuotainScenarioCard *self, const LuotainScenarioSheet *sheet)
{
  LuotainWordList *words = luotain_context_get_words (self->context);
  const char *const *keys = luotain_word_list_keys (words, "dimension");
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) missing = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("scenario.add-passage::%s", keys[i]);
      gboolean told = FALSE;

      for (guint j = 0; j < sheet->passages->len; j++)
        {
          const char *dimensions = ((LuotainScenarioPart *) sheet->passages->pdata[j])->dimensions;
          g_auto (GStrv) those = g_strsplit (dimensions != NULL ? dimensions : "", " ", -1);

          told = told || g_strv_contains ((const char *const *) those, keys[i]);
        }
      g_menu_append (told ? more : missing, luotain_word_list_title (words, "dimension", keys[i]), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (missing));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->add_passage, G_MENU_MODEL (menu));
}

static void
show_sections (LuotainScenarioCard *self, const LuotainScenarioSet *set, const LuotainScenarioSheet *sheet)
{
  const gboolean open = luotain_context_get_writable (self->context)
                        && !luotain_context_get_room (self->context);
  gboolean path = FALSE;

  for (guint i = 0; i < set->variables->len; i++)
    path = path || luotain_path_box_concerns (set->variables->pdata[i], sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->add_passage), open);
  gtk_widget_set_visible (self->add_period, open);
  gtk_widget_set_visible (self->menu, open);
  gtk_widget_set_visible (self->sections[2], open || sheet->passages->len > 0);
  gtk_widget_set_visible (self->sections[3], open || sheet->periods->len > 0);
  gtk_widget_set_visible (self->sections[4], path);
  gtk_widget_set_visible (self->sections[7], !luotain_context_get_room (self->context));
}

static void
show_frame (LuotainScenarioCard *self, gint64 frame)
{
  gtk_widget_set_visible (self->frame_narrative, frame != 0);
  if (self->frame_id != frame)
    g_object_set (self->frame_narrative, "record-id", frame, NULL);
  self->frame_id = frame;
}

void
luotain_scenario_card_show (LuotainScenarioCard *self, const LuotainScenarioSet *set,
                            const LuotainScenarioSheet *sheet)
{
  LuotainPartBox *awaited;

  g_return_if_fail (LUOTAIN_IS_SCENARIO_CARD (self));

  self->profile = sheet->profile;
  show_frame (self, sheet->frame);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.open-profile", sheet->profile != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.move-earlier",
                                 set->scenarios->pdata[0] != sheet);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenario.move-later",
                                 set->scenarios->pdata[set->scenarios->len - 1] != sheet);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sheet->title != NULL ? sheet->title : _ ("Scenario"), -1);
  show_parts (self, self->passages, sheet->passages, FALSE);
  show_parts (self, self->periods, sheet->periods, TRUE);
  show_add_passage (self, sheet);
  luotain_path_box_show (self->path, self->context, set, sheet);
  show_sections (self, set, sheet);

  awaited = self->awaited != 0 ? find_part (self->periods, self->awaited) : NULL;
  if (awaited != NULL)
    {
      self->awaited = 0;
      luotain_part_box_edit_title (awaited);
    }
}

GtkWidget *
luotain_scenario_card_find (LuotainScenarioCard *self, gint64 id)
{
  LuotainPartBox *part;

  g_return_val_if_fail (LUOTAIN_IS_SCENARIO_CARD (self), NULL);

  if (id == self->scenario)
    return GTK_WIDGET (self);
  if (id == self->frame_id)
    return self->sections[FRAME_SECTION];
  part = find_part (self->passages, id);
  return (GtkWidget *) (part != NULL ? part : find_part (self->periods, id));
}

static void
select_title (LuotainScenarioCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (
      luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->title)));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (!self->selects_title || gtk_text_iter_equal (&start, &end))
    return;

  self->selects_title = FALSE;
  gtk_text_buffer_select_range (buffer, &start, &end);
}

void
luotain_scenario_card_edit_title (LuotainScenarioCard *self)
{
  g_return_if_fail (LUOTAIN_IS_SCENARIO_CARD (self));

  /* The title of a new card is still on its way. */
  self->selects_title = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->title))));
  select_title (self);
}

/* What is done with it. */

static void
draft_done_cb (LuotainScenarioCard *self, GtkWidget *draft)
{
  gtk_box_remove (self->drafts, draft);
}

static void
add_passage_action (GtkWidget *widget, const char *name, GVariant *dimension)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);
  GtkWidget *draft = luotain_passage_draft_new (self->context, self->scenario,
                                                g_variant_get_string (dimension, NULL));

  g_signal_connect_object (draft, "done", G_CALLBACK (draft_done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->drafts, draft);
  gtk_widget_grab_focus (draft);
}

static void
period_added_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainScenarioCard *self = owner;
  g_autofree gint64 *period = result;

  if (success)
    self->awaited = *period;
}

static void
add_period_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);
  LuotainPartAdd *add = luotain_part_add_new (&luotain_period_type, self->scenario, _ ("New Period"));

  luotain_context_do (self->context, N_ ("Add Period"), luotain_part_add_run, add,
                      (GDestroyNotify) luotain_part_add_free, g_free, period_added_cb, self);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);
  LuotainRecordMove move = { self->scenario, g_str_equal (name, "scenario.move-earlier") ? -1 : 1 };

  luotain_context_do (self->context, N_ ("Move Scenario"), luotain_record_move_run,
                      g_memdup2 (&move, sizeof move), g_free, NULL, NULL, NULL);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);

  luotain_context_delete (self->context, N_ ("Delete Scenario"), self->scenario, _ ("Scenario deleted"));
}

static void
open_profile_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (widget);

  if (self->profile != 0)
    luotain_context_go_to (self->context, self->profile);
}

static void
focused_cb (LuotainScenarioCard *self)
{
  luotain_context_set_selection (self->context, self->scenario);
}

static void
luotain_scenario_card_dispose (GObject *object)
{
  LuotainScenarioCard *self = LUOTAIN_SCENARIO_CARD (object);

  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_SCENARIO_CARD);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_scenario_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < LUOTAIN_SCENARIO_CARD_N_SECTIONS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, section_ids[i], FALSE,
                                               G_STRUCT_OFFSET (LuotainScenarioCard, sections)
                                                   + i * sizeof (GtkWidget *));
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, image);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, year);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, passages);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, drafts);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, add_passage);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, periods);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, add_period);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, path);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, drivers);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, frame);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, frame_narrative);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, note);
  gtk_widget_class_bind_template_child (widget_class, LuotainScenarioCard, menu);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scenario.add-passage", "s", add_passage_action);
  gtk_widget_class_install_action (widget_class, "scenario.add-period", NULL, add_period_action);
  gtk_widget_class_install_action (widget_class, "scenario.move-earlier", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "scenario.move-later", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "scenario.open-profile", NULL, open_profile_action);
  gtk_widget_class_install_action (widget_class, "scenario.delete", NULL, delete_action);
}

static void
luotain_scenario_card_class_init (LuotainScenarioCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_scenario_card_dispose;
  widget_class->get_request_mode = luotain_scenario_card_get_request_mode;
  widget_class->measure = luotain_scenario_card_measure_all;
  widget_class->size_allocate = luotain_scenario_card_size_allocate;

  g_type_ensure (LUOTAIN_TYPE_LINK_BOX);
  g_type_ensure (LUOTAIN_TYPE_NUMBER_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_PATH_BOX);
  g_type_ensure (LUOTAIN_TYPE_TEXT_AREA);
  g_type_ensure (LUOTAIN_TYPE_WORD_PICKER);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-scenario-card.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "scenario");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
watch_focus (LuotainScenarioCard *self, GtkWidget *section)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (section, focus);
}

static void
luotain_scenario_card_init (LuotainScenarioCard *self)
{
  GtkTextView *view;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->narrative = self->sections[1];
  view = luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->narrative));
  gtk_text_view_set_pixels_inside_wrap (view, LEADING);
  view = luotain_text_area_get_view (LUOTAIN_TEXT_AREA (self->title));
  g_signal_connect_object (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (select_title), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* The other sections are of records of their own. */
  watch_focus (self, self->sections[0]);
  watch_focus (self, self->sections[1]);
  watch_focus (self, self->sections[LUOTAIN_SCENARIO_CARD_N_SECTIONS - 1]);
}

static void
frame_created_cb (LuotainScenarioCard *self, const char *text)
{
  luotain_context_do (self->context, N_ ("Add Frame Scenario"), luotain_scenario_frame_run,
                      luotain_frame_add_new (self->scenario, text), (GDestroyNotify) luotain_frame_add_free,
                      NULL, NULL, NULL);
}

GtkWidget *
luotain_scenario_card_new (LuotainContext *context, gint64 scenario)
{
  LuotainScenarioCard *self = g_object_new (LUOTAIN_TYPE_SCENARIO_CARD, NULL);
  GtkWidget *const fields[] = { self->title,   self->image, self->year, self->narrative,
                                self->drivers, self->frame, self->note };

  self->context = g_object_ref (context);
  self->scenario = scenario;
  g_object_set (self->frame_narrative, "context", context, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_object_set (fields[i], "context", context, "record-id", scenario, NULL);
  g_signal_connect_object (self->frame, "create", G_CALLBACK (frame_created_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
