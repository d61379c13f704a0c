#include "config.h"

#include "luotain-map-query.h"

#include "luotain-field.h"
#include "luotain-rating-edit.h"
#include "luotain-rating-summary.h"
#include "luotain-statement.h"
#include "luotain-title-sql.h"
#include "luotain-vocabulary.h"

#include <math.h>
#include <string.h>

/* How long a scale is where nobody said up to when the workbook looks. */
#define YEARS_AHEAD 10
/* A year further off than that is a slip of the pen or a frame of its own: it stands at the edge of the scale. */
#define MOST_YEARS 60

#define HEAVIEST 100000

LuotainMapData *
luotain_map_data_ref (LuotainMapData *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
luotain_map_data_unref (LuotainMapData *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_findings; i++)
    {
      g_free (self->findings[i].title);
      g_free (self->findings[i].description);
      g_free (self->findings[i].kind);
      g_free (self->findings[i].dimensions);
    }
  g_free (self->findings);
  g_free (self->items);
  g_free (self->evidence);
  g_free (self->dimensions);
  g_free (self->title);
  g_strfreev (self->dimension_keys);
  g_strfreev (self->dimension_titles);
  g_strfreev (self->kind_keys);
  g_strfreev (self->kind_titles);
  g_free (self);
}

const char *
luotain_map_scale_name (LuotainMapScale scale)
{
  static const char *const names[] = {
    LUOTAIN_SCALE_BREAKTHROUGH, LUOTAIN_SCALE_IMPACT, LUOTAIN_SCALE_PROBABILITY,
    LUOTAIN_SCALE_DIRECTION,    LUOTAIN_SCALE_DOTS,   LUOTAIN_SCALE_PRIORITY,
  };

  return names[scale];
}

int
luotain_map_data_find (const LuotainMapData *self, gint64 id)
{
  guint from = 0, to = self->n_findings;

  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if (self->findings[middle].id == id)
        return (int) middle;
      if (self->findings[middle].id < id)
        from = middle + 1;
      else
        to = middle;
    }
  return -1;
}

gboolean
luotain_map_finding_matches (const LuotainMapFinding *finding, const char *kind, const char *dimension)
{
  g_auto (GStrv) keys = g_strsplit (finding->dimensions != NULL ? finding->dimensions : "", " ", -1);

  return (kind == NULL || g_strcmp0 (finding->kind, kind) == 0)
         && (dimension == NULL || g_strv_contains ((const char *const *) keys, dimension));
}

void
luotain_map_data_init_frame (const LuotainMapData *self, LuotainMapFrame *frame)
{
  *frame = (LuotainMapFrame){
    .mode = LUOTAIN_MAP_RADAR,
    .sharing = LUOTAIN_MAP_ON_BORDER,
    .n_dimensions = self->n_dimensions,
    .first_year = self->first_year,
    .last_year = self->last_year,
    .ring_years = self->ring_years,
  };
}

static void
load_words (LuotainWordList *words, const char *vocabulary, char ***keys, char ***titles, guint *n)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  *keys = g_strdupv ((char **) luotain_word_list_keys (words, vocabulary));
  for (char **key = *keys; *key != NULL; key++)
    g_ptr_array_add (found, g_strdup (luotain_word_list_title (words, vocabulary, *key)));
  *n = found->len;
  g_ptr_array_add (found, NULL);
  *titles = (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/* The title of the sector and the horizon of the workbook. */
static gboolean
load_workbook (LuotainDb *db, LuotainMapData *self, GError **error)
{
  g_autofree char *sector = luotain_title_sql ("s", "title", self->language);
  g_autofree char *workbook = luotain_title_sql ("w", "title", self->language);
  g_autofree char *sql = g_strdup_printf (
      "SELECT w.horizon_year, CASE WHEN ?1 IS NULL THEN %s ELSE (SELECT %s FROM sector s WHERE s.id = ?1) END,"
      " (SELECT min (CAST (substr (observed_on, 1, 4) AS INTEGER)) FROM finding),"
      " (SELECT min (CAST (substr (held_on, 1, 4) AS INTEGER)) FROM session), (SELECT max (changed) FROM record)"
      " FROM workbook w LIMIT 1",
      workbook, sector);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  gint64 horizon = LUOTAIN_NUMBER_UNSET, seen = LUOTAIN_NUMBER_UNSET, held = LUOTAIN_NUMBER_UNSET;
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, self->sector);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ROW)
    {
      horizon = luotain_statement_get_number (statement, 0);
      self->title = luotain_statement_dup_text (statement, 1);
      seen = luotain_statement_get_number (statement, 2);
      held = luotain_statement_get_number (statement, 3);
      self->changed = luotain_statement_get_int (statement, 4);
    }

  /* Nothing of the moment: the same workbook gives the same map next year. */
  if (held == LUOTAIN_NUMBER_UNSET)
    held = seen;
  if (held == LUOTAIN_NUMBER_UNSET)
    held = horizon != LUOTAIN_NUMBER_UNSET ? horizon - YEARS_AHEAD : 2025;
  if (horizon == LUOTAIN_NUMBER_UNSET || horizon <= held)
    horizon = held + YEARS_AHEAD;
  self->first_year = (int) CLAMP (held, 1000, 9998);
  self->last_year = (int) CLAMP (horizon, self->first_year + 1, self->first_year + MOST_YEARS);
  return step != LUOTAIN_STEP_ERROR;
}

static void
clear_ratings (LuotainMapFinding *finding)
{
  for (guint i = 0; i < LUOTAIN_MAP_N_SCALES; i++)
    finding->ratings[i] = (LuotainMapRating){ .value = NAN, .lower = NAN, .upper = NAN };
}

static gboolean
load_findings (LuotainDb *db, LuotainMapData *self, gboolean descriptions, GError **error)
{
  g_autofree char *title = luotain_title_sql ("f", "title", self->language);
  g_autofree char *description = descriptions ? luotain_title_sql ("f", "description", self->language)
                                              : g_strdup ("NULL");
  g_autofree char *sql = g_strdup_printf (
      "SELECT f.id, %s, f.kind, f.dimensions, %s FROM finding f WHERE ?1 IS NULL"
      " OR f.id IN (SELECT source FROM link WHERE target = ?1 AND role = 'sector') ORDER BY f.id",
      title, description);
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (db, sql, error);
  GArray *findings;
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  findings = g_array_new (FALSE, TRUE, sizeof (LuotainMapFinding));
  luotain_statement_bind_id (statement, 1, self->sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      LuotainMapFinding finding = { 0 };

      finding.id = luotain_statement_get_id (statement, 0);
      finding.title = luotain_statement_dup_text (statement, 1);
      finding.kind = luotain_statement_dup_text (statement, 2);
      finding.dimensions = luotain_statement_dup_text (statement, 3);
      finding.description = luotain_statement_dup_text (statement, 4);
      clear_ratings (&finding);
      g_array_append_val (findings, finding);
    }

  self->n_findings = findings->len;
  self->findings = (LuotainMapFinding *) g_array_free (findings, FALSE);
  return step == LUOTAIN_STEP_DONE;
}

static int
scale_of (const char *name)
{
  for (int i = 0; i < LUOTAIN_MAP_N_SCALES; i++)
    if (g_strcmp0 (name, luotain_map_scale_name (i)) == 0)
      return i;
  return -1;
}

static void
read_rating (LuotainStatement *statement, LuotainMapRating *rating)
{
  g_autoptr (GArray) hands = luotain_rating_parse_hands (luotain_statement_get_text (statement, 4));
  const gint64 value = luotain_statement_get_number (statement, 3);
  LuotainRatingSummary summary;

  *rating = (LuotainMapRating){ .id = luotain_statement_get_id (statement, 1), .value = NAN };
  if (value != LUOTAIN_NUMBER_UNSET)
    rating->value = rating->lower = rating->upper = (double) value;
  else if (hands != NULL
           && luotain_rating_summarize ((const LuotainRatingStep *) hands->data, hands->len,
                                        LUOTAIN_QUARTILES_TYPE_7, &summary))
    {
      rating->value = summary.median;
      rating->lower = summary.lower;
      rating->upper = summary.upper;
      rating->n = summary.n;
    }
}

/* In the order of time: the last of a scale stays. */
static gboolean
load_ratings (LuotainDb *db, LuotainMapData *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT r.owner, t.id, t.scale, t.value, t.hands FROM rating t JOIN record r ON r.id = t.id"
      " ORDER BY r.owner, t.rated_on NULLS FIRST, r.position, t.id",
      error);
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const int finding = luotain_map_data_find (self, luotain_statement_get_id (statement, 0));
      const int scale = scale_of (luotain_statement_get_text (statement, 2));

      if (finding >= 0 && scale >= 0)
        read_rating (statement, &self->findings[finding].ratings[scale]);
    }
  return step == LUOTAIN_STEP_DONE;
}

static gboolean
load_evidence (LuotainDb *db, LuotainMapData *self, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT l.target, l.source FROM finding f JOIN link l ON l.source = f.id AND l.role = 'evidence'"
      " ORDER BY l.source, l.target",
      error);
  GArray *evidence;
  LuotainStep step;

  if (statement == NULL)
    return FALSE;

  evidence = g_array_new (FALSE, FALSE, sizeof (LuotainMapEvidence));
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const int from = luotain_map_data_find (self, luotain_statement_get_id (statement, 0));
      const int to = luotain_map_data_find (self, luotain_statement_get_id (statement, 1));
      const LuotainMapEvidence pair = { (guint) from, (guint) to };

      if (from >= 0 && to >= 0)
        g_array_append_val (evidence, pair);
    }

  self->n_evidence = evidence->len;
  self->evidence = (LuotainMapEvidence *) g_array_free (evidence, FALSE);
  return step == LUOTAIN_STEP_DONE;
}

static int
index_of (char **keys, const char *key)
{
  for (int i = 0; key != NULL && keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      return i;
  return -1;
}

static guint
add_dimensions (const LuotainMapData *self, const char *words, GArray *dimensions)
{
  g_auto (GStrv) keys = g_strsplit (words != NULL ? words : "", " ", -1);
  guint n = 0;

  for (int i = 0; i < (int) self->n_dimensions; i++)
    if (g_strv_contains ((const char *const *) keys, self->dimension_keys[i]))
      {
        g_array_append_val (dimensions, i);
        n++;
      }
  return n;
}

/* What matters most for the region first, then what has most impact, dots and support. */
static double
weigh (const LuotainMapFinding *finding)
{
  const double priority = finding->ratings[LUOTAIN_MAP_PRIORITY].value;
  const double impact = finding->ratings[LUOTAIN_MAP_IMPACT].value;
  const double dots = finding->ratings[LUOTAIN_MAP_DOTS].value;

  return (isnan (priority) ? 0 : HEAVIEST - priority) + 100 * (isnan (impact) ? 1.5 : impact)
         + (isnan (dots) ? 0 : 10 * dots);
}

static void
make_items (LuotainMapData *self)
{
  GArray *dimensions = g_array_new (FALSE, FALSE, sizeof (int));
  guint used = 0;

  self->items = g_new0 (LuotainMapItem, self->n_findings + 1);
  for (guint i = 0; i < self->n_findings; i++)
    {
      const LuotainMapFinding *finding = &self->findings[i];
      LuotainMapItem *item = &self->items[i];

      item->id = finding->id;
      item->n_dimensions = add_dimensions (self, finding->dimensions, dimensions);
      item->kind = index_of (self->kind_keys, finding->kind);
      item->year = finding->ratings[LUOTAIN_MAP_BREAKTHROUGH].value;
      item->impact = finding->ratings[LUOTAIN_MAP_IMPACT].value;
      item->probability = finding->ratings[LUOTAIN_MAP_PROBABILITY].value;
      item->direction = finding->ratings[LUOTAIN_MAP_DIRECTION].value;
      item->weight = weigh (finding);
      item->across = item->along = NAN;
    }
  for (guint i = 0; i < self->n_evidence; i++)
    self->items[self->evidence[i].to].weight += 5;

  self->dimensions = (int *) g_array_free (dimensions, FALSE);
  for (guint i = 0; i < self->n_findings; used += self->items[i++].n_dimensions)
    self->items[i].dimensions = self->dimensions + used;
}

static void
stretch_scale (LuotainMapData *self)
{
  const int horizon = self->last_year;
  int span;

  for (guint i = 0; i < self->n_findings; i++)
    {
      const double year = self->items[i].year;

      if (isnan (year) || year < horizon - MOST_YEARS || year > horizon + MOST_YEARS)
        continue;
      self->first_year = MIN (self->first_year, (int) floor (year));
      self->last_year = MAX (self->last_year, (int) ceil (year));
    }

  span = self->last_year - self->first_year;
  self->ring_years = span <= 6 ? 1 : span <= 14 ? 2 : span <= 35 ? 5 : 10;
}

gboolean
luotain_map_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainMapQuery *query = data;
  g_autoptr (LuotainMapData) self = g_new0 (LuotainMapData, 1);
  const LuotainLanguage language = query->interface_words ? luotain_language_of_locale () : query->language;
  g_autoptr (LuotainWordList) words = luotain_word_list_load (db, language, error);

  g_atomic_ref_count_init (&self->references);
  self->sector = query->sector;
  self->language = query->language;
  self->words = language;
  if (words == NULL)
    return FALSE;

  load_words (words, "dimension", &self->dimension_keys, &self->dimension_titles, &self->n_dimensions);
  load_words (words, "finding-kind", &self->kind_keys, &self->kind_titles, &self->n_kinds);
  if (!load_workbook (db, self, error) || !load_findings (db, self, query->descriptions, error)
      || !load_ratings (db, self, error) || !load_evidence (db, self, error))
    return FALSE;

  make_items (self);
  stretch_scale (self);
  *result = g_steal_pointer (&self);
  return TRUE;
}
