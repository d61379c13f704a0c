#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/*
 * Judging within the page of the futures table: a view in the page's stack, made when it is first opened. The page's widgets
 * name the actions `judging.open` and `judging.why-not`, which asks for the scenario that is chosen.
 */

/** luotain_table_judging_attach: gives @page the actions; @stack is where the view will stand, beside its child “table”. */
void luotain_table_judging_attach (GtkWidget *page, GtkStack *stack, LuotainContext *context);

/** luotain_table_judging_is_open: Returns: whether the view is shown. */
gboolean luotain_table_judging_is_open (GtkStack *stack);

/** luotain_table_judging_begin: Returns: whether the view is shown; then it has the focus. */
gboolean luotain_table_judging_begin (GtkStack *stack);

/** luotain_table_judging_choose: says which scenario is chosen, 0 for none. */
void luotain_table_judging_choose (GtkStack *stack, gint64 scenario);

/**
 * luotain_table_judging_keeps:
 *
 * Asked when a record is to be revealed.
 *
 * Returns: whether the view shows it already, since judging was changed just now; else it gives way to the table
 */
gboolean luotain_table_judging_keeps (GtkStack *stack);

G_END_DECLS
