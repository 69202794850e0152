/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* rt_sigreturn made where other calls are made too, as through syscall(2): sites that have
 * been rewritten by then, if any are. */
#include "probe.h"

#define TIMES 200

/* Two sites, by what is behind the call: a displacement far below, and one above. */
extern char site_below[], site_above[];
__asm__("site_below: nop\n\tsyscall\n\tcmp $-4096, %rax\n\tret\n\t"
	"site_above: nop\n\tsyscall\n\tcmp $1, %rax\n\tret\n\t");

static char *volatile site;
static volatile int handled, timed;

static long call(long nr)
{
	long ret;

	__asm__ volatile("sub $128, %%rsp\n\tcall *%2\n\tadd $128, %%rsp"
			 : "=a"(ret)
			 : "a"(nr), "r"(site)
			 : "rcx", "r11", "memory", "cc");
	return ret;
}

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)info;
	handled++;
	__asm__ volatile("mov %0, %%rsp\n\tmov %1, %%rdx\n\tmov %2, %%eax\n\tjmp *%%rdx"
			 :
			 : "r"(context), "r"(site), "i"(SYS_rt_sigreturn)
			 : "memory");
	__builtin_unreachable();
}

static void tick(int signo, siginfo_t *info, void *context)
{
	(void)signo, (void)info, (void)context;
	timed++;
}

int main(void)
{
	struct itimerval often = { { 0, 300 }, { 0, 300 } }, never = { { 0, 0 }, { 0, 0 } };
	sigset_t mask;

	probe_handle(SIGUSR1, handler, 0);
	probe_handle(SIGALRM, tick, SA_RESTART);
	for (int i = 0; i < 2; i++) {
		site = i ? site_above : site_below;
		for (int warm = 0; warm < 20; warm++)
			CHECK(call(SYS_getpid) == getpid());
		handled = 0;
		setitimer(ITIMER_REAL, &often, NULL);
		for (int n = 0; n < TIMES; n++) {
			CHECK(!raise(SIGUSR1));
			CHECK(call(SYS_getpid) == getpid());
		}
		setitimer(ITIMER_REAL, &never, NULL);
		CHECK(handled == TIMES);
		CHECK(!sigprocmask(SIG_BLOCK, NULL, &mask));
		CHECK(!sigismember(&mask, SIGUSR1) && !sigismember(&mask, SIGALRM));
	}
	/* Others come when it has left, with the mask that it gives back. */
	for (int n = 0; n < TIMES; n++) {
		sigset_t both;

		sigemptyset(&both);
		sigaddset(&both, SIGUSR1);
		sigaddset(&both, SIGALRM);
		sigprocmask(SIG_BLOCK, &both, NULL);
		handled = timed = 0;
		CHECK(!raise(SIGUSR1) && !raise(SIGALRM));
		sigprocmask(SIG_UNBLOCK, &both, NULL);
		CHECK(handled == 1 && timed == 1);
	}
	return probe_ok();
}
