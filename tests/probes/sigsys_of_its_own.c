/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The program's own dealings with SIGSYS: default, ignored, handled, blocked, pending, inherited.
 */
#include "probe.h"

static volatile int calls;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)context;
	CHECK_EQ(signo, SIGSYS);
	CHECK_EQ(info->si_pid, getpid());
	calls++;
}

int main(int argc, char **argv)
{
	sigset_t set, pending, old;
	pid_t child;
	int status;

	sigemptyset(&set);
	sigaddset(&set, SIGSYS);
	if (argc > 1) {
		struct sigaction action;

		sigaction(SIGSYS, NULL, &action);
		sigprocmask(SIG_BLOCK, NULL, &old);
		CHECK(action.sa_handler == (argv[1][0] == 'i' ? SIG_IGN : SIG_DFL));
		CHECK_EQ(sigismember(&old, SIGSYS), argv[1][0] == 'b');
		getppid();
		return 0;
	}
	child = fork();
	if (!child) {
		raise(SIGSYS);
		_exit(2);
	}
	status = probe_wait(child);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
	child = fork();
	if (!child) {
		for (;;)
			pause();
	}
	probe_until_in(child, child, SYS_pause);
	kill(child, SIGSYS);
	status = probe_wait(child);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);

	signal(SIGSYS, SIG_IGN);
	raise(SIGSYS);
	child = fork();
	if (!child) {
		execl("/proc/self/exe", argv[0], "ignored", NULL);
		_exit(1);
	}
	probe_join(child);

	probe_handle(SIGSYS, handler, 0);
	raise(SIGSYS);
	CHECK_EQ(calls, 1);
	sigprocmask(SIG_BLOCK, &set, NULL);
	child = fork();
	if (!child) {
		execl("/proc/self/exe", argv[0], "blocked", NULL);
		_exit(1);
	}
	probe_join(child);
	kill(getpid(), SIGSYS);
	CHECK_EQ(calls, 1);
	sigpending(&pending);
	CHECK(sigismember(&pending, SIGSYS));
	sigprocmask(SIG_BLOCK, NULL, &old);
	CHECK(sigismember(&old, SIGSYS));
	child = fork(); /* what is pending is not inherited */
	if (!child) {
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		CHECK_EQ(calls, 1);
		_exit(0);
	}
	probe_join(child);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
	CHECK_EQ(calls, 2);
	return probe_ok();
}
