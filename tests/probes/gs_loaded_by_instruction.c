/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* %gs is the program's own, which loads it without a call, behind calls that were made often. */
#include "ldt.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sys/auxv.h>
#include <sys/prctl.h>

#ifndef HWCAP2_FSGSBASE
#define HWCAP2_FSGSBASE 2
#endif

static uint64_t words[1024];
static volatile int stop;

/* Calls from sites of all forms that may be rewritten. */
static void calls(int count, long want)
{
	for (int i = 0; i < count; i++) {
		long by_mov, by_pointer, by_after;

		__asm__ volatile("mov $110, %%eax\n\t"
				 "syscall\n\t"
				 "mov %%rax, %0\n\t"
				 "movq $110, %%rax\n\t"
				 "syscall\n\t"
				 "cmp $-4096, %%rax\n\t"
				 "mov %%rax, %1\n\t"
				 "movq $110, %%rax\n\t"
				 "syscall\n\t"
				 "test %%rax, %%rax\n\t"
				 "movq %%rax, %2"
				 : "=&r"(by_mov), "=&r"(by_pointer), "=&r"(by_after)
				 :
				 : "rax", "rcx", "r11", "memory", "cc");
		CHECK_EQ(by_mov, want);
		CHECK_EQ(by_pointer, want);
		CHECK_EQ(by_after, want);
		CHECK_EQ(syscall(SYS_getppid), want);
	}
}

static uint64_t gs_read(void)
{
	uint64_t base;

	__asm__ volatile("rdgsbase %0" : "=r"(base));
	return base;
}

static void gs_write(uint64_t base)
{
	__asm__ volatile("wrgsbase %0" : : "r"(base) : "memory");
}

static void gs_load(uint16_t selector)
{
	__asm__ volatile("mov %0, %%gs" : : "r"((unsigned int)selector) : "memory");
}

static void words_are_kept(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		CHECK_EQ(words[i], 0x1234567 + i);
}

static void null_selector(void)
{
	gs_load(0);
	calls(20, getppid());
}

static void selector_of_data(void)
{
	uint16_t selector;

	gs_load(0x2b);
	calls(20, getppid());
	__asm__ volatile("mov %%gs, %0" : "=r"(selector));
	CHECK_EQ(selector, 0x2b);
}

static void readable_base(void)
{
	uint64_t word;

	gs_write((uint64_t)words);
	calls(20, getppid());
	CHECK_EQ(gs_read(), words);
	__asm__ volatile("mov %%gs:8, %0" : "=r"(word));
	CHECK_EQ(word, words[1]);
}

static void unreadable_base(void)
{
	gs_write(1ul << 40);
	calls(20, getppid());
	CHECK_EQ(gs_read(), 1ul << 40);
	gs_write(0);
	calls(20, getppid());
	CHECK_EQ(gs_read(), 0);
}

static void readable_in_sandbox(void)
{
	struct sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { 1, &allow };

	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
	readable_base();
}

static void unreadable_in_sandbox(void)
{
	struct sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { 1, &allow };

	CHECK(!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
	CHECK(!prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program));
	unreadable_base();
}

static void faults_blocked(void)
{
	sigset_t all;

	sigfillset(&all);
	CHECK(!sigprocmask(SIG_SETMASK, &all, NULL));
	readable_base();
}

static void local_descriptor(void)
{
	struct user_desc desc = { .entry_number = 1,
				  .limit = 0xfffff,
				  .seg_32bit = 1,
				  .limit_in_pages = 1,
				  .useable = 1 };
	uint32_t *low = mmap((void *)0x10000000, 65536, PROT_READ | PROT_WRITE,
			     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	uint32_t word;

	CHECK(low == (uint32_t *)0x10000000);
	if (!ldt_works()) {
		dprintf(STDOUT_FILENO, "no segments of one's own here\n");
		return;
	}
	low[16384 - 1] = low[3] = 77;
	desc.base_addr = (unsigned int)(uintptr_t)low;
	CHECK(ldt_set(&desc));
	gs_load(SELECTOR(1));
	calls(20, getppid());
	__asm__ volatile("movl %%gs:12, %0" : "=r"(word));
	CHECK_EQ(word, 77);
	/* To another place while it is loaded. */
	desc.base_addr += 65536 - 12;
	CHECK(!syscall(SYS_modify_ldt, 0x11, &desc, sizeof(desc)));
	calls(20, getppid());
}

static void *callers(void *unused)
{
	(void)unused;
	while (!stop)
		calls(1, getppid());
	return NULL;
}

static void *inheriting(void *want)
{
	CHECK_EQ(gs_read(), want);
	calls(20, getppid());
	return NULL;
}

/* Some threads go on, one has its own, and what it begins inherits that. */
static void threads(void)
{
	pthread_t others[3], thread;
	pid_t child;

	for (int i = 0; i < 3; i++)
		CHECK(!pthread_create(&others[i], NULL, callers, NULL));
	usleep(10000);
	gs_write((uint64_t)words);
	CHECK(!pthread_create(&thread, NULL, inheriting, words));
	CHECK(!pthread_join(thread, NULL));
	calls(20, getppid());
	child = fork();
	if (!child) {
		CHECK_EQ(gs_read(), words);
		calls(20, getppid());
		_exit(0);
	}
	probe_join(child);
	CHECK_EQ(gs_read(), words);
	stop = 1;
	for (int i = 0; i < 3; i++)
		CHECK(!pthread_join(others[i], NULL));
}

int main(void)
{
	static void (*const by_selector[])(void) = { null_selector, selector_of_data,
						     local_descriptor };
	static void (*const by_base[])(void) = { readable_base,	      unreadable_base,
						 readable_in_sandbox, unreadable_in_sandbox,
						 faults_blocked,      threads };
	bool writes = getauxval(AT_HWCAP2) & HWCAP2_FSGSBASE;
	size_t selectors = sizeof(by_selector) / sizeof(by_selector[0]);
	size_t count = selectors + (writes ? sizeof(by_base) / sizeof(by_base[0]) : 0);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		words[i] = 0x1234567 + i;
	calls(20, getppid());
	for (size_t i = 0; i < count; i++) {
		pid_t child = fork();

		if (!child) {
			calls(20, getppid());
			(i < selectors ? by_selector[i] : by_base[i - selectors])();
			words_are_kept();
			_exit(0);
		}
		probe_join(child);
	}
	return probe_ok();
}
