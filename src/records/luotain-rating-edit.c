#include "config.h"

#include "luotain-rating-edit.h"

#include "luotain-date.h"
#include "luotain-edit.h"
#include "luotain-finding.h"
#include "luotain-rating-summary.h"
#include "luotain-rating.h"
#include "luotain-record-io.h"
#include "luotain-statement.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  SET_VALUE,
  SET_HANDS,
  CLEAR_LATEST,
  CLEAR_ALL,
  SET_DIMENSIONS
} What;

typedef struct
{
  What what;
  gint64 finding;
  char *scale; /* or the keys of dimensions */
  gint64 value;
  char *hands;
  char *round;
} Step;

struct _LuotainRatingEdit
{
  GPtrArray *steps; /* (element-type Step) */
  gboolean in_order; /* priorities are set anew */
  gint64 sector; /* whose */
  GArray *order; /* (element-type gint64): findings with a priority */
};

static void
step_free (gpointer data)
{
  Step *self = data;

  g_free (self->scale);
  g_free (self->hands);
  g_free (self->round);
  g_free (self);
}

LuotainRatingEdit *
luotain_rating_edit_new (void)
{
  LuotainRatingEdit *self = g_new0 (LuotainRatingEdit, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
luotain_rating_edit_free (LuotainRatingEdit *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->steps);
  g_array_unref (self->order);
  g_free (self);
}

static Step *
add_step (LuotainRatingEdit *self, What what, gint64 finding, const char *scale)
{
  Step *step = g_new0 (Step, 1);

  step->what = what;
  step->finding = finding;
  step->scale = g_strdup (scale);
  step->value = LUOTAIN_NUMBER_UNSET;
  g_ptr_array_add (self->steps, step);
  return step;
}

void
luotain_rating_edit_set_value (LuotainRatingEdit *self, gint64 finding, const char *scale, gint64 value,
                               const char *round)
{
  Step *step = add_step (self, SET_VALUE, finding, scale);

  step->value = value;
  step->round = g_strdup (round);
}

void
luotain_rating_edit_set_hands (LuotainRatingEdit *self, gint64 finding, const char *scale, const char *hands,
                               const char *round)
{
  Step *step = add_step (self, SET_HANDS, finding, scale);

  step->hands = g_strdup (hands);
  step->round = g_strdup (round);
}

void
luotain_rating_edit_clear (LuotainRatingEdit *self, gint64 finding, const char *scale)
{
  add_step (self, CLEAR_LATEST, finding, scale);
}

void
luotain_rating_edit_set_dimensions (LuotainRatingEdit *self, gint64 finding, const char *keys)
{
  add_step (self, SET_DIMENSIONS, finding, keys);
}

void
luotain_rating_edit_set_priorities (LuotainRatingEdit *self, gint64 sector, const gint64 *findings,
                                    guint n_findings)
{
  self->in_order = TRUE;
  self->sector = sector;
  g_array_set_size (self->order, 0);
  g_array_append_vals (self->order, findings, n_findings);
}

gboolean
luotain_rating_edit_is_empty (const LuotainRatingEdit *self)
{
  return self->steps->len == 0 && !self->in_order;
}

typedef struct
{
  const char *scale;
  gint64 least, greatest;
  gboolean counted; /* hands may be raised for its steps */
} Range;

static const Range ranges[] = {
  { LUOTAIN_SCALE_BREAKTHROUGH, 1000, 9999, TRUE }, { LUOTAIN_SCALE_IMPACT, 1, 5, TRUE },
  { LUOTAIN_SCALE_PROBABILITY, 1, 5, TRUE },        { LUOTAIN_SCALE_DIRECTION, -1, 1, TRUE },
  { LUOTAIN_SCALE_DOTS, 0, 1000000, FALSE },        { LUOTAIN_SCALE_PRIORITY, 1, 1000000, FALSE },
};

static const Range *
range_of (const char *scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (ranges[i].scale, scale) == 0)
      return &ranges[i];
  return NULL;
}

static gboolean
check_value (const Range *range, gint64 value, GError **error)
{
  g_autofree char *text = NULL;

  if (value >= range->least && value <= range->greatest)
    return TRUE;

  text = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
               _ ("%s does not stand on the scale, which goes from %d to %d."), text, (int) range->least,
               (int) range->greatest);
  return FALSE;
}

static gboolean
check_hands (const Range *range, const char *hands, GError **error)
{
  g_autoptr (GArray) steps = range->counted ? luotain_rating_parse_hands (hands) : NULL;

  if (steps == NULL)
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("“%s” is no count of hands. Write a step, a colon and how many: 5:3 4:9."),
                   hands != NULL ? hands : "");
      return FALSE;
    }

  for (guint i = 0; i < steps->len; i++)
    if (!check_value (range, g_array_index (steps, LuotainRatingStep, i).step, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_step (LuotainDb *db, const Step *step, const LuotainRecordType **type, GError **error)
{
  const Range *range = range_of (step->scale);

  *type = luotain_record_type_of (db, step->finding, error);
  if (*type == NULL)
    return FALSE;

  if (*type != &luotain_finding_type || (range == NULL && step->what != SET_DIMENSIONS))
    {
      g_set_error (error, LUOTAIN_STORE_ERROR, LUOTAIN_STORE_ERROR_INVALID,
                   _ ("Only findings are rated, and only on the scales there are."));
      return FALSE;
    }

  return (step->what != SET_VALUE || check_value (range, step->value, error))
         && (step->what != SET_HANDS || check_hands (range, step->hands, error));
}

/* The latest rating of a scale: by its date, then by its place. */
static gboolean
find_latest (LuotainDb *db, gint64 finding, const char *scale, gint64 *rating, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT t.id FROM record r JOIN rating t ON t.id = r.id"
      " WHERE r.owner = ?1 AND r.type = 'rating' AND t.scale = ?2"
      " ORDER BY t.rated_on DESC NULLS LAST, r.position DESC, t.id DESC LIMIT 1",
      error);
  LuotainStep step;

  *rating = 0;
  if (statement == NULL)
    return FALSE;

  luotain_statement_bind_id (statement, 1, finding);
  luotain_statement_bind_text (statement, 2, scale);
  step = luotain_statement_step (statement, error);
  if (step == LUOTAIN_STEP_ROW)
    *rating = luotain_statement_get_id (statement, 0);
  return step != LUOTAIN_STEP_ERROR;
}

static gboolean
is_counted (const LuotainRating *rating)
{
  return rating->hands != NULL;
}

static gboolean
change_rating (LuotainDb *db, const Step *step, LuotainRating *rating, const char *today, gboolean *handled,
               GError **error)
{
  const gboolean same = g_strcmp0 (rating->round, step->round) == 0
                        && is_counted (rating) == (step->what == SET_HANDS);

  *handled = same
             && (step->what == SET_VALUE ? rating->value == step->value
                                         : g_strcmp0 (rating->hands, step->hands) == 0);
  if (*handled || !same || g_strcmp0 (rating->rated_on, today) != 0)
    return TRUE;

  *handled = TRUE;
  rating->value = step->value;
  g_free (rating->hands);
  rating->hands = g_strdup (step->hands);
  return luotain_record_update (db, &luotain_rating_type, rating, error);
}

static gboolean
add_rating (LuotainDb *db, const Step *step, const char *today, GError **error)
{
  LuotainRating *rating = luotain_record_new (&luotain_rating_type);
  gboolean ok;

  rating->record.owner = step->finding;
  rating->scale = g_strdup (step->scale);
  rating->value = step->value;
  rating->hands = g_strdup (step->hands);
  rating->round = g_strdup (step->round);
  rating->rated_on = g_strdup (today);
  ok = luotain_record_insert (db, &luotain_rating_type, rating, error);
  luotain_record_destroy (rating);
  return ok;
}

static gboolean
set_rating (LuotainDb *db, const Step *step, const char *today, GError **error)
{
  gboolean handled = FALSE;
  gint64 latest;

  if (!find_latest (db, step->finding, step->scale, &latest, error))
    return FALSE;

  if (latest != 0)
    {
      LuotainRating *rating = luotain_record_load (db, &luotain_rating_type, latest, error);
      const gboolean ok = rating != NULL && change_rating (db, step, rating, today, &handled, error);

      luotain_record_destroy (rating);
      if (!ok)
        return FALSE;
    }

  return handled || add_rating (db, step, today, error);
}

static gboolean
clear_rating (LuotainDb *db, const Step *step, GError **error)
{
  gint64 latest;

  do
    {
      if (!find_latest (db, step->finding, step->scale, &latest, error)
          || (latest != 0 && !luotain_record_delete (db, latest, error)))
        return FALSE;
    }
  while (step->what == CLEAR_ALL && latest != 0);
  return TRUE;
}

static gboolean
run_step (LuotainDb *db, const Step *step, const char *today, GError **error)
{
  const LuotainRecordType *type;

  if (!check_step (db, step, &type, error))
    return FALSE;

  switch (step->what)
    {
    case SET_DIMENSIONS:
      return luotain_edit_set_field (db, step->finding, "dimensions", step->scale, FALSE, error);
    case CLEAR_LATEST:
    case CLEAR_ALL:
      return clear_rating (db, step, error);
    case SET_VALUE:
    case SET_HANDS:
    default:
      return set_rating (db, step, today, error);
    }
}

static gboolean
is_in_order (const LuotainRatingEdit *self, gint64 finding)
{
  for (guint i = 0; i < self->order->len; i++)
    if (g_array_index (self->order, gint64, i) == finding)
      return TRUE;
  return FALSE;
}

static GArray *
list_marked (LuotainDb *db, gint64 sector, GError **error)
{
  g_autoptr (LuotainStatement) statement = luotain_db_prepare (
      db,
      "SELECT DISTINCT r.owner FROM rating t JOIN record r ON r.id = t.id WHERE t.scale = 'priority'"
      " AND (?1 IS NULL OR r.owner IN (SELECT source FROM link WHERE target = ?1 AND role = 'sector'))",
      error);
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (gint64));
  LuotainStep step;

  if (statement == NULL)
    return NULL;

  luotain_statement_bind_id (statement, 1, sector);
  while ((step = luotain_statement_step (statement, error)) == LUOTAIN_STEP_ROW)
    {
      const gint64 finding = luotain_statement_get_id (statement, 0);

      g_array_append_val (findings, finding);
    }
  return step == LUOTAIN_STEP_DONE ? g_steal_pointer (&findings) : NULL;
}

static gboolean
set_order (LuotainDb *db, const LuotainRatingEdit *self, const char *today, GError **error)
{
  g_autoptr (GArray) marked = list_marked (db, self->sector, error);
  g_autoptr (LuotainRatingEdit) steps = luotain_rating_edit_new ();

  if (marked == NULL)
    return FALSE;

  for (guint i = 0; i < marked->len; i++)
    if (!is_in_order (self, g_array_index (marked, gint64, i)))
      add_step (steps, CLEAR_ALL, g_array_index (marked, gint64, i), LUOTAIN_SCALE_PRIORITY);
  for (guint i = 0; i < self->order->len; i++)
    luotain_rating_edit_set_value (steps, g_array_index (self->order, gint64, i), LUOTAIN_SCALE_PRIORITY,
                                   i + 1, NULL);

  for (guint i = 0; i < steps->steps->len; i++)
    if (!run_step (db, g_ptr_array_index (steps->steps, i), today, error))
      return FALSE;
  return TRUE;
}

gboolean
luotain_rating_edit_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainRatingEdit *self = data;
  g_autofree char *today = luotain_date_today ();

  for (guint i = 0; i < self->steps->len; i++)
    if (!run_step (db, g_ptr_array_index (self->steps, i), today, error))
      return FALSE;

  return !self->in_order || set_order (db, self, today, error);
}
