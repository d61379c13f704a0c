#include "config.h"

#include "luotain-profile-chip.h"

#include "luotain-syllables.h"

#include <glib/gi18n.h>

struct _LuotainProfileChip
{
  GtkButton parent_instance;

  gint64 entry;
  gint64 level;

  GtkWidget *only_here;
  GtkLabel *direction;
  GtkLabel *title;
  GtkLabel *spread;
  GtkWidget *warning;
};

G_DEFINE_FINAL_TYPE (LuotainProfileChip, luotain_profile_chip, GTK_TYPE_BUTTON)

/* Where a word stands in its vocabulary, from 0 for the first to 1 for the last; below 0 for no word of it. */
static double
place_of (LuotainWordList *words, const char *vocabulary, const char *key)
{
  const char *const *keys = luotain_word_list_keys (words, vocabulary);
  const guint n_keys = g_strv_length ((char **) keys);

  for (guint i = 0; key != NULL && i < n_keys; i++)
    {
      if (g_str_equal (keys[i], key))
        return n_keys > 1 ? (double) i / (n_keys - 1) : 1.0;
    }
  return -1.0;
}

static void
show_importance (LuotainProfileChip *self, double place)
{
  static const char *const classes[] = { "useful", "important", "essential" };
  const int wanted = place < 0 ? -1 : place < 0.34 ? 0 : place < 0.99 ? 1 : 2;

  for (int i = 0; i < (int) G_N_ELEMENTS (classes); i++)
    {
      if (i == wanted)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
    }
}

/* A workbook may rename the directions and add to them: the first grows, the last declines. */
static void
show_direction (LuotainProfileChip *self, double place)
{
  const char *sign = place < 0 ? "" : place < 0.01 ? "▲" : place > 0.99 ? "▼" : "";

  gtk_label_set_text (self->direction, sign);
  gtk_widget_set_visible (GTK_WIDGET (self->direction), *sign != '\0');
}

static char *
dup_spread_text (const LuotainProfileItem *item, guint n_scenarios)
{
  if (n_scenarios < 2 || item->n_scenarios < 2)
    return NULL;
  if (item->n_scenarios >= n_scenarios)
    return g_strdup_printf (ngettext ("needed in all %u scenario", "needed in all %u scenarios", n_scenarios),
                            n_scenarios);
  /* Translators: in how many scenarios of how many a competence is needed. */
  return g_strdup_printf (_ ("needed in %u of %u scenarios"), item->n_scenarios, n_scenarios);
}

static void
show_spread (LuotainProfileChip *self, const LuotainProfileItem *item, guint n_scenarios)
{
  const gboolean several = n_scenarios > 1 && item->n_scenarios > 1;

  gtk_label_set_text (self->spread, item->n_scenarios >= n_scenarios ? "●" : "◐");
  gtk_widget_set_visible (GTK_WIDGET (self->spread), several);
}

static const char *
unfinished_text (const LuotainProfileItem *item)
{
  if (item->competence == 0)
    return _ ("Unfinished: the competence was deleted");
  if (item->level == 0)
    return _ ("Unfinished: the role level was deleted");
  return NULL;
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, ", %s", part);
}

static void
say (LuotainProfileChip *self, const LuotainProfileItem *item, guint n_scenarios, LuotainWordList *words)
{
  const char *name = item->title != NULL ? item->title : _ ("No Competence");
  g_autofree char *spread = dup_spread_text (item, n_scenarios);
  g_autoptr (GString) text = g_string_new (name);

  add_part (text, luotain_word_list_title (words, "importance", item->importance));
  add_part (text, luotain_word_list_title (words, "change-direction", item->direction));
  add_part (text, spread);
  add_part (text, item->job_title_name);
  add_part (text, unfinished_text (item));
  add_part (text, item->only_here ? _ ("only in this profile") : NULL);
  add_part (text, item->stale ? _ ("what it rests on has changed") : NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text->str);
}

void
luotain_profile_chip_set_item (LuotainProfileChip *self, const LuotainProfileItem *item, guint n_scenarios,
                               LuotainWordList *words)
{
  g_autofree char *shown = NULL;
  g_autofree char *syllables = NULL;
  const gboolean unfinished = item->competence == 0 || item->level == 0;

  g_return_if_fail (LUOTAIN_IS_PROFILE_CHIP (self));

  self->entry = item->id;
  self->level = item->level;
  shown = item->job_title_name == NULL
              ? g_strdup (item->title)
              : g_strdup_printf ("%s · %s", item->title != NULL ? item->title : "–", item->job_title_name);
  syllables = luotain_syllables_mark (shown != NULL ? shown : _ ("No Competence"),
                                      luotain_language_of_locale ());
  gtk_label_set_text (self->title, syllables);
  gtk_widget_set_visible (self->only_here, item->only_here);
  show_importance (self, place_of (words, "importance", item->importance));
  show_direction (self, place_of (words, "change-direction", item->direction));
  show_spread (self, item, n_scenarios);
  gtk_widget_set_visible (self->warning, unfinished || item->stale);
  if (unfinished)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unfinished");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unfinished");
  say (self, item, n_scenarios, words);
}

gint64
luotain_profile_chip_get_entry (LuotainProfileChip *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CHIP (self), 0);

  return self->entry;
}

gint64
luotain_profile_chip_get_level (LuotainProfileChip *self)
{
  g_return_val_if_fail (LUOTAIN_IS_PROFILE_CHIP (self), 0);

  return self->level;
}

void
luotain_profile_chip_set_chosen (LuotainProfileChip *self, gboolean chosen)
{
  g_return_if_fail (LUOTAIN_IS_PROFILE_CHIP (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static GdkContentProvider *
drag_prepare_cb (LuotainProfileChip *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, self->entry);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer user_data)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 8, 8);
}

static void
luotain_profile_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LUOTAIN_TYPE_PROFILE_CHIP);

  G_OBJECT_CLASS (luotain_profile_chip_parent_class)->dispose (object);
}

static void
luotain_profile_chip_class_init (LuotainProfileChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_profile_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-profile-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileChip, only_here);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileChip, direction);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileChip, title);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileChip, spread);
  gtk_widget_class_bind_template_child (widget_class, LuotainProfileChip, warning);
  gtk_widget_class_bind_template_callback (widget_class, drag_prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
luotain_profile_chip_init (LuotainProfileChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
luotain_profile_chip_new (void)
{
  return g_object_new (LUOTAIN_TYPE_PROFILE_CHIP, NULL);
}
