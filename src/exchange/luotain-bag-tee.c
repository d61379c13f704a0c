#include "luotain-bag-tee.h"

struct _LuotainBagTee
{
  GFilterOutputStream parent_instance;

  LuotainBagHasher *hasher; /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  guint64 count;
};

G_DEFINE_FINAL_TYPE (LuotainBagTee, luotain_bag_tee, G_TYPE_FILTER_OUTPUT_STREAM)

static gssize
write_through (GOutputStream *stream, const void *buffer, gsize count, GCancellable *cancellable,
               GError **error)
{
  LuotainBagTee *self = LUOTAIN_BAG_TEE (stream);
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream));
  const gssize written = g_cancellable_set_error_if_cancelled (self->cancellable, error)
                             ? -1
                             : g_output_stream_write (base, buffer, count, cancellable, error);

  if (written > 0)
    {
      luotain_bag_hasher_update (self->hasher, buffer, (gsize) written);
      self->count += (gsize) written;
    }

  return written;
}

static void
luotain_bag_tee_class_init (LuotainBagTeeClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = write_through;
}

static void
luotain_bag_tee_init (LuotainBagTee *self)
{
}

GOutputStream *
luotain_bag_tee_new (GOutputStream *base, LuotainBagHasher *hasher, GCancellable *cancellable)
{
  LuotainBagTee *self = g_object_new (LUOTAIN_TYPE_BAG_TEE, "base-stream", base, NULL);

  self->hasher = hasher;
  self->cancellable = cancellable;
  return G_OUTPUT_STREAM (self);
}

guint64
luotain_bag_tee_get_count (LuotainBagTee *self)
{
  return self->count;
}
