#include "config.h"

#include "luotain-change-item.h"
#include "luotain-children.h"
#include "luotain-date.h"
#include "luotain-shelf-detail.h"
#include "luotain-shelf-line.h"

#include <glib/gi18n.h>

/* Beyond these, the command line says more: `luotain-cli verify`. */
#define MOST_NOTES 50
#define MOST_CHANGES 200

struct _LuotainShelfDetail
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkImage *icon;
  GtkLabel *state;
  GtkButton *open_button;
  GtkButton *verify_button;
  GtkButton *compare_button;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (LuotainShelfDetail, luotain_shelf_detail, ADW_TYPE_BIN)

static AdwPreferencesGroup *
add_group (LuotainShelfDetail *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = subtitle != NULL ? g_strdup_printf ("%s: %s", title, subtitle) : g_strdup (title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

static void
add_fact (AdwPreferencesGroup *group, const char *title, const char *value)
{
  if (value != NULL && *value != '\0')
    add_row (group, title, value);
}

static void
add_facts (LuotainShelfDetail *self, const LuotainShelfItem *item)
{
  AdwPreferencesGroup *group = add_group (self, item->package ? _ ("Package") : _ ("Workbook"));
  g_autofree char *date = luotain_date_to_display (item->date);

  add_fact (group, _ ("File"), item->name);
  add_fact (group, _ ("Made On"), date);
  if (item->outline != NULL)
    {
      g_autofree char *sectors = luotain_shelf_join (item->outline->sectors);
      g_autofree char *editions = luotain_shelf_join (item->outline->editions);

      add_fact (group, _ ("Region"), item->outline->region);
      add_fact (group, _ ("Sectors"), sectors);
      add_fact (group, _ ("Year"), item->year);
      add_fact (group, _ ("Editions"), editions);
    }
  if (item->ours)
    add_fact (group, _ ("Personal Data"), item->left_out ? _ ("Left out") : _ ("Included"));
  add_fact (group, _ ("SHA-256"), item->identity);
}

static void
add_notes (LuotainShelfDetail *self, const LuotainShelfItem *item, const LuotainBag *bag)
{
  AdwPreferencesGroup *group;
  g_autofree char *more = NULL;

  if (bag == NULL && item->fault == NULL)
    return;
  if (bag != NULL && bag->notes->len == 0)
    return;

  group = add_group (self, bag != NULL && bag->n_faults == 0 ? _ ("Worth Knowing") : _ ("What Is Wrong"));
  if (bag == NULL)
    {
      add_row (group, item->fault, NULL);
      return;
    }

  for (guint i = 0; i < bag->notes->len && i < MOST_NOTES; i++)
    {
      g_autofree char *sentence = luotain_bag_note_to_string (bag->notes->pdata[i]);

      add_row (group, sentence, NULL);
    }
  more = g_strdup_printf (_ ("%u in all; “luotain-cli verify” names them"), bag->n_faults);
  if (bag->notes->len > MOST_NOTES)
    add_row (group, more, NULL);
}

static void
add_take (AdwActionRow *row, const LuotainOutlinePart *part)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take It Over"));
  g_autofree char *name = g_strdup_printf (_ ("Take “%s” over into this workbook"), part->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "archive.take");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", part->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (row, button);
}

static void
add_parts (LuotainShelfDetail *self, const LuotainOutline *outline, gboolean profile, gboolean takes)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < outline->parts->len; i++)
    {
      const LuotainOutlinePart *part = outline->parts->pdata[i];
      AdwActionRow *row;

      if (part->profile != profile)
        continue;
      if (group == NULL)
        group = add_group (self, profile ? _ ("Profiles") : _ ("Scenarios"));
      row = add_row (group, part->title, NULL);
      if (takes && part->id != 0)
        add_take (row, part);
    }
}

void
luotain_shelf_detail_show (LuotainShelfDetail *self, LuotainShelfItem *item, const LuotainBag *bag,
                           gboolean takes)
{
  g_autofree char *state = luotain_shelf_state (item);
  const char *open = item->package ? _ ("Read the Report") : _ ("Open Workbook");

  g_return_if_fail (LUOTAIN_IS_SHELF_DETAIL (self));

  gtk_label_set_label (self->title, luotain_shelf_title (item));
  gtk_label_set_label (self->state, state);
  gtk_image_set_from_icon_name (self->icon, luotain_shelf_state_icon (item));
  gtk_button_set_label (self->open_button, open);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL, open,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), item->package ? item->ours : item->fault == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verify_button), item->package);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button),
                          item->package ? item->ours : item->fault == NULL);

  luotain_children_clear_box (self->groups);
  add_notes (self, item, bag);
  if (item->outline != NULL)
    {
      add_parts (self, item->outline, FALSE, takes);
      add_parts (self, item->outline, TRUE, takes);
    }
  add_facts (self, item);
}

/* A row of a list can have the focus, and so it needs a name. */
static void
add_change (GtkListBox *list, LuotainChangeItem *item)
{
  const LuotainChange *change = luotain_change_item_get_change (item);
  const char *title = change->title_after != NULL ? change->title_after : change->title_before;
  g_autofree char *name = g_strdup_printf ("%s: %s", luotain_change_kind_label (change->kind),
                                           title != NULL ? title : gettext (change->type->label));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), luotain_change_item_make_row (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

/* One list a group, as the editions tell it. */
static void
add_changes (GtkBox *box, const LuotainComparison *comparison)
{
  GtkWidget *list = NULL;
  int group = -1;

  for (guint i = 0; i < comparison->changes->len && i < MOST_CHANGES; i++)
    {
      const LuotainChange *change = comparison->changes->pdata[i];
      g_autoptr (LuotainChangeItem) item = luotain_change_item_new (change, NULL);

      if ((int) change->group != group)
        {
          GtkWidget *heading = gtk_label_new (luotain_change_group_label (change->group));

          group = (int) change->group;
          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_widget_add_css_class (heading, "heading");
          gtk_box_append (box, heading);
          list = gtk_list_box_new ();
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          luotain_change_group_label (change->group), -1);
          gtk_box_append (box, list);
        }
      add_change (GTK_LIST_BOX (list), item);
    }
}

void
luotain_shelf_detail_show_comparison (LuotainShelfDetail *self, const LuotainComparison *comparison)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const guint count = comparison->changes->len;
  g_autofree char *text = g_strdup_printf (ngettext ("%u record differs from it to this workbook",
                                                     "%u records differ from it to this workbook", count),
                                           count);
  GtkWidget *label = gtk_label_new (count > 0 ? text : _ ("Nothing changed from it to this workbook"));

  g_return_if_fail (LUOTAIN_IS_SHELF_DETAIL (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (GTK_BOX (box), label);
  add_changes (GTK_BOX (box), comparison);
  gtk_box_prepend (self->groups, box);
}

static void
luotain_shelf_detail_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_SHELF_DETAIL);
  G_OBJECT_CLASS (luotain_shelf_detail_parent_class)->dispose (object);
}

static void
luotain_shelf_detail_class_init (LuotainShelfDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_shelf_detail_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-shelf-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, icon);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, state);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, open_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, verify_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfDetail, groups);
}

static void
luotain_shelf_detail_init (LuotainShelfDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
