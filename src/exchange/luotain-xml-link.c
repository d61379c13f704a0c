#include "config.h"

#include "luotain-xml-link.h"

#include "luotain-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
luotain_xml_attribute_value (const LuotainXmlAttribute *attributes, guint n_attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++)
    if (strcmp (attributes[i].name, name) == 0)
      return attributes[i].value;

  return NULL;
}

static void
find_fault (LuotainFaultQueue *queue, int line, char *message)
{
  luotain_fault_queue_add (queue, line, FALSE, message);
}

static gboolean
has_link (LuotainItem *item, const LuotainRole *role)
{
  for (guint i = 0; item->links != NULL && i < item->links->len; i++)
    if (g_array_index (item->links, LuotainItemLink, i).role == role)
      return TRUE;

  return FALSE;
}

static const LuotainRecordType *
read_target (LuotainFaultQueue *queue, const LuotainModel *model, const char *text, gint64 *id, int line)
{
  g_autofree char *name = NULL;
  const LuotainRecordType *type = NULL;

  *id = text == NULL ? 0 : luotain_id_parse (text, &name);

  if (*id != 0)
    type = luotain_model_type (model, name);

  if (type == NULL)
    find_fault (queue, line,
                text == NULL ? g_strdup (_ ("The link leads nowhere: it has no “to”."))
                             : g_strdup_printf (_ ("“%s” is not the id of a record."), text));

  return type;
}

static gboolean
check_role (LuotainFaultQueue *queue, LuotainItem *item, const LuotainRole *role, const char *name,
            const LuotainRecordType *target_type, int line)
{
  if (role == NULL)
    {
      find_fault (queue, line, g_strdup_printf (_ ("“%s” is not a role of a link."), name ? name : ""));
      return FALSE;
    }

  if (target_type != NULL && !luotain_role_allows (role, item->type->name, target_type->name))
    {
      find_fault (queue, line,
                  g_strdup_printf (_ ("A link of the role “%s” cannot lead from %s to %s."), name,
                                   item->type->name, target_type->name));
      return FALSE;
    }

  if (role->only_one && has_link (item, role))
    find_fault (queue, line,
                g_strdup_printf (_ ("%s can have only one link of the role “%s”."), item->type->name, name));

  return target_type != NULL;
}

gboolean
luotain_xml_link_read (LuotainItem *item, const LuotainModel *model, const LuotainXmlAttribute *attributes,
                       guint n_attributes, int line, LuotainFaultQueue *queue)
{
  const char *name = luotain_xml_attribute_value (attributes, n_attributes, "role");
  const char *to = luotain_xml_attribute_value (attributes, n_attributes, "to");
  const char *confirmed = luotain_xml_attribute_value (attributes, n_attributes, "confirmed");
  const LuotainRole *role = luotain_model_role (model, name);
  gint64 target;
  const LuotainRecordType *target_type = read_target (queue, model, to, &target, line);
  LuotainItemLink *link;

  if (!check_role (queue, item, role, name, target_type, line))
    return FALSE;

  link = luotain_item_add_link (item);
  link->role = role;
  link->target = target;
  link->target_type = target_type;
  link->line = line;

  if (confirmed != NULL && !g_ascii_string_to_signed (confirmed, 10, 0, G_MAXINT64, &link->confirmed, NULL))
    find_fault (queue, line, g_strdup_printf (_ ("“%s” is not a revision."), confirmed));

  return TRUE;
}
