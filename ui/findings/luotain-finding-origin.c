#include "config.h"

#include "luotain-choices.h"
#include "luotain-date-entry.h"
#include "luotain-finding-origin.h"
#include "luotain-template.h"
#include "luotain-word-picker.h"

#include <glib/gi18n.h>

struct _LuotainFindingOrigin
{
  GtkWidget parent_instance;

  LuotainContext *context;
  gint64 id;
  gint64 session_id;

  GtkWidget *go_to_session;
  LuotainChoiceButton *session;
  LuotainChoiceButton *sector;
  GtkWidget *channel;
  GtkWidget *observed_on;
};

G_DEFINE_FINAL_TYPE (LuotainFindingOrigin, luotain_finding_origin, GTK_TYPE_WIDGET)

static void
sessions_opening_cb (LuotainFindingOrigin *self)
{
  luotain_choices_offer_sessions (self->session, self->context, 0);
}

static void
session_chosen_cb (LuotainFindingOrigin *self, const char *key)
{
  luotain_context_link (self->context, N_ ("Set Session"), self->id, "session", luotain_choices_get_id (key));
}

static void
go_to_session_cb (LuotainFindingOrigin *self)
{
  if (self->session_id != 0)
    luotain_context_go_to (self->context, self->session_id);
}

static void
sectors_opening_cb (LuotainFindingOrigin *self)
{
  luotain_choices_offer_sectors (self->sector, self->context);
}

static void
sector_chosen_cb (LuotainFindingOrigin *self, const char *key)
{
  luotain_context_link (self->context, N_ ("Set Sector"), self->id, "sector", luotain_choices_get_id (key));
}

void
luotain_finding_origin_show (LuotainFindingOrigin *self, const LuotainFindingDetail *detail)
{
  g_return_if_fail (LUOTAIN_IS_FINDING_ORIGIN (self));

  self->id = detail->finding->record.id;
  self->session_id = detail->session;
  g_object_set (self->channel, "record-id", self->id, NULL);
  g_object_set (self->observed_on, "record-id", self->id, NULL);
  luotain_choices_set_chosen (self->session, detail->session, detail->session_title);
  luotain_choices_set_chosen (self->sector, detail->sector, detail->sector_title);
  gtk_widget_set_visible (self->go_to_session, detail->session != 0);
}

void
luotain_finding_origin_set_context (LuotainFindingOrigin *self, LuotainContext *context)
{
  gboolean writable = luotain_context_get_writable (context);

  g_return_if_fail (LUOTAIN_IS_FINDING_ORIGIN (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_object_set (self->channel, "context", context, NULL);
  g_object_set (self->observed_on, "context", context, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->session), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sector), writable);
}

static void
luotain_finding_origin_dispose (GObject *object)
{
  g_clear_object (&LUOTAIN_FINDING_ORIGIN (object)->context);
  luotain_template_dispose (GTK_WIDGET (object), LUOTAIN_TYPE_FINDING_ORIGIN);
  G_OBJECT_CLASS (luotain_finding_origin_parent_class)->dispose (object);
}

static void
luotain_finding_origin_class_init (LuotainFindingOriginClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LUOTAIN_TYPE_CHOICE_BUTTON);
  g_type_ensure (LUOTAIN_TYPE_DATE_ENTRY);
  g_type_ensure (LUOTAIN_TYPE_WORD_PICKER);
  G_OBJECT_CLASS (klass)->dispose = luotain_finding_origin_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/fi/luotain/ui/luotain-finding-origin.ui");
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingOrigin, go_to_session);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingOrigin, session);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingOrigin, sector);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingOrigin, channel);
  gtk_widget_class_bind_template_child (widget_class, LuotainFindingOrigin, observed_on);
  gtk_widget_class_bind_template_callback (widget_class, sessions_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, session_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_session_cb);
  gtk_widget_class_bind_template_callback (widget_class, sectors_opening_cb);
  gtk_widget_class_bind_template_callback (widget_class, sector_chosen_cb);
}

static void
luotain_finding_origin_init (LuotainFindingOrigin *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
