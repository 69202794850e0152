// SPDX-License-Identifier: LGPL-2.1-or-later
/* The programs of filters, of the old machine and of the new; objects of bpf. */
#include "kinds.h"

#include "../../abi/capture.h"
#include "../objects.h"

#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#define UNKNOWN "BPF_???"

static void add_part(struct decode *decode, struct value *code, uint64_t part,
		     const struct xlat_group *group)
{
	const struct xlat *entry = group ? xlat_find(group, part) : NULL;

	code->rest &= ~part;
	value_flag_name(&decode->region, code,
			entry ? entry->name :
				region_printf(&decode->region, "%#x /* %s */", (unsigned)part,
					      group ? group->unknown : UNKNOWN));
}

static void add_unknown(struct decode *decode, struct value *code)
{
	if (code->rest)
		add_part(decode, code, code->rest, NULL);
}

static struct value *code_value(struct decode *decode, uint16_t raw, bool extended)
{
	struct value *code = value_flags(&decode->region, raw, NULL);
	unsigned class = BPF_CLASS(raw);

	add_part(decode, code, class, extended ? &xlat_ebpf_class : &xlat_bpf_class);
	if (class == BPF_LD || class == BPF_LDX ||
	    (extended && (class == BPF_ST || class == BPF_STX))) {
		add_part(decode, code, BPF_SIZE(raw), &xlat_bpf_size);
		add_part(decode, code, BPF_MODE(raw), extended ? &xlat_ebpf_mode : &xlat_bpf_mode);
	} else if (class == BPF_ALU || (extended && class == BPF_ALU64)) {
		add_part(decode, code, BPF_SRC(raw), &xlat_bpf_src);
		add_part(decode, code, BPF_OP(raw), &xlat_bpf_alu);
	} else if (class == BPF_JMP) {
		add_part(decode, code, BPF_SRC(raw), &xlat_bpf_src);
		add_part(decode, code, BPF_OP(raw), &xlat_bpf_jump);
	} else if (!extended && class == BPF_RET) {
		add_part(decode, code, BPF_RVAL(raw), &xlat_bpf_rval);
		add_unknown(decode, code);
	} else if (!extended && class == BPF_MISC) {
		add_part(decode, code, BPF_MISCOP(raw), &xlat_bpf_misc);
		add_unknown(decode, code);
	} else {
		add_unknown(decode, code);
	}
	code->rest = 0;
	return code;
}

struct value *decode_ebpf_code(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return code_value(decode, (uint16_t)raw, true);
}

struct value *decode_ebpf_target(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_group_enum(decode, &xlat_ebpf_regs, raw & 0xf);
}

struct value *decode_ebpf_source(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_group_enum(decode, &xlat_ebpf_regs, raw >> 4);
}

/* What an instruction's number means in a filter of a socket, or of system calls. */
static struct value *seccomp_operand(struct decode *decode, const struct sock_filter *filter)
{
	uint32_t action = filter->k & SECCOMP_RET_ACTION_FULL, data = filter->k & SECCOMP_RET_DATA;
	struct value *value;

	if (BPF_CLASS(filter->code) != BPF_RET)
		return NULL;
	value = value_flags(&decode->region, filter->k, xlat_seccomp_ret.unknown);
	add_part(decode, value, action, &xlat_seccomp_ret);
	value->rest = data;
	return value;
}

static struct value *socket_operand(struct decode *decode, const struct sock_filter *filter)
{
	static const struct {
		uint32_t from;
		const char *name;
	} bases[] = { { (uint32_t)SKF_AD_OFF, "SKF_AD_OFF" },
		      { (uint32_t)SKF_NET_OFF, "SKF_NET_OFF" },
		      { (uint32_t)SKF_LL_OFF, "SKF_LL_OFF" } };

	if (BPF_CLASS(filter->code) != BPF_LD || BPF_MODE(filter->code) != BPF_ABS)
		return NULL;
	for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
		uint32_t offset = filter->k - bases[i].from;
		const struct xlat *entry = i ? NULL : xlat_find(&xlat_skf_ad, offset);
		const char *form;

		if (filter->k < bases[i].from)
			continue;
		if (entry)
			form = region_printf(&decode->region, "%s+%s", bases[i].name, entry->name);
		else if (i)
			form = region_printf(&decode->region, "%s+%u", bases[i].name, offset);
		else
			form = region_printf(&decode->region, "%s+%#x /* %s */", bases[i].name,
					     offset, xlat_skf_ad.unknown);
		return value_symbol(&decode->region, filter->k, form, NULL);
	}
	return NULL;
}

typedef struct value *operand_fn(struct decode *decode, const struct sock_filter *filter);

static struct value *instruction(struct decode *decode, const void *context, uint64_t addr)
{
	operand_fn *const *operand = context;
	struct value *call, *number = NULL;
	struct sock_filter filter;

	if (!decode_copy(decode, addr, &filter, sizeof(filter)))
		return NULL;
	call = value_call(&decode->region, filter.jt || filter.jf ? "BPF_JUMP" : "BPF_STMT");
	value_add(call, code_value(decode, filter.code, false));
	if (!filter.jt && !filter.jf)
		number = (*operand)(decode, &filter);
	value_add(call, number ? number : value_hex(&decode->region, filter.k));
	if (filter.jt || filter.jf) {
		value_add(call, value_hex(&decode->region, filter.jt));
		value_add(call, value_hex(&decode->region, filter.jf));
	}
	return call;
}

static struct value *program(struct decode *decode, const struct arg_desc *desc, uint64_t addr,
			     operand_fn *operand)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, addr);
	return decode_elements_at(decode, addr, count, sizeof(struct sock_filter), instruction,
				  &operand);
}

struct value *decode_seccomp_program(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	return program(decode, desc, raw, seccomp_operand);
}

struct value *decode_socket_program(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	return program(decode, desc, raw, socket_operand);
}

/* Objects */

/* What was there before the call and what there is, the less of the two. */
struct value *decode_bpf_shared(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct arg_desc *element = desc->param;
	enum decode_side side = decode->side;
	uint64_t before, after;
	struct arg_desc array = *desc;

	if (!decode_count(decode, desc, &after))
		return decode_address(decode, raw);
	decode->side = DECODE_IN;
	if (!decode_count(decode, desc, &before))
		before = after;
	decode->side = side;
	array.count = COUNT_CONST;
	array.limit = (uint32_t)(before < after ? before : after);
	if (element->form == FORM_MEMORY)
		array.limit /= element->size;
	if (!array.limit)
		return raw && decode->verbose ? value_array(&decode->region) :
						decode_address(decode, raw);
	return decode_array(decode, &array, raw);
}

struct value *decode_boot_time(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_unsigned(&decode->region, raw);
	int64_t time;

	(void)desc;
	if (!decode->options->boot_ns ||
	    __builtin_add_overflow((int64_t)raw, decode->options->boot_ns, &time))
		return value;
	return decode_time_comment(decode, value, time / 1000000000, 0, 0);
}

struct value *decode_bpf_object_info(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	static const struct struct_desc *const infos[] = { &struct_bpf_map_info,
							   &struct_bpf_prog_info,
							   &struct_bpf_btf_info,
							   &struct_bpf_link_info };
	const struct field_desc *of = &decode->scope->fields[0];
	bool written = decode->written;
	int object = OBJECT_NONE;
	struct value *value;
	uint64_t fd, size;

	if (!decode->abbrev && decode->options->object &&
	    decode_load(decode, decode->scope_addr + of->offset, of->desc.size, true, &fd))
		object =
			decode->options->object(decode->options->data, decode->call, (int)fd, true);
	decode->written = decode_succeeded(decode);
	decode->side = decode->written ? DECODE_OUT : DECODE_IN;
	if (object >= OBJECT_BPF_MAP && raw && decode_count(decode, desc, &size))
		value = decode_fields_within(decode, infos[object - OBJECT_BPF_MAP], raw, size);
	else
		value = decode_address(decode, raw);
	decode->side = DECODE_IN;
	decode->written = written;
	return value;
}
