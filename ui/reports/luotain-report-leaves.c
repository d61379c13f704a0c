#include "config.h"

#include "luotain-report-leaves.h"

#include <glib/gi18n.h>

struct _LuotainReportLeaf
{
  GObject parent_instance;

  LuotainReportLeaves *leaves;
  guint index;
};

struct _LuotainReportLeaves
{
  GObject parent_instance;

  LuotainReportPdf *pages;
};

static void list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (LuotainReportLeaf, luotain_report_leaf, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (LuotainReportLeaves, luotain_report_leaves, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init))

enum
{
  PROP_LABEL = 1
};

/* ---- a page ---- */

static char *
describe (LuotainReportLeaf *self)
{
  LuotainReportPdf *pages = self->leaves->pages;
  g_autofree char *text = luotain_report_pdf_get_text (pages, self->index);
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), self->index + 1,
                                             luotain_report_pdf_get_n_pages (pages));

  return g_strdup_printf ("%s: %s", number, text);
}

static void
luotain_report_leaf_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_LABEL)
    g_value_take_string (value, describe (LUOTAIN_REPORT_LEAF (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_report_leaf_finalize (GObject *object)
{
  g_object_unref (LUOTAIN_REPORT_LEAF (object)->leaves);
  G_OBJECT_CLASS (luotain_report_leaf_parent_class)->finalize (object);
}

static void
luotain_report_leaf_class_init (LuotainReportLeafClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = luotain_report_leaf_get_property;
  object_class->finalize = luotain_report_leaf_finalize;
  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
luotain_report_leaf_init (LuotainReportLeaf *self)
{
}

LuotainReportPdf *
luotain_report_leaf_get_pages (LuotainReportLeaf *self)
{
  g_return_val_if_fail (LUOTAIN_IS_REPORT_LEAF (self), NULL);

  return self->leaves->pages;
}

guint
luotain_report_leaf_get_index (LuotainReportLeaf *self)
{
  g_return_val_if_fail (LUOTAIN_IS_REPORT_LEAF (self), 0);

  return self->index;
}

/* ---- all of them, made as they are looked at ---- */

static GType
get_item_type (GListModel *model)
{
  return LUOTAIN_TYPE_REPORT_LEAF;
}

static guint
get_n_items (GListModel *model)
{
  return luotain_report_pdf_get_n_pages (LUOTAIN_REPORT_LEAVES (model)->pages);
}

static gpointer
get_item (GListModel *model, guint position)
{
  LuotainReportLeaf *leaf;

  if (position >= get_n_items (model))
    return NULL;

  leaf = g_object_new (LUOTAIN_TYPE_REPORT_LEAF, NULL);
  leaf->leaves = g_object_ref (LUOTAIN_REPORT_LEAVES (model));
  leaf->index = position;
  return leaf;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
luotain_report_leaves_finalize (GObject *object)
{
  luotain_report_pdf_free (LUOTAIN_REPORT_LEAVES (object)->pages);
  G_OBJECT_CLASS (luotain_report_leaves_parent_class)->finalize (object);
}

static void
luotain_report_leaves_class_init (LuotainReportLeavesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = luotain_report_leaves_finalize;
}

static void
luotain_report_leaves_init (LuotainReportLeaves *self)
{
}

LuotainReportLeaves *
luotain_report_leaves_new (LuotainReportPdf *pages)
{
  LuotainReportLeaves *self = g_object_new (LUOTAIN_TYPE_REPORT_LEAVES, NULL);

  self->pages = pages;
  return self;
}
