#include "config.h"

#include "luotain-profile-menu.h"

#include <glib/gi18n.h>

static GMenuModel *
levels_menu (const LuotainProfileSheet *sheet, const char *action, gint64 except)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < sheet->levels->len; i++)
    {
      const LuotainLevel *level = sheet->levels->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (level->title, NULL);

      if (level->id == except)
        continue;
      g_menu_item_set_action_and_target (item, action, "x", level->id);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
luotain_profile_menu_new (const LuotainProfileSheet *sheet, gint64 level, gboolean writable)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) removing = g_menu_new ();
  g_autoptr (GMenuModel) move_to = levels_menu (sheet, "entry.move-to", level);
  g_autoptr (GMenuModel) copy_to = levels_menu (sheet, "entry.copy-to", level);

  g_menu_append (menu, _ ("Open"), "entry.open");
  if (writable)
    {
      g_menu_append_submenu (menu, _ ("Move To…"), move_to);
      g_menu_append_submenu (menu, _ ("Copy To…"), copy_to);
      g_menu_append (removing, _ ("Remove"), "entry.remove");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (removing));
    }
  return G_MENU_MODEL (g_steal_pointer (&menu));
}
