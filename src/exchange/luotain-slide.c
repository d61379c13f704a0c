#include "luotain-field.h"
#include "luotain-futures-layout.h"
#include "luotain-picture-private.h"
#include "luotain-profile-query.h"
#include "luotain-robustness.h"
#include "luotain-text.h"

#include <string.h>

static const char *
word (const LuotainPictureWork *work, LuotainPictureWord one)
{
  return luotain_picture_word (one, work->picture->language);
}

static LuotainGrid *
grid_new (const LuotainPictureWork *work, LuotainPictureWord title, const char *about,
          LuotainPictureWord subtitle)
{
  g_autofree char *source = luotain_picture_source (work);
  g_autofree char *whole = about != NULL ? g_strdup_printf ("%s: %s", word (work, title), about)
                                         : g_strdup (word (work, title));

  return luotain_grid_new (whole, word (work, subtitle), source);
}

/* ---- the futures table ---- */

/* The scenarios whose path goes through a state. */
static void
add_paths (LuotainGrid *grid, const LuotainFuturesTable *table, guint row, guint state, guint column)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < table->paths->len; i++)
    {
      const LuotainFuturesPath *path = luotain_futures_table_path (table, i);

      if (path->states[row] == state)
        luotain_text_add_part (names, ", ", path->title != NULL ? path->title : "–");
    }

  if (names->len > 0)
    luotain_grid_add_line (grid, row, column, names->str, LUOTAIN_GRID_DIM);
}

static void
add_column_titles (const LuotainPictureWork *work, LuotainGrid *grid, const LuotainFuturesLayout *layout)
{
  for (guint i = 0; i < luotain_futures_layout_n_columns (layout); i++)
    {
      const char *image = luotain_futures_layout_image (layout, i);
      g_autofree char *letter = luotain_futures_layout_title (layout, i);

      /* A letter is the same in all languages; what says that there is no image is not. */
      luotain_grid_add_column (grid, image != NULL ? luotain_word_list_title (work->words, "image", image)
                                     : luotain_futures_layout_is_by_image (layout)
                                         ? word (work, LUOTAIN_PICTURE_WORD_NO_IMAGE)
                                         : letter);
    }
}

LuotainGrid *
luotain_slide_table (LuotainPictureWork *work, GError **error)
{
  LuotainFuturesQuery query = { work->picture->sector, work->picture->language };
  g_autoptr (LuotainFuturesTable) table = NULL;
  g_autoptr (LuotainFuturesLayout) layout = NULL;
  LuotainGrid *grid;

  if (!luotain_futures_table_run (work->db, &query, (gpointer *) &table, error))
    return NULL;

  layout = luotain_futures_layout_new (table, table->by_image, work->words);
  grid = grid_new (work, LUOTAIN_PICTURE_WORD_TABLE, work->sector, LUOTAIN_PICTURE_WORD_PATHS);
  luotain_grid_set_corner (grid, word (work, LUOTAIN_PICTURE_WORD_KEY_VARIABLE));
  luotain_grid_set_rest (grid, word (work, LUOTAIN_PICTURE_WORD_REST_VARIABLES));
  add_column_titles (work, grid, layout);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const LuotainFuturesRow *row = luotain_futures_table_row (table, i);

      luotain_grid_add_row (grid, row->title != NULL ? row->title : "–", NULL);
      for (guint j = 0; j < luotain_futures_layout_n_columns (layout); j++)
        {
          const guint state = luotain_futures_layout_state (layout, i, j);

          if (state == LUOTAIN_FUTURES_OPEN)
            continue;
          luotain_grid_add_line (grid, i, j, luotain_futures_row_state (row, state)->title,
                                 LUOTAIN_GRID_PLAIN);
          add_paths (grid, table, i, state, j);
        }
    }

  return grid;
}

/* ---- a profile ---- */

static void
add_group (const LuotainPictureWork *work, LuotainGrid *grid, const LuotainProfileSheet *sheet,
           const char *group)
{
  guint row = G_MAXUINT;

  for (guint i = 0; i < sheet->items->len; i++)
    {
      const LuotainProfileItem *item = sheet->items->pdata[i];
      const guint level = luotain_levels_find (sheet->levels, item->level);
      const char *sign = g_strcmp0 (item->direction, "growing") == 0     ? "\u00a0▲"
                         : g_strcmp0 (item->direction, "declining") == 0 ? "\u00a0▼"
                                                                         : "";
      g_autofree char *text = g_strdup_printf ("%s%s", item->title != NULL ? item->title : "–", sign);

      if (g_strcmp0 (item->group, group) != 0 || level >= sheet->levels->len)
        continue;

      if (row == G_MAXUINT)
        row = luotain_grid_add_row (grid,
                                    group != NULL
                                        ? luotain_word_list_title (work->words, "competence-group", group)
                                        : word (work, LUOTAIN_PICTURE_WORD_NO_GROUP),
                                    NULL);
      luotain_grid_add_line (grid, row, level, text,
                             g_strcmp0 (item->importance, "essential") == 0 ? LUOTAIN_GRID_BOLD
                                                                            : LUOTAIN_GRID_PLAIN);
    }
}

LuotainGrid *
luotain_slide_profile (LuotainPictureWork *work, GError **error)
{
  LuotainProfileQuery query = {
    .sector = work->picture->sector,
    .profile = work->picture->profile,
    .scenario = work->picture->scenario,
    .language = work->picture->language,
    .labels = work->picture->language,
  };
  const char *const *groups = luotain_word_list_keys (work->words, "competence-group");
  g_autoptr (LuotainProfileSheet) sheet = NULL;
  g_autofree char *about = NULL;
  LuotainGrid *grid;

  if (!luotain_profile_query_run (work->db, &query, (gpointer *) &sheet, error))
    return NULL;

  if (sheet->chosen != NULL)
    about = sheet->chosen->year != LUOTAIN_NUMBER_UNSET
                ? g_strdup_printf ("%s %" G_GINT64_FORMAT, sheet->chosen->title, sheet->chosen->year)
                : g_strdup (sheet->chosen->title);
  grid = grid_new (work, LUOTAIN_PICTURE_WORD_PROFILE, about, LUOTAIN_PICTURE_WORD_LEGEND);
  luotain_grid_set_corner (grid, word (work, LUOTAIN_PICTURE_WORD_COMPETENCE_GROUP));
  luotain_grid_set_rest (grid, word (work, LUOTAIN_PICTURE_WORD_REST_GROUPS));
  for (guint i = 0; i < sheet->levels->len; i++)
    luotain_grid_add_column (grid, ((const LuotainLevel *) sheet->levels->pdata[i])->title);
  for (guint i = 0; groups[i] != NULL; i++)
    add_group (work, grid, sheet, groups[i]);
  add_group (work, grid, sheet, NULL);
  return grid;
}

/* ---- the robustness matrix ---- */

LuotainGrid *
luotain_slide_robustness (LuotainPictureWork *work, GError **error)
{
  static const char *const signs[] = { "○", "◐", "●" };
  LuotainRobustnessQuery query = { .sector = work->picture->sector, .language = work->picture->language };
  g_autoptr (LuotainRobustness) matrix = NULL;
  LuotainGrid *grid;

  if (!luotain_robustness_query_run (work->db, &query, (gpointer *) &matrix, error))
    return NULL;

  grid = grid_new (work, LUOTAIN_PICTURE_WORD_ROBUSTNESS, work->sector, LUOTAIN_PICTURE_WORD_NEEDED);
  luotain_grid_set_corner (grid, word (work, LUOTAIN_PICTURE_WORD_COMPETENCE));
  luotain_grid_set_rest (grid, word (work, LUOTAIN_PICTURE_WORD_REST_COMPETENCES));
  for (guint i = 0; i < matrix->columns->len; i++)
    luotain_grid_add_column (grid, ((const LuotainRobustnessColumn *) matrix->columns->pdata[i])->title);

  for (guint i = 0; i < matrix->rows->len; i++)
    {
      const LuotainRobustnessRow *row = matrix->rows->pdata[i];
      g_autofree char *title = g_strdup_printf ("%s %s", signs[row->kind],
                                                row->title != NULL ? row->title : "–");

      luotain_grid_add_row (grid, title, NULL);
      for (guint j = 0; j < matrix->columns->len; j++)
        {
          g_autofree char *levels = luotain_robustness_dup_levels (
              matrix, row, j, word (work, LUOTAIN_PICTURE_WORD_LEVEL_NONE));

          if (levels != NULL)
            luotain_grid_add_line (grid, i, j, levels, LUOTAIN_GRID_PLAIN);
        }
    }

  return grid;
}
