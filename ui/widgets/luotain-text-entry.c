#include "config.h"

#include "luotain-text-entry.h"

typedef struct
{
  GtkEntry *entry;
} LuotainTextEntryPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LuotainTextEntry, luotain_text_entry, LUOTAIN_TYPE_TEXT_FIELD)

#define ENTRY(self) \
  (((LuotainTextEntryPrivate *) luotain_text_entry_get_instance_private (LUOTAIN_TEXT_ENTRY (self)))->entry)

static char *
as_it_is (const char *text)
{
  return g_strdup (text);
}

static char *
dup_text (LuotainTextField *field)
{
  return LUOTAIN_TEXT_ENTRY_GET_CLASS (field)->from_display (
      gtk_editable_get_text (GTK_EDITABLE (ENTRY (field))));
}

static void
show_text (LuotainTextField *field, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (ENTRY (field));
  g_autofree char *shown = LUOTAIN_TEXT_ENTRY_GET_CLASS (field)->to_display (text);

  if (g_strcmp0 (gtk_editable_get_text (editable), shown) == 0)
    return;

  /* What was typed for another text cannot be taken back into this one. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, shown != NULL ? shown : "");
  gtk_editable_set_enable_undo (editable, TRUE);
}

static void
set_editable (LuotainTextField *field, gboolean editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (ENTRY (field)), editable);
}

static const char *
get_placeholder (LuotainTextField *field)
{
  return gtk_entry_get_placeholder_text (ENTRY (field));
}

static void
set_placeholder (LuotainTextField *field, const char *text)
{
  gtk_entry_set_placeholder_text (ENTRY (field), text);
}

static void
luotain_text_entry_class_init (LuotainTextEntryClass *klass)
{
  LuotainTextFieldClass *field_class = LUOTAIN_TEXT_FIELD_CLASS (klass);

  klass->to_display = as_it_is;
  klass->from_display = as_it_is;
  field_class->dup_text = dup_text;
  field_class->show_text = show_text;
  field_class->set_editable = set_editable;
  field_class->get_placeholder = get_placeholder;
  field_class->set_placeholder = set_placeholder;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "textentry");
}

static void
luotain_text_entry_init (LuotainTextEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();

  ENTRY (self) = GTK_ENTRY (entry);
  luotain_text_field_set_input (LUOTAIN_TEXT_FIELD (self), entry, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (luotain_text_field_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (luotain_text_field_save), self, G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_text_entry_new (void)
{
  return g_object_new (LUOTAIN_TYPE_TEXT_ENTRY, NULL);
}

GtkEntry *
luotain_text_entry_get_entry (LuotainTextEntry *self)
{
  g_return_val_if_fail (LUOTAIN_IS_TEXT_ENTRY (self), NULL);

  return ENTRY (self);
}
