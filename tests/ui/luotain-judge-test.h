#pragma once

/* What the tests of judging begin with: the view on a workbook, and what it says. */

#include "luotain-ui-test.h"

#include "luotain-judge-view.h"
#include "luotain-live-line.h"
#include "luotain-matrix.h"

#include <adwaita.h>
#include <string.h>

/* The view on a workbook, in a window of its own. */
typedef struct
{
  LuotainUiTest *ui;
  GtkWidget *window;
  GtkWidget *view;
  gboolean closed;
} JudgeTest;

static inline void
closed_cb (JudgeTest *self)
{
  self->closed = TRUE;
}

static inline void
wait_for_frame (JudgeTest *self)
{
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static inline void
settle (JudgeTest *self)
{
  luotain_ui_test_settle (self->ui);
  wait_for_frame (self);
}

static inline JudgeTest *
judge_test_new (LuotainUiTestContent content)
{
  JudgeTest *self = g_new0 (JudgeTest, 1);

  self->ui = luotain_ui_test_new (content);
  self->view = luotain_judge_view_new (self->ui->context);
  g_signal_connect_swapped (self->view, "closed", G_CALLBACK (closed_cb), self);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 600);
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
  settle (self);
  return self;
}

static inline void
judge_test_free (JudgeTest *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  luotain_ui_test_free (self->ui);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JudgeTest, judge_test_free)

static inline void
picture (JudgeTest *self, const char *name)
{
  GtkWindow *window = GTK_WINDOW (self->ui->window);

  self->ui->window = (LuotainWindow *) self->window;
  luotain_ui_test_picture (self->ui, name);
  self->ui->window = (LuotainWindow *) window;
}

static inline gpointer
find (JudgeTest *self, GType type)
{
  GtkWidget *found = luotain_ui_test_find (self->view, type);

  g_assert_nonnull (found);
  return found;
}

static inline char *
dup_line (JudgeTest *self)
{
  return luotain_live_line_get_text (find (self, LUOTAIN_TYPE_LIVE_LINE));
}

static inline gboolean
judgement_job (LuotainDb *db, gpointer data, gpointer *result, GError **error)
{
  g_autoptr (LuotainMatrix) matrix = NULL;

  if (!luotain_matrix_run (db, &(LuotainMatrixQuery){ 0, LUOTAIN_FI }, (gpointer *) &matrix, error))
    return FALSE;

  *result = g_steal_pointer (&matrix);
  return TRUE;
}

static inline LuotainMatrix *
read_matrix (JudgeTest *self)
{
  return luotain_ui_test_ask (self->ui, judgement_job, NULL);
}

static inline void
show (JudgeTest *self, const char *part)
{
  luotain_judge_view_show (LUOTAIN_JUDGE_VIEW (self->view), part);
  settle (self);
}

static inline gboolean
line_says (JudgeTest *self, const char *text)
{
  g_autofree char *line = dup_line (self);

  return strstr (line, text) != NULL;
}
