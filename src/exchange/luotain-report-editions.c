#include "config.h"

#include "luotain-report-data-private.h"

#include <glib/gi18n-lib.h>

static void
add_side (GString *out, const char *element, const LuotainComparisonSide *side)
{
  g_autoptr (GDateTime) frozen = side->frozen != 0 ? g_date_time_new_from_unix_utc (side->frozen / 1000)
                                                   : NULL;
  g_autofree char *day = frozen != NULL ? g_date_time_format (frozen, "%Y-%m-%d") : NULL;

  g_string_append_printf (out, "    <%s", element);
  if (side->name != NULL)
    luotain_report_data_add_attribute (out, "name", side->name);
  if (day != NULL)
    luotain_report_data_add_attribute (out, "frozen", day);
  if (side->hash != NULL)
    luotain_report_data_add_attribute (out, "sha256", side->hash);
  g_string_append (out, "/>\n");
}

static void
add_text (GString *out, const char *element, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_printf (out, "<%s>", element);
  luotain_report_data_add_text (out, text);
  g_string_append_printf (out, "</%s>", element);
}

static void
add_change (GString *out, const LuotainChange *change)
{
  g_string_append (out, "    <change");
  luotain_report_data_add_attribute (out, "kind", luotain_change_kind_name (change->kind));
  luotain_report_data_add_attribute (out, "group", luotain_change_group_name (change->group));
  luotain_report_data_add_attribute (out, "type", _ (change->type->label));
  g_string_append_c (out, '>');
  add_text (out, "owner", change->owner_title);
  add_text (out, "title", change->title_after != NULL ? change->title_after : change->title_before);
  for (guint i = 0; i < change->fields->len; i++)
    {
      const LuotainFieldChange *field = g_ptr_array_index (change->fields, i);

      g_string_append (out, "<field");
      luotain_report_data_add_attribute (out, "label", field->label);
      g_string_append_c (out, '>');
      add_text (out, "before", field->before);
      add_text (out, "after", field->after);
      g_string_append (out, "</field>");
    }
  g_string_append (out, "</change>\n");
}

void
luotain_report_data_add_editions (GString *out, const LuotainComparison *comparison)
{
  g_string_append (out, "  <comparison>\n");
  add_side (out, "side", &comparison->before);
  add_side (out, "side", &comparison->after);
  for (guint i = 0; i < comparison->changes->len; i++)
    add_change (out, g_ptr_array_index (comparison->changes, i));
  g_string_append (out, "  </comparison>\n");
}
