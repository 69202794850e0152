/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* posix_spawn with file actions, a mask, defaults, a group; what its child finds. */
#include <fcntl.h>
#include <spawn.h>

#include "probe.h"

extern char **environ;

int main(int argc, char **argv)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	sigset_t set;
	pid_t pid;
	char byte;
	int pipes[2];

	if (argc > 1) {
		struct sigaction action;

		sigprocmask(SIG_BLOCK, NULL, &set);
		CHECK(sigismember(&set, SIGUSR2) && sigismember(&set, SIGSYS));
		CHECK(!sigismember(&set, SIGUSR1));
		sigaction(SIGINT, NULL, &action);
		CHECK(action.sa_handler == SIG_DFL);
		sigaction(SIGSEGV, NULL, &action);
		CHECK(action.sa_handler == SIG_IGN);
		CHECK_EQ(getpgrp(), getpid());
		CHECK_EQ(write(7, "x", 1), 1);
		CHECK_ERRNO(fcntl(8, F_GETFD), EBADF);
		return 0;
	}
	signal(SIGINT, SIG_IGN);
	signal(SIGSEGV, SIG_IGN);
	for (int i = 0; i < 20; i++) {
		CHECK(!pipe2(pipes, O_CLOEXEC));
		posix_spawn_file_actions_init(&actions);
		posix_spawn_file_actions_adddup2(&actions, pipes[1], 7);
		posix_spawnattr_init(&attr);
		posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
							POSIX_SPAWN_SETPGROUP);
		sigemptyset(&set);
		sigaddset(&set, SIGUSR2);
		sigaddset(&set, SIGSYS);
		posix_spawnattr_setsigmask(&attr, &set);
		sigemptyset(&set);
		sigaddset(&set, SIGINT);
		posix_spawnattr_setsigdefault(&attr, &set);
		CHECK_EQ(posix_spawn(&pid, "/proc/self/exe", &actions, &attr,
				     (char *[]){ argv[0], (char *)"child", NULL }, environ),
			 0);
		CHECK_EQ(read(pipes[0], &byte, 1), 1);
		probe_join(pid);
		close(pipes[0]);
		close(pipes[1]);
		CHECK_EQ(posix_spawn(&pid, "/nonexistent", NULL, NULL, argv, environ), ENOENT);
	}
	return probe_ok();
}
