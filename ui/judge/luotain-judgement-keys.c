#include "config.h"

#include "luotain-judgement-keys.h"

static const struct
{
  guint key;
  LuotainJudgementKey meaning;
} meanings[] = {
  { GDK_KEY_Up, { LUOTAIN_JUDGEMENT_KEY_ROW, -1 } },
  { GDK_KEY_KP_Up, { LUOTAIN_JUDGEMENT_KEY_ROW, -1 } },
  { GDK_KEY_Down, { LUOTAIN_JUDGEMENT_KEY_ROW, 1 } },
  { GDK_KEY_KP_Down, { LUOTAIN_JUDGEMENT_KEY_ROW, 1 } },
  { GDK_KEY_Left, { LUOTAIN_JUDGEMENT_KEY_BESIDE, -1 } },
  { GDK_KEY_KP_Left, { LUOTAIN_JUDGEMENT_KEY_BESIDE, -1 } },
  { GDK_KEY_Right, { LUOTAIN_JUDGEMENT_KEY_BESIDE, 1 } },
  { GDK_KEY_KP_Right, { LUOTAIN_JUDGEMENT_KEY_BESIDE, 1 } },
  { GDK_KEY_space, { LUOTAIN_JUDGEMENT_KEY_OPEN, 0 } },
  { GDK_KEY_KP_Space, { LUOTAIN_JUDGEMENT_KEY_OPEN, 0 } },
  { GDK_KEY_Delete, { LUOTAIN_JUDGEMENT_KEY_OPEN, 0 } },
  { GDK_KEY_Return, { LUOTAIN_JUDGEMENT_KEY_GO_ON, 0 } },
  { GDK_KEY_KP_Enter, { LUOTAIN_JUDGEMENT_KEY_GO_ON, 0 } },
  { GDK_KEY_BackSpace, { LUOTAIN_JUDGEMENT_KEY_SCREEN, -1 } },
  { GDK_KEY_Page_Up, { LUOTAIN_JUDGEMENT_KEY_SCREEN, -1 } },
  { GDK_KEY_KP_Page_Up, { LUOTAIN_JUDGEMENT_KEY_SCREEN, -1 } },
  { GDK_KEY_Page_Down, { LUOTAIN_JUDGEMENT_KEY_SCREEN, 1 } },
  { GDK_KEY_KP_Page_Down, { LUOTAIN_JUDGEMENT_KEY_SCREEN, 1 } },
  { GDK_KEY_minus, { LUOTAIN_JUDGEMENT_KEY_MINUS, 0 } },
  { GDK_KEY_KP_Subtract, { LUOTAIN_JUDGEMENT_KEY_MINUS, 0 } },
};

static int
digit_of (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);
  return -1;
}

LuotainJudgementKey
luotain_judgement_keys_press (LuotainJudgementKeys *self, guint key)
{
  const gboolean minus = self->minus;
  const int digit = digit_of (key);

  self->minus = FALSE;
  if (digit >= 0)
    return (LuotainJudgementKey){ LUOTAIN_JUDGEMENT_KEY_VALUE, minus ? -digit : digit };

  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (meanings[i].key == key)
      {
        self->minus = meanings[i].meaning.kind == LUOTAIN_JUDGEMENT_KEY_MINUS;
        return meanings[i].meaning;
      }
  return (LuotainJudgementKey){ LUOTAIN_JUDGEMENT_KEY_NONE, 0 };
}

void
luotain_judgement_keys_reset (LuotainJudgementKeys *self)
{
  self->minus = FALSE;
}
