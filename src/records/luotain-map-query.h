#pragma once

#include "luotain-db.h"
#include "luotain-map-layout.h"

G_BEGIN_DECLS

/** LuotainMapQuery: which findings stand on a map. */
typedef struct
{
  gint64 sector; /* 0 for all */
  LuotainLanguage language; /* of titles */
  gboolean descriptions; /* read them too: for files */
  gboolean
      interface_words; /* kinds, dimensions and the words of the map in the language of the interface: for windows */
} LuotainMapQuery;

typedef enum
{
  LUOTAIN_MAP_BREAKTHROUGH,
  LUOTAIN_MAP_IMPACT,
  LUOTAIN_MAP_PROBABILITY,
  LUOTAIN_MAP_DIRECTION,
  LUOTAIN_MAP_DOTS,
  LUOTAIN_MAP_PRIORITY,
  LUOTAIN_MAP_N_SCALES
} LuotainMapScale;

/** LuotainMapRating: the latest rating of a scale. */
typedef struct
{
  gint64 id; /* of the rating, 0 where there is none */
  double value; /* the group's own or the median of the hands; NAN where there is none */
  guint n; /* hands, 0 where the value is the group's own */
  double lower, upper; /* quartiles of the hands, else the value */
} LuotainMapRating;

/** LuotainMapFinding: a finding on the map. */
typedef struct
{
  gint64 id;
  char *title;
  char *description; /* (nullable): only where it was asked for */
  char *kind; /* (nullable): key */
  char *dimensions; /* (nullable): keys */
  LuotainMapRating ratings[LUOTAIN_MAP_N_SCALES];
} LuotainMapFinding;

/** LuotainMapEvidence: one finding supports another; indices of findings. */
typedef struct
{
  guint from; /* the supporting one */
  guint to; /* the one it supports */
} LuotainMapEvidence;

/** LuotainMapData: all a map shows; read-only once loaded, counted, safe to hand from thread to thread. */
typedef struct
{
  gint64 sector;
  char *title; /* (nullable): of the sector, else of the workbook */
  LuotainLanguage language; /* of titles */
  LuotainLanguage words; /* of kinds, dimensions and the words of the map */
  guint n_findings;
  LuotainMapFinding *findings; /* the oldest first */
  LuotainMapItem *items; /* one a finding, in the same order */
  guint n_evidence;
  LuotainMapEvidence *evidence;
  char **dimension_keys, **dimension_titles; /* NULL-terminated, in the vocabulary's order */
  char **kind_keys, **kind_titles; /* the same */
  guint n_dimensions, n_kinds;
  int first_year,
      last_year; /* of the scale: from the first year somebody named or this one up to the horizon */
  int ring_years;
  gint64 changed; /* milliseconds since 1970, UTC: the last change of any record */
  /*< private >*/
  int *dimensions; /* what the items point into */
  gatomicrefcount references;
} LuotainMapData;

LuotainMapData *luotain_map_data_ref (LuotainMapData *self);
void luotain_map_data_unref (LuotainMapData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMapData, luotain_map_data_unref)

/**
 * luotain_map_query_run:
 *
 * A #LuotainJob that reads: @data is a #LuotainMapQuery, the result a #LuotainMapData.
 */
gboolean luotain_map_query_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/**
 * luotain_map_data_find:
 * @self: a map's data
 * @id: a finding
 *
 * Returns: its index, or -1
 */
int luotain_map_data_find (const LuotainMapData *self, gint64 id);

/**
 * luotain_map_finding_matches:
 * @finding: a finding
 * @kind: (nullable): key of the only kind that is wanted
 * @dimension: (nullable): key of a dimension it must have
 *
 * Returns: whether it is wanted
 */
gboolean luotain_map_finding_matches (const LuotainMapFinding *finding, const char *kind,
                                      const char *dimension);

/**
 * luotain_map_data_init_frame:
 * @self: a map's data
 * @frame: (out): a frame of a radar with its dimensions and years; size and symbols are the caller's
 */
void luotain_map_data_init_frame (const LuotainMapData *self, LuotainMapFrame *frame);

/**
 * luotain_map_scale_name:
 *
 * Returns: its key, `breakthrough`, `impact` …
 */
const char *luotain_map_scale_name (LuotainMapScale scale);

G_END_DECLS
