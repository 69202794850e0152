// SPDX-License-Identifier: LGPL-2.1-or-later
/* A 32-bit program that traces its own child: by PTRACE_TRACEME, then by PTRACE_SEIZE. */
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu */
#include <signal.h>
#include <stdio.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	int status = 0;
	pid_t pid = fork();

	if (!pid) {
		if (ptrace(PTRACE_TRACEME, 0, 0, 0))
			_exit(1);
		raise(SIGSTOP);
		_exit(4);
	}
	waitpid(pid, &status, 0);
	printf("%d\n", WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP);
	ptrace(PTRACE_CONT, pid, 0, 0);
	waitpid(pid, &status, 0);
	printf("%d\n", WEXITSTATUS(status));
	pid = fork();
	if (!pid) {
		pause();
		_exit(1);
	}
	printf("%ld\n", ptrace(PTRACE_SEIZE, pid, 0, 0));
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	printf("%d\n", WTERMSIG(status));
	return 6;
}
