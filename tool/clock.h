/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent stamps records with the processor's time stamp counter, which costs
 * it no call; this turns stamps into CLOCK_REALTIME.
 */
#ifndef SELF_PTRACE_TOOL_CLOCK_H
#define SELF_PTRACE_TOOL_CLOCK_H

#include <stdint.h>

/* Once, early: the first use waits until a millisecond has gone by since. */
void clock_begin(void);
/* Now and then: takes drift and clock steps into account. */
void clock_refresh(void);
uint64_t clock_stamp(void);
uint64_t clock_to_ns(uint64_t stamp);
/* Stamps in a duration; for slack, not for measuring. */
uint64_t clock_stamps_in(uint64_t ns);
/* How long that many stamps are, in ns. */
uint64_t clock_ns_in(uint64_t stamps);

#endif
