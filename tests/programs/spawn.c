// SPDX-License-Identifier: LGPL-2.1-or-later
/* posix_spawn with what it offers: file actions, signals, groups, sessions, failure. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static int run(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attr, const char *script)
{
	char *argv[] = { "sh", "-c", (char *)script, NULL };
	pid_t pid;
	int status, error = posix_spawn(&pid, "/bin/sh", actions, attr, argv, environ);

	if (error) {
		printf("%s: %s\n", script, strerror(error));
		return -1;
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(void)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	char *none[] = { "none", NULL };
	sigset_t set;
	pid_t pid;

	setvbuf(stdout, NULL, _IONBF, 0);
	printf("plain: %d\n", run(NULL, NULL, "exit 7"));

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 5, "five", O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_adddup2(&actions, 5, 1);
	posix_spawn_file_actions_addclose(&actions, 5);
	printf("actions: %d\n", run(&actions, NULL, "echo five"));
	printf("shown: %d\n", run(NULL, NULL, "cat five"));
	posix_spawn_file_actions_destroy(&actions);

	posix_spawnattr_init(&attr);
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	posix_spawnattr_setsigmask(&attr, &set);
	sigfillset(&set);
	posix_spawnattr_setsigdefault(&attr, &set);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
						POSIX_SPAWN_SETPGROUP);
	signal(SIGTERM, SIG_IGN);
	printf("blocked: %d\n", run(NULL, &attr, "exec grep SigBlk /proc/self/status"));
	printf("default: %d\n", run(NULL, &attr, "kill -TERM $$; exit 5"));
	printf("ignored: %d\n", run(NULL, NULL, "kill -TERM $$; exit 6"));
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSID);
	printf("session: %d\n", run(NULL, &attr, "test $(ps -o sid= -p $$) -eq $$"));
	posix_spawnattr_destroy(&attr);

	printf("absent: %s\n",
	       strerror(posix_spawn(&pid, "/does/not/exist", NULL, NULL, none, environ)));
	printf("absent in the path: %s\n",
	       strerror(posix_spawnp(&pid, "no-such-command", NULL, NULL, none, environ)));
	return 0;
}
