#pragma once

#include "luotain-bag.h"

G_BEGIN_DECLS

/*
 * When packages were verified, and how that ended: kept in the user's state folder, by the path of the package and what it
 * says it is. A package that was replaced by another one has not been verified.
 */

/** LuotainVerified: when a package was last verified here. */
typedef struct
{
  gint64 when; /* seconds since 1970, UTC; 0 for never */
  gboolean whole; /* whether no fault was found */
} LuotainVerified;

/**
 * luotain_verified_remember:
 * @package: the folder or zip
 * @bag: what was found; one that was not verified is forgotten
 *
 * Where the note cannot be written the package counts as not verified; that is no failure.
 */
void luotain_verified_remember (GFile *package, const LuotainBag *bag);

/** luotain_verified_load: (transfer full): all that is remembered, for luotain_verified_look(). */
GKeyFile *luotain_verified_load (void);

/** luotain_verified_look: when that very package was verified. */
LuotainVerified luotain_verified_look (GKeyFile *notes, GFile *package, const LuotainBag *bag);

G_END_DECLS
