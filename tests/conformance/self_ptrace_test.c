// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Whether libself_ptrace keeps what self_ptrace.h promises, each promise a line of
 * TAP.  The same program runs on each architecture and over each mechanism:
 *
 *	self_ptrace_test [--mechanism=kernel|sud|none] [--list] [NAME...]
 *
 * Each test is a process of its own, so that one that is killed fails.  An armed
 * thread must make no call that the test did not mean: calls are made first, with
 * call(), and judged after.
 */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
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

#include "arch_notify.h"
#include "self_ptrace.h"

#define MAGIC 1234
#define NR_NONE 1023 /* no call of any architecture */
#define BAD_FD 9999

/* The compiler must not keep in registers what the function for stopped calls changes. */
#define call(nr, ...) call_((nr), (unsigned long[6]){ __VA_ARGS__ })

static long call_(long nr, const unsigned long *a)
{
	long ret;

	__asm__ volatile("" ::: "memory");
	ret = self_ptrace_raw_syscall(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
	__asm__ volatile("" ::: "memory");
	return ret;
}

static bool failed;

#define expect(condition) expect_(condition, #condition, __LINE__)

static void expect_(bool condition, const char *text, int line)
{
	if (condition)
		return;
	failed = true;
	printf("# line %d: %s\n", line, text);
}

/* What was stopped, and what is done with it. */
static int hits;
static struct self_ptrace_call last;
static siginfo_t last_info;
static unsigned long last_pc;
static void *last_context;
static void (*action)(struct self_ptrace_call *call);

static void on_call(struct self_ptrace_call *stopped, void *context)
{
	hits++;
	last = *stopped;
	last_info = *stopped->info;
	last_pc = (unsigned long)ARCH_PC((ucontext_t *)stopped->ucontext);
	last_context = context;
	if (action)
		action(stopped);
}

static void set_action(void (*function)(struct self_ptrace_call *))
{
	action = function;
	hits = 0;
	expect(self_ptrace_handler(on_call, NULL) == 0);
}

static void answer(struct self_ptrace_call *stopped)
{
	self_ptrace_set_result(stopped, MAGIC);
}

static void perform(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
}

static void perform_rearm(struct self_ptrace_call *stopped)
{
	self_ptrace_on();
	self_ptrace_perform(stopped);
}

static void rearm_perform(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
	self_ptrace_on();
}

/* The request */

static void next_call(void)
{
	int fd = dup(STDOUT_FILENO);
	long on, first, second;

	set_action(answer);
	on = self_ptrace_on();
	first = call(__NR_close, fd);
	second = call(__NR_close, fd);
	expect(on == 0);
	expect(first == MAGIC);
	expect(second == 0); /* else the first was executed, */
	expect(hits == 1);   /* or stopped again */
}

static void siginfo(void)
{
	set_action(answer);
	self_ptrace_on();
	call(__NR_close, BAD_FD);
	expect(last_info.si_signo == SIGSYS);
	expect(last_info.si_code == 3); /* SYS_SELF_PTRACE */
	expect(last_info.si_errno == 0);
	expect(last_info.si_syscall == __NR_close);
	expect(last_info.si_arch == ARCH_AUDIT);
	expect((unsigned long)last_info.si_call_addr == last_pc);
}

/* The abilities */

static void ability_1_number(void)
{
	set_action(answer);
	self_ptrace_on();
	call(__NR_close, BAD_FD);
	expect(last.size == sizeof(last));
	expect(last.nr == __NR_close);
	expect(last.arch == ARCH_AUDIT);
	expect((unsigned long)last.address == last_pc);
}

static void ability_2_arguments(void)
{
	set_action(answer);
	self_ptrace_on();
	call(NR_NONE, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5);
	for (unsigned i = 0; i < 6; i++)
		expect(last.args[i] == 0xa0 + i);
}

static int instrumented;

static void instrument(struct self_ptrace_call *stopped)
{
	int pipes[2];
	char buffer[8];

	if (!pipe(pipes) && write(pipes[1], "call", 4) == 4 && read(pipes[0], buffer, 8) == 4)
		instrumented++;
	close(pipes[0]);
	close(pipes[1]);
	self_ptrace_perform(stopped);
}

static void ability_3_other_calls(void)
{
	long ret;

	set_action(instrument);
	self_ptrace_on();
	ret = call(__NR_close, BAD_FD);
	expect(ret == -EBADF);
	expect(instrumented == 1);
	expect(hits == 1);
}

/* A read of the descriptor that is not there gives what a file has. */
static void emulate(struct self_ptrace_call *stopped)
{
	int fd = open("/proc/self/stat", O_RDONLY);

	self_ptrace_set_result(stopped, read(fd, (void *)stopped->args[1], stopped->args[2]));
	close(fd);
}

static void ability_4_emulate(void)
{
	char buffer[3] = "";
	long ret;

	set_action(emulate);
	self_ptrace_on();
	ret = call(__NR_read, BAD_FD, (unsigned long)buffer, 1);
	expect(ret == 1);
	expect(buffer[0] >= '1' && buffer[0] <= '9');
}

static void shorten_write(struct self_ptrace_call *stopped)
{
	stopped->args[2] = 2;
	self_ptrace_perform(stopped);
}

static void ability_5_change_arguments(void)
{
	char buffer[8];
	int pipes[2];
	long ret;

	expect(pipe(pipes) == 0);
	set_action(shorten_write);
	self_ptrace_on();
	ret = call(__NR_write, pipes[1], (unsigned long)"hello", 5);
	expect(ret == 2);
	expect(read(pipes[0], buffer, 8) == 2 && !memcmp(buffer, "he", 2));
}

static void ability_6_perform(void)
{
	int fd = dup(STDOUT_FILENO);
	long first, second;

	set_action(perform);
	self_ptrace_on();
	first = call(__NR_close, fd);
	second = call(__NR_close, fd);
	expect(first == 0);
	expect(second == -EBADF);
	expect(hits == 1);
}

static long performed;

static void perform_and_answer(struct self_ptrace_call *stopped)
{
	self_ptrace_perform(stopped);
	performed = self_ptrace_result(stopped);
	self_ptrace_set_result(stopped, -ENOTTY);
}

static void ability_7_change_result(void)
{
	int fd = dup(STDOUT_FILENO);
	long ret;

	set_action(perform_and_answer);
	self_ptrace_on();
	ret = call(__NR_close, fd);
	expect(performed == 0);
	expect(ret == -ENOTTY);
	expect(fcntl(fd, F_GETFD) < 0);
}

static void ability_8_rearm(void)
{
	int bad = 0;

	set_action(perform_rearm);
	self_ptrace_on();
	for (int i = 0; i < 100; i++)
		bad += call(__NR_close, BAD_FD) != -EBADF;
	action = rearm_perform;
	for (int i = 0; i < 100; i++)
		bad += call(__NR_close, BAD_FD) != -EBADF;
	self_ptrace_off();
	expect(bad == 0);
	expect(hits == 200);
	expect(call(__NR_close, BAD_FD) == -EBADF);
	expect(hits == 200);
}

/* The rest is in the order of self_ptrace.h. */

struct test {
	const char *name, *promise;
	void (*run)(void);
};

static const struct test tests[] = {
	{ "next_call", "the next call is not executed, the one after is", next_call },
	{ "siginfo", "SIGSYS tells of it", siginfo },
	{ "ability_1", "its number, architecture and address", ability_1_number },
	{ "ability_2", "its six arguments", ability_2_arguments },
	{ "ability_3", "other calls are made beside it", ability_3_other_calls },
	{ "ability_4", "it is emulated by other calls", ability_4_emulate },
	{ "ability_5", "its arguments are changed", ability_5_change_arguments },
	{ "ability_6", "it is performed for good", ability_6_perform },
	{ "ability_7", "its result is changed", ability_7_change_result },
	{ "ability_8", "the next one is requested, before or after", ability_8_rearm },
};

#define TESTS (sizeof(tests) / sizeof(tests[0]))

static bool passes(const struct test *test)
{
	int status;
	pid_t pid;

	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		alarm(60);
		test->run();
		fflush(stdout);
		_exit(failed);
	}
	if (waitpid(pid, &status, 0) != pid)
		return false;
	if (WIFSIGNALED(status))
		printf("# killed by signal %d\n", WTERMSIG(status));
	else if (WEXITSTATUS(status) > 1)
		printf("# exit status %d\n", WEXITSTATUS(status));
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool chosen(const char *name, char *const *names)
{
	if (!*names)
		return true;
	for (; *names; names++)
		if (!strcmp(*names, name))
			return true;
	return false;
}

int main(int argc, char **argv)
{
	static const char *const mechanisms[] = { "none", "kernel", "sud" };
	const char *wanted = NULL;
	int n = 0, bad = 0, found;

	for (argv++; *argv && !strncmp(*argv, "--", 2); argv++) {
		if (!strncmp(*argv, "--mechanism=", 12)) {
			wanted = *argv + 12;
			setenv("SELF_PTRACE_MECHANISM", wanted, 1);
		} else if (!strcmp(*argv, "--list")) {
			for (unsigned i = 0; i < TESTS; i++)
				printf("%-28s %s\n", tests[i].name, tests[i].promise);
			return 0;
		} else {
			fprintf(stderr, "self_ptrace_test: unknown option %s\n", *argv);
			return 2;
		}
	}
	(void)argc;
	printf("TAP version 13\n");
	found = self_ptrace_mechanism();
	printf("# mechanism: %s\n", mechanisms[found]);
	for (unsigned i = 0; i < TESTS; i++) {
		bool ok;

		if (!chosen(tests[i].name, argv))
			continue;
		n++;
		ok = passes(&tests[i]);
		printf("%sok %d - %s: %s\n", ok ? "" : "not ", n, tests[i].name, tests[i].promise);
		bad += !ok;
	}
	printf("1..%d\n", n);
	return bad != 0;
}
