#include "config.h"

#include "luotain-chain.h"
#include "luotain-link.h"
#include "luotain-record-io.h"
#include "luotain-report-scope.h"
#include "luotain-workbook-model.h"
#include "luotain-wrapped-label.h"

#include <glib/gi18n.h>

struct _LuotainReportScope
{
  AdwBin parent_instance;

  LuotainContext *context;
  GCancellable *cancellable;
  GHashTable *chosen; /* ids, also of those that are not shown at the moment */
  GPtrArray *checks; /* (element-type GtkCheckButton): one a part shown */
  gboolean filling;

  GtkCheckButton *whole;
  GtkWidget *groups[3];
  GtkBox *lists[3];
};

G_DEFINE_FINAL_TYPE (LuotainReportScope, luotain_report_scope, ADW_TYPE_BIN)

enum
{
  PROP_CONTEXT = 1
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const LuotainRecordType *const part_types[] = {
  &luotain_sector_type,
  &luotain_scenario_type,
  &luotain_profile_type,
};

/* One thing that can be chosen. */
typedef struct
{
  gint64 id;
  guint list;
  char *title;
} Part;

typedef struct
{
  gint64 sector;
  LuotainLanguage language;
} PartsQuery;

static void
free_part (Part *part)
{
  g_free (part->title);
  g_free (part);
}

static gboolean
is_of_sector (LuotainDb *db, gint64 id, gint64 sector, gboolean *is, GError **error)
{
  gint64 found = id;

  if (sector != 0 && !luotain_link_get_only (db, id, "sector", &found, error))
    return FALSE;

  *is = sector == 0 || found == sector;
  return TRUE;
}

static gboolean
load_parts_of_type (LuotainDb *db, guint list, const PartsQuery *query, GPtrArray *parts, GError **error)
{
  g_autoptr (GArray) ids = luotain_record_ids (db, part_types[list], 0, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);
      gboolean belongs = TRUE;
      Part *part;

      if (part_types[list] != &luotain_sector_type && !is_of_sector (db, id, query->sector, &belongs, error))
        return FALSE;
      if (!belongs || (part_types[list] == &luotain_sector_type && query->sector != 0 && id != query->sector))
        continue;

      part = g_new0 (Part, 1);
      part->id = id;
      part->list = list;
      part->title = luotain_chain_title (db, id, query->language, NULL);
      g_ptr_array_add (parts, part);
    }

  return ids != NULL;
}

static gboolean
load_parts (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);

  for (guint i = 0; i < G_N_ELEMENTS (part_types); i++)
    {
      if (!load_parts_of_type (db, i, data, parts, error))
        return FALSE;
    }

  *result = g_steal_pointer (&parts);
  return TRUE;
}

static gint64
get_id (GtkCheckButton *check)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (check), "luotain-id");
}

static void
update_sensitivity (LuotainReportScope *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    gtk_widget_set_sensitive (self->groups[i], !gtk_check_button_get_active (self->whole));
}

static void
toggled_cb (LuotainReportScope *self, GParamSpec *spec, GtkCheckButton *check)
{
  if (self->filling)
    return;

  if (check == self->whole)
    update_sensitivity (self);
  else if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_memdup2 (&(gint64){ get_id (check) }, sizeof (gint64)));
  else
    g_hash_table_remove (self->chosen, &(gint64){ get_id (check) });
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A check button whose text wraps, and which is named by it. */
static void
set_text (GtkCheckButton *check, const char *title, const char *caption)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = luotain_wrapped_label_new (title, NULL);

  gtk_box_append (GTK_BOX (box), label);
  if (caption != NULL)
    {
      GtkWidget *second = gtk_label_new (caption);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_wrap (GTK_LABEL (second), TRUE);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (box), second);
    }
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (check, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static GtkCheckButton *
add_check (LuotainReportScope *self, GtkBox *list, const char *title, const char *caption)
{
  GtkWidget *check = gtk_check_button_new ();

  set_text (GTK_CHECK_BUTTON (check), title, caption);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (list, check);
  return GTK_CHECK_BUTTON (check);
}

static void
clear_lists (LuotainReportScope *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->lists[i])); child != NULL;
           child = gtk_widget_get_first_child (GTK_WIDGET (self->lists[i])))
        gtk_box_remove (self->lists[i], child);
      gtk_widget_set_visible (self->groups[i], FALSE);
    }
  g_ptr_array_set_size (self->checks, 0);
}

static gboolean
shows_already (LuotainReportScope *self, GPtrArray *parts)
{
  if (self->checks->len != parts->len)
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      if (get_id (g_ptr_array_index (self->checks, i)) != ((Part *) g_ptr_array_index (parts, i))->id)
        return FALSE;
    }

  return TRUE;
}

static const char *
title_of (const Part *part)
{
  return part->title != NULL ? part->title : _ ("Without a title");
}

static void
fill_lists (LuotainReportScope *self, GPtrArray *parts)
{
  clear_lists (self);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);
      GtkCheckButton *check = add_check (self, self->lists[part->list], title_of (part), NULL);

      g_object_set_data_full (G_OBJECT (check), "luotain-id", g_memdup2 (&part->id, sizeof part->id), g_free);
      gtk_check_button_set_active (check, g_hash_table_contains (self->chosen, &part->id));
      g_ptr_array_add (self->checks, check);
      gtk_widget_set_visible (self->groups[part->list], TRUE);
    }
}

static void
loaded_cb (gpointer owner, gboolean success, gpointer result)
{
  LuotainReportScope *self = LUOTAIN_REPORT_SCOPE (owner);
  g_autoptr (GPtrArray) parts = result;

  if (!success)
    return;

  self->filling = TRUE;
  if (shows_already (self, parts))
    {
      for (guint i = 0; i < parts->len; i++)
        set_text (g_ptr_array_index (self->checks, i), title_of (g_ptr_array_index (parts, i)), NULL);
    }
  else
    fill_lists (self, parts);
  self->filling = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load (LuotainReportScope *self)
{
  PartsQuery *query = g_new0 (PartsQuery, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  query->sector = luotain_context_get_sector (self->context);
  query->language = luotain_context_get_language (self->context);
  luotain_context_read (self->context, load_parts, query, g_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, loaded_cb, self);
}

static void
changed_cb (LuotainReportScope *self, LuotainChanges *changes)
{
  for (guint i = 0; i < G_N_ELEMENTS (part_types); i++)
    {
      if (luotain_changes_has_type (changes, part_types[i]->name) || luotain_changes_has_links (changes))
        {
          load (self);
          return;
        }
    }
}

static gboolean
is_whole (LuotainReportScope *self)
{
  return gtk_check_button_get_active (self->whole);
}

GArray *
luotain_report_scope_get_ids (LuotainReportScope *self)
{
  GArray *ids;

  g_return_val_if_fail (LUOTAIN_IS_REPORT_SCOPE (self), NULL);

  if (is_whole (self))
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      const gint64 id = get_id (check);

      if (gtk_check_button_get_active (check))
        g_array_append_val (ids, id);
    }
  return ids;
}

void
luotain_report_scope_choose (LuotainReportScope *self, gint64 id)
{
  g_return_if_fail (LUOTAIN_IS_REPORT_SCOPE (self));

  self->filling = TRUE;
  g_hash_table_remove_all (self->chosen);
  if (id != 0)
    g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  gtk_check_button_set_active (self->whole, id == 0);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 get_id (g_ptr_array_index (self->checks, i)) == id);
  self->filling = FALSE;
  update_sensitivity (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
add_group (LuotainReportScope *self, GtkBox *box, const char *title, GtkBox **list)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (group), label);
    }
  *list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (*list), "card");
  gtk_widget_add_css_class (GTK_WIDGET (*list), "choices");
  gtk_box_append (GTK_BOX (group), GTK_WIDGET (*list));
  gtk_box_append (box, group);
  return group;
}

static void
luotain_report_scope_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_CONTEXT)
    LUOTAIN_REPORT_SCOPE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
luotain_report_scope_constructed (GObject *object)
{
  LuotainReportScope *self = LUOTAIN_REPORT_SCOPE (object);

  G_OBJECT_CLASS (luotain_report_scope_parent_class)->constructed (object);

  g_signal_connect_object (self->context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::sector", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::language", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
}

static void
luotain_report_scope_dispose (GObject *object)
{
  LuotainReportScope *self = LUOTAIN_REPORT_SCOPE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (luotain_report_scope_parent_class)->dispose (object);
}

static void
luotain_report_scope_class_init (LuotainReportScopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = luotain_report_scope_set_property;
  object_class->constructed = luotain_report_scope_constructed;
  object_class->dispose = luotain_report_scope_dispose;

  g_object_class_install_property (object_class, PROP_CONTEXT,
                                   g_param_spec_object ("context", NULL, NULL, LUOTAIN_TYPE_CONTEXT,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY
                                                            | G_PARAM_STATIC_STRINGS));
  signals[CHANGED] = g_signal_new ("changed", LUOTAIN_TYPE_REPORT_SCOPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
luotain_report_scope_init (LuotainReportScope *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  const char *titles[] = { _ ("Sectors"), _ ("Scenarios"), _ ("Competence Profiles") };
  GtkBox *list;

  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->checks = g_ptr_array_new ();
  self->filling = TRUE;

  add_group (self, box, _ ("What Goes In"), &list);
  self->whole = add_check (self, list, _ ("The Whole Workbook"),
                           _ ("All of it, to be read back without loss"));
  gtk_check_button_set_active (self->whole, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    {
      self->groups[i] = add_group (self, box, titles[i], &self->lists[i]);
      gtk_widget_set_visible (self->groups[i], FALSE);
    }
  self->filling = FALSE;
  update_sensitivity (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

GtkWidget *
luotain_report_scope_new (LuotainContext *context)
{
  g_return_val_if_fail (LUOTAIN_IS_CONTEXT (context), NULL);

  return g_object_new (LUOTAIN_TYPE_REPORT_SCOPE, "context", context, NULL);
}
