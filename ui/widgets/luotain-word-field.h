#pragma once

#include "luotain-field-binding.h"

G_BEGIN_DECLS

#define LUOTAIN_TYPE_WORD_FIELD (luotain_word_field_get_type ())

/**
 * LuotainWordField: what a drop-down and toggles of words have in common: it edits one column of a record, offers the words
 * of a vocabulary as they are called now, and says in a toast why a choice was refused.
 *
 * Properties `context`, `record-id`, `column` as LuotainFieldBinding has them; `vocabulary`: the name of a vocabulary;
 * `label`: its accessible name.
 */
G_DECLARE_DERIVABLE_TYPE (LuotainWordField, luotain_word_field, LUOTAIN, WORD_FIELD, GtkWidget)

struct _LuotainWordFieldClass
{
  GtkWidgetClass parent_class;

  /* Offers the words of a vocabulary, for a record that holds @text: keys with a blank between. */
  void (*fill) (LuotainWordField *self, LuotainWordList *words, const char *vocabulary, const char *text);
  /* Shows which of them are chosen. */
  void (*show) (LuotainWordField *self, const char *text);
};

/**
 * luotain_word_field_set_input:
 * @self: a field that is being made
 * @input: (transfer floating): what is chosen in
 * @named: what `label` names: @input, or the field as a whole
 *
 * Only for the types of fields, as they are made.
 */
void luotain_word_field_set_input (LuotainWordField *self, GtkWidget *input, GtkWidget *named);

/** luotain_word_field_fill: for the types of fields: offers the words anew. */
void luotain_word_field_fill (LuotainWordField *self);

/** luotain_word_field_chosen: for the types of fields: saves what somebody chose; what fills and shows is nobody. */
void luotain_word_field_chosen (LuotainWordField *self, const char *text);

G_END_DECLS
