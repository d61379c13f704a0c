#pragma once

#include "luotain-grid-drawing.h"
#include "luotain-picture.h"
#include "luotain-vocabulary.h"
#include "luotain-workbook-info.h"

G_BEGIN_DECLS

/** LuotainPictureWord: what the program itself says on pictures, in the language of the file. */
typedef enum
{
  LUOTAIN_PICTURE_WORD_TABLE,
  LUOTAIN_PICTURE_WORD_PROFILE,
  LUOTAIN_PICTURE_WORD_ROBUSTNESS,
  LUOTAIN_PICTURE_WORD_KEY_VARIABLE,
  LUOTAIN_PICTURE_WORD_COMPETENCE_GROUP,
  LUOTAIN_PICTURE_WORD_COMPETENCE,
  LUOTAIN_PICTURE_WORD_NEEDED, /* the subtitle of the robustness matrix */
  LUOTAIN_PICTURE_WORD_LEGEND, /* of a profile */
  LUOTAIN_PICTURE_WORD_PATHS, /* of a table */
  LUOTAIN_PICTURE_WORD_REST_VARIABLES,
  LUOTAIN_PICTURE_WORD_REST_GROUPS,
  LUOTAIN_PICTURE_WORD_REST_COMPETENCES,
  LUOTAIN_PICTURE_WORD_SOURCE,
  LUOTAIN_PICTURE_WORD_NO_GROUP,
  LUOTAIN_PICTURE_WORD_NO_IMAGE,
  LUOTAIN_PICTURE_WORD_GROUP_DATE, /* lines to fill in */
  LUOTAIN_PICTURE_WORD_SCENARIO_YEAR,
  LUOTAIN_PICTURE_WORD_FINDING,
  LUOTAIN_PICTURE_WORD_KIND,
  LUOTAIN_PICTURE_WORD_DIMENSIONS,
  LUOTAIN_PICTURE_WORD_WHAT,
  LUOTAIN_PICTURE_WORD_WHERE_FROM,
  LUOTAIN_PICTURE_WORD_IMPACT,
  LUOTAIN_PICTURE_WORD_WHEN,
  LUOTAIN_PICTURE_WORD_CARDS,
  LUOTAIN_PICTURE_WORD_LEVEL_NONE,
  LUOTAIN_PICTURE_N_WORDS
} LuotainPictureWord;

const char *luotain_picture_word (LuotainPictureWord word, LuotainLanguage language);

/** LuotainPictureWork: what the makers of pictures are handed. */
typedef struct
{
  LuotainDb *db;
  const LuotainPicture *picture;
  LuotainWordList *words;
  LuotainWorkbookInfo *info;
  char *sector; /* (nullable): title of the one that was asked for, or that is the only one */
} LuotainPictureWork;

#define LUOTAIN_SLIDE_WIDTH 1920
#define LUOTAIN_SLIDE_HEIGHT 1080

/** luotain_slide_table (and the others): (transfer full) (nullable): the grid of a slide. */
LuotainGrid *luotain_slide_table (LuotainPictureWork *work, GError **error);
LuotainGrid *luotain_slide_profile (LuotainPictureWork *work, GError **error);
LuotainGrid *luotain_slide_robustness (LuotainPictureWork *work, GError **error);

/** luotain_sheet_pages: (transfer full) (nullable) (element-type LuotainCanvas): the pages of a sheet for the wall. */
GPtrArray *luotain_sheet_pages (LuotainPictureWork *work, GError **error);

/** luotain_picture_source: (transfer full): the line that says where a picture is from. */
char *luotain_picture_source (const LuotainPictureWork *work);

G_END_DECLS
