/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A frame tells of the thread's last fault, and of no fault that the program has not had. */
#include "probe.h"

#include <setjmp.h>

static sigjmp_buf back;
static volatile greg_t err, trapno, cr2;

static void handler(int signo, siginfo_t *info, void *context)
{
	const greg_t *regs = ((ucontext_t *)context)->uc_mcontext.gregs;

	(void)info;
	err = regs[REG_ERR];
	trapno = regs[REG_TRAPNO];
	cr2 = regs[REG_CR2];
	if (signo == SIGSEGV)
		siglongjmp(back, 1);
}

int main(void)
{
	char *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(page != MAP_FAILED);
	CHECK_EQ(*(volatile char *)page, 0);
	probe_handle(SIGUSR1, handler, 0);
	probe_handle(SIGSEGV, handler, 0);
	for (int i = 0; i < 10; i++) {
		syscall(SYS_write, STDOUT_FILENO, (void *)16, 10); /* which is not a fault */
		raise(SIGUSR1);
		CHECK_EQ(err, 0);
		CHECK_EQ(trapno, 0);
	}
	if (!sigsetjmp(back, 1))
		*(volatile char *)page = 1;
	CHECK_EQ(err, 7);
	CHECK_EQ(trapno, 14);
	CHECK_EQ(cr2, page);
	err = trapno = cr2 = 0;
	for (int i = 0; i < 10; i++) {
		syscall(SYS_write, STDOUT_FILENO, (void *)16, 10);
		raise(SIGUSR1);
		CHECK_EQ(err, 7);
		CHECK_EQ(trapno, 14);
		CHECK_EQ(cr2, page);
	}
	return probe_ok();
}
