#pragma once

#include "luotain-choice-button.h"
#include "luotain-context.h"

G_BEGIN_DECLS

/* What choice buttons offer: words of a vocabulary, and records, whose ids are the keys. */

/** luotain_choices_get_id: the record that a key names, 0 for none. */
gint64 luotain_choices_get_id (const char *key);

/** luotain_choices_set_chosen: as luotain_choice_button_set_chosen(), of a record; @id: 0 for none. */
void luotain_choices_set_chosen (LuotainChoiceButton *button, gint64 id, const char *label);

/** luotain_choices_add: as luotain_choice_button_add_choice(), of a record; @label: (nullable): its title. */
void luotain_choices_add (LuotainChoiceButton *button, gint64 id, const char *label);

/** luotain_choices_offer_words: the words of a vocabulary, at once. */
void luotain_choices_offer_words (LuotainChoiceButton *button, LuotainContext *context,
                                  const char *vocabulary);

/** luotain_choices_offer_sectors: all sectors, as soon as they were read. */
void luotain_choices_offer_sectors (LuotainChoiceButton *button, LuotainContext *context);

/** luotain_choices_offer_sessions: sessions, as soon as they were read; @sector: those of it and of none, 0 for all. */
void luotain_choices_offer_sessions (LuotainChoiceButton *button, LuotainContext *context, gint64 sector);

G_END_DECLS
