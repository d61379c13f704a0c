#pragma once

#include "luotain-bag-hasher.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_BAG_TEE (luotain_bag_tee_get_type ())

/** LuotainBagTee: a stream that counts and hashes what goes through it. */
G_DECLARE_FINAL_TYPE (LuotainBagTee, luotain_bag_tee, LUOTAIN, BAG_TEE, GFilterOutputStream)

/**
 * luotain_bag_tee_new:
 * @base: where the bytes go; closed with the tee
 * @hasher: outlives the stream; its file is ended by the caller
 * @cancellable: (nullable): ends the writing, whoever writes
 *
 * Returns: (transfer full): the stream
 */
GOutputStream *luotain_bag_tee_new (GOutputStream *base, LuotainBagHasher *hasher, GCancellable *cancellable);

/** luotain_bag_tee_get_count: how many bytes went through. */
guint64 luotain_bag_tee_get_count (LuotainBagTee *self);

G_END_DECLS
