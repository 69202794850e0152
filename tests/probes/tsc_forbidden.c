/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* prctl(PR_SET_TSC, PR_TSC_SIGSEGV): the program's own rdtsc faults, its calls do not. */
#include <setjmp.h>
#include <sys/prctl.h>

#include "probe.h"

static sigjmp_buf back;

static void handler(int signo)
{
	(void)signo;
	siglongjmp(back, 1);
}

int main(void)
{
	int mode = 0, faults;

	CHECK(!prctl(PR_SET_TSC, PR_TSC_SIGSEGV));
	CHECK_EQ(syscall(SYS_getppid), getppid());
	CHECK(!prctl(PR_GET_TSC, &mode));
	CHECK_EQ(mode, PR_TSC_SIGSEGV);
	signal(SIGSEGV, handler);
	faults = sigsetjmp(back, 1);
	if (!faults)
		__builtin_ia32_rdtsc();
	if (!faults)
		probe_skip("rdtsc cannot be forbidden here");
	CHECK(!prctl(PR_SET_TSC, PR_TSC_ENABLE));
	return probe_ok();
}
