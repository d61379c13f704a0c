#include "config.h"

#include "luotain-help-window.h"

#include <glib/gi18n.h>

/* The help is short: a topic is a title and a few paragraphs, translated like every other text. */
static const struct
{
  const char *title;
  const char *text;
} topics[] = {
  { N_ ("What a Workbook Is"),
    N_ ("A workbook holds one foresight round of one or more sectors. It is one file, and it is always saved: every "
        "change stands in the file as soon as it is made, and the title says when that was.\n\n"
        "The work goes from left to right and from the top of the sidebar down. Scan: catch findings. Make sense: "
        "build scenarios. Take up: derive the competence that each role level needs, and report. Everything points "
        "back to what it came from.") },
  { N_ ("Catching Findings"),
    N_ ("Press Ctrl+N, write what somebody said, press Enter: the line is ready for the next. Several lines that are "
        "pasted become several findings.\n\n"
        "While a session is running, what is caught belongs to it. Kind, dimensions, sources and what supports a "
        "finding can be filled in later, in the editor beside the list. A finding's kind changes as it ripens; each "
        "change keeps its date.") },
  { N_ ("Building Scenarios"),
    N_ ("The scenarios of a sector stand side by side. Each has its image, a target year, a narrative, passages by "
        "dimension and periods told backwards from the target year.\n\n"
        "Its path picks one state of each key variable, and its drivers are the findings behind it.") },
  { N_ ("Competence Profiles"),
    N_ ("A profile belongs to one scenario. Role levels are its columns, competence groups its rows. Write in a cell "
        "to add a competence; names that are in the catalogue are completed.\n\n"
        "Open a competence to say how important it is, whether the need grows, why, and what that rests on. A profile "
        "can be copied from that of another scenario.") },
  { N_ ("Covering What Is Needed"),
    N_ ("The page Coverage holds what the profiles need against what schools teach: what all scenarios need and nobody "
        "covers stands first. Each organisation has a view of its own; all can be seen beside each other. Press 1 for "
        "covered, 2 for partly, 3 for not covered, 0 for not yet looked at.\n\n"
        "What is said of a competence at a role level is said for all scenarios that need it there, unless they are judged "
        "apart. The panel keeps the units it is taught in, what was decided, who carries it out and by when.") },
  { N_ ("Why Is This Here?"),
    N_ ("F9 opens the thread beside the page. It follows what is selected and shows both ways: what it rests on, down "
        "to the sources, and what stands on it.\n\n"
        "When something changes after what stands on it was confirmed, the thread says so under Look Again. Confirm "
        "that it still holds, or go there and change it.") },
  { N_ ("Undoing"),
    N_ ("Every change can be undone with Ctrl+Z, also after the program was closed, and imports as one step. The menu "
        "says what comes next. Only Remove Permanently cannot be undone: it takes a person's words out of the file "
        "and its history.") },
  { N_ ("Handing On"),
    N_ ("Export writes a report as XML that other programs can check and read, or as a page to read. Import brings in "
        "such files and other workbooks, shows beforehand what it would add and change, and never adds anything "
        "twice.\n\n"
        "Send a Copy makes a workbook without history: nothing that was deleted is left in it.") },
};

static GtkWidget *
topic_new (guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_ (topics[index].title));
  g_auto (GStrv) paragraphs = g_strsplit (_ (topics[index].text), "\n\n", -1);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      GtkWidget *text = gtk_label_new (paragraphs[i]);

      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_selectable (GTK_LABEL (text), FALSE);
      gtk_widget_add_css_class (text, "reading");
      gtk_box_append (GTK_BOX (box), text);
    }
  return box;
}

void
luotain_help_window_present (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 36);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_add_css_class (header, "flat");
  gtk_widget_add_css_class (box, "help");
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    gtk_box_append (GTK_BOX (box), topic_new (i));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (frame), header);
  gtk_box_append (GTK_BOX (frame), scroller);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 720);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_window_set_content (ADW_WINDOW (window), frame);
  gtk_window_present (GTK_WINDOW (window));
}
