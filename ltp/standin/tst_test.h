/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A stand-in for the part of LTP's test API that the self_ptrace tests use.
 *
 * It lets kernel/check build and run them in guests that have no LTP.  The
 * names and their meaning are LTP's, the code is not.  In an LTP tree this is
 * not used.
 */

#ifndef TST_TEST_H__
#define TST_TEST_H__

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define LTP_ATTRIBUTE_UNUSED	__attribute__((unused))
#define ARRAY_SIZE(a)		(sizeof(a) / sizeof((a)[0]))

/* Results, and what may be added to them. */
#define TPASS	0
#define TFAIL	1
#define TBROK	2
#define TINFO	16
#define TCONF	32
#define TTYPE	0x3f
#define TERRNO	0x100
#define TTERRNO	0x200

struct tst_test {
	unsigned int tcnt;
	void (*test)(unsigned int n);
	void (*test_all)(void);
	void (*setup)(void);
	void (*cleanup)(void);
	unsigned int forks_child:1;
};

extern long TST_RET;
extern int TST_ERR;
extern int TST_PASS;

void tst_res_(const char *file, int line, int type, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void tst_brk_(const char *file, int line, int type, const char *fmt, ...)
	__attribute__((format(printf, 4, 5), noreturn));
int tst_run_standin(int argc, char **argv, struct tst_test *test);
void tst_reap_children(void);
void tst_wait_state(pid_t pid, char state);
const char *tst_strerrno(int err);
const char *tst_strstatus(int status);

#define tst_res(type, ...) tst_res_(__FILE__, __LINE__, type, __VA_ARGS__)
#define tst_brk(type, ...) tst_brk_(__FILE__, __LINE__, type, __VA_ARGS__)

#define TEST(call) do {								\
	errno = 0;								\
	TST_RET = (call);							\
	TST_ERR = errno;							\
} while (0)

#define TST_EXP_EQ_LI(a, b) do {						\
	long long tst_a = (a), tst_b = (b);					\
	TST_PASS = tst_a == tst_b;						\
	tst_res(TST_PASS ? TPASS : TFAIL, "%s == %s (%lld, %lld)", #a, #b, tst_a, tst_b); \
} while (0)

#define TST_EXP_PASS(call) do {							\
	TEST(call);								\
	TST_PASS = TST_RET == 0;						\
	tst_res(TST_PASS ? TPASS : TFAIL, "%s returned %ld (%s)", #call, TST_RET, \
		tst_strerrno(TST_ERR));						\
} while (0)

#define TST_EXP_FAIL(call, err) do {						\
	TEST(call);								\
	TST_PASS = TST_RET == -1 && TST_ERR == (err);				\
	tst_res(TST_PASS ? TPASS : TFAIL, "%s returned %ld (%s)", #call, TST_RET, \
		tst_strerrno(TST_ERR));						\
} while (0)

#define TST_PROCESS_STATE_WAIT(pid, state, msec) ((void)(msec), tst_wait_state(pid, state))

/* The call, which must not return -1. */
#define SAFE_CALL(type, call) __extension__ ({					\
	type safe_ret = (type)(call);						\
	if (safe_ret == (type)-1)						\
		tst_brk(TBROK | TERRNO, "%s", #call);				\
	safe_ret;								\
})

#define SAFE_OPEN(...)		SAFE_CALL(int, open(__VA_ARGS__))
#define SAFE_CLOSE(fd)		SAFE_CALL(long, close(fd))
#define SAFE_PIPE(fds)		SAFE_CALL(long, pipe(fds))
#define SAFE_KILL(pid, sig)	SAFE_CALL(long, kill(pid, sig))
#define SAFE_SIGNAL(sig, fn)	SAFE_CALL(long, signal(sig, fn))
#define SAFE_SIGACTION(...)	SAFE_CALL(long, sigaction(__VA_ARGS__))
#define SAFE_WAITPID(...)	SAFE_CALL(pid_t, waitpid(__VA_ARGS__))
#define SAFE_PRCTL(...)		SAFE_CALL(long, prctl(__VA_ARGS__))
#define SAFE_PTRACE(...)	SAFE_CALL(long, ptrace(__VA_ARGS__))
#define SAFE_FORK()		(fflush(stdout), SAFE_CALL(pid_t, fork()))

#define SAFE_PTHREAD(call) do {							\
	int safe_err = (call);							\
	if (safe_err)								\
		tst_brk(TBROK, "%s: %s", #call, tst_strerrno(safe_err));	\
} while (0)
#define SAFE_PTHREAD_CREATE(...) SAFE_PTHREAD(pthread_create(__VA_ARGS__))
#define SAFE_PTHREAD_JOIN(...)	SAFE_PTHREAD(pthread_join(__VA_ARGS__))

/* LTP's header has main(), too. */
#ifndef TST_NO_DEFAULT_MAIN
static struct tst_test test;

int main(int argc, char **argv)
{
	return tst_run_standin(argc, argv, &test);
}
#endif

#endif /* TST_TEST_H__ */
