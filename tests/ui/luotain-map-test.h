#pragma once

/* What the tests of the map begin with: the page on a workbook, and what stands on it. */

#include "luotain-ui-test.h"

#include "luotain-map-list.h"
#include "luotain-map-view.h"

#include <math.h>

typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *page;
  LuotainMapView *view;
  LuotainMapList *list;
} MapTest;

static inline MapTest *
map_test_new (LuotainUiTestContent content)
{
  MapTest *self = g_new0 (MapTest, 1);

  self->ui = luotain_ui_test_new (content);
  gtk_window_set_default_size (GTK_WINDOW (self->ui->window), 1600, 900);
  self->page = luotain_ui_test_show (self->ui, "map");
  self->view = LUOTAIN_MAP_VIEW (luotain_ui_test_find (self->page, LUOTAIN_TYPE_MAP_VIEW));
  self->list = LUOTAIN_MAP_LIST (luotain_ui_test_find (self->page, LUOTAIN_TYPE_MAP_LIST));
  luotain_ui_test_settle (self->ui);
  return self;
}

static inline void
map_test_free (MapTest *self)
{
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MapTest, map_test_free)

static inline const LuotainMapFinding *
finding (MapTest *self, guint index)
{
  return &luotain_map_view_get_data (self->view)->findings[index];
}

static inline double
value (MapTest *self, gint64 id, LuotainMapScale scale)
{
  LuotainMapData *data = luotain_map_view_get_data (self->view);

  return data->findings[luotain_map_data_find (data, id)].ratings[scale].value;
}

/* Findings that were rated on a scale by the group itself, so that a step from it is a whole one. */
static inline gint64
rated (MapTest *self, LuotainMapScale scale, double at, guint skip)
{
  LuotainMapData *data = luotain_map_view_get_data (self->view);

  for (guint i = 0; i < data->n_findings; i++)
    {
      const LuotainMapRating *rating = &data->findings[i].ratings[scale];

      if (rating->id != 0 && rating->n == 0 && (isnan (at) || rating->value == at) && skip-- == 0)
        return data->findings[i].id;
    }
  g_assert_not_reached ();
}

static inline void
select_findings (MapTest *self, const gint64 *ids, guint n)
{
  luotain_map_view_select (self->view, ids, n);
  g_signal_emit_by_name (self->view, "selected");
  luotain_ui_test_settle (self->ui);
}

static inline void
undo (MapTest *self)
{
  g_autoptr (GError) error = NULL;

  luotain_history_undo (luotain_context_get_history (self->ui->context), NULL, &error);
  g_assert_no_error (error);
  luotain_ui_test_settle (self->ui);
}

static inline void
press (MapTest *self, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));
  gboolean done = FALSE;

  for (guint i = 0; !done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; !done && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger)
              || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != keyval
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != state)
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->view),
                                        gtk_shortcut_get_arguments (shortcut));
          done = TRUE;
        }
    }
  g_assert_true (done);
  luotain_ui_test_settle (self->ui);
}
