/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* x87, MXCSR, xmm and ymm are kept over calls and handlers, and a handler begins with its own. */
#include "probe.h"

static volatile int hits;
static volatile bool over;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;
	struct _libc_fpstate *fp = uc->uc_mcontext.fpregs;
	unsigned int mxcsr;
	unsigned short control;

	(void)signo, (void)info;
	if (over)
		return;
	CHECK_EQ((uintptr_t)fp % 64, 0);
	CHECK_EQ(fp->mxcsr & 0xffc0, 0x7f80);
	CHECK_EQ(fp->cwd, 0x77f);
	CHECK_EQ(fp->_xmm[3].element[1], 0x33333333);
	__asm__ volatile("stmxcsr %0" : "=m"(mxcsr));
	__asm__ volatile("fnstcw %0" : "=m"(control));
	CHECK_EQ(mxcsr, 0x1f80);
	CHECK_EQ(control, 0x37f);
	__asm__ volatile("pcmpeqd %%xmm3, %%xmm3\n\tpcmpeqd %%xmm9, %%xmm9" : : : "xmm3", "xmm9");
	hits++;
}

int main(void)
{
	struct itimerval timer = { { 0, 200 }, { 0, 200 } };
	static uint64_t in[4]
		__attribute__((aligned(32))) = { 0x3333333333333333, 0x4444444444444444,
						 0x5555555555555555, 0x6666666666666666 };
	static uint64_t out[8] __attribute__((aligned(32)));
	bool avx = __builtin_cpu_supports("avx");
	unsigned int mxcsr = 0x7f80, mxcsr_now;
	unsigned short control = 0x77f, control_now;

	probe_handle(SIGALRM, handler, SA_RESTART);
	__asm__ volatile("ldmxcsr %0\n\tfldcw %1\n\tmovdqa %2, %%xmm3"
			 :
			 : "m"(mxcsr), "m"(control), "m"(in)
			 : "xmm3");
	raw_call(SYS_setitimer, ITIMER_REAL, (long)&timer, 0, 0, 0, 0);
	while (hits < 3000) {
		if (avx)
			__asm__ volatile("vmovdqa %2, %%ymm3\n\tvmovdqa %2, %%ymm9\n\t"
					 "mov $1000, %%eax\n\tsyscall\n\t"
					 "vmovdqa %%ymm3, %0\n\tvmovdqa %%ymm9, %1"
					 : "=m"(*(uint64_t(*)[4])out),
					   "=m"(*(uint64_t(*)[4])(out + 4))
					 : "m"(in)
					 : "rax", "rcx", "r11", "memory");
		else
			__asm__ volatile("movdqa %1, %%xmm3\n\tmov $1000, %%eax\n\tsyscall\n\t"
					 "movdqa %%xmm3, %0"
					 : "=m"(*(uint64_t(*)[2])out)
					 : "m"(in)
					 : "rax", "rcx", "r11", "memory");
		for (int i = 0; i < (avx ? 8 : 2); i++)
			if (out[i] != in[i % 4])
				CHECK_EQ(out[i], in[i % 4]);
		__asm__ volatile("stmxcsr %0" : "=m"(mxcsr_now));
		__asm__ volatile("fnstcw %0" : "=m"(control_now));
		CHECK_EQ(mxcsr_now & 0xffc0, mxcsr);
		CHECK_EQ(control_now, control);
	}
	over = true;
	return probe_ok();
}
