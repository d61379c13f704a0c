#pragma once

#include "luotain-language.h"

G_BEGIN_DECLS

/** LuotainCurriculumWord: what stands in files that hand profiles on to other systems. */
typedef enum
{
  LUOTAIN_CURRICULUM_WORD_PROFILE,
  LUOTAIN_CURRICULUM_WORD_PLANNING_INPUT, /* what such a file is, and what it is not */
  LUOTAIN_CURRICULUM_WORD_QUALIFICATIONS, /* what the group of this name holds */
  LUOTAIN_CURRICULUM_WORD_REASON,
  LUOTAIN_CURRICULUM_WORD_IMPORTANCE,
  LUOTAIN_CURRICULUM_WORD_DIRECTION,
  LUOTAIN_CURRICULUM_WORD_RESTS_ON,
  LUOTAIN_CURRICULUM_WORD_GROUP,
  LUOTAIN_CURRICULUM_WORD_JOB_TITLE,
  LUOTAIN_CURRICULUM_WORD_SCENARIO,
  LUOTAIN_CURRICULUM_WORD_SECTOR,
  LUOTAIN_CURRICULUM_WORD_TARGET_YEAR,
  LUOTAIN_CURRICULUM_WORD_NO_LEVEL,
  LUOTAIN_CURRICULUM_WORD_NO_GROUP,
  LUOTAIN_CURRICULUM_WORD_SCALE, /* of Moodle: not yet, and able */
  LUOTAIN_CURRICULUM_N_WORDS
} LuotainCurriculumWord;

/**
 * luotain_curriculum_word_in:
 * @word: a word
 * @language: in which language: that of the file, whatever the interface speaks
 *
 * Returns: how it is written
 */
const char *luotain_curriculum_word_in (LuotainCurriculumWord word, LuotainLanguage language);

G_END_DECLS
