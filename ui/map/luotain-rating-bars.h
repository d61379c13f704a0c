#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_RATING_BARS (luotain_rating_bars_get_type ())

/** LuotainRatingBars: a small histogram: how many hands stand behind each step. What it shows is also said in words. */
G_DECLARE_FINAL_TYPE (LuotainRatingBars, luotain_rating_bars, LUOTAIN, RATING_BARS, GtkWidget)

GtkWidget *luotain_rating_bars_new (void);

/**
 * luotain_rating_bars_set:
 * @self: bars
 * @counts: (array length=n): hands a step, in the order they are drawn
 * @from: where the middle half begins, as an index into @counts
 * @to: where it ends; below @from where there is none
 * @words: the same in words
 */
void luotain_rating_bars_set (LuotainRatingBars *self, const guint *counts, guint n, int from, int to,
                              const char *words);

G_END_DECLS
