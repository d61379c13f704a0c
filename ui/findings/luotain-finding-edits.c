#include "config.h"

#include "luotain-edit.h"
#include "luotain-finding-edits.h"
#include "luotain-record-io.h"
#include "luotain-source.h"
#include "luotain-text.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 finding;
  char *kind;
  char *reason;
} KindEdit;

static void
kind_edit_free (gpointer data)
{
  KindEdit *edit = data;

  g_free (edit->kind);
  g_free (edit->reason);
  g_free (edit);
}

static gboolean
set_kind (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const KindEdit *edit = data;

  return luotain_edit_set_kind (db, edit->finding, edit->kind, edit->reason, error);
}

void
luotain_finding_set_kind (LuotainContext *context, gint64 finding, const char *kind, const char *reason)
{
  KindEdit *edit = g_new0 (KindEdit, 1);

  edit->finding = finding;
  edit->kind = g_strdup (kind);
  /* What cannot be kept in a text is left out, as everywhere where people type. */
  edit->reason = reason != NULL ? luotain_text_normalize (reason, -1, LUOTAIN_TEXT_DROP, NULL, NULL) : NULL;
  luotain_context_do (context, N_ ("Change Kind"), set_kind, edit, kind_edit_free, NULL, NULL, NULL);
}

static gboolean
delete_findings (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    {
      if (!luotain_record_delete (db, g_array_index (ids, gint64, i), error))
        return FALSE;
      luotain_db_set_progress (db, i + 1, ids->len);
    }
  return TRUE;
}

void
luotain_finding_delete (LuotainContext *context, GArray *ids, const char *title)
{
  g_autofree char *excerpt = title != NULL ? luotain_text_excerpt (title, 40) : NULL;
  g_autofree char *toast = NULL;

  if (ids->len == 0)
    return;
  if (ids->len == 1 && excerpt != NULL)
    toast = g_strdup_printf (_ ("“%s” deleted"), excerpt);
  else
    toast = g_strdup_printf (ngettext ("%u finding deleted", "%u findings deleted", ids->len), ids->len);
  luotain_context_do_and_tell (context, ids->len == 1 ? N_ ("Delete Finding") : N_ ("Delete Findings"),
                               delete_findings, g_array_ref (ids), (GDestroyNotify) g_array_unref, NULL,
                               toast);
}

typedef struct
{
  gint64 finding;
  char *text;
} SourceEdit;

static void
source_edit_free (gpointer data)
{
  SourceEdit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static gboolean
looks_like_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")
         || g_str_has_prefix (text, "www.");
}

static gboolean
fill_source (LuotainDb *db, LuotainSource *source, const char *text, GError **error)
{
  if (!luotain_edit_fill (db, &luotain_source_type, source, "title", text, TRUE, error))
    return FALSE;
  return !looks_like_address (text)
         || luotain_edit_fill (db, &luotain_source_type, source, "url", text, TRUE, error);
}

static gboolean
add_source (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  const SourceEdit *edit = data;
  LuotainSource *source = luotain_record_new (&luotain_source_type);
  gboolean done = fill_source (db, source, edit->text, error)
                  && luotain_record_insert (db, &luotain_source_type, source, error)
                  && luotain_edit_link (db, edit->finding, "source", source->record.id, error);

  if (done)
    *result = g_memdup2 (&source->record.id, sizeof source->record.id);
  luotain_record_free (&luotain_source_type, source);
  return done;
}

void
luotain_finding_add_source (LuotainContext *context, gint64 finding, const char *text,
                            LuotainContextCallback callback, gpointer owner)
{
  SourceEdit *edit = g_new0 (SourceEdit, 1);

  edit->finding = finding;
  edit->text = g_strstrip (g_strdup (text));
  luotain_context_do (context, N_ ("Add Source"), add_source, edit, source_edit_free, g_free, callback,
                      owner);
}
