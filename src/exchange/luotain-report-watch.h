#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LuotainReportProgress: told now and then how much is done, from 0 to 1, in the thread that works. */
typedef void (*LuotainReportProgress) (double done, gpointer data);

/** LuotainReportWatch: how far long work is, and whether it is wanted still. */
typedef struct
{
  GCancellable *cancellable; /* (nullable) */
  LuotainReportProgress progress; /* (nullable) */
  gpointer data;
  guint n_done, n_all;
  double from, to; /* which part of the whole this is */
} LuotainReportWatch;

static inline gboolean
luotain_report_watch_is_cancelled (const LuotainReportWatch *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/** luotain_report_watch_step: one step is done; whether to go on. */
static inline gboolean
luotain_report_watch_step (LuotainReportWatch *self)
{
  self->n_done++;
  if (self->progress != NULL && self->n_done % 128 == 0 && self->n_all > 0)
    self->progress (self->from + (self->to - self->from) * MIN (1, (double) self->n_done / self->n_all),
                    self->data);
  return !luotain_report_watch_is_cancelled (self);
}

static inline void
luotain_report_watch_begin (LuotainReportWatch *self, guint n_all, double from, double to)
{
  self->n_done = 0;
  self->n_all = n_all;
  self->from = from;
  self->to = to;
  if (self->progress != NULL)
    self->progress (from, self->data);
}

G_END_DECLS
