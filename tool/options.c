// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The command line.  One table (rows) holds every option of strace's and ours;
 * getopt's own forms of it are made from the table.  An option of strace's
 * that is not there yet has its row too, with what it is about, so that it is
 * refused by name and never taken for something else.
 *
 * Messages and the order of the checks are strace's where it has them: scripts
 * and eyes are used to them.
 */
#include "options.h"

#include "../abi/record.h"
#include "tamper.h"

#include <errno.h>
#include <getopt.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if __has_include("version.h")
#include "version.h" /* made by the build */
#endif

#ifndef SELF_PTRACE_VERSION
#define SELF_PTRACE_VERSION "unreleased"
#endif

/* strace takes no larger -s. */
#define STRING_LIMIT_MAX (UINT_MAX / 4)

/* Options without a letter; letters stand for themselves. */
enum option_id {
	ID_ABSOLUTE_TIMESTAMPS = 256,
	ID_ALWAYS_SHOW_PID,
	ID_BACKEND,
	ID_DAEMONIZE,
	ID_DECODE_FDS,
	ID_DECODE_PIDS,
	ID_HOOK,
	ID_JSON,
	ID_NO_REWRITE,
	ID_OUTPUT_SEPARATELY,
	ID_PIDNS_TRANSLATION,
	ID_QUIET,
	ID_READ,
	ID_RELATIVE_TIMESTAMPS,
	ID_SECCOMP_BPF,
	ID_STACKS,
	ID_STACK_FRAMES,
	ID_SIGNALS,
	ID_STATS,
	ID_STATUS,
	ID_STRINGS_IN_HEX,
	ID_SIGNAL,
	ID_SYSCALL_LIMIT,
	ID_SYSCALL_TIMES,
	ID_TIPS,
	ID_TRACE,
	ID_TRACE_FDS,
	ID_WRITE,
	ID_ABBREV,
	ID_FAULT,
	ID_INJECT,
	ID_VERBOSE,
	ID_RAW,
	ID_RECORD,
	ID_REFUSED,
};

struct row {
	int id; /* the letter, or enum option_id */
	const char *name;
	int argument;	     /* getopt's */
	const char *refused; /* what it is about, if it is not supported */
};

#define NONE no_argument
#define REQUIRED required_argument
#define OPTIONAL optional_argument

static const struct row rows[] = {
	{ 'a', "columns", REQUIRED, NULL },
	{ 'A', "output-append-mode", NONE, NULL },
	{ 'b', "detach-on", REQUIRED, NULL },
	{ 'c', "summary-only", NONE, NULL },
	{ 'C', "summary", NONE, NULL },
	{ 'd', "debug", NONE, "debugging output" },
	{ 'D', NULL, NONE, NULL },
	{ ID_DAEMONIZE, "daemonize", OPTIONAL, NULL },
	{ ID_DAEMONIZE, "daemonise", OPTIONAL, NULL },
	{ ID_DAEMONIZE, "daemonized", OPTIONAL, NULL },
	{ ID_DAEMONIZE, "daemonised", OPTIONAL, NULL },
	{ 'e', NULL, REQUIRED, NULL },
	{ 'E', "env", REQUIRED, NULL },
	{ 'f', "follow-forks", NONE, NULL },
	{ 'F', NULL, NONE, NULL },
	{ 'h', "help", NONE, NULL },
	{ 'i', "instruction-pointer", NONE, NULL },
	{ 'I', "interruptible", REQUIRED, NULL },
	{ 'k', NULL, NONE, NULL },
	{ ID_STACKS, "stack-traces", OPTIONAL, NULL },
	{ ID_STACK_FRAMES, "stack-trace-frame-limit", REQUIRED, NULL },
	{ 'n', "syscall-number", NONE, NULL },
	{ 'N', "arg-names", NONE, NULL },
	{ 'o', "output", REQUIRED, NULL },
	{ 'O', "summary-syscall-overhead", REQUIRED, NULL },
	{ 'p', "attach", REQUIRED, NULL },
	{ 'P', "trace-path", REQUIRED, NULL },
	{ 'q', NULL, NONE, NULL },
	{ 'r', NULL, NONE, NULL },
	{ 's', "string-limit", REQUIRED, NULL },
	{ 'S', "summary-sort-by", REQUIRED, NULL },
	{ 't', NULL, NONE, NULL },
	{ 'T', NULL, NONE, NULL },
	{ 'u', "user", REQUIRED, NULL },
	{ 'U', "summary-columns", REQUIRED, NULL },
	{ 'v', "no-abbrev", NONE, NULL },
	{ 'V', "version", NONE, NULL },
	{ 'w', "summary-wall-clock", NONE, NULL },
	{ 'x', NULL, NONE, NULL },
	{ 'X', "const-print-style", REQUIRED, NULL },
	{ 'y', NULL, NONE, NULL },
	{ 'Y', NULL, NONE, NULL },
	{ 'z', "successful-only", NONE, NULL },
	{ 'Z', "failed-only", NONE, NULL },
	{ 'Z', "failing-only", NONE, NULL },

	{ ID_ABBREV, "abbrev", REQUIRED, NULL },
	{ ID_ABSOLUTE_TIMESTAMPS, "absolute-timestamps", OPTIONAL, NULL },
	{ ID_ABSOLUTE_TIMESTAMPS, "timestamps", OPTIONAL, NULL },
	{ ID_DECODE_FDS, "decode-fds", OPTIONAL, NULL },
	{ ID_DECODE_PIDS, "decode-pids", REQUIRED, NULL },
	{ ID_PIDNS_TRANSLATION, "pidns-translation", NONE, "pids of other namespaces" },
	{ ID_FAULT, "fault", REQUIRED, NULL },
	{ ID_INJECT, "inject", REQUIRED, NULL },
	{ ID_OUTPUT_SEPARATELY, "output-separately", NONE, NULL },
	{ ID_QUIET, "quiet", OPTIONAL, NULL },
	{ ID_QUIET, "silent", OPTIONAL, NULL },
	{ ID_QUIET, "silence", OPTIONAL, NULL },
	{ ID_RAW, "raw", REQUIRED, NULL },
	{ ID_RELATIVE_TIMESTAMPS, "relative-timestamps", OPTIONAL, NULL },
	{ ID_SECCOMP_BPF, "seccomp-bpf", NONE, NULL },
	{ ID_SIGNAL, "signal", REQUIRED, NULL },
	{ ID_STATUS, "status", REQUIRED, NULL },
	{ ID_STRINGS_IN_HEX, "strings-in-hex", OPTIONAL, NULL },
	{ ID_SYSCALL_TIMES, "syscall-times", OPTIONAL, NULL },
	{ ID_TRACE, "trace", REQUIRED, NULL },
	{ ID_VERBOSE, "verbose", REQUIRED, NULL },
	{ ID_READ, "read", REQUIRED, NULL },
	{ ID_WRITE, "write", REQUIRED, NULL },
	{ ID_REFUSED, "kvm", REQUIRED, "exits of virtual processors" },
	{ ID_TIPS, "tips", OPTIONAL, NULL },
	{ ID_ALWAYS_SHOW_PID, "always-show-pid", NONE, NULL },
	{ ID_SYSCALL_LIMIT, "syscall-limit", REQUIRED, NULL },
	{ ID_TRACE_FDS, "trace-fds", REQUIRED, NULL },
	{ ID_TRACE_FDS, "trace-fd", REQUIRED, NULL },
	{ ID_REFUSED, "color", OPTIONAL, "colours" },
	{ ID_REFUSED, "kill-on-exit", NONE, "killing what is traced when the tool ends" },
	{ ID_REFUSED, "secontext", OPTIONAL, "contexts of SELinux" },

	/* Ours. */
	{ ID_BACKEND, "backend", REQUIRED, NULL },
	{ ID_REFUSED, "drop", NONE, "dropping calls where the tool is too slow" },
	{ ID_HOOK, "hook", REQUIRED, NULL },
	{ ID_JSON, "json", NONE, NULL },
	{ ID_RECORD, "record", REQUIRED, NULL },
	{ ID_NO_REWRITE, "no-rewrite", NONE, NULL },
	{ ID_SIGNALS, "signals", REQUIRED, NULL },
	{ ID_STATS, "stats", NONE, NULL },
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/* What is known only while the command line is being read. */
struct parse {
	struct options *options;
	unsigned int D, f, F, q, t, x, y; /* how often */
	bool quiet_set, absolute_set, hex_set, decode_fds_set;
	bool z_then_other; /* -z and -Z both came */
	char z;		   /* the last of them */
	bool sort_set, columns_set, output_separately_set;
	size_t pid_room;
	bool seen[ID_REFUSED];
};

static void message(const char *format, ...) __attribute__((format(printf, 1, 2)));
static int usage(const char *format, ...) __attribute__((format(printf, 1, 2)));
static int die(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void print(const char *format, va_list args)
{
	fputs("self_ptrace: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
}

/* For what is only odd: the trace is made. */
static void message(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	print(format, args);
	va_end(args);
}

static int die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	print(format, args);
	va_end(args);
	return -EINVAL;
}

static int try_help(void)
{
	fputs("Try 'self_ptrace -h' for more information.\n", stderr);
	return -EINVAL;
}

/* A mistake in how the options were given, rather than in a value's content. */
static int usage(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	print(format, args);
	va_end(args);
	return try_help();
}

static int filter_failed(const struct filter_error *error)
{
	message("%s", error->text);
	return error->usage ? try_help() : -EINVAL;
}

static int refuse(const char *option, const char *about)
{
	return die("option '%s' (%s) is not supported yet; leave it out, or use strace for it",
		   option, about);
}

/* What the user typed: '-s' or '--string-limit'. */
struct typed {
	char text[64];
};

static struct typed typed(const struct row *row, bool is_long)
{
	struct typed typed;

	if (is_long)
		snprintf(typed.text, sizeof(typed.text), "--%s", row->name);
	else
		snprintf(typed.text, sizeof(typed.text), "-%c", row->id);
	return typed;
}

static int bad_argument(const struct typed *option, const char *argument)
{
	return usage("invalid %s argument: '%s'", option->text, argument);
}

/* Digits only, up to max. */
static int number_parse(const char *text, unsigned long max, unsigned long *ret)
{
	char *end;
	unsigned long number;

	if (*text < '0' || *text > '9')
		return -EINVAL;
	errno = 0;
	number = strtoul(text, &end, 10);
	if (errno || *end || number > max)
		return -EINVAL;
	*ret = number;
	return 0;
}

static int precision_parse(const char *text, enum options_precision *ret)
{
	static const struct {
		const char *name;
		enum options_precision precision;
	} names[] = { { "s", PRECISION_S },
		      { "ms", PRECISION_MS },
		      { "us", PRECISION_US },
		      { "ns", PRECISION_NS } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(text, names[i].name)) {
			*ret = names[i].precision;
			return 0;
		}
	}
	return -EINVAL;
}

int options_duration(const char *text, uint64_t *ret_ns)
{
	static const struct {
		const char *unit;
		double ns;
	} units[] = { { "", 1e3 }, { "s", 1e9 }, { "ms", 1e6 }, { "us", 1e3 }, { "ns", 1 } };
	char *end;
	double number;

	if (!((*text >= '0' && *text <= '9') || *text == '.'))
		return -EINVAL;
	errno = 0;
	number = strtod(text, &end);
	if (errno || end == text)
		return -EINVAL;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!strcmp(end, units[i].unit)) {
			number *= units[i].ns;
			/* A day is more than any call's overhead; and infinity is no number. */
			if (!(number < 86400e9))
				return -EINVAL;
			*ret_ns = (uint64_t)number;
			return 0;
		}
	}
	return -EINVAL;
}

/* [[format:]FORMAT][,[precision:]PRECISION], in either order. */
static int absolute_parse(const char *text, struct options *options)
{
	enum options_time_format format = TIME_CLOCK;
	enum options_precision precision = PRECISION_S;

	while (*text) {
		char word[32];
		size_t len = strcspn(text, ",");
		const char *value = word;

		if (len >= sizeof(word))
			return -EINVAL;
		memcpy(word, text, len);
		word[len] = '\0';
		text += len + (text[len] == ',');

		if (!strncmp(value, "format:", 7))
			value += 7;
		else if (!strncmp(value, "precision:", 10) &&
			 precision_parse(value + 10, &precision) < 0)
			return -EINVAL;
		else if (!strncmp(value, "precision:", 10))
			continue;
		else if (precision_parse(value, &precision) == 0)
			continue;
		if (!strcmp(value, "none"))
			format = TIME_NONE;
		else if (!strcmp(value, "time"))
			format = TIME_CLOCK;
		else if (!strcmp(value, "unix"))
			format = TIME_UNIX;
		else
			return -EINVAL;
	}
	options->absolute = format;
	options->absolute_precision = precision;
	return 0;
}

static const struct {
	const char *name;
	enum options_column column;
} columns[] = {
	{ "time", COLUMN_TIME_PERCENT },
	{ "time-percent", COLUMN_TIME_PERCENT },
	{ "time_percent", COLUMN_TIME_PERCENT },
	{ "total-time", COLUMN_TOTAL_TIME },
	{ "total_time", COLUMN_TOTAL_TIME },
	{ "time-total", COLUMN_TOTAL_TIME },
	{ "time_total", COLUMN_TOTAL_TIME },
	{ "min-time", COLUMN_MIN_TIME },
	{ "min_time", COLUMN_MIN_TIME },
	{ "time-min", COLUMN_MIN_TIME },
	{ "time_min", COLUMN_MIN_TIME },
	{ "shortest", COLUMN_MIN_TIME },
	{ "max-time", COLUMN_MAX_TIME },
	{ "max_time", COLUMN_MAX_TIME },
	{ "time-max", COLUMN_MAX_TIME },
	{ "time_max", COLUMN_MAX_TIME },
	{ "longest", COLUMN_MAX_TIME },
	{ "avg-time", COLUMN_AVG_TIME },
	{ "avg_time", COLUMN_AVG_TIME },
	{ "time-avg", COLUMN_AVG_TIME },
	{ "time_avg", COLUMN_AVG_TIME },
	{ "calls", COLUMN_CALLS },
	{ "count", COLUMN_CALLS },
	{ "errors", COLUMN_ERRORS },
	{ "error", COLUMN_ERRORS },
	{ "name", COLUMN_NAME },
	{ "syscall", COLUMN_NAME },
	{ "syscall-name", COLUMN_NAME },
	{ "syscall_name", COLUMN_NAME },
	{ "none", COLUMN_NONE },
	{ "nothing", COLUMN_NONE },
};

static int column_parse(const char *name, size_t len, enum options_column *ret)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		if (!strncmp(columns[i].name, name, len) && !columns[i].name[len]) {
			*ret = columns[i].column;
			return 0;
		}
	}
	return -EINVAL;
}

static int sort_parse(const char *name, struct options *options)
{
	/* To sort, "time" is the total. */
	if (column_parse(name, strlen(name), &options->summary_sort) < 0)
		return usage("invalid sortby: '%s'", name);
	return 0;
}

static int columns_parse(const char *list, struct options *options)
{
	bool seen[COLUMN_COUNT] = { false };
	const char *word = list;

	options->summary_column_count = 0;
	for (;;) {
		size_t len = strcspn(word, ",");
		enum options_column column;

		if (column_parse(word, len, &column) < 0 || column == COLUMN_NONE)
			return usage("unknown column name: '%.*s'", (int)len, word);
		if (seen[column])
			return usage("call summary column has been provided more than once: "
				     "'%.*s' (-U option residual: '%s')",
				     (int)len, word, word);
		seen[column] = true;
		options->summary_columns[options->summary_column_count++] = column;
		if (!word[len])
			break;
		word += len + 1;
	}
	if (!seen[COLUMN_NAME])
		options->summary_columns[options->summary_column_count++] = COLUMN_NAME;
	return 0;
}

static int pids_parse(struct parse *parse, const char *list)
{
	struct options *options = parse->options;

	/* A separator at the end is fine: "$(pgrep NAME)" has one. */
	while (*list) {
		size_t len = strcspn(list, "\n\t ,");
		char word[16];
		unsigned long pid = 0;
		bool known = false;

		if (len < sizeof(word)) {
			memcpy(word, list, len);
			word[len] = '\0';
			if (number_parse(word, INT_MAX, &pid) < 0)
				pid = 0;
		}
		if (!pid)
			return die("Invalid process id: '%.*s'", (int)len, list);
		if (pid == (unsigned long)getpid())
			return die("process %lu is self_ptrace itself", pid);
		for (size_t i = 0; i < options->pid_count; i++)
			known |= options->pids[i] == (pid_t)pid;
		if (!known) {
			if (options->pid_count == parse->pid_room) {
				size_t room = parse->pid_room ? parse->pid_room * 2 : 8;
				pid_t *pids = realloc(options->pids, room * sizeof(*pids));

				if (!pids)
					return die("out of memory");
				options->pids = pids;
				parse->pid_room = room;
			}
			options->pids[options->pid_count++] = (pid_t)pid;
		}
		list += len + (list[len] != '\0');
	}
	return 0;
}

static int string_add(const char ***strings, size_t *count, const char *string)
{
	const char **new = realloc(*strings, (*count + 1) * sizeof(*new));

	if (!new)
		return die("out of memory");
	*strings = new;
	new[(*count)++] = string;
	return 0;
}

static int env_add(struct options *options, const char *change)
{
	return string_add(&options->env, &options->env_count, change);
}

/* With these and --hook alone there is nothing to be traced. */
static bool is_without_trace(int id)
{
	return id == ID_HOOK || id == ID_NO_REWRITE || id == 'E' || id == 'u' || id == 'f';
}

static int quiet_parse(struct parse *parse, const char *expr)
{
	static const struct filter_name names[] = {
		{ "attach", QUIET_ATTACH },
		{ "exit", QUIET_EXIT },
		{ "path-resolution", QUIET_PATH_RESOLUTION },
		{ "path-resolve", QUIET_PATH_RESOLUTION },
		{ "personality", QUIET_PERSONALITY },
		{ "thread-execve", QUIET_THREAD_EXECVE },
		{ "superseded", QUIET_THREAD_EXECVE },
		{ NULL, 0 },
	};
	struct filter_error error;

	parse->quiet_set = true;
	if (filter_parse_names(expr, names, "quiet", &parse->options->quiet, &error) < 0)
		return filter_failed(&error);
	return 0;
}

static int decode_fds_parse(struct parse *parse, const char *expr)
{
	static const struct filter_name names[] = {
		{ "path", OPTIONS_FD_PATH },
		{ "socket", OPTIONS_FD_SOCKET },
		{ "dev", OPTIONS_FD_DEV },
		{ "pidfd", OPTIONS_FD_PIDFD },
		{ NULL, 0 },
	};
	struct filter_error error;

	parse->decode_fds_set = true;
	if (filter_parse_names(expr, names, "decode-fds", &parse->options->decode_fds, &error) < 0)
		return filter_failed(&error);
	return 0;
}

static int decode_pids_parse(struct parse *parse, const char *option, const char *expr)
{
	enum { COMM = 1, PIDNS = 2 };
	static const struct filter_name names[] = {
		{ "comm", COMM },
		{ "pidns", PIDNS },
		{ NULL, 0 },
	};
	struct filter_error error;
	unsigned int bits;

	if (filter_parse_names(expr, names, "decode-pids", &bits, &error) < 0)
		return filter_failed(&error);
	parse->options->pid_commands = bits & COMM;
	if (bits & PIDNS)
		return refuse(option, "pids of other namespaces");
	return 0;
}

static int path_add(struct options *options, const char *path)
{
	const char **paths = realloc(options->paths, (options->path_count + 1) * sizeof(*paths));

	if (!paths)
		return die("out of memory");
	options->paths = paths;
	paths[options->path_count++] = path;
	return 0;
}

static int descriptors_parse(struct numbers *numbers, const char *expr)
{
	struct filter_error error;

	return numbers_parse(expr, numbers, &error) < 0 ? filter_failed(&error) : 0;
}

/* [[id:]N|random][,[format:]none|compact|full], in either order. */
static int tips_parse(const char *text, struct options *options)
{
	options->tips = TIPS_COMPACT;
	options->tip = -1;
	while (*text) {
		char word[32];
		size_t len = strcspn(text, ",");
		const char *value = word;
		unsigned long number;

		if (len >= sizeof(word))
			return -EINVAL;
		memcpy(word, text, len);
		word[len] = '\0';
		text += len + (text[len] == ',');
		if (!strncmp(value, "id:", 3))
			value += 3;
		else if (!strncmp(value, "format:", 7))
			value += 7;
		if (!strcmp(value, "none"))
			options->tips = TIPS_NONE;
		else if (!strcmp(value, "compact"))
			options->tips = TIPS_COMPACT;
		else if (!strcmp(value, "full"))
			options->tips = TIPS_FULL;
		else if (!number_parse(value, INT_MAX, &number))
			options->tip = (int)number;
		else if (strcmp(value, "random") != 0)
			return -EINVAL;
	}
	return 0;
}

static int set_parse(struct syscall_set *set, const char *expr)
{
	struct filter_error error;

	return filter_parse_calls(expr, set, &error) < 0 ? filter_failed(&error) : 0;
}

static int filter_parse(struct filter *filter, const char *expr,
			int (*set)(struct filter *filter, const char *expr,
				   struct filter_error *error))
{
	struct filter_error error;

	return set(filter, expr, &error) < 0 ? filter_failed(&error) : 0;
}

static int rule_parse(struct options *options, const char *expr, bool fault)
{
	struct filter_error error;

	return tamper_parse(&options->tamper, expr, fault, &error) < 0 ? filter_failed(&error) : 0;
}

/* -e [QUALIFIER=]EXPR. */
static int expr_parse(struct parse *parse, const char *expr)
{
	enum qualifier {
		TRACE,
		ABBREV,
		VERBOSE,
		RAW,
		SIGNAL,
		STATUS,
		QUIET,
		DECODE_FDS,
		DECODE_PIDS,
		READ,
		WRITE,
		TRACE_FDS,
		FAULT,
		INJECT,
		KVM,
	};
	static const struct {
		const char *name;
		enum qualifier qualifier;
	} qualifiers[] = {
		{ "trace", TRACE },
		{ "t", TRACE },
		{ "abbrev", ABBREV },
		{ "a", ABBREV },
		{ "verbose", VERBOSE },
		{ "v", VERBOSE },
		{ "raw", RAW },
		{ "x", RAW },
		{ "signal", SIGNAL },
		{ "signals", SIGNAL },
		{ "s", SIGNAL },
		{ "status", STATUS },
		{ "quiet", QUIET },
		{ "silent", QUIET },
		{ "silence", QUIET },
		{ "q", QUIET },
		{ "decode-fds", DECODE_FDS },
		{ "decode-fd", DECODE_FDS },
		{ "decode-pids", DECODE_PIDS },
		{ "decode-pid", DECODE_PIDS },
		{ "read", READ },
		{ "reads", READ },
		{ "r", READ },
		{ "write", WRITE },
		{ "writes", WRITE },
		{ "w", WRITE },
		{ "trace-fds", TRACE_FDS },
		{ "trace-fd", TRACE_FDS },
		{ "fd", TRACE_FDS },
		{ "fds", TRACE_FDS },
		{ "fault", FAULT },
		{ "inject", INJECT },
		{ "kvm", KVM },
	};
	struct options *options = parse->options;
	enum qualifier qualifier = TRACE;
	const char *value = expr, *equals = strchr(expr, '=');
	struct typed option;

	for (size_t i = 0; equals && i < sizeof(qualifiers) / sizeof(qualifiers[0]); i++) {
		size_t len = strlen(qualifiers[i].name);

		if (len == (size_t)(equals - expr) && !memcmp(expr, qualifiers[i].name, len)) {
			qualifier = qualifiers[i].qualifier;
			value = equals + 1;
			break;
		}
	}
	snprintf(option.text, sizeof(option.text), "-e %.*s", (int)(value - expr), expr);
	switch (qualifier) {
	case TRACE:
		return filter_parse(&options->filter, value, filter_set_trace);
	case ABBREV:
		return set_parse(&options->abbrev, value);
	case VERBOSE:
		return set_parse(&options->verbose, value);
	case RAW:
		return set_parse(&options->raw, value);
	case SIGNAL:
		return filter_parse(&options->filter, value, filter_set_signals);
	case STATUS:
		return filter_parse(&options->filter, value, filter_set_status);
	case QUIET:
		return quiet_parse(parse, value);
	case DECODE_FDS:
		return decode_fds_parse(parse, value);
	case DECODE_PIDS:
		return decode_pids_parse(parse, option.text, value);
	case READ:
		return descriptors_parse(&options->dump_reads, value);
	case WRITE:
		return descriptors_parse(&options->dump_writes, value);
	case TRACE_FDS:
		return descriptors_parse(&options->trace_fds, value);
	case FAULT:
	case INJECT:
		return rule_parse(options, value, qualifier == FAULT);
	case KVM:
		return refuse(option.text, "exits of virtual processors");
	}
	return -EINVAL;
}

static int interruptible_parse(const char *text, struct options *options)
{
	static const char *const names[] = { "anywhere", "waiting", "never", "never_tstp" };

	for (unsigned int i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char number[2] = { (char)('1' + i), '\0' };

		if (!strcmp(text, names[i]) || !strcmp(text, number)) {
			options->interruptible = INTERRUPTIBLE_ANYWHERE + i;
			return 0;
		}
	}
	return -EINVAL;
}

static int daemonize_parse(const char *text, struct options *options)
{
	static const char *const names[] = { "grandchild", "pgroup", "session" };
	static const char *const others[] = { "grandchild", "pgrp", "session" };

	for (unsigned int i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(text, names[i]) || !strcmp(text, others[i])) {
			options->daemonize = DAEMONIZE_GRANDCHILD + i;
			return 0;
		}
	}
	return -EINVAL;
}

static int hex_parse(const char *text, struct options *options)
{
	if (!text || !strcmp(text, "all"))
		options->hex = HEX_ALL;
	else if (!strcmp(text, "non-ascii"))
		options->hex = HEX_NON_ASCII;
	else if (!strcmp(text, "none"))
		options->hex = HEX_NONE;
	else if (!strcmp(text, "non-ascii-chars"))
		options->hex = HEX_CHARS;
	else
		return usage("invalid --strings-in-hex argument: '%s'", text);
	return 0;
}

static int constants_parse(const char *text, struct options *options)
{
	if (!strcmp(text, "abbrev"))
		options->constants = CONSTANTS_ABBREV;
	else if (!strcmp(text, "verbose"))
		options->constants = CONSTANTS_VERBOSE;
	else if (!strcmp(text, "raw"))
		options->constants = CONSTANTS_RAW;
	else
		return -EINVAL;
	return 0;
}

static int backend_parse(const char *text, struct options *options)
{
	if (!strcmp(text, "auto"))
		options->backend = BACKEND_AUTO;
	else if (!strcmp(text, "inject"))
		options->backend = BACKEND_INJECT;
	else if (!strcmp(text, "preload"))
		options->backend = BACKEND_PRELOAD;
	else if (!strcmp(text, "self_ptrace"))
		options->backend = BACKEND_FACILITY;
	else
		return -EINVAL;
	return 0;
}

static void help(void)
{
	fputs("Usage: self_ptrace [OPTION]... { -p PID | [-E VAR=VAL]... [-u USER] PROG [ARGS] }\n"
	      "Traces system calls and signals from inside the traced program, with strace's\n"
	      "options and output.  self_ptrace(1) tells each option and where it differs.\n"
	      "\n"
	      "What to trace:\n"
	      "  -f, --follow-forks          threads and children too\n"
	      "  -p, --attach=PID[,PID]...   running processes\n"
	      "  -E, --env=VAR[=VAL]         put VAR into PROG's environment, or take it out\n"
	      "  -u, --user=USER             run PROG as USER\n"
	      "  -I, --interruptible=WHEN    when signals may end the trace: anywhere (1),\n"
	      "                              waiting (2), never (3), never_tstp (4)\n"
	      "  -D, -DD, -DDD, --daemonize[=grandchild|pgroup|session]\n"
	      "                              PROG is the caller's child, the tool its grandchild\n"
	      "  -b, --detach-on=execve      let processes go when they execute a program\n"
	      "  --syscall-limit=N           let all go after N calls\n"
	      "\n"
	      "What to show:\n"
	      "  -e trace=SET, --trace=SET   these calls: [!][?]{NAME|%CLASS|/REGEX|all|none},...\n"
	      "  -e signal=SET               these signals\n"
	      "  -P, --trace-path=PATH       calls that name PATH or have it open\n"
	      "  --trace-fds=SET             calls on these descriptors\n"
	      "  -e status=SET               calls that ended so: successful, failed, unfinished,\n"
	      "                              unavailable, detached\n"
	      "  -z, --successful-only       as -e status=successful\n"
	      "  -Z, --failed-only           as -e status=failed\n"
	      "  -e quiet=SET, --quiet=SET   without these messages: attach, exit,\n"
	      "                              path-resolution, personality, thread-execve\n"
	      "  -q, -qq, -qqq               without attach and personality; exit; all messages\n"
	      "\n"
	      "What to change:\n"
	      "  -e inject=SET, --inject=SET followed by what is done to these calls:\n"
	      "                              :error=ERRNO or :retval=VALUE, :signal=SIG,\n"
	      "                              :syscall=NAME, :delay_enter=TIME, :delay_exit=TIME,\n"
	      "                              :poke_enter=@argN=HEX,..., :poke_exit=@argN=HEX,...,\n"
	      "                              :when=FIRST[..LAST][+[STEP]]\n"
	      "  -e fault=SET[:error=ERRNO][:when=...], --fault=SET...  the same, ENOSYS if not "
	      "said\n"
	      "  --hook=PLUGIN[:ARGS]        load hooks into PROG and its children; without an\n"
	      "                              option that traces, PROG is hooked and not traced\n"
	      "\n"
	      "Where to:\n"
	      "  -o, --output=FILE           FILE instead of stderr; '|COMMAND' for a command\n"
	      "  -A, --output-append-mode    append to FILE\n"
	      "  -ff, --output-separately    one FILE.PID per process or thread\n"
	      "  --json                      one JSON object a line\n"
	      "  --record=FILE               everything, undecoded, for --read\n"
	      "  --read=FILE                 nothing is traced: lines, counts or JSON of what\n"
	      "                              --record has written\n"
	      "\n"
	      "How it looks:\n"
	      "  -a, --columns=N             results begin in column N (40)\n"
	      "  -s, --string-limit=N        at most N bytes of a string (32)\n"
	      "  -v, --no-abbrev             structs in full; -e abbrev=SET, verbose=SET, raw=SET\n"
	      "                              choose calls\n"
	      "  -e read=SET, write=SET      what is read from, written to these descriptors, "
	      "dumped\n"
	      "  -i, --instruction-pointer   where in the program each call was made\n"
	      "  -x, -xx, --strings-in-hex   strings that are not ASCII in hex; all strings\n"
	      "  -X, --const-print-style=F   constants as abbrev, verbose, raw\n"
	      "  -y, --decode-fds=path       descriptors with the path of their file\n"
	      "  -yy, --decode-fds=SET       and path, socket, dev, pidfd: all that is known\n"
	      "  -Y, --decode-pids=comm      pids with the name of their command\n"
	      "  --always-show-pid           the pid on each line\n"
	      "  -k, -kk, --stack-traces[=symbol|source]  who called each call; with source lines\n"
	      "  --stack-trace-frame-limit=N   at most N frames of a stack (256)\n"
	      "  -n, --syscall-number        each call's number\n"
	      "  -N, --arg-names             each argument's name\n"
	      "  -t, -tt, -ttt               time of day; with microseconds; since the epoch\n"
	      "  --absolute-timestamps=[none|time|unix][,s|ms|us|ns]\n"
	      "  -r, --relative-timestamps[=s|ms|us|ns]   time since the line before\n"
	      "  -T, --syscall-times[=s|ms|us|ns]         time spent in each call\n"
	      "\n"
	      "Counts:\n"
	      "  -c, --summary-only          a table of calls, errors and times instead of lines\n"
	      "  -C, --summary               the table after the lines\n"
	      "  -S, --summary-sort-by=COLUMN      time, min-time, max-time, avg-time, calls,\n"
	      "                                    errors, name, nothing\n"
	      "  -U, --summary-columns=COLUMN,...  time-percent, total-time and those\n"
	      "  -w, --summary-wall-clock    time between a call's begin and end\n"
	      "  -O, --summary-syscall-overhead=N[s|ms|us|ns]  taken off each call's time\n"
	      "\n"
	      "The engine:\n"
	      "  --backend=auto|inject|preload|self_ptrace\n"
	      "                   how the agent gets into programs and its traps are made\n"
	      "  --no-rewrite                catch every call by a trap: slower\n"
	      "  --signals=all               those without a handler, too, and stops: by ptrace\n"
	      "  --stats                     the engine's own counts at the end\n"
	      "\n"
	      "  --tips[=ID[,none|compact|full]]  a hint at the end\n"
	      "  -h, --help                  this text\n"
	      "  -V, --version               the version\n",
	      stdout);
}

/* As strace has them: "3", "0,1", "!2", "all", "none". */
static bool is_descriptor_set(const char *text)
{
	text += strspn(text, "!");
	return !strcmp(text, "all") || !strcmp(text, "none") ||
	       (*text && !text[strspn(text, "0123456789,")]);
}

static int one(struct parse *parse, const struct row *row, bool is_long, char *argument)
{
	struct options *options = parse->options;
	struct typed option = typed(row, is_long);
	unsigned long number;

	if (row->refused)
		return refuse(option.text, row->refused);
	options->traces |= !is_without_trace(row->id);
	parse->seen[row->id] = true;

	switch (row->id) {
	case 'a':
		if (number_parse(argument, INT_MAX, &number) < 0)
			return bad_argument(&option, argument);
		options->column = (unsigned int)number;
		break;
	case 'A':
		options->output_append = true;
		break;
	case 'b':
		if (strcmp(argument, "execve") != 0)
			return die("Syscall '%s' for -b isn't supported", argument);
		options->detach_on_execve = true;
		break;
	case 'c':
	case 'C': {
		enum options_summary_mode mode = row->id == 'c' ? SUMMARY_ONLY : SUMMARY_TOO;

		if (options->summary != SUMMARY_NONE && options->summary != mode)
			return usage("-c/--summary-only and -C/--summary are mutually exclusive");
		options->summary = mode;
		break;
	}
	case 'D':
		parse->D++;
		break;
	case 'e':
		return expr_parse(parse, argument);
	case 'E':
		return env_add(options, argument);
	case 'f':
		parse->f++;
		break;
	case 'F':
		parse->F++;
		break;
	case 'h':
		help();
		return 1;
	case 'i':
		options->instruction_pointer = true;
		break;
	case 'I':
		if (interruptible_parse(argument, options) < 0)
			return bad_argument(&option, argument);
		break;
	case 'k':
		options->stack_sources = options->stacks;
		options->stacks = true;
		break;
	case ID_STACKS:
		if (argument && strcmp(argument, "symbol") != 0 && strcmp(argument, "source") != 0)
			return bad_argument(&option, argument);
		options->stacks = true;
		options->stack_sources = argument && !strcmp(argument, "source");
		break;
	case ID_STACK_FRAMES:
		if (number_parse(argument, INT_MAX, &number) < 0 || !number)
			return bad_argument(&option, argument);
		options->stack_frames = (unsigned int)number;
		break;
	case 'n':
		options->syscall_number = true;
		break;
	case 'N':
		options->arg_names = true;
		break;
	case 'o':
		options->output = argument;
		break;
	case 'O':
		if (options_duration(argument, &options->summary_overhead_ns) < 0)
			return bad_argument(&option, argument);
		break;
	case 'p':
		return pids_parse(parse, argument);
	case 'P':
		return path_add(options, argument);
	case 'q':
		parse->q++;
		break;
	case 'r':
		options->relative = true;
		options->relative_precision = PRECISION_US;
		break;
	case 's':
		if (number_parse(argument, STRING_LIMIT_MAX, &number) < 0)
			return bad_argument(&option, argument);
		options->string_limit = (uint32_t)number;
		options->string_limit_set = true;
		break;
	case 'S':
		parse->sort_set = true;
		return sort_parse(argument, options);
	case 't':
		parse->t++;
		break;
	case 'T':
		options->syscall_times = true;
		options->syscall_times_precision = PRECISION_US;
		break;
	case 'u':
		options->user = argument;
		break;
	case 'U':
		parse->columns_set = true;
		return columns_parse(argument, options);
	case 'v':
		memset(&options->abbrev, 0, sizeof(options->abbrev));
		break;
	case 'V':
		puts("self_ptrace -- version " SELF_PTRACE_VERSION);
		return 1;
	case 'w':
		options->summary_wall_clock = true;
		break;
	case 'x':
		parse->x++;
		break;
	case 'X':
		if (constants_parse(argument, options) < 0)
			return bad_argument(&option, argument);
		break;
	case 'y':
		parse->y++;
		break;
	case 'Y':
		options->pid_commands = true;
		break;
	case 'z':
	case 'Z':
		parse->z_then_other |= parse->z && parse->z != row->id;
		parse->z = (char)row->id;
		return filter_parse(&options->filter, row->id == 'z' ? "successful" : "failed",
				    filter_set_status);
	case ID_ABBREV:
		return set_parse(&options->abbrev, argument);
	case ID_ABSOLUTE_TIMESTAMPS:
		parse->absolute_set = true;
		if (absolute_parse(argument ? argument : "", options) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_ALWAYS_SHOW_PID:
		options->always_pid = true;
		break;
	case ID_BACKEND:
		if (backend_parse(argument, options) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_DAEMONIZE:
		if (daemonize_parse(argument ? argument : "grandchild", options) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_DECODE_FDS:
		return decode_fds_parse(parse, argument ? argument : "path");
	case ID_DECODE_PIDS:
		return decode_pids_parse(parse, option.text, argument);
	case ID_FAULT:
	case ID_INJECT:
		return rule_parse(options, argument, row->id == ID_FAULT);
	case ID_HOOK:
		return string_add(&options->hooks, &options->hook_count, argument);
	case ID_JSON:
		options->json = true;
		break;
	case ID_NO_REWRITE:
		options->rewrite_after = 0;
		break;
	case ID_OUTPUT_SEPARATELY:
		parse->output_separately_set = true;
		break;
	case ID_QUIET:
		return quiet_parse(parse, argument ? argument : "attach,personality");
	case ID_READ:
		/* strace's option of that name dumps what is read from descriptors. */
		if (is_descriptor_set(argument))
			return descriptors_parse(&options->dump_reads, argument);
		options->read = argument;
		break;
	case ID_RECORD:
		options->output = argument;
		options->record = true;
		break;
	case ID_RAW:
		return set_parse(&options->raw, argument);
	case ID_RELATIVE_TIMESTAMPS:
		options->relative = true;
		options->relative_precision = PRECISION_US;
		if (argument && precision_parse(argument, &options->relative_precision) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_SECCOMP_BPF:
		message("--seccomp-bpf is not needed: a call that is not traced costs no stop "
			"here");
		break;
	case ID_SIGNAL:
		return filter_parse(&options->filter, argument, filter_set_signals);
	case ID_SIGNALS:
		options->all_signals = strcmp(argument, "all") == 0;
		return filter_parse(&options->filter, argument, filter_set_signals);
	case ID_STATS:
		options->stats = true;
		break;
	case ID_STATUS:
		return filter_parse(&options->filter, argument, filter_set_status);
	case ID_STRINGS_IN_HEX:
		parse->hex_set = true;
		return hex_parse(argument, options);
	case ID_SYSCALL_LIMIT:
		if (number_parse(argument, LONG_MAX, &number) < 0 || !number)
			return bad_argument(&option, argument);
		options->syscall_limit = number;
		break;
	case ID_SYSCALL_TIMES:
		options->syscall_times = true;
		options->syscall_times_precision = PRECISION_US;
		if (argument && precision_parse(argument, &options->syscall_times_precision) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_TIPS:
		if (tips_parse(argument ? argument : "", options) < 0)
			return bad_argument(&option, argument);
		break;
	case ID_TRACE_FDS:
		return descriptors_parse(&options->trace_fds, argument);
	case ID_WRITE:
		return descriptors_parse(&options->dump_writes, argument);
	case ID_TRACE:
		return filter_parse(&options->filter, argument, filter_set_trace);
	case ID_VERBOSE:
		return set_parse(&options->verbose, argument);
	default:
		return die("option '%s' has no meaning", option.text);
	}
	return 0;
}

/* What the counted letters mean, together. */
static int letters(struct parse *parse)
{
	struct options *options = parse->options;

	if (parse->F) {
		if (parse->f)
			message("deprecated option -F ignored");
		else
			message("option -F is deprecated, please use -f/--follow-forks instead");
	}
	options->follow = parse->f || parse->F;
	options->output_separately = parse->f > 1 || parse->output_separately_set;

	if (parse->D && options->daemonize)
		return die("-D and --daemonize cannot be provided simultaneously");
	if ((parse->D || options->daemonize) && !options->command)
		return usage("PROG [ARGS] must be specified with -D/--daemonize");
	if (parse->D > DAEMONIZE_SESSION)
		return usage("Too many -D's (%u), maximum supported -D count is %d", parse->D,
			     DAEMONIZE_SESSION);
	if (parse->D)
		options->daemonize = (enum options_daemonize)parse->D;

	for (size_t i = 0; i < SYSCALL_WORDS; i++)
		options->no_abbrev |= options->abbrev.native[i] != UINT64_MAX;

	if (parse->t && parse->absolute_set)
		return die("-t and --absolute-timestamps cannot be provided simultaneously");
	if (parse->t) {
		options->absolute = parse->t > 2 ? TIME_UNIX : TIME_CLOCK;
		options->absolute_precision = parse->t > 1 ? PRECISION_US : PRECISION_S;
	}
	if (parse->x && parse->hex_set)
		return die("-x and --strings-in-hex cannot be provided simultaneously");
	if (parse->x)
		options->hex = parse->x > 1 ? HEX_ALL : HEX_NON_ASCII;
	if (parse->y && parse->decode_fds_set)
		return die("-y and --decode-fds cannot be provided simultaneously");
	if (parse->y)
		options->decode_fds = parse->y > 1 ? OPTIONS_FD_ALL : OPTIONS_FD_PATH;
	if (parse->q && parse->quiet_set)
		return die("-q and -e quiet/--quiet cannot be provided simultaneously");
	if (parse->q)
		options->quiet = QUIET_ATTACH | QUIET_PERSONALITY;
	if (parse->q > 1)
		options->quiet |= QUIET_EXIT;
	if (parse->q > 2)
		options->quiet = QUIET_ALL;
	return 0;
}

static void no_effect_with_c(bool given, const char *option)
{
	if (given)
		message("%s has no effect with -c/--summary-only", option);
}

static void no_effect_with_json(bool given, const char *option)
{
	if (given)
		message("%s has no effect with --json", option);
}

/*
 * A recording keeps what was traced; how it looks is decided when it is read.  So
 * an option belongs to the one or to the other, or to both.
 */
static const int when_recording[] = {
	'b',
	'D',
	'e',
	'E',
	'f',
	'F',
	'I',
	'p',
	'q',
	's',
	'u',
	'v',
	ID_BACKEND,
	ID_DAEMONIZE,
	ID_FAULT,
	ID_HOOK,
	ID_INJECT,
	ID_NO_REWRITE,
	ID_QUIET,
	ID_READ,
	ID_RECORD,
	ID_SIGNAL,
	ID_SIGNALS,
	ID_STATS,
	ID_SECCOMP_BPF,
	ID_SYSCALL_LIMIT,
	ID_TRACE,
	ID_WRITE,
};
static const int not_when_reading[] = {
	'b',	    'D',
	'E',	    'I',
	'p',	    'u',
	ID_BACKEND, ID_DAEMONIZE,
	ID_FAULT,   ID_HOOK,
	ID_INJECT,  ID_NO_REWRITE,
	ID_RECORD,  ID_SECCOMP_BPF,
	ID_STATS,   ID_SYSCALL_LIMIT,
};

static bool is_among(int id, const int *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static int recording(const struct parse *parse)
{
	const struct options *options = parse->options;

	for (size_t i = 0; (options->record || options->read) && i < ROWS; i++) {
		const struct row *row = &rows[i];
		struct typed option = typed(row, row->id >= ID_ABSOLUTE_TIMESTAMPS);

		if (row->id == ID_REFUSED || !parse->seen[row->id])
			continue;
		if (options->read &&
		    is_among(row->id, not_when_reading, sizeof(not_when_reading) / sizeof(int)))
			return usage("%s has no place with --read: nothing is traced", option.text);
		if (options->record &&
		    !is_among(row->id, when_recording, sizeof(when_recording) / sizeof(int)))
			return usage("%s has no place with --record: give it to --read",
				     option.text);
	}
	if (options->record && options->filter.status != STATUS_ALL)
		return usage("-e status has no place with --record: give it to --read");
	if (options->read && options->tamper)
		return usage("-e inject has no place with --read: nothing is traced");
	if (options->read && options->command)
		return usage("--read traces no program");
	/* These ask /proc about processes, which are others by now. */
	if (options->read && options->decode_fds)
		return refuse("-y", "names of descriptors, with --read");
	if (options->read && (parse->seen['Y'] || parse->seen[ID_DECODE_PIDS]))
		return refuse("-Y", "names of commands, with --read");
	if (options->read && options->stacks)
		return refuse("-k", "stacks, with --read");
	if (options->read && parse->seen['P'])
		return refuse("-P", "filtering by path, with --read");
	return 0;
}

/* What does not go together, in strace's order. */
static int together(struct parse *parse)
{
	struct options *options = parse->options;

	int r = recording(parse);

	if (r)
		return r;
	if (!options->command && !options->pid_count && !options->read)
		return usage("must have PROG [ARGS] or -p PID");
	if (options->hook_count && options->pid_count)
		return usage("--hook and -p/--attach are mutually exclusive");
	options->traces |= !options->hook_count;

	if (options->summary == SUMMARY_NONE) {
		static const char must[] =
			"%s must be given with (-c/--summary-only or -C/--summary)";

		if (options->summary_wall_clock)
			return usage(must, "-w/--summary-wall-clock");
		if (parse->columns_set)
			return usage(must, "-U/--summary-columns");
		if (parse->sort_set)
			message("-S/--summary-sort-by has no effect without "
				"(-c/--summary-only or -C/--summary)");
	} else {
		if (options->output_separately)
			return usage("(-c/--summary-only or -C/--summary) and "
				     "-ff/--output-separately are mutually exclusive");
		if (options->json)
			return usage("(-c/--summary-only or -C/--summary) and --json are "
				     "mutually exclusive");
	}
	if (options->json) {
		no_effect_with_json(options->dump_reads.set || options->dump_writes.set,
				    "-e read/write");
		no_effect_with_json(options->instruction_pointer, "-i/--instruction-pointer");
	}
	if (parse->z_then_other)
		message("Only the last of -z/--successful-only/-Z/--failed-only options will "
			"take effect. See status qualifier for more complex filters.");
	if (options->summary == SUMMARY_ONLY) {
		no_effect_with_c(options->stacks, "-k/--stack-traces");
		no_effect_with_c(options->instruction_pointer, "-i/--instruction-pointer");
		no_effect_with_c(options->syscall_number, "-n/--syscall-number");
		no_effect_with_c(options->relative, "-r/--relative-timestamps");
		no_effect_with_c(options->absolute != TIME_NONE, "-t/--absolute-timestamps");
		no_effect_with_c(options->syscall_times, "-T/--syscall-times");
		no_effect_with_c(options->decode_fds, "-y/--decode-fds");
	}
	if (options->output) {
		options->output_pipe = *options->output == '|' || *options->output == '!';
		if (options->output_pipe && options->output_separately)
			return usage("piping the output and -ff/--output-separately are "
				     "mutually exclusive");
	} else {
		if (options->output_append)
			message("-A/--output-append-mode has no effect without -o/--output");
		if (parse->output_separately_set && parse->f < 2)
			message("--output-separately has no effect without -o/--output");
		options->output_separately = false;
		options->output_append = false;
	}

	if (options->daemonize && options->interruptible == INTERRUPTIBLE_DEFAULT)
		options->interruptible = INTERRUPTIBLE_NEVER_TSTP;
	/* With a file to itself the trace is the command's, as if it ran alone. */
	if (options->output && (options->command || options->read)) {
		if (options->interruptible == INTERRUPTIBLE_DEFAULT)
			options->interruptible = INTERRUPTIBLE_NEVER;
		if (!parse->q && !parse->quiet_set)
			options->quiet = QUIET_ATTACH | QUIET_PERSONALITY;
	}
	if (options->interruptible == INTERRUPTIBLE_DEFAULT)
		options->interruptible = INTERRUPTIBLE_WAITING;
	return 0;
}

static int user_find(struct options *options)
{
	struct passwd *passwd;

	if (!options->user)
		return 0;
	if (getuid() != 0)
		return die("You must be root to use the -u/--user option");
	passwd = getpwnam(options->user);
	if (!passwd)
		return die("Cannot find user '%s'", options->user);
	options->uid = passwd->pw_uid;
	options->gid = passwd->pw_gid;
	return 0;
}

static const struct row *row_find(int id)
{
	for (size_t i = 0; i < ROWS; i++) {
		if (rows[i].id == id)
			return &rows[i];
	}
	return NULL;
}

static int loop(struct parse *parse, int argc, char **argv)
{
	char letters_of[3 * ROWS + 2] = "+"; /* no option behind PROG is ours */
	struct option longs[ROWS + 1];
	size_t long_count = 0, used = 1;

	for (size_t i = 0; i < ROWS; i++) {
		const struct row *row = &rows[i];

		if (row->id < ID_ABSOLUTE_TIMESTAMPS) {
			letters_of[used++] = (char)row->id;
			if (row->argument == REQUIRED)
				letters_of[used++] = ':';
		}
		if (row->name) {
			/* All alike, so that an abbreviation of two is ambiguous. */
			longs[long_count] = (struct option){ row->name, row->argument, NULL,
							     ID_REFUSED + 1 + (int)i };
			long_count++;
		}
	}
	letters_of[used] = '\0';
	longs[long_count] = (struct option){ NULL, 0, NULL, 0 };

	optind = 0; /* glibc: begin anew */
	for (;;) {
		int got = getopt_long(argc, argv, letters_of, longs, NULL);
		bool is_long = got > ID_REFUSED;
		const struct row *row;
		int r;

		if (got == -1)
			return 0;
		if (got == '?')
			return try_help();
		row = is_long ? &rows[got - ID_REFUSED - 1] : row_find(got);
		r = one(parse, row, is_long, optarg);
		if (r)
			return r;
	}
}

static int environment(struct options *options)
{
	const char *value = getenv(REWRITE_AFTER_VARIABLE);
	unsigned long number;

	if (!value || !*value)
		return 0;
	if (number_parse(value, REWRITE_AFTER_MAX, &number) < 0)
		return die("%s is '%s' in the environment, and has to be a number up to %u",
			   REWRITE_AFTER_VARIABLE, value, REWRITE_AFTER_MAX);
	options->rewrite_after = (unsigned int)number;
	return 0;
}

int options_parse(int argc, char **argv, struct options *ret)
{
	static const enum options_column default_columns[] = {
		COLUMN_TIME_PERCENT, COLUMN_TOTAL_TIME, COLUMN_AVG_TIME,
		COLUMN_CALLS,	     COLUMN_ERRORS,	COLUMN_NAME,
	};
	static char name[] = "self_ptrace";
	struct parse parse = { .options = ret };
	char *argv0 = argc > 0 ? argv[0] : NULL;
	struct filter_error error;
	int r;

	memset(ret, 0, sizeof(*ret));
	filter_init(&ret->filter);
	filter_parse_calls("all", &ret->abbrev, &error);
	filter_parse_calls("all", &ret->verbose, &error);
	ret->string_limit = 32;
	ret->rewrite_after = REWRITE_AFTER;
	ret->stack_frames = 256;
	ret->column = 40;
	ret->summary_sort = COLUMN_TIME_PERCENT;
	memcpy(ret->summary_columns, default_columns, sizeof(default_columns));
	ret->summary_column_count = sizeof(default_columns) / sizeof(default_columns[0]);

	r = environment(ret);
	if (argc < 1 || r) {
		optind = 0;
	} else {
		/* getopt begins its messages with argv[0]; ours all begin alike. */
		argv[0] = name;
		r = loop(&parse, argc, argv);
		argv[0] = argv0;
	}
	if (!r) {
		if (optind < argc)
			ret->command = argv + optind;
		r = letters(&parse);
	}
	if (!r)
		r = together(&parse);
	if (!r)
		r = user_find(ret);
	if (r)
		options_free(ret);
	return r;
}

void options_free(struct options *options)
{
	free(options->pids);
	free(options->env);
	free(options->hooks);
	free(options->tamper);
	options->tamper = NULL;
	free(options->paths);
	numbers_free(&options->trace_fds);
	numbers_free(&options->dump_reads);
	numbers_free(&options->dump_writes);
	options->pids = NULL;
	options->env = NULL;
	options->hooks = NULL;
	options->paths = NULL;
	options->path_count = 0;
	options->pid_count = 0;
	options->env_count = 0;
}

int options_environ(const struct options *options, char **env, char ***ret)
{
	size_t count = 0;
	char **result;

	while (env[count])
		count++;
	result = calloc(count + options->env_count + 1, sizeof(*result));
	if (!result)
		return -ENOMEM;
	memcpy(result, env, count * sizeof(*result));

	for (size_t i = 0; i < options->env_count; i++) {
		const char *change = options->env[i];
		size_t len = strcspn(change, "=");
		size_t kept = 0;

		for (size_t j = 0; j < count; j++) {
			if (strncmp(result[j], change, len) != 0 || result[j][len] != '=')
				result[kept++] = result[j];
		}
		count = kept;
		if (change[len])
			result[count++] = (char *)(uintptr_t)change;
	}
	result[count] = NULL;
	*ret = result;
	return 0;
}
