#include "luotain-profile-walk.h"

/* How much worse a step aside is than one ahead. */
#define ASIDE 3.0f

typedef struct
{
  float start;
  float end;
} Span;

/* The extents of a rectangle along the way and across it, the way always leading to larger numbers. */
static void
turn (const graphene_rect_t *rect, GtkDirectionType direction, Span *along, Span *across)
{
  const Span x = { rect->origin.x, rect->origin.x + rect->size.width };
  const Span y = { rect->origin.y, rect->origin.y + rect->size.height };

  *across = direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT ? y : x;
  if (direction == GTK_DIR_RIGHT)
    *along = x;
  else if (direction == GTK_DIR_LEFT)
    *along = (Span){ -x.end, -x.start };
  else if (direction == GTK_DIR_DOWN)
    *along = y;
  else
    *along = (Span){ -y.end, -y.start };
}

/* Below 0 where @to is not ahead of @from. */
static float
distance (const graphene_rect_t *from, const graphene_rect_t *to, GtkDirectionType direction)
{
  Span along_from;
  Span along_to;
  Span across_from;
  Span across_to;
  float aside;

  turn (from, direction, &along_from, &across_from);
  turn (to, direction, &along_to, &across_to);
  if (along_to.start < along_from.end - 1.0f)
    return -1.0f;

  aside = MAX (0.0f, MAX (across_to.start - across_from.end, across_from.start - across_to.end));
  /* Of several that are straight ahead the one that is best in line. */
  return along_to.start - along_from.end + 1.0f + ASIDE * aside
         + 0.05f * ABS (across_to.start - across_from.start);
}

GtkWidget *
luotain_profile_walk (GtkWidget *area, GtkWidget *from, GPtrArray *targets, GtkDirectionType direction)
{
  GtkWidget *best = NULL;
  float best_distance = G_MAXFLOAT;
  graphene_rect_t start;

  if (!gtk_widget_compute_bounds (from, area, &start))
    return NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      graphene_rect_t bounds;
      float far;

      if (targets->pdata[i] == from || !gtk_widget_get_mapped (targets->pdata[i])
          || !gtk_widget_compute_bounds (targets->pdata[i], area, &bounds))
        continue;
      far = distance (&start, &bounds, direction);
      if (far >= 0 && far < best_distance)
        {
          best = targets->pdata[i];
          best_distance = far;
        }
    }
  return best;
}
