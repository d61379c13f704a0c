#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_DEPENDENCE_CHART (luotain_dependence_chart_get_type ())

/** LuotainDependencePoint: a key variable in the chart; both from 0 to 1. */
typedef struct
{
  char *title;
  double influence;
  double dependence;
} LuotainDependencePoint;

/** LuotainDependenceChart: influence upwards, dependence to the right, four quadrants by the means; names beside the points. */
G_DECLARE_FINAL_TYPE (LuotainDependenceChart, luotain_dependence_chart, LUOTAIN, DEPENDENCE_CHART, GtkWidget)

GtkWidget *luotain_dependence_chart_new (void);

/**
 * luotain_dependence_chart_show:
 * @points: (element-type LuotainDependencePoint) (transfer full): by their importance
 * @influence: where the quadrants part, 0 to 1
 * @dependence: likewise
 */
void luotain_dependence_chart_show (LuotainDependenceChart *self, GArray *points, double influence,
                                    double dependence);

/** luotain_dependence_chart_new_points: Returns: (transfer full): an array for points. */
GArray *luotain_dependence_chart_new_points (void);

G_END_DECLS
