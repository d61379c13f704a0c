#pragma once

#include "luotain-context.h"

G_BEGIN_DECLS

/** LuotainPageInfo: a page of the window, as the sidebar lists it. */
typedef struct
{
  const char *name;
  const char *title; /* in English, translatable */
  const char *icon_name;
  const char *group; /* the phase of the work, in English, translatable */
  const char *counts; /* the record type whose records are counted beside it, or NULL */
  const char *const *types; /* record types that it shows, NULL-terminated */
  const char *const *shows; /* record types whose changes are seen on it besides, or NULL */
  GtkWidget *(*new_page) (LuotainContext *context); /* makes a LuotainPage; NULL where there is none yet */
} LuotainPageInfo;

/**
 * luotain_pages_get:
 * @n_pages: (out): how many there are
 *
 * Returns: (transfer none): the pages in the order of the working model
 */
const LuotainPageInfo *luotain_pages_get (guint *n_pages);

/**
 * luotain_pages_number:
 * @name: name of a page
 *
 * Returns: its place among the pages, from 1: what `win.page` takes
 */
int luotain_pages_number (const char *name);

/**
 * luotain_pages_find:
 * @name: name of a page
 *
 * Returns: (nullable) (transfer none): the page
 */
const LuotainPageInfo *luotain_pages_find (const char *name);

/**
 * luotain_pages_for_type:
 * @type: name of a record type
 *
 * Returns: (nullable) (transfer none): the page on which such records are shown
 */
const LuotainPageInfo *luotain_pages_for_type (const char *type);

/** luotain_page_info_shows: whether records of a type are shown on the page. */
gboolean luotain_page_info_shows (const LuotainPageInfo *self, const char *type);

G_END_DECLS
