/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a handler writes into its ucontext is what the program goes on with. */
#include "probe.h"

extern char after_trap[];
static volatile int calls;

static void on_trap(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)signo, (void)info;
	uc->uc_mcontext.gregs[REG_RAX] = 0x1234567890;
	uc->uc_mcontext.gregs[REG_R15] = 0x77;
	uc->uc_mcontext.gregs[REG_RIP] = (long)after_trap;
	uc->uc_mcontext.fpregs->_xmm[7].element[0] = 0xabcdef;
	sigaddset(&uc->uc_sigmask, SIGUSR2);
	calls++;
}

/* Of a signal that interrupts a call that waits: it shall have returned 77, on the other stack. */
static void on_alarm(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)signo, (void)info;
	CHECK_EQ(uc->uc_mcontext.gregs[REG_RAX], -EINTR);
	uc->uc_mcontext.gregs[REG_RAX] = 77;
	calls++;
}

int main(void)
{
	uint64_t rax, r15, xmm;
	uint64_t mask;

	probe_handle(SIGTRAP, on_trap, 0);
	for (int i = 0; i < 10; i++) {
		__asm__ volatile("xor %%r15d, %%r15d\n\t"
				 "pxor %%xmm7, %%xmm7\n\t"
				 "int3\n\t"
				 "ud2\n\t"
				 "after_trap:\n\t"
				 "mov %%r15, %1\n\t"
				 "movq %%xmm7, %2\n\t"
				 : "=a"(rax), "=r"(r15), "=r"(xmm)
				 :
				 : "r15", "xmm7", "memory");
		CHECK_EQ(rax, 0x1234567890);
		CHECK_EQ(r15, 0x77);
		CHECK_EQ(xmm, 0xabcdef);
		syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask, 8);
		CHECK_EQ(mask, 1ul << (SIGUSR2 - 1));
	}
	CHECK_EQ(calls, 10);
	probe_handle(SIGALRM, on_alarm, 0);
	for (int i = 0; i < 5; i++) {
		ualarm(20000, 0);
		CHECK_EQ(raw_call(SYS_pause, 0, 0, 0, 0, 0, 0), 77);
	}
	return probe_ok();
}
