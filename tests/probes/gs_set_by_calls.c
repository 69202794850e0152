/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The gs base is the program's to set and to read, by a call from a place that has made many. */
#include "probe.h"

#include <asm/prctl.h>
#include <sys/prctl.h>

#ifndef PR_SET_SYSCALL_USER_DISPATCH
#define PR_SET_SYSCALL_USER_DISPATCH 59
#endif

static uint64_t words[2] = { 0x1234567, 0x7654321 };

static void gs_set(void)
{
	uint64_t base = 1, word;

	for (int i = 0; i < 20; i++)
		CHECK(syscall(SYS_getppid) > 0);
	CHECK_EQ(syscall(SYS_arch_prctl, ARCH_GET_GS, &base), 0);
	CHECK_EQ(base, 0);
	CHECK_EQ(syscall(SYS_arch_prctl, ARCH_SET_GS, words), 0);
	__asm__ volatile("mov %%gs:8, %0" : "=r"(word));
	CHECK_EQ(word, words[1]);
	for (int i = 0; i < 20; i++)
		CHECK(syscall(SYS_getppid) > 0);
	CHECK_EQ(syscall(SYS_arch_prctl, ARCH_GET_GS, &base), 0);
	CHECK_EQ(base, words);
	__asm__ volatile("mov %%gs:0, %0" : "=r"(word));
	CHECK_EQ(word, words[0]);
}

static void dispatch_set(void)
{
	for (int i = 0; i < 20; i++)
		CHECK(syscall(SYS_getppid) > 0);
	/* All of user space is the range that passes. */
	CHECK_EQ(syscall(SYS_prctl, PR_SET_SYSCALL_USER_DISPATCH, 1, 1L, (1L << 47) - 2, 0), 0);
	for (int i = 0; i < 20; i++)
		CHECK(syscall(SYS_getppid) > 0);
}

int main(void)
{
	pid_t pid = fork();

	if (!pid) {
		gs_set();
		_exit(0);
	}
	probe_join(pid);
	pid = fork();
	if (!pid) {
		dispatch_set();
		_exit(0);
	}
	probe_join(pid);
	return probe_ok();
}
