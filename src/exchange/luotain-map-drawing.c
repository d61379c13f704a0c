#include "luotain-map-drawing-private.h"

#include <math.h>
#include <string.h>

/* How wide a name may be, in heights of a line, and of how many lines; by its form. */
static const double caption_widths[LUOTAIN_MAP_N_FORMS] = { 9.5, 7.5 };
static const int caption_lines[LUOTAIN_MAP_N_FORMS] = { 2, 1 };

/* Narrow and clear, whichever there is. */
#define FONT "Cantarell,Source Sans 3,Noto Sans,Sans,"
/* What is selected keeps its name before all else. */
#define FIRST_OF_ALL 1e7

const LuotainMapTheme luotain_map_theme_paper = {
  .background = { 1, 1, 1, 1 },
  .text = { 0.12, 0.12, 0.14, 1 },
  .dim = { 0.36, 0.36, 0.4, 1 },
  .line = { 0.78, 0.78, 0.8, 1 },
  .accent = { 0.11, 0.37, 0.69, 1 },
};

static void
free_captions (LuotainMapDrawing *self)
{
  for (guint i = 0; self->captions != NULL && i < self->data->n_findings * LUOTAIN_MAP_N_FORMS; i++)
    g_clear_object (&self->captions[i]);
}

static void
drop_data (LuotainMapDrawing *self)
{
  free_captions (self);
  g_clear_pointer (&self->captions, g_free);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->data, luotain_map_data_unref);
}

static void
take_data (LuotainMapDrawing *self, LuotainMapData *data)
{
  self->data = luotain_map_data_ref (data);
  self->items = g_memdup2 (data->items, sizeof *data->items * (data->n_findings + 1));
  self->marks = g_new0 (LuotainMapMark, data->n_findings + 1);
  self->captions = g_new0 (PangoLayout *, data->n_findings * LUOTAIN_MAP_N_FORMS + 1);
  self->frame.n_dimensions = data->n_dimensions;
  self->frame.first_year = data->first_year;
  self->frame.last_year = data->last_year;
  self->frame.ring_years = data->ring_years;
  self->layout_due = TRUE;
}

LuotainMapDrawing *
luotain_map_drawing_new (LuotainMapData *data)
{
  LuotainMapDrawing *self = g_new0 (LuotainMapDrawing, 1);

  luotain_map_data_init_frame (data, &self->frame);
  self->frame.width = self->frame.height = 900;
  self->frame.symbol = 8;
  self->frame.text = 15;
  self->theme = luotain_map_theme_paper;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (self->context, FALSE);
  take_data (self, data);
  luotain_map_drawing_set_font (self, NULL);
  return self;
}

void
luotain_map_drawing_free (LuotainMapDrawing *self)
{
  if (self == NULL)
    return;

  drop_data (self);
  luotain_map_layout_free (self->layout);
  g_free (self->labels);
  g_free (self->forms);
  g_free (self->filter);
  pango_font_description_free (self->font);
  g_object_unref (self->context);
  g_free (self);
}

void
luotain_map_drawing_set_data (LuotainMapDrawing *self, LuotainMapData *data)
{
  g_autoptr (LuotainMapData) old = luotain_map_data_ref (self->data);
  g_autofree LuotainMapItem *items = g_steal_pointer (&self->items);
  g_autofree LuotainMapMark *marks = g_steal_pointer (&self->marks);

  drop_data (self);
  take_data (self, data);
  for (guint i = 0; i < old->n_findings; i++)
    {
      const int now = luotain_map_data_find (data, old->findings[i].id);

      if (now < 0)
        continue;
      self->items[now].across = items[i].across;
      self->items[now].along = items[i].along;
      self->items[now].hidden = items[i].hidden;
      self->marks[now] = marks[i];
    }
}

LuotainMapData *
luotain_map_drawing_get_data (LuotainMapDrawing *self)
{
  return self->data;
}

void
luotain_map_drawing_set_frame (LuotainMapDrawing *self, const LuotainMapFrame *frame)
{
  LuotainMapFrame wanted = *frame;

  wanted.n_dimensions = self->data->n_dimensions;
  wanted.first_year = self->data->first_year;
  wanted.last_year = self->data->last_year;
  wanted.ring_years = self->data->ring_years;
  if (wanted.text != self->frame.text)
    {
      self->frame.text = wanted.text;
      luotain_map_drawing_set_font (self, self->font);
    }
  self->frame = wanted;
  self->layout_due = self->forms_due = TRUE;
}

const LuotainMapFrame *
luotain_map_drawing_get_frame (LuotainMapDrawing *self)
{
  return &self->frame;
}

void
luotain_map_drawing_set_theme (LuotainMapDrawing *self, const LuotainMapTheme *theme)
{
  self->theme = *theme;
}

void
luotain_map_drawing_set_font (LuotainMapDrawing *self, const PangoFontDescription *font)
{
  PangoFontDescription *wanted = font != NULL ? pango_font_description_copy (font)
                                              : pango_font_description_from_string (FONT);

  /* A line is some four thirds of the size of its letters. */
  pango_font_description_set_absolute_size (wanted, self->frame.text * 0.75 * PANGO_SCALE);
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = wanted;
  free_captions (self);
  self->labels_due = self->forms_due = TRUE;
}

void
luotain_map_drawing_set_links (LuotainMapDrawing *self, LuotainMapLinks links)
{
  self->links = links;
}

static const char *
find_title (char **keys, char **titles, const char *key)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_str_equal (keys[i], key))
      return titles[i];
  return key;
}

void
luotain_map_drawing_set_filter (LuotainMapDrawing *self, const char *kind, const char *dimension)
{
  const LuotainMapData *data = self->data;
  const char *words[3] = { NULL };
  guint n = 0;

  if (kind != NULL)
    words[n++] = find_title (data->kind_keys, data->kind_titles, kind);
  if (dimension != NULL)
    words[n++] = find_title (data->dimension_keys, data->dimension_titles, dimension);
  g_free (self->filter);
  self->filter = n > 0 ? g_strjoinv (" · ", (char **) words) : NULL;
  for (guint i = 0; i < data->n_findings; i++)
    luotain_map_drawing_set_mark (self, i, LUOTAIN_MAP_HIDDEN,
                                  !luotain_map_finding_matches (&data->findings[i], kind, dimension));
}

void
luotain_map_drawing_set_mark (LuotainMapDrawing *self, guint finding, LuotainMapMark marks, gboolean on)
{
  const LuotainMapMark old = self->marks[finding];
  const LuotainMapMark new = on ? old | marks : old & ~marks;
  const LuotainMapMark changed = old ^ new;

  self->marks[finding] = new;
  self->items[finding].hidden = (new &LUOTAIN_MAP_HIDDEN) != 0;
  self->layout_due |= (changed & LUOTAIN_MAP_HIDDEN) != 0;
  self->labels_due |= (changed & (LUOTAIN_MAP_SELECTED | LUOTAIN_MAP_FOCUSED | LUOTAIN_MAP_FOUND)) != 0;
}

LuotainMapMark
luotain_map_drawing_get_mark (LuotainMapDrawing *self, guint finding)
{
  return self->marks[finding];
}

void
luotain_map_drawing_set_place (LuotainMapDrawing *self, guint finding, double across, double along)
{
  self->items[finding].across = across;
  self->items[finding].along = along;
  self->layout_due = TRUE;
}

PangoLayout *
luotain_map_drawing_text (LuotainMapDrawing *self, const char *text, double scale)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->font);

  pango_font_description_set_absolute_size (font, pango_font_description_get_size (self->font) * scale);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* A paragraph of its lines, the last with an ellipsis of its own: what is drawn and what stands in a file is the same. */
static char *
wrap_title (PangoLayout *layout, const char *title, int n_lines)
{
  GString *lines = g_string_new (NULL);

  for (int i = 0; i < pango_layout_get_line_count (layout) && i < n_lines; i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      g_autofree char *text = g_strndup (title + line->start_index, (gsize) line->length);

      g_strstrip (text);
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", text);
    }
  if (pango_layout_get_line_count (layout) > n_lines)
    g_string_append (lines, "…");
  return g_string_free (lines, FALSE);
}

static PangoLayout *
make_caption (LuotainMapDrawing *self, guint finding, LuotainMapForm form)
{
  const char *title = self->data->findings[finding].title;
  g_autofree char *line = g_strdelimit (g_strdup (title != NULL ? title : ""), "\n\r\t", ' ');
  PangoLayout *layout = luotain_map_drawing_text (self, line, 1);
  g_autofree char *lines = NULL;

  pango_layout_set_width (layout, (int) (self->frame.text * caption_widths[form] * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  lines = wrap_title (layout, line, caption_lines[form]);
  pango_layout_set_width (layout, -1);
  pango_layout_set_text (layout, lines, -1);
  return layout;
}

/* Lines are flush with the symbol they stand beside. */
PangoLayout *
luotain_map_drawing_caption (LuotainMapDrawing *self, guint symbol)
{
  const guint finding = self->layout->symbols[symbol].item;
  PangoLayout **layout = &self->captions[finding * LUOTAIN_MAP_N_FORMS + self->forms[symbol]];
  PangoAlignment alignment = PANGO_ALIGN_LEFT;

  if (*layout == NULL)
    *layout = make_caption (self, finding, self->forms[symbol]);

  switch ((int) self->labels[symbol].side)
    {
    case LUOTAIN_LABEL_LEFT:
    case LUOTAIN_LABEL_LEFT_ABOVE:
    case LUOTAIN_LABEL_LEFT_BELOW:
    case LUOTAIN_LABEL_LEFT_HIGH:
    case LUOTAIN_LABEL_LEFT_LOW:
      alignment = PANGO_ALIGN_RIGHT;
      break;
    case LUOTAIN_LABEL_ABOVE:
    case LUOTAIN_LABEL_BELOW:
      alignment = PANGO_ALIGN_CENTER;
      break;
    default:
      break;
    }
  pango_layout_set_alignment (*layout, alignment);
  return *layout;
}

/* What makes a symbol the same from layout to layout. */
static guint64
name_symbol (const LuotainMapSymbol *symbol)
{
  return (guint64) symbol->id ^ ((guint64) (symbol->dimension + 1) << 56);
}

static GHashTable *
remember_sides (LuotainMapDrawing *self)
{
  GHashTable *sides = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; self->layout != NULL && self->labels != NULL && i < self->layout->n_symbols; i++)
    {
      const guint64 name = name_symbol (&self->layout->symbols[i]);
      /* Two more, since a hidden one is worth remembering too and 0 is none. */
      const int side = self->labels[i].side + 2;

      g_hash_table_insert (sides, g_memdup2 (&name, sizeof name),
                           GINT_TO_POINTER (side * LUOTAIN_MAP_N_FORMS + (int) self->forms[i]));
    }
  return sides;
}

static void
measure_label (LuotainMapDrawing *self, guint index)
{
  LuotainLabel *label = &self->labels[index];
  PangoRectangle extents;

  pango_layout_get_extents (luotain_map_drawing_caption (self, index), NULL, &extents);
  label->width = extents.width / (double) PANGO_SCALE + 2;
  label->height = extents.height / (double) PANGO_SCALE;
}

static void
make_label (LuotainMapDrawing *self, guint index, GHashTable *sides)
{
  const LuotainMapSymbol *symbol = &self->layout->symbols[index];
  const guint64 name = name_symbol (symbol);
  const LuotainMapMark mark = self->marks[symbol->item];
  const int remembered = GPOINTER_TO_INT (g_hash_table_lookup (sides, &name));
  LuotainLabel *label = &self->labels[index];

  label->x = symbol->x;
  label->y = symbol->y;
  label->radius = symbol->radius + 1;
  label->side = remembered / (int) LUOTAIN_MAP_N_FORMS - 2;
  label->weight = self->items[symbol->item].weight;
  /* A short name stays short as long as the map stays as large: names do not change while one finding moves. */
  self->forms[index] = self->forms_due || label->side < 0 ? LUOTAIN_MAP_FULL
                                                          : remembered % LUOTAIN_MAP_N_FORMS;
  if ((mark & (LUOTAIN_MAP_SELECTED | LUOTAIN_MAP_FOCUSED | LUOTAIN_MAP_FOUND)) != 0)
    {
      label->weight += FIRST_OF_ALL;
      if (label->side == LUOTAIN_LABEL_HIDDEN)
        label->side = LUOTAIN_LABEL_NEW;
    }
  if (symbol->cluster < 0)
    measure_label (self, index);
  else
    label->radius = 0; /* It stands where its cluster does, which takes the room. */
}

/* What found no room tries again as a short name. */
static void
shorten_hidden (LuotainMapDrawing *self)
{
  for (guint i = 0; i < self->layout->n_symbols; i++)
    if (self->labels[i].width > 0 && self->labels[i].side == LUOTAIN_LABEL_HIDDEN)
      {
        self->forms[i] = LUOTAIN_MAP_SHORT;
        measure_label (self, i);
      }
}

static void
place_labels (LuotainMapDrawing *self, GHashTable *sides)
{
  const LuotainMapLayout *layout = self->layout;
  const guint n = layout->n_symbols + layout->n_clusters;
  g_autoptr (GArray) obstacles = luotain_map_ground_obstacles (self);

  g_free (self->labels);
  g_free (self->forms);
  self->labels = g_new0 (LuotainLabel, n + 1);
  self->forms = g_new0 (LuotainMapForm, n + 1);
  for (guint i = 0; i < layout->n_symbols; i++)
    make_label (self, i, sides);
  for (guint i = 0; i < layout->n_clusters; i++)
    {
      LuotainLabel *label = &self->labels[layout->n_symbols + i];

      label->x = layout->clusters[i].x;
      label->y = layout->clusters[i].y;
      label->radius = layout->clusters[i].radius + 2;
    }

  for (int form = 0; form < LUOTAIN_MAP_N_FORMS; form++)
    {
      if (form == LUOTAIN_MAP_SHORT)
        shorten_hidden (self);
      luotain_label_placement_run (self->labels, n, self->frame.width, self->frame.height,
                                   (const LuotainLabelBox *) obstacles->data, obstacles->len);
    }
}

void
luotain_map_drawing_arrange (LuotainMapDrawing *self)
{
  g_autoptr (GHashTable) sides = NULL;

  if (!self->layout_due && !self->labels_due)
    return;

  sides = remember_sides (self);
  if (self->layout_due)
    {
      luotain_map_layout_free (self->layout);
      self->layout = luotain_map_layout_new (&self->frame, self->items, self->data->n_findings);
    }
  place_labels (self, sides);
  self->layout_due = self->labels_due = self->forms_due = FALSE;
}

const LuotainMapLayout *
luotain_map_drawing_get_layout (LuotainMapDrawing *self)
{
  luotain_map_drawing_arrange (self);
  return self->layout;
}

const LuotainMapItem *
luotain_map_drawing_get_items (LuotainMapDrawing *self)
{
  return self->items;
}

const LuotainLabel *
luotain_map_drawing_get_labels (LuotainMapDrawing *self, guint *n_labels)
{
  luotain_map_drawing_arrange (self);
  *n_labels = self->layout->n_symbols;
  return self->labels;
}

int
luotain_map_drawing_symbol_of (LuotainMapDrawing *self, guint finding, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;
  guint from = 0, to = self->layout->n_symbols;

  /* Symbols stand in the order of the findings. */
  while (from < to)
    {
      const guint middle = from + (to - from) / 2;

      if (self->layout->symbols[middle].item < finding)
        from = middle + 1;
      else
        to = middle;
    }

  for (guint i = from; i < self->layout->n_symbols && self->layout->symbols[i].item == finding; i++)
    {
      const double distance = hypot (self->layout->symbols[i].x - x, self->layout->symbols[i].y - y);

      if (distance < nearest)
        {
          nearest = distance;
          found = (int) i;
        }
    }
  return found;
}

void
luotain_map_drawing_draw (LuotainMapDrawing *self, cairo_t *cr, LuotainMapLayer layers)
{
  luotain_map_drawing_arrange (self);
  cairo_save (cr);
  if ((layers & LUOTAIN_MAP_GROUND) != 0)
    luotain_map_ground_draw (self, cr);
  luotain_map_marks_draw (self, cr, layers);
  cairo_restore (cr);
}
