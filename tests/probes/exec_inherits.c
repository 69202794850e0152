/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Over exec: ignored stays ignored, handled becomes default, the mask and pending signals stay. */
#include "probe.h"

static void handler(int signo)
{
	(void)signo;
}

int main(int argc, char **argv)
{
	sigset_t set, old, pending;
	pid_t pid;

	sigfillset(&set);
	if (argc > 1) {
		struct sigaction action;

		sigprocmask(SIG_BLOCK, NULL, &old);
		sigpending(&pending);
		for (int signo = 1; signo < 65; signo++) {
			if (signo == SIGKILL || signo == SIGSTOP || signo == 32 || signo == 33)
				continue;
			CHECK(!sigaction(signo, NULL, &action));
			CHECK(action.sa_handler == (signo % 3 == 0 ? SIG_IGN : SIG_DFL));
			CHECK_EQ(sigismember(&old, signo), signo % 2);
			if (signo != SIGCHLD)
				CHECK_EQ(sigismember(&pending, signo),
					 signo == SIGTRAP || signo == 35);
		}
		return 0;
	}
	for (int i = 0; i < 5; i++) {
		pid = fork();
		if (!pid) {
			sigemptyset(&set);
			for (int signo = 1; signo < 65; signo++) {
				if (signo == 32 || signo == 33)
					continue;
				signal(signo, signo % 3 == 0 ? SIG_IGN :
					      signo % 3 == 1 ? handler :
							       SIG_DFL);
				if (signo % 2)
					sigaddset(&set, signo);
			}
			sigprocmask(SIG_SETMASK, &set, NULL);
			raise(SIGTRAP);
			raise(35);
			execl("/proc/self/exe", argv[0], "again", NULL);
			_exit(1);
		}
		probe_join(pid);
	}
	return probe_ok();
}
