/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* rcx is the address after the call, r11 the flags, all else but rax is kept; so is the red zone.
 */
#include "probe.h"

struct all {
	uint64_t rbx, rbp, r12, r13, r14, r15, rdi, rsi, rdx, r10, r8, r9, rcx, r11, rax, pc, flags;
};

void one_call(struct all *in, struct all *out, uint64_t *zone);

__asm__(".globl one_call\n"
	"one_call:\n"
	"	push %rbx; push %rbp; push %r12; push %r13; push %r14; push %r15\n"
	"	push %rsi; push %rdx\n"
	/* the red zone: sixteen words below rsp */
	"	mov $16, %ecx\n"
	"1:	mov %rcx, %rax\n"
	"	neg %rax\n"
	"	mov %rcx, (%rsp, %rax, 8)\n"
	"	loop 1b\n"
	"	mov %rdi, %rax\n"
	"	mov 0(%rax), %rbx; mov 8(%rax), %rbp; mov 16(%rax), %r12; mov 24(%rax), %r13\n"
	"	mov 32(%rax), %r14; mov 40(%rax), %r15; mov 48(%rax), %rdi; mov 56(%rax), %rsi\n"
	"	mov 64(%rax), %rdx; mov 72(%rax), %r10; mov 80(%rax), %r8; mov 88(%rax), %r9\n"
	"	mov 112(%rax), %rax\n"
	"	syscall\n"
	"one_call_after:\n"
	"	mov %rax, -136(%rsp)\n"
	"	mov 8(%rsp), %rax\n"
	"	mov %rbx, 0(%rax); mov %rbp, 8(%rax); mov %r12, 16(%rax); mov %r13, 24(%rax)\n"
	"	mov %r14, 32(%rax); mov %r15, 40(%rax); mov %rdi, 48(%rax); mov %rsi, 56(%rax)\n"
	"	mov %rdx, 64(%rax); mov %r10, 72(%rax); mov %r8, 80(%rax); mov %r9, 88(%rax)\n"
	"	mov %rcx, 96(%rax); mov %r11, 104(%rax)\n"
	"	mov -136(%rsp), %rcx\n"
	"	mov %rcx, 112(%rax)\n"
	"	lea one_call_after(%rip), %rcx\n"
	"	mov %rcx, 120(%rax)\n"
	"	mov $16, %ecx\n"
	"	mov (%rsp), %rdx\n"
	"2:	mov %rcx, %rax\n"
	"	neg %rax\n"
	"	mov (%rsp, %rax, 8), %rsi\n"
	"	mov %rsi, -8(%rdx, %rcx, 8)\n"
	"	loop 2b\n"
	"	mov 8(%rsp), %rax\n"
	"	add $16, %rsp\n"
	"	pushfq\n"
	"	popq 128(%rax)\n"
	"	pop %r15; pop %r14; pop %r13; pop %r12; pop %rbp; pop %rbx\n"
	"	ret\n");

static void check(long nr, bool known)
{
	uint64_t zone[16];
	struct all in, out;

	for (size_t i = 0; i < sizeof(in) / 8; i++)
		((uint64_t *)&in)[i] = 0x0123456789abcd00 + i * 0x1111;
	in.rax = (uint64_t)nr;
	memset(&out, 0, sizeof(out));
	one_call(&in, &out, zone);
	for (size_t i = 0; i < 12; i++)
		CHECK_EQ(((uint64_t *)&out)[i], ((uint64_t *)&in)[i]);
	CHECK_EQ(out.rcx, out.pc);
	CHECK_EQ(out.r11 & ~0x8d5ul, 0x202);
	for (size_t i = 0; i < 16; i++)
		CHECK_EQ(zone[i], i + 1);
	if (!known)
		CHECK_EQ(out.rax, -ENOSYS);
}

int main(void)
{
	static const long calls[] = { SYS_getpid, SYS_getppid, SYS_gettid, SYS_getuid,
				      SYS_sched_yield };

	for (int n = 0; n < 50; n++)
		for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
			check(calls[i], true);
	for (int n = 0; n < 5; n++) {
		check(1000, false);
		check(-1, false);
		check(0x40000000 | SYS_getpid, false);
		check(0x7fffffffffffffff, false);
		check(0xffffffff, false);
		check(337, false);
		check(423, false);
	}
	return probe_ok();
}
