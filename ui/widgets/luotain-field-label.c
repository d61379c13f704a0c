#include "config.h"

#include "luotain-field-binding.h"

#include <glib/gi18n.h>

static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "title", N_ ("Edit Title") },
  { "description", N_ ("Edit Description") },
  { "region", N_ ("Edit Region") },
  { "language", N_ ("Change Language") },
  { "horizon_year", N_ ("Edit Horizon Year") },
  { "kind", N_ ("Change Kind") },
  { "held_on", N_ ("Edit Date") },
  { "place", N_ ("Edit Place") },
  { "people", N_ ("Edit Number of People") },
  { "status", N_ ("Change Status") },
  { "outcome", N_ ("Edit Outcome") },
  { "publisher", N_ ("Edit Publisher") },
  { "published_on", N_ ("Edit Date of Publishing") },
  { "url", N_ ("Edit Address") },
  { "accessed_on", N_ ("Edit Date of Access") },
  { "note", N_ ("Edit Note") },
  { "dimensions", N_ ("Change Dimensions") },
  { "channel", N_ ("Change Channel") },
  { "observed_on", N_ ("Edit Date") },
  { "tags", N_ ("Edit Tags") },
  { "changed_on", N_ ("Edit Date") },
  { "reason", N_ ("Edit Reason") },
  { "image", N_ ("Change Image") },
  { "target_year", N_ ("Edit Target Year") },
  { "narrative", N_ ("Edit Narrative") },
  { "text", N_ ("Edit Text") },
  { "start_year", N_ ("Edit First Year") },
  { "end_year", N_ ("Edit Last Year") },
  { "group", N_ ("Change Competence Group") },
  { "scheme", N_ ("Change Scheme") },
  { "uri", N_ ("Edit Identifier") },
  { "version", N_ ("Edit Version") },
  { "importance", N_ ("Change Importance") },
  { "direction", N_ ("Change Direction") },
  { "code", N_ ("Edit Code") },
  { "decision", N_ ("Edit Decision") },
  { "carrier", N_ ("Edit Who Carries It Out") },
  { "due_on", N_ ("Edit By When") },
};

const char *
luotain_field_label (const char *column)
{
  for (guint i = 0; column != NULL && i < G_N_ELEMENTS (labels); i++)
    {
      const char *rest = column + strlen (labels[i].field);
      LuotainLanguage language;

      if (!g_str_has_prefix (column, labels[i].field))
        continue;
      if (*rest == '\0' || (*rest == '_' && luotain_language_parse (rest + 1, &language)))
        return labels[i].label;
    }
  return N_ ("Edit");
}
