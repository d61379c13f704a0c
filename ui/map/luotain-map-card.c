#include "config.h"

#include "luotain-map-card.h"

#include "luotain-asking.h"
#include "luotain-finding-words.h"
#include "luotain-finding.h"
#include "luotain-record-io.h"
#include "luotain-wrapped-label.h"

#define REST_MS 350
#define MOST_CHARS 46
#define MOST_LINES 10

struct _LuotainMapCard
{
  GtkWidget parent_instance;

  LuotainContext *context;
  GtkWidget *view; /* borrowed: the map it lies over */
  gint64 finding; /* 0 for none */
  char *words; /* (nullable): what the map itself says of it */
  GCancellable *cancellable;
  guint source;

  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (LuotainMapCard, luotain_map_card, GTK_TYPE_WIDGET)

typedef struct
{
  gint64 id;
  LuotainLanguage language;
} Question;

static gboolean
read_description (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const Question *question = data;
  LuotainRecord *record = luotain_record_load (db, &luotain_finding_type, question->id, error);

  if (record == NULL)
    return FALSE;

  *result = g_strdup (luotain_translated_get (&((LuotainFinding *) record)->description, question->language));
  luotain_record_free (&luotain_finding_type, record);
  return TRUE;
}

static void
read_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainMapCard *self = owner;
  g_autofree char *text = result;
  g_autofree char *told = NULL;

  if (!success || self->finding == 0 || text == NULL || *text == '\0')
    return;

  told = g_strdup_printf ("%s. %s", self->words, text);
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
}

static gboolean
rested_cb (gpointer data)
{
  LuotainMapCard *self = data;
  const Question question = { self->finding, luotain_context_get_language (self->context) };

  self->source = 0;
  self->cancellable = g_cancellable_new ();
  luotain_context_read (self->context, read_description, g_memdup2 (&question, sizeof question), g_free,
                        g_free, self->cancellable, read_cb, self);
  return G_SOURCE_REMOVE;
}

static void
hide (LuotainMapCard *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  luotain_ask_no_more (&self->cancellable);
  self->finding = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
luotain_map_card_show (LuotainMapCard *self, LuotainMapData *data, int finding, double x, double y)
{
  const gint64 id = data != NULL && finding >= 0 ? data->findings[finding].id : 0;

  g_return_if_fail (LUOTAIN_IS_MAP_CARD (self));

  if (id != 0 && id == self->finding)
    return;

  hide (self);
  if (id == 0)
    return;

  self->finding = id;
  g_free (self->words);
  self->words = luotain_finding_words_finding (data, (guint) finding);
  gtk_label_set_text (self->title, data->findings[finding].title);
  gtk_widget_set_halign (GTK_WIDGET (self), x < 0.5 ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), y < 0.5 ? GTK_ALIGN_END : GTK_ALIGN_START);
  self->source = g_timeout_add_full (G_PRIORITY_DEFAULT, REST_MS, rested_cb, self, NULL);
}

void
luotain_map_card_set_context (LuotainMapCard *self, LuotainContext *context, GtkWidget *view)
{
  g_return_if_fail (LUOTAIN_IS_MAP_CARD (self));

  g_set_object (&self->context, context);
  self->view = view;
}

static void
luotain_map_card_dispose (GObject *object)
{
  LuotainMapCard *self = LUOTAIN_MAP_CARD (object);

  hide (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_map_card_parent_class)->dispose (object);
}

static void
luotain_map_card_class_init (LuotainMapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = luotain_map_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "mapcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkLabel *
add_label (LuotainMapCard *self, const char *style, int lines)
{
  GtkWidget *label = luotain_wrapped_label_new (NULL, style);

  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), label);
  return GTK_LABEL (label);
}

static void
luotain_map_card_init (LuotainMapCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->title = add_label (self, "heading", 3);
  self->text = add_label (self, NULL, MOST_LINES);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}
