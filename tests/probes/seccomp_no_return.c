/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Death for rt_sigreturn, as in sandboxes whose list of calls has none since no handler of theirs
 * returns (OpenSSH's): no matter how the calls are made, and in one that has handlers they are
 * left by a jump.
 */
#include <setjmp.h>

#include "filter.h"

#define ROUNDS 200

static sigjmp_buf before;
static volatile int hits, pipe_in, pipe_out;

/* Each expansion is a site of its own.  What a call keeps: vector and x87 registers, MXCSR, flags.
 */
#define CALL_AND_COMPARE(at)                                                              \
	do {                                                                              \
		uint64_t low = 0x1122334455667788, got = 0, flags;                        \
		uint32_t mxcsr = 0x5f80, mxcsr_got = 0, mxcsr_plain = 0x1f80;             \
		long nr = SYS_write;                                                      \
		double pi;                                                                \
                                                                                          \
		__asm__ volatile("ldmxcsr %[mxcsr]\n\t"                                   \
				 "movq %[low], %%xmm9\n\t"                                \
				 "fldpi\n\t"                                              \
				 "stc\n\t"                                                \
				 "syscall\n\t"                                            \
				 "pushfq\n\tpopq %[flags]\n\t"                            \
				 "fstpl %[pi]\n\t"                                        \
				 "movq %%xmm9, %[got]\n\t"                                \
				 "stmxcsr %[mxcsr_got]\n\t"                               \
				 "ldmxcsr %[mxcsr_plain]"                                 \
				 : "+a"(nr), [got] "=r"(got), [flags] "=&r"(flags),       \
				   [mxcsr_got] "=m"(mxcsr_got), [pi] "=m"(pi)             \
				 : "D"((long)pipe_in), "S"(at), "d"(1l), [low] "r"(low),  \
				   [mxcsr] "m"(mxcsr), [mxcsr_plain] "m"(mxcsr_plain)     \
				 : "rcx", "r11", "memory", "xmm9", "cc");                 \
		if (nr != ((at) == (void *)1 ? -EFAULT : 1) || got != low || pi < 3.14 || \
		    pi > 3.15 || mxcsr_got != mxcsr || !(flags & 1))                      \
			probe_fail(__FILE__, __LINE__, "state kept", nr, (long)got);      \
	} while (0)

static void read_back(void)
{
	char byte = 0;

	CHECK_EQ(raw_call(SYS_read, pipe_out, (long)&byte, 1, 0, 0, 0), 1);
	CHECK_EQ(byte, 7);
}

static void without_signals(void)
{
	struct sock_filter code[] = FILTER_ONLY(FILTER_ALLOW(SYS_read), FILTER_ALLOW(SYS_write),
						FILTER_ALLOW(SYS_exit_group));
	char byte = 7;

	filter_install(code, sizeof(code));
	for (int i = 0; i < ROUNDS; i++) {
		CALL_AND_COMPARE(&byte);
		read_back();
		CALL_AND_COMPARE((void *)1);
		CALL_AND_COMPARE(&byte);
		read_back();
	}
	_exit(0);
}

/* The filter has no place for what tells of a failure at length: the line is the status. */
#define EXPECT(got, want)                             \
	do {                                          \
		if ((long)(got) != (long)(want))      \
			_exit(__LINE__ - FIRST_LINE); \
	} while (0)
#define FIRST_LINE 100

static void handler(int signo, siginfo_t *info, void *context)
{
	uint64_t mask = 0;

	(void)info;
	(void)context;
	EXPECT(signo, SIGALRM);
	EXPECT(raw_call(SYS_rt_sigprocmask, SIG_BLOCK, 0, (long)&mask, 8, 0, 0), 0);
	EXPECT(mask, 1ul << (SIGUSR1 - 1));
	hits++;
	siglongjmp(before, 1);
}

static void with_signals(void)
{
	struct sock_filter code[] = FILTER_ONLY(
		FILTER_ALLOW(SYS_read), FILTER_ALLOW(SYS_write), FILTER_ALLOW(SYS_rt_sigprocmask),
		FILTER_ALLOW(SYS_setitimer), FILTER_ALLOW(SYS_exit_group));
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_NODEFER | SA_SIGINFO };
	/* No interval: where a handler takes longer than that, its frames would fill the stack. */
	struct itimerval timer = { { 0, 0 }, { 0, 100 } };
	uint64_t none = 0, alarm = 1ul << (SIGALRM - 1), mask;
	char byte = 7;

	sigaddset(&action.sa_mask, SIGUSR1);
	CHECK(!sigaction(SIGALRM, &action, NULL));
	EXPECT(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&alarm, 0, 8, 0, 0), 0);

	filter_install(code, sizeof(code));
	/* What is in the pipe, a jump leaves there. */
	(void)sigsetjmp(before, 0);
	EXPECT(raw_call(SYS_setitimer, ITIMER_REAL, (long)&timer, 0, 0, 0, 0), 0);
	while (hits < 1000) {
		EXPECT(raw_call(SYS_rt_sigprocmask, SIG_SETMASK, (long)&none, (long)&mask, 8, 0, 0),
		       0);
		EXPECT(mask & ~(1ul << (SIGUSR1 - 1) | alarm), 0);
		EXPECT(raw_call(SYS_write, pipe_in, (long)&byte, 1, 0, 0, 0), 1);
		EXPECT(raw_call(SYS_read, pipe_out, (long)&byte, 1, 0, 0, 0), 1);
	}
	_exit(0);
}

int main(void)
{
	void (*const all[])(void) = { without_signals, with_signals };
	int pipes[2];

	CHECK(!pipe(pipes));
	pipe_out = pipes[0];
	pipe_in = pipes[1];
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		pid_t child = fork();

		if (!child)
			all[i]();
		probe_join(child);
	}
	return probe_ok();
}
