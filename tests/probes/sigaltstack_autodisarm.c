/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* SS_AUTODISARM: disabled in the handler, where it may be changed, and back after it. */
#include "probe.h"

#ifndef SS_AUTODISARM
#define SS_AUTODISARM (1U << 31)
#endif

static char stack[65536], other[65536];
static volatile int calls;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	stack_t now, change = { .ss_sp = other, .ss_size = sizeof(other) };
	char here;

	(void)signo, (void)info;
	calls++;
	CHECK(&here > stack && &here < stack + sizeof(stack));
	CHECK(!sigaltstack(NULL, &now));
	CHECK_EQ(now.ss_flags, SS_DISABLE);
	CHECK(!sigaltstack(&change, NULL));
	CHECK_EQ((unsigned int)uc->uc_stack.ss_flags, SS_AUTODISARM);
	CHECK(uc->uc_stack.ss_sp == stack);
}

static void restarting(int signo)
{
	char here;

	(void)signo;
	CHECK(&here > stack && &here < stack + sizeof(stack));
	/* Disarmed: the next one begins at the top again. */
	if (++calls < 3)
		raise(SIGUSR2);
}

int main(void)
{
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack), .ss_flags = (int)SS_AUTODISARM };
	struct sigaction action = { .sa_handler = restarting, .sa_flags = SA_NODEFER };
	stack_t old;

	CHECK(!sigaltstack(&alt, NULL));
	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ((unsigned int)old.ss_flags, SS_AUTODISARM);
	probe_handle(SIGUSR1, handler, SA_ONSTACK);
	for (int i = 0; i < 10; i++)
		raise(SIGUSR1);
	CHECK_EQ(calls, 10);
	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ((unsigned int)old.ss_flags, SS_AUTODISARM);
	CHECK(old.ss_sp == stack);
	calls = 0;
	action.sa_flags |= SA_ONSTACK;
	CHECK(!sigaction(SIGUSR2, &action, NULL));
	raise(SIGUSR2);
	CHECK_EQ(calls, 3);
	return probe_ok();
}
