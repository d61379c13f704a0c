#include "config.h"

#include "luotain-picture-private.h"

#include "luotain-date.h"
#include "luotain-record-io.h"
#include "luotain-workbook-model.h"

#include <string.h>

/* Twice what a projector shows, so that a part can be enlarged. */
#define DOTS 3840

/* A thirtieth of the height is read from the back row; less than a fiftieth by nobody. */
#define MARGIN 48
#define LEAST 21
#define MOST 36

char *
luotain_picture_source (const LuotainPictureWork *work)
{
  g_autofree char *time = luotain_time_to_string (work->info->changed);
  g_autofree char *day = g_strndup (time, strlen ("2026-03-12"));

  return g_strdup_printf (work->picture->language == LUOTAIN_EN ? "%s “%s”, %s" : "%s ”%s”, %s",
                          luotain_picture_word (LUOTAIN_PICTURE_WORD_SOURCE, work->picture->language),
                          work->info->title != NULL ? work->info->title : "–", day);
}

/* The one that was asked for, else the only one there is. */
static gboolean
load_sector (LuotainPictureWork *work, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (work->db, &luotain_sector_type, 0, error);
  gint64 id = work->picture->sector;
  LuotainSector *sector;

  if (ids == NULL)
    return FALSE;

  if (id == 0 && ids->len == 1)
    id = g_array_index (ids, gint64, 0);
  if (id == 0)
    return TRUE;

  sector = luotain_record_load (work->db, &luotain_sector_type, id, error);
  if (sector == NULL)
    return FALSE;

  work->sector = g_strdup (luotain_translated_get (&sector->title, work->picture->language));
  luotain_record_free (&luotain_sector_type, sector);
  return TRUE;
}

static LuotainGrid *
make_slide (LuotainPictureWork *work, GError **error)
{
  switch ((int) work->picture->kind)
    {
    case LUOTAIN_PICTURE_TABLE:
      return luotain_slide_table (work, error);
    case LUOTAIN_PICTURE_PROFILE:
      return luotain_slide_profile (work, error);
    default:
      return luotain_slide_robustness (work, error);
    }
}

static GBytes *
draw_slide (LuotainPictureWork *work, GError **error)
{
  g_autoptr (LuotainCanvas) canvas = luotain_canvas_new (LUOTAIN_SLIDE_WIDTH, LUOTAIN_SLIDE_HEIGHT,
                                                         work->picture->language);
  g_autoptr (LuotainGrid) grid = make_slide (work, error);
  g_autoptr (GPtrArray) pages = NULL;

  if (grid == NULL)
    return NULL;

  luotain_grid_draw (grid, canvas, MARGIN, LEAST, MOST);
  if (work->picture->format == LUOTAIN_PICTURE_SVG)
    return luotain_canvas_to_svg (canvas);
  if (work->picture->format == LUOTAIN_PICTURE_PNG)
    return luotain_canvas_to_png (canvas, DOTS, error);

  pages = g_ptr_array_new ();
  g_ptr_array_add (pages, canvas);
  return luotain_canvases_to_pdf (pages, work->info->changed, error);
}

static GBytes *
draw_sheet (LuotainPictureWork *work, GError **error)
{
  g_autoptr (GPtrArray) pages = luotain_sheet_pages (work, error);

  return pages != NULL ? luotain_canvases_to_pdf (pages, work->info->changed, error) : NULL;
}

gboolean
luotain_picture_run (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const LuotainPicture *picture = data;
  g_autoptr (LuotainWordList) words = luotain_word_list_load (db, picture->language, error);
  g_autoptr (LuotainWorkbookInfo) info = words != NULL ? luotain_workbook_info_load (db, error) : NULL;
  LuotainPictureWork work = { db, picture, words, info, NULL };
  g_autoptr (GBytes) bytes = NULL;

  if (info != NULL && load_sector (&work, error))
    bytes = picture->kind < LUOTAIN_SHEET_TABLE ? draw_slide (&work, error) : draw_sheet (&work, error);
  g_free (work.sector);

  return bytes != NULL
         && g_output_stream_write_all (picture->stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, luotain_db_get_cancellable (db),
                                       error);
}
