#include "luotain-xml-guard.h"

#include <string.h>

#define COMMENT_MOST (1024 * 1024)

enum
{
  IN_TEXT,
  IN_OPENING, /* after <, until it is clear what begins */
  IN_TAG,
  IN_QUOTES,
  IN_COMMENT,
  IN_CDATA,
  IN_INSTRUCTION
};

/* “<!-” may still become a comment and “<![” character data; everything else is known by its first character. */
static int
tell_opening (LuotainXmlGuard *self, char c)
{
  switch (self->length)
    {
    case 1:
      self->last[0] = c;
      return c == '!' ? IN_OPENING : c == '?' ? IN_INSTRUCTION : IN_TAG;

    case 2:
      self->last[1] = c;
      return c == '-' || c == '[' ? IN_OPENING : IN_TAG;

    default:
      if (self->last[1] == '[')
        return IN_CDATA;

      return c == '-' ? IN_COMMENT : IN_TAG;
    }
}

static int
go_on_in_tag (LuotainXmlGuard *self, char c)
{
  if (c == '>')
    return IN_TEXT;

  if (c != '"' && c != '\'')
    return IN_TAG;

  self->quote = c;
  return IN_QUOTES;
}

static gboolean
ends_with (LuotainXmlGuard *self, char a, char b, char c)
{
  const gboolean ended = self->last[0] == a && self->last[1] == b && c == '>';

  self->last[0] = self->last[1];
  self->last[1] = c;
  return ended;
}

static int
next_state (LuotainXmlGuard *self, char c)
{
  int state;

  switch (self->state)
    {
    case IN_OPENING:
      state = tell_opening (self, c);

      if (state == IN_TAG)
        return go_on_in_tag (self, c);

      if (state != IN_OPENING)
        memset (self->last, 0, sizeof self->last);

      return state;

    case IN_TAG:
      return go_on_in_tag (self, c);

    case IN_QUOTES:
      return c == self->quote ? IN_TAG : IN_QUOTES;

    case IN_COMMENT:
      return ends_with (self, '-', '-', c) ? IN_TEXT : IN_COMMENT;

    case IN_CDATA:
      return ends_with (self, ']', ']', c) ? IN_TEXT : IN_CDATA;

    case IN_INSTRUCTION:
    default:
      return ends_with (self, self->last[0], '?', c) ? IN_TEXT : IN_INSTRUCTION;
    }
}

static gboolean
is_too_long (LuotainXmlGuard *self)
{
  if (self->state == IN_COMMENT)
    return self->length > COMMENT_MOST;

  return self->state != IN_CDATA && self->length > LUOTAIN_XML_TAG_MOST;
}

gboolean
luotain_xml_guard_pass (LuotainXmlGuard *self, const char *data, gsize length)
{
  const char *const end = data + length;

  for (const char *p = data; p < end; p++)
    {
      if (self->state == IN_TEXT)
        {
          p = memchr (p, '<', end - p);

          if (p == NULL)
            return TRUE;

          self->state = IN_OPENING;
          self->length = 1;
          continue;
        }

      self->state = next_state (self, *p);
      self->length++;

      if (self->state != IN_TEXT && is_too_long (self))
        return FALSE;
    }

  return TRUE;
}
