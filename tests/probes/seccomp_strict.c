/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Strict mode: read, write, exit and sigreturn, and any other call is death. */
#include <linux/seccomp.h>
#include <sys/prctl.h>

#include "probe.h"

int main(void)
{
	int pipes[2];
	pid_t child;
	char byte = 1;

	CHECK(!pipe(pipes));
	child = fork();
	if (!child) {
		CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT));
		for (int i = 0; i < 100; i++)
			if (write(pipes[1], &byte, 1) != 1 || read(pipes[0], &byte, 1) != 1)
				syscall(SYS_exit, 1);
		syscall(SYS_exit, 0);
	}
	probe_join(child);
	return probe_ok();
}
