#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_JUDGEMENT_ROW (luotain_judgement_row_get_type ())

/**
 * LuotainJudgementRow: one state that is judged: its name, and the scale as a row of buttons, of which one is chosen or
 * none. Takes the focus as a whole.
 *
 * Signal `changed`: somebody chose otherwise. Signal `pointed`: somebody clicked into it.
 */
G_DECLARE_FINAL_TYPE (LuotainJudgementRow, luotain_judgement_row, LUOTAIN, JUDGEMENT_ROW, GtkWidget)

GtkWidget *luotain_judgement_row_new (int scale);

/**
 * luotain_judgement_row_show:
 * @title: of the state
 * @value: what is chosen; LUOTAIN_NUMBER_UNSET for nothing
 * @note: (nullable): the reason, if there is one
 */
void luotain_judgement_row_show (LuotainJudgementRow *self, const char *title, gint64 value,
                                 const char *note);

/** luotain_judgement_row_get_values: Returns: (transfer none): the buttons, to align what stands above them. */
GtkWidget *luotain_judgement_row_get_values (LuotainJudgementRow *self);

int luotain_judgement_row_get_scale (LuotainJudgementRow *self);
const char *luotain_judgement_row_get_title (LuotainJudgementRow *self);
gint64 luotain_judgement_row_get_value (LuotainJudgementRow *self);

/** luotain_judgement_row_set_value: chooses as if somebody had; beyond the scale nothing happens. */
void luotain_judgement_row_set_value (LuotainJudgementRow *self, gint64 value);

const char *luotain_judgement_row_get_reason (LuotainJudgementRow *self);
void luotain_judgement_row_set_reason (LuotainJudgementRow *self, const char *reason);

G_END_DECLS
