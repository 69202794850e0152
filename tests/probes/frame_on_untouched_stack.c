/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A handler's frame goes where the stack has never been, which grows for it; with SIGSEGV
 * ignored, and blocked, so that a fault there could not be caught.
 */
#include "probe.h"

#include <alloca.h>

static volatile int hits;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)info, (void)context;
	hits++;
}

static __attribute__((noinline)) void deep(size_t size)
{
	volatile char *memory = alloca(size);

	raw_call(SYS_tgkill, getpid(), gettid(), SIGUSR1, 0, 0, 0);
	memory[0] = 1;
}

static void lives(void)
{
	int expected = 0;

	probe_handle(SIGUSR1, handler, 0);
	/* The kernel begins with some 130 KB. */
	for (size_t size = 100000; size < 1000000; size += 50000) {
		deep(size);
		CHECK_EQ(hits, ++expected);
	}
}

int main(void)
{
	pid_t child = fork();

	if (!child) {
		signal(SIGSEGV, SIG_IGN);
		lives();
		_exit(0);
	}
	probe_join(child);
	child = fork();
	if (!child) {
		sigset_t set;

		sigemptyset(&set);
		sigaddset(&set, SIGSEGV);
		CHECK(!sigprocmask(SIG_BLOCK, &set, NULL));
		lives();
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
