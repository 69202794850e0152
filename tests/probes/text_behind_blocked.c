/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Calls that block all signals, and children that are born with all of them blocked: what is
 * behind the call is executed as it stands. */
#include "probe.h"

/* Not the number's load right before; behind it three bytes that lead nowhere as an offset. */
#define CALL(nr) "mov $" #nr ", %%eax\n\tnop\n\tsyscall\n\ttest %%rax, %%rax\n\t"

static __attribute__((noinline)) long set_mask(const sigset_t *set)
{
	register long size __asm__("r10") = 8;
	long ret;

	__asm__ volatile(CALL(14) "js 1f\n\tnop\n1:" /* rt_sigprocmask */
			 : "=&a"(ret)
			 : "D"(SIG_SETMASK), "S"(set), "d"(0), "r"(size)
			 : "rcx", "r11", "memory", "cc");
	return ret;
}

static __attribute__((noinline)) long vfork_and_exit(void)
{
	long ret;

	__asm__ volatile(CALL(58) "jnz 1f\n\t"
				  "mov $60, %%eax\n\tmov $7, %%edi\n\tsyscall\n1:"
			 : "=&a"(ret)
			 :
			 : "rcx", "r11", "rdi", "memory", "cc");
	return ret;
}

int main(void)
{
	sigset_t all, none;

	sigfillset(&all);
	sigemptyset(&none);
	for (int i = 0; i < 20; i++) {
		CHECK_EQ(set_mask(&all), 0);
		CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&none, 0, 8, 0, 0), 0);
	}
	for (int i = 0; i < 20; i++) {
		long child;

		CHECK(!sigprocmask(SIG_SETMASK, &all, NULL));
		child = vfork_and_exit();
		CHECK(!sigprocmask(SIG_SETMASK, &none, NULL));
		CHECK(child > 0);
		CHECK_EQ(probe_wait((pid_t)child), 7 << 8);
	}
	return probe_ok();
}
