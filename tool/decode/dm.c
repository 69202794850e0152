// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: the device mapper: a header, and behind it what depends on the request. */
#include "kinds.h"

#include <linux/dm-ioctl.h>
#include <stddef.h>
#include <sys/ioctl.h>

#define HEADER offsetof(struct dm_ioctl, data)

struct message {
	uint64_t addr;
	uint32_t request;
	bool answer; /* as the call left it */
	struct dm_ioctl header;
};

static void add_misplaced(struct decode *decode, struct value *parent, const char *what)
{
	value_add(parent, value_comment(&decode->region, value_word(&decode->region, "???"),
					region_printf(&decode->region, "misplaced %s", what)));
}

static struct value *version_value(struct decode *decode, const uint32_t version[3])
{
	struct value *array = value_array(&decode->region);

	for (unsigned i = 0; i < 3; i++)
		value_add(array, value_unsigned(&decode->region, version[i]));
	return array;
}

/* Text that ends with a NUL, or where all does. */
static struct value *text_at(struct decode *decode, uint64_t addr, uint64_t room, size_t *ret_len)
{
	size_t len, limit = decode->options->string_limit;
	const uint8_t *bytes = decode_from(decode, addr, &len), *end;
	struct value *value;

	if (ret_len)
		*ret_len = 0;
	if (!bytes)
		return decode_address(decode, addr);
	if (len > room)
		len = (size_t)room;
	end = memchr(bytes, '\0', len);
	if (end)
		len = (size_t)(end - bytes);
	if (ret_len && end)
		*ret_len = len + 1;
	value = value_bytes(&decode->region, bytes, len < limit ? len : limit);
	if (!end || len > limit)
		value->flags |= VALUE_MORE;
	return value;
}

static bool has_data(uint32_t request)
{
	switch (request) {
	case DM_VERSION:
	case DM_REMOVE_ALL:
	case DM_DEV_CREATE:
	case DM_DEV_REMOVE:
	case DM_DEV_SUSPEND:
	case DM_DEV_STATUS:
	case DM_TABLE_CLEAR:
	case DM_DEV_ARM_POLL:
		return false;
	default:
		return true;
	}
}

static void add_device(struct decode *decode, struct value *value, const struct message *message)
{
	const struct dm_ioctl *header = &message->header;

	if (message->request == DM_REMOVE_ALL || message->request == DM_LIST_DEVICES ||
	    message->request == DM_LIST_VERSIONS)
		return;
	if (header->dev)
		value_member(value, "dev", decode_dev_value(decode, header->dev));
	if (header->name[0])
		value_member(value, "name",
			     decode_char_array(decode, header->name, sizeof(header->name)));
	if (header->uuid[0])
		value_member(value, "uuid",
			     decode_char_array(decode, header->uuid, sizeof(header->uuid)));
}

static void add_counts(struct decode *decode, struct value *value, const struct message *message)
{
	const struct dm_ioctl *header = &message->header;

	switch (message->request) {
	case DM_DEV_CREATE:
	case DM_DEV_STATUS:
	case DM_TABLE_CLEAR:
	case DM_TABLE_DEPS:
	case DM_TABLE_STATUS:
	case DM_TARGET_MSG:
		if (!message->answer)
			return;
		break;
	case DM_TABLE_LOAD:
		if (message->answer)
			break;
		member_unsigned(decode, value, "target_count", header->target_count);
		return;
	case DM_DEV_SUSPEND:
		if (message->answer)
			break;
		if (!(header->flags & DM_SUSPEND_FLAG))
			member_unsigned(decode, value, "event_nr", header->event_nr);
		return;
	case DM_DEV_RENAME:
	case DM_DEV_WAIT:
		if (message->answer)
			break;
		member_unsigned(decode, value, "event_nr", header->event_nr);
		return;
	case DM_DEV_REMOVE:
		if (!message->answer)
			member_unsigned(decode, value, "event_nr", header->event_nr);
		return;
	default:
		return;
	}
	member_unsigned(decode, value, "target_count", header->target_count);
	member_unsigned(decode, value, "open_count", (uint32_t)header->open_count);
	member_unsigned(decode, value, "event_nr", header->event_nr);
}

/* false: nothing is known of what follows. */
static bool add_header(struct decode *decode, struct value *parent, const struct message *message)
{
	struct value *value = value_add(parent, value_struct(&decode->region)), *part;
	const struct dm_ioctl *header = &message->header;

	part = version_value(decode, header->version);
	if (header->version[0] != DM_VERSION_MAJOR) {
		value_member(value, "version",
			     value_comment(&decode->region, part,
					   "unsupported device mapper ABI version"));
		return false;
	}
	value_member(value, "version", part);
	part = value_unsigned(&decode->region, header->data_size);
	if (header->data_size < HEADER) {
		value_member(value, "data_size",
			     value_comment(&decode->region, part, "data_size too small"));
		return false;
	}
	value_member(value, "data_size", part);
	if (has_data(message->request))
		member_unsigned(decode, value, "data_start", header->data_start);
	add_device(decode, value, message);
	add_counts(decode, value, message);
	value_member(value, "flags", decode_group_flags(decode, &xlat_dm_flags, header->flags));
	return true;
}

/* Whether a struct of that size is where the last one says, and behind that. */
static bool placed(const struct message *message, uint64_t offset, size_t size, uint64_t last_end,
		   bool first)
{
	return (first || offset > last_end) && offset + size <= message->header.data_size &&
	       offset + size <= UINT32_MAX;
}

static void add_targets(struct decode *decode, struct value *parent, const struct message *message)
{
	const struct dm_ioctl *header = &message->header;
	uint32_t offset = header->data_start;
	uint64_t end = 0;

	for (uint32_t i = 0; i < header->target_count; i++) {
		struct dm_target_spec target;
		struct value *value;

		if (!placed(message, offset, sizeof(target), end, !i)) {
			add_misplaced(decode, parent, "struct dm_target_spec");
			return;
		}
		if (i >= decode->options->string_limit) {
			parent->flags |= VALUE_MORE;
			return;
		}
		if (!decode_copy(decode, message->addr + offset, &target, sizeof(target))) {
			value_add(parent, decode_address(decode, message->addr + offset));
			return;
		}
		end = offset + sizeof(target);
		value = value_add(parent, value_struct(&decode->region));
		member_unsigned(decode, value, "sector_start", target.sector_start);
		member_unsigned(decode, value, "length", target.length);
		if (message->answer)
			value_member(value, "status", value_signed(&decode->region, target.status));
		value_member(
			value, "target_type",
			decode_char_array(decode, target.target_type, sizeof(target.target_type)));
		value_member(value, "string",
			     text_at(decode, message->addr + end, header->data_size - end, NULL));
		offset = (message->answer ? header->data_start : offset) + target.next;
	}
}

static void add_dependencies(struct decode *decode, struct value *parent,
			     const struct message *message)
{
	const size_t size = offsetof(struct dm_target_deps, dev);
	uint64_t at = message->addr + message->header.data_start;
	uint64_t end = message->header.data_start + size;
	struct value *value, *array;
	uint64_t count;

	if (!placed(message, message->header.data_start, size, 0, true)) {
		add_misplaced(decode, parent, "struct dm_target_deps");
		return;
	}
	if (!decode_load(decode, at, sizeof(uint32_t), false, &count)) {
		value_add(parent, decode_address(decode, at));
		return;
	}
	if (count > (message->header.data_size - end) / sizeof(uint64_t)) {
		add_misplaced(decode, parent, "struct dm_target_deps");
		return;
	}
	value = value_add(parent, value_struct(&decode->region));
	member_unsigned(decode, value, "count", count);
	array = value_member(value, "deps", value_array(&decode->region));
	for (uint64_t i = 0; i < count; i++) {
		uint64_t device;

		if (!decode_load(decode, at + size + i * sizeof(device), sizeof(device), false,
				 &device)) {
			array->flags |= VALUE_MORE;
			return;
		}
		value_add(array, decode_dev_value(decode, device));
	}
}

/* Names of devices, or of kinds of targets with their versions. */
static void add_names(struct decode *decode, struct value *parent, const struct message *message,
		      bool devices)
{
	const size_t size = devices ? offsetof(struct dm_name_list, name) :
				      offsetof(struct dm_target_versions, name);
	const struct dm_ioctl *header = &message->header;
	uint32_t offset = header->data_start, next;
	uint64_t end = 0;

	for (uint32_t i = 0;; i++, offset += next) {
		uint64_t at = message->addr + offset;
		struct dm_target_versions versions;
		struct value *value, *name;
		struct dm_name_list list;
		uint64_t number;
		size_t len;

		if (!placed(message, offset, size, end, !i)) {
			add_misplaced(decode, parent,
				      devices ? "struct dm_name_list" :
						"struct dm_target_versions");
			return;
		}
		if (i >= decode->options->string_limit) {
			parent->flags |= VALUE_MORE;
			return;
		}
		if (!decode_copy(decode, at, devices ? (void *)&list : (void *)&versions, size)) {
			value_add(parent, decode_address(decode, at));
			return;
		}
		end = offset + size;
		next = devices ? list.next : versions.next;
		name = text_at(decode, at + size, header->data_size - end, &len);
		value = value_add(parent, value_struct(&decode->region));
		if (devices)
			value_member(value, "dev", decode_dev_value(decode, list.dev));
		value_member(value, "name", name);
		if (!devices)
			value_member(value, "version", version_value(decode, versions.version));
		/* Since version 4.37 a number of events is behind the name, if there is room. */
		number = (at + size + len + 7) & ~7ull;
		if (devices && len && header->version[1] >= 37 &&
		    number + sizeof(uint32_t) <= at + next &&
		    decode_load(decode, number, sizeof(uint32_t), false, &number))
			member_unsigned(decode, value, "event_nr", number);
		if (!next)
			return;
	}
}

static void add_message(struct decode *decode, struct value *parent, const struct message *message)
{
	const size_t size = offsetof(struct dm_target_msg, message);
	uint64_t at = message->addr + message->header.data_start, sector;
	struct value *value;

	if (!placed(message, message->header.data_start, size, 0, true)) {
		add_misplaced(decode, parent, "struct dm_target_msg");
		return;
	}
	if (!decode_load(decode, at, sizeof(sector), false, &sector)) {
		value_add(parent, decode_address(decode, at));
		return;
	}
	value = value_add(parent, value_struct(&decode->region));
	member_unsigned(decode, value, "sector", sector);
	value_member(value, "message",
		     text_at(decode, at + size,
			     message->header.data_size - message->header.data_start - size, NULL));
}

static void add_string(struct decode *decode, struct value *parent, const struct message *message)
{
	struct value *value;

	if (message->header.data_start > message->header.data_size) {
		add_misplaced(decode, parent, "string");
		return;
	}
	value = value_add(parent, value_struct(&decode->region));
	value_member(value, "string",
		     text_at(decode, message->addr + message->header.data_start,
			     message->header.data_size - message->header.data_start, NULL));
}

static void add_payload(struct decode *decode, struct value *parent, const struct message *message)
{
	const struct dm_ioctl *header = &message->header;
	bool there = header->data_start != header->data_size;

	switch (message->request) {
	case DM_DEV_WAIT:
	case DM_TABLE_STATUS:
		there = message->answer && header->target_count;
		break;
	case DM_TABLE_LOAD:
		there = !message->answer && header->target_count;
		break;
	case DM_TABLE_DEPS:
	case DM_LIST_DEVICES:
	case DM_LIST_VERSIONS:
		there = there && message->answer;
		break;
	case DM_TARGET_MSG:
		there = message->answer ? header->flags & DM_DATA_OUT_FLAG : there;
		break;
	case DM_DEV_RENAME:
	case DM_DEV_SET_GEOMETRY:
		there = !message->answer;
		break;
	default:
		there = false;
		break;
	}
	if (!there)
		return;
	if (decode->abbrev) {
		parent->flags |= VALUE_MORE;
		return;
	}
	switch (message->request) {
	case DM_TABLE_DEPS:
		add_dependencies(decode, parent, message);
		break;
	case DM_LIST_DEVICES:
	case DM_LIST_VERSIONS:
		add_names(decode, parent, message, message->request == DM_LIST_DEVICES);
		break;
	case DM_DEV_RENAME:
	case DM_DEV_SET_GEOMETRY:
		add_string(decode, parent, message);
		break;
	case DM_TARGET_MSG:
		if (message->answer)
			add_string(decode, parent, message);
		else
			add_message(decode, parent, message);
		break;
	default:
		add_targets(decode, parent, message);
		break;
	}
}

static struct value *message_value(struct decode *decode, uint64_t addr, bool answer)
{
	struct message message = { .addr = addr,
				   .request = (uint32_t)decode_arg(decode, 1),
				   .answer = answer };
	struct value *value;

	if (!decode_copy(decode, addr, &message.header, HEADER) ||
	    message.header.data_size < offsetof(struct dm_ioctl, data_size))
		return decode_address(decode, addr);
	value = value_array(&decode->region);
	if (add_header(decode, value, &message))
		add_payload(decode, value, &message);
	return value;
}

struct value *decode_struct_dm_ioctl(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	struct value *value = message_value(decode, raw, false);

	(void)desc;
	if (value->kind != VALUE_ARRAY || !decode_succeeded(decode))
		return value;
	decode->side = DECODE_OUT;
	value = value_change(&decode->region, value, message_value(decode, raw, true));
	decode->side = DECODE_IN;
	return value;
}
