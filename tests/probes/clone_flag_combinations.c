/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* clone with memory, files, file system, handlers shared or not, with a stack or without; who sees
 * what. */
#include <fcntl.h>
#include <sched.h>

#include "probe.h"

static volatile int value;
static int flags_now, fd_closed;
static pid_t child_tid;

static void handler(int signo)
{
	(void)signo;
}

static int child(void *arg)
{
	value = 7;
	if (arg)
		close(*(int *)arg);
	signal(SIGUSR1, handler);
	if (chdir("/proc"))
		return 3;
	return getpid() == gettid() ? 5 : 4;
}

int main(void)
{
	static const int flags[] = { 0,
				     CLONE_VM,
				     CLONE_FILES,
				     CLONE_FS,
				     CLONE_VM | CLONE_FILES,
				     CLONE_VM | CLONE_SIGHAND,
				     CLONE_VM | CLONE_VFORK,
				     CLONE_VFORK,
				     CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND,
				     CLONE_IO,
				     CLONE_VM | CLONE_SYSVSEM,
				     CLONE_UNTRACED };
	char *stack = mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	for (int round = 0; round < 10; round++)
		for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++) {
			int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
			struct sigaction action;
			char directory[256];
			int tid = 0;
			pid_t pid;

			flags_now = flags[i];
			value = 0;
			signal(SIGUSR1, SIG_DFL);
			CHECK(!chdir("/"));
			pid = clone(child, stack + 65536,
				    flags_now | SIGCHLD | CLONE_PARENT_SETTID | CLONE_CHILD_SETTID |
					    CLONE_CHILD_CLEARTID,
				    &fd, &tid, NULL, &child_tid);
			CHECK(pid > 0);
			CHECK_EQ(tid, pid);
			CHECK_EQ(probe_wait(pid), 5 << 8);
			CHECK_EQ(value, flags_now & CLONE_VM ? 7 : 0);
			if (flags_now & CLONE_VM)
				CHECK_EQ(child_tid, 0);
			fd_closed = fcntl(fd, F_GETFD) < 0;
			CHECK_EQ(fd_closed, !!(flags_now & CLONE_FILES));
			close(fd);
			CHECK(getcwd(directory, sizeof(directory)));
			CHECK_EQ(!strcmp(directory, "/proc"), !!(flags_now & CLONE_FS));
			sigaction(SIGUSR1, NULL, &action);
			CHECK(action.sa_handler == (flags_now & CLONE_SIGHAND ? handler : SIG_DFL));
		}
	CHECK_ERRNO(clone(child, stack + 65536, CLONE_SIGHAND | SIGCHLD, NULL), EINVAL);
	CHECK_ERRNO(clone(child, stack + 65536, CLONE_THREAD | SIGCHLD, NULL), EINVAL);
	return probe_ok();
}
