// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: what the tables cannot say of devices: SCSI, clocks, lines of GPIO, the console. */
#include "kinds.h"

#include "../../abi/capture.h"

#include <errno.h>
#include <linux/bsg.h>
#include <linux/btrfs.h>
#include <linux/gpio.h>
#include <linux/kd.h>
#include <linux/keyboard.h>
#include <linux/ptp_clock.h>
#include <linux/videodev2.h>
#include <scsi/sg.h>
#include <stddef.h>

struct value *decode_struct_number_made(struct decode *decode, const struct arg_desc *desc,
					uint64_t raw)
{
	struct value *array;
	uint64_t number;

	(void)desc;
	if (!decode_load(decode, raw, sizeof(int), true, &number))
		return decode_address(decode, raw);
	array = value_array(&decode->region);
	value_add(array, value_signed(&decode->region, (int64_t)number));
	return array;
}

/* SCSI */

/* structs.tbl has these by number. */
#define AT(type, member, offset) _Static_assert(offsetof(struct type, member) == (offset), "layout")
AT(sg_io_hdr, cmd_len, 8);
AT(sg_io_hdr, mx_sb_len, 9);
AT(sg_io_hdr, dxfer_len, 12);
AT(sg_io_hdr, dxferp, 16);
AT(sg_io_hdr, cmdp, 24);
AT(sg_io_hdr, sbp, 32);
AT(sg_io_v4, request_len, 12);
AT(sg_io_v4, request, 16);
AT(sg_io_v4, max_response_len, 44);
AT(sg_io_v4, response, 48);
AT(sg_io_v4, dout_xfer_len, 60);
AT(sg_io_v4, din_xfer_len, 68);
AT(sg_io_v4, dout_xferp, 72);
AT(sg_io_v4, din_xferp, 80);
_Static_assert(sizeof(struct sg_io_v4) == 160, "layout");

static struct value *buffer(struct decode *decode, uint64_t addr, uint64_t len, uint32_t vectors)
{
	struct value *value = vectors ? decode_iovecs(decode, addr, vectors, len, IOVEC_DATA) :
					decode_data(decode, addr, len);

	if (value->kind == VALUE_STRING)
		value->flags |= VALUE_ESCAPED;
	return value;
}

static void member_buffer(struct decode *decode, struct value *parent, const char *name,
			  uint64_t addr, uint64_t len, uint32_t vectors)
{
	value_member(parent, name, buffer(decode, addr, len, vectors));
}

static uint64_t pointer(const void *address)
{
	return (uint64_t)(uintptr_t)address;
}

/* What was asked for, and behind it what came of it. */
static struct value *sg_v3(struct decode *decode, uint64_t addr)
{
	struct value *value = value_struct(&decode->region), *data = NULL;
	struct sg_io_hdr io;
	uint32_t len;

	if (!decode_copy(decode, addr, &io, sizeof(io)))
		return decode_address(decode, addr);
	value_member(value, "interface_id",
		     value_form(&decode->region, (uint64_t)io.interface_id, "'S'"));
	value_member(value, "dxfer_direction",
		     decode_group_enum(decode, &xlat_sg_dxfer, (uint32_t)io.dxfer_direction));
	member_unsigned(decode, value, "cmd_len", io.cmd_len);
	member_buffer(decode, value, "cmdp", pointer(io.cmdp), io.cmd_len, 0);
	member_unsigned(decode, value, "mx_sb_len", io.mx_sb_len);
	member_unsigned(decode, value, "iovec_count", io.iovec_count);
	member_unsigned(decode, value, "dxfer_len", io.dxfer_len);
	member_unsigned(decode, value, "timeout", io.timeout);
	value_member(value, "flags", decode_group_flags(decode, &xlat_sg_flags, io.flags));
	if (io.dxfer_direction == SG_DXFER_TO_DEV || io.dxfer_direction == SG_DXFER_TO_FROM_DEV)
		data = buffer(decode, pointer(io.dxferp), io.dxfer_len, io.iovec_count);
	if (io.dxfer_direction == SG_DXFER_TO_DEV)
		value_member(value, "dxferp", data);
	if (decode_succeeded(decode))
		decode->side = DECODE_OUT;
	decode_copy(decode, addr, &io, sizeof(io));
	len = io.dxfer_len;
	if (io.resid > 0 && (uint32_t)io.resid <= len)
		len -= (uint32_t)io.resid;
	if (io.dxfer_direction == SG_DXFER_FROM_DEV)
		member_buffer(decode, value, "dxferp", pointer(io.dxferp), len, io.iovec_count);
	else if (io.dxfer_direction == SG_DXFER_TO_FROM_DEV && data && len)
		data = decode_change_again(decode, "dxferp", data,
					   buffer(decode, pointer(io.dxferp), len, io.iovec_count));
	if (io.dxfer_direction == SG_DXFER_TO_FROM_DEV && data)
		value_member(value, "dxferp", data);
	member_hex(decode, value, "status", io.status);
	member_hex(decode, value, "masked_status", io.masked_status);
	member_hex(decode, value, "msg_status", io.msg_status);
	member_unsigned(decode, value, "sb_len_wr", io.sb_len_wr);
	member_buffer(decode, value, "sbp", pointer(io.sbp), io.sb_len_wr, 0);
	member_hex(decode, value, "host_status", io.host_status);
	member_hex(decode, value, "driver_status", io.driver_status);
	member_signed(decode, value, "resid", io.resid);
	member_unsigned(decode, value, "duration", io.duration);
	value_member(value, "info", decode_group_flags(decode, &xlat_sg_info, io.info));
	decode->side = DECODE_IN;
	return value;
}

static struct value *sg_v4(struct decode *decode, uint64_t addr)
{
	struct value *value = value_struct(&decode->region);
	struct sg_io_v4 io;
	uint32_t len;

	if (!decode_copy(decode, addr, &io, sizeof(io)))
		return decode_address(decode, addr);
	value_member(value, "guard", value_form(&decode->region, (uint64_t)io.guard, "'Q'"));
	value_member(value, "protocol",
		     decode_group_enum(decode, &xlat_bsg_protocols, io.protocol));
	value_member(value, "subprotocol",
		     decode_group_enum(decode, &xlat_bsg_subprotocols, io.subprotocol));
	member_unsigned(decode, value, "request_len", io.request_len);
	member_buffer(decode, value, "request", io.request, io.request_len, 0);
	member_hex(decode, value, "request_tag", io.request_tag);
	member_unsigned(decode, value, "request_attr", io.request_attr);
	member_unsigned(decode, value, "request_priority", io.request_priority);
	member_unsigned(decode, value, "request_extra", io.request_extra);
	member_unsigned(decode, value, "max_response_len", io.max_response_len);
	member_unsigned(decode, value, "dout_iovec_count", io.dout_iovec_count);
	member_unsigned(decode, value, "dout_xfer_len", io.dout_xfer_len);
	member_unsigned(decode, value, "din_iovec_count", io.din_iovec_count);
	member_unsigned(decode, value, "din_xfer_len", io.din_xfer_len);
	member_buffer(decode, value, "dout_xferp", io.dout_xferp, io.dout_xfer_len,
		      io.dout_iovec_count);
	member_unsigned(decode, value, "timeout", io.timeout);
	value_member(value, "flags", decode_group_flags(decode, &xlat_bsg_flags, io.flags));
	member_hex(decode, value, "usr_ptr", io.usr_ptr);
	if (decode_succeeded(decode))
		decode->side = DECODE_OUT;
	decode_copy(decode, addr, &io, sizeof(io));
	len = io.din_xfer_len;
	if (io.din_resid > 0 && (uint32_t)io.din_resid <= len)
		len -= (uint32_t)io.din_resid;
	member_unsigned(decode, value, "response_len", io.response_len);
	member_buffer(decode, value, "response", io.response, io.response_len, 0);
	member_buffer(decode, value, "din_xferp", io.din_xferp, len, io.din_iovec_count);
	member_hex(decode, value, "driver_status", io.driver_status);
	member_hex(decode, value, "transport_status", io.transport_status);
	member_hex(decode, value, "device_status", io.device_status);
	member_unsigned(decode, value, "retry_delay", io.retry_delay);
	value_member(value, "info", decode_group_flags(decode, &xlat_sg_info, io.info));
	member_unsigned(decode, value, "duration", io.duration);
	member_signed(decode, value, "din_resid", io.din_resid);
	member_signed(decode, value, "dout_resid", io.dout_resid);
	member_hex(decode, value, "generated_tag", io.generated_tag);
	decode->side = DECODE_IN;
	return value;
}

struct value *decode_struct_sg_io(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *array;
	uint64_t version;

	(void)desc;
	if (!decode_load(decode, raw, sizeof(uint32_t), false, &version))
		return decode_address(decode, raw);
	if (version == 'S')
		return sg_v3(decode, raw);
	if (version == 'Q')
		return sg_v4(decode, raw);
	array = value_array(&decode->region);
	value_add(array, value_unsigned(&decode->region, version));
	return array;
}

/* Flash */

/* Its length is a number with a sign. */
struct value *decode_volume_name(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const char *bytes = decode_bytes_at(decode, raw, desc->size);
	size_t len, limit = desc->size - 1;
	struct value *value;
	uint64_t count;

	if (!bytes || !decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	if (count > INT16_MAX)
		count = 0;
	limit = count < limit ? (size_t)count : limit;
	len = strnlen(bytes, desc->size);
	value = decode_char_array(decode, bytes, len < limit ? len : limit);
	if (len > limit)
		value->flags |= VALUE_MORE;
	return value;
}

/* Clocks */

/* Where what is asked for would have come, is told if it did not. */
struct value *decode_struct_rtc_param_get(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	struct value *value = decode_fields(decode, &struct_rtc_param_asked, raw);

	(void)desc;
	if (value->kind != VALUE_STRUCT || decode->phase != DECODE_EXIT || decode_succeeded(decode))
		return value;
	return value_change(&decode->region, value, decode_address(decode, raw));
}

struct value *decode_struct_ptp_date(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	struct ptp_clock_time time;

	(void)desc;
	if (!decode_copy(decode, raw, &time, sizeof(time)))
		return decode_address(decode, raw);
	return decode_time_comment(decode, decode_fields(decode, &struct_ptp_time, raw), time.sec,
				   time.nsec, 9);
}

struct value *decode_struct_ptp_triple(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	struct value *array = value_array(&decode->region);

	for (unsigned i = 0; i < 3; i++)
		value_add(array, decode_struct_ptp_date(decode, desc,
							raw + i * sizeof(struct ptp_clock_time)));
	return array;
}

/* The system's time before and after each of the device's. */
struct value *decode_ptp_samples(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct arg_desc times = *desc;
	uint64_t samples;

	if (!decode_count(decode, desc, &samples))
		return decode_address(decode, raw);
	times.count = COUNT_CONST;
	times.limit = 2 * (uint32_t)(samples < PTP_MAX_SAMPLES ? samples : PTP_MAX_SAMPLES) + 1;
	return decode_elements(decode, &times, raw);
}

/* Lines of GPIO */

static void add_attribute(struct decode *decode, struct value *parent,
			  const struct gpio_v2_line_attribute *attribute, bool inner)
{
	struct value *raw = parent;

	if (!attribute->padding && attribute->id == GPIO_V2_LINE_ATTR_ID_FLAGS) {
		value_member(
			parent, "flags",
			decode_group_flags(decode, &xlat_gpio_v2_line_flags, attribute->flags));
		return;
	}
	if (!attribute->padding && attribute->id == GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES) {
		member_hex(decode, parent, "values", attribute->values);
		return;
	}
	if (!attribute->padding && attribute->id == GPIO_V2_LINE_ATTR_ID_DEBOUNCE) {
		member_unsigned(decode, parent, "debounce_period_us",
				attribute->debounce_period_us);
		return;
	}
	if (inner)
		raw = value_member(parent, "attr", value_struct(&decode->region));
	member_unsigned(decode, raw, "id", attribute->id);
	if (attribute->padding)
		member_hex(decode, raw, "padding", attribute->padding);
	member_hex(decode, raw, "data", attribute->values);
}

struct value *decode_struct_gpio_attribute(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	struct value *value = value_struct(&decode->region);
	struct gpio_v2_line_attribute attribute;

	(void)desc;
	if (!decode_copy(decode, raw, &attribute, sizeof(attribute)))
		return decode_address(decode, raw);
	add_attribute(decode, value, &attribute, false);
	return value;
}

struct value *decode_struct_gpio_config_attribute(struct decode *decode,
						  const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_struct(&decode->region);
	struct gpio_v2_line_config_attribute attribute;

	(void)desc;
	if (!decode_copy(decode, raw, &attribute, sizeof(attribute)))
		return decode_address(decode, raw);
	add_attribute(decode, value, &attribute.attr, true);
	member_hex(decode, value, "mask", attribute.mask);
	return value;
}

/* Video */

struct value *decode_pixel_format(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	const struct xlat *entry = xlat_find(desc->param, raw);
	struct value *call = value_call(&decode->region, "v4l2_fourcc"), *choice;

	for (unsigned i = 0; i < 4; i++)
		value_add(call, decode_quoted_char(decode, desc, raw >> 8 * i & 0xff));
	if (entry)
		call = value_comment(&decode->region, call, entry->name);
	choice = value_choice(&decode->region, value_hex(&decode->region, raw), call);
	choice->flags |= VALUE_FORM;
	return choice;
}

struct value *decode_fraction(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	struct value *value = value_struct(&decode->region);
	struct v4l2_fract fraction;

	(void)desc;
	if (!decode_copy(decode, addr, &fraction, sizeof(fraction)))
		return decode_address(decode, addr);
	member_unsigned(decode, value, "numerator", fraction.numerator);
	member_unsigned(decode, value, "denominator", fraction.denominator);
	value->flags |= VALUE_FRACTION;
	return value;
}

/* The name of a control, or its class and what it is in that; NULL: neither. */
static const char *control_name(struct decode *decode, uint32_t id)
{
	const uint32_t in_class = 0xffff; /* linux/v4l2-controls.h: classes differ above */
	const struct xlat *entry = xlat_find(&xlat_v4l2_control_ids, id);

	if (entry)
		return entry->name;
	entry = xlat_find(&xlat_v4l2_control_classes, id & ~in_class);
	return entry ? region_printf(&decode->region, "%s+%#x", entry->name, id & in_class) : NULL;
}

struct value *decode_v4l2_cid(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return value_symbol(&decode->region, raw, control_name(decode, (uint32_t)raw),
			    xlat_v4l2_control_ids.unknown);
}

struct value *decode_v4l2_cid_next(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_group_flags(decode, &xlat_v4l2_control_next, raw);
	const char *name;

	if (!value->count)
		return decode_v4l2_cid(decode, desc, raw);
	name = control_name(decode, (uint32_t)value->rest);
	if (!name) {
		value->flags |= VALUE_REST;
		value->text = xlat_v4l2_control_ids.unknown;
		return value;
	}
	value_flag_name(&decode->region, value, name);
	value->rest = 0;
	return value;
}

/* Whether an array has all elements that it should: none is told as the address of the rest. */
static bool all_there(const struct value *value)
{
	return value->kind == VALUE_ARRAY && (!value->last || value->last->kind != VALUE_COMMENT);
}

/* The kernel tells of each control what has become of it, and which is wrong if one is. */
struct value *decode_struct_v4l2_ext_controls(struct decode *decode, const struct arg_desc *desc,
					      uint64_t raw)
{
	bool get = (uint32_t)decode_arg(decode, 1) == (uint32_t)VIDIOC_G_EXT_CTRLS;
	const struct call *call = decode->call;
	bool done = decode_succeeded(decode), written = decode->written;
	struct value *value, *after;
	uint64_t count;

	(void)desc;
	value = decode_fields(decode, &struct_v4l2_controls_asked, raw);
	if (value->kind != VALUE_STRUCT ||
	    !decode_load(decode, raw + offsetof(struct v4l2_ext_controls, count), sizeof(uint32_t),
			 false, &count) ||
	    !count)
		return value;
	if (!get) {
		after = decode_fields(decode, &struct_v4l2_controls_told, raw);
		if (after->kind != VALUE_STRUCT || !after->first)
			return value;
		value_add(value, after->first);
		if (!all_there(after->first))
			return value;
	}
	if (decode->phase != DECODE_EXIT || !call->exited || call->unknown_ret)
		return value;
	decode->side = DECODE_OUT;
	decode->written = true;
	after = decode_fields(decode,
			      done ? &struct_v4l2_controls_told : &struct_v4l2_controls_wrong, raw);
	decode->side = DECODE_IN;
	decode->written = written;
	if (after->kind != VALUE_STRUCT)
		return value;
	if (!get)
		return value_change(&decode->region, value, after);
	value_add(value, after->first);
	return value;
}

struct value *decode_v4l2_created(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_fields(decode, &struct_v4l2_created, decode_arg(decode, 2));

	(void)desc;
	(void)raw;
	return value->kind == VALUE_STRUCT ? value : NULL;
}

/* Which members there are depends on the request, and on where the buffer is. */
struct value *decode_struct_v4l2_buffer(struct decode *decode, const struct arg_desc *desc,
					uint64_t raw)
{
	bool dequeue = (uint32_t)decode_arg(decode, 1) == (uint32_t)VIDIOC_DQBUF;
	struct v4l2_buffer buffer;
	struct value *value;

	(void)desc;
	value = decode_fields(decode, dequeue ? &struct_v4l2_buffer_any : &struct_v4l2_buffer_asked,
			      raw);
	if (value->kind != VALUE_STRUCT || !decode_succeeded(decode))
		return value;
	decode->side = DECODE_OUT;
	if (!decode_copy(decode, raw, &buffer, sizeof(buffer)))
		return value;
	if (dequeue)
		member_unsigned(decode, value, "index", buffer.index);
	value_member(value, "memory",
		     decode_group_enum(decode, &xlat_v4l2_memories, buffer.memory));
	if (buffer.memory == V4L2_MEMORY_MMAP)
		member_hex(decode, value, "m.offset", buffer.m.offset);
	else if (buffer.memory == V4L2_MEMORY_USERPTR)
		value_member(value, "m.userptr", decode_address(decode, buffer.m.userptr));
	member_unsigned(decode, value, "length", buffer.length);
	member_unsigned(decode, value, "bytesused", buffer.bytesused);
	value_member(value, "flags",
		     decode_group_flags(decode, &xlat_v4l2_buf_flags, buffer.flags));
	if (dequeue)
		value_member(value, "timestamp",
			     decode_fields(decode, &struct_timeval,
					   raw + offsetof(struct v4l2_buffer, timestamp)));
	value->flags |= VALUE_MORE;
	decode->side = DECODE_IN;
	return value;
}

/* Btrfs */

struct value *decode_uint_max(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;

	(void)desc;
	if (raw != UINT64_MAX)
		return value_unsigned(&decode->region, raw);
	value = value_symbol(&decode->region, raw, "UINT64_MAX", NULL);
	value->base = BASE_UNSIGNED;
	return value;
}

struct value *decode_hex_of_compat(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return value_flags(&decode->region, raw, "BTRFS_FEATURE_COMPAT_???");
}

struct value *decode_uuid(struct decode *decode, const struct arg_desc *desc, uint64_t addr)
{
	const uint8_t *b = decode_bytes_at(decode, addr, 16);

	(void)desc;
	if (!b)
		return decode_address(decode, addr);
	return value_word(&decode->region,
			  region_printf(&decode->region,
					"%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
					"%02x%02x%02x%02x%02x%02x",
					b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9],
					b[10], b[11], b[12], b[13], b[14], b[15]));
}

struct value *decode_bare_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t flags;

	if (decode_hidden(decode, raw) || !decode_load(decode, raw, sizeof(flags), false, &flags))
		return decode_address(decode, raw);
	return decode_group_flags(decode, desc->param, flags);
}

struct value *decode_struct_btrfs_date(struct decode *decode, const struct arg_desc *desc,
				       uint64_t raw)
{
	struct btrfs_ioctl_timespec time;

	(void)desc;
	if (!decode_copy(decode, raw, &time, sizeof(time)))
		return decode_address(decode, raw);
	return decode_time_comment(decode, decode_fields(decode, &struct_btrfs_time, raw),
				   (int64_t)time.sec, time.nsec, 9);
}

/* The tree is told where it was for the kernel to say. */
struct value *decode_struct_btrfs_ino_found(struct decode *decode, const struct arg_desc *desc,
					    uint64_t raw)
{
	const uint64_t name = raw + offsetof(struct btrfs_ioctl_ino_lookup_args, name);
	struct value *value = value_struct(&decode->region);
	const void *bytes;
	uint64_t tree = 0;

	(void)desc;
	decode->side = DECODE_IN;
	decode_load(decode, raw, sizeof(tree), false, &tree);
	decode->side = DECODE_OUT;
	if (!tree) {
		const struct xlat *entry;

		decode_load(decode, raw, sizeof(tree), false, &tree);
		entry = xlat_find(&xlat_btrfs_objectids, tree);
		value_member(value, "treeid",
			     entry ? value_symbol(&decode->region, tree, entry->name, NULL) :
				     value_unsigned(&decode->region, tree));
	}
	bytes = decode_bytes_at(decode, name, BTRFS_INO_LOOKUP_PATH_MAX);
	value_member(value, "name",
		     bytes ? decode_char_array(decode, bytes, BTRFS_INO_LOOKUP_PATH_MAX) :
			     decode_address(decode, name));
	return value;
}

/* What was counted, with the names of the counters. */
struct value *decode_struct_btrfs_dev_counted(struct decode *decode, const struct arg_desc *desc,
					      uint64_t raw)
{
	struct value *value = value_struct(&decode->region), *array;
	struct btrfs_ioctl_get_dev_stats stats;

	(void)desc;
	if (!decode_copy(decode, raw, &stats, sizeof(stats)))
		return decode_address(decode, raw);
	member_unsigned(decode, value, "nr_items", stats.nr_items);
	value_member(value, "flags",
		     decode_group_flags(decode, &xlat_btrfs_dev_stats_flags, stats.flags));
	array = value_member(value, "values", value_array(&decode->region));
	array->flags |= VALUE_BARE;
	for (uint64_t i = 0; i < stats.nr_items; i++) {
		const struct xlat *entry = xlat_find(&xlat_btrfs_dev_stats, i);
		const char *index;

		if (i == sizeof(stats.values) / sizeof(*stats.values)) {
			array->flags |= VALUE_MORE;
			break;
		}
		index = entry ? entry->name : region_printf(&decode->region, "%u", (unsigned)i);
		value_add(array, value_form(&decode->region, stats.values[i],
					    region_printf(&decode->region, "[%s]=%llu", index,
							  (unsigned long long)stats.values[i])));
	}
	return value;
}

/* All objects are what most searches ask for: told with -v only. */
struct value *decode_struct_btrfs_search_key(struct decode *decode, const struct arg_desc *desc,
					     uint64_t raw)
{
	struct value *all = decode_fields(decode, &struct_btrfs_search_all, raw), *value;

	(void)desc;
	if (all->kind != VALUE_STRUCT || !decode->abbrev)
		return all;
	value = value_struct(&decode->region);
	for (struct value *member = all->first, *next; member; member = next) {
		next = member->next;
		member->next = NULL;
		if ((strcmp(member->name, "min_objectid") != 0 || member->raw != 256) &&
		    (strcmp(member->name, "max_objectid") != 0 || member->raw != -256ull))
			value_add(value, member);
	}
	return value;
}

static void found_items(struct decode *decode, struct value *value, uint32_t count, uint64_t addr,
			uint64_t room)
{
	struct btrfs_ioctl_search_header header;
	struct value *array;
	uint64_t offset = 0;

	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return;
	}
	array = value_member(value, "buf", value_array(&decode->region));
	for (uint32_t i = 0; i < count; i++) {
		if (offset > room || room - offset < sizeof(header) ||
		    i > decode->options->string_limit ||
		    !decode_copy(decode, addr + offset, &header, sizeof(header))) {
			array->flags |= VALUE_MORE;
			break;
		}
		value_add(array, decode_fields(decode, &struct_btrfs_search_header, addr + offset));
		offset += sizeof(header) + header.len;
	}
}

struct value *decode_struct_btrfs_found(struct decode *decode, const struct arg_desc *desc,
					uint64_t raw)
{
	struct value *value = value_struct(&decode->region), *key;
	struct btrfs_ioctl_search_key found;

	(void)desc;
	if (!decode_copy(decode, raw, &found, sizeof(found)))
		return decode_address(decode, raw);
	key = value_member(value, "key", value_struct(&decode->region));
	member_unsigned(decode, key, "nr_items", found.nr_items);
	found_items(decode, value, found.nr_items,
		    raw + offsetof(struct btrfs_ioctl_search_args, buf),
		    sizeof(((struct btrfs_ioctl_search_args *)NULL)->buf));
	return value;
}

struct value *decode_struct_btrfs_search_v2(struct decode *decode, const struct arg_desc *desc,
					    uint64_t raw)
{
	const uint64_t size_at = raw + offsetof(struct btrfs_ioctl_search_args_v2, buf_size);
	struct value *value = value_struct(&decode->region), *told;
	uint64_t size;

	if (!decode_load(decode, size_at, sizeof(size), false, &size))
		return decode_address(decode, raw);
	value_member(value, "key", decode_struct_btrfs_search_key(decode, desc, raw));
	member_unsigned(decode, value, "buf_size", size);
	if (decode->phase != DECODE_EXIT || decode->call->ret != -EOVERFLOW)
		return value;
	decode->side = DECODE_OUT;
	if (decode_load(decode, size_at, sizeof(size), false, &size)) {
		told = value_struct(&decode->region);
		member_unsigned(decode, told, "buf_size", size);
		value = value_change(&decode->region, value, told);
	}
	decode->side = DECODE_IN;
	return value;
}

struct value *decode_struct_btrfs_found_v2(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	struct value *value = value_struct(&decode->region), *key;
	struct btrfs_ioctl_search_args_v2 found;

	(void)desc;
	if (!decode_copy(decode, raw, &found, sizeof(found)))
		return decode_address(decode, raw);
	key = value_member(value, "key", value_struct(&decode->region));
	member_unsigned(decode, key, "nr_items", found.key.nr_items);
	member_unsigned(decode, value, "buf_size", found.buf_size);
	found_items(decode, value, found.key.nr_items, raw + sizeof(found), found.buf_size);
	return value;
}

/* A header, and behind it what there is of count elements of size bytes. */
static struct value *container(struct decode *decode, uint64_t addr, unsigned numbers,
			       element_fn *element)
{
	const uint64_t values = addr + struct_btrfs_data_container.size;
	struct btrfs_data_container header;
	struct value *value;

	if (decode_hidden(decode, addr) || !decode_copy(decode, addr, &header, sizeof(header)))
		return decode_address(decode, addr);
	value = decode_fields(decode, &struct_btrfs_data_container, addr);
	if (decode->abbrev)
		value->flags |= VALUE_MORE;
	else
		value_member(value, "val",
			     decode_elements_at(decode, values, header.elem_cnt / numbers,
						numbers * sizeof(uint64_t), element, &values));
	return value;
}

/* Where a name is, it tells as an offset from the first of these numbers. */
static struct value *path_element(struct decode *decode, const void *context, uint64_t addr)
{
	const uint64_t *values = context;
	uint64_t offset;

	if (!decode_load(decode, addr, sizeof(offset), false, &offset))
		return NULL;
	return decode_path(decode, NULL, *values + offset);
}

static struct value *inode_element(struct decode *decode, const void *context, uint64_t addr)
{
	(void)context;
	if (!decode_bytes_at(decode, addr, struct_btrfs_inode_record.size))
		return NULL;
	return decode_fields(decode, &struct_btrfs_inode_record, addr);
}

struct value *decode_btrfs_paths(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return container(decode, raw, 1, path_element);
}

struct value *decode_btrfs_inodes(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return container(decode, raw, 3, inode_element);
}

struct value *decode_struct_btrfs_supported_features(struct decode *decode,
						     const struct arg_desc *desc, uint64_t raw)
{
	static const char *const meanings[] = { "supported", "safe to set", "safe to clear" };
	struct value *array = value_array(&decode->region);

	(void)desc;
	if (!decode_bytes_at(decode, raw, struct_btrfs_supported_features.size))
		return decode_address(decode, raw);
	for (unsigned i = 0; i < sizeof(meanings) / sizeof(*meanings); i++)
		value_add(array, value_comment(&decode->region,
					       decode_fields(decode, &struct_btrfs_features,
							     raw + i * struct_btrfs_features.size),
					       meanings[i]));
	return array;
}

struct value *decode_permille(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_unsigned(&decode->region, raw);

	(void)desc;
	if (raw > 1000)
		return value;
	return value_comment(
		&decode->region, value,
		region_printf(&decode->region, "%u.%u%%", (unsigned)raw / 10, (unsigned)raw % 10));
}

struct value *decode_time_unsigned(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return decode_time_comment(decode, value_unsigned(&decode->region, raw), (int64_t)raw, 0,
				   0);
}

/* The console */

/* include/linux/timex.h, drivers/tty/vt/vt_ioctl.c in the kernel */
#define PIT_TICK_RATE 1193182u
#define GPFIRST 0x3b4u
#define GPLAST 0x3dfu

struct value *decode_beep(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	unsigned frequency = raw ? (unsigned)(PIT_TICK_RATE / raw) : 0;

	(void)desc;
	return decode_named(decode, value_unsigned(&decode->region, raw),
			    frequency ? region_printf(&decode->region, "%u Hz", frequency) : "off");
}

struct value *decode_tone(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	unsigned ticks = (uint32_t)raw >> 16, count = raw & 0xffff;
	struct value *value;

	(void)desc;
	value = ticks ? value_form(&decode->region, raw,
				   region_printf(&decode->region, "%u<<16|%u", ticks, count)) :
			value_unsigned(&decode->region, count);
	return decode_named(decode, value,
			    ticks && count ? region_printf(&decode->region, "%u Hz, %u ms",
							   PIT_TICK_RATE / count, ticks) :
					     "off");
}

struct value *decode_vga_port(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_hex(&decode->region, raw);

	(void)desc;
	if (raw < GPFIRST || raw > GPLAST)
		return value;
	return decode_named(
		decode, value,
		region_printf(&decode->region, "GPFIRST + %u", (unsigned)raw - GPFIRST));
}

/* A place in the font itself, in a range of Unicode that is for that. */
struct value *decode_screen_code(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if ((raw & ~UNI_DIRECT_MASK) != UNI_DIRECT_BASE)
		return value_hex(&decode->region, raw);
	return value_form(&decode->region, raw,
			  region_printf(&decode->region, "UNI_DIRECT_BASE+%#x",
					(unsigned)raw & UNI_DIRECT_MASK));
}

struct value *decode_quoted_char(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const char plain[] = "\t\n\v\f\r\\'", escapes[] = "tnvfr\\'";
	unsigned char byte = (unsigned char)raw;
	const char *escape = byte ? strchr(plain, byte) : NULL;
	const char *form;

	(void)desc;
	if (escape)
		form = region_printf(&decode->region, "'\\%c'", escapes[escape - plain]);
	else if (byte >= ' ' && byte < 0x7f)
		form = region_printf(&decode->region, "'%c'", byte);
	else
		form = region_printf(&decode->region, "'\\x%02x'", byte);
	return value_form(&decode->region, raw, form);
}

/* Fonts, and which of its glyphs a character has */

#define GLYPHS_MAX 512u
#define GLYPH_ROWS 32u
#define FONT_NAME_MAX 32u /* drivers/tty/vt/vt.c in the kernel: with its end */

struct value *decode_glyphs(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (decode_hidden(decode, raw) || !decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return buffer(decode, raw, (count < GLYPHS_MAX ? count : GLYPHS_MAX) * GLYPH_ROWS, 0);
}

static struct value *font_data(struct decode *decode, const struct console_font_op *font)
{
	unsigned width = font->width < 32 ? font->width : 32;
	unsigned count = font->charcount < GLYPHS_MAX ? font->charcount : GLYPHS_MAX;

	return buffer(decode, pointer(font->data), (width + 7) / 8 * GLYPH_ROWS * count, 0);
}

/* What is meant of it depends on the operation. */
static void font_members(struct decode *decode, struct value *value,
			 const struct console_font_op *font, bool told)
{
	bool sized = font->op != KD_FONT_OP_SET_DEFAULT && font->op != KD_FONT_OP_COPY;
	size_t limit = decode->options->string_limit;

	if (font->op != KD_FONT_OP_COPY)
		member_unsigned(decode, value, "width", font->width);
	member_unsigned(decode, value, "height", font->height);
	if (sized)
		member_unsigned(decode, value, "charcount", font->charcount);
	if (font->op == KD_FONT_OP_SET || (font->op == KD_FONT_OP_GET && told))
		value_member(value, "data", font_data(decode, font));
	else if (sized)
		value_member(value, "data", decode_address(decode, pointer(font->data)));
	else if (font->op == KD_FONT_OP_SET_DEFAULT && !told)
		value_member(value, "data",
			     decode_text(decode, pointer(font->data),
					 limit < FONT_NAME_MAX - 1 ? limit : FONT_NAME_MAX - 1));
}

struct value *decode_struct_console_font_op(struct decode *decode, const struct arg_desc *desc,
					    uint64_t raw)
{
	struct value *value = value_struct(&decode->region), *told;
	struct console_font_op font;
	unsigned op;

	(void)desc;
	if (!decode_copy(decode, raw, &font, sizeof(font)))
		return decode_address(decode, raw);
	op = font.op;
	value_member(value, "op", decode_group_enum(decode, &xlat_kd_font_ops, op));
	if (op != KD_FONT_OP_SET_DEFAULT && op != KD_FONT_OP_COPY)
		value_member(value, "flags",
			     decode_group_flags(decode, &xlat_kd_font_flags, font.flags));
	font_members(decode, value, &font, false);
	if (op == KD_FONT_OP_SET || op == KD_FONT_OP_COPY || !decode_succeeded(decode))
		return value;
	decode->side = DECODE_OUT;
	if (decode_copy(decode, raw, &font, sizeof(font)) && font.op == op) {
		told = value_struct(&decode->region);
		font_members(decode, told, &font, true);
		value = value_change(&decode->region, value, told);
	}
	decode->side = DECODE_IN;
	return value;
}

static struct value *pair_element(struct decode *decode, const void *context, uint64_t addr)
{
	(void)context;
	if (!decode_bytes_at(decode, addr, struct_unimap_pair.size))
		return NULL;
	return decode_fields(decode, &struct_unimap_pair, addr);
}

struct value *decode_struct_unimapdesc_get(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	struct value *value = value_struct(&decode->region), *count;
	struct unimapdesc map, told;

	(void)desc;
	if (!decode_copy(decode, raw, &map, sizeof(map)))
		return decode_address(decode, raw);
	count = value_unsigned(&decode->region, map.entry_ct);
	decode->side = DECODE_OUT;
	if (decode_copy(decode, raw, &told, sizeof(told))) {
		count = value_change(&decode->region, count,
				     value_unsigned(&decode->region, told.entry_ct));
		if (told.entry_ct < map.entry_ct)
			map.entry_ct = told.entry_ct;
		map.entries = told.entries;
	}
	value_member(value, "entry_ct", count);
	value_member(value, "entries",
		     decode_elements_at(decode, pointer(map.entries), map.entry_ct,
					struct_unimap_pair.size, pair_element, NULL));
	decode->side = DECODE_IN;
	return value;
}

/* Keys */

static const struct xlat *key_by_value(unsigned type, unsigned number)
{
	return xlat_find(&xlat_kd_keys, type << 8 | number);
}

/* A name, or what it is made of: K(KT_LATIN, 'a') */
struct value *decode_key_value(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	unsigned type = (unsigned)raw >> 8, number = raw & 0xff;
	const struct xlat *key = key_by_value(type, number);
	const struct xlat *kind = xlat_find(&xlat_kd_key_types, type);
	struct region *region = &decode->region;
	const char *text;

	if (key)
		text = key->name;
	else if (kind &&
		 (type == KT_LATIN || type == KT_META || type == KT_LETTER || type == KT_DEAD2))
		text = region_printf(region, "K(%s, %s)", kind->name,
				     decode_quoted_char(decode, desc, number)->symbol);
	else if (kind)
		text = region_printf(region, "K(%s, %#x)", kind->name, number);
	else
		text = region_printf(region, "K(%#x, %#x)", type, number);
	return decode_named(decode, value_hex(region, raw), text);
}

/* The text is not told where neither its end nor all of its room can be read. */
static struct value *key_text(struct decode *decode, uint64_t addr)
{
	const size_t room = sizeof(((struct kbsentry *)NULL)->kb_string);
	size_t limit = decode->options->string_limit, len = room;
	const uint8_t *bytes = decode_bytes_at(decode, addr, room), *end;
	struct value *value;

	if (!bytes)
		bytes = decode_from(decode, addr, &len);
	end = bytes ? memchr(bytes, 0, len) : NULL;
	if (!bytes || (!end && len < room))
		return value_word(&decode->region, "???");
	len = end ? (size_t)(end - bytes) : room;
	value = value_bytes(&decode->region, bytes, len < limit ? len : limit);
	if (!end || len >= limit)
		value->flags |= VALUE_MORE;
	return value;
}

static struct value *key_string(struct decode *decode, uint64_t addr, bool told)
{
	struct value *value = value_struct(&decode->region);
	const struct xlat *key;
	uint64_t number;

	if (!decode_load(decode, addr, 1, false, &number))
		return decode_address(decode, addr);
	key = key_by_value(KT_FN, (unsigned)number);
	value_member(
		value, "kb_func",
		value_symbol(&decode->region, number,
			     key ? region_printf(&decode->region, "KVAL(%s)", key->name) : NULL,
			     "KVAL(K_??"
			     "?)"));
	if (told)
		value_member(value, "kb_string",
			     key_text(decode, addr + offsetof(struct kbsentry, kb_string)));
	return value;
}

struct value *decode_struct_kbsentry(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	(void)desc;
	return key_string(decode, raw, true);
}

struct value *decode_struct_kbsentry_get(struct decode *decode, const struct arg_desc *desc,
					 uint64_t raw)
{
	struct value *value = key_string(decode, raw, false);

	(void)desc;
	if (value->kind != VALUE_STRUCT || !decode_succeeded(decode))
		return value;
	decode->side = DECODE_OUT;
	value_member(value, "kb_string",
		     key_text(decode, raw + offsetof(struct kbsentry, kb_string)));
	decode->side = DECODE_IN;
	return value;
}
