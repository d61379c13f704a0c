#include "luotain-why-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *type;
  const char *icon;
} icons[] = {
  { "session", "luotain-session-symbolic" },
  { "source", "luotain-source-symbolic" },
  { "finding", "luotain-finding-symbolic" },
  { "key-variable", "luotain-key-variable-symbolic" },
  { "state", "luotain-state-symbolic" },
  { "scenario", "luotain-scenario-symbolic" },
  { "frame-scenario", "luotain-frame-scenario-symbolic" },
  { "passage", "luotain-passage-symbolic" },
  { "period", "luotain-period-symbolic" },
  { "profile", "luotain-profile-symbolic" },
  { "profile-entry", "luotain-profile-entry-symbolic" },
  { "competence", "luotain-competence-symbolic" },
  { "curriculum-unit", "luotain-curriculum-unit-symbolic" },
};

static const struct
{
  const char *role;
  const char *upstream; /* the step is behind the one before it */
  const char *downstream; /* the step stands on the one before it */
} words[] = {
  { "session", N_ ("Caught in"), N_ ("Caught there") },
  { "source", N_ ("Source"), N_ ("Has it as source") },
  { "evidence", N_ ("Evidence"), N_ ("Supported by it") },
  { "driver", N_ ("Driver"), N_ ("Driven by it") },
  { "path", N_ ("On the path"), N_ ("Path leads through it") },
  { "frame", N_ ("Leans on"), N_ ("Leans on it") },
  { "scenario", N_ ("Made for"), N_ ("Made for it") },
  { "rests-on", N_ ("Rests on"), N_ ("Rests on it") },
  { "competence", N_ ("Needed for"), N_ ("Names the competence") },
  { "covers", N_ ("Teaches"), N_ ("Teaches it") },
  { "owner", N_ ("Belongs to"), N_ ("Part of it") },
};

const char *
luotain_why_icon_name (const LuotainRecordType *type)
{
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (icons); i++)
    {
      if (g_str_equal (icons[i].type, type->name))
        return icons[i].icon;
    }

  return "luotain-record-symbolic";
}

const char *
luotain_why_role_words (const char *role, LuotainChainDirection direction)
{
  for (gsize i = 0; role != NULL && i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i].role, role))
        return _ (direction == LUOTAIN_CHAIN_UPSTREAM ? words[i].upstream : words[i].downstream);
    }

  return NULL;
}

const char *
luotain_why_missing_words (const char *missing)
{
  if (g_strcmp0 (missing, "competence") == 0)
    return _ ("Has no competence yet, or the one it had was deleted.");
  if (g_strcmp0 (missing, "role-level") == 0 || g_strcmp0 (missing, "role_level") == 0)
    return _ ("Has no role level or job title yet, or the one it had was deleted.");
  if (g_strcmp0 (missing, "scenario") == 0)
    return _ ("Has no scenario yet, or the one it had was deleted.");
  return _ ("Something it needs is missing.");
}
