#include "config.h"

#include "luotain-archive-page.h"
#include "luotain-coverage-page.h"
#include "luotain-editions-page.h"
#include "luotain-findings-map.h"
#include "luotain-findings-page.h"
#include "luotain-pages.h"
#include "luotain-profiles-page.h"
#include "luotain-reports-page.h"
#include "luotain-scenarios-page.h"
#include "luotain-sessions-page.h"
#include "luotain-table-page.h"

#include <glib/gi18n.h>

static const char *const finding_types[] = { "finding", "source", "kind-change", "rating", NULL };
static const char *const session_types[] = { "session", "working-group", NULL };
static const char *const map_types[] = { "finding", "rating", NULL };
static const char *const table_types[] = { "key-variable", "state", NULL };
static const char *const table_shows[] = { "scenario", "exclusion", NULL };
static const char *const scenario_types[] = { "scenario", "passage",        "period", "key-variable",
                                              "state",    "frame-scenario", NULL };
static const char *const profile_types[] = { "profile",    "profile-entry",
                                             "competence", "external-identifier",
                                             "job-title",  NULL };
static const char *const coverage_types[] = { "coverage", "organisation", "curriculum-unit", NULL };
static const char *const edition_types[] = { "addendum", NULL };
static const char *const report_types[] = { NULL };
static const char *const archive_types[] = { NULL };

static const LuotainPageInfo pages[] = {
  {
      .name = "findings",
      .title = N_ ("Findings"),
      .icon_name = "luotain-finding-symbolic",
      .group = N_ ("Scan"),
      .counts = "finding",
      .types = finding_types,
      .new_page = luotain_findings_page_new,
  },
  {
      .name = "sessions",
      .title = N_ ("Sessions"),
      .icon_name = "luotain-session-symbolic",
      .group = N_ ("Scan"),
      .counts = "session",
      .types = session_types,
      .new_page = luotain_sessions_page_new,
  },
  {
      .name = "map",
      .title = N_ ("Map"),
      .icon_name = "luotain-map-symbolic",
      .group = N_ ("Make Sense"),
      .types = map_types,
      .new_page = luotain_findings_map_new,
  },
  {
      .name = "table",
      .title = N_ ("Table"),
      .icon_name = "luotain-table-symbolic",
      .group = N_ ("Make Sense"),
      .counts = "key-variable",
      .types = table_types,
      .shows = table_shows,
      .new_page = luotain_table_page_new,
  },
  {
      .name = "scenarios",
      .title = N_ ("Scenarios"),
      .icon_name = "luotain-scenario-symbolic",
      .group = N_ ("Make Sense"),
      .counts = "scenario",
      .types = scenario_types,
      .new_page = luotain_scenarios_page_new,
  },
  {
      .name = "profiles",
      .title = N_ ("Profiles"),
      .icon_name = "luotain-profile-symbolic",
      .group = N_ ("Take Up"),
      .counts = "profile",
      .types = profile_types,
      .new_page = luotain_profiles_page_new,
  },
  {
      .name = "coverage",
      .title = N_ ("Coverage"),
      .icon_name = "luotain-coverage-symbolic",
      .group = N_ ("Take Up"),
      .types = coverage_types,
      .new_page = luotain_coverage_page_new,
  },
  {
      .name = "editions",
      .title = N_ ("Editions"),
      .icon_name = "luotain-edition-symbolic",
      .group = N_ ("Take Up"),
      .types = edition_types,
      .new_page = luotain_editions_page_new,
  },
  {
      .name = "reports",
      .title = N_ ("Reports"),
      .icon_name = "x-office-document-symbolic",
      .group = N_ ("Take Up"),
      .types = report_types,
      .new_page = luotain_reports_page_new,
  },
  {
      .name = "archive",
      .title = N_ ("Archive"),
      .icon_name = "luotain-archive-symbolic",
      .group = N_ ("Take Up"),
      .types = archive_types,
      .new_page = luotain_archive_page_new,
  },
};

const LuotainPageInfo *
luotain_pages_get (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

int
luotain_pages_number (const char *name)
{
  const LuotainPageInfo *page = luotain_pages_find (name);

  return page != NULL ? (int) (page - pages) + 1 : 0;
}

const LuotainPageInfo *
luotain_pages_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return &pages[i];
  return NULL;
}

const LuotainPageInfo *
luotain_pages_for_type (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (luotain_page_info_shows (&pages[i], type))
      return &pages[i];
  return NULL;
}

gboolean
luotain_page_info_shows (const LuotainPageInfo *self, const char *type)
{
  return g_strv_contains (self->types, type);
}
