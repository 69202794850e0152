/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* clone3 with a struct larger than any known, the rest zero: as with the known size. */
#include <linux/sched.h>

#include "probe.h"

int main(void)
{
	static char page[8192] __attribute__((aligned(4096)));
	struct clone_args *args = (struct clone_args *)page;
	long pid;

	args->exit_signal = SIGCHLD;
	for (long size = 88; size <= 4096; size += 167 * 24) {
		pid = syscall(SYS_clone3, args, size);
		CHECK(pid >= 0);
		if (!pid)
			_exit(0);
		probe_join((pid_t)pid);
	}
	args->flags = CLONE_VM | CLONE_VFORK;
	for (long size = 88; size <= 4096; size += 167 * 24) {
		pid = raw_call(SYS_clone3, (long)args, size, 0, 0, 0, 0);
		if (!pid)
			raw_call(SYS_exit, 0, 0, 0, 0, 0, 0);
		CHECK(pid > 0);
		probe_join((pid_t)pid);
	}
	CHECK_ERRNO(syscall(SYS_clone3, args, 4097), E2BIG);
	CHECK_ERRNO(syscall(SYS_clone3, args, 63), EINVAL);
	page[1000] = 1;
	CHECK_ERRNO(syscall(SYS_clone3, args, 2000), E2BIG);
	CHECK_ERRNO(syscall(SYS_clone3, 8l, 88), EFAULT);
	CHECK_ERRNO(syscall(SYS_clone3, 8l, 1000), EFAULT);
	return probe_ok();
}
