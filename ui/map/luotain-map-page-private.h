#pragma once

#include "luotain-choice-button.h"
#include "luotain-map-critical.h"
#include "luotain-map-list.h"
#include "luotain-map-move.h"
#include "luotain-map-page.h"
#include "luotain-map-view.h"
#include "luotain-matters-list.h"
#include "luotain-rating-panel.h"
#include "luotain-record-picker.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _LuotainMapPage
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 awaited; /* a finding to reveal as soon as it is there */
  GCancellable *cancellable;
  gboolean evidence;
  gboolean in_each;
  GtkWidget *popover; /* (nullable): of the menu */

  GtkStack *stack;
  AdwFlap *flap;
  GtkWidget *controls;
  GtkWidget *text;
  GtkLabel *count;
  LuotainChoiceButton *layout_button;
  LuotainChoiceButton *kind;
  LuotainChoiceButton *dimension;
  GtkWidget *clear;
  LuotainMapCritical *critical;
  LuotainMapView *view;
  GtkWidget *legend;
  GtkLabel *info;
  GtkWidget *bar;
  GtkLabel *n_selected;
  GtkMenuButton *move_button;
  LuotainMapMove *move;
  LuotainRecordPicker *gather;
  GtkStack *side_stack;
  LuotainMapList *list;
  GtkLabel *rated;
  LuotainRatingPanel *ratings;
  LuotainMattersList *matters;
  GMenuModel *finding_menu;
};

/* luotain-map-page.c */
void luotain_map_page_open (LuotainMapPage *self, gint64 id);

/* luotain-map-page-filter.c */
void luotain_map_page_show_filter (LuotainMapPage *self);
void luotain_map_page_open_words (LuotainMapPage *self, LuotainChoiceButton *button);

/* luotain-map-page-actions.c */
void luotain_map_page_install_actions (GtkWidgetClass *klass);
void luotain_map_page_popup_menu (LuotainMapPage *self, double x, double y);
void luotain_map_page_move_selected (LuotainMapPage *self);
void luotain_map_page_update_legend (LuotainMapPage *self);
void luotain_map_page_follow_legend (LuotainMapPage *self);
gboolean luotain_map_page_find_finding (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
