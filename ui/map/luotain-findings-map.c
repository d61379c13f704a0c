#include "config.h"

#include "luotain-asking.h"
#include "luotain-choice-button.h"
#include "luotain-empty-state.h"
#include "luotain-finding-words.h"
#include "luotain-findings-map-private.h"
#include "luotain-map-critical.h"
#include "luotain-map-edits.h"
#include "luotain-map-list.h"
#include "luotain-map-move.h"
#include "luotain-map-view.h"
#include "luotain-matters-list.h"
#include "luotain-page.h"
#include "luotain-rating-panel.h"
#include "luotain-record-picker.h"
#include "luotain-template.h"
#include "luotain-wrap-box.h"

#include <glib/gi18n.h>

enum
{
  PROP_EVIDENCE = 1,
  PROP_IN_EACH,
  PROP_LEGEND,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void page_init (LuotainPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainFindingsMap, luotain_findings_map, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LUOTAIN_TYPE_PAGE, page_init))

static LuotainMapData *
get_data (LuotainFindingsMap *self)
{
  return luotain_map_view_get_data (self->view);
}

static void
filter_cb (LuotainFindingsMap *self)
{
  if (get_data (self) != NULL)
    luotain_findings_map_show_filter (self);
}

static void
clear_cb (LuotainFindingsMap *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  luotain_choice_button_set_chosen (self->kind, NULL, NULL);
  luotain_choice_button_set_chosen (self->dimension, NULL, NULL);
  filter_cb (self);
}

static void
search_done_cb (LuotainFindingsMap *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
layout_cb (LuotainFindingsMap *self, const char *key)
{
  const gboolean grid = g_strcmp0 (key, "grid") == 0;

  luotain_map_view_set_mode (self->view, grid ? LUOTAIN_MAP_GRID : LUOTAIN_MAP_RADAR);
  gtk_widget_set_visible (GTK_WIDGET (self->critical), grid && !luotain_context_get_room (self->context));
  luotain_findings_map_update_legend (self);
}

static void
show_rated (LuotainFindingsMap *self)
{
  const GArray *ids = luotain_map_view_get_selected (self->view);
  LuotainMapData *data = get_data (self);
  const int finding = data != NULL && ids->len == 1
                          ? luotain_map_data_find (data, g_array_index (ids, gint64, 0))
                          : -1;

  gtk_widget_set_visible (GTK_WIDGET (self->ratings), finding >= 0);
  gtk_label_set_text (self->rated, finding >= 0 ? data->findings[finding].title
                                                : _ ("Select a finding to say what the group thinks of it."));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->side_stack)))
    luotain_rating_panel_show (self->ratings, finding >= 0 ? data->findings[finding].id : 0);
}

static void
show_selected (LuotainFindingsMap *self)
{
  const GArray *ids = luotain_map_view_get_selected (self->view);
  const gboolean any = ids->len > 0;
  const gboolean changeable = any && luotain_context_get_writable (self->context);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", ids->len), ids->len);
  static const char *const actions[] = { "page.move-to", "page.gather", "page.mark", "page.make-variables" };
  g_autoptr (GArray) excluded = g_array_copy ((GArray *) ids);

  gtk_label_set_text (self->n_selected, text);
  gtk_widget_set_visible (GTK_WIDGET (self->n_selected), ids->len > 1);
  /* Always there: a map that gives way to it while something is dragged would move under the pointer. */
  gtk_widget_set_visible (self->bar, luotain_context_get_writable (self->context)
                                         && !luotain_context_get_room (self->context));
  gtk_widget_set_sensitive (GTK_WIDGET (self->move_button), changeable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->gather), changeable);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], changeable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.open", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.rate", any);
  luotain_record_picker_set_excluded (self->gather, excluded);
  show_rated (self);
}

static void
map_selected_cb (LuotainFindingsMap *self)
{
  const GArray *ids = luotain_map_view_get_selected (self->view);

  luotain_map_list_select (self->list, (const gint64 *) ids->data, ids->len);
  if (ids->len > 0)
    luotain_context_set_selection (self->context, g_array_index (ids, gint64, 0));
  show_selected (self);
}

static void
list_selected_cb (LuotainFindingsMap *self)
{
  g_autoptr (GArray) ids = luotain_map_list_dup_selected (self->list);

  luotain_map_view_select (self->view, (const gint64 *) ids->data, ids->len);
  if (ids->len > 0)
    luotain_context_set_selection (self->context, g_array_index (ids, gint64, 0));
  show_selected (self);
}

static void
select_one (LuotainFindingsMap *self, gint64 id)
{
  luotain_map_view_select (self->view, &id, 1);
  luotain_map_view_show (self->view, id);
  map_selected_cb (self);
}

static void
matters_selected_cb (LuotainFindingsMap *self, gint64 id)
{
  select_one (self, id);
}

static void
select_candidates_cb (LuotainFindingsMap *self)
{
  g_autoptr (GArray) ids = luotain_map_critical_dup_candidates (self->critical);

  luotain_map_view_select (self->view, (const gint64 *) ids->data, ids->len);
  map_selected_cb (self);
}

/* The page that shows findings is gone to first: this one shows them too. */
void
luotain_findings_map_open (LuotainFindingsMap *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "i", 1);
  luotain_context_go_to (self->context, id);
}

static void
list_open_cb (LuotainFindingsMap *self, gint64 id)
{
  luotain_findings_map_open (self, id);
}

static void
open_cb (LuotainFindingsMap *self, gint64 id)
{
  luotain_findings_map_open (self, id);
}

/* What is pointed at, or has the cursor, stands in full below the map, where labels may be cut. */
static void
cursor_cb (LuotainFindingsMap *self)
{
  LuotainMapData *data = get_data (self);
  const int target = luotain_map_view_get_target (self->view);
  const int shown = target >= 0 ? target : luotain_map_view_get_shown (self->view);
  g_autofree char *title = shown >= 0 ? g_markup_escape_text (data->findings[shown].title, -1) : NULL;
  g_autofree char *plain = shown >= 0 ? luotain_finding_words_finding (data, (guint) shown) : NULL;
  g_autofree char *words = plain != NULL ? g_markup_escape_text (plain, -1) : NULL;
  g_autofree char *text = NULL;

  if (target >= 0)
    text = g_strdup_printf ("<b>%s</b>\n%s", title, _ ("What is dropped here is gathered under it"));
  else if (shown >= 0)
    text = g_strdup_printf ("<b>%s</b>\n%s", title, words);
  /* Two lines always: the map keeps its height. */
  gtk_label_set_markup (self->info, text != NULL ? text : " \n ");
  luotain_findings_map_show_card (self);
}

static void
menu_cb (LuotainFindingsMap *self, double x, double y)
{
  luotain_findings_map_popup_menu (self, x, y);
}

static void
moved_cb (LuotainFindingsMap *self)
{
  luotain_findings_map_move_selected (self);
}

static void
gather_picked_cb (LuotainFindingsMap *self, gint64 id)
{
  LuotainMapData *data = get_data (self);
  const int finding = luotain_map_data_find (data, id);

  luotain_map_gather (self->context, luotain_map_view_get_selected (self->view), id,
                      finding >= 0 ? data->findings[finding].title : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
side_cb (LuotainFindingsMap *self)
{
  if (self->context != NULL)
    show_rated (self);
}

/* Where the list would lie over the map, it waits to be asked for. */
static gboolean
fold (gpointer data)
{
  LuotainFindingsMap *self = data;

  if (self->flap != NULL)
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_folded (self->flap));
  return G_SOURCE_REMOVE;
}

static void
folded_cb (LuotainFindingsMap *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, fold, g_object_ref (self), g_object_unref);
}

static void
show_room (LuotainFindingsMap *self)
{
  const gboolean room = luotain_context_get_room (self->context);

  gtk_widget_set_visible (self->controls, !room);
  gtk_widget_set_visible (GTK_WIDGET (self->critical),
                          !room && luotain_map_view_get_mode (self->view) == LUOTAIN_MAP_GRID);
  luotain_findings_map_show_side (self);
  show_selected (self);
  /* What had the focus may be gone, and the map is all there is. */
  if (room && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
reveal_awaited (LuotainFindingsMap *self)
{
  const gint64 id = self->awaited;
  const int finding = luotain_map_data_find (get_data (self), id);

  if (id == 0 || finding < 0)
    return;

  self->awaited = 0;
  clear_cb (self);
  select_one (self, id);
}

static void
data_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingsMap *self = owner;
  g_autoptr (LuotainMapData) data = result;

  if (!success)
    return;

  luotain_map_view_set_data (self->view, data);
  luotain_map_critical_set_data (self->critical, data);
  luotain_matters_list_set_data (self->matters, data);
  luotain_findings_map_show_filter (self);
  show_selected (self);
  luotain_findings_map_update_legend (self);
  gtk_stack_set_visible_child_name (self->stack, data->n_findings > 0 ? "map" : "empty");
  reveal_awaited (self);
}

static void
refresh (LuotainFindingsMap *self)
{
  LuotainMapQuery query = { luotain_context_get_sector (self->context),
                            luotain_context_get_language (self->context), .interface_words = TRUE };

  self->stale = FALSE;
  luotain_ask_anew (&self->cancellable);
  luotain_context_read (self->context, luotain_map_query_run, g_memdup2 (&query, sizeof query), g_free,
                        (GDestroyNotify) luotain_map_data_unref, self->cancellable, data_read_cb, self);
}

static void
changed_cb (LuotainFindingsMap *self, LuotainChanges *changes)
{
  static const char *const types[] = { "finding", "rating", "sector", "workbook", "vocabulary-entry", NULL };

  /* What nobody looks at is read when it is shown again. */
  if (!luotain_changes_touch (changes, types))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->stale = TRUE;
}

static void
luotain_findings_map_map (GtkWidget *widget)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (widget);

  GTK_WIDGET_CLASS (luotain_findings_map_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
found_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainFindingsMap *self = owner;
  g_autofree gint64 *id = result;

  if (!success || id == NULL || *id == 0)
    return;

  self->awaited = *id;
  if (get_data (self) != NULL)
    reveal_awaited (self);
}

static void
luotain_findings_map_reveal (LuotainPage *page, gint64 id)
{
  luotain_context_read (LUOTAIN_FINDINGS_MAP (page)->context, luotain_findings_map_find_finding,
                        g_memdup2 (&id, sizeof id), g_free, g_free, NULL, found_cb, page);
}

static void
luotain_findings_map_begin (LuotainPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (LUOTAIN_FINDINGS_MAP (page)->view));
}

static void
luotain_findings_map_search (LuotainPage *page)
{
  gtk_widget_grab_focus (LUOTAIN_FINDINGS_MAP (page)->text);
}

static gboolean
luotain_findings_map_can_show (LuotainPage *page, const char *type_name)
{
  return g_str_equal (type_name, "finding") || g_str_equal (type_name, "rating");
}

static void
page_init (LuotainPageInterface *iface)
{
  iface->reveal = luotain_findings_map_reveal;
  iface->begin = luotain_findings_map_begin;
  iface->search = luotain_findings_map_search;
  iface->can_show = luotain_findings_map_can_show;
}

static void
luotain_findings_map_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (object);

  switch (property_id)
    {
    case PROP_EVIDENCE:
      g_value_set_boolean (value, self->evidence);
      break;
    case PROP_IN_EACH:
      g_value_set_boolean (value, self->in_each);
      break;
    case PROP_LEGEND:
      g_value_set_boolean (value, luotain_findings_map_shows_legend (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
luotain_findings_map_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (object);

  switch (property_id)
    {
    case PROP_EVIDENCE:
      self->evidence = g_value_get_boolean (value);
      luotain_map_view_set_links (self->view,
                                  self->evidence ? LUOTAIN_MAP_ALL_LINKS : LUOTAIN_MAP_LINKS_OF_SELECTED);
      break;
    case PROP_IN_EACH:
      self->in_each = g_value_get_boolean (value);
      luotain_map_view_set_sharing (self->view, self->in_each ? LUOTAIN_MAP_IN_EACH : LUOTAIN_MAP_ON_BORDER);
      break;
    case PROP_LEGEND:
      luotain_findings_map_show_legend (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  g_object_notify_by_pspec (object, pspec);
}

static void
luotain_findings_map_dispose (GObject *object)
{
  LuotainFindingsMap *self = LUOTAIN_FINDINGS_MAP (object);

  luotain_ask_no_more (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  luotain_template_dispose (GTK_WIDGET (self), LUOTAIN_TYPE_FINDINGS_MAP);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_findings_map_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = luotain_findings_map_get_property;
  object_class->set_property = luotain_findings_map_set_property;
  properties[PROP_EVIDENCE] = g_param_spec_boolean ("evidence", NULL, NULL, FALSE, flags);
  properties[PROP_IN_EACH] = g_param_spec_boolean ("in-each", NULL, NULL, FALSE, flags);
  properties[PROP_LEGEND] = g_param_spec_boolean ("legend", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-findings-map.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, flap);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, controls);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, text);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, count);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, layout_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, kind);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, dimension);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, clear);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, critical);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, view);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, card);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, legend);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, legend_scroller);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, legend_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, info);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, bar);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, n_selected);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, move_button);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, move);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, gather);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, sides);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, side_stack);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, list);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, rated);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, ratings);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, matters);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingsMap, finding_menu);
}

static void
luotain_findings_map_class_init (LuotainFindingsMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_findings_map_dispose;
  widget_class->map = luotain_findings_map_map;
  install_properties (G_OBJECT_CLASS (klass));

  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  g_type_ensure (LUOTAIN_TYPE_EMPTY_STATE);
  g_type_ensure (LUOTAIN_TYPE_MAP_CARD);
  g_type_ensure (LUOTAIN_TYPE_MAP_CRITICAL);
  g_type_ensure (LUOTAIN_TYPE_MAP_LIST);
  g_type_ensure (LUOTAIN_TYPE_MAP_MOVE);
  g_type_ensure (LUOTAIN_TYPE_MAP_VIEW);
  g_type_ensure (LUOTAIN_TYPE_MATTERS_LIST);
  g_type_ensure (LUOTAIN_TYPE_RATING_PANEL);
  g_type_ensure (LUOTAIN_TYPE_RECORD_PICKER);
  g_type_ensure (LUOTAIN_TYPE_WRAP_BOX);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "words_opening_cb",
                                                G_CALLBACK (luotain_findings_map_open_words));
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, matters_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cursor_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "show_card",
                                                G_CALLBACK (luotain_findings_map_show_card));
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, gather_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  luotain_findings_map_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
luotain_findings_map_init (LuotainFindingsMap *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  luotain_choice_button_add_choice (self->layout_button, "radar", _ ("Dimension and Time"));
  luotain_choice_button_add_choice (self->layout_button, "grid", _ ("Impact and Uncertainty"));
  luotain_choice_button_set_chosen (self->layout_button, "radar", NULL);
  luotain_map_view_set_links (self->view, LUOTAIN_MAP_LINKS_OF_SELECTED);
  g_signal_connect_object (self->critical, "select", G_CALLBACK (select_candidates_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  luotain_findings_map_follow_legend (self);
  luotain_page_add_shortcut (GTK_WIDGET (self), GDK_KEY_l, "page.legend");
}

GtkWidget *
luotain_findings_map_new (LuotainContext *context)
{
  static const char *const notices[] = { "notify::sector", "notify::words", "notify::language" };
  LuotainFindingsMap *self = g_object_new (LUOTAIN_TYPE_FINDINGS_MAP, NULL);

  self->context = g_object_ref (context);
  luotain_map_view_set_context (self->view, context);
  luotain_map_card_set_context (self->card, context, GTK_WIDGET (self->view));
  luotain_map_list_set_context (self->list, context);
  luotain_map_critical_set_context (self->critical, context);
  luotain_matters_list_set_context (self->matters, context);
  luotain_rating_panel_set_context (self->ratings, context);
  g_object_set (self->gather, "context", context, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (notices); i++)
    g_signal_connect_object (context, notices[i], G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::room", G_CALLBACK (show_room), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::writable", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_room (self);
  refresh (self);
  return GTK_WIDGET (self);
}
