/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the descriptors of traced processes refer to, for -y.
 *
 * Calls are printed after they were made, so /proc may tell of a later file
 * under the same number, or of no process at all any more.  Hence a table for
 * each process that follows the calls: /proc is asked when a process is first
 * seen and for what the calls themselves do not tell.  Where the calls that
 * change the table are filtered out, /proc goes first.
 *
 * Used by output.c only.
 */
#ifndef SELF_PTRACE_TOOL_DESCRIPTOR_H
#define SELF_PTRACE_TOOL_DESCRIPTOR_H

#include "event.h"
#include "filter.h"
#include "options.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct descriptors;

/* details: enum options_decode_fds.  NULL: out of memory. */
struct descriptors *descriptors_new(const struct filter *filter, unsigned int details);
void descriptors_free(struct descriptors *descriptors);

void descriptors_process_begin(struct descriptors *descriptors, int pid);
void descriptors_process_end(struct descriptors *descriptors, int pid);

/* Of a 32-bit program, which is stopped: what it has open is asked for at each call. */
void descriptors_enter(struct descriptors *descriptors, const struct task *task,
		       const struct call *call);
/* Around the decoding of each call that has ended. */
void descriptors_before_exit(struct descriptors *descriptors, const struct task *task,
			     const struct call *call);
void descriptors_after_exit(struct descriptors *descriptors, const struct task *task,
			    const struct call *call);

/*
 * What fd, or AT_FDCWD, is, into text: its length, at most size; 0 if not known.
 * *ret_flags: VALUE_DELETED, VALUE_VERBATIM.
 */
size_t descriptors_text(struct descriptors *descriptors, int pid, int fd, char *text, size_t size,
			uint16_t *ret_flags);
/* Its path alone; NULL if not known.  Valid until the next call of anything here. */
const char *descriptors_path(struct descriptors *descriptors, int pid, int fd);

#endif
