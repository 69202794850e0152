// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A stand-in for the part of LTP's test API that the self_ptrace tests use,
 * see tst_test.h.  Exit status as LTP's: the sum of TFAIL, TBROK and TCONF.
 */

#define _GNU_SOURCE
#include <sched.h>
#include <stdarg.h>
#include <sys/mman.h>

#define TST_NO_DEFAULT_MAIN
#include "tst_test.h"

/* Seconds for one iteration; SIGALRM ends the test then. */
#define TIMEOUT	60

long TST_RET;
int TST_ERR;
int TST_PASS;

/* Shared with the children: they report as well. */
static struct results {
	int passed;
	int failed;
	int broken;
	int skipped;
} *results;

static pid_t main_pid;
static struct tst_test *the_test;

static const char *type_name(int type)
{
	switch (type & TTYPE) {
	case TPASS:
		return "TPASS";
	case TFAIL:
		return "TFAIL";
	case TBROK:
		return "TBROK";
	case TCONF:
		return "TCONF";
	default:
		return "TINFO";
	}
}

static void report(const char *file, int line, int type, const char *fmt, va_list ap, int err)
{
	int *count = NULL;

	switch (type & TTYPE) {
	case TPASS:
		count = &results->passed;
		break;
	case TFAIL:
		count = &results->failed;
		break;
	case TBROK:
		count = &results->broken;
		break;
	case TCONF:
		count = &results->skipped;
		break;
	}
	if (count)
		__atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);

	file = strrchr(file, '/') ? strrchr(file, '/') + 1 : file;
	printf("%s:%d: %s: ", file, line, type_name(type));
	vprintf(fmt, ap);
	if (type & TERRNO)
		printf(": %s", tst_strerrno(err));
	if (type & TTERRNO)
		printf(": %s", tst_strerrno(TST_ERR));
	printf("\n");
	fflush(stdout);
}

void tst_res_(const char *file, int line, int type, const char *fmt, ...)
{
	int err = errno;
	va_list ap;

	va_start(ap, fmt);
	report(file, line, type, fmt, ap, err);
	va_end(ap);
	errno = err;
}

static void finish(void)
{
	int status = 0;

	if (the_test->cleanup)
		the_test->cleanup();
	if (results->failed)
		status |= TFAIL;
	if (results->broken)
		status |= TBROK;
	if (results->skipped)
		status |= TCONF;
	printf("passed %d failed %d broken %d skipped %d\n", results->passed, results->failed,
	       results->broken, results->skipped);
	exit(status);
}

void tst_brk_(const char *file, int line, int type, const char *fmt, ...)
{
	int err = errno;
	va_list ap;

	va_start(ap, fmt);
	report(file, line, type, fmt, ap, err);
	va_end(ap);
	/* A child's has been counted where the parent sees it. */
	if (getpid() != main_pid)
		exit(0);
	finish();
	__builtin_unreachable();
}

void tst_reap_children(void)
{
	int status;
	pid_t pid;

	while ((pid = wait(&status)) > 0)
		if (status)
			tst_res(TBROK, "child %d %s", pid, tst_strstatus(status));
}

void tst_wait_state(pid_t pid, char state)
{
	char path[64], line[256], *end;
	int fd, n;

	snprintf(path, sizeof(path), "/proc/%d/stat", pid);
	for (;;) {
		fd = SAFE_OPEN(path, O_RDONLY);
		n = read(fd, line, sizeof(line) - 1);
		close(fd);
		if (n <= 0)
			tst_brk(TBROK | TERRNO, "%s", path);
		line[n] = 0;
		/* The name of the program may hold anything, but ends there. */
		end = strrchr(line, ')');
		if (end && end[2] == state)
			return;
		sched_yield();
	}
}

const char *tst_strerrno(int err)
{
	return err ? strerrorname_np(err) : "SUCCESS";
}

const char *tst_strstatus(int status)
{
	static char buf[64];

	if (WIFEXITED(status))
		snprintf(buf, sizeof(buf), "exited with %d", WEXITSTATUS(status));
	else if (WIFSIGNALED(status))
		snprintf(buf, sizeof(buf), "killed by signal %d", WTERMSIG(status));
	else
		snprintf(buf, sizeof(buf), "has status %#x", status);
	return buf;
}

static void run_once(unsigned int n)
{
	int before = results->passed + results->failed + results->broken + results->skipped;

	alarm(TIMEOUT);
	if (the_test->test_all)
		the_test->test_all();
	else
		the_test->test(n);
	/* A child may come back here. */
	if (getpid() != main_pid)
		exit(0);
	tst_reap_children();
	alarm(0);
	if (before == results->passed + results->failed + results->broken + results->skipped)
		tst_brk(TBROK, "no result reported");
}

int tst_run_standin(int argc, char **argv, struct tst_test *test)
{
	int iterations = 1;
	unsigned int n;

	if (argc == 3 && !strcmp(argv[1], "-i"))
		iterations = atoi(argv[2]);
	results = mmap(NULL, sizeof(*results), PROT_READ | PROT_WRITE,
		       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (results == MAP_FAILED) {
		perror("mmap");
		return TBROK;
	}
	main_pid = getpid();
	the_test = test;
	if (test->setup)
		test->setup();
	while (iterations--)
		for (n = 0; n < (test->tcnt ? test->tcnt : 1); n++)
			run_once(n);
	finish();
	return 0;
}
