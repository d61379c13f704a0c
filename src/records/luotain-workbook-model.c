#include "config.h"

#include "luotain-workbook-model.h"

#include <glib/gi18n-lib.h>

#define TYPES(...) \
  (const char *const[]) \
  { \
    __VA_ARGS__, NULL \
  }

/* The order of the XML: what something stands on comes before it, as far as there is such an order. */
static const LuotainRecordType *const types[] = {
  &luotain_workbook_type,
  &luotain_vocabulary_entry_type,
  &luotain_sector_type,
  &luotain_working_group_type,
  &luotain_session_type,
  &luotain_source_type,
  &luotain_finding_type,
  &luotain_kind_change_type,
  &luotain_rating_type,
  &luotain_key_variable_type,
  &luotain_influence_type,
  &luotain_state_type,
  &luotain_exclusion_type,
  &luotain_judgement_type,
  &luotain_scenario_type,
  &luotain_passage_type,
  &luotain_period_type,
  &luotain_frame_scenario_type,
  &luotain_competence_type,
  &luotain_external_identifier_type,
  &luotain_role_level_type,
  &luotain_job_title_type,
  &luotain_profile_type,
  &luotain_profile_entry_type,
  &luotain_organisation_type,
  &luotain_curriculum_unit_type,
  &luotain_coverage_type,
  &luotain_addendum_type,
  NULL,
};

static const LuotainRole roles[] = {
  { "sector", N_ ("Sector"), TYPES ("session", "finding", "key-variable", "scenario", "profile", "job-title"),
    TYPES ("sector"), TRUE, LUOTAIN_CHAIN_NONE },
  { "serves", N_ ("Serves Sector"), TYPES ("working-group"), TYPES ("sector"), FALSE, LUOTAIN_CHAIN_NONE },
  { "group", N_ ("Working Group"), TYPES ("session"), TYPES ("working-group"), TRUE, LUOTAIN_CHAIN_NONE },
  { "session", N_ ("Session"), TYPES ("finding"), TYPES ("session"), TRUE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "source", N_ ("Source"),
    TYPES ("finding", "key-variable", "state", "scenario", "frame-scenario", "competence"), TYPES ("source"),
    FALSE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "evidence", N_ ("Evidence"), TYPES ("finding", "key-variable", "state", "passage", "period"),
    TYPES ("finding"), FALSE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "driver", N_ ("Driver"), TYPES ("scenario"), TYPES ("finding"), FALSE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "path", N_ ("Path"), TYPES ("scenario"), TYPES ("state"), FALSE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "frame", N_ ("Frame Scenario"), TYPES ("scenario"), TYPES ("frame-scenario"), TRUE,
    LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "scenario", N_ ("Scenario"), TYPES ("profile"), TYPES ("scenario"), TRUE, LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "rests-on", N_ ("Rests On"), TYPES ("profile-entry"),
    TYPES ("scenario", "key-variable", "state", "finding", "frame-scenario", "passage", "period"), FALSE,
    LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "competence", N_ ("Competence"), TYPES ("profile-entry"), TYPES ("competence"), TRUE,
    LUOTAIN_CHAIN_SOURCE_UPSTREAM },
  { "role-level", N_ ("Role Level"), TYPES ("profile-entry", "job-title"), TYPES ("role-level"), TRUE,
    LUOTAIN_CHAIN_NONE },
  { "job-title", N_ ("Job Title"), TYPES ("profile-entry"), TYPES ("job-title"), TRUE, LUOTAIN_CHAIN_NONE },
  { "excludes", N_ ("Excludes"), TYPES ("exclusion"), TYPES ("state"), TRUE, LUOTAIN_CHAIN_NONE, TRUE },
  { "influences", N_ ("Influences"), TYPES ("influence"), TYPES ("key-variable"), TRUE, LUOTAIN_CHAIN_NONE,
    TRUE },
  { "judges", N_ ("Judges"), TYPES ("judgement"), TYPES ("state"), TRUE, LUOTAIN_CHAIN_NONE, TRUE },
  { "covers", N_ ("Covers"), TYPES ("curriculum-unit"), TYPES ("competence"), FALSE,
    LUOTAIN_CHAIN_TARGET_UPSTREAM },
  { "part-of", N_ ("Part Of"), TYPES ("curriculum-unit"), TYPES ("curriculum-unit"), TRUE,
    LUOTAIN_CHAIN_NONE },
  { "assesses", N_ ("Assesses"), TYPES ("coverage"), TYPES ("profile-entry"), TRUE, LUOTAIN_CHAIN_NONE,
    TRUE },
  { "taught-in", N_ ("Taught In"), TYPES ("coverage"), TYPES ("curriculum-unit"), FALSE, LUOTAIN_CHAIN_NONE },
  { "about", N_ ("About"), TYPES ("addendum"),
    TYPES ("source", "finding", "key-variable", "state", "scenario", "passage", "period", "frame-scenario",
           "competence", "profile", "profile-entry", "curriculum-unit"),
    FALSE, LUOTAIN_CHAIN_NONE },
  { NULL },
};

const LuotainModel luotain_workbook_model = {
  .types = types,
  .roles = roles,
  .chain_owners = TYPES ("state", "profile-entry"),
  .chain_parts = TYPES ("passage", "period"),
};
