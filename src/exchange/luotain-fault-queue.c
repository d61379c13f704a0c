#include "luotain-fault-queue.h"

typedef struct
{
  int line;
  gboolean from_schema;
  char *message;
} Waiting;

struct _LuotainFaultQueue
{
  GArray *waiting;
  guint n_own;
};

static void
clear_waiting (gpointer data)
{
  g_free (((Waiting *) data)->message);
}

LuotainFaultQueue *
luotain_fault_queue_new (void)
{
  LuotainFaultQueue *self = g_new0 (LuotainFaultQueue, 1);

  self->waiting = g_array_new (FALSE, TRUE, sizeof (Waiting));
  g_array_set_clear_func (self->waiting, clear_waiting);
  return self;
}

void
luotain_fault_queue_free (LuotainFaultQueue *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->waiting);
  g_free (self);
}

void
luotain_fault_queue_add (LuotainFaultQueue *self, int line, gboolean from_schema, char *message)
{
  const Waiting waiting = { line, from_schema, message };

  if (!from_schema)
    self->n_own++;

  if (self->waiting->len < 2 * LUOTAIN_FAULTS_MOST)
    g_array_append_val (self->waiting, waiting);
  else
    g_free (message);
}

guint
luotain_fault_queue_count_own (LuotainFaultQueue *self)
{
  return self->n_own;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return ((const Waiting *) a)->line - ((const Waiting *) b)->line;
}

static gboolean
is_said_better (GArray *all, const Waiting *said)
{
  for (guint i = 0; said->from_schema && i < all->len; i++)
    {
      const Waiting *other = &g_array_index (all, Waiting, i);

      if (!other->from_schema && other->line == said->line)
        return TRUE;
    }

  return FALSE;
}

void
luotain_fault_queue_flush (LuotainFaultQueue *self, int last_line, LuotainFaults *faults, const char *file)
{
  guint n_gone = 0;

  g_array_sort (self->waiting, compare_lines);

  for (; n_gone < self->waiting->len; n_gone++)
    {
      const Waiting *waiting = &g_array_index (self->waiting, Waiting, n_gone);

      if (waiting->line > last_line)
        break;

      if (!is_said_better (self->waiting, waiting))
        luotain_faults_add (faults, file, waiting->line, g_strdup (waiting->message));
    }

  if (n_gone > 0)
    g_array_remove_range (self->waiting, 0, n_gone);
}
