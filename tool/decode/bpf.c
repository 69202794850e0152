// SPDX-License-Identifier: LGPL-2.1-or-later
/* bpf's attributes, of the commands that programs use most; others show the address. */
#include "kinds.h"

#include <linux/bpf.h>
#include <stddef.h>

/* What of union bpf_attr was given: it grows with the kernel, and callers may be older. */
struct attr {
	union bpf_attr bytes;
	size_t size;
};

#define HAS(attr, member) \
	((attr)->size >= offsetof(union bpf_attr, member) + sizeof(((union bpf_attr *)0)->member))

static void member_unsigned(struct decode *decode, struct value *parent, const char *name,
			    uint64_t number)
{
	value_member(parent, name, value_unsigned(&decode->region, number));
}

static void member_fd(struct decode *decode, struct value *parent, const char *name, uint32_t fd)
{
	value_member(parent, name, decode_fd_value(decode, (int)fd));
}

static struct value *map_create(struct decode *decode, const struct attr *attr)
{
	struct value *value = value_struct(&decode->region);
	const union bpf_attr *bytes = &attr->bytes;

	value_member(value, "map_type",
		     decode_group_enum(decode, &xlat_bpf_map_types, bytes->map_type));
	member_unsigned(decode, value, "key_size", bytes->key_size);
	member_unsigned(decode, value, "value_size", bytes->value_size);
	member_unsigned(decode, value, "max_entries", bytes->max_entries);
	if (HAS(attr, map_flags))
		value_member(value, "map_flags",
			     decode_group_flags(decode, &xlat_bpf_map_flags, bytes->map_flags));
	if (HAS(attr, inner_map_fd))
		member_fd(decode, value, "inner_map_fd", bytes->inner_map_fd);
	if (HAS(attr, map_name))
		value_member(value, "map_name",
			     decode_char_array(decode, bytes->map_name, sizeof(bytes->map_name)));
	if (HAS(attr, map_ifindex))
		member_unsigned(decode, value, "map_ifindex", bytes->map_ifindex);
	if (HAS(attr, btf_fd))
		member_fd(decode, value, "btf_fd", bytes->btf_fd);
	if (HAS(attr, btf_key_type_id))
		member_unsigned(decode, value, "btf_key_type_id", bytes->btf_key_type_id);
	if (HAS(attr, btf_value_type_id))
		member_unsigned(decode, value, "btf_value_type_id", bytes->btf_value_type_id);
	if (HAS(attr, btf_vmlinux_value_type_id))
		member_unsigned(decode, value, "btf_vmlinux_value_type_id",
				bytes->btf_vmlinux_value_type_id);
	if (HAS(attr, map_extra))
		member_unsigned(decode, value, "map_extra", bytes->map_extra);
	return value;
}

static struct value *map_element(struct decode *decode, const struct attr *attr, bool has_value)
{
	struct value *value = value_struct(&decode->region);

	member_fd(decode, value, "map_fd", attr->bytes.map_fd);
	value_member(value, "key", decode_address(decode, attr->bytes.key));
	if (has_value)
		value_member(value, "value", decode_address(decode, attr->bytes.value));
	return value;
}

static struct value *prog_load(struct decode *decode, const struct attr *attr)
{
	struct value *value = value_struct(&decode->region);
	const union bpf_attr *bytes = &attr->bytes;

	value_member(value, "prog_type",
		     decode_group_enum(decode, &xlat_bpf_prog_types, bytes->prog_type));
	member_unsigned(decode, value, "insn_cnt", bytes->insn_cnt);
	value_member(value, "insns", decode_address(decode, bytes->insns));
	value_member(value, "license", decode_text(decode, bytes->license, 64));
	if (HAS(attr, log_buf)) {
		member_unsigned(decode, value, "log_level", bytes->log_level);
		member_unsigned(decode, value, "log_size", bytes->log_size);
		value_member(value, "log_buf", decode_address(decode, bytes->log_buf));
	}
	return value;
}

static struct value *attr_value(struct decode *decode, const struct attr *attr)
{
	switch ((uint32_t)decode_arg(decode, 0)) {
	case BPF_MAP_CREATE:
		return HAS(attr, max_entries) ? map_create(decode, attr) : NULL;
	case BPF_MAP_LOOKUP_ELEM:
		return HAS(attr, value) ? map_element(decode, attr, true) : NULL;
	case BPF_MAP_DELETE_ELEM:
		return HAS(attr, key) ? map_element(decode, attr, false) : NULL;
	case BPF_PROG_LOAD:
		return HAS(attr, license) ? prog_load(decode, attr) : NULL;
	default:
		return NULL;
	}
}

struct value *decode_bpf_attr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct attr attr = { 0 };
	struct value *value;
	uint64_t size;

	if (decode_hidden(decode, raw) || !decode_count(decode, desc, &size))
		return decode_address(decode, raw);
	attr.size = size < sizeof(attr.bytes) ? (size_t)size : sizeof(attr.bytes);
	if (!decode_copy(decode, raw, &attr.bytes, attr.size))
		return decode_address(decode, raw);
	value = attr_value(decode, &attr);
	return value ? value : decode_address(decode, raw);
}
