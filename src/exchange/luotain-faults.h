#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LUOTAIN_FAULTS_MOST: more are counted but not kept. */
#define LUOTAIN_FAULTS_MOST 100

/** LuotainFault: what is wrong with an input, and where. */
typedef struct
{
  char *file; /* as its user named it */
  int line; /* from 1; 0 where there are none */
  char *message; /* one sentence */
} LuotainFault;

/**
 * LuotainFaults: all that is wrong with a set of inputs.
 *
 * Inputs are read to the end, so that their author gets all faults at once and not one a try.
 */
typedef struct _LuotainFaults LuotainFaults;

LuotainFaults *luotain_faults_new (void);
void luotain_faults_free (LuotainFaults *self);

/**
 * luotain_faults_add:
 * @self: faults
 * @file: the input
 * @line: from 1, 0 where there are none
 * @message: (transfer full): one sentence
 */
void luotain_faults_add (LuotainFaults *self, const char *file, int line, char *message);

/**
 * luotain_faults_take_all:
 * @self: faults
 * @other: others, which is empty afterwards
 */
void luotain_faults_take_all (LuotainFaults *self, LuotainFaults *other);

/** luotain_faults_get_count: how many there were, those that were not kept included. */
guint luotain_faults_get_count (LuotainFaults *self);

/**
 * luotain_faults_get:
 * @self: faults
 * @index: below the count and below LUOTAIN_FAULTS_MOST
 *
 * Returns: (transfer none): one of those that were kept
 */
const LuotainFault *luotain_faults_get (LuotainFaults *self, guint index);

/** luotain_faults_is_full: whether as many were found as are kept; a reader may give up then. */
gboolean luotain_faults_is_full (LuotainFaults *self);

/**
 * luotain_faults_to_string:
 * @self: faults
 *
 * Returns: (transfer full): one line a fault, `file:line: message`, without a line feed at the end
 */
char *luotain_faults_to_string (LuotainFaults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainFaults, luotain_faults_free)

G_END_DECLS
