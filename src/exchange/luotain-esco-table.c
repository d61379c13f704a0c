#include "config.h"

#include "luotain-esco-table.h"

#include "luotain-csv-reader.h"
#include "luotain-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_URI 2000
#define MOST_CONCEPTS 1000000
#define ISCO_URI "http://data.europa.eu/esco/isco/C"
#define ISCO_LEVELS 4
/* Rows between two looks at how far it is. */
#define ROWS_BETWEEN_LOOKS 256

typedef struct
{
  const LuotainEscoFile *file;
  LuotainEscoWriter *writer;
  LuotainFaults *faults;
  LuotainEscoProgress progress;
  gpointer progress_data;
  LuotainCsvReader *reader;
  GString *lines;
} Table;

/* ---- cells ---- */

static gboolean
fault (Table *self, char *message)
{
  luotain_faults_add (self->faults, self->file->name, (int) luotain_csv_reader_get_line (self->reader),
                      message);
  return FALSE;
}

/* Nearly all of English is plain already: nothing to compose, nothing to refuse. */
static gboolean
is_plain (const char *text, gboolean single_line)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < ' ' && (single_line || *text != '\n')) || (guchar) *text >= 0x7f)
      return FALSE;

  return TRUE;
}

/* Takes a cell as text of one or several lines; FALSE where it is none. */
static gboolean
take_text (Table *self, int column, gboolean single_line, char **text)
{
  const char *cell = luotain_csv_reader_get (self->reader, column);
  g_autoptr (GError) error = NULL;

  *text = NULL;
  if (*cell == '\0')
    return TRUE;

  if ((guchar) *cell > ' ' && is_plain (cell, single_line) && strlen (cell) <= LUOTAIN_TEXT_MAX_BYTES)
    {
      *text = g_strchomp (g_strdup (cell));
      return TRUE;
    }

  *text = luotain_text_normalize (cell, -1, single_line ? LUOTAIN_TEXT_SINGLE_LINE : LUOTAIN_TEXT_REFUSE,
                                  NULL, &error);
  return error == NULL || fault (self, g_strdup (error->message));
}

/* An address: what stands in it goes into other files, and into what is opened. */
static gboolean
is_address (const char *text)
{
  const char *p = text;

  if (!g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return FALSE;

  while (g_ascii_isgraph (*p) && strchr ("\"<>\\^`{|}", *p) == NULL)
    p++;

  return *p == '\0' && p - text <= LONGEST_URI;
}

static gboolean
take_address (Table *self, int column, const char **address)
{
  *address = luotain_csv_reader_get (self->reader, column);
  if (is_address (*address))
    return TRUE;

  return fault (self, **address == '\0' ? g_strdup (_ ("The row has no address (URI)."))
                                        : g_strdup (_ ("An address (URI) should begin with http:// or "
                                                       "https:// and hold no blanks.")));
}

/* Names stand a line each, or with a bar between; some packages name the preferred one among them. */
static gboolean
take_names (Table *self, int column, const char *preferred, char **names)
{
  g_autofree char *text = NULL;
  char *next;

  if (!take_text (self, column, FALSE, &text))
    return FALSE;

  *names = NULL;
  if (text == NULL)
    return TRUE;

  g_string_truncate (self->lines, 0);
  for (char *p = text; (p = strstr (p, " | ")) != NULL; p += 3)
    p[1] = '\n';

  for (char *line = text; line != NULL; line = next)
    {
      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      g_strstrip (line);
      if (*line != '\0' && g_strcmp0 (line, preferred) != 0)
        {
          if (self->lines->len > 0)
            g_string_append_c (self->lines, '\n');
          g_string_append (self->lines, line);
        }
    }

  if (self->lines->len > 0)
    *names = g_strndup (self->lines->str, self->lines->len);
  return TRUE;
}

/* ---- concepts and what they are called ---- */

typedef struct
{
  int uri, preferred, alternatives, hidden, description, definition, status, modified, skill_type,
      reuse_level, code, isco;
} Columns;

static Columns
find_columns (LuotainCsvReader *reader)
{
  return (Columns){
    .uri = luotain_csv_reader_column (reader, "conceptUri"),
    .preferred = luotain_csv_reader_column (reader, "preferredLabel"),
    .alternatives = luotain_csv_reader_column (reader, "altLabels"),
    .hidden = luotain_csv_reader_column (reader, "hiddenLabels"),
    .description = luotain_csv_reader_column (reader, "description"),
    .definition = luotain_csv_reader_column (reader, "definition"),
    .status = luotain_csv_reader_column (reader, "status"),
    .modified = luotain_csv_reader_column (reader, "modifiedDate"),
    .skill_type = luotain_csv_reader_column (reader, "skillType"),
    .reuse_level = luotain_csv_reader_column (reader, "reuseLevel"),
    .code = luotain_csv_reader_column (reader, "code"),
    .isco = luotain_csv_reader_column (reader, "iscoGroup"),
  };
}

static gboolean
take_labels (Table *self, const Columns *columns, guint concept, GError **error)
{
  g_autofree char *preferred = NULL, *alternatives = NULL, *hidden = NULL, *description = NULL;
  LuotainEscoNames names;

  if (!take_text (self, columns->preferred, TRUE, &preferred))
    return FALSE;

  /* Not everything is translated into every language. */
  if (preferred == NULL)
    return TRUE;

  if (!take_names (self, columns->alternatives, preferred, &alternatives)
      || !take_names (self, columns->hidden, preferred, &hidden)
      || !take_text (self, columns->description, FALSE, &description)
      || (description == NULL && !take_text (self, columns->definition, FALSE, &description)))
    return FALSE;

  names = (LuotainEscoNames){ preferred, alternatives, hidden, description };
  return luotain_esco_writer_name (self->writer, concept, &names, error);
}

/* The group of an occupation stands as a code, which may begin with a zero. */
static void
relate_to_isco (Table *self, guint occupation, const char *code)
{
  const gsize length = strlen (code);
  const LuotainEscoFacts facts = { .kind = "isco-group", .code = code };
  g_autofree char *uri = NULL;

  if (length == 0 || length > ISCO_LEVELS || strspn (code, "0123456789") != length)
    return;

  uri = g_strconcat (ISCO_URI, code, NULL);
  luotain_esco_writer_relate (self->writer, occupation, "broader",
                              luotain_esco_writer_concept (self->writer, uri, &facts));
}

static gboolean
take_concept (Table *self, const Columns *columns, const char *kind, GError **error)
{
  const char *uri;
  const LuotainEscoFacts facts = {
    .kind = kind,
    .skill_type = luotain_csv_reader_get (self->reader, columns->skill_type),
    .reuse_level = luotain_csv_reader_get (self->reader, columns->reuse_level),
    .status = luotain_csv_reader_get (self->reader, columns->status),
    .modified = luotain_csv_reader_get (self->reader, columns->modified),
    .code = luotain_csv_reader_get (self->reader, columns->code),
  };
  guint concept;

  if (!take_address (self, columns->uri, &uri))
    return FALSE;

  concept = luotain_esco_writer_concept (self->writer, uri, &facts);
  if (concept > MOST_CONCEPTS)
    return fault (self, g_strdup (_ ("A package may have at most 1,000,000 concepts.")));

  if (columns->isco >= 0)
    relate_to_isco (self, concept, luotain_csv_reader_get (self->reader, columns->isco));
  return take_labels (self, columns, concept, error);
}

static gboolean
require_column (Table *self, const char *name)
{
  if (luotain_csv_reader_column (self->reader, name) >= 0)
    return TRUE;

  luotain_faults_add (self->faults, self->file->name, 1,
                      g_strdup_printf (_ ("There is no column “%s”."), name));
  return FALSE;
}

typedef gboolean (*TakeRow) (Table *self, gconstpointer columns, GError **error);

static gboolean
take_rows (Table *self, TakeRow take_row, gconstpointer columns, GError **error)
{
  for (guint n = 0; luotain_csv_reader_next (self->reader, error); n++)
    {
      if (n % ROWS_BETWEEN_LOOKS == 0)
        self->progress (luotain_csv_reader_get_offset (self->reader), self->progress_data);

      if (!take_row (self, columns, error) && (*error != NULL || luotain_faults_is_full (self->faults)))
        return FALSE;
    }

  return *error == NULL;
}

typedef struct
{
  Columns columns;
  const char *kind;
} ConceptColumns;

static gboolean
take_concept_row (Table *self, gconstpointer data, GError **error)
{
  const ConceptColumns *columns = data;

  return take_concept (self, &columns->columns, columns->kind, error);
}

static gboolean
read_concepts (Table *self, const char *kind, GError **error)
{
  const ConceptColumns columns = { find_columns (self->reader), kind };

  return require_column (self, "conceptUri") && require_column (self, "preferredLabel")
         && take_rows (self, take_concept_row, &columns, error);
}

/* ---- the hierarchy ---- */

#define HIERARCHY_LEVELS 4

typedef struct
{
  int uri[HIERARCHY_LEVELS], title[HIERARCHY_LEVELS], code[HIERARCHY_LEVELS];
  int description;
} HierarchyColumns;

static gboolean
take_level (Table *self, const HierarchyColumns *columns, guint level, gboolean last, guint *concept,
            GError **error)
{
  const LuotainEscoFacts facts = { .kind = "skill-group",
                                   .code = luotain_csv_reader_get (self->reader, columns->code[level]) };
  g_autofree char *title = NULL, *description = NULL;
  const char *uri;

  if (!take_address (self, columns->uri[level], &uri)
      || !take_text (self, columns->title[level], TRUE, &title)
      || (last && !take_text (self, columns->description, FALSE, &description)))
    return FALSE;

  *concept = luotain_esco_writer_concept (self->writer, uri, &facts);

  /* Upper levels come again with each of their rows; their descriptions stand in the row that ends with them. */
  return !last || title == NULL
         || luotain_esco_writer_name (self->writer, *concept,
                                      &(LuotainEscoNames){ title, NULL, NULL, description }, error);
}

static gboolean
take_hierarchy_row (Table *self, gconstpointer data, GError **error)
{
  const HierarchyColumns *columns = data;
  guint above = 0;

  for (guint level = 0; level < HIERARCHY_LEVELS; level++)
    {
      const gboolean last = level + 1 == HIERARCHY_LEVELS
                            || *luotain_csv_reader_get (self->reader, columns->uri[level + 1]) == '\0';
      guint concept = 0;

      if (*luotain_csv_reader_get (self->reader, columns->uri[level]) == '\0')
        break;

      if (!take_level (self, columns, level, last, &concept, error))
        return FALSE;

      if (above != 0)
        luotain_esco_writer_relate (self->writer, concept, "broader", above);
      above = concept;
    }

  return TRUE;
}

static gboolean
read_hierarchy (Table *self, GError **error)
{
  HierarchyColumns columns = { .description = luotain_csv_reader_column (self->reader, "Description") };

  for (guint level = 0; level < HIERARCHY_LEVELS; level++)
    {
      g_autofree char *uri = g_strdup_printf ("Level %u URI", level);
      g_autofree char *title = g_strdup_printf ("Level %u preferred term", level);
      g_autofree char *code = g_strdup_printf ("Level %u code", level);

      columns.uri[level] = luotain_csv_reader_column (self->reader, uri);
      columns.title[level] = luotain_csv_reader_column (self->reader, title);
      columns.code[level] = luotain_csv_reader_column (self->reader, code);
    }

  return require_column (self, "Level 0 URI") && take_rows (self, take_hierarchy_row, &columns, error);
}

/* ---- relations ---- */

/* The row says that @narrow belongs to, or is needed for, @wide. */
typedef struct
{
  const char *narrow, *narrow_kind, *wide, *wide_kind;
  const char *type; /* (nullable): column of the role; else it is broader */
  int columns[5];
} Relation;

static const Relation relations[] = {
  { "conceptUri", "conceptType", "broaderUri", "broaderType", NULL, { 0 } },
  { "skillUri", NULL, "occupationUri", NULL, "relationType", { 0 } },
  { "relatedSkillUri", NULL, "originalSkillUri", NULL, "relationType", { 0 } },
};

static const char *
kind_of (const char *type, const char *uri)
{
  static const char *const kinds[][2] = {
    { "KnowledgeSkillCompetence", "skill" },
    { "SkillGroup", "skill-group" },
    { "Occupation", "occupation" },
    { "ISCOGroup", "isco-group" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (type, kinds[i][0]) == 0)
      return kinds[i][1];

  return strstr (uri, "/occupation/") != NULL ? "occupation" : "skill";
}

static guint
concept_of (Table *self, const char *uri, int type)
{
  const LuotainEscoFacts facts = { .kind = kind_of (luotain_csv_reader_get (self->reader, type), uri) };

  return luotain_esco_writer_concept (self->writer, uri, &facts);
}

static gboolean
take_relation_row (Table *self, gconstpointer data, GError **error)
{
  const Relation *relation = data;
  const char *role = relation->type != NULL ? luotain_csv_reader_get (self->reader, relation->columns[4])
                                            : "broader";
  const char *narrow, *wide;
  guint source, target;

  if (!take_address (self, relation->columns[0], &narrow)
      || !take_address (self, relation->columns[2], &wide))
    return FALSE;

  source = concept_of (self, narrow, relation->columns[1]);
  target = concept_of (self, wide, relation->columns[3]);
  if (MAX (source, target) > MOST_CONCEPTS)
    return fault (self, g_strdup (_ ("A package may have at most 1,000,000 concepts.")));

  luotain_esco_writer_relate (self->writer, source, role, target);
  return TRUE;
}

static gboolean
read_relations (Table *self, GError **error)
{
  Relation relation = relations[self->file->table - LUOTAIN_ESCO_BROADER];
  const char *const names[] = { relation.narrow, relation.narrow_kind, relation.wide, relation.wide_kind,
                                relation.type };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    relation.columns[i] = names[i] != NULL ? luotain_csv_reader_column (self->reader, names[i]) : -1;

  return require_column (self, relation.narrow) && require_column (self, relation.wide)
         && (relation.type == NULL || require_column (self, relation.type))
         && take_rows (self, take_relation_row, &relation, error);
}

/* ---- tables ---- */

static gboolean
read_table (Table *self, GError **error)
{
  static const char *const kinds[] = { [LUOTAIN_ESCO_SKILLS] = "skill",
                                       [LUOTAIN_ESCO_SKILL_GROUPS] = "skill-group",
                                       [LUOTAIN_ESCO_OCCUPATIONS] = "occupation",
                                       [LUOTAIN_ESCO_ISCO_GROUPS] = "isco-group" };

  if (self->file->table >= LUOTAIN_ESCO_BROADER)
    return read_relations (self, error);

  if (self->file->table == LUOTAIN_ESCO_SKILLS_HIERARCHY)
    return read_hierarchy (self, error);

  return read_concepts (self, kinds[self->file->table], error);
}

gboolean
luotain_esco_table_read (const LuotainEscoFile *file, LuotainEscoWriter *writer, LuotainFaults *faults,
                         LuotainEscoProgress progress, gpointer data, GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GInputStream) stream = luotain_esco_file_open (file, cancellable, &local_error);
  g_autoptr (LuotainCsvReader) reader = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  Table self = { file, writer, faults, progress, data, NULL, lines };

  if (stream != NULL)
    reader = luotain_csv_reader_new (stream, file->name, faults, cancellable, &local_error);

  self.reader = reader;
  if (reader != NULL)
    read_table (&self, &local_error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
