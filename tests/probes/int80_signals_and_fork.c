/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The 32-bit calls that make children and handle signals, from 64-bit code. */
#include "probe.h"

static long call80(long nr, long b, long c, long d, long s)
{
	long ret;

	__asm__ volatile("int $0x80"
			 : "=a"(ret)
			 : "0"(nr), "b"(b), "c"(c), "d"(d), "S"(s)
			 : "memory", "r8", "r9", "r10", "r11");
	return ret;
}

static volatile int hits;

static void handler(int signo)
{
	(void)signo;
	hits++;
}

int main(void)
{
	uint64_t *low = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
			     MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	uint64_t mask = 0;
	long pid;

	probe_needs_int80();
	signal(SIGUSR1, handler);
	low[0] = 1ul << (SIGUSR1 - 1) | 1ul << (SIGSYS - 1);
	CHECK_EQ(call80(175, SIG_BLOCK, (long)low, (long)&low[1], 8), 0); /* rt_sigprocmask */
	CHECK_EQ(low[1], 0);
	CHECK_EQ(syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask, 8), 0);
	CHECK_EQ(mask, low[0]);
	CHECK_EQ(raw_call(SYS_getpid, 0, 0, 0, 0, 0, 0), getpid());
	raise(SIGUSR1);
	CHECK_EQ(hits, 0);
	CHECK_EQ(call80(175, SIG_UNBLOCK, (long)low, 0, 8), 0);
	CHECK_EQ(hits, 1);
	pid = call80(2, 0, 0, 0, 0); /* fork */
	CHECK(pid >= 0);
	if (!pid) {
		CHECK_EQ(syscall(SYS_getpid), getpid());
		raise(SIGUSR1);
		CHECK_EQ(hits, 2);
		call80(1, 7, 0, 0, 0);
	}
	CHECK_EQ(probe_wait((pid_t)pid), 7 << 8);
	call80(252, 0, write(1, "ok int80_signals_and_fork\n", 26), 0, 0);
	return 1;
}
