#pragma once

#include "luotain-curriculum.h"

G_BEGIN_DECLS

/** LuotainMoodleNode: a row of the file: the framework, or a competency in Moodle's sense: whatever stands in its tree. */
typedef struct
{
  char *id; /* id number, unique */
  char *parent; /* id number; "" below the framework */
  char *name; /* at most LUOTAIN_MOODLE_MAX_NAME characters, unique */
  const char *level; /* (nullable): title of the role level, to tell equal names apart */
  const char *profile; /* (nullable): title of the profile, likewise */
  const LuotainCurriculumProfile *of; /* (nullable) */
  const LuotainCurriculumEntry *entry; /* (nullable): of a competence */
  const char *group; /* (nullable): key, of a node that is a competence group */
} LuotainMoodleNode;

/** LuotainMoodleNodes: the tree, parents before what stands below them. */
typedef struct
{
  const LuotainCurriculum *curriculum;
  LuotainLanguage language;
  GPtrArray *nodes; /* (element-type LuotainMoodleNode): the framework first */
  GPtrArray *titles; /* (element-type utf8): of levels and profiles, kept for the nodes */
} LuotainMoodleNodes;

/**
 * luotain_moodle_nodes_new:
 * @curriculum: at least one profile; must live as long
 * @language: of names
 *
 * Returns: (transfer full): the tree
 */
LuotainMoodleNodes *luotain_moodle_nodes_new (const LuotainCurriculum *curriculum, LuotainLanguage language);
void luotain_moodle_nodes_free (LuotainMoodleNodes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainMoodleNodes, luotain_moodle_nodes_free)

G_END_DECLS
