// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command line, by tables: what each vector of arguments is refused with,
 * or what it sets.  A row marked STRACE is given to strace too, if there is one
 * of the version that the messages are from: status and message must be the
 * same, but for the name.
 *
 * Links tool/options.c, tool/filter.c, and tests/output/fake.c for the table.
 */
#include "../../tool/options.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARGS 16
#define TRY "Try 'self_ptrace -h' for more information.\n"
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static unsigned int failures, checks;

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

static void join(char *text, size_t size, const char *const args[])
{
	size_t used = 0;

	text[0] = '\0';
	for (size_t i = 0; args[i] && used < size; i++)
		used += (size_t)snprintf(text + used, size - used, "%s'%s'", i ? " " : "", args[i]);
}

/* Runs body in a child with stderr (and stdout, if both) in text. */
static int captured(const char *const args[], bool both, char *text, size_t size,
		    void (*body)(const char *const args[]))
{
	int fds[2], status;
	size_t used = 0;
	ssize_t got;
	pid_t pid;

	if (pipe(fds) < 0)
		abort();
	fflush(NULL);
	pid = fork();
	if (pid < 0)
		abort();
	if (!pid) {
		dup2(fds[1], STDERR_FILENO);
		if (both)
			dup2(fds[1], STDOUT_FILENO);
		close(fds[0]);
		close(fds[1]);
		body(args);
		_exit(127);
	}
	close(fds[1]);
	while ((got = read(fds[0], text + used, size - 1 - used)) > 0)
		used += (size_t)got;
	text[used] = '\0';
	close(fds[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int parse(const char *const args[], struct options *options)
{
	static char *argv[ARGS + 2];
	int argc = 1;

	argv[0] = (char *)(uintptr_t) "build/self_ptrace";
	for (; args[argc - 1]; argc++)
		argv[argc] = (char *)(uintptr_t)args[argc - 1];
	argv[argc] = NULL;
	return options_parse(argc, argv, options);
}

static void run_parse(const char *const args[])
{
	struct options options;
	int r = parse(args, &options);

	if (!r)
		options_free(&options);
	fflush(NULL);
	_exit(r < 0 ? 1 : r ? 42 : 0);
}

static void run_strace(const char *const args[])
{
	char *argv[ARGS + 2] = { (char[]){ "strace" } };

	for (size_t i = 0; args[i]; i++)
		argv[i + 1] = (char *)(uintptr_t)args[i];
	execvp(argv[0], argv);
}

static bool have_strace(void)
{
	const char *const args[] = { "-V", NULL };
	char text[4096];

	return captured(args, true, text, sizeof(text), run_strace) == 0 &&
	       strstr(text, "version 6.1\n");
}

/* Messages */

enum { OURS, STRACE };

static const struct refused {
	const char *args[ARGS];
	int like; /* STRACE: strace says the same */
	const char *text;
} refused[] = {
	{ { NULL }, STRACE, "self_ptrace: must have PROG [ARGS] or -p PID\n" TRY },
	{ { "-f", "-tt", NULL }, STRACE, "self_ptrace: must have PROG [ARGS] or -p PID\n" TRY },
	{ { "-p", "", NULL }, STRACE, "self_ptrace: must have PROG [ARGS] or -p PID\n" TRY },
	{ { "-9", "true", NULL }, STRACE, "self_ptrace: invalid option -- '9'\n" TRY },
	{ { "--foo", "true", NULL }, STRACE, "self_ptrace: unrecognized option '--foo'\n" TRY },
	{ { "-o", NULL }, STRACE, "self_ptrace: option requires an argument -- 'o'\n" TRY },
	{ { "--columns", NULL },
	  STRACE,
	  "self_ptrace: option '--columns' requires an argument\n" TRY },
	{ { "--follow-forks=1", "true", NULL },
	  STRACE,
	  "self_ptrace: option '--follow-forks' doesn't allow an argument\n" TRY },

	{ { "-e", "trace=foo", "true", NULL }, STRACE, "self_ptrace: invalid system call 'foo'\n" },
	{ { "-e", "foo=1", "true", NULL }, STRACE, "self_ptrace: invalid system call 'foo=1'\n" },
	{ { "-e", "t=", "true", NULL }, STRACE, "self_ptrace: invalid system call ''\n" },
	{ { "-e", "trace=!", "true", NULL }, STRACE, "self_ptrace: invalid system call '!'\n" },
	{ { "-e", "trace=!foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'foo'\n" },
	{ { "-e", "trace=@64", "true", NULL }, STRACE, "self_ptrace: invalid system call '@64'\n" },
	{ { "-e", "trace=foo@64", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'foo@64'\n" },
	{ { "-e", "trace=%all", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call '%all'\n" },
	{ { "-e", "trace=?foo,bar", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'bar'\n" },
	{ { "-e", "trace=,", "true", NULL }, STRACE, "self_ptrace: invalid system call ','\n" },
	{ { "-e", "trace=all,foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'foo'\n" },
	{ { "-e", "trace=none,read", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'none'\n" },
	{ { "-e", "trace=%foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call '%foo'\n" },
	{ { "-e", "trace=9999", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call '9999'\n" },
	{ { "-e", "trace=/^nothing$", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call '/^nothing$'\n" },
	{ { "-e", "trace=/[", "true", NULL },
	  STRACE,
	  "self_ptrace: regcomp: [: Invalid regular expression\n" },
	{ { "--trace=read@33", "true", NULL },
	  STRACE,
	  "self_ptrace: incorrect personality designator '33' in qualification 'read@33'\n" TRY },
	{ { "--trace=foo", "true", NULL }, STRACE, "self_ptrace: invalid system call 'foo'\n" },
	{ { "-e", "abbrev=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid system call 'foo'\n" },
	{ { "--raw=foo", "true", NULL }, STRACE, "self_ptrace: invalid system call 'foo'\n" },
	{ { "-e", "status=foo", "true", NULL }, STRACE, "self_ptrace: invalid status 'foo'\n" },
	{ { "-e", "status=!", "true", NULL }, STRACE, "self_ptrace: invalid status '!'\n" },
	{ { "-e", "signal=!,", "true", NULL }, STRACE, "self_ptrace: invalid signal '!,'\n" },
	{ { "-e", "status=", "true", NULL }, STRACE, "self_ptrace: invalid status ''\n" },
	{ { "--status=failed,foo", "true", NULL }, STRACE, "self_ptrace: invalid status 'foo'\n" },
	{ { "-e", "signal=FOO", "true", NULL }, STRACE, "self_ptrace: invalid signal 'FOO'\n" },
	{ { "-e", "signal=", "true", NULL }, STRACE, "self_ptrace: invalid signal ''\n" },
	{ { "--signal=all,int", "true", NULL }, STRACE, "self_ptrace: invalid signal 'all'\n" },
	{ { "-e", "quiet=foo", "true", NULL }, STRACE, "self_ptrace: invalid quiet 'foo'\n" },
	{ { "-e", "q=all,exit", "true", NULL }, STRACE, "self_ptrace: invalid quiet 'all'\n" },
	{ { "--decode-fds=foo", "true", NULL }, STRACE, "self_ptrace: invalid decode-fds 'foo'\n" },

	{ { "-e", "read=a", "true", NULL }, STRACE, "self_ptrace: invalid descriptor 'a'\n" },
	{ { "-e", "write=!3,x", "true", NULL }, STRACE, "self_ptrace: invalid descriptor 'x'\n" },
	{ { "--write=-1", "true", NULL }, STRACE, "self_ptrace: invalid descriptor '-1'\n" },
	{ { "--trace-fds=x", "true", NULL }, OURS, "self_ptrace: invalid descriptor 'x'\n" },
	{ { "--tips=maybe", "true", NULL },
	  OURS,
	  "self_ptrace: invalid --tips argument: 'maybe'\n" TRY },

	{ { "-s", "x", "true", NULL }, STRACE, "self_ptrace: invalid -s argument: 'x'\n" TRY },
	{ { "-s", "-1", "true", NULL }, STRACE, "self_ptrace: invalid -s argument: '-1'\n" TRY },
	{ { "-s", "0x10", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid -s argument: '0x10'\n" TRY },
	{ { "-s", "99999999999", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid -s argument: '99999999999'\n" TRY },
	{ { "--string-limit=1K", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --string-limit argument: '1K'\n" TRY },
	{ { "-a", "x", "true", NULL }, STRACE, "self_ptrace: invalid -a argument: 'x'\n" TRY },
	{ { "-I", "5", "true", NULL }, STRACE, "self_ptrace: invalid -I argument: '5'\n" TRY },
	{ { "--interruptible=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --interruptible argument: 'foo'\n" TRY },
	{ { "-O", "10q", "true", NULL }, STRACE, "self_ptrace: invalid -O argument: '10q'\n" TRY },
	{ { "-O", "-1", "true", NULL }, STRACE, "self_ptrace: invalid -O argument: '-1'\n" TRY },
	{ { "-S", "foo", "true", NULL }, STRACE, "self_ptrace: invalid sortby: 'foo'\n" TRY },
	{ { "-U", "foo", "true", NULL }, STRACE, "self_ptrace: unknown column name: 'foo'\n" TRY },
	{ { "-U", "calls,", "true", NULL }, STRACE, "self_ptrace: unknown column name: ''\n" TRY },
	{ { "-U", "time,time", "true", NULL },
	  STRACE,
	  "self_ptrace: call summary column has been provided more than once: 'time' (-U option "
	  "residual: 'time')\n" TRY },
	{ { "-U", "time,calls,time,name", "true", NULL },
	  STRACE,
	  "self_ptrace: call summary column has been provided more than once: 'time' (-U option "
	  "residual: 'time,name')\n" TRY },
	{ { "-X", "foo", "true", NULL }, STRACE, "self_ptrace: invalid -X argument: 'foo'\n" TRY },
	{ { "--absolute-timestamps=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --absolute-timestamps argument: 'foo'\n" TRY },
	{ { "--relative-timestamps=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --relative-timestamps argument: 'foo'\n" TRY },
	{ { "--syscall-times=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --syscall-times argument: 'foo'\n" TRY },
	{ { "--strings-in-hex=foo", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --strings-in-hex argument: 'foo'\n" TRY },
	{ { "-p", "0", NULL }, STRACE, "self_ptrace: Invalid process id: '0'\n" },
	{ { "-p", "1,2,x", NULL }, STRACE, "self_ptrace: Invalid process id: 'x'\n" },
	{ { "-p", " 1", NULL }, STRACE, "self_ptrace: Invalid process id: ''\n" },
	{ { "-p", "99999999999", NULL },
	  STRACE,
	  "self_ptrace: Invalid process id: '99999999999'\n" },
	{ { "--attach=-1", NULL }, STRACE, "self_ptrace: Invalid process id: '-1'\n" },

	{ { "-c", "-C", "true", NULL },
	  STRACE,
	  "self_ptrace: -c/--summary-only and -C/--summary are mutually exclusive\n" TRY },
	{ { "-w", "true", NULL },
	  STRACE,
	  "self_ptrace: -w/--summary-wall-clock must be given with (-c/--summary-only or "
	  "-C/--summary)\n" TRY },
	{ { "-U", "name", "true", NULL },
	  STRACE,
	  "self_ptrace: -U/--summary-columns must be given with (-c/--summary-only or "
	  "-C/--summary)\n" TRY },
	{ { "-c", "-ff", "-o", "/dev/null", "true", NULL },
	  STRACE,
	  "self_ptrace: (-c/--summary-only or -C/--summary) and -ff/--output-separately are "
	  "mutually exclusive\n" TRY },
	{ { "-ff", "-o", "|cat", "true", NULL },
	  STRACE,
	  "self_ptrace: piping the output and -ff/--output-separately are mutually "
	  "exclusive\n" TRY },
	{ { "-t", "--absolute-timestamps=unix", "true", NULL },
	  STRACE,
	  "self_ptrace: -t and --absolute-timestamps cannot be provided simultaneously\n" },
	{ { "-x", "--strings-in-hex", "true", NULL },
	  STRACE,
	  "self_ptrace: -x and --strings-in-hex cannot be provided simultaneously\n" },
	{ { "-y", "--decode-fds=path", "true", NULL },
	  STRACE,
	  "self_ptrace: -y and --decode-fds cannot be provided simultaneously\n" },
	{ { "-q", "-e", "quiet=all", "true", NULL },
	  STRACE,
	  "self_ptrace: -q and -e quiet/--quiet cannot be provided simultaneously\n" },

	/* strace says it later, or has another end for it. */
	{ { "-u", "no such user", "true", NULL },
	  OURS,
	  "self_ptrace: Cannot find user 'no such user'\n" },
	{ { "-c", "--json", "true", NULL },
	  OURS,
	  "self_ptrace: (-c/--summary-only or -C/--summary) and --json are mutually "
	  "exclusive\n" TRY },
	{ { "--backend=foo", "true", NULL },
	  OURS,
	  "self_ptrace: invalid --backend argument: 'foo'\n" TRY },

#define REFUSED(option, about)                                                                 \
	"self_ptrace: option '" option "' (" about ") is not supported yet; leave it out, or " \
	"use strace for it\n"
	{ { "-d", "true", NULL }, OURS, REFUSED("-d", "debugging output") },
	{ { "-D", "-p", "1", NULL },
	  STRACE,
	  "self_ptrace: PROG [ARGS] must be specified with -D/--daemonize\n" TRY },
	{ { "-D", "--daemonize", "true", NULL },
	  STRACE,
	  "self_ptrace: -D and --daemonize cannot be provided simultaneously\n" },
	{ { "--daemonize=child", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid --daemonize argument: 'child'\n" TRY },
	{ { "-b", "open", "true", NULL },
	  STRACE,
	  "self_ptrace: Syscall 'open' for -b isn't supported\n" },
	{ { "--syscall-limit=0", "true", NULL },
	  OURS,
	  "self_ptrace: invalid --syscall-limit argument: '0'\n" TRY },
	{ { "-e", "inject=read", "true", NULL },
	  STRACE,
	  "self_ptrace: invalid inject argument 'read'\n" },
	{ { "-e", "kvm=vcpu", "true", NULL },
	  OURS,
	  REFUSED("-e kvm=", "exits of virtual processors") },
	{ { "--decode-pids=pidns", "true", NULL },
	  OURS,
	  REFUSED("--decode-pids", "pids of other namespaces") },
	{ { "--drop", "true", NULL },
	  OURS,
	  REFUSED("--drop", "dropping calls where the tool is too slow") },
};

static void rename_in(char *text, size_t size, const char *from, const char *to)
{
	char out[8192];
	size_t used = 0;

	for (const char *at = text; *at && used < sizeof(out) - 32;) {
		if (!strncmp(at, from, strlen(from))) {
			used += (size_t)snprintf(out + used, sizeof(out) - used, "%s", to);
			at += strlen(from);
		} else {
			out[used++] = *at++;
		}
	}
	out[used] = '\0';
	snprintf(text, size, "%s", out);
}

static void test_refused(bool strace)
{
	for (size_t i = 0; i < COUNT(refused); i++) {
		const struct refused *row = &refused[i];
		char line[512], text[8192];
		int status;

		join(line, sizeof(line), row->args);
		if (getuid() != 0 && strstr(line, "'-u'"))
			continue;
		status = captured(row->args, false, text, sizeof(text), run_parse);
		CHECK(status == 1, "%s: status %d", line, status);
		CHECK(!strcmp(text, row->text), "%s:\n%sinstead of\n%s", line, text, row->text);
		if (!strace || row->like != STRACE)
			continue;
		status = captured(row->args, false, text, sizeof(text), run_strace);
		rename_in(text, sizeof(text), "strace", "self_ptrace");
		CHECK(status == 1, "strace %s: status %d", line, status);
		CHECK(!strcmp(text, row->text), "strace %s:\n%sinstead of\n%s", line, text,
		      row->text);
	}
}

/* Said, and gone on with. */
static const struct refused warned[] = {
	{ { "-F", "true", NULL },
	  STRACE,
	  "self_ptrace: option -F is deprecated, please use -f/--follow-forks instead\n" },
	{ { "-f", "-F", "true", NULL }, STRACE, "self_ptrace: deprecated option -F ignored\n" },
	{ { "-S", "name", "true", NULL },
	  STRACE,
	  "self_ptrace: -S/--summary-sort-by has no effect without (-c/--summary-only or "
	  "-C/--summary)\n" },
	{ { "-A", "true", NULL },
	  STRACE,
	  "self_ptrace: -A/--output-append-mode has no effect without -o/--output\n" },
	{ { "--output-separately", "true", NULL },
	  STRACE,
	  "self_ptrace: --output-separately has no effect without -o/--output\n" },
	{ { "-ff", "true", NULL }, STRACE, "" },
	{ { "-z", "-Z", "true", NULL },
	  STRACE,
	  "self_ptrace: Only the last of -z/--successful-only/-Z/--failed-only options will take "
	  "effect. See status qualifier for more complex filters.\n" },
	{ { "-c", "-t", "-r", "-T", "-y", "-n", "true", NULL },
	  STRACE,
	  "self_ptrace: -n/--syscall-number has no effect with -c/--summary-only\n"
	  "self_ptrace: -r/--relative-timestamps has no effect with -c/--summary-only\n"
	  "self_ptrace: -t/--absolute-timestamps has no effect with -c/--summary-only\n"
	  "self_ptrace: -T/--syscall-times has no effect with -c/--summary-only\n"
	  "self_ptrace: -y/--decode-fds has no effect with -c/--summary-only\n" },
	{ { "-C", "-t", "true", NULL }, STRACE, "" },
	{ { "--seccomp-bpf", "-f", "true", NULL },
	  OURS,
	  "self_ptrace: --seccomp-bpf is not needed: a call that is not traced costs no stop "
	  "here\n" },
	{ { "-e", "trace=?foo,?/^bar", "true", NULL }, STRACE, "" },
	{ { "-e", "trace=read@32,close@x32", "true", NULL }, STRACE, "" },
	{ { "-e", "signal=65", "true", NULL }, STRACE, "" },
	{ { "--json", "--no-rewrite", "--stats", "--backend=preload", "true", NULL }, OURS, "" },
};

static void test_warned(bool strace)
{
	for (size_t i = 0; i < COUNT(warned); i++) {
		const struct refused *row = &warned[i];
		char line[512], text[65536];
		int status;

		join(line, sizeof(line), row->args);
		status = captured(row->args, false, text, sizeof(text), run_parse);
		CHECK(status == 0, "%s: status %d", line, status);
		CHECK(!strcmp(text, row->text), "%s:\n%sinstead of\n%s", line, text, row->text);
		if (!strace || row->like != STRACE)
			continue;
		/* The trace follows the messages. */
		status = captured(row->args, false, text, sizeof(text), run_strace);
		rename_in(text, sizeof(text), "strace", "self_ptrace");
		CHECK(status == 0, "strace %s: status %d", line, status);
		CHECK(!strncmp(text, row->text, strlen(row->text)) &&
			      strncmp(text + strlen(row->text), "self_ptrace:", 12) != 0,
		      "strace %s:\n%.400s\ninstead of\n%s", line, text, row->text);
	}
}

/* What is set */

#define GOOD(name, ...)                                           \
	const char *const name##_args[] = { __VA_ARGS__, NULL };  \
	struct options name;                                      \
	int name##_r = parse(name##_args, &name);                 \
	CHECK(name##_r == 0, "%s: %d", name##_args[0], name##_r); \
	if (name##_r)                                             \
	return

static bool wants(const struct options *options, uint32_t nr)
{
	return filter_wants_call(&options->filter, AUDIT_ARCH_X86_64, nr);
}

static void test_defaults(void)
{
	GOOD(o, "true");
	CHECK(o.command && !strcmp(o.command[0], "true") && !o.command[1], "command");
	CHECK(!o.follow && !o.output && !o.json && !o.no_abbrev && !o.quiet, "flags");
	CHECK(o.string_limit == 32 && o.column == 40, "numbers");
	CHECK(o.interruptible == INTERRUPTIBLE_WAITING, "%d", o.interruptible);
	CHECK(o.filter.status == STATUS_ALL && o.filter.signals == UINT64_MAX, "filters");
	CHECK(wants(&o, 0) && wants(&o, 500) && wants(&o, 9999), "all calls");
	CHECK(o.abbrev.native[0] == UINT64_MAX && !o.raw.native[0], "sets");
	CHECK(o.summary == SUMMARY_NONE && o.summary_column_count == 6, "summary");
	options_free(&o);
}

static void test_command_ends_options(void)
{
	GOOD(o, "-f", "ls", "-l", "-k");
	CHECK(o.follow && !strcmp(o.command[1], "-l") && !strcmp(o.command[2], "-k"), "command");
	options_free(&o);
}

static void test_after_dashes(void)
{
	GOOD(o, "-tt", "--", "-weird", "-x");
	CHECK(!strcmp(o.command[0], "-weird"), "%s", o.command[0]);
	CHECK(o.absolute == TIME_CLOCK && o.absolute_precision == PRECISION_US, "-tt");
	options_free(&o);
}

static void test_output(void)
{
	GOOD(o, "-ffo", "/tmp/x", "-A", "true");
	CHECK(o.follow && o.output_separately && o.output_append && !o.output_pipe, "flags");
	CHECK(!strcmp(o.output, "/tmp/x"), "%s", o.output);
	CHECK(o.interruptible == INTERRUPTIBLE_NEVER, "%d", o.interruptible);
	CHECK(o.quiet == (QUIET_ATTACH | QUIET_PERSONALITY), "%x", o.quiet);
	options_free(&o);
}

static void test_output_explicit(void)
{
	GOOD(o, "-o", "|cat", "-e", "quiet=none", "-I2", "true");
	CHECK(o.output_pipe && !o.quiet && o.interruptible == INTERRUPTIBLE_WAITING, "%x %d",
	      o.quiet, o.interruptible);
	options_free(&o);
}

static void test_output_attach(void)
{
	GOOD(o, "-o", "/tmp/x", "-p", "1,2\n", "-p", "2", "--attach=3");
	CHECK(!o.command && !o.quiet && o.interruptible == INTERRUPTIBLE_WAITING, "%x", o.quiet);
	CHECK(o.pid_count == 3 && o.pids[0] == 1 && o.pids[1] == 2 && o.pids[2] == 3, "pids");
	options_free(&o);
}

static void test_quiet(void)
{
	GOOD(o, "-qq", "true");
	CHECK(o.quiet == (QUIET_ATTACH | QUIET_PERSONALITY | QUIET_EXIT), "%x", o.quiet);
	options_free(&o);
	{
		GOOD(p, "-e", "silence=!exit,superseded", "true");
		CHECK(p.quiet == (QUIET_ALL & ~(QUIET_EXIT | QUIET_THREAD_EXECVE)), "%x", p.quiet);
		options_free(&p);
	}
	{
		GOOD(p, "--quiet", "true");
		CHECK(p.quiet == (QUIET_ATTACH | QUIET_PERSONALITY), "%x", p.quiet);
		options_free(&p);
	}
	{
		GOOD(p, "-qqqq", "true");
		CHECK(p.quiet == QUIET_ALL, "%x", p.quiet);
		options_free(&p);
	}
}

static void test_times(void)
{
	GOOD(o, "-ttt", "-r", "-T", "true");
	CHECK(o.absolute == TIME_UNIX && o.absolute_precision == PRECISION_US, "-ttt");
	CHECK(o.relative && o.relative_precision == PRECISION_US, "-r");
	CHECK(o.syscall_times && o.syscall_times_precision == PRECISION_US, "-T");
	options_free(&o);
	{
		GOOD(p, "--timestamps=precision:ns,format:unix", "--relative-timestamps=ms",
		     "--syscall-times=s", "true");
		CHECK(p.absolute == TIME_UNIX && p.absolute_precision == PRECISION_NS, "absolute");
		CHECK(p.relative && p.relative_precision == PRECISION_MS, "relative");
		CHECK(p.syscall_times && p.syscall_times_precision == PRECISION_S, "times");
		options_free(&p);
	}
	{
		GOOD(p, "--absolute-timestamps", "--absolute-timestamps=none", "true");
		CHECK(p.absolute == TIME_NONE, "none");
		options_free(&p);
	}
	{
		GOOD(p, "--absolute-timestamps=ms", "true");
		CHECK(p.absolute == TIME_CLOCK && p.absolute_precision == PRECISION_MS, "ms");
		options_free(&p);
	}
}

static void test_looks(void)
{
	GOOD(o, "-v", "-xx", "-y", "-s0", "-a", "1", "-n", "-X", "raw", "-N", "true");
	CHECK(o.no_abbrev && !o.abbrev.native[0] && !o.abbrev.compat[0], "-v");
	CHECK(o.hex == HEX_ALL && o.decode_fds == OPTIONS_FD_PATH, "-xx -y");
	CHECK(!o.string_limit && o.column == 1 && o.syscall_number && o.arg_names, "numbers");
	CHECK(o.constants == CONSTANTS_RAW, "-X");
	options_free(&o);
	{
		GOOD(p, "-x", "-e", "decode-fds=path", "-e", "raw=close", "-e", "a=!execve", "-e",
		     "v=none", "true");
		CHECK(p.hex == HEX_NON_ASCII, "-x");
		CHECK(p.decode_fds == OPTIONS_FD_PATH, "%x", p.decode_fds);
		CHECK(p.raw.native[0] == 1u << 3 && !p.verbose.native[0], "raw");
		CHECK(p.no_abbrev && p.abbrev.native[0] == ~(UINT64_C(1) << 59), "abbrev");
		options_free(&p);
	}
}

static void test_summary(void)
{
	GOOD(o, "-c", "-w", "-S", "count", "-U", "calls,time-total", "-O", "1.5ms", "true");
	CHECK(o.summary == SUMMARY_ONLY && o.summary_wall_clock, "-c -w");
	CHECK(o.summary_sort == COLUMN_CALLS && o.summary_overhead_ns == 1500000, "-S -O");
	CHECK(o.summary_column_count == 3 && o.summary_columns[0] == COLUMN_CALLS &&
		      o.summary_columns[1] == COLUMN_TOTAL_TIME &&
		      o.summary_columns[2] == COLUMN_NAME,
	      "-U");
	options_free(&o);
}

static void test_status(void)
{
	GOOD(o, "-Z", "true");
	CHECK(o.filter.status == STATUS_FAILED, "%x", o.filter.status);
	options_free(&o);
	{
		GOOD(p, "-z", "-e", "status=!failed", "true");
		CHECK(p.filter.status == (STATUS_ALL & ~STATUS_FAILED), "%x", p.filter.status);
		options_free(&p);
	}
}

static void test_signals(void)
{
	GOOD(o, "-e", "signal=sigint,TERM,5,rtmin,RT_3,65,0", "true");
	CHECK(o.filter.signals == (UINT64_C(1) << 1 | UINT64_C(1) << 14 | UINT64_C(1) << 4 |
				   UINT64_C(1) << 31 | UINT64_C(1) << 34),
	      "%llx", (unsigned long long)o.filter.signals);
	CHECK(filter_wants_signal(&o.filter, 2) && !filter_wants_signal(&o.filter, 9), "wants");
	CHECK(!filter_wants_signal(&o.filter, 0) && !filter_wants_signal(&o.filter, 65) &&
		      !filter_wants_signal(&o.filter, -1),
	      "out of range");
	options_free(&o);
	{
		GOOD(p, "-e", "s=!int", "true");
		CHECK(p.filter.signals == ~(UINT64_C(1) << 1), "not SIGINT");
		options_free(&p);
	}
	{
		GOOD(p, "--signal=none", "true");
		CHECK(!p.filter.signals, "none");
		options_free(&p);
	}
}

/* Sets of calls: bits of the fake table's numbers. */
static void test_sets(void)
{
#define BIT(nr) (UINT64_C(1) << (nr))
	static const struct {
		const char *expr;
		uint64_t low; /* of 0 to 63 */
	} sets[] = {
		{ "read", BIT(0) },
		{ "read,write,?foo", BIT(0) | BIT(1) },
		{ "!read,write", ~(BIT(0) | BIT(1)) },
		{ "!!read", BIT(0) },
		{ "all", UINT64_MAX },
		{ "none", 0 },
		{ "!all", 0 },
		{ "!none", UINT64_MAX },
		{ "3", BIT(3) },
		{ "/^(read|w)", BIT(0) | BIT(1) },
		{ "file", BIT(2) | BIT(4) | BIT(59) },
		{ "%file,close", BIT(2) | BIT(3) | BIT(4) | BIT(59) },
		{ "%net", BIT(41) },
		{ "%network", BIT(41) },
		{ "%%stat", BIT(4) },
		{ "%ipc", 0 },
		{ "read@64", BIT(0) },
		{ "read@32", 0 },
		{ "read@x32", 0 },
		{ "?nonsense", 0 },
		{ "!?nonsense", UINT64_MAX },
		{ ",read,", BIT(0) },
	};

	for (size_t i = 0; i < COUNT(sets); i++) {
		struct syscall_set set;
		struct filter_error error = { .text = "" };
		int r = filter_parse_calls(sets[i].expr, &set, &error);

		CHECK(r == 0, "%s: %s", sets[i].expr, error.text);
		if (r)
			continue;
		CHECK(set.native[0] == sets[i].low, "%s: %llx instead of %llx", sets[i].expr,
		      (unsigned long long)set.native[0], (unsigned long long)sets[i].low);
	}
	{
		GOOD(o, "-e", "trace=read", "-e", "!read", "true");
		CHECK(!wants(&o, 0) && wants(&o, 1) && wants(&o, 12345), "the last one counts");
		options_free(&o);
	}
	{
		GOOD(o, "-e", "trace=none", "true");
		CHECK(!wants(&o, 0) && !wants(&o, 231), "calls with a name");
		CHECK(wants(&o, 400) && wants(&o, 12345), "calls without a name are always shown");
		options_free(&o);
	}
}

static void test_results(void)
{
	struct call call = { .exited = true, .ret = 3 };
	struct filter filter;
	struct filter_error error;

	filter_init(&filter);
	filter_set_status(&filter, "failed", &error);
	CHECK(!filter_wants_result(&filter, &call), "3");
	call.ret = -2;
	CHECK(filter_wants_result(&filter, &call), "-ENOENT");
	call.ret = -4096;
	CHECK(!filter_wants_result(&filter, &call), "an address");
	call.restarted = true;
	CHECK(filter_wants_result(&filter, &call), "restarted");
	call.unknown_ret = true;
	CHECK(!filter_wants_result(&filter, &call), "lost");
	filter_set_status(&filter, "unfinished", &error);
	CHECK(filter_wants_result(&filter, &call), "lost");
}

static void test_environ(void)
{
	char *env[] = { (char[]){ "A=1" }, (char[]){ "B=2" }, (char[]){ "AB=3" }, NULL };
	char **got;

	GOOD(o, "-E", "A", "--env=B=x=y", "-E", "C=", "-E", "D=1", "-E", "D", "true");
	CHECK(options_environ(&o, env, &got) == 0, "environ");
	CHECK(!strcmp(got[0], "AB=3") && !strcmp(got[1], "B=x=y") && !strcmp(got[2], "C=") &&
		      !got[3],
	      "%s %s", got[0], got[1]);
	free(got);
	options_free(&o);
}

static void test_user(void)
{
	if (getuid() != 0)
		return;
	GOOD(o, "-u", "nobody", "true");
	CHECK(o.uid == 65534 && o.gid == 65534, "%u %u", o.uid, o.gid);
	options_free(&o);
}

static void test_answers(void)
{
	const char *const version[] = { "-f", "-V", NULL }, *const help[] = { "--help", NULL };
	char text[16384];

	CHECK(captured(version, true, text, sizeof(text), run_parse) == 42, "-V");
	CHECK(!strncmp(text, "self_ptrace -- version ", 23), "%s", text);
	CHECK(captured(help, true, text, sizeof(text), run_parse) == 42, "-h");
	CHECK(!strncmp(text, "Usage: self_ptrace ", 19), "%s", text);
	/* Each line fits a terminal. */
	for (const char *line = text; *line;) {
		size_t len = strcspn(line, "\n");

		CHECK(len <= 90, "%.*s", (int)len, line);
		line += len + (line[len] == '\n');
	}
}

int main(void)
{
	bool strace = have_strace();

	test_refused(strace);
	test_warned(strace);
	test_defaults();
	test_command_ends_options();
	test_after_dashes();
	test_output();
	test_output_explicit();
	test_output_attach();
	test_quiet();
	test_times();
	test_looks();
	test_summary();
	test_status();
	test_signals();
	test_sets();
	test_results();
	test_environ();
	test_user();
	test_answers();
	if (!strace)
		puts("options: no strace 6.1 to compare with");
	printf("options: %u checks, %u failed\n", checks, failures);
	return failures != 0;
}
