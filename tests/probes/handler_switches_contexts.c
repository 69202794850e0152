/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A scheduler of coroutines in a timer's handler: swapcontext out of one handler's frame into
 * another's. */
#include "probe.h"

#define THREADS 4

static ucontext_t contexts[THREADS], done;
static volatile int current, switches;
static volatile long work[THREADS];

static void handler(int signo)
{
	int from = current, to = (from + 1) % THREADS;

	(void)signo;
	switches++;
	current = to;
	swapcontext(&contexts[from], &contexts[to]);
}

static void coroutine(int self)
{
	sigset_t set;

	sigemptyset(&set);
	sigprocmask(SIG_SETMASK, &set, NULL);
	while (switches < 5000) {
		pid_t pid = getppid();

		(void)current;
		CHECK_EQ(pid, syscall(SYS_getppid));
		work[self]++;
	}
	setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL);
	setcontext(&done);
}

int main(void)
{
	struct itimerval timer = { { 0, 200 }, { 0, 200 } };
	volatile int entered = 0;

	signal(SIGALRM, handler);
	for (int i = 0; i < THREADS; i++) {
		getcontext(&contexts[i]);
		contexts[i].uc_stack.ss_sp = malloc(65536);
		contexts[i].uc_stack.ss_size = 65536;
		/* A switch must not be interrupted by the next. */
		sigaddset(&contexts[i].uc_sigmask, SIGALRM);
		makecontext(&contexts[i], (void (*)(void))coroutine, 1, i);
	}
	getcontext(&done);
	if (!entered++) {
		/* Not before the first of them runs, whose place a handler would take. */
		CHECK(!sigprocmask(SIG_SETMASK, &contexts[0].uc_sigmask, NULL));
		CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
		setcontext(&contexts[0]);
	}
	for (int i = 0; i < THREADS; i++)
		CHECK(work[i] > 0);
	return probe_ok();
}
