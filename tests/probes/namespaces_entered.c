/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* New user, pid and mount namespaces, a chroot without /proc, another user: calls, signals, forks
 * in there. */
#include <sched.h>
#include <sys/mount.h>

#include "probe.h"

static volatile int calls;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)context;
	CHECK_EQ(info->si_pid, getpid());
	calls++;
}

static void live(void)
{
	for (int i = 0; i < 50; i++) {
		pid_t pid = fork();

		CHECK_EQ(pid < 0 ? errno : 0, 0);
		if (!pid) {
			raise(SIGUSR1);
			_exit(calls != i + 1);
		}
		probe_join(pid);
		raise(SIGUSR1);
		CHECK_EQ(calls, i + 1);
	}
}

/* An image begins whose children are in another pid namespace than it is. */
static void execed(void)
{
	pid_t pid = fork();

	if (!pid) {
		CHECK_EQ(getpid(), 1);
		live();
		pid = fork();
		if (!pid)
			execl("/proc/self/exe", "namespaces_entered", "third", NULL);
		probe_join(pid);
		_exit(0);
	}
	probe_join(pid);
	/* With its first process gone there are no more. */
	CHECK_ERRNO(fork(), ENOMEM);
}

int main(int argc, char **argv)
{
	pid_t pid;

	probe_handle(SIGUSR1, handler, 0);
	if (argc == 2) {
		if (!strcmp(argv[1], "second"))
			execed();
		return 0;
	}
	pid = fork();
	if (!pid) {
		if (unshare(CLONE_NEWUSER | CLONE_NEWPID))
			probe_skip("user namespaces are not allowed");
		execl("/proc/self/exe", "namespaces_entered", "second", NULL);
		_exit(1);
	}
	if (WEXITSTATUS(probe_wait(pid)) == PROBE_SKIPPED)
		return PROBE_SKIPPED;
	if (!geteuid()) {
		pid = fork();
		if (!pid) {
			CHECK(!unshare(CLONE_NEWPID));
			execl("/proc/self/exe", "namespaces_entered", "second", NULL);
			_exit(1);
		}
		probe_join(pid);
	}
	pid = fork();
	if (!pid) {
		if (unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWUTS |
			    CLONE_NEWIPC))
			probe_skip("user namespaces are not allowed");
		pid = fork();
		if (!pid) {
			CHECK_EQ(getpid(), 1);
			CHECK_EQ(syscall(SYS_gettid), 1);
			CHECK_EQ(getppid(), 0);
			live();
			if (!chroot("/sys") && !chdir("/"))
				for (int i = 0; i < 100; i++)
					CHECK_EQ(syscall(SYS_getpid), 1);
			_exit(0);
		}
		_exit(WEXITSTATUS(probe_wait(pid)));
	}
	if (WEXITSTATUS(probe_wait(pid)) == PROBE_SKIPPED)
		return PROBE_SKIPPED;
	if (!geteuid()) {
		pid = fork();
		if (!pid) {
			CHECK(!setresgid(65534, 65534, 65534));
			CHECK(!setresuid(65534, 65534, 65534));
			CHECK_EQ(getuid(), 65534);
			live();
			execl("/bin/true", "true", NULL);
			_exit(1);
		}
		probe_join(pid);
	}
	return probe_ok();
}
