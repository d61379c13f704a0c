#include "config.h"

#include "luotain-coverage-words.h"

#include "luotain-date.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

#define DECISION_CHARACTERS 80

const char *
luotain_coverage_sign (const LuotainCoverageRow *row)
{
  static const char *const signs[] = { "○", "◐", "●" };

  return signs[row->kind];
}

char *
luotain_coverage_dup_robustness (const LuotainCoverageRow *row)
{
  if (row->n_columns <= 1)
    return g_strdup (_ ("Needed in the only scenario with a profile"));

  if (row->n_scenarios >= row->n_columns)
    return g_strdup_printf (
        ngettext ("Needed in all %u scenario", "Needed in all %u scenarios", row->n_columns), row->n_columns);

  /* Translators: so many of so many scenarios. */
  return g_strdup_printf (_ ("Needed in %u of %u scenarios"), row->n_scenarios, row->n_columns);
}

char *
luotain_coverage_dup_facts (const LuotainCoverageRow *row, LuotainWordList *words)
{
  const char *group = luotain_word_list_title (words, "competence-group", row->group);
  g_autofree char *robustness = luotain_coverage_dup_robustness (row);

  return g_strjoin (" · ", row->level_title != NULL ? row->level_title : _ ("Without Role Level"),
                    group != NULL ? group : _ ("Without Group"), robustness, row->sector_title, NULL);
}

char *
luotain_coverage_dup_work (const LuotainCoverageView *view)
{
  GString *text = g_string_new (NULL);
  g_autofree char *decision = view->decision != NULL
                                  ? luotain_text_excerpt (view->decision, DECISION_CHARACTERS)
                                  : NULL;
  g_autofree char *day = luotain_date_to_display (view->due_on);

  for (guint i = 0; i < view->units->len; i++)
    {
      const LuotainCoverageUnit *unit = view->units->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", unit->title != NULL ? unit->title : "–");
    }

  luotain_text_add_part (text, " · ", decision);
  luotain_text_add_part (text, " · ", view->carrier);
  if (*day != '\0')
    {
      /* Translators: a day by which something is to be done. */
      g_autofree char *by = g_strdup_printf (_ ("by %s"), day);

      luotain_text_add_part (text, " · ", by);
    }

  return g_string_free (text, FALSE);
}

char *
luotain_coverage_dup_status (const LuotainCoverageView *view)
{
  GString *text = g_string_new (luotain_coverage_status_label (view->status));

  if (view->differs)
    g_string_append_printf (text, ", %s", _ ("scenarios differ"));
  if (view->overdue)
    g_string_append_printf (text, ", %s", _ ("overdue"));

  return g_string_free (text, FALSE);
}

const char *
luotain_coverage_status_icon (LuotainCoverageStatus status)
{
  static const char *const icons[] = {
    "luotain-not-at-all-symbolic",
    "luotain-partly-symbolic",
    "luotain-not-looked-at-symbolic",
    "luotain-covered-symbolic",
  };

  return icons[status];
}

char *
luotain_coverage_dup_summary (const LuotainCoverageSheet *sheet, guint organisation)
{
  const LuotainCoverageOrganisation *counts = sheet->organisations->pdata[organisation];
  const guint n_open = counts->n_rows[LUOTAIN_COVERAGE_NOT_LOOKED_AT];
  GString *text = g_string_new (NULL);
  g_autofree char *open = n_open == 0
                              ? g_strdup (_ ("all looked at"))
                              : g_strdup_printf (_ ("%u of %u not yet looked at"), n_open, sheet->rows->len);
  g_autofree char *needed = g_strdup_printf (ngettext ("%u needed in all scenarios is not fully covered",
                                                       "%u needed in all scenarios are not fully covered",
                                                       counts->n_needed),
                                             counts->n_needed);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", counts->n_overdue),
                                              counts->n_overdue);

  luotain_text_add_part (text, " · ", open);
  if (counts->n_needed > 0)
    luotain_text_add_part (text, " · ", needed);
  if (counts->n_overdue > 0)
    luotain_text_add_part (text, " · ", overdue);

  return g_string_free (text, FALSE);
}
