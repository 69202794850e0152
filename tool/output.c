// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Events to lines: see output.h.
 *
 * Each sink (stderr, a file, a command) gathers lines in a buffer.  A call's
 * line is made in one piece at its exit, decoded once, as long as nothing else
 * has to be written to that sink in between; only then, or when the buffer is
 * flushed, is the part that is known at entry written by itself.  The states of
 * a call on its way are enum line.
 */
#include "output.h"

#include "buffer.h"
#include "command.h"
#include "decode/decode.h"
#include "descriptor.h"
#include "dump.h"
#include "json.h"
#include "match.h"
#include "objects.h"
#include "recording.h"
#include "stack.h"
#include "summary.h"
#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Gathered bytes from which on they are written without being asked. */
#define WRITE_AT (64u << 10)

#define NS_PER_S UINT64_C(1000000000)

struct sink {
	struct buffer buffer;
	int fd;			/* -1: closed */
	char *name;		/* for messages, and to open it again; NULL: stderr */
	bool signals;		/* a write may raise SIGPIPE */
	bool failed;		/* takes everything, writes nothing */
	size_t line;		/* where in the buffer the last line begins */
	size_t line_cut;	/* bytes of that line that are written and gone from the buffer */
	struct view *current;	/* whose call the last line is about, in LATER or OPEN */
	struct buffer messages; /* the tool's own, until that line is whole */
};

/* A call between its entry and its exit. */
enum line {
	LINE_NONE,
	LINE_HIDDEN,	 /* filtered out */
	LINE_LATER,	 /* nothing is written yet, and nothing stands in the way of it */
	LINE_HELD,	 /* nothing is written until its result has been held against -e status */
	LINE_OPEN,	 /* its entry is the last thing in the sink, no newline yet */
	LINE_UNFINISHED, /* its entry was ended with <unfinished ...> */
};

/* What the output keeps about a task; task->output_data. */
struct view {
	struct task *task;
	struct sink *sink;
	struct view *next, *prev; /* all with a sink of their own, for -ff */
	enum line line;
	unsigned int entered; /* text_entry's, from LINE_OPEN on */
	/* As it was at the entry, for a line that is written later. */
	uint64_t relative_ns; /* -r */
	bool several;	      /* more tasks than this one */
	uint32_t arch;	      /* of the last call */
	bool attached;	      /* by -p */
	uint32_t number;      /* --record: the task's */
	int tid;	      /* that prefix and sink were made for */
	uint8_t prefix_len;
	char prefix[48]; /* "[pid  1234] ", "1234  ", "1234<sh> " */
};

enum prefix { PREFIX_NEVER, PREFIX_SEVERAL, PREFIX_ALWAYS };

struct output {
	const struct options *options;
	struct sink shared;    /* not under -ff */
	struct view *separate; /* under -ff */
	pid_t command;	       /* behind '|', 0: none */
	int error;	       /* the first */
	bool error_told;
	enum prefix prefix;
	unsigned int tasks;
	uint32_t tasks_ever;
	bool immediate; /* calls need not wait for their result to be shown */

	struct decode decode;
	struct decode_options decode_options;
	struct text_style style;
	struct descriptors *descriptors; /* NULL without -y, -P */
	struct commands *commands;	 /* NULL without -Y */
	struct objects objects;
	struct match match;	     /* -P, --trace-fds */
	bool matches;		     /* there is something in it */
	const struct task *decoding; /* whose call the decoder has */
	struct stacks *stacks;	     /* NULL without -k */
	struct summary *summary;     /* NULL without -c, -C */

	bool stamped;	     /* last_ns is set */
	uint64_t last_ns;    /* -r: of the line before */
	time_t clock_second; /* -t: what clock shows */
	char clock[8];

	uint64_t *tids; /* -ff: whose files were made in this run; bit tid */
	size_t tid_words;
};

/* Sinks */

static void *allocate(size_t size)
{
	void *memory = calloc(1, size);

	if (!memory) {
		fputs("self_ptrace: out of memory\n", stderr);
		exit(1);
	}
	return memory;
}

static void tell(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void tell(const char *format, ...)
{
	char text[PATH_MAX + 512];
	va_list args;
	int len = snprintf(text, sizeof(text), "self_ptrace: ");

	va_start(args, format);
	len += vsnprintf(text + len, sizeof(text) - (size_t)len - 1, format, args);
	va_end(args);
	if ((size_t)len > sizeof(text) - 2)
		len = sizeof(text) - 2;
	text[len++] = '\n';
	/* One write: lines of several processes on one stderr stay whole. */
	if (write(STDERR_FILENO, text, (size_t)len) < 0)
		return; /* there is nobody left to tell */
}

static void sink_failed(struct output *output, struct sink *sink, int error)
{
	sink->failed = true;
	if (!output->error)
		output->error = error;
	if (sink->name && !output->error_told) {
		output->error_told = true;
		tell("cannot write to '%s': %s; the program runs on without a trace", sink->name,
		     strerror(-error));
	}
}

/*
 * write(2) that reports a reader that went away, and does not let the SIGPIPE
 * that comes with it end the tool.  SIGPIPE cannot simply be ignored: programs
 * that are launched would inherit that.
 */
static ssize_t write_quietly(const struct sink *sink, const char *bytes, size_t len)
{
	sigset_t pipe, before, pending;
	ssize_t got;
	int error;

	if (!sink->signals)
		return write(sink->fd, bytes, len);

	sigemptyset(&pipe);
	sigaddset(&pipe, SIGPIPE);
	sigpending(&pending);
	pthread_sigmask(SIG_BLOCK, &pipe, &before);
	got = write(sink->fd, bytes, len);
	error = errno;
	if (got < 0 && error == EPIPE && !sigismember(&pending, SIGPIPE))
		sigtimedwait(&pipe, NULL, &(struct timespec){ 0 });
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = error;
	return got;
}

static int write_all(const struct sink *sink, const char *bytes, size_t len)
{
	while (len) {
		ssize_t got = write_quietly(sink, bytes, len);

		if (got >= 0) {
			bytes += got;
			len -= (size_t)got;
			continue;
		}
		if (errno == EINTR)
			continue;
		if (errno != EAGAIN)
			return -errno;
		/* A traced program can make the terminal that it shares non-blocking. */
		if (poll(&(struct pollfd){ .fd = sink->fd, .events = POLLOUT }, 1, -1) < 0 &&
		    errno != EINTR)
			return -errno;
	}
	return 0;
}

static int sink_reopen(struct output *output, struct sink *sink, int flags);

/* Writes everything, a line that is still open included. */
static void sink_write(struct output *output, struct sink *sink)
{
	struct buffer *buffer = &sink->buffer;
	int r = 0;

	if (!buffer->used)
		return;
	if (!sink->failed && sink->fd < 0)
		r = sink_reopen(output, sink, O_APPEND);
	if (!sink->failed && !r)
		r = write_all(sink, buffer->data, buffer->used);
	if (r < 0)
		sink_failed(output, sink, r);
	/* used - line may be 0: the last line is whole. */
	sink->line_cut += buffer->used - sink->line;
	sink->line = 0;
	buffer_reset(buffer);
}

static void sink_setup(struct sink *sink, int fd)
{
	struct stat stat;

	sink->fd = fd;
	sink->signals = fstat(fd, &stat) < 0 || !S_ISREG(stat.st_mode);
}

static bool shut_another(struct output *output, const struct sink *sink)
{
	for (struct view *view = output->separate; view; view = view->next) {
		if (view->sink == sink || view->sink->fd < 0)
			continue;
		close(view->sink->fd);
		view->sink->fd = -1;
		return true;
	}
	return false;
}

/* Of a thousand tasks not all files can be open at a time. */
static int sink_reopen(struct output *output, struct sink *sink, int flags)
{
	int fd;

	do {
		fd = open(sink->name, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666);
	} while (fd < 0 && (errno == EINTR ||
			    ((errno == EMFILE || errno == ENFILE) && shut_another(output, sink))));
	if (fd < 0)
		return -errno;
	sink_setup(sink, fd);
	return 0;
}

static void sink_close(struct output *output, struct sink *sink)
{
	sink_write(output, sink);
	/* Some file systems tell of a full disk here only. */
	if (sink->fd >= 0 && sink->fd != STDERR_FILENO && close(sink->fd) < 0 && !sink->failed &&
	    errno != EINTR)
		sink_failed(output, sink, -errno);
	buffer_free(&sink->buffer);
	buffer_free(&sink->messages);
	free(sink->name);
}

static int command_start(struct output *output, const char *command)
{
	char *argv[] = { (char[]){ "sh" }, (char[]){ "-c" }, NULL, NULL };
	posix_spawn_file_actions_t actions;
	int fds[2], r;

	argv[2] = (char *)(uintptr_t)command;
	if (pipe2(fds, O_CLOEXEC) < 0)
		return -errno;
	r = posix_spawn_file_actions_init(&actions);
	if (!r) {
		r = posix_spawn_file_actions_adddup2(&actions, fds[0], STDIN_FILENO);
		if (!r)
			r = posix_spawn(&output->command, "/bin/sh", &actions, NULL, argv, environ);
		posix_spawn_file_actions_destroy(&actions);
	}
	close(fds[0]);
	if (r) {
		close(fds[1]);
		output->command = 0;
		return -r;
	}
	sink_setup(&output->shared, fds[1]);
	return 0;
}

/* Lines */

static struct view *view_of(const struct task *task)
{
	return task->output_data;
}

/* The last line is whole, newline included. */
static void line_done(struct output *output, struct sink *sink)
{
	if (sink->messages.used) {
		buffer_bytes(&sink->buffer, sink->messages.data, sink->messages.used);
		buffer_reset(&sink->messages);
	}
	sink->line = sink->buffer.used;
	sink->line_cut = 0;
	sink->current = NULL;
	if (sink->buffer.used >= WRITE_AT)
		sink_write(output, sink);
}

static void line_end(struct output *output, struct sink *sink)
{
	buffer_char(&sink->buffer, '\n');
	line_done(output, sink);
}

/* From ")" or an entry's end to the column where results begin. */
static void line_align(struct output *output, struct sink *sink)
{
	struct buffer *buffer = &sink->buffer;
	size_t done = sink->line_cut + buffer->used - sink->line + 1;
	size_t column = output->options->column;
	size_t spaces = done < column ? column - done + 1 : 1;

	buffer_reserve(buffer, spaces);
	memset(buffer->data + buffer->used, ' ', spaces);
	buffer->used += spaces;
}

static void put_fraction(struct buffer *buffer, uint64_t ns, enum options_precision precision)
{
	if (precision == PRECISION_S)
		return;
	for (unsigned int digits = precision; digits < 9; digits++)
		ns /= 10;
	buffer_char(buffer, '.');
	buffer_padded(buffer, ns, precision);
}

static void put_seconds(struct buffer *buffer, uint64_t ns, enum options_precision precision)
{
	buffer_decimal(buffer, ns / NS_PER_S);
	put_fraction(buffer, ns % NS_PER_S, precision);
}

static void put_clock(struct output *output, struct buffer *buffer, uint64_t ns)
{
	time_t second = (time_t)(ns / NS_PER_S);

	if (second != output->clock_second) {
		struct tm tm;
		char text[32];

		localtime_r(&second, &tm);
		if (strftime(text, sizeof(text), "%T", &tm) == sizeof(output->clock))
			memcpy(output->clock, text, sizeof(output->clock));
		output->clock_second = second;
	}
	buffer_bytes(buffer, output->clock, sizeof(output->clock));
}

/* Time since the line before, -r. */
static uint64_t relative_take(struct output *output, uint64_t ns)
{
	uint64_t since = output->stamped && ns > output->last_ns ? ns - output->last_ns : 0;

	if (!output->stamped || ns > output->last_ns)
		output->last_ns = ns;
	output->stamped = true;
	return since;
}

static void put_relative(struct output *output, struct buffer *buffer, uint64_t since)
{
	bool inside = output->options->absolute != TIME_NONE;
	uint64_t seconds = since / NS_PER_S;

	if (inside)
		buffer_bytes(buffer, "(+", 2);
	for (uint64_t limit = 100000; limit > 1 && seconds < limit; limit /= 10)
		buffer_char(buffer, ' ');
	put_seconds(buffer, since, output->options->relative_precision);
	buffer_string(buffer, inside ? ") " : " ");
}

/* Whether this run made a file for that tid before: it must not be emptied then. */
static bool tid_again(struct output *output, int tid)
{
	size_t word = (size_t)tid / 64;
	uint64_t bit = UINT64_C(1) << (tid % 64);
	bool again;

	if (word >= output->tid_words) {
		size_t words = word + word / 2 + 1024;
		uint64_t *tids = realloc(output->tids, words * sizeof(*tids));

		if (!tids)
			return true;
		memset(tids + output->tid_words, 0, (words - output->tid_words) * sizeof(*tids));
		output->tids = tids;
		output->tid_words = words;
	}
	again = output->tids[word] & bit;
	output->tids[word] |= bit;
	return again;
}

/* Under -ff: makes the task's file. */
static void separate_make(struct output *output, struct sink *sink, int tid)
{
	bool append = output->options->output_append || tid_again(output, tid);
	int r;

	if (asprintf(&sink->name, "%s.%d", output->options->output, tid) < 0)
		sink->name = NULL;
	sink->fd = -1;
	/* In append mode always: a task that execs comes into the file of another. */
	r = sink->name ? sink_reopen(output, sink, append ? O_APPEND : O_APPEND | O_TRUNC) :
			 -ENOMEM;
	if (r < 0)
		sink_failed(output, sink, r);
}

static void prefix_make(const struct output *output, struct view *view)
{
	char room[COMMAND_MAX];
	const char *name =
		output->commands ? commands_text(output->commands, view->task->tid, room) : "";
	int len;

	if (*name)
		len = snprintf(view->prefix, sizeof(view->prefix),
			       output->prefix == PREFIX_ALWAYS ? "%-5u<%s> " : "[pid %5u<%s>] ",
			       (unsigned int)view->task->tid, name);
	else
		len = snprintf(view->prefix, sizeof(view->prefix),
			       output->prefix == PREFIX_ALWAYS ? "%-5u " : "[pid %5u] ",
			       (unsigned int)view->task->tid);
	view->prefix_len = (uint8_t)len;
	view->tid = view->task->tid;
}

/* ip: where the program was, 0 if it is not known. */
static void leader(struct output *output, struct view *view, uint64_t ns, uint64_t since,
		   bool several, uint64_t ip)
{
	const struct options *options = output->options;
	struct buffer *buffer = &view->sink->buffer;

	if (output->prefix == PREFIX_ALWAYS || (output->prefix == PREFIX_SEVERAL && several) ||
	    (output->prefix != PREFIX_NEVER && options->always_pid))
		buffer_bytes(buffer, view->prefix, view->prefix_len);
	if (options->absolute != TIME_NONE) {
		if (options->absolute == TIME_CLOCK)
			put_clock(output, buffer, ns);
		else
			buffer_decimal(buffer, ns / NS_PER_S);
		put_fraction(buffer, ns % NS_PER_S, options->absolute_precision);
		buffer_char(buffer, ' ');
	}
	if (options->relative)
		put_relative(output, buffer, since);
	if (options->syscall_number) {
		uint32_t nr = view->task->call.nr;

		buffer_char(buffer, '[');
		for (uint32_t limit = 1000; limit > 1 && nr < limit; limit /= 10)
			buffer_char(buffer, ' ');
		buffer_decimal(buffer, nr);
		buffer_bytes(buffer, "] ", 2);
	}
	if (options->instruction_pointer) {
		char text[24];

		if (ip)
			snprintf(text, sizeof(text), "[%016llx] ", (unsigned long long)ip);
		buffer_string(buffer, ip ? text : "[????????????????] ");
	}
}

static const struct decoded *decode(struct output *output, const struct view *view,
				    const struct call *call, enum decode_phase phase)
{
	output->decoding = view->task;
	if (output->descriptors && phase == DECODE_EXIT)
		descriptors_before_exit(output->descriptors, view->task, call);
	return decode_call(&output->decode, call, phase);
}

static size_t fd_text(void *data, const struct call *call, int fd, char *text, size_t size,
		      uint16_t *ret_flags)
{
	struct output *output = data;

	(void)call;
	return descriptors_text(output->descriptors, output->decoding->pid, fd, text, size,
				ret_flags);
}

static int object_of(void *data, const struct call *call, int fd, bool likely)
{
	struct output *output = data;

	(void)call;
	/* What is read from a file is of processes that are no more. */
	return objects_find(&output->objects, output->decoding->pid, fd,
			    likely && !output->options->read);
}

static size_t pid_text(void *data, const struct call *call, int pid, char *text, size_t size)
{
	struct output *output = data;
	char room[COMMAND_MAX];
	const char *name = commands_text(output->commands, pid, room);
	size_t len = strlen(name);

	(void)call;
	if (len > size)
		len = size;
	memcpy(text, name, len);
	return len;
}

static void put_entry(struct output *output, struct view *view, const struct decoded *decoded,
		      uint64_t enter_ns)
{
	leader(output, view, enter_ns, view->relative_ns, view->several, view->task->call.ip);
	view->entered = text_entry(&view->sink->buffer, &output->style, decoded);
}

/* LATER: the entry has to be written after all. */
static void write_entry(struct output *output, struct view *view)
{
	const struct call *call = &view->task->call;

	put_entry(output, view, decode(output, view, call, DECODE_ENTRY), call->enter_ns);
	view->line = LINE_OPEN;
}

/* Something else comes into the sink: nothing stays open. */
static void interrupt(struct output *output, struct sink *sink)
{
	struct view *view = sink->current;

	if (!view)
		return;
	if (view->line == LINE_LATER)
		write_entry(output, view);
	buffer_string(&sink->buffer, " <unfinished ...>");
	view->line = LINE_UNFINISHED;
	line_end(output, sink);
}

/* A thread that execs takes its process's number, and under -ff its file. */
static void follow_tid(struct output *output, struct view *view)
{
	struct sink *sink = view->sink;

	if (view->tid == view->task->tid)
		return;
	if (output->options->output_separately) {
		if (sink->current) {
			if (view->line == LINE_LATER)
				write_entry(output, view);
			buffer_string(&sink->buffer, " <pid changed to ");
			buffer_signed(&sink->buffer, view->task->tid);
			buffer_string(&sink->buffer, " ...>");
			view->line = LINE_UNFINISHED;
			line_end(output, sink);
		}
		sink_write(output, sink);
		if (sink->fd >= 0)
			close(sink->fd);
		free(sink->name);
		separate_make(output, sink, view->task->tid);
	}
	prefix_make(output, view);
}

/* A line that is not a call. */
static void line_begin_at(struct output *output, struct view *view, uint64_t ns, uint64_t ip)
{
	follow_tid(output, view);
	interrupt(output, view->sink);
	leader(output, view, ns, relative_take(output, ns), output->tasks > 1, ip);
}

static void line_begin(struct output *output, struct view *view, uint64_t ns)
{
	line_begin_at(output, view, ns, 0);
}

/* Makes the sink's last line, which is whole or this call's, the one that its exit ends. */
static void resume(struct output *output, struct view *view, const struct decoded *decoded,
		   const struct call *call)
{
	struct sink *sink = view->sink;

	switch (view->line) {
	case LINE_LATER:
	case LINE_HELD:
		put_entry(output, view, decoded, call->enter_ns);
		break;
	case LINE_UNFINISHED:
		line_begin_at(output, view, call->exit_ns, call->ip);
		buffer_bytes(&sink->buffer, "<... ", 5);
		buffer_string(&sink->buffer, decoded->name);
		buffer_bytes(&sink->buffer, " resumed>", 9);
		break;
	default:
		break;
	}
	sink->current = view;
}

static bool all_known_at_entry(const struct decoded *decoded)
{
	for (const struct value *arg = decoded->args; arg; arg = arg->next) {
		if (arg->flags & (VALUE_AT_EXIT | VALUE_SPLIT))
			return false;
	}
	return true;
}

/* As strace says what -e inject= has done. */
static void put_marks(struct buffer *buffer, unsigned int marks)
{
	if (marks & RECORD_POKED)
		buffer_string(buffer, marks & RECORD_INJECTED ? " (INJECTED: args, retval)" :
								" (INJECTED: args)");
	else if (marks & RECORD_INJECTED)
		buffer_string(buffer, " (INJECTED)");
	if (marks & RECORD_DELAYED)
		buffer_string(buffer, " (DELAYED)");
}

static void finish_text(struct output *output, struct view *view, const struct call *call)
{
	const struct options *options = output->options;
	struct sink *sink = view->sink;
	struct buffer *buffer = &sink->buffer;
	bool lost = !call->exited || call->unknown_ret;
	const struct decoded *decoded;

	/* First: an entry of another call may have to be decoded for it. */
	if (sink->current != view)
		interrupt(output, sink);
	decoded = decode(output, view, call, lost ? DECODE_ENTRY : DECODE_EXIT);
	resume(output, view, decoded, call);
	if (!lost) {
		text_exit(buffer, &output->style, decoded, view->entered);
	} else {
		if (!all_known_at_entry(decoded))
			buffer_string(buffer, " <unfinished ...>");
		buffer_char(buffer, ')');
	}
	line_align(output, sink);
	if (lost) {
		buffer_bytes(buffer, "= ?", 3);
	} else {
		text_result(buffer, &output->style, decoded);
		put_marks(buffer, call->marks);
	}
	if (options->syscall_times && !lost) {
		uint64_t ns = call->exit_ns > call->enter_ns ? call->exit_ns - call->enter_ns : 0;

		buffer_bytes(buffer, " <", 2);
		put_seconds(buffer, ns, options->syscall_times_precision);
		buffer_char(buffer, '>');
	}
	buffer_char(buffer, '\n');
	if ((options->dump_reads.set || options->dump_writes.set) && !lost)
		dump_call(buffer, options, call);
	if (output->stacks)
		stacks_put(output->stacks, buffer, view->task, call);
	line_done(output, sink);
}

static void finish_json(struct output *output, struct view *view, const struct call *call)
{
	struct buffer *buffer = &view->sink->buffer;

	json_call(buffer, decode(output, view, call, DECODE_EXIT), call, view->task->tid);
	if (output->stacks) {
		buffer->used -= 2; /* its "}\n" */
		buffer_string(buffer, ",\"stack\":[");
		stacks_put(output->stacks, buffer, view->task, call);
		buffer_string(buffer, "]}\n");
	}
	line_done(output, view->sink);
}

/* Its result is wanted, and what it is about. */
static bool wanted(struct output *output, const struct view *view, const struct call *call)
{
	return filter_wants_result(&output->options->filter, call) &&
	       (!output->matches ||
		match_call(&output->match, output->descriptors, view->task, call));
}

static bool executed(const struct call *call)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	return row && call->exited && !call->unknown_ret && !call->ret &&
	       !strncmp(row->name, "execve", 6);
}

/* The call is over, one way or the other. */
static void finish(struct output *output, struct view *view, const struct call *call)
{
	const struct options *options = output->options;

	if (view->line == LINE_NONE)
		return;
	if (view->line != LINE_HIDDEN && wanted(output, view, call)) {
		follow_tid(output, view);
		if (options->json) {
			finish_json(output, view, call);
		} else if (options->summary != SUMMARY_ONLY) {
			finish_text(output, view, call);
		} else if (output->descriptors) {
			descriptors_before_exit(output->descriptors, view->task, call);
		}
	} else if (output->descriptors) {
		/* Not shown, but done. */
		descriptors_before_exit(output->descriptors, view->task, call);
	}
	if (output->descriptors)
		descriptors_after_exit(output->descriptors, view->task, call);
	objects_call(&output->objects, view->task->pid, call);
	if (output->stacks && executed(call))
		stacks_forget(output->stacks, view->task->pid);
	if (output->commands) {
		commands_after_exit(output->commands, view->task, call);
		prefix_make(output, view);
	}
	view->line = LINE_NONE;
}

/* The task is gone, and no one saw the end of its call. */
static void finish_lost(struct output *output, struct view *view, uint64_t ns)
{
	struct call call;

	if (view->line == LINE_NONE)
		return;
	call = view->task->call;
	call.unknown_ret = true;
	call.exit_ns = ns;
	finish(output, view, &call);
}

/* The sink gets a line of JSON that is not a call; the caller adds members and closes it. */
static struct buffer *json_begin(struct output *output, struct view *view, uint64_t ns)
{
	struct buffer *buffer = &view->sink->buffer;

	follow_tid(output, view);
	buffer_string(buffer, "{\"time\":");
	put_seconds(buffer, ns, PRECISION_NS);
	buffer_string(buffer, ",\"pid\":");
	buffer_signed(buffer, view->task->tid);
	return buffer;
}

static void json_end(struct output *output, struct view *view)
{
	buffer_char(&view->sink->buffer, '}');
	line_end(output, view->sink);
}

/* Events */

static const char *signal_name(int signo, char room[16])
{
	const char *name = decode_signal_name(signo);

	if (name)
		return name;
	snprintf(room, 16, "SIG_%d", signo);
	return room;
}

/* -e quiet=personality: a 32-bit program on a 64-bit machine, or back. */
static void personality(struct output *output, struct view *view, uint64_t ns)
{
	const struct call *call = &view->task->call;

	view->arch = call->arch;
	if (output->options->quiet & QUIET_PERSONALITY || output->options->json)
		return;
	line_begin(output, view, ns);
	buffer_string(&view->sink->buffer, "[ Process PID=");
	buffer_signed(&view->sink->buffer, view->task->tid);
	buffer_string(&view->sink->buffer, " runs in ");
	buffer_string(&view->sink->buffer, call->arch & __AUDIT_ARCH_64BIT ? "64" : "32");
	buffer_string(&view->sink->buffer, " bit mode. ]");
	line_end(output, view->sink);
}

static void enter(struct output *output, struct view *view)
{
	const struct options *options = output->options;
	const struct call *call = &view->task->call;

	/* The call before did not end, which should not be; there is no more to be had of it. */
	if (view->line == LINE_LATER)
		view->sink->current = NULL;
	else if (view->line == LINE_OPEN)
		interrupt(output, view->sink);

	if (!filter_wants_call(&options->filter, call->arch, call->nr)) {
		view->line = LINE_HIDDEN;
		return;
	}
	if (output->descriptors)
		descriptors_enter(output->descriptors, view->task, call);
	if (options->summary == SUMMARY_ONLY) {
		view->line = LINE_HELD;
		return;
	}
	if (call->arch != view->arch)
		personality(output, view, call->enter_ns);
	if (options->relative)
		view->relative_ns = relative_take(output, call->enter_ns);
	view->several = output->tasks > 1;
	if (output->immediate) {
		interrupt(output, view->sink);
		view->line = LINE_LATER;
		view->sink->current = view;
	} else {
		view->line = LINE_HELD;
	}
}

static void leave(struct output *output, struct view *view)
{
	const struct call *call = &view->task->call;

	/* Its entry was not told: the output came later than the call. */
	if (view->line == LINE_NONE)
		enter(output, view);
	if (output->summary && view->line != LINE_HIDDEN && call->exited && !call->unknown_ret &&
	    (!output->matches || match_call(&output->match, output->descriptors, view->task, call)))
		summary_call(output->summary, call->arch, call->nr,
			     call->restarted || (call->ret < 0 && call->ret >= -4095),
			     call->exit_ns > call->enter_ns ? call->exit_ns - call->enter_ns : 0);
	finish(output, view, call);
}

static void cancel(struct output *output, struct view *view, uint64_t ns)
{
	struct call call;

	switch (view->line) {
	case LINE_LATER:
		view->sink->current = NULL;
		break;
	case LINE_OPEN:
	case LINE_UNFINISHED:
		/* What the kernel says of a call that it makes again after a handler. */
		call = view->task->call;
		call.exited = true;
		call.restarted = true;
		call.ret = -513; /* ERESTARTNOINTR */
		call.exit_ns = ns;
		finish(output, view, &call);
		break;
	default:
		break;
	}
	view->line = LINE_NONE;
}

static void show_signal(struct output *output, struct view *view, const struct event *event)
{
	struct buffer *buffer = &view->sink->buffer;
	const struct value *info;
	const char *name;
	char room[16];
	int signo;

	memcpy(&signo, event->siginfo, sizeof(signo));
	if (!filter_wants_signal(&output->options->filter, signo))
		return;
	name = signal_name(signo, room);
	if (output->options->json) {
		json_begin(output, view, event->ns);
		region_reset(&output->decode.region);
		info = decode_siginfo(&output->decode, event->siginfo);
		buffer_string(buffer, ",\"signal\":");
		json_string(buffer, name, strlen(name));
		buffer_string(buffer, ",\"siginfo\":");
		json_value(buffer, info);
		json_end(output, view);
		return;
	}
	/* An entry that has to be written first uses the region too. */
	line_begin(output, view, event->ns);
	region_reset(&output->decode.region);
	info = decode_siginfo(&output->decode, event->siginfo);
	buffer_bytes(buffer, "--- ", 4);
	buffer_string(buffer, name);
	buffer_char(buffer, ' ');
	text_value(buffer, &output->style, info);
	buffer_bytes(buffer, " ---", 4);
	line_end(output, view->sink);
}

static void show_exited(struct output *output, struct view *view, const struct event *event)
{
	struct buffer *buffer = &view->sink->buffer;

	if (output->options->quiet & QUIET_EXIT)
		return;
	if (output->options->json) {
		json_begin(output, view, event->ns);
		buffer_string(buffer, ",\"exited\":");
		buffer_signed(buffer, event->status);
		json_end(output, view);
		return;
	}
	line_begin(output, view, event->ns);
	buffer_string(buffer, "+++ exited with ");
	buffer_signed(buffer, event->status);
	buffer_string(buffer, " +++");
	line_end(output, view->sink);
}

static void show_killed(struct output *output, struct view *view, const struct event *event)
{
	struct buffer *buffer = &view->sink->buffer;
	const char *name;
	char room[16];

	if (!filter_wants_signal(&output->options->filter, event->status))
		return;
	name = signal_name(event->status, room);
	if (output->options->json) {
		json_begin(output, view, event->ns);
		buffer_string(buffer, ",\"killed\":");
		json_string(buffer, name, strlen(name));
		buffer_string(buffer, event->core ? ",\"core\":true" : ",\"core\":false");
		json_end(output, view);
		return;
	}
	line_begin(output, view, event->ns);
	buffer_string(buffer, "+++ killed by ");
	buffer_string(buffer, name);
	buffer_string(buffer, event->core ? " (core dumped) +++" : " +++");
	line_end(output, view->sink);
}

static void show_stopped(struct output *output, struct view *view, const struct event *event)
{
	struct buffer *buffer = &view->sink->buffer;
	const char *name;
	char room[16];

	if (!filter_wants_signal(&output->options->filter, event->status))
		return;
	name = signal_name(event->status, room);
	if (output->options->json) {
		json_begin(output, view, event->ns);
		buffer_string(buffer, ",\"stopped\":");
		json_string(buffer, name, strlen(name));
		json_end(output, view);
		return;
	}
	line_begin(output, view, event->ns);
	buffer_string(buffer, "--- stopped by ");
	buffer_string(buffer, name);
	buffer_string(buffer, " ---");
	line_end(output, view->sink);
}

static void show_note(struct output *output, struct view *view, const struct event *event)
{
	struct buffer *buffer = &view->sink->buffer;

	if (output->options->json) {
		json_begin(output, view, event->ns);
		buffer_string(buffer, ",\"note\":");
		json_string(buffer, event->note, strlen(event->note));
		json_end(output, view);
		return;
	}
	line_begin(output, view, event->ns);
	buffer_bytes(buffer, "[ ", 2);
	buffer_string(buffer, event->note);
	buffer_bytes(buffer, " ]", 2);
	line_end(output, view->sink);
}

/* --record: in the place of a line.  What was not asked for is not recorded either. */
static void record(struct output *output, struct view *view, const struct event *event)
{
	const struct filter *filter = &output->options->filter;
	const struct call *call = &view->task->call;
	int signo;

	switch (event->kind) {
	case EVENT_ENTER:
		view->line =
			filter_wants_call(filter, call->arch, call->nr) ? LINE_OPEN : LINE_HIDDEN;
		if (view->line == LINE_HIDDEN)
			return;
		break;
	case EVENT_EXIT:
	case EVENT_CANCEL:
		if (view->line != LINE_OPEN)
			return;
		view->line = LINE_NONE;
		break;
	case EVENT_SIGNAL:
		memcpy(&signo, event->siginfo, sizeof(signo));
		if (!filter_wants_signal(filter, signo))
			return;
		break;
	case EVENT_KILLED:
	case EVENT_STOPPED:
		if (!filter_wants_signal(filter, event->status))
			return;
		break;
	default:
		break;
	}
	recording_event(&view->sink->buffer, view->number, event);
	line_done(output, view->sink);
}

void output_event(struct output *output, const struct event *event)
{
	struct view *view = view_of(event->task);
	bool lines = output->options->summary != SUMMARY_ONLY;

	if (output->options->record) {
		record(output, view, event);
		return;
	}
	switch (event->kind) {
	case EVENT_ENTER:
		enter(output, view);
		break;
	case EVENT_EXIT:
		leave(output, view);
		break;
	case EVENT_CANCEL:
		cancel(output, view, event->ns);
		break;
	case EVENT_SIGNAL:
		if (lines)
			show_signal(output, view, event);
		break;
	case EVENT_EXITED:
		finish_lost(output, view, event->ns);
		if (lines)
			show_exited(output, view, event);
		break;
	case EVENT_KILLED:
		finish_lost(output, view, event->ns);
		if (lines)
			show_killed(output, view, event);
		break;
	case EVENT_STOPPED:
		if (lines)
			show_stopped(output, view, event);
		break;
	case EVENT_NOTE:
		if (lines)
			show_note(output, view, event);
		break;
	}
}

/* Messages */

static void message(struct output *output, const char *format, va_list args)
{
	struct sink *sink = &output->shared;
	char text[1024];

	vsnprintf(text, sizeof(text), format, args);
	if (sink->fd != STDERR_FILENO) {
		tell("%s", text);
		return;
	}
	buffer_string(&sink->messages, "self_ptrace: ");
	buffer_string(&sink->messages, text);
	buffer_char(&sink->messages, '\n');
	if (!sink->current)
		line_done(output, sink);
}

void output_message(struct output *output, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	message(output, format, args);
	va_end(args);
}

void output_attached(struct output *output, int pid, unsigned int threads)
{
	if (output->options->record) {
		recording_attached(&output->shared.buffer, (uint32_t)pid, threads);
		line_done(output, &output->shared);
	}
	if (output->options->quiet & QUIET_ATTACH)
		return;
	if (threads > 1)
		output_message(output, "Process %d attached with %u threads", pid, threads);
	else
		output_message(output, "Process %d attached", pid);
}

void output_detached(struct output *output, struct task *task)
{
	struct view *view = view_of(task);
	struct sink *sink = view->sink;

	if (output->options->record) {
		recording_of_task(&sink->buffer, ITEM_DETACHED, view->number, task, 0);
		line_done(output, sink);
	}
	if (sink->current == view) {
		if (view->line == LINE_LATER)
			write_entry(output, view);
		buffer_string(&sink->buffer, " <detached ...>");
		line_end(output, sink);
	}
	view->line = LINE_NONE;
	if (view->attached && !(output->options->quiet & QUIET_ATTACH))
		output_message(output, "Process %d detached", task->tid);
}

void output_superseded(struct output *output, struct task *task, int by_tid)
{
	struct view *view = view_of(task);
	uint64_t ns =
		task->call.exit_ns > task->call.enter_ns ? task->call.exit_ns : task->call.enter_ns;

	if (output->options->record) {
		recording_of_task(&view->sink->buffer, ITEM_SUPERSEDED, view->number, task,
				  (uint32_t)by_tid);
		line_done(output, view->sink);
		view->line = LINE_NONE;
		return;
	}
	finish_lost(output, view, ns);
	if (output->options->quiet & QUIET_THREAD_EXECVE ||
	    output->options->summary == SUMMARY_ONLY)
		return;
	if (output->options->json) {
		buffer_string(json_begin(output, view, ns), ",\"superseded_by\":");
		buffer_signed(&view->sink->buffer, by_tid);
		json_end(output, view);
		return;
	}
	line_begin(output, view, ns);
	buffer_string(&view->sink->buffer, "+++ superseded by execve in pid ");
	buffer_signed(&view->sink->buffer, by_tid);
	buffer_string(&view->sink->buffer, " +++");
	line_end(output, view->sink);
}

/* Tasks */

static void separate_open(struct output *output, struct view *view)
{
	view->sink = allocate(sizeof(*view->sink));
	view->next = output->separate;
	if (view->next)
		view->next->prev = view;
	output->separate = view;
	separate_make(output, view->sink, view->tid);
}

static void separate_close(struct output *output, struct view *view)
{
	if (view->prev)
		view->prev->next = view->next;
	else
		output->separate = view->next;
	if (view->next)
		view->next->prev = view->prev;
	sink_close(output, view->sink);
	free(view->sink);
}

void output_task_begin(struct output *output, struct task *task, enum output_begin how)
{
	struct view *view = allocate(sizeof(*view));

	view->task = task;
	view->sink = &output->shared;
	view->arch = AUDIT_ARCH_X86_64;
	view->attached = how == OUTPUT_ATTACHED;
	if (output->commands)
		commands_task_begin(output->commands, task->tid);
	prefix_make(output, view);
	task->output_data = view;
	if (output->options->output_separately)
		separate_open(output, view);
	output->tasks++;
	if (output->descriptors && task->tid == task->pid)
		descriptors_process_begin(output->descriptors, task->pid);
	if (output->options->record) {
		view->number = ++output->tasks_ever;
		recording_begin(&view->sink->buffer, view->number, task, how);
		line_done(output, view->sink);
	}
	if (how == OUTPUT_FOLLOWED && !(output->options->quiet & QUIET_ATTACH))
		output_message(output, "Process %d attached", task->tid);
}

void output_task_end(struct output *output, struct task *task)
{
	struct view *view = view_of(task);

	if (!view)
		return;
	if (output->options->record) {
		recording_of_task(&view->sink->buffer, ITEM_END, view->number, task, 0);
		line_done(output, view->sink);
		view->line = LINE_NONE;
	}
	finish_lost(output, view, task->call.enter_ns);
	if (view->sink->current == view)
		view->sink->current = NULL;
	if (output->options->output_separately)
		separate_close(output, view);
	output->tasks--;
	if (output->stacks && task->tid == task->pid)
		stacks_forget(output->stacks, task->pid);
	if (output->descriptors && task->tid == task->pid)
		descriptors_process_end(output->descriptors, task->pid);
	if (task->tid == task->pid)
		objects_process_end(&output->objects, task->pid);
	if (output->commands)
		commands_task_end(output->commands, task->tid);
	task->output_data = NULL;
	free(view);
}

/* The whole */

static void sink_flush(struct output *output, struct sink *sink)
{
	struct view *view = sink->current;

	if (view && sink->messages.used) {
		if (view->line == LINE_OPEN) {
			interrupt(output, sink);
		} else {
			line_done(output, sink);
			sink->current = view;
		}
	}
	/* Who looks at a trace of a program that hangs shall see where. */
	if (sink->current && sink->current->line == LINE_LATER)
		write_entry(output, sink->current);
	sink_write(output, sink);
}

void output_flush(struct output *output)
{
	/* It shows in lines which were open when nothing happened; else in none. */
	if (output->options->record && output->shared.buffer.used)
		recording_mark(&output->shared.buffer, ITEM_FLUSH);
	if (!output->options->output_separately) {
		sink_flush(output, &output->shared);
		return;
	}
	for (struct view *view = output->separate; view; view = view->next)
		sink_flush(output, view->sink);
}

void output_mapped(struct output *output, int pid)
{
	if (output->stacks)
		stacks_look(output->stacks, pid);
}

void output_add_counts(struct output *output, uint32_t arch, uint32_t nr, uint64_t calls,
		       uint64_t errors, uint64_t ns_total, uint64_t ns_min, uint64_t ns_max)
{
	if (output->summary && filter_wants_call(&output->options->filter, arch, nr))
		summary_add(output->summary, arch, nr, calls, errors, ns_total, ns_min, ns_max);
}

/* When this machine was started, in ns since 1970: by the clocks of now. */
static int64_t boot_ns(void)
{
	struct timespec real, boot;

	if (clock_gettime(CLOCK_REALTIME, &real) || clock_gettime(CLOCK_BOOTTIME, &boot))
		return 0;
	return (real.tv_sec - boot.tv_sec) * 1000000000 + real.tv_nsec - boot.tv_nsec;
}

static void decode_setup(struct output *output)
{
	static const enum text_hex hex[] = {
		[HEX_NONE] = TEXT_HEX_NONE,
		[HEX_CHARS] = TEXT_HEX_CHARS,
		[HEX_NON_ASCII] = TEXT_HEX_UNPRINTABLE,
		[HEX_ALL] = TEXT_HEX_ALL,
	};
	static const enum text_constants constants[] = {
		[CONSTANTS_ABBREV] = TEXT_ABBREV,
		[CONSTANTS_VERBOSE] = TEXT_VERBOSE,
		[CONSTANTS_RAW] = TEXT_RAW,
	};
	const struct options *options = output->options;
	struct decode_options *to = &output->decode_options;

	_Static_assert(sizeof(to->abbrev.bits) == sizeof(options->abbrev.native), "the same sets");
	decode_options_init(to);
	to->string_limit = options->string_limit;
	memcpy(to->abbrev.bits, options->abbrev.native, sizeof(to->abbrev.bits));
	memcpy(to->verbose.bits, options->verbose.native, sizeof(to->verbose.bits));
	memcpy(to->raw.bits, options->raw.native, sizeof(to->raw.bits));
	to->data = output;
	if (options->decode_fds && output->descriptors)
		to->fd_text = fd_text;
	if (output->commands)
		to->pid_text = pid_text;
	to->object = object_of;
	if (!options->read)
		to->boot_ns = boot_ns();
	output->decode.options = to;
	output->style.hex = hex[options->hex];
	output->style.constants = constants[options->constants];
	output->style.arg_names = options->arg_names;
}

/* Under -ff files are opened as tasks come; an error is better told before the first. */
static int separate_check(const char *output)
{
	const char *slash = strrchr(output, '/');
	char *dir = slash ? strndup(output, (size_t)(slash - output) + 1) : strdup(".");
	int r = 0;

	if (!dir)
		return -ENOMEM;
	if (access(dir, W_OK | X_OK) < 0)
		r = -errno;
	free(dir);
	return r;
}

static int open_shared(struct output *output)
{
	const struct options *options = output->options;
	struct sink *sink = &output->shared;

	if (!options->output) {
		sink_setup(sink, STDERR_FILENO);
		return 0;
	}
	if (options->output_separately)
		return separate_check(options->output);
	sink->name = strdup(options->output);
	if (!sink->name)
		return -ENOMEM;
	if (options->output_pipe)
		return command_start(output, options->output + 1);
	return sink_reopen(output, sink, options->output_append ? O_APPEND : O_TRUNC);
}

/* What is known of the program besides its calls, as far as the options want it. */
static int tables_new(struct output *output)
{
	const struct options *options = output->options;

	if ((options->decode_fds && options->summary != SUMMARY_ONLY) || output->matches) {
		output->descriptors = descriptors_new(&options->filter, options->decode_fds);
		if (!output->descriptors)
			return -ENOMEM;
	}
	if (options->pid_commands && options->summary != SUMMARY_ONLY) {
		output->commands = commands_new(&options->filter);
		if (!output->commands)
			return -ENOMEM;
	}
	if (options->stacks && options->summary != SUMMARY_ONLY) {
		output->stacks = stacks_new(options);
		if (!output->stacks)
			return -ENOMEM;
	}
	return output->matches ? match_setup(&output->match, options) : 0;
}

static void tables_free(struct output *output)
{
	descriptors_free(output->descriptors);
	objects_free(&output->objects);
	commands_free(output->commands);
	stacks_free(output->stacks);
	match_free(&output->match);
}

int output_new(const struct options *options, struct output **ret)
{
	struct output *output = allocate(sizeof(*output));
	int r;

	output->options = options;
	output->shared.fd = -1;
	output->clock_second = -1;
	output->matches = options->path_count || options->trace_fds.set;
	output->immediate =
		options->filter.status == STATUS_ALL && !options->json && !output->matches;
	if (options->output_separately || options->json)
		output->prefix = PREFIX_NEVER;
	else if (!options->output)
		output->prefix = PREFIX_SEVERAL;
	else if (options->follow || options->pid_count + (options->command != NULL) > 1)
		output->prefix = PREFIX_ALWAYS;
	r = tables_new(output);
	if (r < 0) {
		tell("out of memory");
		goto fail;
	}
	decode_setup(output);

	r = open_shared(output);
	if (r < 0) {
		tell("Can't fopen '%s': %s", options->output, strerror(-r));
		goto fail;
	}
	if (options->summary != SUMMARY_NONE) {
		r = summary_new(options, &output->summary);
		if (r < 0) {
			tell("out of memory");
			goto fail;
		}
	}
	if (options->record)
		recording_header(&output->shared.buffer, options);
	*ret = output;
	return 0;

fail:
	tables_free(output);
	free(output->shared.name);
	free(output);
	return r;
}

static void command_wait(struct output *output)
{
	/* ECHILD: the tool's own waits have had it already. */
	while (output->command && waitpid(output->command, NULL, 0) < 0 && errno == EINTR)
		;
}

int output_free(struct output *output)
{
	struct sink *sink;
	int r;

	if (!output)
		return 0;
	sink = &output->shared;
	if (sink->current)
		interrupt(output, sink);
	if (output->summary) {
		char *table;
		size_t len;

		r = summary_format(output->summary, &table, &len);
		if (r < 0) {
			if (!output->error)
				output->error = r;
		} else {
			buffer_bytes(&sink->buffer, table, len);
			free(table);
		}
		summary_free(output->summary);
	}
	if (output->options->record)
		recording_mark(&sink->buffer, ITEM_FINISHED);
	while (output->separate)
		output_task_end(output, output->separate->task);
	sink_close(output, sink);
	command_wait(output);
	tables_free(output);
	decode_free(&output->decode);
	free(output->tids);
	r = output->error;
	free(output);
	return r;
}
