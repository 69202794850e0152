// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A table of a dozen calls and a decoder for them, in place of tables/ and
 * tool/decode/, so that the tests of what stands on those are tests of that
 * only.  The printers are the real ones.
 */
#include "../../tool/decode/decode.h"
#include "../../tool/table.h"

#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct syscall_desc rows[] = {
	{ .name = "read", .nr = 0, .classes = CLASS_DESC },
	{ .name = "write", .nr = 1, .classes = CLASS_DESC },
	{ .name = "open", .nr = 2, .classes = CLASS_DESC | CLASS_FILE, .ret = RET_FD },
	{ .name = "close", .nr = 3, .classes = CLASS_DESC },
	{ .name = "stat", .nr = 4, .classes = CLASS_FILE | CLASS_STAT | CLASS_STAT_LIKE },
	{ .name = "dup", .nr = 32, .classes = CLASS_DESC, .ret = RET_FD },
	{ .name = "dup2", .nr = 33, .classes = CLASS_DESC, .ret = RET_FD },
	{ .name = "pause", .nr = 34, .classes = CLASS_SIGNAL },
	{ .name = "getpid", .nr = 39, .classes = CLASS_PURE },
	{ .name = "socket", .nr = 41, .classes = CLASS_NETWORK },
	{ .name = "clone", .nr = 56, .classes = CLASS_PROCESS },
	{ .name = "execve", .nr = 59, .classes = CLASS_PROCESS | CLASS_FILE },
	{ .name = "statfs", .nr = 137, .classes = CLASS_FILE | CLASS_STATFS | CLASS_STATFS_LIKE },
	{ .name = "sched_get_priority_max", .nr = 146 },
	{ .name = "exit_group", .nr = 231, .classes = CLASS_PROCESS },
};

const struct syscall_class_desc syscall_classes[] = {
	{ "file", CLASS_FILE },	      { "desc", CLASS_DESC },	  { "network", CLASS_NETWORK },
	{ "process", CLASS_PROCESS }, { "signal", CLASS_SIGNAL }, { "stat", CLASS_STAT },
	{ "%stat", CLASS_STAT_LIKE }, { "statfs", CLASS_STATFS }, { "%statfs", CLASS_STATFS_LIKE },
	{ "pure", CLASS_PURE },	      { "ipc", CLASS_IPC },	  { "memory", CLASS_MEMORY },
};
const size_t syscall_class_count = COUNT(syscall_classes);

const char *decode_error_name(int error, const char **ret_text)
{
	*ret_text = strerrordesc_np(error);
	return strerrorname_np(error);
}

const struct syscall_desc *syscall_by_number(uint32_t arch, uint32_t nr)
{
	for (size_t i = 0; arch == AUDIT_ARCH_X86_64 && i < COUNT(rows); i++) {
		if (rows[i].nr == nr)
			return &rows[i];
	}
	return NULL;
}

const struct syscall_desc *syscall_by_name(uint32_t arch, const char *name)
{
	for (size_t i = 0; arch == AUDIT_ARCH_X86_64 && i < COUNT(rows); i++) {
		if (!strcmp(rows[i].name, name))
			return &rows[i];
	}
	return NULL;
}

const struct syscall_desc *syscall_next(uint32_t arch, uint32_t *nr)
{
	for (size_t i = 0; arch == AUDIT_ARCH_X86_64 && i < COUNT(rows); i++) {
		if (rows[i].nr >= *nr) {
			*nr = rows[i].nr + 1u;
			return &rows[i];
		}
	}
	return NULL;
}

const struct syscall_desc *syscall_variant(const struct syscall_desc *desc, const uint64_t args[6])
{
	(void)args;
	return desc;
}

void decode_options_init(struct decode_options *options)
{
	memset(options, 0, sizeof(*options));
}

void decode_free(struct decode *decode)
{
	region_free(&decode->region);
}

const char *decode_signal_name(int signo)
{
	static const char *const names[65] = {
		[SIGINT] = "SIGINT",   [SIGTRAP] = "SIGTRAP", [SIGKILL] = "SIGKILL",
		[SIGSEGV] = "SIGSEGV", [SIGTERM] = "SIGTERM", [SIGCHLD] = "SIGCHLD",
		[32] = "SIGRTMIN",     [35] = "SIGRT_3",
	};

	return signo > 0 && signo < 65 ? names[signo] : NULL;
}

struct value *decode_siginfo(struct decode *decode, const uint8_t info[128])
{
	struct value *value = value_struct(&decode->region);
	int signo;

	memcpy(&signo, info, sizeof(signo));
	value_member(
		value, "si_signo",
		value_symbol(&decode->region, (uint64_t)signo, decode_signal_name(signo), NULL));
	return value;
}

/* A number, with -y and of those calls that have a descriptor, what that is. */
static struct value *fd_value(struct decode *decode, int64_t fd)
{
	const struct decode_options *options = decode->options;
	struct value *value = value_signed(&decode->region, fd);
	char text[256];
	uint16_t flags;
	size_t len;

	if (!options->fd_text)
		return value;
	value = value_fd(&decode->region, (int)fd);
	len = options->fd_text(options->data, decode->call, (int)fd, text, sizeof(text), &flags);
	value->bytes = (const uint8_t *)region_string(&decode->region, text, len);
	value->count = (uint32_t)len;
	value->flags |= flags;
	return value;
}

static void add_arg(struct decoded *decoded, struct value *arg, unsigned int flags)
{
	struct value **last = &decoded->args;

	arg->flags |= (uint16_t)flags;
	while (*last)
		last = &(*last)->next;
	*last = arg;
}

/*
 * open is (path, flags), read (fd, [bytes], count) with the last two known at
 * exit, pause without arguments; all others have one number.
 */
const struct decoded *decode_call(struct decode *decode, const struct call *call,
				  enum decode_phase phase)
{
	struct decoded *decoded = &decode->result;
	struct region *region = &decode->region;
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	region_reset(region);
	memset(decoded, 0, sizeof(*decoded));
	decode->call = call;
	decoded->name = row ? row->name : "syscall_0x3039";
	if (!strcmp(decoded->name, "read")) {
		add_arg(decoded, value_signed(region, (int64_t)call->args[0]), 0);
		add_arg(decoded, value_bytes(region, "abc", 3), VALUE_AT_EXIT);
		add_arg(decoded, value_signed(region, (int64_t)call->args[2]), VALUE_AT_EXIT);
	} else if (!strcmp(decoded->name, "open")) {
		add_arg(decoded, value_bytes(region, "/nothing/of/that/name", 21), 0);
		add_arg(decoded, value_symbol(region, 0, "O_RDONLY", NULL), 0);
	} else if (row && (row->classes & CLASS_DESC)) {
		add_arg(decoded, fd_value(decode, (int64_t)call->args[0]), 0);
		decoded->args->name = "arg";
		if (!strcmp(decoded->name, "dup2"))
			add_arg(decoded, fd_value(decode, (int64_t)call->args[1]), 0);
	} else if (strcmp(decoded->name, "pause") != 0) {
		add_arg(decoded, value_signed(region, (int64_t)call->args[0]), 0);
		decoded->args->name = "arg";
	}
	if (phase == DECODE_ENTRY || !call->exited || call->unknown_ret)
		return decoded;
	if (call->restarted) {
		decoded->restarted = true;
		decoded->error = (int)-call->ret;
		decoded->error_name = "ERESTARTNOINTR";
		decoded->error_text = "To be restarted";
	} else if (call->ret < 0) {
		decoded->error = (int)-call->ret;
		decoded->error_name = "ENOENT";
		decoded->error_text = "No such file or directory";
	} else {
		decoded->ret = row && row->ret == RET_FD ? fd_value(decode, call->ret) :
							   value_signed(region, call->ret);
	}
	return decoded;
}
