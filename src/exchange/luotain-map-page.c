#include "luotain-map-page.h"

#include "luotain-id.h"
#include "luotain-map-svg.h"
#include "luotain-map-text.h"

#include <string.h>

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1e2328;--soft:#565e66;--line:#c9ced3;--shade:#f3f5f6;--link:#1a5fb4;"
    "--page:#fff}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e8eaec;--soft:#aab1b8;--line:#454b52;--shade:#24282d;"
    "--link:#8cc0ff;--page:#17191c}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:105rem;background:var(--page);color:var(--ink);"
    "font:1rem/1.6 Cantarell,'Source Sans 3','Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:break-word}\n"
    "h1,h2{line-height:1.25;margin:0 0 .4em}h1{font-size:1.9rem}h2{font-size:1.5rem;margin-top:2rem}\n"
    "p{margin:0 0 .8em}.aside{color:var(--soft)}\n"
    "a{color:var(--link)}a:focus-visible{outline:3px solid var(--link);outline-offset:2px}\n"
    ".skip{position:absolute;left:-999rem}"
    ".skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem 1rem}\n"
    ".wide{overflow-x:auto}.wide:focus-visible{outline:3px solid var(--link)}\n"
    "svg.map{display:block;width:100%;min-width:58rem;height:auto}\n"
    ".map a{cursor:pointer}.map .halo{fill:var(--link);fill-opacity:0}\n"
    ".map a:hover .halo,.map a:focus .halo{fill-opacity:.3}\n"
    ".map a:focus{outline:none}.map a:focus .halo{stroke:var(--link);stroke-width:2}\n"
    ".map a:hover text,.map a:focus text{font-weight:bold}\n"
    "#shown{position:sticky;bottom:0;min-height:5.5rem;max-height:40vh;overflow:auto;margin:.5rem 0 0;"
    "padding:.7rem 1rem;background:var(--shade);border-top:2px solid var(--line)}\n"
    "#shown strong{display:block}\n"
    "table{border-collapse:collapse;width:100%;min-width:56rem;font-size:.95rem;line-height:1.45}\n"
    "caption{text-align:left;font-weight:600;padding-bottom:.5rem}\n"
    "th,td{border:1px solid var(--line);padding:.45rem .6rem;text-align:left;vertical-align:top}\n"
    "thead th{background:var(--shade)}tbody th{font-weight:600;max-width:34rem}\n"
    "th p{font-weight:normal;margin:.3em 0 0;white-space:pre-line}\n"
    "tr:target th,tr:target td{background:var(--shade);border-color:var(--link)}\n"
    "@media print{:root{--ink:#000;--soft:#333;--line:#888;--shade:#eee;--link:#000;--page:#fff}"
    "body{max-width:none;padding:0;font-size:9pt}.skip,#shown{display:none}.wide{overflow:visible}"
    "svg.map,table{min-width:0}tr{break-inside:avoid}h2{break-before:page}}\n";

/* What stands in the row of a finding is shown below the map as well, as text only. */
static const char script[] =
    "(function(){var shown=document.getElementById('shown'),hint=shown.innerHTML;\n"
    "function show(e){var a=e.target.closest&&e.target.closest('.map a');if(!a)return;\n"
    "var row=document.getElementById(a.getAttribute('href').slice(1));if(!row)return;\n"
    "var title=row.querySelector('.title'),text=row.querySelector('p'),s=document.createElement('strong');\n"
    "s.textContent=title.textContent;shown.replaceChildren(s);\n"
    "var p=document.createElement('p');p.className='aside';\n"
    "p.textContent=a.getAttribute('aria-label').slice(title.textContent.length).replace(/^[.]? */,'');\n"
    "shown.appendChild(p);\n"
    "if(text){p=document.createElement('p');p.textContent=text.textContent;shown.appendChild(p)}}\n"
    "document.addEventListener('mouseover',show);document.addEventListener('focusin',show);\n"
    "document.addEventListener('keydown',function(e){if(e.key==='Escape')shown.innerHTML=hint})})();\n";

static void
add_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append (out, escaped);
}

static void
add_element (GString *out, const char *open, const char *text, const char *close)
{
  g_string_append (out, open);
  add_escaped (out, text);
  g_string_append (out, close);
}

static void
add_head (GString *out, LuotainMapDrawing *drawing, const char *title)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          luotain_language_code (drawing->data->language));
  g_string_append (
      out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
           "<meta name=\"generator\" content=\"Luotain\">\n");
  add_element (out, "<title>", title, "</title>\n<style>\n");
  g_string_append (out, style);
  luotain_map_svg_style (drawing, TRUE, out);
  g_string_append (out, "</style>\n</head>\n");
}

static void
add_map (GString *out, LuotainMapDrawing *drawing, const char *title)
{
  const LuotainLanguage language = drawing->data->language;
  g_autofree char *subtitle = luotain_map_sheet_subtitle (drawing);

  add_element (out, "<body>\n<a class=\"skip\" href=\"#findings\">",
               luotain_map_word (LUOTAIN_MAP_WORD_SKIP, language), "</a>\n<main>\n");
  add_element (out, "<h1>", title, "</h1>\n");
  add_element (out, "<p class=\"aside\">", subtitle, "</p>\n");
  add_element (out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"", title, "\">\n");
  luotain_map_svg_append (drawing, "map", out);
  g_string_append (out, "</div>\n");
  add_element (out, "<div id=\"shown\" aria-live=\"polite\"><p class=\"aside\">",
               luotain_map_word (LUOTAIN_MAP_WORD_HINT, language), "</p></div>\n");
}

static const struct
{
  LuotainMapScale scale;
  LuotainMapWord word;
} columns[] = {
  { LUOTAIN_MAP_BREAKTHROUGH, LUOTAIN_MAP_WORD_YEAR },
  { LUOTAIN_MAP_IMPACT, LUOTAIN_MAP_WORD_IMPACT },
  { LUOTAIN_MAP_PROBABILITY, LUOTAIN_MAP_WORD_PROBABILITY },
  { LUOTAIN_MAP_DIRECTION, LUOTAIN_MAP_WORD_DIRECTION },
  { LUOTAIN_MAP_PRIORITY, LUOTAIN_MAP_WORD_PRIORITY },
};

/* "Shape: kind" is a line of the legend; a column is called by what stands behind the colon, with a capital. */
static void
add_column (GString *out, LuotainMapWord word, LuotainLanguage language)
{
  const char *text = luotain_map_word (word, language);
  const char *colon = strstr (text, ": ");
  g_autofree char *first = NULL;

  if (colon != NULL)
    text = colon + 2;
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  add_element (out, "<th scope=\"col\">", first, "");
  add_element (out, "", g_utf8_next_char (text), "</th>");
}

static void
add_row (GString *out, const LuotainMapData *data, guint index)
{
  const LuotainMapFinding *finding = &data->findings[index];
  g_autofree char *dimensions = luotain_map_text_dimensions (data, index);
  char id[LUOTAIN_ID_DIGITS + 1];

  luotain_id_write (finding->id, id);
  g_string_append_printf (out, "<tr id=\"finding-%s\">", id);
  add_element (out, "<th scope=\"row\"><span class=\"title\">", finding->title, "</span>");
  if (finding->description != NULL)
    add_element (out, "<p>", finding->description, "</p>");
  add_element (out, "</th><td>", luotain_map_text_kind (data, index), "</td>");
  add_element (out, "<td>", dimensions, "</td>");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *rating = luotain_map_text_rating (data, index, columns[i].scale);

      add_element (out, "<td>", rating, "</td>");
    }
  g_string_append (out, "</tr>\n");
}

static void
add_table (GString *out, LuotainMapDrawing *drawing)
{
  const LuotainMapData *data = drawing->data;

  add_element (out, "<h2 id=\"findings\" tabindex=\"-1\">",
               luotain_map_word (LUOTAIN_MAP_WORD_FINDINGS, data->language), "</h2>\n");
  add_element (out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"",
               luotain_map_word (LUOTAIN_MAP_WORD_FINDINGS, data->language), "\">\n<table>\n<thead><tr>");
  add_column (out, LUOTAIN_MAP_WORD_FINDING, data->language);
  add_column (out, LUOTAIN_MAP_WORD_KIND, data->language);
  add_column (out, LUOTAIN_MAP_WORD_DIMENSIONS, data->language);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (out, columns[i].word, data->language);
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < data->n_findings; i++)
    if (!drawing->items[i].hidden)
      add_row (out, data, i);
  g_string_append (out, "</tbody>\n</table>\n</div>\n");
}

void
luotain_map_page_append (LuotainMapDrawing *drawing, GString *out)
{
  g_autofree char *title = luotain_map_sheet_title (drawing);

  luotain_map_drawing_arrange (drawing);
  add_head (out, drawing, title);
  add_map (out, drawing, title);
  add_table (out, drawing);
  g_string_append (out, "</main>\n<script>\n");
  g_string_append (out, script);
  g_string_append (out, "</script>\n</body>\n</html>\n");
}
