#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LUOTAIN_OPEN: in a path, the state of a variable that is left open. */
#define LUOTAIN_OPEN G_MAXUINT8

/**
 * LuotainEnd:
 * @LUOTAIN_END_COMPLETE: everything was looked at; the answer is whole
 * @LUOTAIN_END_LIMIT: stopped because as many answers were found as were asked for
 * @LUOTAIN_END_BUDGET: stopped because as many steps were taken as were allowed
 * @LUOTAIN_END_CANCELLED: stopped by the user
 *
 * Why a computation ended. What it has found until then is right in each case, and only in the first is it all.
 */
typedef enum
{
  LUOTAIN_END_COMPLETE,
  LUOTAIN_END_LIMIT,
  LUOTAIN_END_BUDGET,
  LUOTAIN_END_CANCELLED,
} LuotainEnd;

/**
 * LuotainProgressFunc:
 * @fraction: how much is done, 0 to 1, never falling
 * @data: what the caller gave
 *
 * Is called now and then, on the thread that computes, at most some hundred times a second.
 */
typedef void (*LuotainProgressFunc) (double fraction, gpointer data);

G_END_DECLS
