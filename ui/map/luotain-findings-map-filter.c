#include "config.h"

#include "luotain-findings-map-private.h"

#include "luotain-choices.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_found (const LuotainMapFinding *finding, const char *needle)
{
  g_autofree char *title = g_utf8_casefold (finding->title, -1);

  return strstr (title, needle) != NULL;
}

/* Kind and dimension take findings from the map; a search points some out, and the list shows only those. */
void
luotain_findings_map_show_filter (LuotainFindingsMap *self)
{
  LuotainMapData *data = luotain_map_view_get_data (self->view);
  const char *kind = luotain_choice_button_get_chosen (self->kind);
  const char *dimension = luotain_choice_button_get_chosen (self->dimension);
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->text)), -1);
  g_autoptr (GtkBitset) hidden = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) found = *needle != '\0' ? gtk_bitset_new_empty () : NULL;
  g_autoptr (GtkBitset) listed = gtk_bitset_new_empty ();
  g_autofree char *count = NULL;

  for (guint i = 0; i < data->n_findings; i++)
    {
      const LuotainMapFinding *finding = &data->findings[i];

      if (!luotain_map_finding_matches (finding, kind, dimension))
        gtk_bitset_add (hidden, i);
      else if (found == NULL)
        gtk_bitset_add (listed, i);
      else if (is_found (finding, needle))
        {
          gtk_bitset_add (found, i);
          gtk_bitset_add (listed, i);
        }
    }
  luotain_map_view_set_filter (self->view, hidden, found);
  luotain_map_list_set_data (self->list, data, listed);
  gtk_widget_set_visible (self->clear, kind != NULL || dimension != NULL);
  count = g_strdup_printf (_ ("%u of %u"), (guint) gtk_bitset_get_size (listed), data->n_findings);
  gtk_label_set_text (self->count, count);
}

void
luotain_findings_map_open_words (LuotainFindingsMap *self, LuotainChoiceButton *button)
{
  luotain_choices_offer_words (button, self->context, button == self->kind ? "finding-kind" : "dimension");
}
