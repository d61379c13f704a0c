#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainComparisonPart: what a row of a comparison is about, in the order in which they are told. */
typedef enum
{
  LUOTAIN_COMPARISON_IMAGE, /* texts are keys of the vocabulary */
  LUOTAIN_COMPARISON_YEAR,
  LUOTAIN_COMPARISON_FRAME,
  LUOTAIN_COMPARISON_PATH, /* one a key variable */
  LUOTAIN_COMPARISON_PASSAGE, /* one a set of PESTE dimensions, which are the title: keys */
  LUOTAIN_COMPARISON_PERIOD, /* one a span of years */
  LUOTAIN_COMPARISON_DRIVER /* one a finding; its title stands on each side that has it */
} LuotainComparisonPart;

/** LuotainComparisonRow: one thing two scenarios are compared in. */
typedef struct
{
  LuotainComparisonPart part;
  gint64 record; /* what the row is about: a key variable, a finding; 0 for none */
  char *title; /* (nullable) */
  char *left; /* (nullable): what the one says of it */
  char *right; /* (nullable) */
  gboolean same;
} LuotainComparisonRow;

/** LuotainScenarioPair: which two to compare. */
typedef struct
{
  gint64 left;
  gint64 right;
  LuotainLanguage language; /* of titles and texts */
} LuotainScenarioPair;

/**
 * luotain_scenario_comparison_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainScenarioPair, the result a GPtrArray of #LuotainComparisonRow, part by
 * part. What neither says has no row.
 */
gboolean luotain_scenario_comparison_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
