#include "config.h"

#include "luotain-report-contents.h"

#include "luotain-edition.h"

#include <glib/gi18n.h>

struct _LuotainReportContents
{
  AdwBin parent_instance;

  LuotainContext *context;
  GCancellable *cancellable;
  GtkCheckButton *checks[LUOTAIN_REPORT_N_PARTS];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LuotainReportContents, luotain_report_contents, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which of the parts it is that is there only where there are editions. */
#define EDITIONS 8

/* In the order of the parts. */
static const char *const titles[LUOTAIN_REPORT_N_PARTS] = {
  N_ ("Findings"),
  N_ ("Map"),
  N_ ("Futures Table"),
  N_ ("Scenarios"),
  N_ ("Competence Profiles"),
  N_ ("Competences Across Scenarios"),
  N_ ("Coverage"),
  N_ ("Chain of Reasons"),
  N_ ("Changes Since the Last Edition"),
  N_ ("Sources"),
};

static void
toggled_cb (LuotainReportContents *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

LuotainReportParts
luotain_report_contents_get_parts (LuotainReportContents *self)
{
  LuotainReportParts parts = 0;

  g_return_val_if_fail (LUOTAIN_IS_REPORT_CONTENTS (self), 0);

  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    if (gtk_widget_get_visible (GTK_WIDGET (self->checks[i]))
        && gtk_check_button_get_active (self->checks[i]))
      parts |= 1 << i;
  return parts;
}

void
luotain_report_contents_set_parts (LuotainReportContents *self, LuotainReportParts parts)
{
  g_return_if_fail (LUOTAIN_IS_REPORT_CONTENTS (self));

  self->filling = TRUE;
  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    gtk_check_button_set_active (self->checks[i], (parts & (1 << i)) != 0);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
listed_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainReportContents *self = LUOTAIN_REPORT_CONTENTS (owner);
  g_autoptr (GPtrArray) editions = result;

  if (success)
    gtk_widget_set_visible (GTK_WIDGET (self->checks[EDITIONS]), editions->len > 0);
}

static gboolean
list_editions (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  *result = luotain_edition_list (db, error);
  return *result != NULL;
}

/* Editions come by no change of records, but the store tells of them all the same. */
static void
look_for_editions (LuotainReportContents *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, list_editions, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, listed_cb, self);
}

static void
luotain_report_contents_dispose (GObject *object)
{
  LuotainReportContents *self = LUOTAIN_REPORT_CONTENTS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_report_contents_parent_class)->dispose (object);
}

static void
luotain_report_contents_class_init (LuotainReportContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = luotain_report_contents_dispose;
  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_REPORT_CONTENTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_report_contents_init (LuotainReportContents *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Parts"));
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "choices");
  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    {
      GtkWidget *label;

      self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      label = gtk_label_new (_ (titles[i]));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_start (label, 6);
      gtk_check_button_set_child (self->checks[i], label);
      gtk_check_button_set_active (self->checks[i], (LUOTAIN_REPORT_USUAL & (1 << i)) != 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (titles[i]), -1);
      g_signal_connect_object (self->checks[i], "notify::active", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (list), GTK_WIDGET (self->checks[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->checks[EDITIONS]), FALSE);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
luotain_report_contents_new (LuotainContext *context)
{
  LuotainReportContents *self = g_object_new (LUOTAIN_TYPE_REPORT_CONTENTS, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (look_for_editions), self, G_CONNECT_SWAPPED);
  look_for_editions (self);
  return GTK_WIDGET (self);
}
