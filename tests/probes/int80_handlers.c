/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Handlers set by 32-bit calls: frames of 32 bits, and 32-bit code, whatever they interrupt,
 * which stands in low memory here, for such a frame has no room for more.
 */
#include "int80.h"

#define LOW 0x10000000ul
#define DATA 0x10004000ul
#define STACK32 0x10008000ul
#define ALTSTACK 0x10010000ul
#define ALTSTACK_SIZE 32768u

struct data {
	uint32_t signo, info, context, sp, hits, cs, ds, parent, skip, ret, ebx, esi, wanted;
	uint32_t pad;
	struct {
		uint32_t offset;
		uint16_t segment;
	} into, back;
	uint64_t sp64;
};

_Static_assert(offsetof(struct data, into) == 56 && offsetof(struct data, sp64) == 72, "in asm");

extern const char code_begin[], code_end[];
extern const char kill32[], fault32[], loop32[], kill64[], handler32[], restore_old[], restore_rt[],
	back64[], enter32[];

/* Data is at 0x10004000; back: a far pointer to back64, which gives the 64-bit stack back. */
__asm__(".pushsection .rodata\n"
	"code_begin:\n"
	".code32\n"
	"kill32:	mov $37, %eax\n"
	"	int $0x80\n"
	"	mov %eax, 0x10004000+36\n"
	"	mov %ebx, 0x10004000+40\n"
	"	mov %esi, 0x10004000+44\n"
	"	ljmp *0x10004000+64\n"
	"fault32: mov 0x10, %eax\n" /* 5 bytes */
	"	ljmp *0x10004000+64\n"
	"loop32: mov %ebx, %edi\n"
	"	xor %edx, %edx\n"
	"	mov $1, %ebx\n" /* SIG_UNBLOCK, what is at ecx */
	"	mov $126, %eax\n"
	"	int $0x80\n"
	"1:	mov $20, %eax\n"
	"	int $0x80\n"
	"	cmp %eax, %edi\n"
	"	jne 2f\n"
	"	mov 0x10004000+16, %eax\n"
	"	cmp %eax, 0x10004000+48\n"
	"	ja 1b\n"
	"	xor %eax, %eax\n"
	"2:	mov %eax, 0x10004000+36\n"
	"	xor %ebx, %ebx\n"
	"	mov $126, %eax\n"
	"	int $0x80\n"
	"	ljmp *0x10004000+64\n"
	"handler32: mov 4(%esp), %eax\n"
	"	mov %eax, 0x10004000\n"
	"	mov 8(%esp), %ecx\n"
	"	mov %ecx, 0x10004000+4\n"
	"	mov 12(%esp), %edx\n"
	"	mov %edx, 0x10004000+8\n"
	"	mov %esp, 0x10004000+12\n"
	"	incl 0x10004000+16\n"
	"	mov %cs, %eax\n"
	"	mov %eax, 0x10004000+20\n"
	"	mov %ds, %eax\n"
	"	mov %eax, 0x10004000+24\n"
	"	mov 0x10004000+32, %eax\n"
	"	test %eax, %eax\n"
	"	jz 1f\n"
	"	add %eax, 76(%edx)\n" /* uc.uc_mcontext.ip */
	"1:	mov $64, %eax\n"
	"	int $0x80\n"
	"	mov %eax, 0x10004000+28\n"
	"	pxor %xmm1, %xmm1\n"
	"	mov $-1, %ebx\n"
	"	mov $-1, %esi\n"
	"	ret\n"
	"restore_old: pop %eax\n"
	"	mov $119, %eax\n"
	"	int $0x80\n"
	"restore_rt: mov $173, %eax\n"
	"	int $0x80\n"
	".code64\n"
	"back64: mov 0x10004000+72, %rsp\n"
	"	jmp *(%rsp)\n"
	"kill64: mov %rsp, 0x10004000+72\n"
	"	mov $0x10008000-64, %esp\n"
	"	mov $37, %eax\n"
	"	int $0x80\n"
	"	mov %eax, 0x10004000+36\n"
	"	mov 0x10004000+72, %rsp\n"
	"	ret\n"
	"enter32: mov $0x2b, %eax\n"
	"	mov %eax, %ds\n"
	"	lea 1f(%rip), %rax\n"
	"	push %rax\n"
	"	mov %rsp, 0x10004000+72\n"
	"	mov $0x10008000-64, %esp\n"
	"	ljmp *0x10004000+56\n"
	"1:	pop %rax\n"
	"	ret\n"
	"code_end:\n"
	".popsection\n");

static struct data *const data = (void *)DATA;

static uint32_t low_of(const char *label)
{
	return (uint32_t)(LOW + (uintptr_t)(label - code_begin));
}

/* At `label`, with those in ebx and ecx; what the frame does not have stays. */
static void run(const char *start, const char *label, long ebx, long ecx)
{
	uint64_t kept[4] = { 0x1111222233334444, 0x5555666677778888, 0x99aabbccddeeff00, 42 };
	uint64_t vector[2] = { 0x0123456789abcdef, 0xfedcba9876543210 }, was[2];

	long at = low_of(start);

	memcpy(was, vector, sizeof(was));
	data->into.offset = label ? low_of(label) : 0;
	data->into.segment = 0x23;
	data->back.offset = low_of(back64);
	data->back.segment = 0x33;
	__asm__ volatile("mov 0(%[kept]), %%r12\n\t"
			 "mov 8(%[kept]), %%r13\n\t"
			 "mov 16(%[kept]), %%r14\n\t"
			 "mov 24(%[kept]), %%r15\n\t"
			 "movdqu (%[vector]), %%xmm1\n\t"
			 "sub $128, %%rsp\n\t"
			 "push %[kept]\n\t"
			 "push %[vector]\n\t"
			 "push %%rbp\n\t"
			 "mov $0x77, %%esi\n\t"
			 "call *%[start]\n\t"
			 "pop %%rbp\n\t"
			 "pop %[vector]\n\t"
			 "pop %[kept]\n\t"
			 "add $128, %%rsp\n\t"
			 "mov %%r12, 0(%[kept])\n\t"
			 "mov %%r13, 8(%[kept])\n\t"
			 "mov %%r14, 16(%[kept])\n\t"
			 "mov %%r15, 24(%[kept])\n\t"
			 "movdqu %%xmm1, (%[vector])\n\t"
			 : "+b"(ebx), "+c"(ecx), [start] "+a"(at)
			 : [kept] "r"(kept), [vector] "r"(vector)
			 : "rdx", "rsi", "rdi", "r12", "r13", "r14", "r15", "xmm1", "memory", "cc");
	CHECK_EQ(kept[0], 0x1111222233334444);
	CHECK_EQ(kept[1], 0x5555666677778888);
	CHECK_EQ(kept[2], 0x99aabbccddeeff00);
	CHECK_EQ(kept[3], 42);
	CHECK(!memcmp(vector, was, sizeof(was)));
}

static uint32_t word(uint32_t at)
{
	return *(volatile uint32_t *)(uintptr_t)at;
}

static void set(int signo, uint32_t flags, uint64_t mask)
{
	uint32_t *action = (void *)(LOW + 0x5000);

	action[0] = low_of(handler32);
	action[1] = flags | 0x04000000;
	action[2] = low_of(flags & SA_SIGINFO ? restore_rt : restore_old);
	memcpy(&action[3], &mask, 8);
	CHECK_EQ(call80(NR32_rt_sigaction, signo, low32(action), 0, 8, 0, 0), 0);
}

static void sent(const char *start, const char *label)
{
	data->hits = data->skip = 0;
	data->ret = 77;
	run(start, label, getpid(), SIGUSR1);
	CHECK_EQ(data->hits, 1);
	CHECK_EQ(data->ret, 0);
	CHECK_EQ(data->signo, SIGUSR1);
	CHECK_EQ(data->cs, 0x23);
	CHECK_EQ(data->ds, 0x2b);
	CHECK_EQ(data->parent, getppid());
}

static bool on_altstack(uint32_t sp)
{
	return sp > ALTSTACK && sp <= ALTSTACK + ALTSTACK_SIZE;
}

int main(void)
{
	const uint64_t mask = 1ul << (SIGSYS - 1) | 1ul << (SIGHUP - 1) | 1ul << 40;
	struct itimerval timer = { { 0, 300 }, { 0, 300 } };
	stack_t stack = { .ss_sp = (void *)ALTSTACK, .ss_size = ALTSTACK_SIZE };
	struct sigaction action;
	uint64_t now = 0;
	uint32_t *low;

	low_memory(4096, PROT_READ);
	low = mmap((void *)LOW, 0x20000, PROT_READ | PROT_WRITE | PROT_EXEC,
		   MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	if (low != (void *)LOW)
		probe_skip("there is no room where the code was made for");
	memcpy(low, code_begin, (size_t)(code_end - code_begin));

	/* Each kind of frame, over each kind of code. */
	set(SIGUSR1, SA_SIGINFO, mask);
	for (int i = 0; i < 5; i++) {
		sent(enter32, kill32);
		CHECK_EQ(data->ebx, getpid());
		CHECK_EQ(data->esi, 0x77);
		CHECK_EQ(word(data->info), SIGUSR1);
		CHECK_EQ(word(data->info + 8), SI_USER);
		CHECK_EQ(word(data->info + 12), getpid());
		CHECK_EQ(word(data->context + 80), 0x23);
		CHECK_EQ(word(data->context + 76), low_of(kill32) + 7);
		sent(kill64, NULL);
		CHECK_EQ(word(data->context + 80), 0x33);
		CHECK_EQ(word(data->context + 108), 0);
	}
	set(SIGUSR1, 0, 0);
	for (int i = 0; i < 5; i++) {
		sent(enter32, kill32);
		CHECK_EQ((data->sp + 4) & 15, 0);
		sent(kill64, NULL);
	}
	/* The handler's own mask is in force in it, and the one before after it. */
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_BLOCK, 0, (long)&now, 8, 0, 0), 0);
	CHECK_EQ(now, 0);
	set(SIGUSR1, SA_SIGINFO | SA_RESETHAND, 0);
	sent(enter32, kill32);
	CHECK(!sigaction(SIGUSR1, NULL, &action));
	CHECK(action.sa_handler == SIG_DFL);

	CHECK(!sigaltstack(&stack, NULL));
	set(SIGUSR1, SA_SIGINFO | SA_ONSTACK, 0);
	sent(enter32, kill32);
	CHECK(on_altstack(data->sp));
	CHECK_EQ(word(data->context + 8), ALTSTACK);
	set(SIGUSR1, SA_ONSTACK, 0);
	sent(kill64, NULL);
	CHECK(on_altstack(data->sp));

	/* A fault, whose handler goes on behind it. */
	set(SIGSEGV, SA_SIGINFO, 0);
	data->hits = 0;
	data->skip = 5;
	run(enter32, fault32, 0, 0);
	CHECK_EQ(data->hits, 1);
	CHECK_EQ(word(data->info + 8), SEGV_MAPERR);
	CHECK_EQ(word(data->info + 12), 0x10);
	CHECK_EQ(word(data->context + 20 + 84), 0x10); /* cr2 */
	data->skip = 0;

	/* At every place, that of a call included. */
	set(SIGALRM, SA_SIGINFO, mask);
	data->hits = 0;
	data->wanted = 500;
	now = 1ul << (SIGALRM - 1);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, SIG_BLOCK, (long)&now, 0, 8, 0, 0), 0);
	memcpy(low + 0x1600, &now, 8);
	CHECK(!setitimer(ITIMER_REAL, &timer, NULL));
	run(enter32, loop32, getpid(), low32(low + 0x1600));
	CHECK(data->hits >= 500);
	CHECK_EQ(data->ret, 0);
	CHECK(!setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL));

	/* One that 64-bit calls set has its own kind again. */
	CHECK(signal(SIGUSR1, SIG_IGN) != SIG_ERR);
	CHECK_EQ(raw_call(SYS_getppid, 0, 0, 0, 0, 0, 0), getppid());
	return probe_ok();
}
