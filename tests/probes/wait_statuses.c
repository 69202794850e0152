/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How children end and stop, as wait tells: codes, signals, the core flag, reaper and parent-death
 * signals. */
#include <sys/prctl.h>
#include <sys/resource.h>

#include "probe.h"

int main(void)
{
	struct rlimit none = { 0, 0 };
	int status, *shared;
	pid_t pid;

	setrlimit(RLIMIT_CORE, &none);
	for (int signo = 1; signo < 65; signo++) {
		if (signo == SIGCHLD || signo == SIGCONT || signo == SIGURG || signo == SIGWINCH ||
		    signo == SIGSTOP || signo == SIGTSTP || signo == SIGTTIN || signo == SIGTTOU ||
		    signo == 32 || signo == 33)
			continue;
		pid = fork();
		if (!pid) {
			raise(signo);
			_exit(1);
		}
		CHECK_EQ(probe_wait(pid), signo);
	}
	for (int code = 0; code < 256; code += 51) {
		pid = fork();
		if (!pid)
			syscall(code % 2 ? SYS_exit : SYS_exit_group, code | 0x1200);
		CHECK_EQ(probe_wait(pid), code << 8);
	}
	shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	CHECK(!prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
	pid = fork();
	if (!pid) {
		pid_t middle = getpid();

		if (!fork()) {
			prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0);
			shared[0] = (int)getpid();
			while (getppid() == middle)
				pause();
			_exit(1);
		}
		while (!shared[0])
			syscall(SYS_sched_yield);
		_exit(0);
	}
	CHECK_EQ(probe_wait(pid), 0);
	CHECK_EQ(waitpid(shared[0], &status, 0), shared[0]);
	CHECK_EQ(status, SIGUSR1);
	pid = fork();
	if (!pid) {
		CHECK(setsid() == getpid());
		CHECK_EQ(getpgrp(), getpid());
		CHECK_ERRNO(setsid(), EPERM);
		_exit(0);
	}
	probe_join(pid);
	return probe_ok();
}
