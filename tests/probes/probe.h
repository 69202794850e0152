/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What every probe begins with.  A probe checks one behaviour of the kernel's:
 * it prints "ok NAME" and exits 0, or says what is wrong and exits 1, or says
 * why it cannot tell and exits 77.  All of it may be used in children and in
 * signal handlers.
 */
#ifndef SELF_PTRACE_TESTS_PROBE_H
#define SELF_PTRACE_TESTS_PROBE_H

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define PROBE_SKIPPED 77

#ifdef __i386__
#define REG_RAX REG_EAX
#define REG_RIP REG_EIP
#define REG_RSP REG_ESP
#endif

#define CHECK(condition)                                                  \
	do {                                                              \
		if (!(condition))                                         \
			probe_fail(__FILE__, __LINE__, #condition, 0, 0); \
	} while (0)
/* Two integers that have to be equal. */
#define CHECK_EQ(got, want)                                                             \
	do {                                                                            \
		long long got_ = (long long)(got), want_ = (long long)(want);           \
                                                                                        \
		if (got_ != want_)                                                      \
			probe_fail(__FILE__, __LINE__, #got " == " #want, got_, want_); \
	} while (0)
/* A libc call that returns -1 and sets errno. */
#define CHECK_ERRNO(call, want)                                                                    \
	do {                                                                                       \
		long ret_ = (long)(call);                                                          \
                                                                                                   \
		if (ret_ != -1 || errno != (want))                                                 \
			probe_fail(__FILE__, __LINE__, #call " is -1, errno " #want, ret_, errno); \
	} while (0)

static inline const char *probe_name(void)
{
	return program_invocation_short_name;
}

static inline _Noreturn void probe_fail(const char *file, int line, const char *what, long long got,
					long long want)
{
	const char *slash = strrchr(file, '/');

	dprintf(STDOUT_FILENO, "not ok %s: %s:%d: %s (%lld, %lld)\n", probe_name(),
		slash ? slash + 1 : file, line, what, got, want);
	_exit(1);
}

static inline _Noreturn void probe_skip(const char *why)
{
	dprintf(STDOUT_FILENO, "skip %s: %s\n", probe_name(), why);
	_exit(PROBE_SKIPPED);
}

static inline int probe_ok(void)
{
	dprintf(STDOUT_FILENO, "ok %s\n", probe_name());
	return 0;
}

/* A call without libc in between: the result as the kernel gives it, -errno included. */
static inline long raw_call(long nr, long a, long b, long c, long d, long e, long f)
{
	long ret;
#ifdef __i386__
	__asm__ volatile("pushl %7\n\t"
			 "pushl %%ebp\n\t"
			 "movl 4(%%esp), %%ebp\n\t"
			 "int $0x80\n\t"
			 "popl %%ebp\n\t"
			 "addl $4, %%esp"
			 : "=a"(ret)
			 : "0"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e), "g"(f)
			 : "memory", "cc");
#else
	register long r10 __asm__("r10") = d;
	register long r8 __asm__("r8") = e;
	register long r9 __asm__("r9") = f;

	__asm__ volatile("syscall"
			 : "=a"(ret)
			 : "0"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
#endif
	return ret;
}

static inline void probe_handle(int signo, void (*handler)(int, siginfo_t *, void *), int flags)
{
	struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | flags };

	CHECK(!sigaction(signo, &action, NULL));
}

/* The child's end, as waitpid has it. */
static inline int probe_wait(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) != pid)
		CHECK(errno == EINTR);
	return status;
}

/* A child that has to have exited with 0. */
static inline void probe_join(pid_t pid)
{
	int status = probe_wait(pid);

	if (WIFEXITED(status) && WEXITSTATUS(status) == 1)
		_exit(1); /* it has told why */
	CHECK_EQ(status, 0);
}

#ifdef __x86_64__
/* 32-bit calls fault where the kernel was built or started without them. */
static inline void probe_needs_int80(void)
{
	pid_t child = fork();

	if (!child) {
		long ret;

		__asm__ volatile("int $0x80" : "=a"(ret) : "0"(20L) : "memory");
		_exit(ret != getpid());
	}
	if (probe_wait(child))
		probe_skip("the kernel has no 32-bit calls");
}

/* Some virtual machines clear a flag in each call, which then is not for a tool to keep. */
static inline void probe_needs_flag(uint64_t flag)
{
	uint64_t after;

	__asm__ volatile("sub $128, %%rsp\n\t"
			 "pushfq\n\t"
			 "pushq %1\n\t"
			 "popfq\n\t"
			 "mov $110, %%eax\n\t"
			 "syscall\n\t"
			 "pushfq\n\t"
			 "popq %0\n\t"
			 "popfq\n\t"
			 "add $128, %%rsp"
			 : "=&r"(after)
			 : "r"(flag | 0x202)
			 : "rax", "rcx", "r11", "memory", "cc");
	if (!(after & flag))
		probe_skip("a flag is not kept here");
}
#endif

static inline uint64_t probe_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/* Till the thread sleeps in system call `nr`, so that a signal sent then interrupts it. */
static inline void probe_until_in(pid_t pid, pid_t tid, long nr)
{
	char path[64], text[256];

	snprintf(path, sizeof(path), "/proc/%d/task/%d/syscall", (int)pid, (int)tid);
	for (;;) {
		FILE *file = fopen(path, "re");

		CHECK(file);
		if (fgets(text, sizeof(text), file) && text[0] >= '0' && text[0] <= '9' &&
		    strtol(text, NULL, 10) == nr) {
			fclose(file);
			return;
		}
		fclose(file);
		syscall(SYS_sched_yield);
	}
}

#endif
