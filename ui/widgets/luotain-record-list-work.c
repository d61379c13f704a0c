#include "config.h"

#include "luotain-edit.h"
#include "luotain-record-io.h"
#include "luotain-record-list-work.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-model.h"

void
luotain_record_list_work_free (LuotainRecordListWork *self)
{
  g_free (self->title);
  g_free (self);
}

static void
row_free (gpointer data)
{
  LuotainRecordListRow *self = data;

  g_free (self->title);
  g_free (self->key);
  g_free (self);
}

static const LuotainRecordType *
type_of (LuotainDb *db, const LuotainRecordListWork *work)
{
  return luotain_model_type (luotain_db_get_model (db), work->type);
}

static gboolean
is_listed (const LuotainRecordListWork *work, gconstpointer record)
{
  return work->vocabulary == NULL
         || g_strcmp0 (((const LuotainVocabularyEntry *) record)->vocabulary, work->vocabulary) == 0;
}

gboolean
luotain_record_list_load (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordListWork *work = data;
  const LuotainRecordType *type = type_of (db, work);
  g_autoptr (GPtrArray) records = luotain_record_list (db, type, 0, error);
  GPtrArray *rows;

  if (records == NULL)
    return FALSE;

  rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < records->len; i++)
    {
      const LuotainRecord *record = records->pdata[i];
      LuotainRecordListRow *row;

      if (!is_listed (work, record))
        continue;
      row = g_new0 (LuotainRecordListRow, 1);
      row->id = record->id;
      row->title = g_strdup (luotain_record_title (type, record, work->language));
      if (work->vocabulary != NULL)
        row->key = g_strdup (((const LuotainVocabularyEntry *) record)->key);
      g_ptr_array_add (rows, row);
    }
  *result = rows;
  return TRUE;
}

/* A key stands in files and on the command line: small letters, digits and hyphens, made from the title. */
static char *
make_key (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, "C");
  GString *key = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (key, g_ascii_tolower (*c));
      else if (key->len > 0 && key->str[key->len - 1] != '-')
        g_string_append_c (key, '-');
    }
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0 || g_ascii_isdigit (*key->str))
    g_string_prepend (key, "word-");
  return g_string_free (key, FALSE);
}

static char *
make_own_key (LuotainDb *db, const LuotainRecordListWork *work, GError **error)
{
  g_autofree char *base = make_key (work->title);
  g_autofree char *key = g_strdup (base);

  for (guint i = 2;; i++)
    {
      gboolean has;

      if (!luotain_vocabulary_has_word (db, work->vocabulary, key, &has, error))
        return NULL;
      if (!has)
        return g_steal_pointer (&key);
      g_free (key);
      key = g_strdup_printf ("%s-%u", base, i);
    }
}

gboolean
luotain_record_list_add (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordListWork *work = data;
  const LuotainRecordType *type = type_of (db, work);
  LuotainRecord *record = luotain_record_new (type);
  gboolean added = luotain_edit_fill (db, type, record, "title", work->title, TRUE, error);

  if (added && work->vocabulary != NULL)
    {
      LuotainVocabularyEntry *entry = (LuotainVocabularyEntry *) record;

      entry->vocabulary = g_strdup (work->vocabulary);
      entry->key = make_own_key (db, work, error);
      added = entry->key != NULL;
    }
  added = added && luotain_record_insert (db, type, record, error);
  luotain_record_free (type, record);
  return added;
}

gboolean
luotain_record_list_move (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRecordListWork *work = data;
  g_autoptr (GPtrArray) records = luotain_record_list (db, type_of (db, work), 0, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  int place = -1;

  if (records == NULL)
    return FALSE;

  /* The records of one vocabulary stand among those of the others: move to where the neighbour stands. */
  for (guint i = 0; i < records->len; i++)
    {
      const LuotainRecord *record = records->pdata[i];

      if (!is_listed (work, record))
        continue;
      if (record->id == work->id)
        place = (int) places->len;
      g_array_append_val (places, i);
    }
  if (place < 0 || place + work->steps < 0 || place + work->steps >= (int) places->len)
    return TRUE;

  return luotain_record_move (db, work->id, g_array_index (places, guint, place + work->steps), error);
}
