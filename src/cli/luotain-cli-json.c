#include "luotain-cli-json.h"

#include "luotain-id.h"

#include <string.h>

struct _LuotainCliJson
{
  LuotainCliOutput *output;
  guint break_depth;
  guint depth;
  gboolean begun; /* the innermost container holds something already */
};

LuotainCliJson *
luotain_cli_json_new (LuotainCliOutput *output, guint break_depth)
{
  LuotainCliJson *self = g_new0 (LuotainCliJson, 1);

  self->output = output;
  self->break_depth = break_depth;
  return self;
}

void
luotain_cli_json_free (LuotainCliJson *self)
{
  luotain_cli_output_putc (self->output, '\n');
  g_free (self);
}

static void
break_line (LuotainCliJson *self)
{
  luotain_cli_output_putc (self->output, '\n');

  for (guint i = 0; i < self->depth; i++)
    luotain_cli_output_puts (self->output, "  ");
}

static void
write_escaped (LuotainCliOutput *output, const char *text)
{
  const char *start = text;
  const char *p;

  luotain_cli_output_putc (output, '"');

  for (p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        continue;

      luotain_cli_output_write (output, start, p - start);
      start = p + 1;

      if (*p == '"' || *p == '\\')
        luotain_cli_output_printf (output, "\\%c", *p);
      else if (*p == '\n')
        luotain_cli_output_puts (output, "\\n");
      else if (*p == '\t')
        luotain_cli_output_puts (output, "\\t");
      else
        luotain_cli_output_printf (output, "\\u%04x", (guint) *p);
    }

  luotain_cli_output_write (output, start, p - start);
  luotain_cli_output_putc (output, '"');
}

/* What a stranger's file holds need not be UTF-8, but JSON must be. */
static void
write_string (LuotainCliOutput *output, const char *text)
{
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  write_escaped (output, text);
}

static void
begin_value (LuotainCliJson *self, const char *name)
{
  if (self->begun)
    luotain_cli_output_putc (self->output, ',');

  if (self->depth > 0 && self->depth <= self->break_depth)
    break_line (self);
  else if (self->begun)
    luotain_cli_output_putc (self->output, ' ');

  if (name != NULL)
    {
      write_string (self->output, name);
      luotain_cli_output_puts (self->output, ": ");
    }

  self->begun = TRUE;
}

static void
begin_container (LuotainCliJson *self, const char *name, char opening)
{
  begin_value (self, name);
  luotain_cli_output_putc (self->output, opening);
  self->depth++;
  self->begun = FALSE;
}

static void
end_container (LuotainCliJson *self, char closing)
{
  const gboolean breaks = self->begun && self->depth <= self->break_depth;

  self->depth--;

  if (breaks)
    break_line (self);

  luotain_cli_output_putc (self->output, closing);
  self->begun = TRUE;
}

void
luotain_cli_json_begin_object (LuotainCliJson *self, const char *name)
{
  begin_container (self, name, '{');
}

void
luotain_cli_json_end_object (LuotainCliJson *self)
{
  end_container (self, '}');
}

void
luotain_cli_json_begin_array (LuotainCliJson *self, const char *name)
{
  begin_container (self, name, '[');
}

void
luotain_cli_json_end_array (LuotainCliJson *self)
{
  end_container (self, ']');
}

void
luotain_cli_json_string (LuotainCliJson *self, const char *name, const char *value)
{
  if (value == NULL)
    {
      luotain_cli_json_null (self, name);
      return;
    }

  begin_value (self, name);
  write_string (self->output, value);
}

void
luotain_cli_json_number (LuotainCliJson *self, const char *name, gint64 value)
{
  begin_value (self, name);
  luotain_cli_output_printf (self->output, "%" G_GINT64_FORMAT, value);
}

void
luotain_cli_json_boolean (LuotainCliJson *self, const char *name, gboolean value)
{
  begin_value (self, name);
  luotain_cli_output_puts (self->output, value ? "true" : "false");
}

void
luotain_cli_json_null (LuotainCliJson *self, const char *name)
{
  begin_value (self, name);
  luotain_cli_output_puts (self->output, "null");
}

void
luotain_cli_json_id (LuotainCliJson *self, const char *name, const char *type, gint64 id)
{
  g_autofree char *text = id != 0 ? luotain_id_to_string (type, id) : NULL;

  luotain_cli_json_string (self, name, text);
}

void
luotain_cli_json_strings (LuotainCliJson *self, const char *name, const char *const *texts)
{
  luotain_cli_json_begin_array (self, name);
  for (guint i = 0; texts[i] != NULL; i++)
    luotain_cli_json_string (self, NULL, texts[i]);
  luotain_cli_json_end_array (self);
}

void
luotain_cli_json_list (LuotainCliJson *self, const char *name, const GPtrArray *texts)
{
  luotain_cli_json_begin_array (self, name);
  for (guint i = 0; i < texts->len; i++)
    luotain_cli_json_string (self, NULL, texts->pdata[i]);
  luotain_cli_json_end_array (self);
}

void
luotain_cli_json_parts (LuotainCliJson *self, const char *name, const char *text, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", separator, -1);

  begin_value (self, name);
  luotain_cli_output_putc (self->output, '[');

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        luotain_cli_output_puts (self->output, ", ");

      write_string (self->output, parts[i]);
    }

  luotain_cli_output_putc (self->output, ']');
}
