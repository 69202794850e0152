/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the sources of the notification share. */
#ifndef SELF_PTRACE_NOTIFY_H
#define SELF_PTRACE_NOTIFY_H

#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <ucontext.h>

#include "self_ptrace.h"

#define PUBLIC __attribute__((visibility("default")))

/* The kernel's set of signals, which is smaller than the C library's. */
#define WORD_BITS (8 * sizeof(unsigned long))

struct mask {
	unsigned long word[64 / WORD_BITS];
};

static inline struct mask mask_of(const ucontext_t *uc)
{
	struct mask mask;

	memcpy(&mask, &uc->uc_sigmask, sizeof(mask));
	return mask;
}

/* rt_sigprocmask, which is not stopped where the mechanism is ours. */
long mask_change(int how, const struct mask *set, struct mask *old);

/* Disarms a thread that has SIGSYS blocked, where that takes a pending signal; true: it
 * was armed so. */
bool notify_hold(void);

#endif
