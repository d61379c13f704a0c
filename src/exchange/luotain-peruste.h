#pragma once

#include "luotain-faults.h"
#include "luotain-language.h"

G_BEGIN_DECLS

/** LUOTAIN_PERUSTE_MAX_*: what a file may hold. */
#define LUOTAIN_PERUSTE_MAX_BYTES (64 * 1024 * 1024)
#define LUOTAIN_PERUSTE_MAX_DEPTH 64
#define LUOTAIN_PERUSTE_MAX_UNITS 20000

/** LUOTAIN_PERUSTE_SERVICE: the public service, whose addresses name what has no code. */
#define LUOTAIN_PERUSTE_SERVICE "https://virkailija.opintopolku.fi/eperusteet-service/api/external/peruste/"

/** LuotainPerusteUnit: a qualification, a unit of it or a requirement. */
typedef struct
{
  LuotainTranslated title;
  LuotainTranslated description;
  char *code; /* (nullable): address of its code (koodi.uri); of the qualification the register number */
  char *address; /* where it stands in the public service; the same from file to file */
  GPtrArray *parts; /* (element-type LuotainPerusteUnit) */
} LuotainPerusteUnit;

/** LuotainPeruste: the structure of a qualification as ePerusteet publishes it. */
typedef struct
{
  LuotainPerusteUnit *root;
  guint n_units; /* the root among them */
  GPtrArray *notes; /* (element-type utf8): sentences on what was not understood or left out */
} LuotainPeruste;

/**
 * luotain_peruste_read:
 * @data: JSON
 * @length: in bytes
 * @file: what to call it in messages
 * @faults: where to add why it is none
 *
 * Reads the structure of a national qualification: units (tutkinnonOsat, or the parts of a content tree) with their requirements
 * (ammattitaitovaatimukset, osaamistavoitteet, tavoitteet) in Finnish, Swedish and English. HTML becomes plain text. What is not
 * understood becomes a note, one for each kind of member.
 *
 * Returns: (transfer full) (nullable): the structure; %NULL where a fault was added
 */
LuotainPeruste *luotain_peruste_read (const char *data, gsize length, const char *file,
                                      LuotainFaults *faults);
void luotain_peruste_free (LuotainPeruste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LuotainPeruste, luotain_peruste_free)

G_END_DECLS
