/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Counts per system call and their table, in strace's format: -c and -C.
 *
 * What strace calls system time is CPU time of the tracee as the kernel
 * accounts it, which cannot be had per call from inside; the time here is from
 * a call's entry to its exit, with -w and without.
 */
#ifndef SELF_PTRACE_TOOL_SUMMARY_H
#define SELF_PTRACE_TOOL_SUMMARY_H

#include "options.h"

#include <stdint.h>
#include <stdio.h>

struct summary;

int summary_new(const struct options *options, struct summary **ret);
void summary_free(struct summary *summary);

/* One call. */
void summary_call(struct summary *summary, uint32_t arch, uint32_t nr, bool failed, uint64_t ns);

/* Many at once, as an agent that counts by itself hands them in. */
void summary_add(struct summary *summary, uint32_t arch, uint32_t nr, uint64_t calls,
		 uint64_t errors, uint64_t ns_total, uint64_t ns_min, uint64_t ns_max);

/* The table; the caller frees *ret. */
int summary_format(struct summary *summary, char **ret, size_t *ret_len);

#endif
