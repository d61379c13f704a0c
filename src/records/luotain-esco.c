#include "config.h"

#include "luotain-esco.h"

#include "luotain-catalogue.h"
#include "luotain-esco-index.h"
#include "luotain-statement.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The names of one language, by number: see luotain-esco-index.h. */
typedef struct
{
  gint64 number;
  char *code;
  guint n_preferred;
  guint n_names;
  guint32 *concepts; /* little-endian */
} Language;

struct _LuotainEsco
{
  int ref_count; /* atomic */
  GMutex lock;
  LuotainDb *db;
  char *version;
  GPtrArray *languages; /* (element-type Language) */
  char **codes;
};

static void
language_free (gpointer data)
{
  Language *self = data;

  g_free (self->code);
  g_free (self->concepts);
  g_free (self);
}

void
luotain_esco_concept_free (LuotainEscoConcept *self)
{
  if (self == NULL)
    return;

  g_free (self->uri);
  g_free (self->version);
  g_free (self->kind);
  g_free (self->skill_type);
  g_free (self->reuse_level);
  g_free (self->status);
  g_free (self->code);
  g_free (self->language);
  g_free (self->title);
  g_free (self->matched);
  g_free (self->description);
  g_free (self->broader);
  g_free (self);
}

/* ---- opening ---- */

char *
luotain_esco_dup_path (void)
{
  const char *named = g_getenv ("LUOTAIN_ESCO_CATALOGUE");

  return named != NULL && *named != '\0'
             ? g_strdup (named)
             : g_build_filename (g_get_user_data_dir (), "luotain", "esco.sqlite", NULL);
}

static gboolean
load_languages (LuotainEsco *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "SELECT number, code, n_preferred, names FROM language ORDER BY code", error);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      Language *language = g_new0 (Language, 1);
      gsize length = 0;
      gconstpointer names = luotain_statement_get_bytes (statement, 3, &length);

      language->number = luotain_statement_get_int (statement, 0);
      language->code = luotain_statement_dup_text (statement, 1);
      language->n_names = (guint) (length / sizeof (guint32));
      language->n_preferred = (guint) CLAMP (luotain_statement_get_int (statement, 2), 0, language->n_names);
      language->concepts = g_memdup2 (names, language->n_names * sizeof (guint32));
      g_ptr_array_add (self->languages, language);
      g_ptr_array_add (codes, g_strdup (language->code));
    }

  g_ptr_array_add (codes, NULL);
  self->codes = (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_version (LuotainEsco *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db, "SELECT value FROM about WHERE key = 'version'", error);
  LuotainStep step = statement != NULL ? luotain_statement_step (statement, error) : LUOTAIN_STEP_ERROR;

  if (step == LUOTAIN_STEP_ROW)
    self->version = luotain_statement_dup_text (statement, 0);
  return step != LUOTAIN_STEP_ERROR;
}

LuotainEsco *
luotain_esco_open (const char *path, GError **error)
{
  LuotainDb *db = luotain_catalogue_open (path, LUOTAIN_ESCO_APPLICATION, LUOTAIN_ESCO_SCHEMA, error);
  g_autoptr (LuotainEsco) self = NULL;

  if (db == NULL)
    return NULL;

  self = g_new0 (LuotainEsco, 1);
  self->ref_count = 1;
  g_mutex_init (&self->lock);
  self->db = db;
  self->languages = g_ptr_array_new_with_free_func (language_free);
  return load_version (self, error) && load_languages (self, error) ? g_steal_pointer (&self) : NULL;
}

LuotainEsco *
luotain_esco_ref (LuotainEsco *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
luotain_esco_unref (LuotainEsco *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;

  luotain_catalogue_close (self->db);
  g_ptr_array_unref (self->languages);
  g_strfreev (self->codes);
  g_free (self->version);
  g_mutex_clear (&self->lock);
  g_free (self);
}

const char *
luotain_esco_get_version (LuotainEsco *self)
{
  return self->version;
}

const char *const *
luotain_esco_get_languages (LuotainEsco *self)
{
  return (const char *const *) self->codes;
}

static const Language *
find_language (LuotainEsco *self, const char *code)
{
  for (guint i = 0; i < self->languages->len; i++)
    {
      const Language *language = self->languages->pdata[i];

      if (g_ascii_strcasecmp (language->code, code) == 0)
        return language;
    }

  return NULL;
}

/* ---- looking up ---- */

char **
luotain_esco_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  while (words->len < LUOTAIN_ESCO_MOST_WORDS && luotain_esco_next_word (&text, word))
    g_ptr_array_add (words, g_strdup (word->str));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
}

typedef struct
{
  LuotainEsco *esco;
  char **words;
  guint limit;
  GPtrArray *found; /* (element-type LuotainEscoConcept) */
  GHashTable *seen; /* numbers of concepts */
} Search;

/* Sets the bits of names that have a word beginning so. */
static gboolean
mark_word (Search *search, const Language *language, const char *word, guint64 *names, guint64 *first,
           GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      search->esco->db, "SELECT names FROM word WHERE language = ?1 AND word >= ?2 AND word < ?3", error);
  /* No word holds U+10FFFF, and it sorts behind all others. */
  g_autofree char *behind = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, language->number);
  luotain_statement_bind_text (statement, 2, word);
  luotain_statement_bind_text (statement, 3, behind);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      gsize length = 0;
      const guint8 *bytes = luotain_statement_get_bytes (statement, 0, &length);

      if (!luotain_esco_index_mark (bytes, length, language->n_names, names, first))
        break;
    }

  if (step == LUOTAIN_STEP_ROW)
    g_set_error_literal (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_DAMAGED,
                         _ ("The ESCO catalogue is damaged. Import its package again."));
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
begins_any_word (const char *word, const char *name)
{
  g_autoptr (GString) other = g_string_new (NULL);

  while (luotain_esco_next_word (&name, other))
    if (g_str_has_prefix (other->str, word))
      return TRUE;

  return FALSE;
}

static gboolean
fits (char **words, const char *name)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!begins_any_word (words[i], name))
      return FALSE;

  return TRUE;
}

/* Which of the other names it was. */
static char *
find_matched (Search *search, const char *lines)
{
  g_auto (GStrv) names = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (fits (search->words, names[i]))
      return g_strdup (names[i]);

  return NULL;
}

static char *
find_broader (LuotainEsco *self, const Language *language, guint number, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db,
      "SELECT name.preferred FROM relation JOIN name ON name.id = (?2 << 32) + relation.target"
      " WHERE source = ?1 AND role = 0 ORDER BY target LIMIT 1",
      error);

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_int (statement, 1, number);
  luotain_statement_bind_int (statement, 2, language->number);
  return luotain_statement_step (statement, error) == LUOTAIN_STEP_ROW
             ? luotain_statement_dup_text (statement, 0)
             : NULL;
}

static gboolean
take_concept (Search *search, const Language *language, guint number, gboolean preferred, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      search->esco->db,
      "SELECT uri, kind, skill_type, reuse_level, status, code, preferred, description, alternatives"
      " FROM concept JOIN name ON name.id = (?2 << 32) + concept.id WHERE concept.id = ?1",
      error);
  LuotainEscoConcept *concept;
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_int (statement, 1, number);
  luotain_statement_bind_int (statement, 2, language->number);
  step = luotain_statement_step (statement, error);
  if (step != LUOTAIN_STEP_ROW)
    return step == LUOTAIN_STEP_DONE;

  concept = g_new0 (LuotainEscoConcept, 1);
  concept->uri = luotain_statement_dup_text (statement, 0);
  concept->version = g_strdup (search->esco->version);
  concept->kind = luotain_statement_dup_text (statement, 1);
  concept->skill_type = luotain_statement_dup_text (statement, 2);
  concept->reuse_level = luotain_statement_dup_text (statement, 3);
  concept->status = luotain_statement_dup_text (statement, 4);
  concept->code = luotain_statement_dup_text (statement, 5);
  concept->language = g_strdup (language->code);
  concept->title = luotain_statement_dup_text (statement, 6);
  concept->description = luotain_statement_dup_text (statement, 7);
  if (!preferred)
    concept->matched = find_matched (search, luotain_statement_get_text (statement, 8));
  concept->broader = find_broader (search->esco, language, number, error);
  g_ptr_array_add (search->found, concept);
  return TRUE;
}

/* The names of a range whose bits are set, up to the limit. */
static gboolean
take_range (Search *search, const Language *language, const guint64 *bits, guint from, guint to,
            gboolean preferred, GError **error)
{
  for (guint i = from; i < to && search->found->len < search->limit; i++)
    {
      guint number;

      if (i % 64 == 0 && bits[i / 64] == 0)
        {
          i += 63;
          continue;
        }
      if ((bits[i / 64] >> i % 64 & 1) == 0)
        continue;

      number = GUINT32_FROM_LE (language->concepts[i]);
      if (g_hash_table_add (search->seen, GUINT_TO_POINTER (number))
          && !take_concept (search, language, number, preferred, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
search_language (Search *search, const Language *language, GError **error)
{
  const guint n = language->n_names / 64 + 1;
  g_autofree guint64 *names = g_new0 (guint64, n);
  g_autofree guint64 *first = g_new0 (guint64, n);
  g_autofree guint64 *others = g_new (guint64, n);

  for (guint w = 0; search->words[w] != NULL; w++)
    {
      memset (others, 0, n * sizeof *others);
      if (!mark_word (search, language, search->words[w], w == 0 ? names : others, w == 0 ? first : NULL,
                      error))
        return FALSE;

      for (guint i = 0; w > 0 && i < n; i++)
        names[i] &= others[i];
    }

  for (guint i = 0; i < n; i++)
    first[i] &= names[i];

  return take_range (search, language, first, 0, language->n_preferred, TRUE, error)
         && take_range (search, language, names, 0, language->n_preferred, TRUE, error)
         && take_range (search, language, first, language->n_preferred, language->n_names, FALSE, error)
         && take_range (search, language, names, language->n_preferred, language->n_names, FALSE, error);
}

static gboolean
search_languages (Search *search, const char *const *languages, GError **error)
{
  for (guint i = 0; languages[i] != NULL && search->found->len < search->limit; i++)
    {
      const Language *language = find_language (search->esco, languages[i]);

      if (language != NULL && !search_language (search, language, error))
        return FALSE;
    }

  return TRUE;
}

/* The language of the interface, our others, and whatever else there is. */
static GPtrArray *
order_languages (const LuotainEsco *self)
{
  GPtrArray *order = g_ptr_array_new ();

  g_ptr_array_add (order, (gpointer) luotain_language_code (luotain_language_of_locale ()));
  for (guint i = 0; i < LUOTAIN_N_LANGUAGES; i++)
    if (i != luotain_language_of_locale ())
      g_ptr_array_add (order, (gpointer) luotain_language_code (i));
  for (guint i = 0; self->codes[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (order, self->codes[i], g_str_equal, NULL))
      g_ptr_array_add (order, self->codes[i]);
  g_ptr_array_add (order, NULL);
  return order;
}

GPtrArray *
luotain_esco_search (LuotainEsco *self, const char *text, const char *const *languages, guint limit,
                     GError **error)
{
  g_autofree char *normal = luotain_text_normalize (text, -1, LUOTAIN_TEXT_DROP | LUOTAIN_TEXT_SINGLE_LINE,
                                                    NULL, NULL);
  g_auto (GStrv) words = luotain_esco_words (normal != NULL ? normal : "");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) luotain_esco_concept_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) order = order_languages (self);
  Search search = { self, words, limit, found, seen };
  gboolean ok;

  if (words[0] == NULL)
    return g_steal_pointer (&found);

  g_mutex_lock (&self->lock);
  ok = search_languages (&search, languages != NULL ? languages : (const char *const *) order->pdata, error);
  g_mutex_unlock (&self->lock);
  return ok ? g_steal_pointer (&found) : NULL;
}

/* ---- one concept ---- */

static void
text_free (gpointer data)
{
  LuotainEscoText *self = data;

  g_free (self->language);
  g_free (self->title);
  g_strfreev (self->alternatives);
  g_free (self->description);
  g_free (self);
}

static GPtrArray *
read_texts (LuotainEsco *self, const char *uri, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db,
      "SELECT language.code, preferred, alternatives, description FROM concept JOIN language"
      " JOIN name ON name.id = (language.number << 32) + concept.id WHERE uri = ?1 ORDER BY language.code",
      error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_text (statement, 1, uri);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainEscoText *text = g_new0 (LuotainEscoText, 1);
      const char *alternatives = luotain_statement_get_text (statement, 2);

      text->language = luotain_statement_dup_text (statement, 0);
      text->title = luotain_statement_dup_text (statement, 1);
      text->alternatives = g_strsplit (alternatives != NULL ? alternatives : "", "\n", -1);
      text->description = luotain_statement_dup_text (statement, 3);
      g_ptr_array_add (texts, text);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

GPtrArray *
luotain_esco_get_texts (LuotainEsco *self, const char *uri, GError **error)
{
  GPtrArray *texts;

  g_mutex_lock (&self->lock);
  texts = read_texts (self, uri, error);
  g_mutex_unlock (&self->lock);
  return texts;
}

static void
related_free (gpointer data)
{
  LuotainEscoRelated *self = data;

  g_free (self->role);
  g_free (self->kind);
  g_free (self->uri);
  g_free (self->title);
  g_free (self);
}

static GPtrArray *
read_related (LuotainEsco *self, const char *uri, const char *language, GError **error)
{
  static const char *const roles[] = { "broader", "essential", "optional" };
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      self->db,
      "SELECT relation.role, other.kind, other.uri, preferred FROM concept"
      " JOIN relation ON relation.source = concept.id JOIN concept AS other ON other.id = relation.target"
      " LEFT JOIN name ON name.id = (?2 << 32) + other.id WHERE concept.uri = ?1"
      " ORDER BY relation.role, other.kind, preferred, other.uri",
      error);
  g_autoptr (GPtrArray) related = g_ptr_array_new_with_free_func (related_free);
  const Language *of_titles = find_language (self, language);
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_text (statement, 1, uri);
  luotain_statement_bind_int (statement, 2, of_titles != NULL ? of_titles->number : 0);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainEscoRelated *one = g_new0 (LuotainEscoRelated, 1);

      one->role = g_strdup (roles[CLAMP (luotain_statement_get_int (statement, 0), 0, 2)]);
      one->kind = luotain_statement_dup_text (statement, 1);
      one->uri = luotain_statement_dup_text (statement, 2);
      one->title = luotain_statement_dup_text (statement, 3);
      g_ptr_array_add (related, one);
    }

  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&related) : NULL;
}

GPtrArray *
luotain_esco_get_related (LuotainEsco *self, const char *uri, const char *language, GError **error)
{
  GPtrArray *related;

  g_mutex_lock (&self->lock);
  related = read_related (self, uri, language, error);
  g_mutex_unlock (&self->lock);
  return related;
}
