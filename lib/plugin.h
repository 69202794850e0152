/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the tool, the loader that it preloads, and the library know of plugins. */
#ifndef SELF_PTRACE_LIB_PLUGIN_H
#define SELF_PTRACE_LIB_PLUGIN_H

#include <stddef.h>

#define PLUGIN_LIBRARY "libself_ptrace.so.0"
#define PLUGIN_LOADER "libself_ptrace_loader.so"

/* LIBRARY, then PATH[:ARGS] of each plugin, each ended by a newline. */
#define PLUGIN_VARIABLE "SELF_PTRACE_HOOKS"

/*
 * Exported for another namespace to call: loads a plugin into the one that this
 * copy of the library is in.  0, or a message in ret_error and an errno's number.
 */
#define PLUGIN_LOAD "self_ptrace_namespace_load"
int self_ptrace_namespace_load(const char *path, const char *args, char *ret_error, size_t size);

/*
 * lib/hookable.c: why the program behind an open file takes
 * no plugin; NULL: it does, or it is no program.
 */
const char *hookable_why_not(int fd);

#endif
