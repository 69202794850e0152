// SPDX-License-Identifier: LGPL-2.1-or-later
/* Waiting for descriptors: poll, select, epoll, and what they say when they are done. */
#include "kinds.h"

#include <poll.h>
#include <sys/select.h>
#include <sys/time.h>
#include <time.h>

/* What poll found, behind its result: [{fd=3, revents=POLLIN}] */
static struct value *poll_found(struct decode *decode, int64_t ready)
{
	struct value *array = value_array(&decode->region);
	uint64_t addr = decode_arg(decode, 0);
	uint64_t count = (uint32_t)decode_arg(decode, 1);
	uint64_t shown = 0;

	decode->side = DECODE_OUT;
	for (uint64_t i = 0; i < count && ready > 0; i++) {
		struct pollfd fd;
		struct value *value;

		if (!decode_copy(decode, addr + i * sizeof(fd), &fd, sizeof(fd))) {
			if (!i)
				return decode_address(decode, addr);
			break;
		}
		if (!fd.revents)
			continue;
		if (decode->abbrev && shown++ >= decode->options->string_limit) {
			array->flags |= VALUE_MORE;
			break;
		}
		value = value_struct(&decode->region);
		value_member(value, "fd", decode_fd_value(decode, fd.fd));
		value_member(value, "revents",
			     decode_group_flags(decode, &xlat_poll, (uint16_t)fd.revents));
		value_add(array, value);
	}
	return array;
}

static struct value *timeout_word(struct decode *decode)
{
	return value_word(&decode->region, "Timeout");
}

struct value *decode_poll_ready(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	return (int64_t)raw ? poll_found(decode, (int64_t)raw) : timeout_word(decode);
}

/* The time left, where the kernel tells it. */
static struct value *time_left(struct decode *decode, uint64_t addr, const struct struct_desc *desc)
{
	struct value *value;

	decode->side = DECODE_OUT;
	if (!addr || !decode_bytes_at(decode, addr, desc->size))
		return NULL;
	value = desc->decode ? NULL : decode_fields(decode, desc, addr);
	return value;
}

struct value *decode_ppoll_ready(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *left;

	(void)desc;
	if (!raw)
		return timeout_word(decode);
	decode_note(decode, NULL, poll_found(decode, (int64_t)raw));
	left = time_left(decode, decode_arg(decode, 2), &struct_timespec);
	if (left)
		decode_note(decode, "left", left);
	return NULL;
}

/* Sets of descriptors */

static size_t set_bytes(const struct decode *decode)
{
	int64_t bits = (int)decode_arg(decode, 0);

	if (bits <= 0)
		return 0;
	if (bits > 65536)
		bits = 65536;
	return ((size_t)bits + 63) / 64 * 8;
}

static struct value *set_value(struct decode *decode, uint64_t addr, bool *ret_any)
{
	size_t bytes = set_bytes(decode);
	const uint8_t *bits = bytes ? decode_bytes_at(decode, addr, bytes) : NULL;
	int64_t count = (int)decode_arg(decode, 0);
	struct value *set;

	if (ret_any)
		*ret_any = false;
	if (!bits || count <= 0)
		return decode_address(decode, addr);
	set = value_set(&decode->region);
	for (int64_t fd = 0; fd < count && fd < 8 * (int64_t)bytes; fd++) {
		if (!(bits[fd / 8] >> fd % 8 & 1))
			continue;
		value_add(set, decode_fd_value(decode, fd));
		if (ret_any)
			*ret_any = true;
	}
	return set;
}

struct value *decode_fdset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	return set_value(decode, raw, NULL);
}

static void select_found(struct decode *decode, uint64_t ready, const struct struct_desc *time)
{
	static const char *const labels[] = { "in", "out", "except" };
	struct value *left;

	if (!ready) {
		decode_note(decode, NULL, timeout_word(decode));
		return;
	}
	for (unsigned i = 0; i < 3; i++) {
		uint64_t addr = decode_arg(decode, 1 + i);
		struct value *set;
		bool any;

		decode->side = DECODE_OUT;
		if (!addr)
			continue;
		set = set_value(decode, addr, &any);
		if (any)
			decode_note(decode, labels[i], set);
	}
	left = time_left(decode, decode_arg(decode, 4), time);
	if (left)
		decode_note(decode, "left", left);
}

struct value *decode_select_ready(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	select_found(decode, raw, &struct_timeval);
	return NULL;
}

struct value *decode_pselect_ready(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	select_found(decode, raw, &struct_timespec);
	return NULL;
}

/* What was given is zero, and not told then. */
struct value *decode_struct_io_uring_probe(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	const struct struct_desc *given = &struct_io_uring_probe_given;
	uint64_t count = (uint32_t)decode_arg(decode, 3);
	size_t len = (size_t)count * struct_io_uring_probe_op.size;
	const uint8_t *head = decode_bytes_at(decode, raw, given->size), *ops;
	struct value *value = NULL;
	bool zero = true;

	(void)desc;
	ops = head && count <= 256 ? decode_bytes_at(decode, raw + given->size, len) : NULL;
	if (!ops)
		return decode_address(decode, raw);
	for (size_t i = 0; i < given->size; i++)
		zero = zero && !head[i];
	for (size_t i = 0; i < len; i++)
		zero = zero && !ops[i];
	if (!zero)
		value = decode_fields(decode, given, raw);
	if (decode_succeeded(decode)) {
		struct value *told;

		decode->side = DECODE_OUT;
		told = decode_fields(decode, &struct_io_uring_probe_told, raw);
		decode->side = DECODE_IN;
		value = value ? value_change(&decode->region, value, told) : told;
	}
	return value ? value : decode_address(decode, raw);
}
