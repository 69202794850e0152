/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* SIGSEGV, SIGBUS and SIGSYS sent, not caused: each comes once, before the sending call is over. */
#include "probe.h"

static volatile int calls, code, sender;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)context;
	calls++;
	code = info->si_code;
	sender = info->si_pid;
	CHECK_EQ(signo, info->si_signo);
}

int main(void)
{
	static const int signals[] = { SIGSEGV, SIGBUS, SIGSYS, SIGILL, SIGFPE, SIGTRAP, SIGUSR1 };

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		probe_handle(signals[i], handler, 0);
		for (int n = 1; n <= 100; n++) {
			calls = 0;
			CHECK(!kill(getpid(), signals[i]));
			CHECK_EQ(calls, 1);
			CHECK_EQ(code, SI_USER);
			CHECK_EQ(sender, getpid());
			CHECK(!raise(signals[i]));
			CHECK_EQ(calls, 2);
			CHECK_EQ(code, SI_TKILL);
		}
	}
	return probe_ok();
}
