#include "config.h"

#include "luotain-report-contents.h"

#include <glib/gi18n.h>

struct _LuotainReportContents
{
  AdwBin parent_instance;

  GtkCheckButton *checks[LUOTAIN_REPORT_N_PARTS]; /* %NULL for what is not offered here */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (LuotainReportContents, luotain_report_contents, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the parts; two editions are chosen where they are compared, not here. */
static const char *const titles[LUOTAIN_REPORT_N_PARTS] = {
  N_ ("Findings"),
  N_ ("Map"),
  N_ ("Futures Table"),
  N_ ("Scenarios"),
  N_ ("Competence Profiles"),
  N_ ("Competences Across Scenarios"),
  N_ ("Coverage"),
  N_ ("Chain of Reasons"),
  NULL,
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
    if (self->checks[i] != NULL && gtk_check_button_get_active (self->checks[i]))
      parts |= 1 << i;
  return parts;
}

void
luotain_report_contents_set_parts (LuotainReportContents *self, LuotainReportParts parts)
{
  g_return_if_fail (LUOTAIN_IS_REPORT_CONTENTS (self));

  self->filling = TRUE;
  for (guint i = 0; i < LUOTAIN_REPORT_N_PARTS; i++)
    if (self->checks[i] != NULL)
      gtk_check_button_set_active (self->checks[i], (parts & (1 << i)) != 0);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
luotain_report_contents_class_init (LuotainReportContentsClass *klass)
{
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

      if (titles[i] == NULL)
        continue;
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

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
luotain_report_contents_new (void)
{
  return g_object_new (LUOTAIN_TYPE_REPORT_CONTENTS, NULL);
}
