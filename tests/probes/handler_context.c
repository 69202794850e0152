/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A handler's ucontext shows the program: PC in its own code, its stack, its registers, its mask.
 */
#include "probe.h"

static volatile long hits;
static volatile int inside;
static uintptr_t low, high; /* of the stack */
extern char loop_begin[], loop_end[], loop_call[];

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	greg_t *regs = uc->uc_mcontext.gregs;
	uint64_t mask;

	(void)signo, (void)info;
	if (!inside)
		return;
	hits++;
	CHECK((char *)regs[REG_RIP] >= loop_begin && (char *)regs[REG_RIP] <= loop_end);
	CHECK(regs[REG_RSP] > (long)low && regs[REG_RSP] < (long)high);
	CHECK_EQ(regs[REG_RBX], 0x1111);
	CHECK_EQ(regs[REG_RBP], 0x2222);
	CHECK_EQ(regs[REG_R12], 0x3333);
	CHECK_EQ(regs[REG_R13], 0x4444);
	CHECK_EQ(regs[REG_R14], 0x5555);
	CHECK_EQ(regs[REG_RDI], 0x6666);
	CHECK_EQ(regs[REG_RSI], 0x7777);
	CHECK_EQ(regs[REG_RDX], 0x8888);
	CHECK_EQ(regs[REG_R10], 0x9999);
	CHECK_EQ(regs[REG_R8], 0xaaaa);
	CHECK_EQ(regs[REG_R9], 0xbbbb);
	if ((char *)regs[REG_RIP] == loop_call) { /* about to call */
		CHECK_EQ(regs[REG_RAX], 1000);
	} else if ((char *)regs[REG_RIP] == loop_call + 2) {
		CHECK_EQ(regs[REG_RAX], -ENOSYS);
		CHECK_EQ(regs[REG_RCX], (long)loop_call + 2);
	}
	CHECK(uc->uc_mcontext.fpregs != NULL);
	CHECK_EQ(uc->uc_link, 0);
	CHECK_EQ(uc->uc_stack.ss_size, 0);
	memcpy(&mask, &uc->uc_sigmask, 8);
	CHECK_EQ(mask, 1ul << (SIGUSR2 - 1));
	CHECK_EQ(regs[REG_CSGSFS] & 0xffff, 0x33);
}

int main(void)
{
	struct itimerval timer = { { 0, 100 }, { 0, 100 } };
	char here;
	sigset_t set;

	low = (uintptr_t)&here - 65536;
	high = (uintptr_t)&here + 65536;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR2);
	sigprocmask(SIG_SETMASK, &set, NULL);
	probe_handle(SIGALRM, handler, 0);
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	__asm__ volatile(""
			 "mov $0x1111, %%ebx\n\t"
			 "sub $128, %%rsp\n\tpush %%rbp\n\tmov $0x2222, %%ebp\n\t"
			 "mov $0x3333, %%r12d\n\t"
			 "mov $0x4444, %%r13d\n\t"
			 "mov $0x5555, %%r14d\n\t"
			 "mov $0x6666, %%edi\n\t"
			 "mov $0x7777, %%esi\n\t"
			 "mov $0x8888, %%edx\n\t"
			 "mov $0x9999, %%r10d\n\t"
			 "mov $0xaaaa, %%r8d\n\t"
			 "mov $0xbbbb, %%r9d\n\t"
			 "movl $1, %1\n\t"
			 "loop_begin:\n\t"
			 "mov $1000, %%eax\n\t"
			 "loop_call: syscall\n\t"
			 "cmpq $5000, %0\n\t"
			 "jl loop_begin\n\t"
			 "loop_end:\n\t"
			 "movl $0, %1\n\t"
			 "mov $0, %%eax\n\tpop %%rbp\n\tadd $128, %%rsp\n\t"
			 :
			 : "m"(hits), "m"(inside)
			 : "rax", "rbx", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11",
			   "r12", "r13", "r14", "memory", "cc");
	return probe_ok();
}
