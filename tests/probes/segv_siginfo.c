/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Faults of every kind: si_code, si_addr, PC, and the program goes on behind them. */
#include <fcntl.h>
#include <setjmp.h>

#include "probe.h"

static sigjmp_buf back;
static volatile siginfo_t got;
static volatile uintptr_t pc, trapno;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)signo;
	memcpy((void *)&got, info, sizeof(got));
	pc = (uintptr_t)uc->uc_mcontext.gregs[REG_RIP];
	trapno = (uintptr_t)uc->uc_mcontext.gregs[REG_TRAPNO];
	siglongjmp(back, 1);
}

#define FAULT(statement)                    \
	do {                                \
		if (!sigsetjmp(back, 1)) {  \
			statement;          \
			CHECK(!"no fault"); \
		}                           \
	} while (0)

int main(void)
{
	char path[] = "/tmp/probe-XXXXXX";
	char *page, *file;
	int fd = mkstemp(path);

	unlink(path);
	CHECK(fd >= 0 && !ftruncate(fd, 8192));
	page = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	file = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	CHECK(!ftruncate(fd, 0));
	for (int signo = SIGILL; signo <= SIGSEGV; signo++)
		if (signo == SIGILL || signo == SIGTRAP || signo == SIGBUS || signo == SIGFPE ||
		    signo == SIGSEGV)
			probe_handle(signo, handler, 0);
	for (int i = 0; i < 10; i++) {
		FAULT(*(volatile char *)16);
		CHECK_EQ(got.si_signo, SIGSEGV);
		CHECK_EQ(got.si_code, SEGV_MAPERR);
		CHECK_EQ(got.si_addr, 16);
		CHECK_EQ(trapno, 14);
		FAULT(*(volatile char *)8 = 1);
		CHECK_EQ(got.si_addr, 8);
		FAULT(((void (*)(void))0)());
		CHECK_EQ(got.si_addr, 0);
		CHECK_EQ(pc, 0);
		FAULT(((void (*)(void))5)());
		CHECK_EQ(pc, 5);
		FAULT(*(volatile char *)(page + 5) = 1);
		CHECK_EQ(got.si_code, SEGV_ACCERR);
		CHECK_EQ(got.si_addr, page + 5);
		FAULT(*(volatile char *)0x8000000000000000);
		CHECK_EQ(got.si_code, SI_KERNEL);
		CHECK_EQ(got.si_addr, 0);
		FAULT(((void (*)(void))page)());
		CHECK_EQ(pc, page);
		FAULT(*(volatile char *)(file + 100) = 1);
		CHECK_EQ(got.si_signo, SIGBUS);
		CHECK_EQ(got.si_code, BUS_ADRERR);
		CHECK_EQ(got.si_addr, file + 100);
		FAULT(__asm__ volatile("ud2"));
		CHECK_EQ(got.si_signo, SIGILL);
		CHECK_EQ(got.si_addr, pc);
		FAULT(__asm__ volatile("int3"));
		CHECK_EQ(got.si_signo, SIGTRAP);
		FAULT(__asm__ volatile("xor %%ecx, %%ecx\n\txor %%edx, %%edx\n\tdiv %%ecx"
				       :
				       :
				       : "eax", "ecx", "edx"));
		CHECK_EQ(got.si_signo, SIGFPE);
		CHECK_EQ(got.si_code, FPE_INTDIV);
		FAULT(__asm__ volatile("hlt"));
		CHECK_EQ(got.si_signo, SIGSEGV);
		CHECK_EQ(got.si_code, SI_KERNEL);
		getppid();
	}
	/* Files cut short under a call's pointer. */
	CHECK_EQ(raw_call(SYS_write, 1, (long)file, 10, 0, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_openat, AT_FDCWD, (long)file, 0, 0, 0, 0), -EFAULT);
	CHECK_EQ(raw_call(SYS_rt_sigprocmask, 0, (long)file, 0, 8, 0, 0), -EFAULT);
	return probe_ok();
}
