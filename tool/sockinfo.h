/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the kernel tells of a socket by its inode, in strace's words:
 * TCP:[127.0.0.1:80->127.0.0.1:1234], UNIX-STREAM:[17->18,"/run/x"].
 *
 * Used by descriptor.c; the families of generic netlink by decode/netlink.c.
 */
#ifndef SELF_PTRACE_TOOL_SOCKINFO_H
#define SELF_PTRACE_TOOL_SOCKINFO_H

#include <stdbool.h>
#include <stddef.h>

/*
 * path: that of the descriptor in /proc, which tells the protocol while it is
 * open.  ask: for addresses too.  The length of what is put into text, at most
 * size, or 0: not known.
 */
size_t sockinfo_text(const char *path, unsigned long inode, bool ask, char *text, size_t size);

/* The name of a family of generic netlink here, asked once; NULL: there is none. */
const char *sockinfo_generic_family(unsigned int id);

#endif
