/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * For programs that make calls and say how each is to be shown, argument names included:
 *
 *	CALL(chmod, "x", 0644);
 *	EXPECT("chmod(path=\"x\", mode=0644)");
 *
 * What comes behind the parenthesis EXPECT works out itself, by libc's names of errors;
 * EXPECT_AS takes it as written.  Nothing here knows our tables: names are typed, numbers
 * printed by printf.  Each call is preceded by close(MARK - its index), by which
 * tests/calls/check finds its line.  -v as an argument sets `verbose`.
 */
#ifndef TESTS_CALLS_EXPECT_H
#define TESTS_CALLS_EXPECT_H

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MARK (-1000)
/* What a call may not look at: the upper half of an int, arguments it does not have. */
#define JUNK 0xdeadbeef00000000UL
#define WIDE(number) (JUNK | (uint32_t)(number))

/* Newer than Debian 12's headers: Linux 6.12's numbers. */
#ifndef SYS_cachestat
#define SYS_cachestat 451
#endif
#ifndef SYS_fchmodat2
#define SYS_fchmodat2 452
#endif
#ifndef SYS_map_shadow_stack
#define SYS_map_shadow_stack 453
#endif
#ifndef SYS_futex_wake
#define SYS_futex_wake 454
#endif
#ifndef SYS_futex_wait
#define SYS_futex_wait 455
#endif
#ifndef SYS_futex_requeue
#define SYS_futex_requeue 456
#endif
#ifndef SYS_statmount
#define SYS_statmount 457
#endif
#ifndef SYS_listmount
#define SYS_listmount 458
#endif
#ifndef SYS_lsm_get_self_attr
#define SYS_lsm_get_self_attr 459
#endif
#ifndef SYS_lsm_set_self_attr
#define SYS_lsm_set_self_attr 460
#endif
#ifndef SYS_lsm_list_modules
#define SYS_lsm_list_modules 461
#endif
#ifndef SYS_mseal
#define SYS_mseal 462
#endif
#ifndef SYS_uretprobe
#define SYS_uretprobe 335
#endif

static bool verbose __attribute__((unused));
static long rc;
static int *counter; /* shared by the processes of a program */
static int current;
static char *fault;    /* not readable */
static char *page_end; /* right before it: readable, and then no more */

/* For calls that are not made by CALL: what does not return is told between the two. */
static inline void reserve(void)
{
	current = __atomic_fetch_add(counter, 1, __ATOMIC_RELAXED);
}

static inline void mark(void)
{
	syscall(SYS_close, MARK - current);
}

static inline void next_call(void)
{
	reserve();
	mark();
}

#define ARG(x) (long)(x)
/* Arguments are evaluated before the mark: they may make calls too. */
#define CALL0(nr)                                                \
	({                                                       \
		next_call();                                     \
		syscall(nr, JUNK, JUNK, JUNK, JUNK, JUNK, JUNK); \
	})
#define CALL1(nr, a)                                           \
	({                                                     \
		long a_ = ARG(a);                              \
		next_call();                                   \
		syscall(nr, a_, JUNK, JUNK, JUNK, JUNK, JUNK); \
	})
#define CALL2(nr, a, b)                                      \
	({                                                   \
		long a_ = ARG(a);                            \
		long b_ = ARG(b);                            \
		next_call();                                 \
		syscall(nr, a_, b_, JUNK, JUNK, JUNK, JUNK); \
	})
#define CALL3(nr, a, b, c)                                 \
	({                                                 \
		long a_ = ARG(a);                          \
		long b_ = ARG(b);                          \
		long c_ = ARG(c);                          \
		next_call();                               \
		syscall(nr, a_, b_, c_, JUNK, JUNK, JUNK); \
	})
#define CALL4(nr, a, b, c, d)                            \
	({                                               \
		long a_ = ARG(a);                        \
		long b_ = ARG(b);                        \
		long c_ = ARG(c);                        \
		long d_ = ARG(d);                        \
		next_call();                             \
		syscall(nr, a_, b_, c_, d_, JUNK, JUNK); \
	})
#define CALL5(nr, a, b, c, d, e)                       \
	({                                             \
		long a_ = ARG(a);                      \
		long b_ = ARG(b);                      \
		long c_ = ARG(c);                      \
		long d_ = ARG(d);                      \
		long e_ = ARG(e);                      \
		next_call();                           \
		syscall(nr, a_, b_, c_, d_, e_, JUNK); \
	})
#define CALL6(nr, a, b, c, d, e, f)                  \
	({                                           \
		long a_ = ARG(a);                    \
		long b_ = ARG(b);                    \
		long c_ = ARG(c);                    \
		long d_ = ARG(d);                    \
		long e_ = ARG(e);                    \
		long f_ = ARG(f);                    \
		next_call();                         \
		syscall(nr, a_, b_, c_, d_, e_, f_); \
	})
#define CALL_OF(_0, _1, _2, _3, _4, _5, _6, which, ...) which
/* By number, or by name. */
#define CALL_NR(...) \
	(rc = CALL_OF(__VA_ARGS__, CALL6, CALL5, CALL4, CALL3, CALL2, CALL1, CALL0)(__VA_ARGS__))
#define CALL(name, ...) CALL_NR(SYS_##name, ##__VA_ARGS__)

static inline void put(const char *result, const char *format, va_list args)
{
	char line[65536];
	int used = snprintf(line, sizeof(line), "%d ", current);

	used += vsnprintf(line + used, sizeof(line) - used, format, args);
	used += snprintf(line + used, sizeof(line) - used, "%s%s\n", *result == '\n' ? "" : " = ",
			 *result == '\n' ? "" : result);
	if (write(STDOUT_FILENO, line, used) != used)
		abort();
}

/* "-1 ENOENT (No such file or directory)", or rc as told by format, and text. */
static inline const char *result_as(const char *format, const char *text)
{
	static char result[4096];
	int error = errno;

	if (rc == -1)
		snprintf(result, sizeof(result), "-1 %s (%s)", strerrorname_np(error),
			 strerrordesc_np(error));
	else if (rc == 0 && !strcmp(format, "%#lx"))
		snprintf(result, sizeof(result), "0%s", text);
	else {
		int used = snprintf(result, sizeof(result), format, rc);

		snprintf(result + used, sizeof(result) - used, "%s", text);
	}
	return result;
}

__attribute__((format(printf, 1, 2))) static inline void EXPECT(const char *format, ...)
{
	const char *result = result_as("%ld", "");
	va_list args;

	va_start(args, format);
	put(result, format, args);
	va_end(args);
}

__attribute__((format(printf, 1, 2), unused)) static void EXPECT_HEX(const char *format, ...)
{
	const char *result = result_as("%#lx", "");
	va_list args;

	va_start(args, format);
	put(result, format, args);
	va_end(args);
}

/* The result, unless it is an error, with a text behind it: note = " (Timeout)". */
__attribute__((format(printf, 2, 3), unused)) static void EXPECT_NOTE(const char *note,
								      const char *format, ...)
{
	const char *result = result_as("%ld", note);
	va_list args;

	va_start(args, format);
	put(result, format, args);
	va_end(args);
}

/* What stands behind " = " word by word; "\n": nothing is, the line is whole. */
__attribute__((format(printf, 2, 3), unused)) static void EXPECT_AS(const char *result,
								    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put(result, format, args);
	va_end(args);
}

/* strace 6.1 shows the next line otherwise. */
#define NOT_AS_STRACE(why) dprintf(STDOUT_FILENO, "%d !strace " why "\n", current)

/* With -v the first, else the second. */
#define V(full, abbreviated) (verbose ? (full) : (abbreviated))

/* A string of its own; there are many of them. */
__attribute__((format(printf, 1, 2), unused)) static char *text(const char *format, ...)
{
	char *result;
	va_list args;

	va_start(args, format);
	if (vasprintf(&result, format, args) < 0)
		abort();
	va_end(args);
	return result;
}

/* Bits by names: bits(raw, "A", 1, "B", 2, NULL). */
__attribute__((unused)) static char *bits(unsigned long raw, ...)
{
	char *result = text("%s", "");
	const char *name;
	va_list args;

	va_start(args, raw);
	while ((name = va_arg(args, const char *))) {
		unsigned long bit = (unsigned)va_arg(args, int);

		if ((raw & bit) != bit)
			continue;
		result = text("%s%s%s", result, *result ? "|" : "", name);
		raw &= ~bit;
	}
	va_end(args);
	if (raw || !*result)
		result = text("%s%s%s", result, *result ? "|" : "", raw ? text("%#lx", raw) : "0");
	return result;
}

/* A copy that ends where readable memory does. */
static inline void *at_end(const void *bytes, size_t len)
{
	return memcpy(page_end - len, bytes, len);
}

/* Pointers as they are shown. */
static inline const char *ptr(const void *address)
{
	return address ? text("%p", address) : "NULL";
}

static inline void begin(int argc, char **argv)
{
	char *pages;

	verbose = argc > 1 && !strcmp(argv[1], "-v");
	setenv("TZ", "UTC", 1);
	counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pages = mmap(NULL, 3 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (counter == MAP_FAILED || pages == MAP_FAILED)
		abort();
	fault = page_end = pages + 2 * 4096;
	if (mprotect(fault, 4096, PROT_NONE))
		abort();
}

#endif
