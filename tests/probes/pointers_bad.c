/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Bad pointers to every call that is made in another way than it came: EFAULT, as natively. */
#include <sys/epoll.h>

#include "probe.h"

int main(void)
{
	static const long bad[] = { 8, 4095, -4096, (long)0x8000000000000000, 0x800000000000 };
	long mask = 0, packed[2];
	int epoll = epoll_create1(0);

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		long p = bad[i];

		CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, p, 0, 8, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 0, p, 8, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, p, 0, 8, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 0, p, 8, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_sigaltstack, p, 0, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_sigaltstack, 0, p, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigsuspend, p, 8, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigpending, p, 8, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_ppoll, 0, 0, 0, p, 8, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_epoll_pwait, epoll, (long)&mask, 1, 0, p, 8), -EFAULT);
		CHECK_EQ(raw_call(SYS_pselect6, 0, 0, 0, 0, 0, p), -EFAULT);
		packed[0] = p;
		packed[1] = 8;
		CHECK_EQ(raw_call(SYS_pselect6, 0, 0, 0, 0, 0, (long)packed), -EFAULT);
		CHECK_EQ(raw_call(SYS_clone3, p, 88, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_execve, p, 0, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_execve, (long)"/bin/true", p, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_prlimit64, 0, 9, p, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_getrlimit, 9, p, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_openat, -100, p, 0, 0, 0, 0), -EFAULT);
		CHECK_EQ(raw_call(SYS_rt_sigtimedwait, p, 0, 0, 8, 0, 0), -EFAULT);
	}
	mask = 0;
	for (long size = 0; size < 300; size += 4) {
		if (size == 8)
			continue;
		CHECK_EQ(raw_call(SYS_rt_sigsuspend, (long)&mask, size, 0, 0, 0, 0), -EINVAL);
		CHECK_EQ(raw_call(SYS_ppoll, 0, 0, 0, (long)&mask, size, 0), -EINVAL);
		CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 0, 0, size, 0, 0), -EINVAL);
		CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 0, 0, size, 0, 0), -EINVAL);
		packed[0] = (long)&mask;
		packed[1] = size;
		CHECK_EQ(raw_call(SYS_pselect6, 0, 0, 0, 0, 0, (long)packed), -EINVAL);
	}
	return probe_ok();
}
