/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Blocked signals come by sigtimedwait and signalfd, with values, SIGSYS, SIGSEGV and SIGBUS among
 * them. */
#include <sys/signalfd.h>

#include "probe.h"

int main(void)
{
	static const int signals[] = { SIGUSR1, SIGSEGV, SIGBUS, SIGSYS, SIGCHLD, 40, 64 };
	struct timespec zero = { 0, 0 };
	struct signalfd_siginfo read_info;
	siginfo_t info;
	sigset_t all, set, pending;
	int fd;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, NULL);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		int signo = signals[i];
		union sigval value = { .sival_int = 1000 + signo };

		sigemptyset(&set);
		sigaddset(&set, signo);
		CHECK_ERRNO(sigtimedwait(&set, &info, &zero), EAGAIN);
		CHECK(!sigqueue(getpid(), signo, value));
		CHECK(!sigpending(&pending));
		CHECK(sigismember(&pending, signo));
		CHECK_EQ(sigtimedwait(&set, &info, &zero), signo);
		CHECK_EQ(info.si_value.sival_int, 1000 + signo);
		CHECK_EQ(info.si_code, SI_QUEUE);
		CHECK(!sigpending(&pending));
		CHECK(!sigismember(&pending, signo));

		fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
		CHECK(fd >= 0);
		CHECK_ERRNO(read(fd, &read_info, sizeof(read_info)), EAGAIN);
		CHECK(!sigqueue(getpid(), signo, value));
		CHECK_EQ(read(fd, &read_info, sizeof(read_info)), sizeof(read_info));
		CHECK_EQ(read_info.ssi_signo, signo);
		CHECK_EQ(read_info.ssi_int, 1000 + signo);
		close(fd);
	}
	return probe_ok();
}
