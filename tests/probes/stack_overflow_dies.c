/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The same without an alternate stack, and with no handler: death by SIGSEGV. */
#include <sys/resource.h>

#include "probe.h"

static void handler(int signo)
{
	(void)signo;
	_exit(2);
}

static volatile bool enough;

static int recurse(volatile char *before)
{
	volatile char page[1024];

	page[0] = before ? *before : 1;
	if (enough)
		return 0;
	getppid();
	return recurse(page) + page[0];
}

int main(void)
{
	struct rlimit limit;

	getrlimit(RLIMIT_STACK, &limit);
	limit.rlim_cur = 512 << 10;
	CHECK(!setrlimit(RLIMIT_STACK, &limit));
	for (int handled = 0; handled < 3; handled++) {
		pid_t child = fork();
		int status;

		if (!child) {
			signal(SIGSEGV, handled == 0 ? SIG_DFL : handled == 1 ? handler : SIG_IGN);
			recurse(NULL);
		}
		status = probe_wait(child);
		CHECK(WIFSIGNALED(status));
		CHECK_EQ(WTERMSIG(status), SIGSEGV);
	}
	return probe_ok();
}
