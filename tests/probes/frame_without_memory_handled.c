/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same with a SIGSEGV handler that has an alternate stack: it is called. */
#include "probe.h"

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)info, (void)context;
	_exit(2);
}

static void on_segv(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	ucontext_t *uc = context;

	CHECK_EQ(info->si_code, SI_KERNEL);
	CHECK_EQ(uc->uc_mcontext.gregs[REG_RSP], 4096);
	_exit(0);
}

int main(void)
{
	static char stack[65536];
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) };
	pid_t child = fork();

	if (!child) {
		CHECK(!sigaltstack(&alt, NULL));
		probe_handle(SIGALRM, handler, 0);
		probe_handle(SIGSEGV, on_segv, SA_ONSTACK);
		ualarm(20000, 0);
		__asm__ volatile("mov $4096, %%esp\n1: jmp 1b" : : : "memory");
	}
	probe_join(child);
	return probe_ok();
}
