/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A second signal's frame goes below the first's on the alternate stack, calls being made in both.
 */
#include "probe.h"

static char stack[131072];
static volatile int depth, deepest, total;
static const struct itimerval once = { .it_value = { 0, 300 } };

static void handler(int signo, siginfo_t *info, void *context)
{
	volatile char mine[512];
	int at = ++depth;

	(void)info, (void)context;
	CHECK((char *)mine > stack && (char *)mine < stack + sizeof(stack));
	memset((char *)mine, at * 16 + signo % 16, sizeof(mine));
	total++;
	if (at > deepest)
		deepest = at;
	if (at < 4)
		raise(signo == SIGUSR1 ? SIGUSR2 : SIGUSR1);
	for (int i = 0; i < 20; i++)
		getppid();
	for (size_t i = 0; i < sizeof(mine); i++)
		CHECK_EQ(mine[i], (char)(at * 16 + signo % 16));
	/* One shot at a time: a period may be shorter than what a traced handler takes. */
	if (!--depth)
		setitimer(ITIMER_REAL, &once, NULL);
}

int main(void)
{
	stack_t alt = { .ss_sp = stack, .ss_size = sizeof(stack) };

	CHECK(!sigaltstack(&alt, NULL));
	probe_handle(SIGUSR1, handler, SA_ONSTACK | SA_NODEFER);
	probe_handle(SIGUSR2, handler, SA_ONSTACK | SA_NODEFER);
	probe_handle(SIGALRM, handler, SA_ONSTACK);
	CHECK(!setitimer(ITIMER_REAL, &once, NULL));
	while (total < 6000)
		getppid();
	CHECK(deepest >= 4);
	return probe_ok();
}
