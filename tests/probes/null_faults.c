/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A call and a read through NULL, after calls by sites of all forms: nothing has been mapped
 * below vm.mmap_min_addr, and si_addr is 0. */
#include "probe.h"

#include <setjmp.h>

static sigjmp_buf back;
static siginfo_t got;
static greg_t pc;

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	got = *info;
	pc = ((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
	siglongjmp(back, 1);
}

static void calls(void)
{
	long ret;

	__asm__ volatile("mov %1, %%eax\n\tsyscall\n\t"
			 "mov %1, %%eax\n\tnop\n\tsyscall\n\tcmp $-4096, %%rax\n\t"
			 "mov %1, %%eax\n\tnop\n\tsyscall\n\tcmp $1, %%rax"
			 : "=a"(ret)
			 : "i"(SYS_getpid)
			 : "rcx", "r11", "memory", "cc");
	CHECK_EQ(ret, getpid());
}

static unsigned long first_number(const char *path, int base)
{
	char text[64] = "";
	FILE *file = fopen(path, "re");

	CHECK(file && fgets(text, sizeof(text), file));
	fclose(file);
	return strtoul(text, NULL, base);
}

int main(void)
{
	void (*volatile function)(void) = NULL;
	int *volatile pointer = NULL;

	probe_handle(SIGSEGV, handler, SA_NODEFER);
	for (int i = 0; i < 30; i++) {
		calls();
		got.si_addr = &got;
		if (!sigsetjmp(back, 1))
			function();
		CHECK_EQ(got.si_addr, 0);
		CHECK_EQ(got.si_code, SEGV_MAPERR);
		CHECK_EQ(pc, 0);
		got.si_addr = &got;
		if (!sigsetjmp(back, 1))
			CHECK(*pointer + 1);
		CHECK_EQ(got.si_addr, 0);
		CHECK_EQ(got.si_code, SEGV_MAPERR);
	}
	CHECK(first_number("/proc/self/maps", 16) >=
	      first_number("/proc/sys/vm/mmap_min_addr", 10));
	return probe_ok();
}
