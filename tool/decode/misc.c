// SPDX-License-Identifier: LGPL-2.1-or-later
/* Clocks, timers, keys, priorities, quotas, System V objects, and other single things. */
#include "kinds.h"

#include "../compat.h"

#include <asm/ldt.h>
#include <elf.h>
#include <linux/aio_abi.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/ioprio.h>
#include <linux/keyctl.h>
#include <linux/ptrace.h>
#include <linux/quota.h>
#include <linux/time_types.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ipc.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <unistd.h>

/* Clocks of a process or a descriptor are negative: ~id, and three bits. */
struct value *decode_clockid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_group_enum(decode, &xlat_clockid, (uint32_t)raw);
}

struct value *decode_struct_sigevent(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	struct region *region = &decode->region;
	struct sigevent event;
	struct value *value, *payload;
	uint64_t pointer;

	(void)desc;
	_Static_assert(sizeof(event) == 64, "the kernel's struct sigevent");
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &event, sizeof(event)))
		return decode_address(decode, raw);
	value = value_struct(region);
	pointer = (uint64_t)(uintptr_t)event.sigev_value.sival_ptr;
	if (pointer) {
		payload = value_struct(region);
		value_member(payload, "sival_int",
			     value_signed(region, event.sigev_value.sival_int));
		value_member(payload, "sival_ptr", decode_address(decode, pointer));
		value_member(value, "sigev_value", payload);
	}
	if (event.sigev_notify == SIGEV_SIGNAL || event.sigev_notify == SIGEV_THREAD ||
	    event.sigev_notify == SIGEV_THREAD_ID)
		value_member(value, "sigev_signo", decode_signal_value(decode, event.sigev_signo));
	else
		member_unsigned(decode, value, "sigev_signo", (uint32_t)event.sigev_signo);
	value_member(value, "sigev_notify",
		     decode_group_enum(decode, &xlat_sigev_notify, (uint32_t)event.sigev_notify));
	if (event.sigev_notify == SIGEV_THREAD_ID) {
		value_member(value, "sigev_notify_thread_id",
			     decode_pid(decode, NULL, (uint64_t)(int64_t)event._sigev_un._tid));
	} else if (event.sigev_notify == SIGEV_THREAD) {
		value_member(
			value, "sigev_notify_function",
			decode_address(decode, (uint64_t)(uintptr_t)event.sigev_notify_function));
		value_member(
			value, "sigev_notify_attributes",
			decode_address(decode, (uint64_t)(uintptr_t)event.sigev_notify_attributes));
	}
	return value;
}

struct value *decode_ticks(struct decode *decode, struct value *value, int64_t ticks)
{
	uint64_t hz = (uint64_t)sysconf(_SC_CLK_TCK);
	uint64_t number = (uint64_t)ticks;

	if (!ticks || !hz || (int64_t)hz < 0)
		return value;
	return decode_named(decode, value,
			    region_printf(&decode->region, "%llu.%02llu s",
					  (unsigned long long)(number / hz),
					  (unsigned long long)(number % hz * 100 / hz)));
}

struct value *decode_rlim64(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_rlim(decode, desc, raw);

	if (raw == UINT64_MAX)
		value->symbol = "RLIM64_INFINITY";
	return value;
}

/* What goes in, and what comes out: their lengths are in a struct that another argument points at.
 */
static struct value *pkey_data(struct decode *decode, uint64_t raw, size_t offset)
{
	enum decode_side side = decode->side;
	uint64_t len;
	bool known;

	if (side == DECODE_OUT && !decode->written)
		return decode_address(decode, raw);
	decode->side = DECODE_IN;
	known = decode_load(decode, decode_arg(decode, 1) + offset, sizeof(uint32_t), false, &len);
	decode->side = side;
	return known ? decode_data(decode, raw, len) : decode_address(decode, raw);
}

struct value *decode_pkey_in(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return pkey_data(decode, raw, offsetof(struct keyctl_pkey_params, in_len));
}

struct value *decode_pkey_in2(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return pkey_data(decode, raw, offsetof(struct keyctl_pkey_params, in2_len));
}

struct value *decode_pkey_out(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return pkey_data(decode, raw, offsetof(struct keyctl_pkey_params, out_len));
}

struct value *decode_key(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat *entry = xlat_find(&xlat_key_spec, raw);
	struct value *value;

	(void)desc;
	if (!entry)
		entry = xlat_find(&xlat_key_spec, (uint32_t)raw);
	if (!entry)
		return value_signed(&decode->region, (int64_t)raw);
	value = value_symbol(&decode->region, raw, entry->name, NULL);
	value->base = BASE_DECIMAL;
	return value;
}

struct value *decode_errno_int(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const char *text, *name = NULL;
	int64_t number = (int64_t)raw;

	if (number < 0 && number >= -4095)
		name = decode_error_name((int)-number, &text);
	if (!name)
		return decode_int(decode, desc, raw);
	return value_symbol(&decode->region, raw, region_printf(&decode->region, "-%s", name),
			    NULL);
}

struct value *decode_errno_name(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const char *text, *name = raw <= 4095 ? decode_error_name((int)raw, &text) : NULL;

	return name ? value_symbol(&decode->region, raw, name, NULL) :
		      decode_uint(decode, desc, raw);
}

struct value *decode_ptracer(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	if ((int)raw == -1)
		return value_symbol(&decode->region, raw, "PR_SET_PTRACER_ANY", NULL);
	return decode_pid(decode, desc, raw);
}

/* A thread's name has 15 bytes at most. */
struct value *decode_comm(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const uint8_t *bytes;
	struct value *value;
	size_t len;

	(void)desc;
	if (decode->side == DECODE_OUT && !decode->written)
		return decode_address(decode, raw);
	bytes = raw ? decode_from(decode, raw, &len) : NULL;
	if (!bytes)
		return decode_address(decode, raw);
	if (len > 16)
		len = 16;
	value = decode_char_array(decode, bytes, len);
	if (value->count == 16) {
		value->count = 15;
		value->flags |= VALUE_MORE;
	}
	return value;
}

struct value *decode_kernel_version(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	struct value *call = value_call(&decode->region, "KERNEL_VERSION");

	(void)desc;
	value_add(call, value_unsigned(&decode->region, raw >> 16 & 0xffff));
	value_add(call, value_unsigned(&decode->region, raw >> 8 & 0xff));
	value_add(call, value_unsigned(&decode->region, raw & 0xff));
	return value_choice(&decode->region, value_hex(&decode->region, raw), call);
}

/* Flags and permissions in one number: IPC_CREAT|0600. */
struct value *decode_perm_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_flags(&decode->region, (uint32_t)raw, NULL);
	const uint32_t permissions = 0777;

	value->base = BASE_MODE;
	value->flags |= VALUE_REST;
	value->rest &= ~(uint64_t)permissions;
	decode_add_flags(decode, value, desc->param);
	if (value->rest)
		value_flag_name(
			&decode->region, value,
			region_printf(&decode->region, "%#llx", (unsigned long long)value->rest));
	value->rest = raw & permissions;
	return value;
}

struct value *decode_ipc_cmd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat_group *group = desc->param;
	uint32_t command = (uint32_t)raw & ~COMPAT_IPC_64;
	const struct xlat *entry = xlat_find(group, command);
	const char *name;

	if (!(raw & COMPAT_IPC_64))
		return decode_group_enum(decode, group, raw);
	name = entry ? region_printf(&decode->region, "IPC_64|%s", entry->name) :
		       region_printf(&decode->region, "IPC_64|%#x /* %s */", command,
				     group->unknown);
	return value_symbol(&decode->region, raw, name, NULL);
}

/* A pointer that stood for the argument, as the multiplexer has it, is told where nothing else is.
 */
struct value *decode_semun(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value =
		desc->param ? decode_struct(decode, desc, raw) : decode_address(decode, raw);
	struct value *array;

	if (value->kind == VALUE_STRUCT || !(decode_arg(decode, 2) & COMPAT_IPC))
		return value;
	array = value_array(&decode->region);
	value_add(array, value);
	return array;
}

/* mtype, then as many bytes as the size says. */
struct value *decode_msgbuf(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;
	uint64_t type, count;

	if (decode_hidden(decode, raw) || !decode_load(decode, raw, sizeof(long), true, &type))
		return decode_address(decode, raw);
	/* strace shows the room given for a message that is received. */
	if (desc->dir != ARG_IN)
		count = decode_arg(decode, 2);
	else if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	if (desc->dir != ARG_IN && decode_succeeded(decode) &&
	    !decode_bytes_at(decode, raw + sizeof(long),
			     count < decode->options->string_limit ? (size_t)count :
								     decode->options->string_limit))
		count = (uint64_t)decode->call->ret;
	value = value_struct(&decode->region);
	value_member(value, "mtype", value_signed(&decode->region, (int64_t)type));
	value_member(value, "mtext", decode_data(decode, raw + sizeof(long), count));
	return value;
}

struct value *decode_ioprio(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *call = value_call(&decode->region, "IOPRIO_PRIO_VALUE");

	(void)desc;
	value_add(call, decode_group_enum(decode, &xlat_ioprio_class, IOPRIO_PRIO_CLASS(raw)));
	value_add(call, value_unsigned(&decode->region, IOPRIO_PRIO_DATA(raw)));
	return value_choice(&decode->region, value_signed(&decode->region, (int32_t)raw), call);
}

struct value *decode_quotactl_cmd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *call = value_call(&decode->region, "QCMD");

	(void)desc;
	value_add(call, decode_group_enum(decode, &xlat_quota_cmd, (uint32_t)raw >> SUBCMDSHIFT));
	value_add(call, decode_group_enum(decode, &xlat_quota_type, (uint32_t)raw & SUBCMDMASK));
	return value_choice(&decode->region, value_unsigned(&decode->region, (uint32_t)raw), call);
}

/* Scheduling */

struct value *decode_struct_sched_param(struct decode *decode, const struct arg_desc *desc,
					uint64_t raw)
{
	struct value *array;
	uint64_t priority;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_load(decode, raw, 4, true, &priority))
		return decode_address(decode, raw);
	array = value_array(&decode->region);
	value_add(array, value_signed(&decode->region, (int64_t)priority));
	return array;
}

/* linux/sched/types.h, whose struct sched_param clashes with libc's. */
struct kernel_sched_attr {
	uint32_t size, policy;
	uint64_t flags;
	int32_t nice;
	uint32_t priority;
	uint64_t runtime, deadline, period;
	uint32_t util_min, util_max;
};

struct value *decode_struct_sched_attr(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	const size_t first = offsetof(struct kernel_sched_attr, util_min);
	struct kernel_sched_attr attr = { 0 };
	struct value *value;
	uint64_t size;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_load(decode, raw, 4, false, &size))
		return decode_address(decode, raw);
	if (desc->dir != ARG_IN && size > decode_arg(decode, 2))
		size = decode_arg(decode, 2);
	if (size < first && desc->dir == ARG_IN && !size)
		size = first;
	if (size < first) {
		value = value_struct(&decode->region);
		member_unsigned(decode, value, "size", size);
		return value;
	}
	if (size > sizeof(attr))
		size = sizeof(attr);
	if (!decode_copy(decode, raw, &attr, (size_t)size)) {
		size = first;
		if (!decode_copy(decode, raw, &attr, (size_t)size))
			return decode_address(decode, raw);
	}
	value = value_struct(&decode->region);
	member_unsigned(decode, value, "size", attr.size);
	value_member(value, "sched_policy",
		     decode_group_flags(decode, &xlat_sched_policy, attr.policy));
	value_member(value, "sched_flags",
		     decode_group_flags(decode, &xlat_sched_flags, attr.flags));
	value_member(value, "sched_nice", value_signed(&decode->region, attr.nice));
	member_unsigned(decode, value, "sched_priority", attr.priority);
	member_unsigned(decode, value, "sched_runtime", attr.runtime);
	member_unsigned(decode, value, "sched_deadline", attr.deadline);
	member_unsigned(decode, value, "sched_period", attr.period);
	if (size >= sizeof(attr)) {
		member_unsigned(decode, value, "sched_util_min", attr.util_min);
		member_unsigned(decode, value, "sched_util_max", attr.util_max);
	}
	return value;
}

struct value *decode_struct_user_desc(struct decode *decode, const struct arg_desc *desc,
				      uint64_t raw)
{
	struct region *region = &decode->region;
	struct user_desc entry;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &entry, sizeof(entry)))
		return decode_address(decode, raw);
	value = value_struct(region);
	value_member(value, "entry_number", value_signed(region, (int)entry.entry_number));
	value_member(value, "base_addr",
		     value_form(region, entry.base_addr,
				region_printf(region, "%#08x", entry.base_addr)));
	value_member(value, "limit",
		     value_form(region, entry.limit, region_printf(region, "%#08x", entry.limit)));
	member_unsigned(decode, value, "seg_32bit", entry.seg_32bit);
	member_unsigned(decode, value, "contents", entry.contents);
	member_unsigned(decode, value, "read_exec_only", entry.read_exec_only);
	member_unsigned(decode, value, "limit_in_pages", entry.limit_in_pages);
	member_unsigned(decode, value, "seg_not_present", entry.seg_not_present);
	member_unsigned(decode, value, "useable", entry.useable);
	if (decode->call->arch == AUDIT_ARCH_X86_64)
		member_unsigned(decode, value, "lm", entry.lm);
	return value;
}

struct value *decode_struct_user_desc_got(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	struct value *value;
	uint64_t number;

	if (decode_succeeded(decode)) {
		decode->side = DECODE_OUT;
		value = decode_struct_user_desc(decode, desc, raw);
		decode->side = DECODE_IN;
		return value;
	}
	if (decode_hidden(decode, raw) || !decode_load(decode, raw, 4, true, &number))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	member_signed(decode, value, "entry_number", (int64_t)number);
	value->flags |= VALUE_MORE;
	return value;
}

struct value *decode_chosen_entry(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t number;

	(void)desc;
	(void)raw;
	if (!decode_load(decode, decode_arg(decode, 0), 4, false, &number))
		return NULL;
	return value_word(&decode->region,
			  region_printf(&decode->region, "entry_number=%u", (unsigned)number));
}

/* Registers */

_Static_assert(sizeof(struct user_regs_struct) == 216, "as structs.tbl has it");
_Static_assert(sizeof(struct user_fpregs_struct) == 512, "as structs.tbl has it");

static const struct struct_desc *user_regs(const struct decode *decode)
{
	return decode->call->arch == AUDIT_ARCH_I386 ? &struct_user_regs_32 : &struct_user_regs_64;
}

static const struct struct_desc *user_fpregs(const struct decode *decode)
{
	return decode->call->arch == AUDIT_ARCH_I386 ? &struct_user_fpregs_32 :
						       &struct_user_fpregs_64;
}

struct value *decode_user_regs(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_hidden(decode, raw) ? decode_address(decode, raw) :
					    decode_fields(decode, user_regs(decode), raw);
}

struct value *decode_user_fpregs(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_hidden(decode, raw) ? decode_address(decode, raw) :
					    decode_fields(decode, user_fpregs(decode), raw);
}

/* Of a set that ptrace's third argument names, the first bytes. */
static struct value *registers_value(struct decode *decode, uint64_t addr, uint64_t len)
{
	const struct struct_desc *what = NULL;
	uint64_t set = decode_arg(decode, 2), word = sizeof(uint64_t);

	if (set == NT_PRSTATUS)
		what = user_regs(decode);
	else if (set == NT_PRFPREG)
		what = user_fpregs(decode);
	if (decode->call->arch == AUDIT_ARCH_I386)
		word = sizeof(uint32_t);
	/* The kernel takes whole registers only, and all of those of the other kind. */
	if (!what || !addr || len % word || len > what->size ||
	    (what == user_fpregs(decode) && len < what->size))
		return decode_address(decode, addr);
	return decode_fields_within(decode, what, addr, len);
}

struct value *decode_registers(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t len;

	return decode_count(decode, desc, &len) ? registers_value(decode, raw, len) :
						  decode_address(decode, raw);
}

static struct value *regset_value(struct decode *decode, uint64_t raw, bool got)
{
	struct region *region = &decode->region;
	enum decode_side side = decode->side;
	struct iovec before, after;
	struct value *value, *len;

	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &before, sizeof(before)))
		return decode_address(decode, raw);
	after = before;
	value = value_struct(region);
	len = value_unsigned(region, before.iov_len);
	if (got) {
		decode->side = DECODE_OUT;
		if (decode_copy(decode, raw, &after, sizeof(after)) &&
		    after.iov_len != before.iov_len)
			len = value_change(region, len, value_unsigned(region, after.iov_len));
	}
	value_member(value, "iov_base",
		     got || decode_arg(decode, 0) != PTRACE_GETREGSET ?
			     registers_value(decode, (uint64_t)(uintptr_t)after.iov_base,
					     after.iov_len) :
			     decode_address(decode, (uint64_t)(uintptr_t)before.iov_base));
	decode->side = side;
	value_member(value, "iov_len", len);
	return value;
}

struct value *decode_struct_regset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return regset_value(decode, raw, decode_succeeded(decode));
}

struct value *decode_struct_regset_set(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	(void)desc;
	return regset_value(decode, raw, false);
}

/* Asynchronous input and output */

static struct value *iocb_value(struct decode *decode, uint64_t addr)
{
	struct region *region = &decode->region;
	struct iocb iocb;
	struct value *value;

	if (!decode_copy(decode, addr, &iocb, sizeof(iocb)))
		return decode_address(decode, addr);
	value = value_struct(region);
	value_member(value, "aio_data", value_hex(region, iocb.aio_data));
	if (iocb.aio_key)
		member_unsigned(decode, value, "aio_key", iocb.aio_key);
	if (iocb.aio_rw_flags)
		value_member(value, "aio_rw_flags",
			     decode_group_flags(decode, &xlat_rwf, (uint32_t)iocb.aio_rw_flags));
	value_member(value, "aio_lio_opcode",
		     decode_group_enum(decode, &xlat_aio_cmd, iocb.aio_lio_opcode));
	if (iocb.aio_flags & IOCB_FLAG_IOPRIO)
		value_member(value, "aio_reqprio",
			     decode_ioprio(decode, NULL, (uint16_t)iocb.aio_reqprio));
	else if (iocb.aio_reqprio)
		value_member(value, "aio_reqprio", value_signed(region, iocb.aio_reqprio));
	value_member(value, "aio_fildes", decode_fd_value(decode, (int)iocb.aio_fildes));
	switch (iocb.aio_lio_opcode) {
	case IOCB_CMD_PREAD:
	case IOCB_CMD_PWRITE:
		value_member(value, "aio_buf",
			     iocb.aio_lio_opcode == IOCB_CMD_PWRITE ?
				     decode_data(decode, iocb.aio_buf, iocb.aio_nbytes) :
				     decode_address(decode, iocb.aio_buf));
		member_unsigned(decode, value, "aio_nbytes", iocb.aio_nbytes);
		value_member(value, "aio_offset", value_signed(region, iocb.aio_offset));
		break;
	case IOCB_CMD_PREADV:
	case IOCB_CMD_PWRITEV:
		value_member(value, "aio_buf",
			     decode_iovecs(decode, iocb.aio_buf, iocb.aio_nbytes, UINT64_MAX,
					   iocb.aio_lio_opcode == IOCB_CMD_PWRITEV ?
						   IOVEC_DATA :
						   IOVEC_ADDRESSES));
		value_member(value, "aio_offset", value_signed(region, iocb.aio_offset));
		break;
	case IOCB_CMD_POLL:
		value_member(value, "aio_buf",
			     decode_group_flags(decode, &xlat_poll, iocb.aio_buf));
		break;
	default:
		/* The rest means nothing to others. */
		return value;
	}
	if (iocb.aio_flags)
		value_member(value, "aio_flags",
			     decode_group_flags(decode, &xlat_aio_iocb_flags, iocb.aio_flags));
	if (iocb.aio_flags & IOCB_FLAG_RESFD)
		value_member(value, "aio_resfd", decode_fd_value(decode, (int)iocb.aio_resfd));
	return value;
}

struct value *decode_struct_iocb(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	return iocb_value(decode, raw);
}

static struct value *iocb_pointer(struct decode *decode, const void *context, uint64_t addr)
{
	uint64_t pointer;

	(void)context;
	if (!decode_load(decode, addr, 8, false, &pointer))
		return NULL;
	return pointer ? iocb_value(decode, pointer) : decode_address(decode, pointer);
}

struct value *decode_iocbs(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count) || (int64_t)count < 0)
		return decode_address(decode, raw);
	return decode_elements_at(decode, raw, count, sizeof(uint64_t), iocb_pointer, NULL);
}

/* Capabilities: two halves of 32 bits, each set told as 1<<CAP_CHOWN|... */
static struct value *cap_set(struct decode *decode, uint64_t set)
{
	struct value *value = value_flags(&decode->region, set, "CAP_???");

	for (unsigned i = 0; i < 64; i++) {
		const struct xlat *entry;

		if (!(set >> i & 1))
			continue;
		entry = xlat_find(&xlat_cap, i);
		if (!entry)
			continue;
		value_flag_name(&decode->region, value,
				region_printf(&decode->region, "1<<%s", entry->name));
		value->rest &= ~(1ull << i);
	}
	return value;
}

struct value *decode_cap_data(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct __user_cap_header_struct header = { 0 };
	struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = { 0 };
	uint64_t sets[3];
	struct value *value;
	size_t halves;

	(void)desc;
	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	decode->side = DECODE_IN;
	decode_copy(decode, decode_arg(decode, 0), &header, sizeof(header));
	halves = header.version == _LINUX_CAPABILITY_VERSION_2 ||
				 header.version == _LINUX_CAPABILITY_VERSION_3 ?
			 _LINUX_CAPABILITY_U32S_3 :
			 _LINUX_CAPABILITY_U32S_1;
	if (desc->dir != ARG_IN)
		decode->side = DECODE_OUT;
	if (!decode_copy(decode, raw, data, halves * sizeof(*data)))
		return decode_address(decode, raw);
	sets[0] = data[0].effective | (uint64_t)data[1].effective << 32;
	sets[1] = data[0].permitted | (uint64_t)data[1].permitted << 32;
	sets[2] = data[0].inheritable | (uint64_t)data[1].inheritable << 32;
	value = value_struct(&decode->region);
	value_member(value, "effective", cap_set(decode, sets[0]));
	value_member(value, "permitted", cap_set(decode, sets[1]));
	value_member(value, "inheritable", cap_set(decode, sets[2]));
	return value;
}

/* What is decoded no deeper yet shows its address. */

struct value *decode_lsm_ctx(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_addr(decode, desc, raw);
}

/* Of a stop: so much of it as there is, and room was given for. */
static struct value *info_call(struct decode *decode, const struct ptrace_syscall_info *info,
			       size_t size)
{
	struct region *region = &decode->region;
	struct value *value = value_struct(region), *args;
	/* entry and seccomp begin alike */
	const size_t first = offsetof(struct ptrace_syscall_info, entry.args);
	const size_t last = offsetof(struct ptrace_syscall_info, seccomp.ret_data);

	if (size < first)
		return value;
	value_member(value, "nr", decode_call_name(decode, info->arch, (uint32_t)info->entry.nr));
	if (size < first + sizeof(info->entry.args[0]))
		return value;
	args = value_array(region);
	for (size_t i = 0; i < 6 && size >= first + (i + 1) * sizeof(info->entry.args[0]); i++)
		value_add(args, value_hex(region, info->entry.args[i]));
	value_member(value, "args", args);
	if (info->op == PTRACE_SYSCALL_INFO_SECCOMP && size >= last + sizeof(uint32_t))
		member_unsigned(decode, value, "ret_data", info->seccomp.ret_data);
	return value;
}

static struct value *info_result(struct decode *decode, const struct ptrace_syscall_info *info,
				 size_t size)
{
	struct region *region = &decode->region;
	struct value *value = value_struct(region);
	const size_t error = offsetof(struct ptrace_syscall_info, exit.is_error);
	int64_t ret = info->exit.rval;

	if (size < error)
		return value;
	value_member(value, "rval",
		     size > error && info->exit.is_error ?
			     decode_errno_int(decode, NULL, (uint64_t)ret) :
			     value_signed(region, ret));
	if (size > error)
		member_unsigned(decode, value, "is_error", info->exit.is_error);
	return value;
}

struct value *decode_ptrace_syscall_info(struct decode *decode, const struct arg_desc *desc,
					 uint64_t raw)
{
	struct region *region = &decode->region;
	struct ptrace_syscall_info info = { 0 };
	uint64_t size = decode_arg(decode, 2), filled = 0;
	struct value *value;

	decode_count(decode, desc, &filled);
	if (size > filled)
		size = filled;
	if (size > sizeof(info))
		size = sizeof(info);
	if (decode_hidden(decode, raw) || !size || !decode_copy(decode, raw, &info, (size_t)size))
		return decode_address(decode, raw);
	value = value_struct(region);
	value_member(value, "op", decode_group_enum(decode, &xlat_ptrace_syscall_info, info.op));
	if (size >= offsetof(struct ptrace_syscall_info, instruction_pointer))
		value_member(value, "arch", decode_group_enum(decode, &xlat_audit_arch, info.arch));
	if (size >= offsetof(struct ptrace_syscall_info, stack_pointer))
		value_member(value, "instruction_pointer",
			     decode_address(decode, info.instruction_pointer));
	if (size < offsetof(struct ptrace_syscall_info, entry))
		return value;
	value_member(value, "stack_pointer", decode_address(decode, info.stack_pointer));
	if (size == offsetof(struct ptrace_syscall_info, entry))
		return value;
	if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
		value_member(value, "entry", info_call(decode, &info, (size_t)size));
	else if (info.op == PTRACE_SYSCALL_INFO_SECCOMP)
		value_member(value, "seccomp", info_call(decode, &info, (size_t)size));
	else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
		value_member(value, "exit", info_result(decode, &info, (size_t)size));
	return value;
}

struct value *decode_user_offset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const char *const registers[] = {
		"R15",	  "R14", "R13", "R12",	   "RBP",     "RBX", "R11",	 "R10", "R9",
		"R8",	  "RAX", "RCX", "RDX",	   "RSI",     "RDI", "ORIG_RAX", "RIP", "CS",
		"EFLAGS", "RSP", "SS",	"FS_BASE", "GS_BASE", "DS",  "ES",	 "FS",	"GS",
	};

	/* What follows the registers in struct user. */
	static const struct {
		const char *name;
		size_t offset;
	} members[] = {
#define MEMBER(member) { #member, offsetof(struct user, member) }
		MEMBER(u_fpvalid), MEMBER(i387),       MEMBER(u_tsize),	    MEMBER(u_dsize),
		MEMBER(u_ssize),   MEMBER(start_code), MEMBER(start_stack), MEMBER(signal),
		MEMBER(reserved),  MEMBER(u_ar0),      MEMBER(u_fpstate),   MEMBER(magic),
		MEMBER(u_comm),	   MEMBER(u_debugreg),
#undef MEMBER
	};
	const char *name = NULL;
	uint64_t more = 0;

	(void)desc;
	if (raw == sizeof(struct user))
		return value_symbol(&decode->region, raw, "sizeof(struct user)", NULL);
	if (raw / 8 < sizeof(registers) / sizeof(*registers)) {
		name = region_printf(&decode->region, "8*%s", registers[raw / 8]);
		more = raw % 8;
	}
	for (size_t i = 0;
	     !name && raw < sizeof(struct user) && i < sizeof(members) / sizeof(*members); i++) {
		if (i + 1 < sizeof(members) / sizeof(*members) && raw >= members[i + 1].offset)
			continue;
		name = region_printf(&decode->region, "offsetof(struct user, %s)", members[i].name);
		more = raw - members[i].offset;
	}
	if (!name)
		return value_hex(&decode->region, raw);
	if (more)
		name = region_printf(&decode->region, "%s+%u", name, (unsigned)more);
	return value_symbol(&decode->region, raw, name, NULL);
}

struct value *decode_recvmmsg_left(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t timeout = decode_arg(decode, 4);
	struct value *left;

	(void)desc;
	if (!timeout)
		return NULL;
	if (!raw)
		return value_word(&decode->region, "Timeout");
	decode->side = DECODE_OUT;
	if (!decode_bytes_at(decode, timeout, struct_timespec.size))
		return NULL;
	left = decode_fields(decode, &struct_timespec, timeout);
	decode_note(decode, "left", left);
	return NULL;
}

struct value *decode_call_restart_syscall(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	struct value *value;

	(void)desc;
	(void)raw;
	value = value_word(&decode->region, "<... resuming interrupted system call ...>");
	value->name = "call";
	return value;
}
