/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What sigaltstack says and refuses, outside and inside a handler on the stack. */
#include "probe.h"

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
	CHECK_EQ(now.ss_flags, SS_ONSTACK);
	CHECK(now.ss_sp == stack);
	CHECK_EQ(now.ss_size, sizeof(stack));
	CHECK_ERRNO(sigaltstack(&change, NULL), EPERM);
	change.ss_flags = SS_DISABLE;
	CHECK_ERRNO(sigaltstack(&change, NULL), EPERM);
	CHECK(uc->uc_stack.ss_sp == stack);
	CHECK_EQ(uc->uc_stack.ss_size, sizeof(stack));
	CHECK_EQ(uc->uc_stack.ss_flags, 0);
}

int main(void)
{
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) }, old;

	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ(old.ss_flags, SS_DISABLE);
	CHECK_EQ(old.ss_size, 0);
	CHECK(!sigaltstack(&alt, &old));
	CHECK_EQ(old.ss_flags, SS_DISABLE);
	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ(old.ss_flags, 0);
	CHECK(old.ss_sp == stack);
	alt.ss_size = 2047;
	CHECK_ERRNO(sigaltstack(&alt, NULL), ENOMEM);
	alt.ss_size = sizeof(stack);
	alt.ss_flags = 77;
	CHECK_ERRNO(sigaltstack(&alt, NULL), EINVAL);
	CHECK_ERRNO(syscall(SYS_sigaltstack, 8l, NULL), EFAULT);
	CHECK_ERRNO(syscall(SYS_sigaltstack, NULL, 8l), EFAULT);
	alt.ss_flags = SS_ONSTACK; /* Linux takes it for 0 */
	CHECK(!sigaltstack(&alt, NULL));
	alt.ss_flags = 0;
	CHECK(!sigaltstack(&alt, NULL));
	probe_handle(SIGUSR1, handler, SA_ONSTACK);
	for (int i = 0; i < 20; i++)
		raise(SIGUSR1);
	CHECK_EQ(calls, 20);
	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ(old.ss_flags, 0);
	alt.ss_flags = SS_DISABLE;
	CHECK(!sigaltstack(&alt, &old));
	CHECK(!sigaltstack(NULL, &old));
	CHECK_EQ(old.ss_flags, SS_DISABLE);
	CHECK_EQ(old.ss_size, 0);
	CHECK(!old.ss_sp);
	return probe_ok();
}
