#pragma once

#include "luotain-cross-impact.h"
#include "luotain-faults.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** LUOTAIN_SCW_MAX_STATES: a model from a file has at most so many states in all. */
#define LUOTAIN_SCW_MAX_STATES 4096

/** LUOTAIN_SCW_MAX_NAME: a name in a file has at most so many characters. */
#define LUOTAIN_SCW_MAX_NAME 1000

/** LUOTAIN_SCW_PUBLISHER: by whom a source is that was made of a model. */
#define LUOTAIN_SCW_PUBLISHER "ScenarioWizard"

/** LUOTAIN_SCW_NOTE_NAMELESS: a line of the note of a link to such a source: the model has no name for the record. */
#define LUOTAIN_SCW_NOTE_NAMELESS "name:"

/** LUOTAIN_SCW_NOTE_COLOUR: begins a line of such a note: the colour of a state. */
#define LUOTAIN_SCW_NOTE_COLOUR "colour: "

/** LuotainScwItem: a variable or a state as a file names it. */
typedef struct
{
  char *name; /* may be empty */
  char *note; /* may be empty */
  char *colour; /* (nullable): of a state: hexadecimal digits */
} LuotainScwItem;

/** LuotainScwText: a text at the end of a file. */
typedef struct
{
  char *head; /* what stands behind the # of the line before */
  char *text; /* (nullable): where it is a mark without a text */
} LuotainScwText;

/**
 * LuotainScw: a model as ScenarioWizard, the reference program of cross-impact balances, keeps it in a `.scw` file.
 *
 * What is read and not understood is kept and written again: a model that is read and written gives the same bytes, as
 * far as they were written the way ScenarioWizard does.
 */
typedef struct
{
  char *heading; /* the first line */
  char *title; /* the second line */
  GPtrArray *variables; /* (element-type LuotainScwItem) */
  GPtrArray *states; /* (element-type LuotainScwItem): of all variables one after the other */
  LuotainCrossImpact *cross_impact;
  gboolean has_notes;
  gboolean has_colours;
  GPtrArray *before_colours; /* (element-type utf8): lines of a section that is mostly empty */
  GPtrArray *before_matrix; /* (element-type utf8): the same */
  GPtrArray *texts; /* (element-type LuotainScwText): in their order */
  gboolean crlf;
  gboolean latin; /* Windows-1252, where the names allow it; else UTF-8 */
} LuotainScw;

/** luotain_scw_new: Returns: (transfer full): a model without variables, to be filled; lines end in CRLF. */
LuotainScw *luotain_scw_new (const char *title);
void luotain_scw_free (LuotainScw *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainScw, luotain_scw_free)

/** luotain_scw_item_new: Returns: (transfer full): an item; missing texts are empty. */
LuotainScwItem *luotain_scw_item_new (const char *name, const char *note, const char *colour);
void luotain_scw_item_free (LuotainScwItem *self);

/** luotain_scw_item_is_nameless: Returns: whether there is nothing but blanks in its name. */
gboolean luotain_scw_item_is_nameless (const LuotainScwItem *self);

/** luotain_scw_text_new: Returns: (transfer full): a text. */
LuotainScwText *luotain_scw_text_new (const char *head, const char *text);
void luotain_scw_text_free (LuotainScwText *self);

/** luotain_scw_get_variable: Returns: (transfer none): a variable by its index. */
const LuotainScwItem *luotain_scw_get_variable (const LuotainScw *self, guint i);

/** luotain_scw_get_state: Returns: (transfer none): state @x of variable @i. */
const LuotainScwItem *luotain_scw_get_state (const LuotainScw *self, guint i, guint x);

/** luotain_scw_default_name: Returns: (transfer full): what the state at @index is called where it has no name: A, B … */
char *luotain_scw_default_name (guint index);

/** luotain_scw_name_variable: Returns: (transfer full): its name, or its number where it has none. */
char *luotain_scw_name_variable (const LuotainScw *self, guint i);

/** luotain_scw_name_state: Returns: (transfer full): its name, or a letter, A for the first, where it has none. */
char *luotain_scw_name_state (const LuotainScw *self, guint i, guint x);

/** luotain_scw_has_all_texts: Returns: whether there is a text of the model, of each variable and of each block. */
gboolean luotain_scw_has_all_texts (const LuotainScw *self);

/** luotain_scw_text_of_model: Returns: (transfer none) (nullable): what is written of the whole model. */
const char *luotain_scw_text_of_model (const LuotainScw *self);

/** luotain_scw_text_of_variable: Returns: (transfer none) (nullable): what is written of a variable. */
const char *luotain_scw_text_of_variable (const LuotainScw *self, guint i);

/** luotain_scw_text_of_block: Returns: (transfer none) (nullable): what is written of the judgements of @i on @j. */
const char *luotain_scw_text_of_block (const LuotainScw *self, guint i, guint j);

/**
 * luotain_scw_read:
 * @data: the bytes of a file
 * @length: how many
 * @file: what to call it in messages
 * @faults: where to add what is wrong, with its line
 *
 * Returns: (transfer full) (nullable): the model, %NULL where there are faults
 */
LuotainScw *luotain_scw_read (const char *data, gsize length, const char *file, LuotainFaults *faults);

/**
 * luotain_scw_write:
 * @length: (out): bytes of what is returned
 *
 * Returns: (transfer full): the bytes of a `.scw` file
 */
char *luotain_scw_write (const LuotainScw *self, gsize *length);

/** luotain_scw_write_to: writes those bytes; whether all was written. */
gboolean luotain_scw_write_to (const LuotainScw *self, GOutputStream *stream, GError **error);

G_END_DECLS
