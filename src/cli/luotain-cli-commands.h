#pragma once

#include "luotain-cli-call.h"

G_BEGIN_DECLS

extern const LuotainCliCommand luotain_cli_add;
extern const LuotainCliCommand luotain_cli_archive;
extern const LuotainCliCommand luotain_cli_check;
extern const LuotainCliCommand luotain_cli_copy;
extern const LuotainCliCommand luotain_cli_cross_impact;
extern const LuotainCliCommand luotain_cli_delete;
extern const LuotainCliCommand luotain_cli_different;
extern const LuotainCliCommand luotain_cli_addendum;
extern const LuotainCliCommand luotain_cli_compare;
extern const LuotainCliCommand luotain_cli_editions;
extern const LuotainCliCommand luotain_cli_esco;
extern const LuotainCliCommand luotain_cli_export;
extern const LuotainCliCommand luotain_cli_freeze;
extern const LuotainCliCommand luotain_cli_history;
extern const LuotainCliCommand luotain_cli_import;
extern const LuotainCliCommand luotain_cli_info;
extern const LuotainCliCommand luotain_cli_link;
extern const LuotainCliCommand luotain_cli_list;
extern const LuotainCliCommand luotain_cli_new;
extern const LuotainCliCommand luotain_cli_redo;
extern const LuotainCliCommand luotain_cli_coverage;
extern const LuotainCliCommand luotain_cli_robustness;
extern const LuotainCliCommand luotain_cli_remove_permanently;
extern const LuotainCliCommand luotain_cli_set;
extern const LuotainCliCommand luotain_cli_shelf;
extern const LuotainCliCommand luotain_cli_show;
extern const LuotainCliCommand luotain_cli_stale;
extern const LuotainCliCommand luotain_cli_stands_on;
extern const LuotainCliCommand luotain_cli_undo;
extern const LuotainCliCommand luotain_cli_unlink;
extern const LuotainCliCommand luotain_cli_validate;
extern const LuotainCliCommand luotain_cli_verify;
extern const LuotainCliCommand luotain_cli_why;
extern const LuotainCliCommand luotain_cli_why_not;

/**
 * luotain_cli_commands:
 *
 * Returns: (transfer none): all commands, in the order of the work; NULL-terminated
 */
const LuotainCliCommand *const *luotain_cli_commands (void);

/**
 * luotain_cli_main:
 * @argc: number of arguments
 * @argv: arguments, the program's name first
 * @drawings: (nullable): what the program that draws can draw
 *
 * The program. Without @drawings it becomes the one that draws where that is asked for.
 *
 * Returns: its exit status
 */
int luotain_cli_main (int argc, char **argv, const LuotainCliDrawings *drawings);

G_END_DECLS
