#include "config.h"

#include "luotain-date-entry.h"
#include "luotain-date.h"

#include <glib/gi18n.h>

struct _LuotainDateEntry
{
  LuotainTextEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (LuotainDateEntry, luotain_date_entry, LUOTAIN_TYPE_TEXT_ENTRY)

/* The numbers of what somebody wrote, however they are parted; -1 where something else stands there. */
static int
take_numbers (const char *text, guint numbers[3])
{
  int n = 0;

  while (*text != '\0')
    {
      char *end;

      if (!g_ascii_isdigit (*text))
        {
          if (strchr (" ./-", *text++) == NULL)
            return -1;
          continue;
        }
      if (n == 3)
        return -1;
      numbers[n++] = (guint) g_ascii_strtoull (text, &end, 10);
      text = end;
    }
  return n;
}

char *
luotain_date_entry_parse (const char *shown)
{
  g_autofree char *text = g_strstrip (g_strdup (shown));
  g_autofree char *date = NULL;
  guint numbers[3];

  if (luotain_date_is_valid (text))
    return g_steal_pointer (&text);

  switch (take_numbers (text, numbers))
    {
    case 2:
      date = numbers[0] > 31 ? g_strdup_printf ("%04u-%02u", numbers[0], numbers[1])
                             : g_strdup_printf ("%04u-%02u", numbers[1], numbers[0]);
      break;
    case 3:
      date = numbers[0] > 31 ? g_strdup_printf ("%04u-%02u-%02u", numbers[0], numbers[1], numbers[2])
                             : g_strdup_printf ("%04u-%02u-%02u", numbers[2], numbers[1], numbers[0]);
      break;
    default:
      break;
    }

  if (date != NULL && luotain_date_is_valid (date))
    return g_steal_pointer (&date);
  /* Refused by the workbook, in words, under the entry. */
  return g_steal_pointer (&text);
}

static void
day_selected_cb (GtkCalendar *calendar, LuotainDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");
  GtkEntry *entry = luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (self));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  luotain_text_field_save (LUOTAIN_TEXT_FIELD (self));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
popover_closed_cb (GtkWidget *popover)
{
  gtk_widget_unparent (popover);
}

static void
icon_press_cb (LuotainDateEntry *self)
{
  GtkEntry *entry = luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (self));
  g_autofree char *text = luotain_date_entry_parse (gtk_editable_get_text (GTK_EDITABLE (entry)));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  g_autofree char *full = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = strlen (text) == 10 ? g_date_time_new_from_iso8601 (full, zone) : NULL;
  GdkRectangle place;

  if (!gtk_editable_get_editable (GTK_EDITABLE (entry)))
    return;

  if (day != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  gtk_entry_get_icon_area (entry, GTK_ENTRY_ICON_SECONDARY, &place);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_widget_set_parent (popover, GTK_WIDGET (entry));
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, 0);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
luotain_date_entry_class_init (LuotainDateEntryClass *klass)
{
  LUOTAIN_TEXT_ENTRY_CLASS (klass)->to_display = luotain_date_to_display;
  LUOTAIN_TEXT_ENTRY_CLASS (klass)->from_display = luotain_date_entry_parse;
}

static void
luotain_date_entry_init (LuotainDateEntry *self)
{
  GtkEntry *entry = luotain_text_entry_get_entry (LUOTAIN_TEXT_ENTRY (self));

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, "x-office-calendar-symbolic");
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, _ ("Choose a Day"));
  g_signal_connect_object (entry, "icon-press", G_CALLBACK (icon_press_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
luotain_date_entry_new (void)
{
  return g_object_new (LUOTAIN_TYPE_DATE_ENTRY, NULL);
}
