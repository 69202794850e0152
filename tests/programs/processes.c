// SPDX-License-Identifier: LGPL-2.1-or-later
/* processes COUNT COMMAND...: runs COMMAND so often, by fork and by vfork in turn. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
	unsigned long count = strtoul(argv[1], NULL, 0);
	volatile unsigned long good = 0;

	if (argc < 3)
		return 2;
	for (volatile unsigned long i = 0; i < count; i++) {
		int status;
		pid_t pid = i % 2 ? vfork() : fork();

		if (!pid) {
			execv(argv[2], argv + 2);
			_exit(127);
		}
		if (pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
		    WEXITSTATUS(status) == 0)
			good++;
	}
	printf("%lu of %lu\n", good, count);
	return good != count;
}
