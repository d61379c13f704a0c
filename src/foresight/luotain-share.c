#include "luotain-share.h"

typedef struct
{
  LuotainShareFunc func;
  gpointer data;
  guint number;
  guint n;
} Share;

static gpointer
run_share (gpointer data)
{
  const Share *self = data;

  self->func (self->data, self->number, self->n);
  return NULL;
}

void
luotain_share (guint n, LuotainShareFunc func, gpointer data)
{
  g_autofree Share *shares = g_new (Share, n);
  g_autofree GThread **threads = g_new0 (GThread *, n);

  for (guint s = 1; s < n; s++)
    {
      shares[s] = (Share){ func, data, s, n };
      threads[s] = g_thread_new ("share", run_share, &shares[s]);
    }

  func (data, 0, n);
  for (guint s = 1; s < n; s++)
    g_thread_join (threads[s]);
}
