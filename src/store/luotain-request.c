#include "config.h"

#include "luotain-store-private.h"

LuotainRequest *
luotain_request_new (LuotainStore *store, LuotainRequestFunc func)
{
  LuotainRequest *request = g_new0 (LuotainRequest, 1);

  request->store = g_object_ref (store);
  request->func = func;
  return request;
}

void
luotain_request_free (LuotainRequest *request)
{
  if (request == NULL)
    return;

  if (request->free_data != NULL)
    request->free_data (request->data);

  if (request->free_value != NULL && request->value != NULL)
    request->free_value (request->value);

  g_clear_pointer (&request->changes, luotain_changes_unref);
  g_clear_pointer (&request->state, luotain_history_state_free);
  g_clear_pointer (&request->ids, g_array_unref);
  g_clear_object (&request->file);
  g_clear_object (&request->cancellable);
  g_clear_error (&request->error);
  g_clear_object (&request->store);
  g_free (request->label);
  g_free (request);
}
