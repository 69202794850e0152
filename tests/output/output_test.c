// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Events in, bytes out: each case is a command line, events, and the very text
 * that strace 6.1 prints for the like (pids, times and calls are made up).
 *
 * Links tool/output.c, descriptor.c, summary.c, options.c, filter.c, text.c,
 * json.c, value.c, buffer.c, memory.c, and tests/output/fake.c for table and decoder.
 */
#include "../../tool/output.h"
#include "../../tool/recording.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define US UINT64_C(1000)
#define S UINT64_C(1000000000)
#define BEGIN (1700000000 * S)

enum {
	DUP = 32,
	DUP2 = 33,
	READ = 0,
	WRITE = 1,
	OPEN = 2,
	CLOSE = 3,
	PAUSE = 34,
	CLONE = 56,
	PRIORITY = 146,
	EXIT = 231
};

static unsigned int failures, checks;
static char dir[] = "/tmp/self_ptrace-output-XXXXXX";

/* What a case sees. */
static struct output *out;
static struct options options;
static uint64_t now;

#define CHECK(condition, ...)                                                           \
	do {                                                                            \
		checks++;                                                               \
		if (!(condition)) {                                                     \
			failures++;                                                     \
			fprintf(stderr, "%s:%d: %s: ", __FILE__, __LINE__, #condition); \
			fprintf(stderr, __VA_ARGS__);                                   \
			fputc('\n', stderr);                                            \
		}                                                                       \
	} while (0)

/* Events */

static void begin(struct task *task, int tid, enum output_begin how)
{
	memset(task, 0, sizeof(*task));
	task->pid = task->tid = tid;
	output_task_begin(out, task, how);
}

static void event(struct task *task, enum event_kind kind)
{
	output_event(out, &(struct event){ .kind = kind, .task = task, .ns = now });
}

static void enter(struct task *task, uint32_t nr, uint64_t arg)
{
	memset(&task->call, 0, sizeof(task->call));
	task->call.nr = nr;
	task->call.arch = AUDIT_ARCH_X86_64;
	task->call.args[0] = arg;
	task->call.args[2] = 5;
	task->call.enter_ns = now;
	task->in_call = true;
	event(task, EVENT_ENTER);
	now += 10 * US;
}

static void leave(struct task *task, int64_t ret)
{
	task->call.exited = true;
	task->call.ret = ret;
	task->call.exit_ns = now;
	task->in_call = false;
	event(task, EVENT_EXIT);
	now += 10 * US;
}

static void lost(struct task *task)
{
	task->call.unknown_ret = true;
	leave(task, 0);
}

static void call(struct task *task, uint32_t nr, uint64_t arg, int64_t ret)
{
	enter(task, nr, arg);
	leave(task, ret);
}

static void exited(struct task *task, int status)
{
	output_event(
		out,
		&(struct event){ .kind = EVENT_EXITED, .task = task, .ns = now, .status = status });
	output_task_end(out, task);
}

static void killed(struct task *task, int signo, bool core)
{
	output_event(out, &(struct event){ .kind = EVENT_KILLED,
					   .task = task,
					   .ns = now,
					   .status = signo,
					   .core = core });
	output_task_end(out, task);
}

static void signalled(struct task *task, int signo)
{
	uint8_t info[128] = { 0 };

	memcpy(info, &signo, sizeof(signo));
	output_event(out, &(struct event){
				  .kind = EVENT_SIGNAL, .task = task, .ns = now, .siginfo = info });
}

/* Running */

static char *slurp(const char *path)
{
	char *text = calloc(1, 1 << 20);
	int fd = open(path, O_RDONLY);
	ssize_t got = fd < 0 ? -1 : read(fd, text, (1 << 20) - 1);

	if (fd >= 0)
		close(fd);
	if (got < 0)
		snprintf(text, 64, "(%s)\n", strerror(errno));
	return text;
}

/* Everything once more, by way of a recording. */
static bool recorded;

/* line, split at spaces, and one word more; from and its argument: left out. */
static void parse_line(char *line, char *last, const char *from)
{
	char *argv[32] = { (char[]){ "self_ptrace" } }, *rest;
	int argc = 1;

	for (char *word = strtok_r(line, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		if (from && !strcmp(word, from))
			strtok_r(NULL, " ", &rest);
		else
			argv[argc++] = word;
	argv[argc++] = last;
	if (options_parse(argc, argv, &options) != 0)
		abort();
}

static int live(char *line, void (*body)(void))
{
	int r;

	parse_line(line, (char[]){ "true" }, NULL);
	r = output_new(&options, &out);
	if (!r) {
		body();
		r = output_free(out);
	}
	options_free(&options);
	return r;
}

static int replayed(char *line)
{
	struct replay *replay;
	char last[64];
	int r;

	snprintf(last, sizeof(last), "--read=%s/recording", dir);
	parse_line(line, last, "-p");
	if (replay_open(&options, &replay))
		abort();
	r = output_new(&options, &out);
	if (!r) {
		CHECK(!replay_run(replay, out), "replay");
		r = output_free(out);
	}
	replay_free(replay);
	options_free(&options);
	unlink(last + strlen("--read="));
	return r;
}

/* args: one string, split at spaces, %s is the scratch directory. */
static int run(const char *args, void (*body)(void), char **ret_stderr)
{
	char *line, path[64];
	int saved, fd, r;

	if (asprintf(&line, args, dir) < 0)
		abort();
	snprintf(path, sizeof(path), "%s/stderr", dir);

	fflush(NULL);
	saved = dup(STDERR_FILENO);
	fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	dup2(fd, STDERR_FILENO);
	close(fd);
	now = BEGIN;
	if (recorded) {
		char record[128];

		snprintf(record, sizeof(record), "-q %s %s --record=%s/recording",
			 strstr(args, "-f") ? "-f" : "", strstr(args, "-p 1") ? "-p 1" : "", dir);
		if (live(record, body))
			abort();
		if (ftruncate(STDERR_FILENO, 0) || lseek(STDERR_FILENO, 0, SEEK_SET))
			abort();
		r = replayed(line);
	} else {
		r = live(line, body);
	}
	fflush(NULL);
	dup2(saved, STDERR_FILENO);
	close(saved);
	*ret_stderr = slurp(path);
	free(line);
	return r;
}

static void expect_at(int line, const char *args, void (*body)(void), const char *text)
{
	char *got;
	int r = run(args, body, &got);

	checks++;
	if (r || strcmp(got, text) != 0) {
		failures++;
		fprintf(stderr, "%s:%d: '%s': status %d,\n%sinstead of\n%s", __FILE__, line, args,
			r, got, text);
	}
	free(got);
}

static void expect_file(int line, const char *name, const char *text)
{
	char path[128], *got;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	got = slurp(path);
	checks++;
	if (strcmp(got, text) != 0) {
		failures++;
		fprintf(stderr, "%s:%d: %s:\n%sinstead of\n%s", __FILE__, line, name, got, text);
	}
	free(got);
	unlink(path);
}

#define EXPECT(args, body, text) expect_at(__LINE__, args, body, text)
#define EXPECT_FILE(name, text) expect_file(__LINE__, name, text)

/* Cases */

#define OPEN_LINE "open(\"/nothing/of/that/name\", O_RDONLY) = "

static void alone(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	call(&task, READ, 3, 3);
	call(&task, OPEN, 0, -2);
	call(&task, CLOSE, 3, 0);
	call(&task, PAUSE, 0, 0);
	enter(&task, EXIT, 7);
	lost(&task);
	exited(&task, 7);
}

static void test_plain(void)
{
	EXPECT("", alone,
	       "read(3, \"abc\", 5)                       = 3\n" OPEN_LINE
	       "-1 ENOENT (No such file or directory)\n"
	       "close(3)                                = 0\n"
	       "pause()                                 = 0\n"
	       "exit_group(7)                           = ?\n"
	       "+++ exited with 7 +++\n");
	EXPECT("-qq -a 12", alone,
	       "read(3, \"abc\", 5) = 3\n" OPEN_LINE "-1 ENOENT (No such file or directory)\n"
	       "close(3)    = 0\n"
	       "pause()     = 0\n"
	       "exit_group(7) = ?\n");
	EXPECT("-a0 -e close", alone, "close(3) = 0\n+++ exited with 7 +++\n");
	EXPECT("-n -e close,exit_group", alone,
	       "[   3] close(3)                         = 0\n"
	       "[ 231] exit_group(7)                    = ?\n"
	       "[ 231] +++ exited with 7 +++\n");
	EXPECT("-e none", alone, "+++ exited with 7 +++\n");
}

static void test_alignment(void)
{
	/* A line of 38, 39 and 40 before the result. */
	EXPECT("-a 18 -e read -qq", alone, "read(3, \"abc\", 5) = 3\n");
	EXPECT("-a 19 -e read -qq", alone, "read(3, \"abc\", 5)  = 3\n");
	EXPECT("-a 17 -e read -qq", alone, "read(3, \"abc\", 5) = 3\n");
}

static void test_times(void)
{
	setenv("TZ", "UTC", 1);
	EXPECT("-t -e close", alone,
	       "22:13:20 close(3)                       = 0\n22:13:20 +++ exited with 7 +++\n");
	EXPECT("-tt -e close", alone,
	       "22:13:20.000040 close(3)                = 0\n"
	       "22:13:20.000100 +++ exited with 7 +++\n");
	EXPECT("-ttt -e close", alone,
	       "1700000000.000040 close(3)              = 0\n"
	       "1700000000.000100 +++ exited with 7 +++\n");
	EXPECT("--absolute-timestamps=unix,ns -e close", alone,
	       "1700000000.000040000 close(3)           = 0\n"
	       "1700000000.000100000 +++ exited with 7 +++\n");
	EXPECT("-r -e close,pause", alone,
	       "     0.000000 close(3)                  = 0\n"
	       "     0.000020 pause()                   = 0\n"
	       "     0.000040 +++ exited with 7 +++\n");
	EXPECT("-t -r -e close", alone,
	       "22:13:20 (+     0.000000) close(3)      = 0\n"
	       "22:13:20 (+     0.000060) +++ exited with 7 +++\n");
	EXPECT("--relative-timestamps=s -e close", alone,
	       "     0 close(3)                         = 0\n     0 +++ exited with 7 +++\n");
	EXPECT("-T -e close,exit_group", alone,
	       "close(3)                                = 0 <0.000010>\n"
	       "exit_group(7)                           = ?\n"
	       "+++ exited with 7 +++\n");
	EXPECT("--syscall-times=ns -qq -e close", alone,
	       "close(3)                                = 0 <0.000010000>\n");
	EXPECT("--syscall-times=s -qq -e close", alone,
	       "close(3)                                = 0 <0>\n");
}

static void long_ago(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	call(&task, CLOSE, 3, 0);
	now += 123456 * S + 999999 * US;
	call(&task, CLOSE, 4, 0);
	now += 1234567 * S;
	call(&task, CLOSE, 5, 0);
	now -= 10 * S;
	call(&task, CLOSE, 6, 0);
	exited(&task, 0);
}

static void test_relative(void)
{
	EXPECT("-r -qq", long_ago,
	       "     0.000000 close(3)                  = 0\n"
	       "123457.000019 close(4)                  = 0\n"
	       "1234567.000020 close(5)                 = 0\n"
	       "     0.000000 close(6)                  = 0\n");
}

static void test_status(void)
{
	EXPECT("-z", alone,
	       "read(3, \"abc\", 5)                       = 3\n"
	       "close(3)                                = 0\n"
	       "pause()                                 = 0\n"
	       "+++ exited with 7 +++\n");
	EXPECT("-Z", alone,
	       OPEN_LINE "-1 ENOENT (No such file or directory)\n+++ exited with 7 +++\n");
	EXPECT("-e status=unfinished", alone,
	       "exit_group(7)                           = ?\n+++ exited with 7 +++\n");
}

static void family(void)
{
	struct task parent, child;

	begin(&parent, 100, OUTPUT_COMMAND);
	enter(&parent, CLONE, 17);
	begin(&child, 101, OUTPUT_FOLLOWED);
	leave(&parent, 101);
	enter(&parent, READ, 0);
	enter(&child, PAUSE, 0);
	leave(&child, 0);
	enter(&child, CLOSE, 3);
	leave(&parent, 3);
	leave(&child, 0);
	exited(&child, 3);
	signalled(&parent, SIGCHLD);
	call(&parent, CLOSE, 4, 0);
	exited(&parent, 0);
}

static void test_family(void)
{
	EXPECT("-f", family,
	       "clone(17)                               = 101\n"
	       "self_ptrace: Process 101 attached\n"
	       "[pid   100] read(0,  <unfinished ...>\n"
	       "[pid   101] pause()                     = 0\n"
	       "[pid   101] close(3 <unfinished ...>\n"
	       "[pid   100] <... read resumed>\"abc\", 5) = 3\n"
	       "[pid   101] <... close resumed>)        = 0\n"
	       "[pid   101] +++ exited with 3 +++\n"
	       "--- SIGCHLD {si_signo=SIGCHLD} ---\n"
	       "close(4)                                = 0\n"
	       "+++ exited with 0 +++\n");
	EXPECT("-f -q -e signal=!chld -e trace=clone,close", family,
	       "clone(17)                               = 101\n"
	       "[pid   101] close(3)                    = 0\n"
	       "[pid   101] +++ exited with 3 +++\n"
	       "close(4)                                = 0\n"
	       "+++ exited with 0 +++\n");
	EXPECT("-f -o %s/trace", family, "");
	EXPECT_FILE("trace", "100   clone(17)                         = 101\n"
			     "100   read(0,  <unfinished ...>\n"
			     "101   pause()                           = 0\n"
			     "101   close(3 <unfinished ...>\n"
			     "100   <... read resumed>\"abc\", 5)       = 3\n"
			     "101   <... close resumed>)              = 0\n"
			     "101   +++ exited with 3 +++\n"
			     "100   --- SIGCHLD {si_signo=SIGCHLD} ---\n"
			     "100   close(4)                          = 0\n"
			     "100   +++ exited with 0 +++\n");
	EXPECT("-f -z -q", family,
	       "clone(17)                               = 101\n"
	       "[pid   101] pause()                     = 0\n"
	       "[pid   100] read(0, \"abc\", 5)           = 3\n"
	       "[pid   101] close(3)                    = 0\n"
	       "[pid   101] +++ exited with 3 +++\n"
	       "--- SIGCHLD {si_signo=SIGCHLD} ---\n"
	       "close(4)                                = 0\n"
	       "+++ exited with 0 +++\n");
	/* Resumed lines have a time of their own, and the result the time of the call. */
	EXPECT("-f -T -ttt -e trace=read,close -e signal=none -e quiet=exit,attach", family,
	       "[pid   100] 1700000000.000020 read(0,  <unfinished ...>\n"
	       "[pid   101] 1700000000.000050 close(3 <unfinished ...>\n"
	       "[pid   100] 1700000000.000060 <... read resumed>\"abc\", 5) = 3 <0.000040>\n"
	       "[pid   101] 1700000000.000070 <... close resumed>) = 0 <0.000020>\n"
	       "1700000000.000080 close(4)              = 0 <0.000010>\n");
}

static void test_separate(void)
{
	EXPECT("-ff -o %s/trace", family, "");
	EXPECT_FILE("trace.100", "clone(17)                               = 101\n"
				 "read(0, \"abc\", 5)                       = 3\n"
				 "--- SIGCHLD {si_signo=SIGCHLD} ---\n"
				 "close(4)                                = 0\n"
				 "+++ exited with 0 +++\n");
	EXPECT_FILE("trace.101", "pause()                                 = 0\n"
				 "close(3)                                = 0\n"
				 "+++ exited with 3 +++\n");
}

static void two_attached(void)
{
	struct task one, two;

	begin(&one, 100, OUTPUT_ATTACHED);
	output_attached(out, 100, 1);
	begin(&two, 12345, OUTPUT_ATTACHED);
	output_attached(out, 12345, 3);
	enter(&one, READ, 0);
	enter(&two, CLOSE, 1);
	output_flush(out);
	output_detached(out, &two);
	output_task_end(out, &two);
	output_detached(out, &one);
	output_task_end(out, &one);
}

static void test_attach(void)
{
	EXPECT("", two_attached,
	       "self_ptrace: Process 100 attached\n"
	       "self_ptrace: Process 12345 attached with 3 threads\n"
	       "[pid   100] read(0,  <unfinished ...>\n"
	       "[pid 12345] close(1 <detached ...>\n"
	       "self_ptrace: Process 12345 detached\n"
	       "self_ptrace: Process 100 detached\n");
	EXPECT("-p 1 -o %s/trace -q", two_attached, "");
	EXPECT_FILE("trace", "100   read(0,  <unfinished ...>\n12345 close(1 <detached ...>\n");
}

/* A child that speaks before its parent's clone has returned. */
static void early_child(void)
{
	struct task parent, child;

	begin(&parent, 100, OUTPUT_COMMAND);
	enter(&parent, CLONE, 17);
	begin(&child, 101, OUTPUT_FOLLOWED);
	call(&child, CLOSE, 1, 0);
	leave(&parent, 101);
	exited(&child, 0);
	exited(&parent, 0);
}

static void early_child_flushed(void)
{
	struct task parent, child;

	begin(&parent, 100, OUTPUT_COMMAND);
	enter(&parent, CLONE, 17);
	output_flush(out);
	begin(&child, 101, OUTPUT_FOLLOWED);
	output_flush(out);
	leave(&parent, 101);
	exited(&child, 0);
	exited(&parent, 0);
}

static void test_early_child(void)
{
	EXPECT("-f -qq", early_child,
	       "clone(17 <unfinished ...>\n"
	       "[pid   101] close(1)                    = 0\n"
	       "[pid   100] <... clone resumed>)        = 101\n");
	EXPECT("-f -e quiet=exit", early_child,
	       "clone(17 <unfinished ...>\n"
	       "self_ptrace: Process 101 attached\n"
	       "[pid   101] close(1)                    = 0\n"
	       "[pid   100] <... clone resumed>)        = 101\n");
	EXPECT("-f -e quiet=exit", early_child_flushed,
	       "clone(17 <unfinished ...>\n"
	       "self_ptrace: Process 101 attached\n"
	       "[pid   100] <... clone resumed>)        = 101\n");
}

static void killed_inside(void)
{
	struct task one, two;

	begin(&one, 100, OUTPUT_COMMAND);
	begin(&two, 101, OUTPUT_FOLLOWED);
	enter(&one, READ, 0);
	killed(&one, SIGKILL, false);
	enter(&two, READ, 0);
	output_flush(out);
	lost(&two);
	killed(&two, SIGSEGV, true);
}

static void test_killed(void)
{
	EXPECT("-q", killed_inside,
	       "[pid   100] read(0,  <unfinished ...>)  = ?\n"
	       "[pid   100] +++ killed by SIGKILL +++\n"
	       "read(0,  <unfinished ...>)              = ?\n"
	       "+++ killed by SIGSEGV (core dumped) +++\n");
	EXPECT("-q -e signal=!kill", killed_inside,
	       "[pid   100] read(0,  <unfinished ...>)  = ?\n"
	       "read(0,  <unfinished ...>)              = ?\n"
	       "+++ killed by SIGSEGV (core dumped) +++\n");
	/* -qq keeps how a process was killed. */
	EXPECT("-qq -z", killed_inside,
	       "[pid   100] +++ killed by SIGKILL +++\n"
	       "+++ killed by SIGSEGV (core dumped) +++\n");
}

static void killed_while_others_speak(void)
{
	struct task one, two;

	begin(&one, 100, OUTPUT_COMMAND);
	begin(&two, 101, OUTPUT_FOLLOWED);
	enter(&one, PAUSE, 0);
	enter(&two, READ, 0);
	call(&one, PAUSE, 0, 0); /* the end of the first was never told */
	killed(&one, 40, false);
	exited(&two, 0);
}

static void test_strays(void)
{
	EXPECT("-q", killed_while_others_speak,
	       "[pid   100] pause( <unfinished ...>\n"
	       "[pid   101] read(0,  <unfinished ...>\n"
	       "[pid   100] pause()                     = 0\n"
	       "[pid   100] +++ killed by SIG_40 +++\n"
	       "<... read resumed> <unfinished ...>)    = ?\n"
	       "+++ exited with 0 +++\n");
}

static void interrupted(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	enter(&task, PAUSE, 0);
	task.call.restarted = true;
	leave(&task, -513);
	signalled(&task, 35);
	enter(&task, READ, 9);
	event(&task, EVENT_CANCEL);
	enter(&task, READ, 0);
	output_flush(out);
	event(&task, EVENT_CANCEL);
	signalled(&task, 2);
	signalled(&task, 77);
	exited(&task, 0);
}

static void test_interrupted(void)
{
	EXPECT("", interrupted,
	       "pause()                                 = ? ERESTARTNOINTR (To be restarted)\n"
	       "--- SIGRT_3 {si_signo=SIGRT_3} ---\n"
	       "read(0, \"abc\", 5)                       = ? ERESTARTNOINTR (To be restarted)\n"
	       "--- SIGINT {si_signo=SIGINT} ---\n"
	       "+++ exited with 0 +++\n");
	EXPECT("-e signal=none", interrupted,
	       "pause()                                 = ? ERESTARTNOINTR (To be restarted)\n"
	       "read(0, \"abc\", 5)                       = ? ERESTARTNOINTR (To be restarted)\n"
	       "+++ exited with 0 +++\n");
}

static void others(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	output_message(out, "hello %d", 1);
	call(&task, 12345, 1, 0);
	task.call.arch = AUDIT_ARCH_I386;
	event(&task, EVENT_ENTER);
	leave(&task, 5);
	output_event(out,
		     &(struct event){
			     .kind = EVENT_NOTE, .task = &task, .ns = now, .note = "so it is" });
	output_superseded(out, &task, 102);
	output_message(out, "bye");
	exited(&task, 0);
}

static void test_others(void)
{
	EXPECT("", others,
	       "self_ptrace: hello 1\n"
	       "syscall_0x3039(1)                       = 0\n"
	       "[ Process PID=100 runs in 32 bit mode. ]\n"
	       "syscall_0x3039(1)                       = 5\n"
	       "[ so it is ]\n"
	       "+++ superseded by execve in pid 102 +++\n"
	       "self_ptrace: bye\n"
	       "+++ exited with 0 +++\n");
	EXPECT("-qqq -e read", others,
	       "self_ptrace: hello 1\n"
	       "syscall_0x3039(1)                       = 0\n"
	       "syscall_0x3039(1)                       = 5\n"
	       "[ so it is ]\nself_ptrace: bye\n");
}

static void test_append(void)
{
	EXPECT("-o %s/trace -e close -qq", alone, "");
	EXPECT("-A -o %s/trace -e pause -qq", alone, "");
	EXPECT_FILE("trace", "close(3)                                = 0\n"
			     "pause()                                 = 0\n");
	EXPECT("-o %s/trace -e close -qq", alone, "");
	EXPECT("-o %s/trace -e pause -qq", alone, "");
	EXPECT_FILE("trace", "pause()                                 = 0\n");
}

static void test_command(void)
{
	char *text;
	int r;

	EXPECT("-e close -o |cat>%s/trace", alone, "");
	EXPECT_FILE("trace", "close(3)                                = 0\n"
			     "+++ exited with 7 +++\n");
	EXPECT("-qq -e close -o !cat>%s/trace", alone, "");
	EXPECT_FILE("trace", "close(3)                                = 0\n");
	/* A reader that does not read: told once, and SIGPIPE kills nobody. */
	r = run("-o |exec<&-;exit", alone, &text);
	CHECK(r == -EPIPE || r == 0, "%d", r);
	CHECK(!r || !strcmp(text, "self_ptrace: cannot write to '|exec<&-;exit': Broken pipe; the "
				  "program runs on without a trace\n"),
	      "%s", text);
	free(text);
}

static void two_flushes(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	call(&task, CLOSE, 3, 0);
	output_flush(out);
	call(&task, CLOSE, 4, 0);
	output_flush(out);
	exited(&task, 0);
}

/* The directory goes away: no file of two can be made, which is told once. */
static void homeless(void)
{
	char path[64];

	snprintf(path, sizeof(path), "%s/sub", dir);
	rmdir(path);
	family();
}

static void test_errors(void)
{
	char *text, *expected;
	int r;

	r = run("-o /dev/full", two_flushes, &text);
	CHECK(r == -ENOSPC, "%d", r);
	CHECK(!strcmp(text,
		      "self_ptrace: cannot write to '/dev/full': No space left on device; the "
		      "program runs on without a trace\n"),
	      "%s", text);
	free(text);

	r = run("-o %s/none/trace", alone, &text);
	CHECK(r == -ENOENT, "%d", r);
	if (asprintf(&expected, "self_ptrace: Can't fopen '%s/none/trace': %s\n", dir,
		     strerror(ENOENT)) < 0)
		abort();
	CHECK(!strcmp(text, expected), "%s", text);
	free(text);
	free(expected);

	r = run("-ff -o %s/none/trace", alone, &text);
	CHECK(r == -ENOENT, "%d", r);
	CHECK(!strncmp(text, "self_ptrace: Can't fopen '", 26), "%s", text);
	free(text);

	if (asprintf(&expected, "%s/sub", dir) < 0 || mkdir(expected, 0700) < 0)
		abort();
	free(expected);
	r = run("-ff -o %s/sub/trace", homeless, &text);
	CHECK(r == -ENOENT, "%d", r);
	if (asprintf(&expected,
		     "self_ptrace: cannot write to '%s/sub/trace.100': %s; the program runs on "
		     "without a trace\n",
		     dir, strerror(ENOENT)) < 0)
		abort();
	CHECK(!strcmp(text, expected), "%s", text);
	free(text);
	free(expected);
}

/* More tasks than there are descriptors; each file has all of its task's lines. */
static void crowd(void)
{
	enum { TASKS = 100 };
	struct task *tasks = calloc(TASKS, sizeof(*tasks));
	struct rlimit before, few;

	getrlimit(RLIMIT_NOFILE, &before);
	few = before;
	few.rlim_cur = 32;
	setrlimit(RLIMIT_NOFILE, &few);
	for (int i = 0; i < TASKS; i++)
		begin(&tasks[i], 1000 + i, OUTPUT_FOLLOWED);
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < TASKS; i++)
			call(&tasks[i], CLOSE, (uint64_t)i, 0);
		output_flush(out);
	}
	/* The same tid once more: as when a thread that execs takes its leader's. */
	exited(&tasks[0], 0);
	begin(&tasks[0], 1000, OUTPUT_FOLLOWED);
	for (int i = 0; i < TASKS; i++)
		exited(&tasks[i], 0);
	setrlimit(RLIMIT_NOFILE, &before);
	free(tasks);
}

static void test_crowd(void)
{
	EXPECT("-ff -a0 -o %s/trace", crowd, "");
	EXPECT_FILE("trace.1000", "close(0) = 0\nclose(0) = 0\nclose(0) = 0\n"
				  "+++ exited with 0 +++\n+++ exited with 0 +++\n");
	for (int i = 1; i < 100; i++) {
		char name[32], text[256];

		snprintf(name, sizeof(name), "trace.%d", 1000 + i);
		snprintf(text, sizeof(text),
			 "close(%d) = 0\nclose(%d) = 0\nclose(%d) = 0\n+++ exited with 0 +++\n", i,
			 i, i);
		EXPECT_FILE(name, text);
	}
}

/* More than fits one write, through a pipe that is slow and does not block. */
static void much(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	for (int i = 0; i < 20000; i++)
		call(&task, CLOSE, (uint64_t)i, 0);
	exited(&task, 0);
}

static void test_much(void)
{
	int fds[2], status, saved = dup(STDERR_FILENO);
	char buffer[3000];
	size_t total = 0;
	ssize_t got;
	pid_t pid;

	if (pipe(fds) < 0)
		abort();
	fcntl(fds[1], F_SETFL, O_NONBLOCK);
	pid = fork();
	if (!pid) {
		char *argv[] = { (char[]){ "self_ptrace" }, (char[]){ "true" }, NULL };

		close(fds[0]);
		dup2(fds[1], STDERR_FILENO);
		now = BEGIN;
		if (options_parse(2, argv, &options) || output_new(&options, &out))
			_exit(1);
		much();
		status = output_free(out);
		options_free(&options);
		_exit(status != 0);
	}
	close(fds[1]);
	while ((got = read(fds[0], buffer, sizeof(buffer))) > 0) {
		total += (size_t)got;
		usleep(100);
	}
	close(fds[0]);
	close(saved);
	waitpid(pid, &status, 0);
	CHECK(WIFEXITED(status) && !WEXITSTATUS(status), "%x", status);
	CHECK(total == 20000 * strlen("close(3)                                = 0\n") +
			       strlen("+++ exited with 0 +++\n"),
	      "%zu bytes", total);
}

static void test_json(void)
{
	EXPECT("--json -e close,open,exit_group", alone,
	       "{\"time\":1700000000.000020000,\"pid\":100,\"name\":\"open\",\"args\":{\"\":\"/"
	       "nothing/of/that/name\",\"\":{\"raw\":0,\"symbol\":\"O_RDONLY\"}},\"result\":-1,"
	       "\"errno\":{\"raw\":2,\"symbol\":\"ENOENT\",\"message\":\"No such file or "
	       "directory\"},\"duration\":0.000010000}\n"
	       "{\"time\":1700000000.000040000,\"pid\":100,\"name\":\"close\",\"args\":{\"arg\":3},"
	       "\"result\":0,\"duration\":0.000010000}\n"
	       "{\"time\":1700000000.000080000,\"pid\":100,\"name\":\"exit_group\",\"args\":{"
	       "\"arg\":7},\"result\":null,\"duration\":0.000010000}\n"
	       "{\"time\":1700000000.000100000,\"pid\":100,\"exited\":7}\n");
	EXPECT("--json -z -qq -e signal=kill,segv,int", killed_inside,
	       "{\"time\":1700000000.000010000,\"pid\":100,\"killed\":\"SIGKILL\",\"core\":false}\n"
	       "{\"time\":1700000000.000030000,\"pid\":101,\"killed\":\"SIGSEGV\",\"core\":true}"
	       "\n");
	EXPECT("--json -Z", others,
	       "self_ptrace: hello 1\n"
	       "{\"time\":1700000000.000030000,\"pid\":100,\"note\":\"so it is\"}\n"
	       "{\"time\":1700000000.000020000,\"pid\":100,\"superseded_by\":102}\n"
	       "self_ptrace: bye\n"
	       "{\"time\":1700000000.000030000,\"pid\":100,\"exited\":0}\n");
	EXPECT("--json -e none", interrupted,
	       "{\"time\":1700000000.000020000,\"pid\":100,\"signal\":\"SIGRT_3\",\"siginfo\":{"
	       "\"si_signo\":{\"raw\":35,\"symbol\":\"SIGRT_3\"}}}\n"
	       "{\"time\":1700000000.000040000,\"pid\":100,\"signal\":\"SIGINT\",\"siginfo\":{"
	       "\"si_signo\":{\"raw\":2,\"symbol\":\"SIGINT\"}}}\n"
	       "{\"time\":1700000000.000040000,\"pid\":100,\"exited\":0}\n");
}

/* Descriptors */

/* No process has that number: all that is known is from the calls. */
#define NOBODY 0x7ffffff0

static void opened(struct task *task, const char *path, int fd)
{
	enter(task, OPEN, 0x1000);
	memory_add(&task->call.enter, 0x1000, path, (uint32_t)strlen(path) + 1,
		   (uint32_t)strlen(path) + 1);
	leave(task, fd);
	memory_free(&task->call.enter);
}

static void gone(void)
{
	struct task task;

	begin(&task, NOBODY, OUTPUT_COMMAND);
	call(&task, WRITE, 1, 5);
	opened(&task, "/dev/./null", 3);
	call(&task, DUP, 3, 4);
	call(&task, WRITE, 4, 5);
	call(&task, CLOSE, 3, 0);
	call(&task, CLOSE, 3, -2);
	opened(&task, "no/such", 3);
	call(&task, WRITE, 4, 5);
	call(&task, CLOSE, 4, 0);
	exited(&task, 0);
	begin(&task, NOBODY, OUTPUT_COMMAND);
	call(&task, CLOSE, 4, -2);
	exited(&task, 0);
}

static void dup2_call(struct task *task, int from, int to)
{
	enter(task, DUP2, (uint64_t)from);
	task->call.args[1] = (uint64_t)to;
	leave(task, to);
}

/* The second argument is what it was, the result what it is. */
static void replaced(void)
{
	struct task task;

	begin(&task, NOBODY, OUTPUT_COMMAND);
	opened(&task, "/dev/null", 3);
	opened(&task, "/dev/zero", 4);
	dup2_call(&task, 3, 5);
	dup2_call(&task, 4, 5);
	dup2_call(&task, 4, 4);
	call(&task, CLOSE, 5, 0);
	exited(&task, 0);
}

static void failing_write(void)
{
	struct task task;

	begin(&task, NOBODY, OUTPUT_COMMAND);
	opened(&task, "/dev/null", 3);
	call(&task, WRITE, 3, -2);
	exited(&task, 0);
}

static int here_fd;

static void here(void)
{
	struct task task;

	begin(&task, getpid(), OUTPUT_COMMAND);
	call(&task, WRITE, (uint64_t)here_fd, 5);
	exited(&task, 0);
}

static void test_descriptors(void)
{
	char path[64], text[256];

	EXPECT("-y -qq -a0 -e !open", gone,
	       "write(1) = 5\n"
	       "dup(3</dev/null>) = 4</dev/null>\n"
	       "write(4</dev/null>) = 5\n"
	       "close(3</dev/null>) = 0\n"
	       "close(3) = -1 ENOENT (No such file or directory)\n"
	       "write(4</dev/null>) = 5\n"
	       "close(4</dev/null>) = 0\n"
	       "close(4) = -1 ENOENT (No such file or directory)\n");
	EXPECT("-y -qq -a0", gone,
	       "write(1) = 5\n" OPEN_LINE "3</dev/null>\n"
	       "dup(3</dev/null>) = 4</dev/null>\n"
	       "write(4</dev/null>) = 5\n"
	       "close(3</dev/null>) = 0\n"
	       "close(3) = -1 ENOENT (No such file or directory)\n" OPEN_LINE "3\n"
	       "write(4</dev/null>) = 5\n"
	       "close(4</dev/null>) = 0\n"
	       "close(4) = -1 ENOENT (No such file or directory)\n");
	EXPECT("-y -qq -a0", replaced,
	       OPEN_LINE "3</dev/null>\n" OPEN_LINE "4</dev/zero>\n"
			 "dup2(3</dev/null>, 5) = 5</dev/null>\n"
			 "dup2(4</dev/zero>, 5</dev/null>) = 5</dev/zero>\n"
			 "dup2(4</dev/zero>, 4</dev/zero>) = 4</dev/zero>\n"
			 "close(5</dev/zero>) = 0\n");
	EXPECT("-y -qq -a0 -Z", gone,
	       "close(3) = -1 ENOENT (No such file or directory)\n"
	       "close(4) = -1 ENOENT (No such file or directory)\n");
	EXPECT("-y -qq -a0 -Z", failing_write,
	       "write(3</dev/null>) = -1 ENOENT (No such file or directory)\n");
	snprintf(path, sizeof(path), "%s/file", dir);
	here_fd = open(path, O_RDWR | O_CREAT, 0600);
	snprintf(text, sizeof(text), "write(%d<%s>) = 5\n", here_fd, path);
	EXPECT("-y -qq -a0", here, text);
	unlink(path);
	snprintf(text, sizeof(text), "write(%d<%s>(deleted)) = 5\n", here_fd, path);
	EXPECT("-y -qq -a0", here, text);
	close(here_fd);
}

static struct task thread_task;

/* Thread 102 of process 100 execs, and goes on under its process's number. */
static void thread_execs(void)
{
	struct task leader;

	begin(&leader, 100, OUTPUT_COMMAND);
	begin(&thread_task, 102, OUTPUT_FOLLOWED);
	thread_task.pid = 100;
	enter(&leader, PAUSE, 0);
	enter(&thread_task, CLOSE, 59);
	output_superseded(out, &leader, 102);
	output_task_end(out, &leader);
	thread_task.tid = 100;
	leave(&thread_task, 0);
	call(&thread_task, CLOSE, 3, 0);
	exited(&thread_task, 0);
}

static void test_thread_execs(void)
{
	EXPECT("-f -q -o %s/trace", thread_execs, "");
	EXPECT_FILE("trace", "100   pause( <unfinished ...>\n"
			     "102   close(59 <unfinished ...>\n"
			     "100   <... pause resumed>)              = ?\n"
			     "100   +++ superseded by execve in pid 102 +++\n"
			     "100   <... close resumed>)              = 0\n"
			     "100   close(3)                          = 0\n"
			     "100   +++ exited with 0 +++\n");
	EXPECT("-ff -q -o %s/trace", thread_execs, "");
	EXPECT_FILE("trace.102", "close(59 <pid changed to 100 ...>\n");
	EXPECT_FILE("trace.100", "pause()                                 = ?\n"
				 "+++ superseded by execve in pid 102 +++\n"
				 "<... close resumed>)                    = 0\n"
				 "close(3)                                = 0\n"
				 "+++ exited with 0 +++\n");
}

/* Counts */

#define RULE "------ ----------- ----------- --------- --------- ----------------\n"

static void counted(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	call(&task, READ, 0, 1);
	enter(&task, READ, 0);
	now += 280 * US;
	leave(&task, 1);
	call(&task, OPEN, 0, -2);
	call(&task, OPEN, 0, 3);
	call(&task, CLOSE, 3, 0);
	call(&task, 12345, 3, 0);
	enter(&task, EXIT, 0);
	lost(&task);
	exited(&task, 0);
}

static void counted_in_bulk(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	output_add_counts(out, AUDIT_ARCH_X86_64, READ, 2, 0, 300 * US, 10 * US, 290 * US);
	output_add_counts(out, AUDIT_ARCH_X86_64, OPEN, 2, 1, 20 * US, 10 * US, 10 * US);
	output_add_counts(out, AUDIT_ARCH_X86_64, CLOSE, 1, 0, 10 * US, 10 * US, 10 * US);
	output_add_counts(out, AUDIT_ARCH_X86_64, 12345, 1, 0, 10 * US, 10 * US, 10 * US);
	output_add_counts(out, AUDIT_ARCH_X86_64, WRITE, 0, 0, 0, 0, 0);
	exited(&task, 0);
}

static const char table[] = "% time     seconds  usecs/call     calls    errors syscall\n" RULE
			    " 90.91    0.000300         150         2           read\n"
			    "  6.06    0.000020          10         2         1 open\n"
			    "  3.03    0.000010          10         1           close\n" RULE
			    "100.00    0.000330          66         5         1 total\n";

static void long_name(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	call(&task, PRIORITY, 0, 1);
	exited(&task, 0);
}

static void large_numbers(void)
{
	output_add_counts(out, AUDIT_ARCH_X86_64, READ, 12345678901, 9876543210, 123456 * S * 1000,
			  1, 123456 * S);
}

static void nothing(void)
{
	struct task task;

	begin(&task, 100, OUTPUT_COMMAND);
	exited(&task, 0);
}

static void test_summary(void)
{
	EXPECT("-c", counted, table);
	EXPECT("-c -w", counted_in_bulk, table);
	EXPECT("-c", nothing, "");
	EXPECT("-c -o %s/trace", counted, "");
	EXPECT_FILE("trace", table);
	EXPECT("-C -e close", counted,
	       "close(3)                                = 0\n"
	       "syscall_0x3039(3)                       = 0\n"
	       "+++ exited with 0 +++\n"
	       "% time     seconds  usecs/call     calls    errors syscall\n" RULE
	       "100.00    0.000010          10         1           close\n" RULE
	       "100.00    0.000010          10         1           total\n");
	EXPECT("-c -S name -U name,max-time,min-time,errors,count", counted,
	       "syscall           longest shortest    errors     calls\n"
	       "---------------- -------- -------- --------- ---------\n"
	       "close            0.000010 0.000010                   1\n"
	       "open             0.000010 0.000010         1         2\n"
	       "read             0.000290 0.000010                   2\n"
	       "---------------- -------- -------- --------- ---------\n"
	       "total            0.000290 0.000010         1         5\n");
	EXPECT("-c -S calls -U calls", counted,
	       "    calls syscall\n--------- ----------------\n"
	       "        2 read\n        2 open\n        1 close\n"
	       "--------- ----------------\n        5 total\n");
	EXPECT("-c -S errors -U name", counted,
	       "syscall\n----------------\nopen\nread\nclose\n----------------\ntotal\n");
	EXPECT("-c -S none -U name", counted,
	       "syscall\n----------------\nread\nopen\nclose\n----------------\ntotal\n");
	EXPECT("-c -O 15 -U calls,total-time,min-time", counted,
	       "    calls     seconds shortest syscall\n"
	       "--------- ----------- -------- ----------------\n"
	       "        2    0.000275 0.000000 read\n"
	       "        2    0.000000 0.000000 open\n"
	       "        1    0.000000 0.000000 close\n"
	       "--------- ----------- -------- ----------------\n"
	       "        5    0.000275 0.000000 total\n");
	EXPECT("-c -U name,calls", long_name,
	       "syscall                     calls\n"
	       "----------------------- ---------\n"
	       "sched_get_priority_max          1\n"
	       "----------------------- ---------\n"
	       "total                           1\n");
	EXPECT("-c -U calls,errors,total-time", large_numbers,
	       "      calls     errors          seconds syscall\n"
	       "----------- ---------- ---------------- ----------------\n"
	       "12345678901 9876543210 123456000.000000 read\n"
	       "----------- ---------- ---------------- ----------------\n"
	       "12345678901 9876543210 123456000.000000 total\n");
}

static void test_counts_replayed(void)
{
	EXPECT("-c -U calls,errors,name", alone,
	       "    calls    errors syscall\n"
	       "--------- --------- ----------------\n"
	       "        1           read\n"
	       "        1         1 open\n"
	       "        1           close\n"
	       "        1           pause\n"
	       "--------- --------- ----------------\n"
	       "        4         1 total\n");
	EXPECT("--json -e close", alone,
	       "{\"time\":1700000000.000040000,\"pid\":100,\"name\":\"close\",\"args\":{\"arg\":3},"
	       "\"result\":0,\"duration\":0.000010000}\n"
	       "{\"time\":1700000000.000100000,\"pid\":100,\"exited\":7}\n");
}

int main(void)
{
	if (!mkdtemp(dir))
		return 1;
	test_plain();
	test_alignment();
	test_times();
	test_relative();
	test_status();
	test_family();
	test_separate();
	test_attach();
	test_early_child();
	test_killed();
	test_strays();
	test_interrupted();
	test_others();
	test_append();
	test_command();
	test_errors();
	test_crowd();
	test_much();
	test_json();
	test_descriptors();
	test_thread_execs();
	test_summary();

	recorded = true;
	test_plain();
	test_alignment();
	test_times();
	test_relative();
	test_status();
	test_family();
	test_separate();
	test_attach();
	test_killed();
	test_strays();
	test_interrupted();
	test_append();
	test_command();
	test_crowd();
	test_thread_execs();
	test_counts_replayed();
	{
		char path[64];

		snprintf(path, sizeof(path), "%s/stderr", dir);
		unlink(path);
		CHECK(rmdir(dir) == 0, "%s: %s", dir, strerror(errno));
	}
	printf("output: %u checks, %u failed\n", checks, failures);
	return failures != 0;
}
