#pragma once

#include "luotain-field-binding.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_TEXT_FIELD (luotain_text_field_get_type ())

/**
 * LuotainTextField: what a line and an area of text have in common: it edits one column of a record, saves as it is left,
 * keeps what is being written while the record changes, takes it back on Escape, and says below why a text was refused.
 *
 * Properties `context`, `record-id`, `column` as LuotainFieldBinding has them; `label`: its accessible name;
 * `placeholder-text`; `editable` (FALSE: never). Style class `inline`: no frame until it is pointed at or focused.
 */
G_DECLARE_DERIVABLE_TYPE (LuotainTextField, luotain_text_field, LUOTAIN, TEXT_FIELD, GtkWidget)

struct _LuotainTextFieldClass
{
  GtkWidgetClass parent_class;

  /* What stands in the input, as it is stored: (transfer full) (nullable). */
  char *(*dup_text) (LuotainTextField *self);
  /* Shows what is stored, and leaves nothing to undo. */
  void (*show_text) (LuotainTextField *self, const char *text);
  void (*set_editable) (LuotainTextField *self, gboolean editable);
  const char *(*get_placeholder) (LuotainTextField *self);
  void (*set_placeholder) (LuotainTextField *self, const char *text);
};

/**
 * luotain_text_field_set_input:
 * @self: a field that is being made
 * @input: (transfer none): what is typed into
 * @frame: (transfer floating): @input itself, or what holds it
 *
 * Only for the types of fields, as they are made.
 */
void luotain_text_field_set_input (LuotainTextField *self, GtkWidget *input, GtkWidget *frame);

/** luotain_text_field_changed: for the types of fields: what stands in the input is another text now. */
void luotain_text_field_changed (LuotainTextField *self);

/**
 * luotain_text_field_set_organisation:
 * @self: a field
 * @organisation: 0, or whose view of a profile entry is edited; see luotain_field_binding_set_organisation()
 */
void luotain_text_field_set_organisation (LuotainTextField *self, gint64 organisation);

/** luotain_text_field_is_dirty: whether somebody wrote what is not saved yet. */
gboolean luotain_text_field_is_dirty (LuotainTextField *self);

/** luotain_text_field_save: saves what is written, as leaving does. */
void luotain_text_field_save (LuotainTextField *self);

G_END_DECLS
