#include "config.h"

#include "luotain-model.h"

#include <string.h>

const LuotainRecordType *
luotain_model_type (const LuotainModel *model, const char *name)
{
  for (guint i = 0; name != NULL && model->types[i] != NULL; i++)
    if (strcmp (model->types[i]->name, name) == 0)
      return model->types[i];

  return NULL;
}

const LuotainRecordType *
luotain_model_type_of_table (const LuotainModel *model, const char *table)
{
  for (guint i = 0; model->types[i] != NULL; i++)
    if (strcmp (model->types[i]->table, table) == 0)
      return model->types[i];

  return NULL;
}

const LuotainRole *
luotain_model_role (const LuotainModel *model, const char *name)
{
  for (guint i = 0; name != NULL && model->roles[i].name != NULL; i++)
    if (strcmp (model->roles[i].name, name) == 0)
      return &model->roles[i];

  return NULL;
}

gboolean
luotain_role_allows (const LuotainRole *role, const char *source_type, const char *target_type)
{
  return g_strv_contains (role->sources, source_type) && g_strv_contains (role->targets, target_type);
}
