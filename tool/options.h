/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The command line, strace's with a few options of our own, parsed into one
 * struct that everything else of the tool reads and nothing writes.
 */
#ifndef SELF_PTRACE_TOOL_OPTIONS_H
#define SELF_PTRACE_TOOL_OPTIONS_H

#include "filter.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum options_time_format { TIME_NONE, TIME_CLOCK, TIME_UNIX };

/* Digits after the point. */
enum options_precision { PRECISION_S = 0, PRECISION_MS = 3, PRECISION_US = 6, PRECISION_NS = 9 };

enum options_quiet {
	QUIET_ATTACH = 1u << 0,
	QUIET_EXIT = 1u << 1,
	QUIET_PATH_RESOLUTION = 1u << 2,
	QUIET_PERSONALITY = 1u << 3,
	QUIET_THREAD_EXECVE = 1u << 4,
	QUIET_ALL = (1u << 5) - 1,
};

/* -y: OPTIONS_FD_PATH; -yy: all. */
enum options_decode_fds {
	OPTIONS_FD_PATH = 1u << 0,
	OPTIONS_FD_SOCKET = 1u << 1,
	OPTIONS_FD_DEV = 1u << 2,
	OPTIONS_FD_PIDFD = 1u << 3,
	OPTIONS_FD_ALL = (1u << 4) - 1,
};

/* Which strings are escaped byte by byte, in hexadecimal. */
enum options_strings_in_hex { HEX_NONE, HEX_CHARS, HEX_NON_ASCII, HEX_ALL };

enum options_tips { TIPS_NONE, TIPS_COMPACT, TIPS_FULL };

/* How named constants and flags are shown; -X. */
enum options_constants { CONSTANTS_ABBREV, CONSTANTS_VERBOSE, CONSTANTS_RAW };

enum options_summary_mode { SUMMARY_NONE, SUMMARY_ONLY /* -c */, SUMMARY_TOO /* -C */ };

enum options_column {
	COLUMN_TIME_PERCENT,
	COLUMN_TOTAL_TIME,
	COLUMN_MIN_TIME,
	COLUMN_MAX_TIME,
	COLUMN_AVG_TIME,
	COLUMN_CALLS,
	COLUMN_ERRORS,
	COLUMN_NAME,
	COLUMN_NONE, /* -S nothing */
	COLUMN_COUNT = COLUMN_NONE,
};

/* When signals may end the tool; numbered as -I does. */
/* -D: the command is the caller's own child, the tool its grandchild. */
enum options_daemonize {
	DAEMONIZE_NONE,
	DAEMONIZE_GRANDCHILD,
	DAEMONIZE_PGROUP,
	DAEMONIZE_SESSION
};

enum options_interruptible {
	INTERRUPTIBLE_DEFAULT,
	INTERRUPTIBLE_ANYWHERE,
	INTERRUPTIBLE_WAITING,
	INTERRUPTIBLE_NEVER,
	INTERRUPTIBLE_NEVER_TSTP,
};

/* How the agent gets into a program; --backend=. */
enum options_backend {
	BACKEND_AUTO, /* inject, and preload where ptrace is refused */
	BACKEND_INJECT,
	BACKEND_PRELOAD,
	BACKEND_FACILITY, /* inject, and trap by PTRACE_SELF_ON (kernel/) */
};

struct options {
	/* What is traced. */
	char **command; /* NULL-terminated, points into argv; NULL: only -p */
	pid_t *pids;	/* -p, in their order */
	size_t pid_count;
	bool follow;	  /* -f */
	const char *user; /* -u, and what it stands for */
	uid_t uid;
	gid_t gid;
	const char **env; /* -E, in their order: "VAR=VAL" sets, "VAR" removes */
	size_t env_count;
	const char **hooks; /* --hook, in their order: PLUGIN[:ARGS] */
	size_t hook_count;
	bool traces; /* false: the command is to be hooked, and nothing else */
	enum options_interruptible interruptible; /* never DEFAULT after the parse */
	enum options_daemonize daemonize;
	bool detach_on_execve;	/* -b execve */
	uint64_t syscall_limit; /* calls until everything is let go; 0: none */

	/* The engine. */
	enum options_backend backend;
	unsigned int rewrite_after; /* at which of its traps; 0: calls are caught by traps only */
	bool stats;		    /* the engine's own counts at the end */
	bool all_signals;	    /* threads stay seized, and stop at signals and stops */

	struct tamper *tamper; /* -e inject=, -e fault=; NULL: nothing is tampered with */

	/* What is shown. */
	struct filter filter;
	unsigned int quiet; /* enum options_quiet */
	const char **paths; /* -P, as given */
	size_t path_count;
	struct numbers trace_fds;
	struct numbers dump_reads, dump_writes; /* -e read=, -e write= */

	/* Where to. */
	const char *output; /* -o as given, NULL: stderr */
	bool output_pipe;   /* output begins with '|' or '!' */
	bool output_append;
	bool output_separately; /* one file per task; only with output */
	bool json;
	bool record;	  /* output is a recording (tool/recording.h), not lines */
	const char *read; /* nothing is traced: a recording is read */

	/* What a line looks like. */
	uint32_t string_limit;
	bool string_limit_set;
	bool no_abbrev;		   /* -v, or a call that -e abbrev leaves out: more is captured */
	struct syscall_set abbrev; /* -v: none */
	struct syscall_set verbose;
	struct syscall_set raw;
	enum options_strings_in_hex hex;   /* -x, -xx */
	bool instruction_pointer;	   /* -i */
	bool stacks, stack_sources;	   /* -k, -kk */
	unsigned int stack_frames;	   /* of one call at most */
	bool pid_commands;		   /* -Y */
	bool always_pid;		   /* the pid on each line, of one process too */
	enum options_constants constants;  /* -X */
	bool arg_names;			   /* -N */
	unsigned int decode_fds;	   /* enum options_decode_fds */
	unsigned int column;		   /* -a */
	bool syscall_number;		   /* -n */
	enum options_time_format absolute; /* -t */
	enum options_precision absolute_precision;
	bool relative; /* -r */
	enum options_precision relative_precision;
	bool syscall_times; /* -T */
	enum options_precision syscall_times_precision;

	enum options_tips tips;
	int tip; /* below 0: any */

	/* -c, -C */
	enum options_summary_mode summary;
	enum options_column summary_sort;
	enum options_column summary_columns[COLUMN_COUNT];
	size_t summary_column_count;
	bool summary_wall_clock;
	uint64_t summary_overhead_ns; /* -O: taken off each call's time */
};

/*
 * Below 0: the command line is wrong, the message is on stderr, exit with 1.
 * Above 0: it was -h or -V, which are answered on stdout; exit with 0.
 * 0: go on; ret is filled and stays valid as long as argv.
 */
int options_parse(int argc, char **argv, struct options *ret);
void options_free(struct options *options);
/* A number with an optional unit, microseconds without one; at most a day. */
int options_duration(const char *text, uint64_t *ret_ns);

/*
 * The environment for the command: env with -E's changes, as one array to
 * be freed with free(); its strings belong to env and argv.
 */
int options_environ(const struct options *options, char **env, char ***ret);

#endif
