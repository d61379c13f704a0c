#include "luotain-futures-space.h"

#include "luotain-big-number.h"

#include <string.h>

#define DEFAULT_BUDGET 2000000
#define DEFAULT_LIMIT 10000

struct _LuotainFuturesSpace
{
  guint n_rows;
  guint *states;
  guint *offsets;
  guint8 *fixed;
  /* For a state of a row (the first two) and another row: its states that can coexist with it, and those not marked. */
  guint64 *coexist;
  guint64 *unmarked;
};

LuotainFuturesSpace *
luotain_futures_space_new (guint n_rows, const guint *n_states)
{
  LuotainFuturesSpace *self = g_new0 (LuotainFuturesSpace, 1);
  gsize size;

  g_assert (n_rows <= LUOTAIN_FUTURES_MAX_ROWS);

  self->n_rows = n_rows;
  self->states = g_memdup2 (n_states, sizeof (guint) * n_rows);
  self->offsets = g_new0 (guint, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      g_assert (n_states[row] <= LUOTAIN_FUTURES_MAX_STATES);
      /* A row of no states is treated as one of a single state. */
      self->offsets[row + 1] = self->offsets[row] + MAX (n_states[row], 1);
    }

  size = sizeof (guint64) * self->offsets[n_rows] * n_rows;
  self->fixed = g_malloc (MAX (n_rows, 1));
  memset (self->fixed, LUOTAIN_OPEN, MAX (n_rows, 1));
  self->coexist = g_malloc (MAX (size, 1));
  self->unmarked = g_malloc (MAX (size, 1));
  memset (self->coexist, 0xff, size);
  memset (self->unmarked, 0xff, size);
  return self;
}

void
luotain_futures_space_free (LuotainFuturesSpace *self)
{
  if (self == NULL)
    return;

  g_free (self->states);
  g_free (self->offsets);
  g_free (self->fixed);
  g_free (self->coexist);
  g_free (self->unmarked);
  g_free (self);
}

static gsize
place_of (const LuotainFuturesSpace *self, guint row, guint state, guint other)
{
  return (gsize) (self->offsets[row] + state) * self->n_rows + other;
}

void
luotain_futures_space_mark (LuotainFuturesSpace *self, guint row_a, guint state_a, guint row_b, guint state_b,
                            gboolean strikes)
{
  const guint64 bit_a = G_GUINT64_CONSTANT (1) << state_a;
  const guint64 bit_b = G_GUINT64_CONSTANT (1) << state_b;

  g_assert (row_a < self->n_rows && row_b < self->n_rows && row_a != row_b);
  g_assert (state_a < self->states[row_a] && state_b < self->states[row_b]);

  self->unmarked[place_of (self, row_a, state_a, row_b)] &= ~bit_b;
  self->unmarked[place_of (self, row_b, state_b, row_a)] &= ~bit_a;
  if (strikes)
    {
      self->coexist[place_of (self, row_a, state_a, row_b)] &= ~bit_b;
      self->coexist[place_of (self, row_b, state_b, row_a)] &= ~bit_a;
    }
}

void
luotain_futures_space_fix (LuotainFuturesSpace *self, guint row, guint state)
{
  g_assert (row < self->n_rows);
  g_assert (state == LUOTAIN_OPEN || state < self->states[row]);

  self->fixed[row] = (guint8) state;
}

guint
luotain_futures_space_n_pairs (const LuotainFuturesSpace *self)
{
  guint before = 0;
  guint pairs = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      pairs += before * self->states[row];
      before += self->states[row];
    }

  return pairs;
}

char *
luotain_futures_space_n_paths (const LuotainFuturesSpace *self)
{
  LuotainBigNumber n = { 0 };

  luotain_big_number_set (&n, 1);
  for (guint row = 0; row < self->n_rows; row++)
    luotain_big_number_multiply_by (&n, MAX (self->states[row], 1));

  return luotain_big_number_to_string (&n);
}

static guint64
all_states (guint n)
{
  return n == 0 ? 0 : G_MAXUINT64 >> (64 - n);
}

/* The states each row may still take. A row of none is taken as one of a single state that nothing strikes. */
static guint64 *
open_domains (const LuotainFuturesSpace *self)
{
  guint64 *domains = g_new (guint64, MAX (self->n_rows, 1));

  for (guint row = 0; row < self->n_rows; row++)
    domains[row] = self->fixed[row] == LUOTAIN_OPEN ? all_states (MAX (self->states[row], 1))
                                                    : G_GUINT64_CONSTANT (1) << self->fixed[row];

  return domains;
}

/* Takes @row to be in @state: what cannot coexist leaves the other rows. FALSE if one of them is left without a state. */
static gboolean
choose (const LuotainFuturesSpace *self, const guint64 *domains, guint row, guint state, guint64 *after)
{
  const guint64 *coexist = self->coexist + place_of (self, row, state, 0);

  for (guint other = 0; other < self->n_rows; other++)
    {
      after[other] = domains[other] & coexist[other];
      if (other == row)
        after[other] = G_GUINT64_CONSTANT (1) << state;
      if (after[other] == 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether two rows can still hurt each other. */
static gboolean
are_tied (const LuotainFuturesSpace *self, const guint64 *domains, guint row, guint other)
{
  for (guint64 rest = domains[row]; rest != 0; rest &= rest - 1)
    if ((domains[other] & ~self->coexist[place_of (self, row, (guint) __builtin_ctzll (rest), other)]) != 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  const LuotainFuturesSpace *space;
  guint64 budget;
} Count;

static gboolean count_rows (Count *count, const guint64 *domains, guint8 *rows, guint n,
                            LuotainBigNumber *result);

/* Moves the rows that hang together with the first one, through others or not, to the front; how many these are. */
static guint
gather_island (const Count *count, const guint64 *domains, guint8 *rows, guint n)
{
  guint size = 1;

  for (guint r = 0; r < size; r++)
    for (guint other = size; other < n; other++)
      if (are_tied (count->space, domains, rows[r], rows[other]))
        {
          const guint8 row = rows[other];

          rows[other] = rows[size];
          rows[size++] = row;
        }

  return size;
}

static guint
find_most_tied (const Count *count, const guint64 *domains, const guint8 *rows, guint n)
{
  guint best = 0;
  guint most = 0;

  for (guint r = 0; r < n; r++)
    {
      guint ties = 0;

      for (guint other = 0; other < n; other++)
        ties += other != r && are_tied (count->space, domains, rows[r], rows[other]);
      if (ties > most)
        {
          most = ties;
          best = r;
        }
    }

  return best;
}

/* The paths of rows that hang together: branch on the row that ties most, so that they fall apart. */
static gboolean
count_island (Count *count, const guint64 *domains, guint8 *rows, guint n, LuotainBigNumber *result)
{
  const guint picked = find_most_tied (count, domains, rows, n);
  const guint8 row = rows[picked];
  g_autofree guint64 *after = g_new (guint64, count->space->n_rows);
  g_autofree guint8 *rest = g_malloc (n);

  luotain_big_number_set (result, 0);
  rows[picked] = rows[0];
  rows[0] = row;
  for (guint64 states = domains[row]; states != 0; states &= states - 1)
    {
      LuotainBigNumber part = { 0 };

      if (count->budget == 0)
        return FALSE;
      count->budget--;
      if (!choose (count->space, domains, row, (guint) __builtin_ctzll (states), after))
        continue;
      memcpy (rest, rows + 1, n - 1);
      if (!count_rows (count, after, rest, n - 1, &part))
        return FALSE;
      luotain_big_number_add (result, &part);
    }

  return TRUE;
}

/* The paths of these rows: islands that do not hurt one another multiply. */
static gboolean
count_rows (Count *count, const guint64 *domains, guint8 *rows, guint n, LuotainBigNumber *result)
{
  luotain_big_number_set (result, 1);
  for (guint done = 0; done < n;)
    {
      const guint size = gather_island (count, domains, rows + done, n - done);
      LuotainBigNumber island = { 0 };

      if (size == 1)
        luotain_big_number_multiply_by (result, (guint32) __builtin_popcountll (domains[rows[done]]));
      else if (!count_island (count, domains, rows + done, size, &island))
        return FALSE;
      else
        luotain_big_number_multiply (result, &island);
      done += size;
    }

  return TRUE;
}

/* Two fixed rows may strike each other: then nothing remains. */
static gboolean
strike_fixed (const LuotainFuturesSpace *self, guint64 *domains)
{
  for (guint row = 0; row < self->n_rows; row++)
    if (self->fixed[row] != LUOTAIN_OPEN && !choose (self, domains, row, self->fixed[row], domains))
      return FALSE;

  return TRUE;
}

char *
luotain_futures_space_n_remaining (const LuotainFuturesSpace *self, guint64 node_budget)
{
  Count count = { self, node_budget != 0 ? node_budget : DEFAULT_BUDGET };
  g_autofree guint64 *domains = open_domains (self);
  g_autofree guint8 *rows = g_malloc (MAX (self->n_rows, 1));
  LuotainBigNumber result = { 0 };

  for (guint row = 0; row < self->n_rows; row++)
    rows[row] = (guint8) row;
  if (!strike_fixed (self, domains))
    luotain_big_number_set (&result, 0);
  else if (!count_rows (&count, domains, rows, self->n_rows, &result))
    return NULL;

  return luotain_big_number_to_string (&result);
}

/* Where a row is left with one state, what cannot coexist with it leaves the others, until nothing moves. FALSE if a row is left
 * without a state. */
static gboolean
settle (const LuotainFuturesSpace *self, guint64 *domains)
{
  guint64 settled[LUOTAIN_FUTURES_MAX_ROWS / 64 + 1] = { 0 };
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint row = 0; row < self->n_rows; row++)
        {
          const guint64 bit = G_GUINT64_CONSTANT (1) << (row % 64);

          if ((domains[row] & (domains[row] - 1)) != 0 || (settled[row / 64] & bit) != 0)
            continue;
          if (!choose (self, domains, row, (guint) __builtin_ctzll (domains[row]), domains))
            return FALSE;
          settled[row / 64] |= bit;
          moved = TRUE;
        }
    }

  return TRUE;
}

/* The open row with the fewest states, or the number of rows where all are decided. */
static guint
find_tightest (const LuotainFuturesSpace *self, const guint64 *domains)
{
  guint tightest = self->n_rows;
  int fewest = G_MAXINT;

  for (guint row = 0; row < self->n_rows; row++)
    {
      const int n = __builtin_popcountll (domains[row]);

      if (n > 1 && n < fewest)
        {
          fewest = n;
          tightest = row;
        }
    }

  return tightest;
}

/* Any one path within @domains, which become that path. */
static gboolean
find_one (const LuotainFuturesSpace *self, guint64 *domains)
{
  g_autofree guint64 *after = NULL;
  guint row;

  if (!settle (self, domains))
    return FALSE;

  row = find_tightest (self, domains);
  if (row == self->n_rows)
    return TRUE;

  after = g_new (guint64, self->n_rows);
  for (guint64 states = domains[row]; states != 0; states &= states - 1)
    {
      memcpy (after, domains, sizeof (guint64) * self->n_rows);
      after[row] = states & -states;
      if (find_one (self, after))
        {
          memcpy (domains, after, sizeof (guint64) * self->n_rows);
          return TRUE;
        }
    }

  return FALSE;
}

/* Every path that is found shows a state of each row to be possible, so few searches answer for all; but one that leaves a fixed
 * row shows it of that row alone. */
static void
find_possible_of (const LuotainFuturesSpace *self, const guint64 *domains, guint row, guint64 *possible)
{
  g_autofree guint64 *path = g_new (guint64, self->n_rows);

  for (guint64 states = domains[row]; states != 0; states &= states - 1)
    {
      const guint64 state = states & -states;

      if ((possible[row] & state) != 0)
        continue;
      memcpy (path, domains, sizeof (guint64) * self->n_rows);
      path[row] = state;
      if (!find_one (self, path))
        continue;
      if (self->fixed[row] != LUOTAIN_OPEN && path[row] >> self->fixed[row] != 1)
        possible[row] |= state;
      else
        for (guint other = 0; other < self->n_rows; other++)
          possible[other] |= path[other];
    }
}

gboolean
luotain_futures_space_possible (const LuotainFuturesSpace *self, guint64 *possible)
{
  g_autofree guint64 *domains = open_domains (self);
  g_autofree guint64 *any = g_memdup2 (domains, sizeof (guint64) * self->n_rows);
  const gboolean remains = find_one (self, any);

  memset (possible, 0, sizeof (guint64) * self->n_rows);
  for (guint row = 0; row < self->n_rows; row++)
    {
      const guint64 fixed = domains[row];

      domains[row] = all_states (MAX (self->states[row], 1));
      find_possible_of (self, domains, row, possible);
      domains[row] = fixed;
    }

  for (guint row = 0; row < self->n_rows; row++)
    if (self->states[row] == 0)
      possible[row] = 0;
  return remains;
}

typedef struct
{
  const LuotainFuturesSpace *space;
  GByteArray *paths;
  guint8 *path;
  gsize n;
  gsize limit;
  LuotainEnd end;
} List;

static void
list_from (List *list, guint row, const guint64 *domains)
{
  const LuotainFuturesSpace *space = list->space;
  g_autofree guint64 *after = NULL;

  if (row == space->n_rows)
    {
      if (list->n == list->limit)
        {
          list->end = LUOTAIN_END_LIMIT;
          return;
        }
      g_byte_array_append (list->paths, list->path, space->n_rows);
      list->n++;
      return;
    }

  after = g_new (guint64, space->n_rows);
  for (guint64 states = domains[row]; states != 0 && list->end == LUOTAIN_END_COMPLETE; states &= states - 1)
    {
      const guint state = (guint) __builtin_ctzll (states);

      list->path[row] = space->states[row] == 0 ? LUOTAIN_OPEN : (guint8) state;
      if (choose (space, domains, row, state, after))
        list_from (list, row + 1, after);
    }
}

guint8 *
luotain_futures_space_list (const LuotainFuturesSpace *self, gsize limit, gsize *n, LuotainEnd *end)
{
  g_autofree guint64 *domains = open_domains (self);
  g_autofree guint8 *path = g_malloc (MAX (self->n_rows, 1));
  List list = {
    self, g_byte_array_new (), path, 0, limit != 0 ? limit : DEFAULT_LIMIT, LUOTAIN_END_COMPLETE
  };

  if (strike_fixed (self, domains))
    list_from (&list, 0, domains);
  *n = list.n;
  *end = list.end;
  return g_byte_array_free (list.paths, FALSE);
}

guint
luotain_futures_space_marks (const LuotainFuturesSpace *self, const guint8 *path, guint *n_strikes)
{
  guint n_marks = 0;

  *n_strikes = 0;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint other = row + 1; other < self->n_rows; other++)
      if (path[row] != LUOTAIN_OPEN && path[other] != LUOTAIN_OPEN)
        {
          const gsize place = place_of (self, row, path[row], other);

          n_marks += (self->unmarked[place] >> path[other] & 1) == 0;
          *n_strikes += (self->coexist[place] >> path[other] & 1) == 0;
        }

  return n_marks;
}
