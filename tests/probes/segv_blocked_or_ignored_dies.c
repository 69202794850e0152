/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A fault whose signal is blocked or ignored is death all the same, default or handled. */
#include "probe.h"

static void handler(int signo)
{
	(void)signo;
	_exit(2);
}

int main(void)
{
	for (int i = 0; i < 12; i++) {
		static const int signals[] = { SIGSEGV, SIGBUS, SIGILL };
		int signo = signals[i % 3], status;
		pid_t child = fork();

		if (!child) {
			sigset_t set;

			sigemptyset(&set);
			sigaddset(&set, signo);
			if (i < 9)
				signal(signo, i < 3 ? SIG_IGN : i < 6 ? handler : SIG_DFL);
			if (i >= 3 && i < 9)
				sigprocmask(SIG_BLOCK, &set, NULL);
			if (signo == SIGSEGV) {
				*(volatile char *)16 = 1;
			} else if (signo == SIGBUS) {
				char path[] = "/tmp/probe-XXXXXX", *page;
				int fd = mkstemp(path);

				unlink(path);
				page = mmap(NULL, 4096, PROT_READ, MAP_SHARED, fd, 0);
				_exit(*(volatile char *)page);
			}
			__asm__ volatile("ud2");
		}
		status = probe_wait(child);
		CHECK(WIFSIGNALED(status));
		CHECK_EQ(WTERMSIG(status), signo);
	}
	return probe_ok();
}
