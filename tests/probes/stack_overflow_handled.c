/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A stack runs over, a handler on an alternate stack sees where and goes on elsewhere; in threads,
 * too. */
#include <pthread.h>
#include <setjmp.h>
#include <sys/resource.h>

#include "probe.h"

static __thread sigjmp_buf back;
static __thread volatile uintptr_t fault;

static void handler(int signo, siginfo_t *info, void *context)
{
	ucontext_t *uc = context;

	(void)signo;
	CHECK_EQ(info->si_signo, SIGSEGV);
	fault = (uintptr_t)info->si_addr;
	CHECK((uintptr_t)uc->uc_mcontext.gregs[REG_RSP] - fault + 65536 < 131072);
	siglongjmp(back, 1);
}

static volatile bool enough;

static int recurse(volatile char *before)
{
	volatile char page[1024];

	page[0] = before ? *before : 1;
	if (enough)
		return 0;
	getppid();
	return recurse(page) + page[0];
}

static void *overflow(void *arg)
{
	stack_t alt = { .ss_sp = malloc(65536), .ss_size = 65536 };

	CHECK(!sigaltstack(&alt, NULL));
	for (volatile int i = 0; i < 3; i++) {
		fault = 0;
		if (!sigsetjmp(back, 1))
			recurse(NULL);
		CHECK(fault);
	}
	return arg;
}

int main(void)
{
	struct rlimit limit = { 256 << 10, RLIM_INFINITY };
	pthread_attr_t attr;
	pthread_t thread;

	getrlimit(RLIMIT_STACK, &limit);
	limit.rlim_cur = 512 << 10;
	CHECK(!setrlimit(RLIMIT_STACK, &limit));
	probe_handle(SIGSEGV, handler, SA_ONSTACK);
	overflow(NULL);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 128 << 10);
	CHECK(!pthread_create(&thread, &attr, overflow, NULL));
	pthread_join(thread, NULL);
	return probe_ok();
}
