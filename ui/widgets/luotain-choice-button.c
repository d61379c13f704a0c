#include "config.h"

#include "luotain-children.h"
#include "luotain-choice-button.h"
#include "luotain-tab-stop.h"

#include <glib/gi18n.h>
#include <string.h>

/* From so many choices on, there is an entry to search them. */
#define MANY_CHOICES 10
#define MAX_LABEL_CHARS 24

typedef struct
{
  char *key;
  char *label;
} Choice;

struct _LuotainChoiceButton
{
  GtkButton parent_instance;

  char *title;
  char *none_label;
  char *symbol;
  gboolean shows_none;
  char *key;
  char *label;
  GPtrArray *choices;

  GtkWidget *shown; /* the label in the button */
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *scrolled;
};

enum
{
  PROP_TITLE = 1,
  PROP_NONE_LABEL,
  PROP_SYMBOL,
  PROP_SHOWS_NONE,
  N_PROPERTIES
};

enum
{
  OPENING,
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LuotainChoiceButton, luotain_choice_button, GTK_TYPE_BUTTON)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->key);
  g_free (choice->label);
  g_free (choice);
}

static void
make_content (LuotainChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->shown = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->shown), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->shown), MAX_LABEL_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->shown), 0);
  gtk_box_append (GTK_BOX (box), self->shown);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_button_set_child (GTK_BUTTON (self), box);
}

static void
update_shown (LuotainChoiceButton *self)
{
  const char *label = self->key == NULL && self->shows_none ? self->none_label : self->label;
  const char *text = label != NULL ? label : self->title;
  g_autofree char *name = label != NULL ? g_strdup_printf ("%s: %s", self->title, label) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : self->title, -1);
  /* What can be read needs no tooltip; a symbol does, and a text that may be cut. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name == NULL && self->symbol != NULL ? self->title : name);
  if (self->symbol != NULL)
    {
      self->shown = NULL;
      gtk_button_set_icon_name (GTK_BUTTON (self), self->symbol);
      return;
    }
  if (self->shown == NULL)
    make_content (self);
  gtk_label_set_label (GTK_LABEL (self->shown), text != NULL ? text : "");
  if (self->key != NULL && self->none_label != NULL && !self->shows_none)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
}

static GtkWidget *
make_row (LuotainChoiceButton *self, const char *key, const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  if (g_strcmp0 (key, self->key) == 0)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  g_object_set_data_full (G_OBJECT (row), "label", g_strdup (label), g_free);
  return row;
}

static void
fill_list (LuotainChoiceButton *self)
{
  luotain_children_clear_list (GTK_LIST_BOX (self->list));
  if (self->none_label != NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, NULL, self->none_label));
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, choice->key, choice->label));
    }
  gtk_widget_set_visible (self->search, self->choices->len > MANY_CHOICES);
}

static gboolean
row_fits (GtkListBoxRow *row, gpointer user_data)
{
  LuotainChoiceButton *self = user_data;
  const char *wanted = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const char *label = g_object_get_data (G_OBJECT (row), "label");
  g_autofree char *needle = NULL;
  g_autofree char *hay = NULL;

  if (*wanted == '\0')
    return TRUE;
  needle = g_utf8_casefold (wanted, -1);
  hay = g_utf8_casefold (label, -1);
  return strstr (hay, needle) != NULL;
}

static void
row_activated_cb (LuotainChoiceButton *self, GtkListBoxRow *row)
{
  g_autofree char *key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));
  g_autofree char *label = g_strdup (g_object_get_data (G_OBJECT (row), "label"));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  luotain_choice_button_set_chosen (self, key, label);
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

/* Enter in the search entry takes what stands first. */
static void
search_activate_cb (LuotainChoiceButton *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      {
        row_activated_cb (self, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static void
make_popover (LuotainChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->popover = gtk_popover_new ();
  self->search = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->search, 6);
  gtk_widget_set_margin_end (self->search, 6);
  gtk_widget_set_margin_top (self->search, 6);
  self->list = gtk_list_box_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->list);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), row_fits, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"),
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title,
                                  -1);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), luotain_tab_stop_new (self->scrolled));
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                           self->list, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover,
                           G_CONNECT_SWAPPED);
}

static void
focus_chosen (LuotainChoiceButton *self)
{
  if (gtk_widget_get_visible (self->search))
    {
      gtk_widget_grab_focus (self->search);
      return;
    }
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), self->key) == 0)
      {
        gtk_widget_grab_focus (row);
        return;
      }
}

static void
luotain_choice_button_clicked (GtkButton *button)
{
  LuotainChoiceButton *self = LUOTAIN_CHOICE_BUTTON (button);

  if (self->popover == NULL)
    make_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_signal_emit (self, signals[OPENING], 0);
  fill_list (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  focus_chosen (self);
}

static void
luotain_choice_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LuotainChoiceButton *self = LUOTAIN_CHOICE_BUTTON (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, self->title);
  else if (id == PROP_NONE_LABEL)
    g_value_set_string (value, self->none_label);
  else if (id == PROP_SYMBOL)
    g_value_set_string (value, self->symbol);
  else if (id == PROP_SHOWS_NONE)
    g_value_set_boolean (value, self->shows_none);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
luotain_choice_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LuotainChoiceButton *self = LUOTAIN_CHOICE_BUTTON (object);

  switch (id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      break;
    case PROP_NONE_LABEL:
      g_free (self->none_label);
      self->none_label = g_value_dup_string (value);
      break;
    case PROP_SYMBOL:
      g_free (self->symbol);
      self->symbol = g_value_dup_string (value);
      break;
    case PROP_SHOWS_NONE:
      self->shows_none = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (self->title != NULL)
    update_shown (self);
}

static void
luotain_choice_button_dispose (GObject *object)
{
  LuotainChoiceButton *self = LUOTAIN_CHOICE_BUTTON (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (luotain_choice_button_parent_class)->dispose (object);
}

static void
luotain_choice_button_finalize (GObject *object)
{
  LuotainChoiceButton *self = LUOTAIN_CHOICE_BUTTON (object);

  g_free (self->title);
  g_free (self->none_label);
  g_free (self->symbol);
  g_free (self->key);
  g_free (self->label);
  g_ptr_array_unref (self->choices);
  G_OBJECT_CLASS (luotain_choice_button_parent_class)->finalize (object);
}

static void
luotain_choice_button_class_init (LuotainChoiceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = luotain_choice_button_get_property;
  object_class->set_property = luotain_choice_button_set_property;
  object_class->dispose = luotain_choice_button_dispose;
  object_class->finalize = luotain_choice_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = luotain_choice_button_clicked;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_NONE_LABEL] = g_param_spec_string ("none-label", NULL, NULL, NULL, flags);
  properties[PROP_SYMBOL] = g_param_spec_string ("symbol", NULL, NULL, NULL, flags);
  properties[PROP_SHOWS_NONE] = g_param_spec_boolean ("shows-none", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[OPENING] = g_signal_new ("opening", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
luotain_choice_button_init (LuotainChoiceButton *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

GtkWidget *
luotain_choice_button_new (void)
{
  return g_object_new (LUOTAIN_TYPE_CHOICE_BUTTON, NULL);
}

void
luotain_choice_button_begin_choices (LuotainChoiceButton *self)
{
  g_return_if_fail (LUOTAIN_IS_CHOICE_BUTTON (self));

  g_ptr_array_set_size (self->choices, 0);
}

void
luotain_choice_button_add_choice (LuotainChoiceButton *self, const char *key, const char *label)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->key = g_strdup (key);
  choice->label = g_strdup (label);
  g_ptr_array_add (self->choices, choice);
}

static const char *
find_label (LuotainChoiceButton *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (choice->key, key) == 0)
        return choice->label;
    }

  return NULL;
}

void
luotain_choice_button_end_choices (LuotainChoiceButton *self)
{
  g_return_if_fail (LUOTAIN_IS_CHOICE_BUTTON (self));

  if (find_label (self, self->key) != NULL)
    luotain_choice_button_set_chosen (self, self->key, NULL);
  if (self->popover == NULL || !gtk_widget_get_visible (self->popover))
    return;
  fill_list (self);
  focus_chosen (self);
}

void
luotain_choice_button_set_chosen (LuotainChoiceButton *self, const char *key, const char *label)
{
  g_autofree char *kept = g_strdup (key);
  g_autofree char *text = g_strdup (key != NULL && label != NULL ? label : find_label (self, key));

  g_return_if_fail (LUOTAIN_IS_CHOICE_BUTTON (self));

  g_free (self->key);
  self->key = g_steal_pointer (&kept);
  g_free (self->label);
  self->label = g_steal_pointer (&text);
  update_shown (self);
}

const char *
luotain_choice_button_get_chosen (LuotainChoiceButton *self)
{
  g_return_val_if_fail (LUOTAIN_IS_CHOICE_BUTTON (self), NULL);

  return self->key;
}
