// SPDX-License-Identifier: LGPL-2.1-or-later
/* Processes and threads: clone, wait, affinity, personality, priorities. */
#include "kinds.h"

#include <linux/audit.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

/* {WIFEXITED(s) && WEXITSTATUS(s) == 0}; a ptrace event is told behind it. */
struct value *decode_wstatus(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct region *region = &decode->region;
	int status = (int)raw & 0xffff;
	unsigned event = (unsigned)raw >> 16;
	const char *text;
	char number[16];
	const char *name;

	(void)desc;
	if (WIFSTOPPED(status)) {
		int signo = WSTOPSIG(status) & 0x7f;

		name = decode_signal_name(signo);
		snprintf(number, sizeof(number), "%d", signo);
		text = region_printf(region, "{WIFSTOPPED(s) && WSTOPSIG(s) == %s%s}",
				     name ? name : number, status & 0x8000 ? " | 0x80" : "");
	} else if (WIFSIGNALED(status)) {
		int signo = WTERMSIG(status);

		name = decode_signal_name(signo);
		snprintf(number, sizeof(number), "%d", signo);
		text = region_printf(region, "{WIFSIGNALED(s) && WTERMSIG(s) == %s%s}",
				     name ? name : number,
				     WCOREDUMP(status) ? " && WCOREDUMP(s)" : "");
	} else if (WIFEXITED(status)) {
		text = region_printf(region, "{WIFEXITED(s) && WEXITSTATUS(s) == %d}",
				     WEXITSTATUS(status));
	} else if (WIFCONTINUED(status)) {
		text = "{WIFCONTINUED(s)}";
	} else {
		text = region_printf(region, "%#x", (unsigned)status);
	}
	if (event) {
		const struct xlat *entry = xlat_find(&xlat_ptrace_events, event);

		if (entry)
			text = region_printf(region, "%s|%s<<16", text, entry->name);
		else
			text = region_printf(region, "%s|%#x<<16", text, event);
	}
	return value_form(region, raw, text);
}

/* The signal sent at the end is the low byte. */
struct value *decode_clone_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_flags(&decode->region, raw, xlat_clone.unknown);
	int signo = (int)(raw & CSIGNAL);
	const char *name = decode_signal_name(signo);

	(void)desc;
	value->rest = raw & ~(uint64_t)CSIGNAL;
	decode_add_flags(decode, value, &xlat_clone);
	if (signo)
		value_flag_name(&decode->region, value,
				name ? name : region_printf(&decode->region, "%d", signo));
	return value;
}

static struct value *fd_at(struct decode *decode, uint64_t addr)
{
	struct value *array;
	uint64_t raw;

	decode->side = DECODE_OUT;
	if (!decode_load(decode, addr, 4, true, &raw))
		return decode_address(decode, addr);
	array = value_array(&decode->region);
	value_add(array, decode_fd_value(decode, (int)raw));
	return array;
}

/* A segment of a 32-bit program; else what %fs begins at. */
static struct value *tls_value(struct decode *decode, uint64_t tls)
{
	if (decode->call->arch != AUDIT_ARCH_I386)
		return decode_address(decode, tls);
	/* It has 64 bits there, too. */
	return tls >> 32 ? value_hex(&decode->region, tls) :
			   decode_struct_user_desc(decode, NULL, tls);
}

/* clone3's struct; what the kernel wrote to where it points comes behind it. */
static struct value *clone_struct(struct decode *decode, const struct clone_args *args,
				  uint64_t size)
{
	struct region *region = &decode->region;
	struct value *value = value_struct(region);

	value_member(value, "flags", decode_group_flags(decode, &xlat_clone3, args->flags));
	if (args->flags & CLONE_PIDFD)
		value_member(value, "pidfd", decode_address(decode, args->pidfd));
	if (args->flags & (CLONE_CHILD_SETTID | CLONE_CHILD_CLEARTID))
		value_member(value, "child_tid", decode_address(decode, args->child_tid));
	if (args->flags & CLONE_PARENT_SETTID)
		value_member(value, "parent_tid", decode_address(decode, args->parent_tid));
	if (args->exit_signal <= INT32_MAX)
		value_member(value, "exit_signal",
			     decode_signal_value(decode, (int64_t)args->exit_signal));
	else
		value_member(value, "exit_signal", value_unsigned(region, args->exit_signal));
	value_member(value, "stack", decode_address(decode, args->stack));
	value_member(value, "stack_size", value_hex(region, args->stack_size));
	if (args->flags & CLONE_SETTLS)
		value_member(value, "tls", tls_value(decode, args->tls));
	if (size >= CLONE_ARGS_SIZE_VER1 && (args->set_tid || args->set_tid_size)) {
		struct arg_desc pid = { .decode = decode_pid, .size = 4, .is_signed = true };
		struct arg_desc tids = { .param = &pid, .count = 7 /* COUNT_CONST */ };

		tids.limit = args->set_tid_size < 32 ? (uint32_t)args->set_tid_size : 32;
		value_member(value, "set_tid",
			     tids.limit ? decode_array(decode, &tids, args->set_tid) :
					  decode_address(decode, args->set_tid));
		value_member(value, "set_tid_size", value_unsigned(region, args->set_tid_size));
	}
	if (size >= CLONE_ARGS_SIZE_VER2 && (args->cgroup || (args->flags & CLONE_INTO_CGROUP)))
		value_member(value, "cgroup", decode_fd_value(decode, (int)args->cgroup));
	return value;
}

/* What the kernel wrote to parent_tid is what it returned. */
static struct value *new_tid(struct decode *decode)
{
	struct value *array = value_array(&decode->region);

	value_add(array, decode_pid(decode, NULL, (uint64_t)decode->call->ret));
	return array;
}

struct value *decode_struct_clone_args(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	struct clone_args args = { 0 };
	uint64_t size = decode_arg(decode, 1);
	struct value *value, *after;

	(void)desc;
	if (size > sizeof(args))
		size = sizeof(args);
	if (size < CLONE_ARGS_SIZE_VER0 || decode_hidden(decode, raw) ||
	    !decode_copy(decode, raw, &args, (size_t)size)) {
		value = decode_address(decode, raw);
		return value;
	}
	value = clone_struct(decode, &args, size);
	if (!(args.flags & (CLONE_PIDFD | CLONE_PARENT_SETTID)))
		return value;
	if (decode_succeeded(decode)) {
		after = value_struct(&decode->region);
		if (args.flags & CLONE_PIDFD)
			value_member(after, "pidfd", fd_at(decode, args.pidfd));
		if (args.flags & CLONE_PARENT_SETTID)
			value_member(after, "parent_tid", new_tid(decode));
		decode->side = DECODE_IN;
		value = value_change(&decode->region, value, after);
	}
	value->flags |= VALUE_SPLIT;
	return value;
}

/* CPU sets: the numbers of the bits. */
static struct value *bits_value(struct decode *decode, uint64_t addr, uint64_t bytes)
{
	struct value *set = value_set(&decode->region);
	const uint8_t *mask;

	if (decode_hidden(decode, addr))
		return decode_address(decode, addr);
	mask = bytes <= 4096 ? decode_bytes_at(decode, addr, (size_t)bytes) : NULL;
	if (!mask)
		return decode_address(decode, addr);
	for (size_t i = 0; i < 8 * bytes; i++)
		if (mask[i / 8] >> i % 8 & 1)
			value_add(set, value_unsigned(&decode->region, i));
	return set;
}

struct value *decode_cpuset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return bits_value(decode, raw, count);
}

/* maxnode counts bits, and one more than there are. */
struct value *decode_nodemask(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;
	struct value *array;

	if (!decode_count(decode, desc, &count) || count > 65536)
		return decode_address(decode, raw);
	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	array = value_array(&decode->region);
	for (uint64_t i = 0; i < (count + 62) / 64; i++) {
		uint64_t word = 0;
		const uint8_t *bytes;
		size_t len;

		/* The last word may have been captured in part: as many bytes as have bits. */
		bytes = decode_from(decode, raw + 8 * i, &len);
		if (!bytes)
			return decode_address(decode, raw);
		memcpy(&word, bytes, len < sizeof(word) ? len : sizeof(word));
		value_add(array, decode_wide_hex(decode, word, 7));
	}
	return array;
}

struct value *decode_personality(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const uint64_t type_mask = 0xff; /* PER_MASK */
	const struct xlat *type = xlat_find(&xlat_personality, raw & type_mask);
	struct value *value;

	(void)desc;
	if ((uint32_t)raw == UINT32_MAX)
		return value_hex(&decode->region, (uint32_t)raw);
	value = value_flags(&decode->region, raw, NULL);
	value_flag_name(&decode->region, value,
			type ? type->name :
			       region_printf(&decode->region, "%#x /* PER_??? */",
					     (unsigned)(raw & type_mask)));
	value->rest &= ~type_mask;
	decode_add_flags(decode, value, &xlat_personality_flags);
	return value;
}
