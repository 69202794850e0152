// SPDX-License-Identifier: LGPL-2.1-or-later
/* perf_event_open's struct. */
#include "kinds.h"

#include <linux/hw_breakpoint.h>
#include <linux/perf_event.h>
#include <stddef.h>

static const struct {
	uint32_t size;
	const char *name;
} sizes[] = {
	{ PERF_ATTR_SIZE_VER0, "PERF_ATTR_SIZE_VER0" },
	{ PERF_ATTR_SIZE_VER1, "PERF_ATTR_SIZE_VER1" },
	{ PERF_ATTR_SIZE_VER2, "PERF_ATTR_SIZE_VER2" },
	{ PERF_ATTR_SIZE_VER3, "PERF_ATTR_SIZE_VER3" },
	{ PERF_ATTR_SIZE_VER4, "PERF_ATTR_SIZE_VER4" },
	{ PERF_ATTR_SIZE_VER5, "PERF_ATTR_SIZE_VER5" },
	{ PERF_ATTR_SIZE_VER6, "PERF_ATTR_SIZE_VER6" },
	{ PERF_ATTR_SIZE_VER7, "PERF_ATTR_SIZE_VER7" },
};

#define NAME(name)                \
	{                         \
#name, name, name \
	}
static const struct xlat breakpoint_types[] = {
	NAME(HW_BREAKPOINT_RW),
	NAME(HW_BREAKPOINT_R),
	NAME(HW_BREAKPOINT_W),
	NAME(HW_BREAKPOINT_X),
};
static const struct xlat_group xlat_hw_breakpoint_type = {
	.name = "hw_breakpoint_type",
	.entries = breakpoint_types,
	.count = sizeof(breakpoint_types) / sizeof(*breakpoint_types),
	.unknown = "HW_BREAKPOINT_???",
};
static const struct xlat branch_types[] = {
	NAME(PERF_SAMPLE_BRANCH_USER),	    NAME(PERF_SAMPLE_BRANCH_KERNEL),
	NAME(PERF_SAMPLE_BRANCH_HV),	    NAME(PERF_SAMPLE_BRANCH_ANY),
	NAME(PERF_SAMPLE_BRANCH_ANY_CALL),  NAME(PERF_SAMPLE_BRANCH_ANY_RETURN),
	NAME(PERF_SAMPLE_BRANCH_IND_CALL),  NAME(PERF_SAMPLE_BRANCH_ABORT_TX),
	NAME(PERF_SAMPLE_BRANCH_IN_TX),	    NAME(PERF_SAMPLE_BRANCH_NO_TX),
	NAME(PERF_SAMPLE_BRANCH_COND),	    NAME(PERF_SAMPLE_BRANCH_CALL_STACK),
	NAME(PERF_SAMPLE_BRANCH_IND_JUMP),  NAME(PERF_SAMPLE_BRANCH_CALL),
	NAME(PERF_SAMPLE_BRANCH_NO_FLAGS),  NAME(PERF_SAMPLE_BRANCH_NO_CYCLES),
	NAME(PERF_SAMPLE_BRANCH_TYPE_SAVE), NAME(PERF_SAMPLE_BRANCH_HW_INDEX),
};
static const struct xlat_group xlat_perf_branch_sample_type = {
	.name = "perf_branch_sample_type",
	.entries = branch_types,
	.count = sizeof(branch_types) / sizeof(*branch_types),
	.unknown = "PERF_SAMPLE_BRANCH_???",
};

static const char *const precision[] = { "arbitrary skid", "constant skid",
					 "requested to have 0 skid", "must have 0 skid" };

/* One of several values in a word: its name, or its number, with the shift to its place. */
static void config_part(struct decode *decode, struct value *value, const struct xlat_group *group,
			uint64_t number, unsigned shift)
{
	const struct xlat *entry = group ? xlat_find(group, number) : NULL;
	const char *text;

	if (entry)
		text = entry->name;
	else if (group)
		text = region_printf(&decode->region, number ? "%#llx /* %s */" : "%llu /* %s */",
				     (unsigned long long)number, group->unknown);
	else
		text = region_printf(&decode->region, "%#llx", (unsigned long long)number);
	if (shift)
		text = region_printf(&decode->region, "%s<<%u", text, shift);
	value_flag_name(&decode->region, value, text);
}

static struct value *config_value(struct decode *decode, const struct perf_event_attr *attr)
{
	uint64_t config = attr->config;
	struct value *value;

	switch (attr->type) {
	case PERF_TYPE_HARDWARE:
	case PERF_TYPE_HW_CACHE:
		value = value_flags(&decode->region, config, NULL);
		value->rest = 0;
		if (config >> 32) /* of which PMU, where there are several */
			config_part(decode, value, NULL, config >> 32, 32);
		config = (uint32_t)config;
		if (attr->type == PERF_TYPE_HARDWARE) {
			config_part(decode, value, &xlat_perf_hw_id, config, 0);
			return value;
		}
		if (config >> 24)
			config_part(decode, value, NULL, config >> 24, 24);
		config_part(decode, value, &xlat_perf_hw_cache_result, config >> 16 & 0xff, 16);
		config_part(decode, value, &xlat_perf_hw_cache_op, config >> 8 & 0xff, 8);
		config_part(decode, value, &xlat_perf_hw_cache, config & 0xff, 0);
		return value;
	case PERF_TYPE_SOFTWARE:
		return decode_group_enum(decode, &xlat_perf_sw_ids, config);
	case PERF_TYPE_TRACEPOINT:
		return value_unsigned(&decode->region, config);
	default:
		return value_hex(&decode->region, config);
	}
}

/* Bits that are not set are told under -v only. */
static void add_bits(struct decode *decode, struct value *value, const struct perf_event_attr *attr)
{
#define ADD_BIT(name)                      \
	if (attr->name || !decode->abbrev) \
	member_unsigned(decode, value, #name, attr->name)
	ADD_BIT(disabled);
	ADD_BIT(inherit);
	ADD_BIT(pinned);
	ADD_BIT(exclusive);
	ADD_BIT(exclude_user);
	ADD_BIT(exclude_kernel);
	ADD_BIT(exclude_hv);
	ADD_BIT(exclude_idle);
	ADD_BIT(mmap);
	ADD_BIT(comm);
	ADD_BIT(freq);
	ADD_BIT(inherit_stat);
	ADD_BIT(enable_on_exec);
	ADD_BIT(task);
	ADD_BIT(watermark);
	value_member(value, "precise_ip",
		     value_comment(&decode->region,
				   value_unsigned(&decode->region, attr->precise_ip),
				   precision[attr->precise_ip]));
	ADD_BIT(mmap_data);
	ADD_BIT(sample_id_all);
	ADD_BIT(exclude_host);
	ADD_BIT(exclude_guest);
	ADD_BIT(exclude_callchain_kernel);
	ADD_BIT(exclude_callchain_user);
	ADD_BIT(mmap2);
	ADD_BIT(comm_exec);
	ADD_BIT(use_clockid);
	ADD_BIT(context_switch);
	ADD_BIT(write_backward);
	ADD_BIT(namespaces);
	ADD_BIT(ksymbol);
	ADD_BIT(bpf_event);
	ADD_BIT(aux_output);
	ADD_BIT(cgroup);
	ADD_BIT(text_poke);
	ADD_BIT(build_id);
	ADD_BIT(inherit_thread);
	ADD_BIT(remove_on_exec);
	ADD_BIT(sigtrap);
#undef ADD_BIT
}

/* What is behind the bits; the struct has grown, and size says how far it goes. */
static void add_rest(struct decode *decode, struct value *value, const struct perf_event_attr *attr,
		     uint64_t size)
{
	bool breakpoint = attr->type == PERF_TYPE_BREAKPOINT;

	if (attr->watermark)
		member_unsigned(decode, value, "wakeup_watermark", attr->wakeup_watermark);
	else
		member_unsigned(decode, value, "wakeup_events", attr->wakeup_events);
	if (breakpoint)
		value_member(value, "bp_type",
			     decode_group_flags(decode, &xlat_hw_breakpoint_type, attr->bp_type));
	member_hex(decode, value, breakpoint ? "bp_addr" : "config1", attr->config1);
#define HAS(member) (size > offsetof(struct perf_event_attr, member))
	if (!HAS(config2))
		return;
	if (breakpoint)
		member_unsigned(decode, value, "bp_len", attr->bp_len);
	else
		member_hex(decode, value, "config2", attr->config2);
	if (HAS(branch_sample_type) && (attr->sample_type & PERF_SAMPLE_BRANCH_STACK))
		value_member(value, "branch_sample_type",
			     decode_group_flags(decode, &xlat_perf_branch_sample_type,
						attr->branch_sample_type));
	if (HAS(sample_regs_user))
		member_hex(decode, value, "sample_regs_user", attr->sample_regs_user);
	if (HAS(sample_stack_user) && (attr->sample_type & PERF_SAMPLE_STACK_USER))
		member_hex(decode, value, "sample_stack_user", attr->sample_stack_user);
	if (HAS(clockid) && attr->use_clockid)
		value_member(value, "clockid",
			     decode_clockid(decode, NULL, (uint64_t)(int64_t)attr->clockid));
	if (HAS(sample_regs_intr))
		member_hex(decode, value, "sample_regs_intr", attr->sample_regs_intr);
	if (HAS(aux_watermark))
		member_unsigned(decode, value, "aux_watermark", attr->aux_watermark);
	if (HAS(sample_max_stack))
		member_unsigned(decode, value, "sample_max_stack", attr->sample_max_stack);
	if (HAS(aux_sample_size))
		member_unsigned(decode, value, "aux_sample_size", attr->aux_sample_size);
	if (HAS(sig_data))
		member_hex(decode, value, "sig_data", attr->sig_data);
#undef HAS
}

struct value *decode_struct_perf_event_attr(struct decode *decode, const struct arg_desc *desc,
					    uint64_t raw)
{
	struct perf_event_attr attr = { 0 };
	const char *name = NULL;
	uint64_t size, copied;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) ||
	    !decode_load(decode, raw + offsetof(struct perf_event_attr, size), 4, false, &size))
		return decode_address(decode, raw);
	/* Zero stands for the first size that there was, and no other is less. */
	if (size && size < PERF_ATTR_SIZE_VER0)
		return decode_address(decode, raw);
	copied = size ? size : PERF_ATTR_SIZE_VER0;
	if (copied > sizeof(attr))
		copied = sizeof(attr);
	if (!decode_copy(decode, raw, &attr, (size_t)copied))
		return decode_address(decode, raw);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		if (sizes[i].size == size)
			name = sizes[i].name;
	value = value_struct(&decode->region);
	value_member(value, "type", decode_group_enum(decode, &xlat_perf_type, attr.type));
	value_member(value, "size",
		     name ? value_symbol(&decode->region, size, name, NULL) :
			    value_comment(&decode->region, value_hex(&decode->region, size),
					  "PERF_ATTR_SIZE_???"));
	value_member(value, "config", config_value(decode, &attr));
	value_member(value, attr.freq ? "sample_freq" : "sample_period",
		     value_unsigned(&decode->region, attr.sample_period));
	value_member(value, "sample_type",
		     decode_group_flags(decode, &xlat_perf_sample, attr.sample_type));
	value_member(value, "read_format",
		     decode_group_flags(decode, &xlat_perf_read_format, attr.read_format));
	add_bits(decode, value, &attr);
	if (decode->abbrev)
		value->flags |= VALUE_MORE;
	else
		add_rest(decode, value, &attr, copied);
	value->flags |= VALUE_AT_EXIT; /* where strace shows it, whoever wrote it */
	return value;
}

/* What there is of it if the call fails, is not told. */
struct value *decode_struct_perf_event_query_bpf(struct decode *decode, const struct arg_desc *desc,
						 uint64_t raw)
{
	struct value *value = decode_fields(decode, &struct_perf_event_query_told, raw);

	(void)desc;
	if (value->kind == VALUE_STRUCT && decode->phase == DECODE_EXIT &&
	    !decode_succeeded(decode))
		value->flags |= VALUE_MORE;
	return value;
}
