#include "config.h"

#include "luotain-validate.h"

#include "luotain-id.h"
#include "luotain-item.h"
#include "luotain-record-io.h"

#include <glib/gi18n-lib.h>

/* Where a record was met last, and as what. */
typedef struct
{
  gint64 id;
  const LuotainRecordType *type;
  guint input;
  int line;
} Met;

typedef struct
{
  gint64 target;
  const LuotainRecordType *target_type;
  const LuotainRole *role;
  guint input;
  int line;
} Reference;

typedef struct
{
  GPtrArray *inputs;
  guint input;
  LuotainFaults *faults;
  GHashTable *met; /* id → Met, which is its own key */
  GArray *references;
} Validation;

static void
add_fault (Validation *self, guint input, int line, char *message)
{
  luotain_faults_add (self->faults, luotain_input_get_name (self->inputs->pdata[input]), line, message);
}

static void
meet (Validation *self, const LuotainItem *item)
{
  const gint64 id = ((LuotainRecord *) item->record)->id;
  const Met *before = g_hash_table_lookup (self->met, &id);
  g_autofree char *written = NULL;
  Met *met;

  if (id == 0)
    return;

  if (before != NULL && (before->input == self->input || before->type != item->type))
    {
      written = luotain_record_id_string (item->type, item->record);
      add_fault (self, self->input, item->line,
                 before->type != item->type
                     ? g_strdup_printf (_ ("“%s” has the same number as a record of the type “%s”."), written,
                                        before->type->name)
                     : g_strdup_printf (_ ("“%s” stands twice; it was first in line %d."), written,
                                        before->line));
      return;
    }

  met = g_new0 (Met, 1);
  met->id = id;
  met->type = item->type;
  met->input = self->input;
  met->line = item->line;
  g_hash_table_replace (self->met, met, met);
}

static gboolean
take_items (GPtrArray *items, guint64 done, gpointer data)
{
  g_autoptr (GPtrArray) owned = items;
  Validation *self = data;

  for (guint i = 0; i < owned->len; i++)
    {
      const LuotainItem *item = owned->pdata[i];

      meet (self, item);

      for (guint j = 0; item->links != NULL && j < item->links->len; j++)
        {
          const LuotainItemLink *link = &g_array_index (item->links, LuotainItemLink, j);
          const Reference reference = { link->target, link->target_type, link->role, self->input,
                                        link->line };

          g_array_append_val (self->references, reference);
        }
    }

  return TRUE;
}

static void
refuse_reference (Validation *self, const Reference *reference, const LuotainRecordType *found)
{
  g_autofree char *target = luotain_id_to_string (reference->target_type->name, reference->target);

  add_fault (self, reference->input, reference->line,
             found == NULL
                 ? g_strdup_printf (_ ("The link of the role “%s” leads to “%s”, which is nowhere."),
                                    reference->role->name, target)
                 : g_strdup_printf (_ ("The link of the role “%s” leads to “%s”, but that record is of the "
                                       "type “%s”."),
                                    reference->role->name, target, found->name));
}

static gboolean
check_references (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  Validation *self = data;

  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);
      const Met *met = g_hash_table_lookup (self->met, &reference->target);
      const LuotainRecordType *found = met == NULL ? NULL : met->type;
      gboolean exists = FALSE;

      if (found == NULL && db != NULL)
        {
          if (!luotain_record_exists (db, reference->target, &exists, error))
            return FALSE;

          if (exists && (found = luotain_record_type_of (db, reference->target, error)) == NULL)
            return FALSE;
        }

      if (found != reference->target_type)
        refuse_reference (self, reference, found);
    }

  return TRUE;
}

gboolean
luotain_validate (GPtrArray *inputs, LuotainStore *workbook, const LuotainModel *model, LuotainFaults *faults,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (Reference));
  Validation self = { .inputs = inputs, .faults = faults, .met = met, .references = references };

  for (self.input = 0; self.input < inputs->len; self.input++)
    {
      LuotainInput *input = inputs->pdata[self.input];

      if (!luotain_input_open (input, model, faults, cancellable, error)
          || !luotain_input_read (input, take_items, &self, faults, cancellable, error))
        return FALSE;
    }

  if (workbook != NULL)
    return luotain_store_read (workbook, check_references, &self, NULL, error);

  return check_references (NULL, &self, NULL, error);
}
