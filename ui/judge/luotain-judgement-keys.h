#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LuotainJudgementKeys: what was typed and is not finished: a minus waits for its digit. */
typedef struct
{
  gboolean minus;
} LuotainJudgementKeys;

/** What a key means on a judgement screen. */
typedef enum
{
  LUOTAIN_JUDGEMENT_KEY_NONE, /* nothing: it goes on to whom it concerns */
  LUOTAIN_JUDGEMENT_KEY_MINUS, /* a digit is to come */
  LUOTAIN_JUDGEMENT_KEY_VALUE, /* choose @value */
  LUOTAIN_JUDGEMENT_KEY_BESIDE, /* choose what is @value beside the present one */
  LUOTAIN_JUDGEMENT_KEY_OPEN, /* leave the row open */
  LUOTAIN_JUDGEMENT_KEY_ROW, /* @value rows down */
  LUOTAIN_JUDGEMENT_KEY_SCREEN, /* @value screens on */
  LUOTAIN_JUDGEMENT_KEY_GO_ON, /* save, and on to the next question */
} LuotainJudgementKeyKind;

typedef struct
{
  LuotainJudgementKeyKind kind;
  int value;
} LuotainJudgementKey;

LuotainJudgementKey luotain_judgement_keys_press (LuotainJudgementKeys *self, guint key);
void luotain_judgement_keys_reset (LuotainJudgementKeys *self);

G_END_DECLS
