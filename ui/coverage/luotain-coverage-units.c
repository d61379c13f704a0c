#include "config.h"

#include "luotain-coverage-units.h"

#include "luotain-children.h"
#include "luotain-coverage-edit.h"
#include "luotain-record-picker.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainCoverageUnits
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 organisation;
  gint64 entry;
  GArray *taught; /* (element-type gint64): units that are shown */
  GCancellable *cancellable;

  GtkWidget *rows;
  GtkWidget *picker;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (LuotainCoverageUnits, luotain_coverage_units, GTK_TYPE_WIDGET)

static void
teach (LuotainCoverageUnits *self, const char *label, gint64 unit, const char *title, gboolean leave)
{
  LuotainCoverageTeach *edit;

  if (self->organisation == 0 || self->entry == 0)
    return;

  edit = luotain_coverage_teach_new (self->organisation, self->entry, unit, title);
  edit->leave = leave;
  luotain_context_do (self->context, label, luotain_coverage_teach_run, edit,
                      (GDestroyNotify) luotain_coverage_teach_free, g_free, NULL, NULL);
}

static void
picked_cb (LuotainCoverageUnits *self, gint64 id)
{
  teach (self, N_ ("Add Curriculum Unit"), id, NULL, FALSE);
}

static void
create_cb (LuotainCoverageUnits *self, const char *text)
{
  teach (self, N_ ("Add Curriculum Unit"), 0, text, FALSE);
}

static void
remove_cb (LuotainCoverageUnits *self, GtkWidget *button)
{
  const gint64 *unit = g_object_get_data (G_OBJECT (button), "unit");

  teach (self, N_ ("Remove Curriculum Unit"), *unit, NULL, TRUE);
}

static GtkWidget *
row_new (LuotainCoverageUnits *self, const LuotainCoverageUnit *unit)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = unit->code != NULL ? g_strdup_printf ("%s · %s", unit->title, unit->code)
                                             : g_strdup (unit->title != NULL ? unit->title : "–");
  g_autofree char *name = g_strdup_printf (_ ("Not Taught in “%s”"), unit->title != NULL ? unit->title : "–");
  GtkWidget *label = luotain_wrapped_label_new (text, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_visible (button, luotain_context_get_writable (self->context));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "unit", g_memdup2 (&unit->id, sizeof unit->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static void
foreign_read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainCoverageUnits *self = owner;
  g_autoptr (GArray) excluded = result;

  if (!success)
    return;

  if (self->taught->len > 0)
    g_array_append_vals (excluded, self->taught->data, self->taught->len);
  luotain_record_picker_set_excluded (LUOTAIN_RECORD_PICKER (self->picker), excluded);
}

static void
read_foreign (LuotainCoverageUnits *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, luotain_coverage_foreign_units_run,
                        g_memdup2 (&self->organisation, sizeof self->organisation), g_free,
                        (GDestroyNotify) g_array_unref, self->cancellable, foreign_read_cb, self);
}

void
luotain_coverage_units_show (LuotainCoverageUnits *self, const LuotainCoverageOrganisation *organisation,
                             gint64 entry, const LuotainCoverageView *view)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_UNITS (self));

  self->organisation = organisation->id;
  self->entry = entry;
  g_array_set_size (self->taught, 0);
  luotain_children_clear_box (GTK_BOX (self->rows));

  for (guint i = 0; i < view->units->len; i++)
    {
      const LuotainCoverageUnit *unit = view->units->pdata[i];

      g_array_append_val (self->taught, unit->id);
      gtk_box_append (GTK_BOX (self->rows), row_new (self, unit));
    }

  gtk_widget_set_visible (self->hint, organisation->n_units == 0);
  gtk_widget_set_visible (self->picker, luotain_context_get_writable (self->context));
  read_foreign (self);
}

void
luotain_coverage_units_set_context (LuotainCoverageUnits *self, LuotainContext *context)
{
  g_return_if_fail (LUOTAIN_IS_COVERAGE_UNITS (self));

  g_set_object (&self->context, context);
  g_object_set (self->picker, "context", context, NULL);
}

static void
luotain_coverage_units_dispose (GObject *object)
{
  LuotainCoverageUnits *self = LUOTAIN_COVERAGE_UNITS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  luotain_children_unparent (GTK_WIDGET (self));
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_coverage_units_parent_class)->dispose (object);
}

static void
luotain_coverage_units_finalize (GObject *object)
{
  g_array_unref (LUOTAIN_COVERAGE_UNITS (object)->taught);

  G_OBJECT_CLASS (luotain_coverage_units_parent_class)->finalize (object);
}

static void
luotain_coverage_units_class_init (LuotainCoverageUnitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_coverage_units_dispose;
  G_OBJECT_CLASS (klass)->finalize = luotain_coverage_units_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
luotain_coverage_units_init (LuotainCoverageUnits *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->taught = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->picker = luotain_record_picker_new ();
  g_object_set (self->picker, "types", "curriculum-unit", "label", _ ("Add Curriculum Unit"), "create-label",
                _ ("New Unit “%s”"), "halign", GTK_ALIGN_START, NULL);
  g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "create", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->picker, "links");
  gtk_widget_set_parent (self->picker, GTK_WIDGET (self));
  self->hint = gtk_label_new (_ ("The organisation has no curriculum units yet. Write the first one here, or "
                                 "import a qualification structure that ePerusteet has published."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}
