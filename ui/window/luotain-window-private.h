#pragma once

#include "luotain-overview.h"
#include "luotain-sidebar.h"
#include "luotain-window-title.h"
#include "luotain-window.h"

G_BEGIN_DECLS

struct _LuotainWindow
{
  AdwApplicationWindow parent_instance;

  gulong first_frame_handler;
  GFile *file;
  LuotainContext *context;
  GCancellable *cancellable;
  GSettings *settings; /* (nullable) */
  GFileMonitor *monitor;
  GtkWidget *why_panel;
  GtkWidget *help;
  GError *read_only_reason; /* why a workbook was opened for looking only */
  gint64 saved; /* milliseconds since 1970, UTC */
  GtkCssProvider *room_style; /* (nullable) */
  AdwToast *room_toast; /* (nullable), not owned */
  double room_x; /* where the pointer was seen last in front of a room */
  double room_y;
  guint spinner_source;
  guint check_source;
  guint room_source;
  guint look_source; /* a tick callback */
  guint n_looks;
  GtkWidget *last_focus; /* weak */
  gulong unmap_handler; /* of last_focus */
  gboolean painted; /* the first frame is on the screen */
  gboolean counting;
  gboolean count_again;
  gboolean revealing; /* the next change comes from undo or redo */
  gboolean show_why;
  gboolean show_sidebar;

  GtkStack *shell;
  AdwHeaderBar *header;
  LuotainWindowTitle *title;
  GtkWidget *open_button;
  GtkWidget *add_button;
  GtkWidget *sidebar_button;
  GtkWidget *search_button;
  GtkWidget *why_button;
  AdwButtonContent *add_content;
  GtkBox *banners;
  AdwFlap *flap;
  AdwFlap *why_flap;
  LuotainSidebar *sidebar;
  AdwBin *why_bin;
  GtkStack *pages;
  GtkSpinner *spinner;
  AdwStatusPage *trouble;
  GtkButton *trouble_button;
  AdwToastOverlay *toasts;
  GtkRevealer *room_controls;
  AdwBin *start_bin;
  GMenu *history_section;
};

/* luotain-window-open.c */
void luotain_window_first_frame (LuotainWindow *self);
void luotain_window_close_workbook (LuotainWindow *self);

/* luotain-window-history.c */
void luotain_window_follow_history (LuotainWindow *self);
void luotain_window_install_history (GtkWidgetClass *klass);
void luotain_window_show_saved (LuotainWindow *self);
void luotain_window_save_typing (LuotainWindow *self);
char *luotain_window_dup_saved (LuotainWindow *self);

/* luotain-window-reveal.c */
void luotain_window_reveal (LuotainWindow *self, gint64 id);
void luotain_window_reveal_change (LuotainWindow *self, LuotainChanges *changes);

/* luotain-window-focus.c */
/** luotain_window_focus_page: lets a page take the focus; one that is @fresh has its records still to come. */
void luotain_window_focus_page (LuotainWindow *self, GtkWidget *page, gboolean fresh);
/** luotain_window_keep_focus: what had the focus may be gone or switched off: something near it takes over. */
void luotain_window_keep_focus (LuotainWindow *self);

/* luotain-window-actions.c */
void luotain_window_install_actions (GtkWidgetClass *klass);
void luotain_window_update_actions (LuotainWindow *self);

/* luotain-window-room.c */
void luotain_window_install_room (GtkWidgetClass *klass);
void luotain_window_follow_pointer (LuotainWindow *self);
void luotain_window_forget_room (LuotainWindow *self);
gboolean luotain_window_leave_room (LuotainWindow *self, guint keyval);

/* luotain-window-layout.c */
void luotain_window_install_layout (LuotainWindow *self);
void luotain_window_fold (LuotainWindow *self, int width);
void luotain_window_show_panels (LuotainWindow *self);

/* luotain-window-banners.c */
void luotain_window_banner (LuotainWindow *self, const char *name, GtkMessageType type, const char *text,
                            const char *button, const char *action);
void luotain_window_clear_banners (LuotainWindow *self);

G_END_DECLS
