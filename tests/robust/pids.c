// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * pids COUNT: so many children one after another, all with the same number, as in a small pid
 * namespace.  Each closes descriptor 1000 + its own place, which tells it apart, and
 * then exits with that, is killed, or executes /bin/true, by turns.
 */
#include <linux/sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void child(int place)
{
	close(1000 + place);
	if (place % 3 == 1)
		kill(getpid(), SIGKILL);
	if (place % 3 == 2)
		execl("/bin/true", "true", (char *)NULL);
	_exit(place % 100);
}

static int next_is(pid_t number)
{
	FILE *last = fopen("/proc/sys/kernel/ns_last_pid", "we");

	if (!last)
		return 0;
	fprintf(last, "%d", number - 1);
	return !fclose(last);
}

int main(int argc, char **argv)
{
	int count = argc > 1 ? atoi(argv[1]) : 10, status;
	pid_t number = fork(), pid;

	if (!number)
		_exit(0);
	if (waitpid(number, &status, 0) != number)
		return 1;
	for (int place = 0; place < count; place++) {
		struct clone_args args = { .exit_signal = SIGCHLD,
					   .set_tid = (uintptr_t)&number,
					   .set_tid_size = 1 };

		/* Of those by vfork the number is asked for of the namespace. */
		pid = place % 2 && next_is(number) ?
			      vfork() :
			      (pid_t)syscall(SYS_clone3, &args, sizeof(args));
		if (!pid)
			child(place);
		if (pid < 0) {
			perror("clone3");
			return 77;
		}
		if (waitpid(pid, &status, 0) != pid)
			return 1;
	}
	return 0;
}
