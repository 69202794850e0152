// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Netlink: messages, their headers by protocol, their attributes by
 * tables/netlink.tbl.  Lengths in them are the program's: each is cut to what is
 * left, and what lies within another goes DEPTH_MAX deep.
 */
#include "kinds.h"

#include "../objects.h"

#include "../../abi/capture.h"
#include "../sockinfo.h"

#include <arpa/inet.h>
#include <linux/genetlink.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/inet_diag.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>

#define DEPTH_MAX 16
#define ADDRESS_MAX 32 /* MAX_ADDR_LEN in the kernel */

static struct value *hex_bytes(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct value *value = decode_data(decode, addr, len);

	if (value->kind == VALUE_STRING)
		value->flags |= VALUE_ESCAPED;
	return value;
}

static const char *name_or_hex(struct decode *decode, const struct xlat_group *group,
			       uint64_t number)
{
	const struct xlat *entry = xlat_find(group, number);

	if (entry)
		return entry->name;
	return region_printf(&decode->region, "%#llx /* %s */", (unsigned long long)number,
			     group->unknown);
}

/* Attributes */

/* How the attributes of a list are told: their types, and their data (NULL: as bytes). */
struct reader {
	const void *context;
	struct value *(*type)(struct decode *decode, const void *context, uint16_t type);
	struct value *(*data)(struct decode *decode, const void *context, uint16_t type,
			      uint64_t addr, uint64_t len);
};

static const struct attribute_desc *attribute_find(const struct attributes_desc *attributes,
						   uint16_t type)
{
	for (size_t i = 0; i < attributes->count; i++)
		if (attributes->entries[i].type == type)
			return &attributes->entries[i];
	return NULL;
}

static struct value *known_type(struct decode *decode, const void *context, uint16_t type)
{
	const struct attributes_desc *attributes = context;
	const struct attribute_desc *entry = attribute_find(attributes, type);

	return value_symbol(&decode->region, type, entry ? entry->name : NULL, attributes->unknown);
}

/* Where the members end that a struct is not without. */
static uint64_t least_of(const struct struct_desc *what)
{
	uint64_t least = 0;

	for (uint32_t i = 0; i < what->count && !what->fields[i].later; i++) {
		uint64_t end = what->fields[i].offset + (uint64_t)what->fields[i].desc.size;

		if (end > least)
			least = end;
	}
	return least;
}

/* Numbers with names, which are told only of what may be a number. */
static bool is_named(const struct arg_desc *desc)
{
	return desc->decode == decode_enum || desc->decode == decode_flags ||
	       desc->decode == decode_ether_proto || desc->decode == decode_shutdown_mask;
}

/* What desc describes, of len bytes; NULL if these are too few. */
static struct value *value_within(struct decode *decode, const struct arg_desc *desc, uint64_t addr,
				  uint64_t len)
{
	uint64_t raw;

	if (desc->decode == decode_struct) {
		const struct struct_desc *what = desc->param;

		if (what->decode)
			return len < what->size ? NULL : what->decode(decode, desc, addr);
		if (!what->count || len < least_of(what))
			return NULL;
		return decode_fields_within(decode, what, addr,
					    len < what->size ? len : what->size);
	}
	if (desc->decode == decode_time_ticks) {
		if (!len || len > desc->size ||
		    !decode_load(decode, addr, (size_t)len, false, &raw))
			return NULL;
		return desc->decode(decode, desc, raw);
	}
	if (len < desc->size || (is_named(desc) && len > sizeof(raw)))
		return NULL;
	decode->extent = len;
	if (desc->form == FORM_MEMORY)
		return desc->decode(decode, desc, addr);
	if (!decode_load(decode, addr, desc->size, desc->is_signed, &raw))
		return NULL;
	return desc->decode(decode, desc, raw);
}

static struct value *known_data(struct decode *decode, const void *context, uint16_t type,
				uint64_t addr, uint64_t len)
{
	const struct attribute_desc *entry = attribute_find(context, type);

	return entry && entry->desc.decode ? value_within(decode, &entry->desc, addr, len) : NULL;
}

static struct value *attribute_type(struct decode *decode, const struct reader *reader,
				    uint16_t type)
{
	struct value *name = reader->type(decode, reader->context, type & NLA_TYPE_MASK);
	struct value *value;
	const char *text;

	if (!(type & ~NLA_TYPE_MASK))
		return name;
	value = value_flags(&decode->region, type, NULL);
	value->rest = 0;
	if (type & NLA_F_NESTED)
		value_flag_name(&decode->region, value, "NLA_F_NESTED");
	if (type & NLA_F_NET_BYTEORDER)
		value_flag_name(&decode->region, value, "NLA_F_NET_BYTEORDER");
	text = name->symbol;
	if (!text)
		text = region_printf(&decode->region, name->text ? "%#llx /* %s */" : "%#llx",
				     (unsigned long long)name->raw, name->text);
	value_flag_name(&decode->region, value, text);
	return value;
}

static struct value *attribute_value(struct decode *decode, const struct reader *reader,
				     const struct nlattr *header, uint64_t addr, uint64_t len)
{
	struct value *value = value_struct(&decode->region), *array, *data;

	if (len > header->nla_len)
		len = header->nla_len;
	value_member(value, "nla_len", value_unsigned(&decode->region, header->nla_len));
	value_member(value, "nla_type", attribute_type(decode, reader, header->nla_type));
	if (len <= sizeof(*header))
		return value;
	addr += sizeof(*header);
	len -= sizeof(*header);
	array = value_array(&decode->region);
	value_add(array, value);
	data = reader->data(decode, reader->context, header->nla_type & NLA_TYPE_MASK, addr, len);
	value_add(array, data ? data : hex_bytes(decode, addr, len));
	return array;
}

static struct value *attributes_value(struct decode *decode, const struct reader *reader,
				      uint64_t addr, uint64_t len)
{
	struct value *array = NULL, *value;
	uint64_t step = 0;

	if (decode->depth >= DEPTH_MAX)
		return hex_bytes(decode, addr, len);
	decode->depth++;
	for (uint32_t shown = 0;; shown++, addr += step, len -= step) {
		struct nlattr header;

		if (array && decode->abbrev && shown == decode->options->string_limit) {
			array->flags |= VALUE_MORE;
			break;
		}
		step = len;
		if (len < sizeof(header)) {
			value = hex_bytes(decode, addr, len);
		} else if (!decode_copy(decode, addr, &header, sizeof(header))) {
			value = decode_address(decode, addr);
		} else {
			value = attribute_value(decode, reader, &header, addr, len);
			/* A length that could not be ends the list. */
			if (header.nla_len >= sizeof(header))
				step = NLA_ALIGN((uint64_t)header.nla_len);
		}
		if (!array && step >= len) {
			decode->depth--;
			return value;
		}
		if (!array)
			array = value_array(&decode->region);
		value_add(array, value);
		if (step >= len)
			break;
	}
	decode->depth--;
	return array;
}

static struct value *known_attributes(struct decode *decode,
				      const struct attributes_desc *attributes, uint64_t addr,
				      uint64_t len)
{
	const struct reader reader = { attributes, known_type, known_data };

	return attributes_value(decode, &reader, addr, len);
}

static struct value *number_type(struct decode *decode, const void *context, uint16_t type)
{
	(void)context;
	return value_hex(&decode->region, type);
}

static struct value *no_data(struct decode *decode, const void *context, uint16_t type,
			     uint64_t addr, uint64_t len)
{
	(void)decode, (void)context, (void)type, (void)addr, (void)len;
	return NULL;
}

/* Attributes whose meaning is not known. */
static const struct reader unknown_reader = { NULL, number_type, no_data };

/* Kinds of attributes' data: decode->extent bytes at addr */

struct value *decode_nested(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	return known_attributes(decode, desc->param, addr, decode->extent);
}

static struct value *nested_data(struct decode *decode, const void *context, uint16_t type,
				 uint64_t addr, uint64_t len)
{
	(void)type;
	return known_attributes(decode, context, addr, len);
}

struct value *decode_nested_list(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	const struct reader reader = { desc->param, number_type, nested_data };

	return attributes_value(decode, &reader, addr, decode->extent);
}

struct value *decode_list(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	struct arg_desc array = *desc;
	const struct arg_desc *element = desc->param;
	uint64_t count = element->size ? decode->extent / element->size : 0;

	if (!count)
		return NULL;
	array.count = COUNT_CONST;
	array.limit = (uint32_t)count;
	return decode_array(decode, &array, addr);
}

static struct value *indexed(struct decode *decode, const struct xlat_group *group, uint64_t addr,
			     size_t size, bool is_signed)
{
	struct value *array = value_array(&decode->region);
	uint64_t count = decode->extent / size, shown = decode_shown(decode, count);

	if (!count)
		return NULL;
	for (uint64_t i = 0; i < shown; i++) {
		const struct xlat *entry = xlat_find(group, i);
		struct region *region = &decode->region;
		const char *name;
		uint64_t raw;

		if (!decode_load(decode, addr + i * size, size, is_signed, &raw))
			break;
		name = entry ? entry->name :
			       region_printf(region, "%llu /* %s */", (unsigned long long)i,
					     group->unknown);
		value_add(array,
			  value_form(region, raw,
				     region_printf(region, is_signed ? "[%s]=%lld" : "[%s]=%llu",
						   name, (unsigned long long)raw)));
	}
	if (shown < count)
		array->flags |= VALUE_MORE;
	return array;
}

struct value *decode_indexed(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	/* Amounts are unsigned, what configures a device is not. */
	return indexed(decode, desc->param, addr, 4,
		       desc->param != &xlat_sk_meminfo && desc->param != &xlat_uring_workers);
}

struct value *decode_indexed64(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	return indexed(decode, desc->param, addr, 8, false);
}

static struct value *text_within(struct decode *decode, uint64_t addr, bool whole)
{
	const uint8_t *bytes = decode_bytes_at(decode, addr, decode->extent), *end;
	uint32_t limit = decode->options->string_limit;
	size_t len = decode->extent;
	struct value *value;
	bool more = false;

	if (!bytes || !len)
		return NULL;
	end = memchr(bytes, '\0', len);
	if (whole) {
		more = bytes[len - 1] != '\0';
		len -= !more;
	} else {
		more = !end;
		len = end ? (size_t)(end - bytes) : len;
	}
	if (len > limit) {
		len = limit;
		more = true;
	}
	value = value_bytes(&decode->region, bytes, len);
	if (more)
		value->flags |= VALUE_MORE;
	return value;
}

struct value *decode_nlstring(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return text_within(decode, addr, true);
}

struct value *decode_nlstring0(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return text_within(decode, addr, false);
}

static struct value *colons(struct decode *decode, uint64_t addr, size_t len)
{
	const uint8_t *bytes = decode_bytes_at(decode, addr, len);
	char text[3 * ADDRESS_MAX + 1] = "";

	if (!bytes || len > ADDRESS_MAX)
		return NULL;
	for (size_t i = 0; i < len; i++)
		snprintf(text + (i ? 3 * i - 1 : 0), 4, i ? ":%02x" : "%02x", bytes[i]);
	return value_choice(
		&decode->region, decode_escaped(decode, bytes, len),
		value_word(&decode->region, region_string(&decode->region, text, strlen(text))));
}

struct value *decode_hwaddr(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return colons(decode, addr, (size_t)decode->extent);
}

struct value *decode_mac(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	return colons(decode, addr, desc->size);
}

struct value *decode_mac_of(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, addr);
	return colons(decode, addr, count < desc->size ? (size_t)count : desc->size);
}

struct value *decode_in_addr(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return decode_inet_at(decode, addr, AF_INET, NULL);
}

struct value *decode_in6_addr(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return decode_inet_at(decode, addr, AF_INET6, NULL);
}

struct value *decode_in6_addr_of(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	char variable[32];
	int len = snprintf(variable, sizeof(variable), "&%s", desc->name);

	return decode_inet_at(decode, addr, AF_INET6,
			      region_string(&decode->region, variable, (size_t)len));
}

static struct value *address_of_family(struct decode *decode, int family, uint64_t addr,
				       uint64_t len, const char *variable)
{
	if ((family == AF_INET && len >= 4) || (family == AF_INET6 && len >= 16))
		return decode_inet_at(decode, addr, family, variable);
	return hex_bytes(decode, addr, len);
}

struct value *decode_family_addr(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	return address_of_family(decode, decode->family, addr, decode->extent, NULL);
}

struct value *decode_ifindex(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_interface(decode, (uint32_t)raw);
}

struct value *decode_be64(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_call_of(decode, "htobe64",
			      value_unsigned(&decode->region, __builtin_bswap64(raw)));
}

struct value *decode_ether_proto(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_call_of(decode, "htons",
			      decode_group_enum(decode, &xlat_ethertype, ntohs((uint16_t)raw)));
}

struct value *decode_time_ticks(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_ticks(decode, value_unsigned(&decode->region, raw), (int64_t)raw);
}

struct value *decode_all_digits(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return value_form(&decode->region, raw,
			  region_printf(&decode->region, "%#0*llx", 2 * (int)desc->size,
					(unsigned long long)raw));
}

struct value *decode_hex_by_length(struct decode *decode, const struct arg_desc *desc,
				   uint64_t addr)
{
	uint64_t raw, len = decode->extent;

	(void)desc;
	if ((len != 1 && len != 2 && len != 4 && len != 8) ||
	    !decode_load(decode, addr, (size_t)len, false, &raw))
		return NULL;
	return value_hex(&decode->region, raw);
}

struct value *decode_escaped_field(struct decode *decode, const struct arg_desc *desc,
				   uint64_t addr)
{
	const void *bytes = decode_bytes_at(decode, addr, desc->size);
	uint64_t count;

	if (!bytes || !decode_count(decode, desc, &count))
		return decode_address(decode, addr);
	return decode_escaped(decode, bytes, count < desc->size ? (size_t)count : desc->size);
}

struct value *decode_md5sig_addr(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	uint64_t family;

	if (!decode_load(decode, decode->scope_addr, 1, false, &family))
		return decode_address(decode, addr);
	return address_of_family(decode, (int)family, addr, desc->size, "&tcpm_addr");
}

struct value *decode_sockaddr_storage(struct decode *decode, const struct arg_desc *desc,
				      uint64_t addr)
{
	return decode_sockaddr_at(decode, addr, desc->size);
}

/* Interfaces */

struct link_context {
	char kind[16];
	char slave_kind[16];
};

static void remember(struct decode *decode, char *kind, size_t size, uint64_t addr, uint64_t len)
{
	const char *bytes = decode_bytes_at(decode, addr, (size_t)len);

	memset(kind, 0, size);
	if (bytes && len < size && memchr(bytes, '\0', (size_t)len))
		memcpy(kind, bytes, (size_t)len);
}

static struct value *linkinfo_data(struct decode *decode, const void *context, uint16_t type,
				   uint64_t addr, uint64_t len)
{
	/* The context of a list is its reader's own variable. */
	struct link_context *link = *(struct link_context *const *)context;

	switch (type) {
	case IFLA_INFO_KIND:
		remember(decode, link->kind, sizeof(link->kind), addr, len);
		break;
	case IFLA_INFO_SLAVE_KIND:
		remember(decode, link->slave_kind, sizeof(link->slave_kind), addr, len);
		break;
	case IFLA_INFO_DATA:
		if (!strcmp(link->kind, "bridge"))
			return known_attributes(decode, &attributes_bridge, addr, len);
		if (!strcmp(link->kind, "tun"))
			return known_attributes(decode, &attributes_tun, addr, len);
		return NULL;
	case IFLA_INFO_SLAVE_DATA:
		if (!strcmp(link->slave_kind, "bridge"))
			return known_attributes(decode, &attributes_brport, addr, len);
		return NULL;
	default:
		break;
	}
	return known_data(decode, &attributes_info, type, addr, len);
}

static struct value *linkinfo_type(struct decode *decode, const void *context, uint16_t type)
{
	(void)context;
	return known_type(decode, &attributes_info, type);
}

struct value *decode_linkinfo(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	struct link_context link = { 0 }, *context = &link;
	const struct reader reader = { &context, linkinfo_type, linkinfo_data };

	(void)desc;
	return attributes_value(decode, &reader, addr, decode->extent);
}

static struct value *family_type(struct decode *decode, const void *context, uint16_t type)
{
	(void)context;
	return decode_group_enum(decode, &xlat_addrfams, type);
}

static struct value *family_data(struct decode *decode, const void *context, uint16_t type,
				 uint64_t addr, uint64_t len)
{
	(void)context;
	switch (type) {
	case AF_INET:
		return known_attributes(decode, &attributes_inet, addr, len);
	case AF_INET6:
		return known_attributes(decode, &attributes_inet6, addr, len);
	case AF_MCTP:
		return known_attributes(decode, &attributes_mctp, addr, len);
	default:
		return NULL;
	}
}

struct value *decode_af_spec(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	static const struct reader reader = { NULL, family_type, family_data };

	(void)desc;
	if (decode->family == AF_BRIDGE)
		return known_attributes(decode, &attributes_af_bridge, addr, decode->extent);
	return attributes_value(decode, &reader, addr, decode->extent);
}

static struct value *stats_family_data(struct decode *decode, const void *context, uint16_t type,
				       uint64_t addr, uint64_t len)
{
	(void)context;
	return type == AF_MPLS ? known_attributes(decode, &attributes_mpls_stats, addr, len) : NULL;
}

struct value *decode_stats_af_spec(struct decode *decode, const struct arg_desc *desc,
				   uint64_t addr)
{
	static const struct reader reader = { NULL, family_type, stats_family_data };

	(void)desc;
	return attributes_value(decode, &reader, addr, decode->extent);
}

struct value *decode_mcast_pair(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	uint64_t extent = decode->extent;
	struct value *value;

	(void)desc;
	decode->extent = 2 * sizeof(uint64_t);
	value = indexed(decode, &xlat_br_mcast_dir, addr, sizeof(uint64_t), false);
	decode->extent = extent;
	return value;
}

struct value *decode_struct_and_rest(struct decode *decode, const struct arg_desc *desc,
				     uint64_t addr)
{
	const struct struct_desc *what = desc->param;
	uint64_t extent = decode->extent;
	struct value *value = decode_fields(decode, what, addr);

	if (extent > what->size)
		value->next = hex_bytes(decode, addr + what->size, extent - what->size);
	return value;
}

/* Multicast of a bridge: what is behind the struct are attributes. */

static struct value *with_attributes(struct decode *decode, struct value *value,
				     const struct attributes_desc *attributes, uint64_t addr,
				     uint64_t size)
{
	if (decode->extent > size)
		value->next =
			known_attributes(decode, attributes, addr + size, decode->extent - size);
	return value;
}

struct value *decode_mdb_router_port(struct decode *decode, const struct arg_desc *desc,
				     uint64_t addr)
{
	uint64_t index;

	(void)desc;
	if (!decode_load(decode, addr, sizeof(uint32_t), false, &index))
		return decode_address(decode, addr);
	return with_attributes(decode, decode_interface(decode, (unsigned)index),
			       &attributes_mdb_pattr, addr, sizeof(uint32_t));
}

struct value *decode_mdb_entry_info(struct decode *decode, const struct arg_desc *desc,
				    uint64_t addr)
{
	const uint64_t inner = addr + offsetof(struct br_mdb_entry, addr.u);
	struct value *value = value_struct(&decode->region), *group, *shown = NULL;
	struct br_mdb_entry entry;
	int family;

	(void)desc;
	if (!decode_copy(decode, addr, &entry, sizeof(entry)))
		return decode_address(decode, addr);
	family = __builtin_bswap16(entry.addr.proto);
	value_member(value, "ifindex", decode_interface(decode, entry.ifindex));
	value_member(value, "state", decode_group_enum(decode, &xlat_mdb_states, entry.state));
	value_member(value, "flags", decode_group_flags(decode, &xlat_mdb_flags, entry.flags));
	value_member(value, "vid", value_unsigned(&decode->region, entry.vid));
	group = value_member(value, "addr", value_struct(&decode->region));
	if (family == AF_INET || family == AF_INET6)
		shown = decode_inet_at(decode, inner, family, family == AF_INET6 ? "u" : NULL);
	value_member(group, "u",
		     shown ? shown : decode_escaped(decode, &entry.addr.u, sizeof(entry.addr.u)));
	value_member(group, "proto",
		     decode_call_of(decode, "htons",
				    decode_group_enum(decode, &xlat_addrfams, (uint64_t)family)));
	return with_attributes(decode, value, &attributes_mdb_eattr, addr, sizeof(entry));
}

struct value *decode_protinfo(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	(void)desc;
	if (decode->family == AF_BRIDGE)
		return known_attributes(decode, &attributes_brport, addr, decode->extent);
	if (decode->family == AF_INET6)
		return known_attributes(decode, &attributes_inet6, addr, decode->extent);
	return NULL;
}

/* Routes */

struct value *decode_rtvia(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	const uint64_t offset = offsetof(struct rtvia, rtvia_addr);
	struct value *value = value_struct(&decode->region);
	uint64_t family, len = decode->extent;

	(void)desc;
	if (len < offset || !decode_load(decode, addr, sizeof(uint16_t), false, &family))
		return NULL;
	value_member(value, "rtvia_family", decode_group_enum(decode, &xlat_addrfams, family));
	if (len > offset)
		value_member(value, "rtvia_addr",
			     address_of_family(decode, (int)family, addr + offset, len - offset,
					       "&rtvia_addr"));
	return value;
}

struct value *decode_multipath(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	struct value *array = NULL, *value, *hop;
	uint64_t len = decode->extent, step;

	(void)desc;
	for (;; addr += step, len -= step) {
		struct rtnexthop next;
		uint64_t size;

		if (len < sizeof(next) || !decode_copy(decode, addr, &next, sizeof(next)))
			return array;
		size = next.rtnh_len < len ? next.rtnh_len : len;
		value = decode_fields(decode, &struct_rtnexthop, addr);
		if (size > sizeof(next)) {
			hop = value_array(&decode->region);
			value_add(hop, value);
			value_add(hop, known_attributes(decode, &attributes_route,
							addr + sizeof(next), size - sizeof(next)));
			value = hop;
		}
		step = RTNH_ALIGN(size);
		if (size < sizeof(next) || step >= len)
			step = len;
		if (!array && step == len)
			return value;
		if (!array)
			array = value_array(&decode->region);
		value_add(array, value);
		if (step == len)
			return array;
	}
}

/* Sockets */

struct value *decode_struct_inet_diag_sockid(struct decode *decode, const struct arg_desc *desc,
					     uint64_t addr)
{
	struct region *region = &decode->region;
	/* SMC has the addresses of the sockets that it began with. */
	int family = decode->family == AF_SMC ? AF_INET : decode->family;
	struct value *value, *cookie;
	struct inet_diag_sockid id;

	(void)desc;
	if (!decode_copy(decode, addr, &id, sizeof(id)))
		return decode_address(decode, addr);
	value = value_struct(region);
	value_member(value, "idiag_sport", decode_be16(decode, NULL, id.idiag_sport));
	value_member(value, "idiag_dport", decode_be16(decode, NULL, id.idiag_dport));
	value_member(value, "idiag_src",
		     address_of_family(decode, family,
				       addr + offsetof(struct inet_diag_sockid, idiag_src),
				       sizeof(id.idiag_src), "&idiag_src"));
	value_member(value, "idiag_dst",
		     address_of_family(decode, family,
				       addr + offsetof(struct inet_diag_sockid, idiag_dst),
				       sizeof(id.idiag_dst), "&idiag_dst"));
	value_member(value, "idiag_if", decode_interface(decode, id.idiag_if));
	cookie = value_array(region);
	value_add(cookie, value_unsigned(region, id.idiag_cookie[0]));
	value_add(cookie, value_unsigned(region, id.idiag_cookie[1]));
	value_member(value, "idiag_cookie", cookie);
	return value;
}

struct value *decode_ndiag_protocol(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	(void)desc;
	/* NDIAG_PROTO_ALL */
	if (raw == UINT8_MAX)
		return value_symbol(&decode->region, raw, "NDIAG_PROTO_ALL", NULL);
	return decode_group_enum(decode, &xlat_netlink, raw);
}

struct value *decode_shutdown_mask(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	/* These have names in the kernel only: they are a comment to the number. */
	static const char *const names[] = { NULL, "RCV_SHUTDOWN", "SEND_SHUTDOWN",
					     "RCV_SHUTDOWN|SEND_SHUTDOWN" };
	struct value *value = value_hex(&decode->region, raw);

	(void)desc;
	if (!raw)
		return value;
	if (raw < sizeof(names) / sizeof(*names))
		return value_comment(&decode->region, value, names[raw]);
	return value_comment(&decode->region, value, "???_SHUTDOWN");
}

static struct value *condition_value(struct decode *decode, uint64_t addr, uint64_t len)
{
	const struct struct_desc *what = &struct_inet_diag_hostcond;
	struct value *value;
	uint64_t family;

	if (len < what->size || !decode_load(decode, addr, 1, false, &family))
		return hex_bytes(decode, addr, len);
	value = decode_fields(decode, what, addr);
	if (len > what->size)
		value_member(value, "addr",
			     address_of_family(decode, (int)family, addr + what->size,
					       len - what->size, "&addr"));
	return value;
}

static struct value *bytecode_data(struct decode *decode, unsigned code, uint64_t addr,
				   uint64_t len)
{
	uint64_t raw;

	switch (code) {
	case INET_DIAG_BC_S_COND:
	case INET_DIAG_BC_D_COND:
		return condition_value(decode, addr, len);
	case INET_DIAG_BC_DEV_COND:
		if (len >= 4 && decode_load(decode, addr, 4, false, &raw))
			return decode_interface(decode, (uint32_t)raw);
		break;
	case INET_DIAG_BC_S_GE:
	case INET_DIAG_BC_S_LE:
	case INET_DIAG_BC_D_GE:
	case INET_DIAG_BC_D_LE:
		if (len >= struct_inet_diag_bc_op.size)
			return decode_fields(decode, &struct_inet_diag_bc_op, addr);
		break;
	case INET_DIAG_BC_MARK_COND:
		if (len >= struct_inet_diag_markcond.size)
			return decode_fields(decode, &struct_inet_diag_markcond, addr);
		break;
	default:
		break;
	}
	return hex_bytes(decode, addr, len);
}

/* One operation, and what it is about. */
struct value *decode_inet_diag_bytecode(struct decode *decode, const struct arg_desc *desc,
					uint64_t addr)
{
	uint64_t code, len = decode->extent;
	struct value *list;

	if (!decode_load(decode, addr, 1, false, &code))
		return NULL;
	list = value_list(&decode->region);
	value_add(list, decode_fields(decode, &struct_inet_diag_bc_op, addr));
	if (len > desc->size)
		value_add(list, bytecode_data(decode, (unsigned)code, addr + desc->size,
					      len - desc->size));
	return list->first;
}

/* Two bytes of bits; the rest of them has no name yet. */
struct value *decode_inet_diag_sockopt(struct decode *decode, const struct arg_desc *desc,
				       uint64_t addr)
{
	static const char *const names[] = {
		"recverr",	   "is_icsk",	    "freebind",
		"hdrincl",	   "mc_loop",	    "transparent",
		"mc_all",	   "nodefrag",	    "bind_address_no_port",
		"recverr_rfc4884", "defer_connect",
	};
	const unsigned known = sizeof(names) / sizeof(*names);
	struct value *value = value_struct(&decode->region);
	uint64_t raw;

	(void)desc;
	if (!decode_load(decode, addr, 2, false, &raw))
		return NULL;
	for (unsigned i = 0; i < known; i++)
		if (!decode->abbrev || (raw >> i & 1))
			value_member(value, names[i],
				     value_unsigned(&decode->region, raw >> i & 1));
	if (!decode->abbrev || raw >> known)
		value_member(value, "unused",
			     value_comment(&decode->region,
					   value_hex(&decode->region, raw >> known), "bits 3..8"));
	return value;
}

/* Messages */

/* What a message of this header and these attributes is; appended to array. */
static void body_value(struct decode *decode, struct value *array, const struct struct_desc *header,
		       const struct attributes_desc *attributes, uint64_t addr, uint64_t len)
{
	uint64_t offset = NLMSG_ALIGN((uint64_t)header->size);
	const struct field_desc *first = &header->fields[0];
	struct value *value;

	if (len < header->size) {
		if (len < first->offset + first->desc.size) {
			value_add(array, hex_bytes(decode, addr, len));
			return;
		}
		value = decode_fields_within(decode, header, addr,
					     first->offset + first->desc.size);
		value->flags |= VALUE_MORE;
		value_add(array, value);
		return;
	}
	value_add(array, decode_fields(decode, header, addr));
	if (len <= offset)
		return;
	value_add(array, attributes ?
				 known_attributes(decode, attributes, addr + offset, len - offset) :
				 hex_bytes(decode, addr + offset, len - offset));
}

static const struct message_desc *message_find(const struct messages_desc *messages, unsigned type)
{
	for (size_t i = 0; i < messages->count; i++)
		if (messages->entries[i].type == type)
			return &messages->entries[i];
	return NULL;
}

static void family_value(struct decode *decode, struct value *array, uint64_t addr, uint64_t len)
{
	struct value *value = value_struct(&decode->region);

	value_member(value, "family", decode_group_enum(decode, &xlat_addrfams, decode->family));
	if (len > 1)
		value_member(value, "data", hex_bytes(decode, addr + 1, len - 1));
	value_add(array, value);
}

/* Messages that begin with a family. */
static void route_value(struct decode *decode, struct value *array, const struct nlmsghdr *header,
			uint64_t addr, uint64_t len)
{
	const struct message_desc *message = message_find(&messages_route, header->nlmsg_type);
	const struct attributes_desc *attributes;

	/* What a bridge has learned is asked for by another struct. */
	if (header->nlmsg_type == RTM_GETNEIGH && decode->family == AF_BRIDGE)
		message = message_find(&messages_route, RTM_GETLINK);
	if (!message) {
		family_value(decode, array, addr, len);
		return;
	}
	attributes = message->attributes;
	/* Of each of the two there are others. */
	if (attributes == &attributes_report && decode->family == RTNL_FAMILY_IP6MR)
		attributes = &attributes_report6;
	else if (attributes == &attributes_report && decode->family != RTNL_FAMILY_IPMR)
		attributes = NULL;
	body_value(decode, array, message->header, attributes, addr, len);
}

static void diag_value(struct decode *decode, struct value *array, const struct nlmsghdr *header,
		       uint64_t addr, uint64_t len)
{
	bool request = header->nlmsg_flags & NLM_F_REQUEST;
	const struct message_desc *message = message_find(
		request ? &messages_diag_request : &messages_diag_answer, decode->family);

	if (!message || len <= 1)
		family_value(decode, array, addr, len);
	else if (request && message->header == &struct_inet_diag_req_v2 &&
		 header->nlmsg_type < SOCK_DIAG_BY_FAMILY)
		body_value(decode, array, &struct_inet_diag_req, message->attributes, addr, len);
	else
		body_value(decode, array, message->header, message->attributes, addr, len);
}

struct value *decode_rtnl_family(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat *entry = xlat_find(&xlat_rtnl_families, raw);

	(void)desc;
	if (!entry)
		entry = xlat_find(&xlat_addrfams, raw);
	return value_symbol(&decode->region, raw, entry ? entry->name : NULL,
			    xlat_rtnl_families.unknown);
}

struct value *decode_nf_res_id(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	bool tables = decode->subsystem == NFNL_SUBSYS_NFTABLES;

	(void)desc;
	/* Some have it in the host's order. */
	if (tables && ntohs((uint16_t)raw) == NFNL_SUBSYS_NFTABLES)
		return value_symbol(&decode->region, raw, "htons(NFNL_SUBSYS_NFTABLES)", NULL);
	if (tables && raw == NFNL_SUBSYS_NFTABLES)
		return value_symbol(&decode->region, raw, "NFNL_SUBSYS_NFTABLES", NULL);
	return decode_be16(decode, NULL, raw);
}

static void netfilter_value(struct decode *decode, struct value *array,
			    const struct nlmsghdr *header, uint64_t addr, uint64_t len)
{
	uint64_t offset = NLMSG_ALIGN(sizeof(struct nfgenmsg));

	decode->subsystem = (uint8_t)(header->nlmsg_type >> 8);
	if (len < sizeof(struct nfgenmsg)) {
		value_add(array, hex_bytes(decode, addr, len));
		return;
	}
	value_add(array, decode_fields(decode, &struct_nfgenmsg, addr));
	if (len <= offset)
		return;
	if (header->nlmsg_type < NLMSG_MIN_TYPE || header->nlmsg_type == NFNL_MSG_BATCH_BEGIN ||
	    header->nlmsg_type == NFNL_MSG_BATCH_END)
		value_add(array, hex_bytes(decode, addr + offset, len - offset));
	else
		value_add(array,
			  attributes_value(decode, &unknown_reader, addr + offset, len - offset));
}

/* Whether attributes fill these bytes exactly: a family may have a header of its own first. */
static bool attributes_fit(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct nlattr header;

	while (len >= sizeof(header) && decode_copy(decode, addr, &header, sizeof(header)) &&
	       header.nla_len >= sizeof(header) && header.nla_len <= len) {
		uint64_t step = NLA_ALIGN((uint64_t)header.nla_len);

		if (step >= len)
			return true;
		addr += step;
		len -= step;
	}
	return false;
}

static void generic_value(struct decode *decode, struct value *array, const struct nlmsghdr *header,
			  uint64_t addr, uint64_t len)
{
	bool control = header->nlmsg_type == GENL_ID_CTRL;
	struct value *value;
	uint64_t command;

	if (len < GENL_HDRLEN || !decode_load(decode, addr, 1, false, &command)) {
		value_add(array, hex_bytes(decode, addr, len));
		return;
	}
	value = decode_fields(decode, &struct_genlmsghdr, addr);
	if (control && value->first) {
		struct value *name = decode_group_enum(decode, &xlat_genl_control, command);

		name->name = value->first->name;
		name->next = value->first->next;
		value->first = name;
	}
	value_add(array, value);
	addr += GENL_HDRLEN;
	len -= GENL_HDRLEN;
	if (!len)
		return;
	if (control)
		value_add(array, known_attributes(decode, &attributes_control, addr, len));
	else if (attributes_fit(decode, addr, len))
		value_add(array, attributes_value(decode, &unknown_reader, addr, len));
	else
		value_add(array, hex_bytes(decode, addr, len));
}

static const struct xlat_group *const netfilter_types[] = {
	[NFNL_SUBSYS_CTNETLINK] = &xlat_nf_ctnetlink,
	[NFNL_SUBSYS_CTNETLINK_EXP] = &xlat_nf_ctnetlink_exp,
	[NFNL_SUBSYS_QUEUE] = &xlat_nf_queue,
	[NFNL_SUBSYS_ULOG] = &xlat_nf_ulog,
	[NFNL_SUBSYS_OSF] = &xlat_nf_osf,
	[NFNL_SUBSYS_IPSET] = &xlat_nf_ipset,
	[NFNL_SUBSYS_ACCT] = &xlat_nf_acct,
	[NFNL_SUBSYS_CTNETLINK_TIMEOUT] = &xlat_nf_cttimeout,
	[NFNL_SUBSYS_CTHELPER] = &xlat_nf_cthelper,
	[NFNL_SUBSYS_NFTABLES] = &xlat_nf_nftables,
	[NFNL_SUBSYS_NFT_COMPAT] = &xlat_nf_nft_compat,
	[NFNL_SUBSYS_HOOK] = &xlat_nf_hook,
};

static struct value *netfilter_type(struct decode *decode, uint16_t type)
{
	const struct xlat *reserved = xlat_find(&xlat_nfnl_types, type);
	const struct xlat_group *group = NULL;
	unsigned subsystem = type >> 8;
	struct value *value;

	if (reserved)
		return value_symbol(&decode->region, type, reserved->name, NULL);
	if (subsystem < sizeof(netfilter_types) / sizeof(*netfilter_types))
		group = netfilter_types[subsystem];
	value = value_flags(&decode->region, type, NULL);
	value->rest = 0;
	value_flag_name(&decode->region, value,
			region_printf(&decode->region, "%s<<8",
				      name_or_hex(decode, &xlat_nfnl_subsys, subsystem)));
	value_flag_name(&decode->region, value,
			group ? name_or_hex(decode, group, type & 0xff) :
				region_printf(&decode->region, "%#x", type & 0xff));
	return value;
}

static struct value *message_type(struct decode *decode, int protocol, uint16_t type)
{
	static const struct xlat_group *const groups[] = {
		[NETLINK_ROUTE] = &xlat_rtm_types,
		[NETLINK_SOCK_DIAG] = &xlat_sock_diag_types,
		[NETLINK_AUDIT] = &xlat_audit_types,
		[NETLINK_CRYPTO] = &xlat_crypto_types,
		[NETLINK_SELINUX] = &xlat_selinux_types,
		[NETLINK_XFRM] = &xlat_xfrm_types,
	};
	const struct xlat_group *group = &xlat_nlmsg_types;

	if (type >= NLMSG_MIN_TYPE && protocol == NETLINK_NETFILTER)
		return netfilter_type(decode, type);
	if (type >= NLMSG_MIN_TYPE && protocol == NETLINK_GENERIC)
		return value_symbol(&decode->region, type, sockinfo_generic_family(type),
				    "GENERIC_FAMILY_???");
	if (type >= NLMSG_MIN_TYPE && protocol >= 0 &&
	    (size_t)protocol < sizeof(groups) / sizeof(*groups) && groups[protocol])
		group = groups[protocol];
	return decode_group_enum(decode, group, type);
}

/* What a name of a message's type asks for: something new, to have something, to delete it. */
static const struct xlat_group *verb_flags(const char *name)
{
	if (!name)
		return NULL;
	if (strstr(name, "_NEW"))
		return &xlat_nlmsg_new_flags;
	if (strstr(name, "_DEL"))
		return &xlat_nlmsg_delete_flags;
	if (strstr(name, "_GET"))
		return &xlat_nlmsg_get_flags;
	return NULL;
}

static const struct xlat_group *flags_by_type(int protocol, uint16_t type)
{
	const struct xlat_group *group;
	const struct xlat *entry = NULL;

	if (type < NLMSG_MIN_TYPE)
		return type == NLMSG_ERROR ? &xlat_nlmsg_ack_flags : NULL;
	switch (protocol) {
	case NETLINK_ROUTE:
		if (type == RTM_DELACTION || (type & 3) == 2)
			return &xlat_nlmsg_get_flags;
		return (type & 3) == 0 ? &xlat_nlmsg_new_flags :
		       (type & 3) == 1 ? &xlat_nlmsg_delete_flags :
					 NULL;
	case NETLINK_SOCK_DIAG:
		return &xlat_nlmsg_get_flags;
	case NETLINK_CRYPTO:
		entry = xlat_find(&xlat_crypto_types, type);
		break;
	case NETLINK_XFRM:
		entry = xlat_find(&xlat_xfrm_types, type);
		break;
	case NETLINK_GENERIC: /* a request for all is that of any family */
		return &xlat_nlmsg_get_flags;
	case NETLINK_NETFILTER:
		group = (size_t)type >> 8 < sizeof(netfilter_types) / sizeof(*netfilter_types) ?
				netfilter_types[type >> 8] :
				NULL;
		entry = group ? xlat_find(group, type & 0xff) : NULL;
		/* Not a type that says so, but what asks for something. */
		if (group == &xlat_nf_ulog || group == &xlat_nf_queue || group == &xlat_nf_ipset ||
		    group == &xlat_nf_osf)
			return NULL;
		break;
	default:
		return NULL;
	}
	return entry ? verb_flags(entry->name) : NULL;
}

static struct value *header_value(struct decode *decode, int protocol,
				  const struct nlmsghdr *header)
{
	struct region *region = &decode->region;
	struct value *value = value_struct(region), *flags;
	const struct xlat_group *more = flags_by_type(protocol, header->nlmsg_type);

	value_member(value, "nlmsg_len", value_unsigned(region, header->nlmsg_len));
	value_member(value, "nlmsg_type", message_type(decode, protocol, header->nlmsg_type));
	flags = value_flags(region, header->nlmsg_flags, xlat_nlmsg_flags.unknown);
	decode_add_flags(decode, flags, &xlat_nlmsg_flags);
	if (more)
		decode_add_flags(decode, flags, more);
	value_member(value, "nlmsg_flags", flags);
	value_member(value, "nlmsg_seq", value_unsigned(region, header->nlmsg_seq));
	value_member(value, "nlmsg_pid",
		     decode_pid(decode, NULL, (uint64_t)(int64_t)(int32_t)header->nlmsg_pid));
	return value;
}

static struct value *message_value(struct decode *decode, int protocol,
				   const struct nlmsghdr *header, uint64_t addr, uint64_t len);

static struct value *error_value(struct decode *decode, int protocol, bool capped, uint64_t addr,
				 uint64_t len)
{
	const uint64_t offset = offsetof(struct nlmsgerr, msg);
	struct value *value, *array;
	struct nlmsgerr error;
	uint64_t payload;

	if (len < sizeof(error) || !decode_copy(decode, addr, &error, sizeof(error)))
		return hex_bytes(decode, addr, len);
	addr += offset;
	len -= offset;
	payload = sizeof(error.msg);
	if (!capped && error.msg.nlmsg_len > payload)
		payload = error.msg.nlmsg_len < len ? error.msg.nlmsg_len : len;
	value = value_struct(&decode->region);
	value_member(value, "error",
		     decode_errno_int(decode, NULL, (uint64_t)(int64_t)error.error));
	value_member(value, "msg", message_value(decode, protocol, &error.msg, addr, payload));
	if (len <= payload)
		return value;
	array = value_array(&decode->region);
	value_add(array, value);
	value_add(array,
		  known_attributes(decode, &attributes_nlmsgerr, addr + payload, len - payload));
	return array;
}

static void payload_value(struct decode *decode, struct value *array, int protocol,
			  const struct nlmsghdr *header, uint64_t addr, uint64_t len)
{
	static const struct messages_desc *const by_type[] = {
		[NETLINK_CRYPTO] = &messages_crypto,
		[NETLINK_SELINUX] = &messages_selinux,
		[NETLINK_AUDIT] = &messages_audit,
	};
	const struct message_desc *message = NULL;
	uint16_t type = header->nlmsg_type;
	uint64_t number;

	if (type == NLMSG_ERROR) {
		value_add(array, error_value(decode, protocol, header->nlmsg_flags & NLM_F_CAPPED,
					     addr, len));
		return;
	}
	if (type == NLMSG_DONE && len == sizeof(int) &&
	    decode_load(decode, addr, 4, true, &number)) {
		value_add(array, value_signed(&decode->region, (int64_t)number));
		return;
	}
	if (type >= NLMSG_MIN_TYPE && decode_load(decode, addr, 1, false, &number)) {
		decode->family = (uint8_t)number;
		switch (protocol) {
		case NETLINK_ROUTE:
			route_value(decode, array, header, addr, len);
			return;
		case NETLINK_SOCK_DIAG:
			diag_value(decode, array, header, addr, len);
			return;
		case NETLINK_NETFILTER:
			netfilter_value(decode, array, header, addr, len);
			return;
		case NETLINK_GENERIC:
			generic_value(decode, array, header, addr, len);
			return;
		default:
			break;
		}
		if (protocol >= 0 && (size_t)protocol < sizeof(by_type) / sizeof(*by_type) &&
		    by_type[protocol])
			message = message_find(by_type[protocol], type);
	}
	if (message)
		body_value(decode, array, message->header, message->attributes, addr, len);
	else
		value_add(array, hex_bytes(decode, addr, len));
}

static struct value *message_value(struct decode *decode, int protocol,
				   const struct nlmsghdr *header, uint64_t addr, uint64_t len)
{
	struct value *value = header_value(decode, protocol, header), *array;

	if (len > header->nlmsg_len)
		len = header->nlmsg_len;
	if (len <= NLMSG_HDRLEN)
		return value;
	array = value_array(&decode->region);
	value_add(array, value);
	addr += NLMSG_HDRLEN;
	len -= NLMSG_HDRLEN;
	if (decode->depth >= DEPTH_MAX) {
		value_add(array, hex_bytes(decode, addr, len));
		return array;
	}
	decode->depth++;
	payload_value(decode, array, protocol, header, addr, len);
	decode->depth--;
	return array;
}

/* What udev tells its listeners, by the header that libudev gives it. */
static struct value *udev_value(struct decode *decode, uint64_t addr, uint64_t len)
{
	struct {
		char prefix[8];
		uint32_t magic, header_size, properties_off, properties_len;
		uint32_t subsystem, devtype, bloom_hi, bloom_lo;
	} header;
	struct region *region = &decode->region;
	struct value *value, *array;

	if (len < sizeof(header) || !decode_copy(decode, addr, &header, sizeof(header)) ||
	    memcmp(header.prefix, "libudev", sizeof(header.prefix)) != 0)
		return decode_data(decode, addr, len);
	value = value_struct(region);
	value_member(value, "prefix", decode_copied(decode, header.prefix, 7));
	value_member(value, "magic",
		     decode_call_of(decode, "htonl", value_hex(region, ntohl(header.magic))));
	value_member(value, "header_size", value_unsigned(region, header.header_size));
	value_member(value, "properties_off", value_unsigned(region, header.properties_off));
	value_member(value, "properties_len", value_unsigned(region, header.properties_len));
	value_member(value, "filter_subsystem_hash",
		     decode_call_of(decode, "htonl", value_hex(region, ntohl(header.subsystem))));
	value_member(value, "filter_devtype_hash",
		     decode_call_of(decode, "htonl", value_hex(region, ntohl(header.devtype))));
	value_member(value, "filter_tag_bloom_hi",
		     decode_call_of(decode, "htonl", value_hex(region, ntohl(header.bloom_hi))));
	value_member(value, "filter_tag_bloom_lo",
		     decode_call_of(decode, "htonl", value_hex(region, ntohl(header.bloom_lo))));
	if (len == sizeof(header))
		return value;
	array = value_array(region);
	value_add(array, value);
	value_add(array, decode_data(decode, addr + sizeof(header), len - sizeof(header)));
	return array;
}

static struct value *messages_value(struct decode *decode, int protocol, uint64_t addr,
				    uint64_t len)
{
	struct value *array = NULL, *value;
	uint64_t step = 0;

	for (uint32_t shown = 0;; shown++, addr += step, len -= step) {
		struct nlmsghdr header;

		if (array && decode->abbrev && shown == decode->options->string_limit) {
			array->flags |= VALUE_MORE;
			return array;
		}
		step = len;
		if (len < sizeof(header)) {
			value = hex_bytes(decode, addr, len);
		} else if (!decode_copy(decode, addr, &header, sizeof(header))) {
			value = decode_address(decode, addr);
		} else {
			value = message_value(decode, protocol, &header, addr, len);
			if (header.nlmsg_len >= NLMSG_HDRLEN)
				step = NLMSG_ALIGN((uint64_t)header.nlmsg_len);
		}
		if (!array && step >= len)
			return value;
		if (!array)
			array = value_array(&decode->region);
		value_add(array, value);
		if (step >= len)
			return array;
	}
}

/* The len bytes that went through the socket; messages only where it is netlink's. */
struct value *decode_packet_at(struct decode *decode, uint64_t addr, uint64_t len)
{
	uint32_t header[4] = { 0 };
	int protocol = -1;

	if (addr && len && decode->options->object) {
		decode_copy(decode, addr, header, sizeof(header));
		protocol = decode->options->object(decode->options->data, decode->call,
						   (int)decode_arg(decode, 0),
						   capture_is_netlink(header, len));
	}
	/* What was not copied whole is shown as far as strings are. */
	if (protocol < 0 || protocol >= OBJECT_BPF_MAP || !decode_bytes_at(decode, addr, len))
		return decode_data(decode, addr, len);
	decode->depth = 0;
	return protocol == NETLINK_KOBJECT_UEVENT ? udev_value(decode, addr, len) :
						    messages_value(decode, protocol, addr, len);
}

struct value *decode_packet(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (decode->side == DECODE_OUT && !decode->written)
		return decode_address(decode, raw);
	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_packet_at(decode, raw, count);
}
