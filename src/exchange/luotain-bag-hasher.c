#include "luotain-bag-hasher.h"

#include <nettle/sha2.h>
#include <string.h>

#define BLOCK_BYTES (128 * 1024)
#define N_BLOCKS 8

/* One checksum. The two every package has are made by nettle, with what the processor has for them: GLib has none of it. */
typedef struct
{
  GChecksumType type;
  union
  {
    struct sha256_ctx sha256;
    struct sha512_ctx sha512;
    GChecksum *other;
  };
} Sum;

static void
sum_init (Sum *self, GChecksumType type)
{
  self->type = type;
  if (type == G_CHECKSUM_SHA256)
    sha256_init (&self->sha256);
  else if (type == G_CHECKSUM_SHA512)
    sha512_init (&self->sha512);
  else
    self->other = g_checksum_new (type);
}

static void
sum_update (Sum *self, const guint8 *data, gsize length)
{
  if (self->type == G_CHECKSUM_SHA256)
    sha256_update (&self->sha256, length, data);
  else if (self->type == G_CHECKSUM_SHA512)
    sha512_update (&self->sha512, length, data);
  else
    g_checksum_update (self->other, data, (gssize) length);
}

/* Returns the digest in hexadecimal and begins anew. */
static char *
sum_end (Sum *self)
{
  guint8 digest[SHA512_DIGEST_SIZE];
  gsize length = sizeof digest;
  GString *text = g_string_sized_new (2 * sizeof digest);

  if (self->type == G_CHECKSUM_SHA256)
    sha256_digest (&self->sha256, length = SHA256_DIGEST_SIZE, digest);
  else if (self->type == G_CHECKSUM_SHA512)
    sha512_digest (&self->sha512, length = SHA512_DIGEST_SIZE, digest);
  else
    {
      g_checksum_get_digest (self->other, digest, &length);
      g_checksum_reset (self->other);
    }

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  return g_string_free (text, FALSE);
}

static void
sum_clear (Sum *self)
{
  if (self->type != G_CHECKSUM_SHA256 && self->type != G_CHECKSUM_SHA512)
    g_checksum_free (self->other);
}

typedef struct
{
  int n_readers; /* threads that have not read it yet */
  gsize length;
  guint8 data[BLOCK_BYTES];
} Block;

typedef struct
{
  LuotainBagHasher *hasher;
  GChecksumType type;
  GThread *thread;
  GAsyncQueue *blocks; /* (element-type Block), end_of_file, end_of_all */
  GAsyncQueue *digests; /* (element-type utf8) */
} Worker;

struct _LuotainBagHasher
{
  Worker workers[LUOTAIN_BAG_MOST_ALGORITHMS];
  guint n_workers;
  Block *blocks;
  GAsyncQueue *unused; /* (element-type Block) */
  Block *filling; /* (nullable) */
};

static const LuotainBagAlgorithm algorithms_known[] = {
  { "sha512", G_CHECKSUM_SHA512, FALSE }, { "sha384", G_CHECKSUM_SHA384, FALSE },
  { "sha256", G_CHECKSUM_SHA256, FALSE }, { "sha1", G_CHECKSUM_SHA1, TRUE },
  { "md5", G_CHECKSUM_MD5, TRUE },
};

static char end_of_file, end_of_all;

const LuotainBagAlgorithm *
luotain_bag_algorithm_find (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = name; *c != '\0'; c++)
    if (*c != '-')
      g_string_append_c (plain, g_ascii_tolower (*c));

  for (guint i = 0; i < G_N_ELEMENTS (algorithms_known); i++)
    if (strcmp (algorithms_known[i].name, plain->str) == 0)
      return &algorithms_known[i];

  return NULL;
}

static void
release (LuotainBagHasher *self, Block *block)
{
  if (g_atomic_int_dec_and_test (&block->n_readers))
    g_async_queue_push (self->unused, block);
}

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  gpointer next;
  Sum sum;

  sum_init (&sum, worker->type);

  while ((next = g_async_queue_pop (worker->blocks)) != &end_of_all)
    {
      if (next == &end_of_file)
        {
          g_async_queue_push (worker->digests, sum_end (&sum));
          continue;
        }

      sum_update (&sum, ((Block *) next)->data, ((Block *) next)->length);
      release (worker->hasher, next);
    }

  sum_clear (&sum);
  return NULL;
}

LuotainBagHasher *
luotain_bag_hasher_new (const LuotainBagAlgorithm *const *algorithms, guint n_algorithms)
{
  LuotainBagHasher *self = g_new0 (LuotainBagHasher, 1);

  g_return_val_if_fail (n_algorithms > 0 && n_algorithms <= LUOTAIN_BAG_MOST_ALGORITHMS, NULL);

  self->n_workers = n_algorithms;
  self->blocks = g_new (Block, N_BLOCKS);
  self->unused = g_async_queue_new ();
  for (guint i = 0; i < N_BLOCKS; i++)
    g_async_queue_push (self->unused, &self->blocks[i]);

  for (guint i = 0; i < n_algorithms; i++)
    {
      Worker *worker = &self->workers[i];

      worker->hasher = self;
      worker->type = algorithms[i]->type;
      worker->blocks = g_async_queue_new ();
      worker->digests = g_async_queue_new_full (g_free);
      worker->thread = g_thread_new ("hash", work, worker);
    }

  return self;
}

static void
tell_all (LuotainBagHasher *self, gpointer what)
{
  for (guint i = 0; i < self->n_workers; i++)
    g_async_queue_push (self->workers[i].blocks, what);
}

static void
hand_over (LuotainBagHasher *self)
{
  Block *block = g_steal_pointer (&self->filling);

  if (block == NULL)
    return;

  g_atomic_int_set (&block->n_readers, (int) self->n_workers);
  tell_all (self, block);
}

void
luotain_bag_hasher_update (LuotainBagHasher *self, gconstpointer data, gsize length)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      gsize size;

      if (self->filling == NULL)
        {
          self->filling = g_async_queue_pop (self->unused);
          self->filling->length = 0;
        }

      size = MIN (length, BLOCK_BYTES - self->filling->length);
      memcpy (self->filling->data + self->filling->length, bytes, size);
      self->filling->length += size;
      bytes += size;
      length -= size;

      if (self->filling->length == BLOCK_BYTES)
        hand_over (self);
    }
}

void
luotain_bag_hasher_finish (LuotainBagHasher *self, char **digests)
{
  hand_over (self);
  tell_all (self, &end_of_file);

  for (guint i = 0; i < self->n_workers; i++)
    {
      g_autofree char *digest = g_async_queue_pop (self->workers[i].digests);

      if (digests != NULL)
        digests[i] = g_steal_pointer (&digest);
    }
}

void
luotain_bag_hasher_free (LuotainBagHasher *self)
{
  tell_all (self, &end_of_all);

  for (guint i = 0; i < self->n_workers; i++)
    {
      g_thread_join (self->workers[i].thread);
      g_async_queue_unref (self->workers[i].blocks);
      g_async_queue_unref (self->workers[i].digests);
    }

  g_async_queue_unref (self->unused);
  g_free (self->blocks);
  g_free (self);
}
