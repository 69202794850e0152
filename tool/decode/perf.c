// SPDX-License-Identifier: LGPL-2.1-or-later
/* perf_event_open's struct. */
#include "kinds.h"

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

static const char *const precision[] = { "arbitrary skid", "constant skid",
					 "requested to have 0 skid", "must have 0 skid" };

static struct value *config_value(struct decode *decode, const struct perf_event_attr *attr)
{
	switch (attr->type) {
	case PERF_TYPE_HARDWARE:
		return decode_group_enum(decode, &xlat_perf_hw_id, attr->config);
	case PERF_TYPE_SOFTWARE:
		return decode_group_enum(decode, &xlat_perf_sw_ids, attr->config);
	case PERF_TYPE_TRACEPOINT:
		return value_unsigned(&decode->region, attr->config);
	default:
		return value_hex(&decode->region, attr->config);
	}
}

static void add_bits(struct decode *decode, struct value *value, const struct perf_event_attr *attr)
{
#define ADD_BIT(name)   \
	if (attr->name) \
	value_member(value, #name, value_unsigned(&decode->region, 1))
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
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return;
	}
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
#undef ADD_BIT
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
	/* Zero stands for the first size that there was. */
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
	value->flags |= VALUE_AT_EXIT; /* where strace shows it, whoever wrote it */
	return value;
}
