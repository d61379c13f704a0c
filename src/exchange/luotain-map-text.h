#pragma once

#include "luotain-map-query.h"

G_BEGIN_DECLS

/** luotain_map_text_rating: (transfer full): a rating as people read it: `4`, `3,5 (median, n = 22)`; "" for none. */
char *luotain_map_text_rating (const LuotainMapData *data, guint finding, LuotainMapScale scale);

/** luotain_map_text_dimensions: (transfer full): titles of a finding's dimensions, commas between; "" for none. */
char *luotain_map_text_dimensions (const LuotainMapData *data, guint finding);

/** luotain_map_text_kind: (transfer none): the title of its kind, or that it has none. */
const char *luotain_map_text_kind (const LuotainMapData *data, guint finding);

/** luotain_map_text_details: (transfer full): all the map says of a finding besides its title. */
char *luotain_map_text_details (const LuotainMapData *data, guint finding);

/** luotain_map_text_finding: (transfer full): all the map says of a finding, as a sentence for who cannot see it. */
char *luotain_map_text_finding (const LuotainMapData *data, guint finding);

G_END_DECLS
