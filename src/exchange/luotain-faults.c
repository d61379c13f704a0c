#include "config.h"

#include "luotain-faults.h"

#include <glib/gi18n-lib.h>

struct _LuotainFaults
{
  GPtrArray *kept;
  guint count;
};

static void
free_fault (gpointer data)
{
  LuotainFault *fault = data;

  g_free (fault->file);
  g_free (fault->message);
  g_free (fault);
}

LuotainFaults *
luotain_faults_new (void)
{
  LuotainFaults *self = g_new0 (LuotainFaults, 1);

  self->kept = g_ptr_array_new_with_free_func (free_fault);
  return self;
}

void
luotain_faults_free (LuotainFaults *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->kept);
  g_free (self);
}

static void
keep (LuotainFaults *self, LuotainFault *fault)
{
  self->count++;

  if (self->kept->len < LUOTAIN_FAULTS_MOST)
    g_ptr_array_add (self->kept, fault);
  else
    free_fault (fault);
}

void
luotain_faults_add (LuotainFaults *self, const char *file, int line, char *message)
{
  LuotainFault *fault = g_new0 (LuotainFault, 1);

  fault->file = g_strdup (file);
  fault->line = line;
  fault->message = message;
  keep (self, fault);
}

void
luotain_faults_take_all (LuotainFaults *self, LuotainFaults *other)
{
  const guint not_kept = other->count - other->kept->len;

  while (other->kept->len > 0)
    keep (self, g_ptr_array_steal_index (other->kept, 0));

  self->count += not_kept;
  other->count = 0;
}

guint
luotain_faults_get_count (LuotainFaults *self)
{
  return self->count;
}

const LuotainFault *
luotain_faults_get (LuotainFaults *self, guint index)
{
  g_assert (index < self->kept->len);
  return self->kept->pdata[index];
}

gboolean
luotain_faults_is_full (LuotainFaults *self)
{
  return self->count >= LUOTAIN_FAULTS_MOST;
}

char *
luotain_faults_to_string (LuotainFaults *self)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      const LuotainFault *fault = self->kept->pdata[i];

      if (i > 0)
        g_string_append_c (lines, '\n');

      if (fault->line > 0)
        g_string_append_printf (lines, "%s:%d: %s", fault->file, fault->line, fault->message);
      else
        g_string_append_printf (lines, "%s: %s", fault->file, fault->message);
    }

  if (self->count > self->kept->len)
    g_string_append_printf (lines,
                            ngettext ("\n%u more fault is not shown.", "\n%u more faults are not shown.",
                                      self->count - self->kept->len),
                            self->count - self->kept->len);

  return g_string_free (lines, FALSE);
}
