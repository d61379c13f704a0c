#pragma once

#include "luotain-choice-button.h"
#include "luotain-findings-map.h"
#include "luotain-map-card.h"
#include "luotain-map-critical.h"
#include "luotain-map-list.h"
#include "luotain-map-move.h"
#include "luotain-map-view.h"
#include "luotain-matters-list.h"
#include "luotain-rating-panel.h"
#include "luotain-record-picker.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _LuotainFindingsMap
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 awaited; /* a finding to reveal as soon as it is there */
  GCancellable *cancellable;
  gboolean stale; /* something changed while nobody looked */
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
  LuotainMapCard *card;
  GtkWidget *legend;
  GtkWidget *legend_scroller;
  GtkWidget *legend_button; /* in front of a room, where there is no menu */
  gboolean legend_wanted; /* out of the room */
  GtkLabel *info;
  GtkWidget *bar;
  GtkLabel *n_selected;
  GtkMenuButton *move_button;
  LuotainMapMove *move;
  LuotainRecordPicker *gather;
  GtkWidget *sides;
  GtkStack *side_stack;
  LuotainMapList *list;
  GtkLabel *rated;
  LuotainRatingPanel *ratings;
  LuotainMattersList *matters;
  GMenuModel *finding_menu;
};

/* luotain-findings-map.c */
void luotain_findings_map_open (LuotainFindingsMap *self, gint64 id);

/* luotain-findings-map-filter.c */
void luotain_findings_map_show_filter (LuotainFindingsMap *self);
void luotain_findings_map_open_words (LuotainFindingsMap *self, LuotainChoiceButton *button);

/* luotain-findings-map-actions.c */
void luotain_findings_map_show_card (LuotainFindingsMap *self);
void luotain_findings_map_install_actions (GtkWidgetClass *klass);
void luotain_findings_map_popup_menu (LuotainFindingsMap *self, double x, double y);
void luotain_findings_map_move_selected (LuotainFindingsMap *self);
void luotain_findings_map_update_legend (LuotainFindingsMap *self);
void luotain_findings_map_show_legend (LuotainFindingsMap *self, gboolean shown);
gboolean luotain_findings_map_shows_legend (LuotainFindingsMap *self);
void luotain_findings_map_show_side (LuotainFindingsMap *self);
void luotain_findings_map_follow_legend (LuotainFindingsMap *self);
gboolean luotain_findings_map_find_finding (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
