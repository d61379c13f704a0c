#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LUOTAIN_TYPE_CHOICE_BUTTON (luotain_choice_button_get_type ())

/**
 * LuotainChoiceButton: a button that says what is chosen and opens a list to choose something else from.
 *
 * Lighter than a drop-down, cut where it is too long, and searchable where there is much to choose from. The list is
 * made when it is first opened.
 *
 * Properties: `title`: what is chosen here (“Kind”), shown while nothing is, and its accessible name; `none-label`:
 * the choice of nothing (“All Kinds”), NULL for none; `symbol`: an icon shown instead of a
 * text; `shows-none`: `none-label`, not the title, is shown while nothing is chosen.
 *
 * Signal `opening`: the list opens; the moment to set what can be chosen. Signal `chosen (const char *key)`: somebody
 * chose, key NULL for nothing.
 */
G_DECLARE_FINAL_TYPE (LuotainChoiceButton, luotain_choice_button, LUOTAIN, CHOICE_BUTTON, GtkButton)

GtkWidget *luotain_choice_button_new (void);

/** luotain_choice_button_begin_choices: starts to say anew what can be chosen. */
void luotain_choice_button_begin_choices (LuotainChoiceButton *self);

/**
 * luotain_choice_button_add_choice:
 * @self: a button
 * @key: how the choice is told
 * @label: how it is shown
 */
void luotain_choice_button_add_choice (LuotainChoiceButton *self, const char *key, const char *label);

/** luotain_choice_button_end_choices: all is said; a list that is open shows it, and what is chosen is called so. */
void luotain_choice_button_end_choices (LuotainChoiceButton *self);

/**
 * luotain_choice_button_set_chosen:
 * @self: a button
 * @key: (nullable): what is chosen
 * @label: (nullable): how it is shown; %NULL where the choices are there and tell
 */
void luotain_choice_button_set_chosen (LuotainChoiceButton *self, const char *key, const char *label);

/** luotain_choice_button_get_chosen: (nullable): the key of what is chosen. */
const char *luotain_choice_button_get_chosen (LuotainChoiceButton *self);

G_END_DECLS
