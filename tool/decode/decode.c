// SPDX-License-Identifier: LGPL-2.1-or-later
/* From a struct call to a struct decoded: the call's row, its arguments, its result. */
#include "kinds.h"

#include "../../abi/capture.h"
#include "../compat.h"

#include <errno.h>
#include <linux/audit.h>
#include <string.h>

/*
 * For one call, all lookups together: pieces looked at, and pieces found.  What
 * an ordinary call needs is far below; a hostile one, whose pointers all lead to
 * the same bytes, ends soon.
 */
#define SEARCH_BUDGET (1u << 22)
#define LOOKUP_BUDGET (1u << 17)

#define MAX_ERRNO 4095

/* include/linux/errno.h in the kernel: no header for programs has these. */
#define ERESTARTSYS 512
#define ERESTARTNOINTR 513
#define ERESTARTNOHAND 514
#define ENOIOCTLCMD 515
#define ERESTART_RESTARTBLOCK 516
#define EPROBE_DEFER 517
#define EOPENSTALE 518
#define ENOPARAM 519
#define ENOTSUPP 524

void decode_set_all(struct decode_set *set, bool member)
{
	memset(set, member ? 0xff : 0, sizeof(*set));
}

void decode_set_put(struct decode_set *set, uint32_t nr, bool member)
{
	if (nr >= DECODE_CALLS)
		return;
	if (member)
		set->bits[nr / 64] |= 1ull << nr % 64;
	else
		set->bits[nr / 64] &= ~(1ull << nr % 64);
}

/* The sets are of x86_64's numbers; what all of them have, 32-bit calls have too. */
static uint32_t set_index(const struct call *call)
{
	return call->arch == AUDIT_ARCH_X86_64 ? call->nr : DECODE_CALLS - 1;
}

bool decode_set_has(const struct decode_set *set, uint32_t nr)
{
	if (nr >= DECODE_CALLS)
		nr = DECODE_CALLS - 1;
	return set->bits[nr / 64] >> nr % 64 & 1;
}

void decode_options_init(struct decode_options *options)
{
	*options = (struct decode_options){ .string_limit = 32 };
	decode_set_all(&options->abbrev, true);
	decode_set_all(&options->verbose, true);
}

void decode_free(struct decode *decode)
{
	region_free(&decode->region);
}

/* Memory */

static const struct memory_piece *find_piece(struct decode *decode, const struct memory *memory,
					     size_t *hint, uint64_t addr, size_t len)
{
	/* Lookups follow the order of capture mostly: begin where the last one ended. */
	size_t at = *hint < memory->count ? *hint : 0;

	if (!decode->lookups)
		return NULL;
	for (size_t i = 0; i < memory->count && decode->searches; i++, decode->searches--) {
		const struct memory_piece *piece = &memory->pieces[at];
		uint64_t offset = addr - piece->addr;

		if (offset < piece->len && piece->len - offset >= len) {
			*hint = at;
			decode->lookups--;
			return piece;
		}
		if (++at == memory->count)
			at = 0;
	}
	return NULL;
}

static const struct memory_piece *find_by_side(struct decode *decode, uint64_t addr, size_t len)
{
	const struct memory_piece *piece = NULL;

	if (decode->side == DECODE_IN)
		piece = find_piece(decode, &decode->call->enter, &decode->hint[0], addr, len);
	if (!piece && decode->phase == DECODE_EXIT)
		piece = find_piece(decode, &decode->call->exit, &decode->hint[1], addr, len);
	return piece;
}

const void *decode_bytes_at(struct decode *decode, uint64_t addr, size_t len)
{
	const struct memory_piece *piece;

	if (!len)
		return "";
	piece = find_by_side(decode, addr, len);
	return piece ? piece->bytes + (addr - piece->addr) : NULL;
}

const uint8_t *decode_from(struct decode *decode, uint64_t addr, size_t *ret_len)
{
	const struct memory_piece *piece = find_by_side(decode, addr, 1);

	*ret_len = 0;
	if (!piece)
		return NULL;
	*ret_len = piece->len - (size_t)(addr - piece->addr);
	return piece->bytes + (addr - piece->addr);
}

uint64_t decode_total(struct decode *decode, uint64_t addr)
{
	const struct memory_piece *piece = find_by_side(decode, addr, 1);

	if (!piece)
		piece = find_by_side(decode, addr, 0);
	return piece && piece->addr == addr ? piece->total : 0;
}

bool decode_copy(struct decode *decode, uint64_t addr, void *to, size_t len)
{
	const void *bytes = decode_bytes_at(decode, addr, len);

	if (bytes)
		memcpy(to, bytes, len);
	return bytes;
}

uint64_t decode_cut(uint64_t raw, size_t size, bool is_signed)
{
	unsigned shift = size < 8 ? 64 - 8 * (unsigned)size : 0;

	if (!size || size > 8)
		return raw;
	raw <<= shift;
	return is_signed ? (uint64_t)((int64_t)raw >> shift) : raw >> shift;
}

size_t decode_given(const struct decode *decode, uint64_t addr, size_t size)
{
	if (!decode->given_end)
		return size;
	if (addr >= decode->given_end)
		return 0;
	return decode->given_end - addr < size ? (size_t)(decode->given_end - addr) : size;
}

bool decode_load(struct decode *decode, uint64_t addr, size_t size, bool is_signed, uint64_t *ret)
{
	uint64_t raw = 0;

	if (size > sizeof(raw) ||
	    !decode_copy(decode, addr, &raw, decode_given(decode, addr, size)))
		return false;
	*ret = decode_cut(raw, size, is_signed);
	return true;
}

/* The call */

static int call_error(const struct call *call)
{
	return call->ret < 0 && call->ret >= -MAX_ERRNO ? (int)-call->ret : 0;
}

bool decode_succeeded(const struct decode *decode)
{
	const struct call *call = decode->call;

	return decode->phase == DECODE_EXIT && call->exited && !call->unknown_ret &&
	       !call->restarted && !call_error(call);
}

bool decode_hidden(const struct decode *decode, uint64_t addr)
{
	return !addr || !decode->verbose || (decode->side == DECODE_OUT && !decode->written);
}

bool decode_differs(struct decode *decode, uint64_t addr, size_t size)
{
	const struct memory_piece *before, *after;

	if (decode->phase != DECODE_EXIT)
		return false;
	before = find_piece(decode, &decode->call->enter, &decode->hint[0], addr, size);
	after = find_piece(decode, &decode->call->exit, &decode->hint[1], addr, size);
	return before && after &&
	       memcmp(before->bytes + (addr - before->addr), after->bytes + (addr - after->addr),
		      size) != 0;
}

bool decode_changed(struct decode *decode, uint64_t addr, size_t size)
{
	return decode_succeeded(decode) && decode_differs(decode, addr, size);
}

bool decode_count(struct decode *decode, const struct arg_desc *desc, uint64_t *ret)
{
	unsigned from = desc->count;

	if (from < COUNT_ARG0 + 6) {
		*ret = decode->call->args[from - COUNT_ARG0];
		/* int and unsigned counts: what is above 32 bits is not theirs */
		if (decode->row && !decode->row->decode)
			for (unsigned i = 0; i < decode->row->nargs && i < 6; i++)
				if (decode->row->args[i].pos == from)
					*ret = decode_cut(*ret, decode->row->args[i].size, false);
		return true;
	}
	if (from >= COUNT_BITS0 && from < COUNT_BITS0 + 6) {
		*ret = decode->call->args[from - COUNT_BITS0];
		return true;
	}
	if (from == COUNT_RET) {
		*ret = (uint64_t)decode->call->ret;
		return decode_succeeded(decode);
	}
	if (from == COUNT_CONST) {
		*ret = desc->limit ? desc->limit : 1;
		return true;
	}
	if (from >= COUNT_DEREF0 && from < COUNT_DEREF0 + 6)
		return decode_load(decode, decode->call->args[from - COUNT_DEREF0], 4, false, ret);
	if (from >= COUNT_DEREF64_0 && from < COUNT_DEREF64_0 + 6)
		return decode_load(decode, decode->call->args[from - COUNT_DEREF64_0], 8, false,
				   ret);
	if (from >= COUNT_FIELD0 && from != COUNT_NONE && decode->scope &&
	    from - COUNT_FIELD0 < decode->scope->count) {
		const struct field_desc *field = &decode->scope->fields[from - COUNT_FIELD0];

		return decode_load(decode, decode->scope_addr + field->offset, field->desc.size,
				   false, ret);
	}
	return false;
}

uint64_t decode_shown(const struct decode *decode, uint64_t count)
{
	uint32_t limit = decode->options->string_limit;

	return decode->abbrev && count > limit ? limit : count;
}

void decode_note(struct decode *decode, const char *label, struct value *value)
{
	if (!decode->result.note)
		decode->result.note = value_list(&decode->region);
	if (!label)
		value->flags |= VALUE_BARE;
	value_member(decode->result.note, label ? label : "text", value);
}

/* Arguments */

static struct value *raw_value(struct decode *decode, uint64_t raw)
{
	if (decode->call->arch == AUDIT_ARCH_I386)
		raw = compat_address(raw);
	return value_hex(&decode->region, raw);
}

/* Whether the call has written what an argument of this direction points at. */
static bool call_wrote(const struct decode *decode, enum arg_dir dir)
{
	const struct call *call = decode->call;

	switch (dir) {
	case ARG_OUT_POSITIVE:
		return decode_succeeded(decode) && call->ret > 0;
	case ARG_OUT_INTERRUPTED:
		return decode->phase == DECODE_EXIT && call->exited && !call->unknown_ret &&
		       (call->ret == -EINTR || call->ret == -ERESTART_RESTARTBLOCK);
	default:
		return decode_succeeded(decode);
	}
}

static struct value *decode_one(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	bool out = desc->dir == ARG_OUT || desc->dir == ARG_OUT_POSITIVE ||
		   desc->dir == ARG_OUT_INTERRUPTED;
	struct value *value;

	decode->scope = NULL;
	decode->given_end = 0;
	decode->side = out ? DECODE_OUT : DECODE_IN;
	decode->written = call_wrote(decode, (enum arg_dir)desc->dir);
	value = desc->decode(decode, desc, raw);
	if (!value)
		return NULL;
	if ((out || desc->dir == ARG_INOUT) && !(value->flags & VALUE_SPLIT))
		value->flags |= VALUE_AT_EXIT;
	return value;
}

static struct value *decode_args(struct decode *decode, const struct syscall_desc *row)
{
	struct value *list = value_list(&decode->region);
	bool raw = decode_set_has(&decode->options->raw, set_index(decode->call));

	if (row->decode && !raw) {
		decode->side = DECODE_IN;
		value_add(list, row->decode(decode, NULL, 0));
		return list->first;
	}
	for (unsigned i = 0; i < row->nargs && i < 6; i++) {
		const struct arg_desc *desc = &row->args[i];
		unsigned pos = desc->pos < 6 ? desc->pos : 5;
		const uint64_t *args = decode->call->args;
		struct value *value;

		if (desc->cond.test != COND_NONE &&
		    !arg_cond_holds(&desc->cond, args[desc->cond.arg < 6 ? desc->cond.arg : 5]))
			continue;
		if (raw)
			value = raw_value(decode, args[pos]);
		else
			value = decode_one(
				decode, desc,
				desc->form == FORM_MEMORY ?
					args[pos] :
					decode_cut(args[pos], desc->size, desc->is_signed));
		if (!value)
			continue;
		value->name = value->name ? value->name : desc->name;
		if (row->named)
			value->flags |= VALUE_NAMED;
		/*
		 * strace shows these when the call is done, comma included: what clone's
		 * flags ask for, what an ioctl or fcntl gets.
		 */
		if (row->named && desc->cond.test != COND_NONE)
			value->flags |= VALUE_AT_EXIT | VALUE_LATE_COMMA;
		else if (i && desc->decode == decode_ioctl_arg)
			value->flags |= VALUE_AT_EXIT | VALUE_LATE_COMMA;
		else if (i && (value->flags & VALUE_AT_EXIT) &&
			 (row->args[i - 1].decode == decode_ioctl_cmd ||
			  row->args[i - 1].param == &xlat_fcntl))
			value->flags |= VALUE_LATE_COMMA;
		value_add(list, value);
	}
	return list->first;
}

/* Of a 32-bit program; what was added to tell layouts apart is not its own. */
static void narrow_addresses(struct value *values)
{
	for (struct value *value = values; value; value = value->next) {
		switch (value->kind) {
		case VALUE_ADDRESS:
			value->raw = compat_address(value->raw);
			break;
		case VALUE_SET:
		case VALUE_ARRAY:
		case VALUE_STRUCT:
		case VALUE_CALL:
		case VALUE_CHANGE:
		case VALUE_COMMENT:
		case VALUE_CHOICE:
		case VALUE_PARTS:
		case VALUE_LIST:
			narrow_addresses(value->first);
			break;
		default:
			break;
		}
	}
}

static const char *const unknown_names[6] = { "arg0", "arg1", "arg2", "arg3", "arg4", "arg5" };

static struct value *decode_unknown(struct decode *decode)
{
	struct value *list = value_list(&decode->region);

	for (unsigned i = 0; i < 6; i++)
		value_member(list, unknown_names[i], raw_value(decode, decode->call->args[i]));
	return list->first;
}

/* The result */

static const struct {
	int error;
	const char *name;
	const char *text;
} kernel_errors[] = {
	{ ERESTARTSYS, "ERESTARTSYS", "To be restarted if SA_RESTART is set" },
	{ ERESTARTNOINTR, "ERESTARTNOINTR", "To be restarted" },
	{ ERESTARTNOHAND, "ERESTARTNOHAND", "To be restarted if no handler" },
	{ ENOIOCTLCMD, "ENOIOCTLCMD", "No ioctl command" },
	{ ERESTART_RESTARTBLOCK, "ERESTART_RESTARTBLOCK", "Interrupted by signal" },
	{ EPROBE_DEFER, "EPROBE_DEFER", "Driver requests probe retry" },
	{ EOPENSTALE, "EOPENSTALE", "open found a stale dentry" },
	{ ENOPARAM, "ENOPARAM", "Parameter not supported" },
	{ ENOTSUPP, "ENOTSUPP", "Operation is not supported" },
};

const char *decode_error_name(int error, const char **ret_text)
{
	const char *name = strerrorname_np(error);

	*ret_text = NULL;
	if (name && error) {
		*ret_text = strerrordesc_np(error);
		return name;
	}
	for (size_t i = 0; i < sizeof(kernel_errors) / sizeof(*kernel_errors); i++) {
		if (kernel_errors[i].error == error) {
			*ret_text = kernel_errors[i].text;
			return kernel_errors[i].name;
		}
	}
	return NULL;
}

static struct value *decode_ret(struct decode *decode, enum ret_kind kind, int64_t ret)
{
	struct region *region = &decode->region;

	if (decode_set_has(&decode->options->raw, set_index(decode->call)))
		return value_hex(region, (uint64_t)ret);
	switch (kind) {
	case RET_UINT:
		return value_unsigned(region, (uint64_t)ret);
	case RET_HEX:
	case RET_ADDR:
		return value_hex(region, (uint64_t)ret);
	case RET_OCTAL:
		return decode_mode(decode, NULL, (uint64_t)ret);
	case RET_FD:
		return decode_fd_value(decode, ret);
	case RET_PID:
		return decode_pid(decode, NULL, (uint64_t)ret);
	case RET_NONE:
		return NULL;
	case RET_ID:
		return value_unsigned(region, (uint32_t)ret);
	case RET_INT:
		break;
	}
	return value_signed(region, ret);
}

static void decode_result(struct decode *decode)
{
	const struct call *call = decode->call;
	struct decoded *result = &decode->result;

	if (!call->exited || call->unknown_ret)
		return;
	result->restarted = call->restarted;
	result->error = call_error(call);
	if (result->error) {
		result->error_name = decode_error_name(result->error, &result->error_text);
		return;
	}
	if (!result->ret)
		result->ret =
			decode_ret(decode, decode->row ? decode->row->ret : RET_INT, call->ret);
	if (decode->row && decode->row->aux.decode &&
	    arg_cond_holds(&decode->row->aux.cond, (uint64_t)call->ret)) {
		struct value *note;

		decode->side = DECODE_OUT;
		decode->written = true;
		decode->scope = NULL;
		note = decode->row->aux.decode(decode, &decode->row->aux, (uint64_t)call->ret);
		if (note)
			decode_note(decode,
				    decode->row->aux.name && *decode->row->aux.name ?
					    decode->row->aux.name :
					    NULL,
				    note);
	}
}

const struct decoded *decode_call(struct decode *decode, const struct call *call,
				  enum decode_phase phase)
{
	struct decoded *result = &decode->result;

	region_reset(&decode->region);
	decode->call = call;
	decode->phase = phase;
	decode->searches = SEARCH_BUDGET;
	decode->lookups = LOOKUP_BUDGET;
	decode->hint[0] = decode->hint[1] = 0;
	decode->scope = NULL;
	decode->side = DECODE_IN;
	decode->abbrev = decode_set_has(&decode->options->abbrev, set_index(call));
	decode->verbose = decode_set_has(&decode->options->verbose, set_index(call));
	decode->row = syscall_by_number(call->arch, call->nr);
	if (decode->row)
		decode->row = syscall_variant(decode->row, call->args);

	*result = (struct decoded){ 0 };
	if (decode->row) {
		result->name = decode->row->name;
		result->args = decode_args(decode, decode->row);
	} else {
		result->name = region_printf(&decode->region, "syscall_%#x", call->nr);
		result->args = decode_unknown(decode);
	}
	if (phase == DECODE_EXIT)
		decode_result(decode);
	if (call->arch == AUDIT_ARCH_I386)
		narrow_addresses(result->args);
	return result;
}
