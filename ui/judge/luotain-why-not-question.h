#pragma once

#include "luotain-judge-model.h"
#include "luotain-why-not.h"

G_BEGIN_DECLS

/** luotain_why_not_ask: Returns: (transfer full): why a path does not hold together, at once; where the model is quick. */
LuotainWhyNot *luotain_why_not_ask (LuotainJudgeModel *model, const guint8 *path);

/** luotain_why_not_ask_async: asks in the background; @callback is called on @owner, cancelled or not. */
void luotain_why_not_ask_async (GObject *owner, LuotainJudgeModel *model, const guint8 *path,
                                GCancellable *cancellable, GAsyncReadyCallback callback);
LuotainWhyNot *luotain_why_not_ask_finish (GAsyncResult *result);

G_END_DECLS
