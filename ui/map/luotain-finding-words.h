#pragma once

#include "luotain-map-query.h"

G_BEGIN_DECLS

/**
 * luotain_finding_words_scale:
 * @scale: a scale
 *
 * Returns: (transfer none): its name, translated: “Impact”
 */
const char *luotain_finding_words_scale (LuotainMapScale scale);

/** luotain_finding_words_direction: (transfer none): “weakening”, “established” or “strengthening”, translated. */
const char *luotain_finding_words_direction (double value);

/**
 * luotain_finding_words_finding:
 * @data: a map's data
 * @finding: index of a finding
 *
 * Returns: (transfer full): all the map shows of it, without its title, in one line
 */
char *luotain_finding_words_finding (const LuotainMapData *data, guint finding);

G_END_DECLS
