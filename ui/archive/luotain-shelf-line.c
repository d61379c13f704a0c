#include "config.h"

#include "luotain-children.h"
#include "luotain-date.h"
#include "luotain-shelf-line.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

struct _LuotainShelfLine
{
  GtkListBoxRow parent_instance;

  LuotainShelfItem *item;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *icon;
  GtkLabel *state;
};

G_DEFINE_FINAL_TYPE (LuotainShelfLine, luotain_shelf_line, GTK_TYPE_LIST_BOX_ROW)

const char *
luotain_shelf_title (const LuotainShelfItem *item)
{
  return item->outline != NULL && item->outline->title != NULL ? item->outline->title : item->name;
}

char *
luotain_shelf_join (GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *) texts->pdata[i]);
  return g_string_free (text, FALSE);
}

static char *
display_day (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");

  return luotain_date_to_display (day);
}

char *
luotain_shelf_state (const LuotainShelfItem *item)
{
  g_autofree char *day = item->verified.when > 0 ? display_day (item->verified.when) : NULL;

  if (item->fault != NULL)
    return item->package ? g_strdup (_ ("Something is wrong")) : g_strdup (_ ("Cannot be opened"));
  if (!item->package)
    return g_strdup (_ ("Workbook"));
  if (day == NULL)
    return g_strdup (_ ("Not verified yet"));

  /* Translators: %s is a day. */
  return g_strdup_printf (item->verified.whole ? _ ("Verified %s") : _ ("Faults found %s"), day);
}

const char *
luotain_shelf_state_icon (const LuotainShelfItem *item)
{
  if (item->fault != NULL || (item->verified.when > 0 && !item->verified.whole))
    return "dialog-warning-symbolic";
  if (!item->package)
    return "x-office-document-symbolic";
  return item->verified.when > 0 ? "emblem-ok-symbolic" : "package-x-generic-symbolic";
}

static guint
count_scenarios (const LuotainOutline *outline)
{
  guint count = 0;

  for (guint i = 0; i < outline->parts->len; i++)
    count += !((const LuotainOutlinePart *) outline->parts->pdata[i])->profile;
  return count;
}

static char *
dup_subtitle (const LuotainShelfItem *item)
{
  GString *text = g_string_new (NULL);

  if (item->outline != NULL)
    {
      g_autofree char *sectors = luotain_shelf_join (item->outline->sectors);
      const guint n_scenarios = count_scenarios (item->outline);
      g_autofree char *scenarios = g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n_scenarios),
                                                    n_scenarios);

      luotain_text_add_part (text, " · ", sectors);
      luotain_text_add_part (text, " · ", item->year);
      luotain_text_add_part (text, " · ", item->edition);
      luotain_text_add_part (text, " · ", n_scenarios > 0 ? scenarios : NULL);
    }
  return g_string_free (text, FALSE);
}

static void
luotain_shelf_line_dispose (GObject *object)
{
  g_clear_pointer (&LUOTAIN_SHELF_LINE (object)->item, luotain_shelf_item_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_SHELF_LINE);
  G_OBJECT_CLASS (luotain_shelf_line_parent_class)->dispose (object);
}

static void
luotain_shelf_line_class_init (LuotainShelfLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_shelf_line_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-shelf-line.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfLine, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfLine, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfLine, icon);
  gtk_widget_class_bind_template_child (widget_class, LuotainShelfLine, state);
}

static void
luotain_shelf_line_init (LuotainShelfLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
shelf_line_new (LuotainShelfItem *item)
{
  LuotainShelfLine *self = g_object_new (LUOTAIN_TYPE_SHELF_LINE, NULL);
  g_autofree char *subtitle = dup_subtitle (item);
  g_autofree char *state = luotain_shelf_state (item);
  g_autofree char *line = g_strdup_printf ("%s · %s", state, item->name);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", luotain_shelf_title (item), subtitle, line);

  self->item = luotain_shelf_item_ref (item);
  gtk_label_set_label (self->title, luotain_shelf_title (item));
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_label_set_label (self->state, line);
  gtk_image_set_from_icon_name (self->icon, luotain_shelf_state_icon (item));
  if (item->fault != NULL || (item->verified.when > 0 && !item->verified.whole))
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
  else if (item->verified.when > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), "success");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

LuotainShelfItem *
luotain_shelf_line_get_item (LuotainShelfLine *self)
{
  g_return_val_if_fail (LUOTAIN_IS_SHELF_LINE (self), NULL);

  return self->item;
}

void
luotain_shelf_line_fill_list (GtkListBox *list, GPtrArray *items, const char *wanted)
{
  GtkListBoxRow *found = NULL;

  luotain_children_clear_list (list);

  for (guint i = 0; i < items->len; i++)
    {
      LuotainShelfItem *item = items->pdata[i];
      GtkWidget *line = shelf_line_new (item);

      gtk_list_box_append (list, line);
      if (g_strcmp0 (item->name, wanted) == 0)
        found = GTK_LIST_BOX_ROW (line);
    }

  if (found != NULL)
    gtk_list_box_select_row (list, found);
}
