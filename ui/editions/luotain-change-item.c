#include "config.h"

#include "luotain-change-item.h"

#include "luotain-text.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>
#include <string.h>

/* Texts beyond this are told by what differs in them. */
#define SHORT_TEXT 60

/* What is shown of the same before and behind a difference. */
#define CONTEXT 60

/* Of a text that came or went, or of a difference, as much as fits on some lines. */
#define LONGEST_PIECE 600

struct _LuotainChangeItem
{
  GObject parent_instance;

  const LuotainChange *change;
  char *heading;
};

G_DEFINE_FINAL_TYPE (LuotainChangeItem, luotain_change_item, G_TYPE_OBJECT)

/* ---- differences of a text ---- */

/* Where the first word begins in which they differ. */
static gsize
common_start (const char *a, const char *b)
{
  gsize word = 0;

  for (gsize i = 0; a[i] != '\0' && a[i] == b[i]; i++)
    if (a[i] == ' ' || a[i] == '\n')
      word = i + 1;

  return word;
}

/* How many bytes at the end, whole words, are the same; at most @most. */
static gsize
common_end (const char *a, const char *b, gsize most)
{
  const gsize a_length = strlen (a), b_length = strlen (b);
  gsize word = 0;

  for (gsize i = 1; i <= most && a[a_length - i] == b[b_length - i]; i++)
    if (a[a_length - i] == ' ' || a[a_length - i] == '\n')
      word = i;

  return word;
}

static void
add_piece (GString *text, const char *tag, const char *piece, gsize length)
{
  g_autofree char *words = g_strndup (piece, length);
  g_autofree char *excerpt = luotain_text_excerpt (words, LONGEST_PIECE);
  g_autofree char *escaped = g_markup_escape_text (excerpt, -1);

  if (*excerpt == '\0')
    return;

  if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');

  g_string_append_printf (text, "<%s>%s</%s> ", tag, escaped, tag);
}

static void
add_context (GString *text, const char *same, gsize length, gboolean behind)
{
  g_autofree char *words = g_strndup (same, length);
  const glong n = g_utf8_strlen (words, -1);
  g_autofree char *shown = n <= CONTEXT ? g_strdup (words)
                           : behind     ? g_utf8_substring (words, 0, CONTEXT)
                                        : g_utf8_substring (words, n - CONTEXT, n);
  g_autofree char *escaped = g_markup_escape_text (g_strdelimit (shown, "\n", ' '), -1);

  g_string_append_printf (text, "%s%s%s", n > CONTEXT && !behind ? "…" : "", escaped,
                          n > CONTEXT && behind ? "…" : "");
}

char *
luotain_change_item_dup_markup (const char *before, const char *after)
{
  const gsize start = common_start (before, after);
  const gsize a = strlen (before), b = strlen (after);
  const gsize end = common_end (before, after, MIN (a, b) - start);
  GString *text = g_string_new (NULL);

  add_context (text, before, start, FALSE);
  add_piece (text, "s", before + start, a - start - end);
  add_piece (text, "b", after + start, b - start - end);
  add_context (text, after + b - end, end, TRUE);
  return g_string_free (text, FALSE);
}

/* ---- rows ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, gboolean markup)
{
  GtkWidget *label = luotain_wrapped_label_new (NULL, NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_text (GTK_LABEL (label), text);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
is_short (const char *text)
{
  return text == NULL || (g_utf8_strlen (text, -1) <= SHORT_TEXT && strchr (text, '\n') == NULL);
}

static char *
dup_field_markup (const LuotainFieldChange *field)
{
  GString *text;

  if (field->before != NULL && field->after != NULL && !(is_short (field->before) && is_short (field->after)))
    return luotain_change_item_dup_markup (field->before, field->after);

  text = g_string_new (NULL);

  if (field->before != NULL)
    add_piece (text, "s", field->before, strlen (field->before));

  if (field->before != NULL && field->after != NULL)
    g_string_append (text, "→ ");

  if (field->after != NULL)
    add_piece (text, "b", field->after, strlen (field->after));

  return g_string_free (text, FALSE);
}

static char *
dup_spoken_field (const LuotainFieldChange *field)
{
  g_autofree char *before = luotain_text_excerpt (field->before, LONGEST_PIECE);
  g_autofree char *after = luotain_text_excerpt (field->after, LONGEST_PIECE);

  /* Translators: what a field held and holds, said aloud: “Kind: was signal, is trend”. */
  return g_strdup_printf (_ ("%s: was %s, is %s"), field->label,
                          field->before != NULL ? before : _ ("nothing"),
                          field->after != NULL ? after : _ ("nothing"));
}

static char *
dup_spoken (const LuotainChange *change)
{
  GString *text = g_string_new (luotain_change_kind_label (change->kind));

  g_string_append_printf (text, ": %s %s", _ (change->type->label),
                          change->title_after != NULL ? change->title_after : change->title_before);

  for (guint i = 0; i < change->fields->len; i++)
    {
      g_autofree char *field = dup_spoken_field (change->fields->pdata[i]);

      g_string_append_printf (text, ". %s", field);
    }

  return g_string_free (text, FALSE);
}

static void
add_fields (GtkWidget *box, GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const LuotainFieldChange *field = fields->pdata[i];
      g_autofree char *values = dup_field_markup (field);
      g_autofree char *label = g_markup_escape_text (field->label, -1);
      g_autofree char *markup = g_strdup_printf ("<span alpha=\"65%%\">%s:</span> %s", label, values);

      add_label (box, markup, TRUE);
    }
}

static GtkWidget *
make_change_row (const LuotainChange *change)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *pill = gtk_label_new (luotain_change_kind_label (change->kind));
  g_autofree char *belongs = change->owner_title != NULL
                                 ? g_strdup_printf ("%s · %s", _ (change->type->label), change->owner_title)
                                 : g_strdup (_ (change->type->label));
  g_autofree char *spoken = dup_spoken (change);
  GtkWidget *caption;

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (pill, "change-kind");
  gtk_widget_add_css_class (pill, luotain_change_kind_name (change->kind));
  gtk_label_set_width_chars (GTK_LABEL (pill), 10);
  gtk_widget_add_css_class (
      add_label (words, change->title_after != NULL ? change->title_after : change->title_before, FALSE),
      "change-title");
  caption = add_label (words, belongs, FALSE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  add_fields (words, change->fields);
  gtk_box_append (GTK_BOX (row), pill);
  gtk_box_append (GTK_BOX (row), words);
  gtk_widget_add_css_class (row, "change-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

GtkWidget *
luotain_change_item_make_row (LuotainChangeItem *self)
{
  GtkWidget *heading;

  g_return_val_if_fail (LUOTAIN_IS_CHANGE_ITEM (self), NULL);

  if (self->change != NULL)
    return make_change_row (self->change);

  heading = gtk_label_new (self->heading);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "comparison-heading");
  return heading;
}

LuotainChangeItem *
luotain_change_item_new (const LuotainChange *change, const char *heading)
{
  LuotainChangeItem *self = g_object_new (LUOTAIN_TYPE_CHANGE_ITEM, NULL);

  self->change = change;
  self->heading = g_strdup (heading);
  return self;
}

const LuotainChange *
luotain_change_item_get_change (LuotainChangeItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_CHANGE_ITEM (self), NULL);

  return self->change;
}

static void
luotain_change_item_finalize (GObject *object)
{
  g_free (LUOTAIN_CHANGE_ITEM (object)->heading);
  G_OBJECT_CLASS (luotain_change_item_parent_class)->finalize (object);
}

static void
luotain_change_item_class_init (LuotainChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = luotain_change_item_finalize;
}

static void
luotain_change_item_init (LuotainChangeItem *self)
{
  (void) self;
}
