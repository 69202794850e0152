/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the tool tells the preloaded library, through the environment. */
#ifndef SELF_PTRACE_PRELOAD_H
#define SELF_PTRACE_PRELOAD_H

#define PRELOAD_LIBRARY "libself_ptrace_preload.so"

/*
 * PID:INODE:PATH, numbers in decimal.  PID: the one process that is traced, 0:
 * each that has this.  INODE: of the memfd that can be opened by PATH, lest
 * another file is taken for it.
 */
#define PRELOAD_VARIABLE "SELF_PTRACE_PRELOAD"
#define PRELOAD_PATH_MAX 64

#endif
