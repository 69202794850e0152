/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* clone3: a pidfd, a chosen number, CLONE_CLEAR_SIGHAND, exit signals, bad arguments. */
#include <linux/sched.h>
#include <poll.h>

#include "probe.h"

#ifndef P_PIDFD
#define P_PIDFD 3
#endif

static void handler(int signo)
{
	(void)signo;
}

int main(void)
{
	for (int i = 0; i < 20; i++) {
		int pidfd = -1, parent_tid = 0;
		struct clone_args args = {
			.flags = CLONE_PIDFD | CLONE_CLEAR_SIGHAND | CLONE_PARENT_SETTID,
			.pidfd = (uintptr_t)&pidfd,
			.parent_tid = (uintptr_t)&parent_tid,
			.exit_signal = i % 2 ? SIGCHLD : 0,
		};
		siginfo_t info;
		long pid;

		signal(SIGUSR1, handler);
		signal(SIGSEGV, handler);
		signal(SIGUSR2, SIG_IGN);
		pid = syscall(SYS_clone3, &args, sizeof(args));
		CHECK(pid >= 0);
		if (!pid) {
			struct sigaction action;

			sigaction(SIGUSR1, NULL, &action);
			CHECK(action.sa_handler == SIG_DFL);
			sigaction(SIGSEGV, NULL, &action);
			CHECK(action.sa_handler == SIG_DFL);
			sigaction(SIGUSR2, NULL, &action);
			CHECK(action.sa_handler == SIG_IGN);
			signal(SIGUSR1, handler);
			raise(SIGUSR1);
			_exit(7);
		}
		CHECK_EQ(parent_tid, pid);
		CHECK(pidfd >= 0);
		CHECK(!waitid(P_PIDFD, (id_t)pidfd, &info, WEXITED | __WALL));
		CHECK_EQ(info.si_status, 7);
		CHECK_EQ(info.si_pid, pid);
		close(pidfd);
		if (!geteuid()) {
			pid_t wanted = (pid_t)pid;

			args = (struct clone_args){ .exit_signal = SIGCHLD,
						    .set_tid = (uintptr_t)&wanted,
						    .set_tid_size = 1 };
			pid = syscall(SYS_clone3, &args, sizeof(args));
			if (!pid)
				_exit(getpid() != wanted);
			if (pid > 0) {
				CHECK_EQ(pid, wanted);
				probe_join((pid_t)pid);
			} else {
				CHECK(errno == EEXIST || errno == EPERM);
			}
		}
		args = (struct clone_args){ .flags = CLONE_VM, .stack = (uintptr_t)&args };
		CHECK_ERRNO(syscall(SYS_clone3, &args, sizeof(args)), EINVAL);
		args = (struct clone_args){ .flags = CLONE_VM, .stack_size = 4096 };
		CHECK_ERRNO(syscall(SYS_clone3, &args, sizeof(args)), EINVAL);
		args = (struct clone_args){ .flags = CLONE_SIGHAND };
		CHECK_ERRNO(syscall(SYS_clone3, &args, sizeof(args)), EINVAL);
		args = (struct clone_args){ .exit_signal = 100 };
		CHECK_ERRNO(syscall(SYS_clone3, &args, sizeof(args)), EINVAL);
	}
	return probe_ok();
}
