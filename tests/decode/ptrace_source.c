// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * The decoder without the agent: a small tracer by ptrace that copies memory by
 * the same generated table as agent/capture.c does, and prints by the same
 * decoder and printers as the tool.  tests/decode/against_strace holds its lines
 * against strace's.
 *
 * usage: ptrace_source [-j] [-u] [-v] [-x] [-X raw|verbose] [-s N] OUTPUT COMMAND [ARGUMENT...]
 * -j: JSON; -u: each call in its two halves, as if unfinished; others as the tool's
 */
#include "abi/capture.h"
#include "capture_table.h"
#include "tool/buffer.h"
#include "tool/decode/decode.h"
#include "tool/json.h"
#include "tool/objects.h"
#include "tool/text.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/aio_abi.h>
#include <linux/bpf.h>
#include <linux/audit.h>
#include <linux/videodev2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define PAGE 4096u
#define TASKS 65536
#define COLUMN 40u

struct traced {
	int tid;
	bool in_call;
	bool started;
	struct call call;
	struct buffer line;
	unsigned entered;
};

static struct traced *tasks[TASKS];
static struct decode decode;
static struct decode_options options;
static struct text_style style;
static bool json, unfinished;
static bool capture_env;
static struct objects objects;
static int tracing;

static struct traced *task_of(int tid)
{
	size_t at = (size_t)tid % TASKS;

	while (tasks[at] && tasks[at]->tid != tid)
		at = (at + 1) % TASKS;
	if (!tasks[at]) {
		tasks[at] = calloc(1, sizeof(**tasks));
		if (!tasks[at])
			abort();
		tasks[at]->tid = tid;
	}
	return tasks[at];
}

static uint64_t now(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	return (uint64_t)ts.tv_sec * 1000000000 + (uint64_t)ts.tv_nsec;
}

/* Capture, as agent/capture.c */

static size_t read_some(int tid, uint64_t addr, void *to, size_t len)
{
	size_t done = 0;

	while (done < len) {
		size_t chunk = PAGE - (addr + done) % PAGE;
		struct iovec local, remote;
		ssize_t got;

		if (chunk > len - done)
			chunk = len - done;
		local = (struct iovec){ (uint8_t *)to + done, chunk };
		remote = (struct iovec){ (void *)(uintptr_t)(addr + done), chunk };
		got = process_vm_readv(tid, &local, 1, &remote, 1, 0);
		if (got <= 0)
			break;
		done += (size_t)got;
		if ((size_t)got < chunk)
			break;
	}
	return done;
}

static bool read_all(int tid, uint64_t addr, void *to, size_t len)
{
	return read_some(tid, addr, to, len) == len;
}

static void add_bytes(int tid, struct memory *memory, uint64_t addr, uint64_t len, uint64_t total)
{
	uint8_t bytes[CAPTURE_ARRAY_LIMIT];
	size_t got;

	if (!addr || !len)
		return;
	if (len > sizeof(bytes))
		len = sizeof(bytes);
	got = read_some(tid, addr, bytes, (size_t)len);
	if (got)
		memory_add(memory, addr, bytes, (uint32_t)got,
			   total > UINT32_MAX ? UINT32_MAX : (uint32_t)total);
}

static void add_whole(int tid, struct memory *memory, uint64_t addr, size_t len)
{
	uint8_t bytes[CAPTURE_ARRAY_LIMIT];

	if (addr && len <= sizeof(bytes) && read_all(tid, addr, bytes, len))
		memory_add(memory, addr, bytes, (uint32_t)len, (uint32_t)len);
}

static void add_string(int tid, struct memory *memory, uint64_t addr, size_t limit)
{
	uint8_t bytes[CAPTURE_PATH_LIMIT];
	const uint8_t *end;
	size_t got;

	if (!addr)
		return;
	if (limit > sizeof(bytes))
		limit = sizeof(bytes);
	got = read_some(tid, addr, bytes, limit);
	end = memchr(bytes, '\0', got);
	if (end)
		got = (size_t)(end - bytes) + 1;
	if (got)
		memory_add(memory, addr, bytes, (uint32_t)got, (uint32_t)got);
}

static uint64_t min_u64(uint64_t a, uint64_t b)
{
	return a < b ? a : b;
}

static void add_packet(int tid, struct memory *memory, uint64_t addr, uint64_t len)
{
	uint64_t limit = options.string_limit;
	uint32_t header[4];

	if (len > limit && len >= sizeof(header) && read_all(tid, addr, header, sizeof(header)) &&
	    capture_is_netlink(header, len))
		limit = CAPTURE_ARRAY_LIMIT;
	add_bytes(tid, memory, addr, min_u64(len, limit), len);
}

enum pointees { POINTEES_NONE, POINTEES_BYTES, POINTEES_PACKET };

static void add_iovec(int tid, struct memory *memory, uint64_t addr, uint64_t count, uint64_t data,
		      enum pointees pointees)
{
	count = min_u64(count, 1024);
	add_bytes(tid, memory, addr, count * sizeof(struct iovec), count * sizeof(struct iovec));
	for (uint64_t i = 0; pointees && i < count && data; i++) {
		struct iovec iov;
		uint64_t len;

		if (!read_all(tid, addr + i * sizeof(iov), &iov, sizeof(iov)))
			return;
		len = min_u64(iov.iov_len, data);
		data -= len;
		if (pointees == POINTEES_PACKET)
			add_packet(tid, memory, (uint64_t)(uintptr_t)iov.iov_base, len);
		else
			add_bytes(tid, memory, (uint64_t)(uintptr_t)iov.iov_base,
				  min_u64(len, options.string_limit), len);
	}
}

static void add_message(int tid, struct memory *memory, uint64_t addr, uint64_t data)
{
	struct msghdr msg;

	if (!read_all(tid, addr, &msg, sizeof(msg)))
		return;
	add_whole(tid, memory, addr, sizeof(msg));
	add_bytes(tid, memory, (uint64_t)(uintptr_t)msg.msg_name, min_u64(msg.msg_namelen, 256),
		  msg.msg_namelen);
	add_iovec(tid, memory, (uint64_t)(uintptr_t)msg.msg_iov, msg.msg_iovlen, data,
		  POINTEES_PACKET);
	add_bytes(tid, memory, (uint64_t)(uintptr_t)msg.msg_control,
		  min_u64(msg.msg_controllen, CAPTURE_ARRAY_LIMIT), msg.msg_controllen);
}

static void add_vector(int tid, struct memory *memory, uint64_t addr, uint64_t show, bool strings)
{
	uint64_t count = 0, pointer, len;
	bool ended = false;

	while (addr && (ended = read_all(tid, addr + count * 8, &pointer, 8)) && pointer)
		count++;
	len = min_u64(min_u64(count + ended, show), 1024) * 8;
	add_bytes(tid, memory, addr, len, (count + !ended) * 8);
	for (uint64_t i = 0; strings && i < count && i * 8 < len; i++)
		if (read_all(tid, addr + i * 8, &pointer, 8))
			add_string(tid, memory, pointer, options.string_limit + 1);
}

static void add_requests(int tid, struct memory *memory, uint64_t addr, uint64_t count)
{
	count = min_u64(count, 1024);
	add_bytes(tid, memory, addr, count * 8, count * 8);
	for (uint64_t i = 0; i < count; i++) {
		struct iocb iocb;
		uint64_t pointer;

		if (!read_all(tid, addr + i * 8, &pointer, sizeof(pointer)))
			return;
		if (!read_all(tid, pointer, &iocb, sizeof(iocb)))
			continue;
		add_whole(tid, memory, pointer, sizeof(iocb));
		if (iocb.aio_lio_opcode == IOCB_CMD_PWRITE)
			add_bytes(tid, memory, iocb.aio_buf,
				  min_u64(iocb.aio_nbytes, options.string_limit), iocb.aio_nbytes);
		if (iocb.aio_lio_opcode == IOCB_CMD_PREADV ||
		    iocb.aio_lio_opcode == IOCB_CMD_PWRITEV)
			add_iovec(tid, memory, iocb.aio_buf, iocb.aio_nbytes, UINT64_MAX,
				  iocb.aio_lio_opcode == IOCB_CMD_PWRITEV ? POINTEES_BYTES :
									    POINTEES_NONE);
	}
}

static void add_controls(int tid, struct memory *memory, uint64_t addr, uint64_t count)
{
	struct v4l2_ext_control control;

	count = min_u64(count, 1024);
	add_bytes(tid, memory, addr, count * sizeof(control), count * sizeof(control));
	for (uint64_t i = 0; i < count; i++) {
		if (!read_all(tid, addr + i * sizeof(control), &control, sizeof(control)))
			return;
		if (control.size)
			add_bytes(tid, memory, (uintptr_t)control.ptr,
				  min_u64(control.size, options.string_limit), control.size);
	}
}

static void add_object_info(int tid, struct memory *memory, uint64_t addr, uint64_t len, bool exit)
{
	struct bpf_prog_info info = { 0 };

	len = min_u64(len, 4096);
	add_bytes(tid, memory, addr, len, len);
	if (!exit || !read_all(tid, addr, &info, min_u64(len, sizeof(info))))
		return;
	len = info.jited_prog_len;
	add_bytes(tid, memory, info.jited_prog_insns, min_u64(len, CAPTURE_ARRAY_LIMIT), len);
	len = info.xlated_prog_len;
	add_bytes(tid, memory, info.xlated_prog_insns, min_u64(len, CAPTURE_ARRAY_LIMIT), len);
	len = 4ul * info.nr_map_ids;
	add_bytes(tid, memory, info.map_ids, min_u64(len, CAPTURE_ARRAY_LIMIT), len);
}

static uint64_t count_of(int tid, const struct capture *op, const struct call *call)
{
	uint32_t word = 0;
	uint64_t wide = 0;

	if (op->count < COUNT_ARG0 + 6)
		return call->args[op->count];
	if (op->count == COUNT_RET)
		return call->ret > 0 ? (uint64_t)call->ret : 0;
	if (op->count >= COUNT_DEREF0 && op->count < COUNT_DEREF0 + 6)
		return read_all(tid, call->args[op->count - COUNT_DEREF0], &word, 4) ? word : 0;
	if (op->count >= COUNT_DEREF64_0 && op->count < COUNT_DEREF64_0 + 6)
		return read_all(tid, call->args[op->count - COUNT_DEREF64_0], &wide, 8) ? wide : 0;
	if (op->count >= COUNT_BITS0 && op->count < COUNT_BITS0 + 6)
		return (call->args[op->count - COUNT_BITS0] + 7) / 8;
	if (op->op & CAPTURE_INDIRECT) {
		uint64_t base = call->args[op->arg];

		if (op->count >= COUNT_AT16_0)
			return read_all(tid, base + 2 * (op->count - COUNT_AT16_0), &wide, 2) ?
				       wide :
				       0;
		if (op->count >= COUNT_AT32_0)
			return read_all(tid, base + 4 * (op->count - COUNT_AT32_0), &wide, 4) ?
				       wide :
				       0;
		if (op->count >= COUNT_AT64_0)
			return read_all(tid, base + 8 * (op->count - COUNT_AT64_0), &wide, 8) ?
				       wide :
				       0;
	}
	return 1;
}

static void carry_out(int tid, struct memory *memory, const struct capture *op,
		      const struct call *call, bool exit)
{
	uint64_t addr = call->args[op->arg];
	uint64_t count = count_of(tid, op, call);

	if (op->cond_arg < 6 && (call->args[op->cond_arg] & op->cond_mask) != op->cond_value)
		return;
	addr += 8u * op->at;
	if ((op->op & CAPTURE_INDIRECT) && !read_all(tid, addr, &addr, 8))
		return;
	switch (op->op & ~CAPTURE_INDIRECT) {
	case CAPTURE_PATH:
		add_string(tid, memory, addr, CAPTURE_PATH_LIMIT);
		break;
	case CAPTURE_STRING:
		add_string(tid, memory, addr, options.string_limit + 1);
		break;
	case CAPTURE_BYTES:
		if (op->count == COUNT_CONST)
			count = op->size;
		add_bytes(tid, memory, addr, min_u64(count, options.string_limit), count);
		break;
	case CAPTURE_PACKET:
		add_packet(tid, memory, addr, count);
		break;
	case CAPTURE_FIXED:
		add_whole(tid, memory, addr, op->size);
		break;
	case CAPTURE_ARRAY:
		count = min_u64(count, UINT32_MAX) * op->size;
		add_bytes(tid, memory, addr, min_u64(count, CAPTURE_ARRAY_LIMIT), count);
		break;
	case CAPTURE_IOVEC:
		add_iovec(tid, memory, addr, count,
			  exit && call->ret >= 0 && !(op->op & CAPTURE_INDIRECT) ?
				  (uint64_t)call->ret :
				  UINT64_MAX,
			  POINTEES_BYTES);
		break;
	case CAPTURE_IOVEC_ONLY:
		add_iovec(tid, memory, addr, count, 0, POINTEES_NONE);
		break;
	case CAPTURE_MSGHDR:
		add_message(tid, memory, addr,
			    exit && call->ret >= 0 ? (uint64_t)call->ret : UINT64_MAX);
		break;
	case CAPTURE_MMSGHDR:
		for (uint64_t i = 0; i < min_u64(count, 1024); i++) {
			uint64_t at = addr + i * (sizeof(struct msghdr) + 8);
			uint32_t len;

			if (!read_all(tid, at + sizeof(struct msghdr), &len, sizeof(len)))
				break;
			add_message(tid, memory, at, exit ? len : UINT64_MAX);
			add_whole(tid, memory, at + sizeof(struct msghdr), 8);
		}
		break;
	case CAPTURE_ARGV:
		add_vector(tid, memory, addr, capture_env ? 1024 : options.string_limit + 1, true);
		break;
	case CAPTURE_ENVP:
		add_vector(tid, memory, addr, capture_env ? 1024 : 1, capture_env);
		break;
	case CAPTURE_IOCTL: {
		uint32_t request = (uint32_t)call->args[1];
		uint32_t size = request >> 16 & 0x3fff;

		if (!size)
			add_bytes(tid, memory, addr, 64, 64);
		else if (request >> 30 & (exit ? 2 : 1))
			add_bytes(tid, memory, addr, size, size);
		break;
	}
	case CAPTURE_IOCBS:
		add_requests(tid, memory, addr, count);
		break;
	case CAPTURE_CONTROLS:
		add_controls(tid, memory, addr, count);
		break;
	case CAPTURE_STRINGS:
		count = min_u64(count, 1024);
		add_bytes(tid, memory, addr, count * 8, count * 8);
		for (uint64_t i = 0; i < count; i++) {
			uint64_t pointer;

			if (!read_all(tid, addr + i * 8, &pointer, sizeof(pointer)))
				break;
			if (pointer)
				add_string(tid, memory, pointer, options.string_limit + 1);
		}
		break;
	case CAPTURE_BPF_INFO:
		add_object_info(tid, memory, addr, count, exit);
		break;
	case CAPTURE_FDSET:
		count = min_u64(count, 65536);
		add_bytes(tid, memory, addr, (count + 63) / 64 * 8, (count + 63) / 64 * 8);
		break;
	default:
		break;
	}
}

static void capture(int tid, struct memory *memory, const struct call *call, unsigned when)
{
	const struct capture_row *row;

	memory_clear(memory);
	if (call->arch != AUDIT_ARCH_X86_64)
		return;
	if (when == CAPTURE_ENTER && call->nr == SYS_rt_sigreturn)
		add_whole(tid, memory, call->args[0], offsetof(ucontext_t, uc_sigmask) + 8);
	if (call->nr >= CAPTURE_ROWS)
		return;
	row = &capture_rows[call->nr];
	for (unsigned i = 0; i < row->count; i++) {
		const struct capture *op = &capture_ops[row->first + i];

		if (op->when & when)
			carry_out(tid, memory, op, call, when != CAPTURE_ENTER);
	}
}

/* Lines */

static int output;

static void flush(struct buffer *buffer)
{
	size_t done = 0;

	while (done < buffer->used) {
		ssize_t got = write(output, buffer->data + done, buffer->used - done);

		if (got <= 0)
			exit(2);
		done += (size_t)got;
	}
	buffer_reset(buffer);
}

static void call_enter(struct traced *task, const struct __ptrace_syscall_info *info)
{
	struct call *call = &task->call;

	call->nr = (uint32_t)info->entry.nr;
	call->arch = info->arch;
	call->ip = info->instruction_pointer;
	for (unsigned i = 0; i < 6; i++)
		call->args[i] = info->entry.args[i];
	if (call->nr == SYS_rt_sigreturn)
		call->args[0] = info->stack_pointer;
	call->exited = call->unknown_ret = call->restarted = false;
	call->enter_ns = now();
	memory_clear(&call->exit);
	capture(task->tid, &call->enter, call, CAPTURE_ENTER);
	task->in_call = task->started = true;

	buffer_reset(&task->line);
	if (json)
		return;
	buffer_decimal(&task->line, (uint64_t)task->tid);
	buffer_column(&task->line, 0, 5);
	buffer_char(&task->line, ' ');
	tracing = task->tid;
	task->entered = text_entry(&task->line, &style, decode_call(&decode, call, DECODE_ENTRY));
	if (unfinished)
		buffer_string(&task->line, " <unfinished ...>\n");
}

static void call_exit(struct traced *task, const struct __ptrace_syscall_info *info, bool known)
{
	const struct decoded *decoded;
	struct call *call = &task->call;

	if (!task->in_call)
		return;
	task->in_call = false;
	call->exited = true;
	call->unknown_ret = !known;
	if (known) {
		call->ret = info->exit.rval;
		call->restarted = call->ret <= -512 && call->ret >= -516 && call->ret != -515;
		call->exit_ns = now();
		capture(task->tid, &call->exit, call,
			call->ret < 0 && call->ret >= -4095 ? CAPTURE_EXIT_ANY :
							      CAPTURE_EXIT_OK | CAPTURE_EXIT_ANY);
	}
	tracing = task->tid;
	decoded = decode_call(&decode, call, DECODE_EXIT);
	objects_call(&objects, task->tid, call);
	if (json) {
		json_call(&task->line, decoded, call, task->tid);
	} else {
		text_exit(&task->line, &style, decoded, task->entered);
		buffer_column(&task->line, 0, COLUMN - 1);
		buffer_char(&task->line, ' ');
		text_result(&task->line, &style, decoded);
		buffer_char(&task->line, '\n');
	}
	flush(&task->line);
}

static int object_of(void *data, const struct call *call, int fd, bool likely)
{
	(void)data;
	(void)call;
	return objects_find(&objects, tracing, fd, likely);
}

static void note(int tid, const char *text)
{
	struct buffer line = { 0 };

	buffer_decimal(&line, (uint64_t)tid);
	buffer_column(&line, 0, 5);
	buffer_char(&line, ' ');
	buffer_string(&line, text);
	buffer_char(&line, '\n');
	flush(&line);
	buffer_free(&line);
}

static void signal_line(const struct traced *task)
{
	struct buffer line = { 0 };
	siginfo_t info;

	/* before the first call it is what lets the child begin */
	if (json || !task->started || ptrace(PTRACE_GETSIGINFO, task->tid, 0, &info) < 0)
		return;
	buffer_decimal(&line, (uint64_t)task->tid);
	buffer_column(&line, 0, 5);
	buffer_string(&line, " --- ");
	buffer_string(&line, decode_signal_name(info.si_signo));
	buffer_char(&line, ' ');
	text_value(&line, &style, decode_siginfo(&decode, (const uint8_t *)&info));
	buffer_string(&line, " ---\n");
	flush(&line);
	buffer_free(&line);
}

static void syscall_stop(struct traced *task)
{
	struct __ptrace_syscall_info info;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, task->tid, sizeof(info), &info) < 0)
		return;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
		call_enter(task, &info);
	else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
		call_exit(task, &info, true);
}

/* What to deliver when the task goes on. */
static int handle_stop(struct traced *task, int status)
{
	int signo = WSTOPSIG(status);

	if (status >> 16) {
		if (status >> 16 == PTRACE_EVENT_STOP &&
		    (signo == SIGSTOP || signo == SIGTSTP || signo == SIGTTIN || signo == SIGTTOU))
			return -1;
		return 0;
	}
	if (signo == (SIGTRAP | 0x80)) {
		syscall_stop(task);
		return 0;
	}
	signal_line(task);
	return signo;
}

static void trace(void)
{
	int status, tid;
	char text[64];

	while ((tid = waitpid(-1, &status, __WALL)) > 0) {
		struct traced *task = task_of(tid);
		int signo;

		if (WIFEXITED(status) || WIFSIGNALED(status)) {
			const char *name = decode_signal_name(WTERMSIG(status));

			if (task->in_call)
				call_exit(task, NULL, false);
			if (WIFEXITED(status))
				snprintf(text, sizeof(text), "+++ exited with %d +++",
					 WEXITSTATUS(status));
			else
				snprintf(text, sizeof(text), "+++ killed by %s%s +++",
					 name ? name : "?",
					 WCOREDUMP(status) ? " (core dumped)" : "");
			if (!json)
				note(tid, text);
			continue;
		}
		signo = handle_stop(task, status);
		if (signo < 0)
			ptrace(PTRACE_LISTEN, tid, 0, 0);
		else
			ptrace(PTRACE_SYSCALL, tid, 0, (long)signo);
	}
}

int main(int argc, char **argv)
{
	const long events = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
			    PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC;
	int child, option, status;

	decode_options_init(&options);
	while ((option = getopt(argc, argv, "+juvs:xX:")) != -1) {
		switch (option) {
		case 'j':
			json = true;
			break;
		case 'u':
			unfinished = true;
			break;
		case 'v':
			decode_set_all(&options.abbrev, false);
			capture_env = true;
			break;
		case 's':
			options.string_limit = (uint32_t)strtoul(optarg, NULL, 10);
			break;
		case 'X':
			style.constants = optarg[0] == 'r' ? TEXT_RAW : TEXT_VERBOSE;
			break;
		case 'x':
			style.hex++;
			break;
		default:
			return 2;
		}
	}
	if (argc - optind < 2)
		return 2;
	options.object = object_of;
	decode.options = &options;
	output = open(argv[optind], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
	if (output < 0) {
		perror(argv[optind]);
		return 2;
	}
	child = fork();
	if (!child) {
		raise(SIGSTOP);
		execvp(argv[optind + 1], argv + optind + 1);
		perror(argv[optind + 1]);
		_exit(127);
	}
	waitpid(child, &status, WUNTRACED);
	if (ptrace(PTRACE_SEIZE, child, 0, events) < 0) {
		perror("ptrace");
		return 2;
	}
	kill(child, SIGCONT);
	trace();
	return 0;
}
