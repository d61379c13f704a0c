#pragma once

#include "luotain-db.h"

G_BEGIN_DECLS

/** LuotainPartAdd: a record to be made, last in its order: a scenario, passage, period, key variable or state. */
typedef struct
{
  const LuotainRecordType *type;
  gint64 owner; /* 0 where the type has none */
  gint64 sector; /* tie it to this one; 0 for none */
  char *title; /* text of the title, or of the text where the type has no title, in the main language */
  char *dimensions; /* (nullable): keys, of a passage */
  gint64 scenario; /* let this scenario's path go through the new state; 0 for none */
} LuotainPartAdd;

LuotainPartAdd *luotain_part_add_new (const LuotainRecordType *type, gint64 owner, const char *title);
void luotain_part_add_free (LuotainPartAdd *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainPartAdd, luotain_part_add_free)

/**
 * luotain_part_add_run:
 *
 * A #LuotainJob: @data is a #LuotainPartAdd. A scenario gets the workbook's horizon as target year; a period the years
 * before the one told last, by which it is named. The result is a pointer to the gint64 id; free it with g_free().
 */
gboolean luotain_part_add_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainRecordMove: a step up or down in an order. */
typedef struct
{
  gint64 id;
  int offset; /* -1 for one place earlier, 1 for one later */
} LuotainRecordMove;

/**
 * luotain_record_move_run:
 *
 * A #LuotainJob: @data is a #LuotainRecordMove; beyond the ends nothing happens.
 */
gboolean luotain_record_move_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainPathStep: where a scenario's path goes through a key variable; see luotain_edit_set_path(). */
typedef struct
{
  gint64 scenario;
  gint64 variable;
  gint64 state; /* 0 to leave the row open */
} LuotainPathStep;

/** luotain_path_step_run: a #LuotainJob: @data is a #LuotainPathStep. */
gboolean luotain_path_step_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

/** LuotainFrameAdd: a frame scenario that a scenario is to lean on. */
typedef struct
{
  gint64 scenario;
  char *title;
} LuotainFrameAdd;

LuotainFrameAdd *luotain_frame_add_new (gint64 scenario, const char *title);
void luotain_frame_add_free (LuotainFrameAdd *self);

/** luotain_scenario_frame_run: a #LuotainJob: @data is a #LuotainFrameAdd: makes it, and ties the scenario to it. */
gboolean luotain_scenario_frame_run (LuotainDb *db, gpointer data, gpointer *result, GError **error);

G_END_DECLS
