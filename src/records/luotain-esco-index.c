#include "luotain-esco-index.h"

#include <string.h>

/* A word longer than this is cut: nobody types so much of one. */
#define LONGEST_WORD 64

typedef struct
{
  guint concept;
  guint rank;
  guint64 key; /* the beginning of what follows */
  char *folded; /* the preferred name, for the order */
  char *preferred;
  char *others;
  char *hidden;
} Entry;

typedef struct
{
  GByteArray *bytes;
  guint last; /* number of the last name, from 1; 0 for none */
} Posting;

struct _LuotainEscoIndex
{
  GStringChunk *texts;
  GArray *entries;
  GHashTable *words; /* utf8 → Posting */
  GByteArray *concepts;
  GString *word;
};

static void
posting_free (gpointer data)
{
  Posting *self = data;

  g_byte_array_unref (self->bytes);
  g_free (self);
}

LuotainEscoIndex *
luotain_esco_index_new (void)
{
  LuotainEscoIndex *self = g_new0 (LuotainEscoIndex, 1);

  self->texts = g_string_chunk_new (64 * 1024);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, posting_free);
  self->concepts = g_byte_array_new ();
  self->word = g_string_sized_new (LONGEST_WORD);
  return self;
}

void
luotain_esco_index_free (LuotainEscoIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->words);
  g_array_unref (self->entries);
  g_byte_array_unref (self->concepts);
  g_string_free (self->word, TRUE);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* ---- words ---- */

static gboolean
take_character (const char **text, GString *word)
{
  const guchar c = (guchar) * *text;
  gunichar character;

  if (c < 0x80)
    {
      if (!g_ascii_isalnum (c))
        return FALSE;

      g_string_append_c (word, g_ascii_tolower (c));
      (*text)++;
      return TRUE;
    }

  character = g_utf8_get_char (*text);
  if (!g_unichar_isalnum (character) && !g_unichar_ismark (character))
    return FALSE;

  g_string_append_unichar (word, g_unichar_tolower (character));
  *text = g_utf8_next_char (*text);
  return TRUE;
}

gboolean
luotain_esco_next_word (const char **text, GString *word)
{
  const char *p = *text;
  const char *begin;

  /* Most words are of ASCII from end to end. */
  while (*p != '\0' && (guchar) *p < 0x80 && !g_ascii_isalnum (*p))
    p++;
  for (begin = p; g_ascii_isalnum (*p); p++)
    continue;
  g_string_truncate (word, 0);
  if ((guchar) *p < 0x80 && p > begin && p - begin < LONGEST_WORD)
    {
      g_string_append_len (word, begin, p - begin);
      for (gsize i = 0; i < word->len; i++)
        word->str[i] |= 0x20; /* of a letter or digit: its small form */
      *text = p;
      return TRUE;
    }

  p = begin;
  while (*p != '\0')
    {
      if (word->len < LONGEST_WORD ? take_character (&p, word) : FALSE)
        continue;

      if (word->len > 0)
        break;

      p = g_utf8_next_char (p);
    }

  /* The rest of a word that was cut. */
  if (word->len >= LONGEST_WORD)
    while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);

  *text = p;
  return word->len > 0;
}

static void
append_number (GByteArray *bytes, guint number)
{
  guint8 buffer[5];
  guint n = 0;

  for (; number >= 0x80; number >>= 7)
    buffer[n++] = (guint8) (number | 0x80);
  buffer[n++] = (guint8) number;
  g_byte_array_append (bytes, buffer, n);
}

static void
post_word (LuotainEscoIndex *self, guint name, gboolean first)
{
  Posting *posting = g_hash_table_lookup (self->words, self->word->str);

  if (posting == NULL)
    {
      posting = g_new0 (Posting, 1);
      posting->bytes = g_byte_array_new ();
      g_hash_table_insert (self->words, g_string_chunk_insert (self->texts, self->word->str), posting);
    }

  if (posting->last == name + 1)
    return;

  append_number (posting->bytes, (name + 1 - posting->last) << 1 | first);
  posting->last = name + 1;
}

static void
post_name (LuotainEscoIndex *self, guint concept, const char *name)
{
  const guint32 little = GUINT32_TO_LE (concept);
  const guint number = self->concepts->len / sizeof little;
  gboolean first = TRUE;

  g_byte_array_append (self->concepts, (const guint8 *) &little, sizeof little);
  for (; luotain_esco_next_word (&name, self->word); first = FALSE)
    post_word (self, number, first);
}

static void
post_lines (LuotainEscoIndex *self, const Entry *entry, char *lines)
{
  char *next;

  for (char *line = lines; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      if (*line != '\0' && strcmp (line, entry->preferred) != 0)
        post_name (self, entry->concept, line);
    }
}

/* ---- the order ---- */

/* The first eight bytes as a number that compares as they do: most comparisons need no more. */
static guint64
key_of (const char *text)
{
  guint64 key = 0;

  for (guint i = 0; i < sizeof key; i++)
    key = key << 8 | (*text != '\0' ? (guchar) *text++ : 0);
  return key;
}

static char *
fold_into (LuotainEscoIndex *self, const char *text)
{
  g_string_truncate (self->word, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80)
        g_string_append_c (self->word, g_ascii_tolower (*p));
      else
        g_string_append_unichar (self->word, g_unichar_tolower (g_utf8_get_char (p)));
    }

  return g_string_chunk_insert (self->texts, self->word->str);
}

static char *
keep (LuotainEscoIndex *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

void
luotain_esco_index_add (LuotainEscoIndex *self, guint concept, guint rank, const char *preferred,
                        const char *others, const char *hidden)
{
  Entry entry = { .concept = concept, .rank = rank };

  entry.folded = fold_into (self, preferred);
  entry.key = key_of (entry.folded);
  entry.preferred = keep (self, preferred);
  entry.others = keep (self, others);
  entry.hidden = keep (self, hidden);
  g_array_append_val (self->entries, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;

  return strcmp (one->folded, other->folded);
}

GByteArray *
luotain_esco_index_finish (LuotainEscoIndex *self, guint *n_preferred)
{
  g_array_sort (self->entries, compare_entries);
  *n_preferred = self->entries->len;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      post_name (self, entry->concept, entry->preferred);
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      post_lines (self, entry, entry->others);
      post_lines (self, entry, entry->hidden);
    }

  return g_byte_array_ref (self->concepts);
}

typedef struct
{
  guint64 key;
  const char *word;
  const Posting *posting;
} Word;

static int
compare_words (gconstpointer a, gconstpointer b)
{
  const Word *one = a, *other = b;

  if (one->key != other->key)
    return one->key < other->key ? -1 : 1;

  return strcmp (one->word, other->word);
}

static GArray *
sort_words (LuotainEscoIndex *self)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (Word), g_hash_table_size (self->words));
  GHashTableIter iter;
  gpointer word, posting;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &word, &posting))
    {
      const Word one = { key_of (word), word, posting };

      g_array_append_val (words, one);
    }
  g_array_sort (words, compare_words);
  return words;
}

gboolean
luotain_esco_index_each (LuotainEscoIndex *self, LuotainEscoWord word, gpointer data, GError **error)
{
  g_autoptr (GArray) words = sort_words (self);

  for (guint i = 0; i < words->len; i++)
    {
      const Word *one = &g_array_index (words, Word, i);

      if (!word (one->word, one->posting->bytes, data, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
luotain_esco_index_mark (const guint8 *bytes, gsize length, guint n_names, guint64 *names, guint64 *first)
{
  guint64 name = 0;

  for (gsize i = 0; i < length;)
    {
      guint64 number = 0;

      for (guint shift = 0;; shift += 7)
        {
          if (i == length || shift > 28)
            return FALSE;

          number |= (guint64) (bytes[i] & 0x7f) << shift;
          if ((bytes[i++] & 0x80) == 0)
            break;
        }

      name += number >> 1;
      if (name == 0 || name > n_names)
        return FALSE;

      names[(name - 1) / 64] |= G_GUINT64_CONSTANT (1) << (name - 1) % 64;
      if (first != NULL && (number & 1) != 0)
        first[(name - 1) / 64] |= G_GUINT64_CONSTANT (1) << (name - 1) % 64;
    }

  return TRUE;
}
