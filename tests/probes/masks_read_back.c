/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whatever is blocked is read back, SIGSYS, SIGSEGV and SIGBUS with the rest, and calls go on. */
#include <pthread.h>

#include "probe.h"

static const uint64_t never = 1ull << (SIGKILL - 1) | 1ull << (SIGSTOP - 1);

static long set(int how, uint64_t mask, uint64_t *old)
{
	return raw_call(SYS_rt_sigprocmask, how, (long)&mask, (long)old, 8, 0, 0);
}

static uint64_t get(void)
{
	uint64_t mask = 0x1234;

	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 99, 0, (long)&mask, 8, 0, 0), 0);
	return mask;
}

static void *thread(void *arg)
{
	CHECK_EQ(get(), *(uint64_t *)arg & ~(3ull << 31)); /* libc has two of its own */
	return arg;
}

int main(void)
{
	static const uint64_t masks[] = { ~0ull,
					  1ull << (SIGSYS - 1),
					  1ull << (SIGSEGV - 1),
					  1ull << (SIGBUS - 1),
					  0x80000000ull << 32,
					  0 };
	uint64_t old, mask;
	pthread_t id;
	pid_t child;

	for (size_t i = 0; i < sizeof(masks) / sizeof(masks[0]); i++) {
		CHECK_EQ(set(SIG_SETMASK, masks[i], &old), 0);
		CHECK_EQ(get(), masks[i] & ~never);
		CHECK_EQ(set(SIG_BLOCK, 1ull << (SIGSYS - 1), &old), 0);
		CHECK_EQ(old, masks[i] & ~never);
		CHECK_EQ(get(), (masks[i] | 1ull << (SIGSYS - 1)) & ~never);
		mask = get();
		CHECK_EQ(getppid(), raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0));
		CHECK(!pthread_create(&id, NULL, thread, &mask));
		pthread_join(id, NULL);
		child = fork();
		if (!child) {
			CHECK_EQ(get() | 3ull << 31, mask | 3ull << 31);
			_exit(0);
		}
		probe_join(child);
		set(SIG_SETMASK, mask, NULL); /* libc has two signals of its own */
		CHECK_EQ(set(SIG_UNBLOCK, 1ull << (SIGSYS - 1), &old), 0);
		CHECK_EQ(old, mask);
		CHECK_EQ(get(), mask & ~(1ull << (SIGSYS - 1)));
		CHECK_EQ(set(SIG_UNBLOCK, ~0ull, NULL), 0);
		CHECK_EQ(get(), 0);
	}
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 3, (long)&mask, 0, 8, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 0, 0, 4, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, (long)&mask, 0, 128, 0, 0), -EINVAL);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 8, 0, 8, 0, 0), -EFAULT);
	/* What is set is set, though the old one cannot be told. */
	mask = 1ull << (SIGUSR1 - 1);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&mask, 8, 8, 0, 0), -EFAULT);
	CHECK_EQ(get(), mask);
	/* With faults blocked, bad pointers still are only errors. */
	CHECK_EQ(set(SIG_SETMASK, ~0ull, NULL), 0);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, 8, 0, 8, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_rt_sigaction, SIGUSR1, 8, 0, 8, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_openat, -100, 8, 0, 0, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_write, 1, 8, 1, 0, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_execve, 8, 0, 0, 0, 0, 0), -EFAULT);
	return probe_ok();
}
