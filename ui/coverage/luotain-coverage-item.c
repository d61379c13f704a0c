#include "config.h"

#include "luotain-coverage-item.h"

struct _LuotainCoverageItem
{
  GObject parent_instance;

  const LuotainCoverageSheet *sheet;
  const LuotainCoverageRow *row;
  gint64 competence, level, sector;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageItem, luotain_coverage_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
luotain_coverage_item_class_init (LuotainCoverageItemClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_COVERAGE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_coverage_item_init (LuotainCoverageItem *self)
{
}

LuotainCoverageItem *
luotain_coverage_item_new (const LuotainCoverageSheet *sheet, const LuotainCoverageRow *row)
{
  LuotainCoverageItem *self = g_object_new (LUOTAIN_TYPE_COVERAGE_ITEM, NULL);

  luotain_coverage_item_set (self, sheet, row);
  return self;
}

void
luotain_coverage_item_set (LuotainCoverageItem *self, const LuotainCoverageSheet *sheet,
                           const LuotainCoverageRow *row)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_ITEM (self));

  self->sheet = sheet;
  self->row = row;
  self->competence = row->competence;
  self->level = row->level;
  self->sector = row->sector;
  g_signal_emit (self, signals[CHANGED], 0);
}

const LuotainCoverageRow *
luotain_coverage_item_get_row (LuotainCoverageItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_ITEM (self), NULL);

  return self->row;
}

const LuotainCoverageSheet *
luotain_coverage_item_get_sheet (LuotainCoverageItem *self)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_ITEM (self), NULL);

  return self->sheet;
}

gboolean
luotain_coverage_item_is (LuotainCoverageItem *self, const LuotainCoverageRow *row)
{
  g_return_val_if_fail (LUOTAIN_IS_COVERAGE_ITEM (self), FALSE);

  return self->competence == row->competence && self->level == row->level && self->sector == row->sector;
}
