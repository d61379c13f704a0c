#include "config.h"

#include "luotain-asking.h"

GCancellable *
luotain_ask_anew (GCancellable **cancellable)
{
  luotain_ask_no_more (cancellable);
  *cancellable = g_cancellable_new ();
  return *cancellable;
}

void
luotain_ask_no_more (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}
