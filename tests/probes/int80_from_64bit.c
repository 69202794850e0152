/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* int $0x80 from 64-bit code: the 32-bit table, registers kept, rcx and r11 too. */
#include "probe.h"

static long call80(long nr, long b, long c, long d, long s, long di)
{
	long ret;
	register long r11 __asm__("r11") = 0x1234567812345678;

	__asm__ volatile("int $0x80"
			 : "=a"(ret), "+r"(r11)
			 : "0"(nr), "b"(b), "c"(c), "d"(d), "S"(s), "D"(di)
			 : "memory", "r8", "r9", "r10");
	CHECK_EQ(r11, 0x1234567812345678);
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
	char *low = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
	struct itimerval timer = { { 0, 200 }, { 0, 200 } };
	pid_t child;
	int pipes[2];

	CHECK(low != MAP_FAILED);
	probe_needs_int80();
	child = fork();
	if (!child) {
		raise(SIGSTOP);
		_exit(0);
	}
	CHECK(!pipe(pipes));
	CHECK(!sigaction(SIGALRM, &action, NULL));
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	while (hits < 500) {
		CHECK_EQ(call80(20, 0, 0, 0, 0, 0), getpid());
		CHECK_EQ(call80(64, 0, 0, 0, 0, 0), getppid());
		memcpy(low, "hello", 5);
		CHECK_EQ(call80(4, pipes[1], (long)low, 5, 0, 0), 5);
		memset(low, 0, 5);
		CHECK_EQ(call80(3, pipes[0], (long)low, 5, 0, 0), 5);
		CHECK(!memcmp(low, "hello", 5));
		CHECK_EQ(call80(9999, 0, 0, 0, 0, 0), -ENOSYS);
		CHECK_EQ(call80(4, pipes[1], -4096, 5, 0, 0), -EFAULT);
	}
	setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL);
	kill(child, SIGCONT);
	kill(child, SIGKILL);
	probe_wait(child);
	return probe_ok();
}
