/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A signal whose frame has nowhere to go, SIGSEGV being default: death by SIGSEGV. */
#include "probe.h"

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)info, (void)context;
	_exit(2);
}

int main(void)
{
	pid_t child = fork();
	int status;

	if (!child) {
		probe_handle(SIGALRM, handler, 0);
		ualarm(20000, 0);
		__asm__ volatile("mov $4096, %%esp\n1: jmp 1b" : : : "memory");
	}
	status = probe_wait(child);
	CHECK(WIFSIGNALED(status));
	CHECK_EQ(WTERMSIG(status), SIGSEGV);
	return probe_ok();
}
