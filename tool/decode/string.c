// SPDX-License-Identifier: LGPL-2.1-or-later
/* Paths, strings, data, vectors of them: argv, iovecs. */
#include "kinds.h"

#include "../../abi/capture.h"

#include <sys/uio.h>

struct value *decode_data(struct decode *decode, uint64_t addr, uint64_t len)
{
	uint64_t shown = len > decode->options->string_limit ? decode->options->string_limit : len;
	const void *bytes;
	struct value *value;

	if (!addr)
		return decode_address(decode, addr);
	bytes = decode_bytes_at(decode, addr, (size_t)shown);
	if (!bytes)
		return decode_address(decode, addr);
	value = value_bytes(&decode->region, bytes, (size_t)shown);
	if (shown < len)
		value->flags |= VALUE_MORE;
	return value;
}

struct value *decode_text(struct decode *decode, uint64_t addr, size_t limit)
{
	struct value *value;
	const uint8_t *bytes, *end;
	size_t len;

	bytes = addr ? decode_from(decode, addr, &len) : NULL;
	if (!bytes)
		return decode_address(decode, addr);
	end = memchr(bytes, '\0', len);
	/* Neither its end nor as much as is shown: it ran into unreadable memory. */
	if (!end && len <= limit)
		return decode_address(decode, addr);
	if (end)
		len = (size_t)(end - bytes);
	value = value_bytes(&decode->region, bytes, len > limit ? limit : len);
	if (len > limit)
		value->flags |= VALUE_MORE;
	return value;
}

struct value *decode_path(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value;

	(void)desc;
	if (decode->side == DECODE_OUT && decode_hidden(decode, raw))
		return decode_address(decode, raw);
	value = decode_text(decode, raw, CAPTURE_PATH_LIMIT - 1);
	if (value->kind == VALUE_STRING)
		value->flags |= VALUE_PATH;
	return value;
}

struct value *decode_string(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if (decode->side == DECODE_OUT && decode_hidden(decode, raw))
		return decode_address(decode, raw);
	return decode_text(decode, raw, decode->options->string_limit);
}

struct value *decode_bytes(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (decode->side == DECODE_OUT && !decode->written)
		return decode_address(decode, raw);
	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_data(decode, raw, count);
}

struct value *decode_host_name(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	/* __NEW_UTS_LEN in linux/utsname.h */
	if (!decode_count(decode, desc, &count) || count > 64)
		return decode_address(decode, raw);
	return decode_data(decode, raw, count);
}

struct value *decode_ztext(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_bytes(decode, desc, raw);
	const uint8_t *end;

	if (value->kind != VALUE_STRING)
		return value;
	end = memchr(value->bytes, 0, value->count);
	if (end)
		value->count = (uint32_t)(end - value->bytes);
	value->flags = (uint16_t)(end ? value->flags & ~VALUE_MORE : value->flags | VALUE_MORE);
	return value;
}

struct value *decode_hexbytes(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_bytes(decode, desc, raw);

	if (value->kind == VALUE_STRING)
		value->flags |= VALUE_ESCAPED;
	return value;
}

struct value *decode_char_array(struct decode *decode, const void *bytes, size_t len)
{
	size_t used = strnlen(bytes, len);

	return value_bytes(&decode->region, region_string(&decode->region, bytes, used), used);
}

struct value *decode_chars(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	size_t size = decode_given(decode, raw, desc->limit ? desc->limit : desc->size);
	const uint8_t *bytes = decode_bytes_at(decode, raw, size);

	return bytes ? decode_char_array(decode, bytes, size) : decode_address(decode, raw);
}

struct value *decode_prefix(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_data(decode, raw, count < desc->size ? count : desc->size);
}

/* iovec */

struct iovec_context {
	uint64_t left; /* bytes that the call transferred and that no element had yet */
	enum iovec_content content;
};

static struct value *iovec_element(struct decode *decode, const void *context, uint64_t addr)
{
	/* The one context of a call is its caller's own variable. */
	struct iovec_context *state = *(struct iovec_context *const *)context;
	struct value *value, *shown;
	struct iovec iov;
	uint64_t base, len;

	if (!decode_copy(decode, addr, &iov, sizeof(iov)))
		return NULL;
	value = value_struct(&decode->region);
	base = (uint64_t)(uintptr_t)iov.iov_base;
	len = iov.iov_len;
	if (state->content != IOVEC_ADDRESSES) {
		uint64_t part = len < state->left ? len : state->left;

		shown = state->content == IOVEC_PACKET ? decode_packet_at(decode, base, part) :
							 decode_data(decode, base, part);
		state->left -= part;
	} else {
		shown = decode_address(decode, base);
	}
	value_member(value, "iov_base", shown);
	value_member(value, "iov_len", value_unsigned(&decode->region, len));
	return value;
}

struct value *decode_iovecs(struct decode *decode, uint64_t addr, uint64_t count, uint64_t limit,
			    enum iovec_content content)
{
	struct iovec_context state = { .left = limit, .content = content };
	const struct iovec_context *context = &state;

	return decode_elements_at(decode, addr, count, sizeof(struct iovec), iovec_element,
				  &context);
}

struct value *decode_iovec(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t limit = UINT64_MAX;
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	if (desc->dir == ARG_OUT)
		limit = decode_succeeded(decode) ? (uint64_t)decode->call->ret : 0;
	/* The vector itself is an input: a failed readv shows its pointers. */
	if (decode->side == DECODE_OUT && !decode_succeeded(decode)) {
		decode->side = DECODE_IN;
		return decode_iovecs(decode, raw, count, 0, IOVEC_ADDRESSES);
	}
	decode->side = DECODE_IN;
	return decode_iovecs(decode, raw, count, limit, IOVEC_DATA);
}

struct value *decode_iovec_addr(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_iovecs(decode, raw, count, 0, IOVEC_ADDRESSES);
}

/* Strings by their addresses */

static struct value *string_element(struct decode *decode, const void *context, uint64_t addr)
{
	uint64_t string;

	(void)context;
	if (!decode_load(decode, addr, sizeof(string), false, &string))
		return NULL;
	return decode_text(decode, string, decode->options->string_limit);
}

struct value *decode_strings(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count;

	if (!decode_count(decode, desc, &count))
		return decode_address(decode, raw);
	return decode_elements_at(decode, raw, count, sizeof(uint64_t), string_element, NULL);
}

/* argv and envp */

static struct value *argv_strings(struct decode *decode, uint64_t addr)
{
	struct value *array = value_array(&decode->region);
	uint32_t limit = decode->options->string_limit;
	uint64_t total = decode_total(decode, addr);

	for (uint64_t i = 0;; i++) {
		uint64_t string;

		if (decode->abbrev && i >= limit && i < total / 8) {
			array->flags |= VALUE_MORE;
			break;
		}
		if (!decode_load(decode, addr + 8 * i, 8, false, &string)) {
			if (total && i == total / 8)
				break;
			if (!i)
				return decode_address(decode, addr);
			value_add(array,
				  value_comment(&decode->region, value_word(&decode->region, "..."),
						region_printf(&decode->region, "%#llx",
							      (unsigned long long)addr + 8 * i)));
			break;
		}
		if (!string)
			break;
		value_add(array, decode_text(decode, string, limit));
	}
	return array;
}

struct value *decode_argv(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)desc;
	if (decode_hidden(decode, raw))
		return decode_address(decode, raw);
	return argv_strings(decode, raw);
}

struct value *decode_envp(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	uint64_t count = 0;
	uint64_t string = 0;

	(void)desc;
	if (!raw || !decode->abbrev)
		return decode_argv(decode, desc, raw);
	count = decode_total(decode, raw) / 8;
	if (count <= 1 && !decode_load(decode, raw, 8, false, &string))
		return decode_address(decode, raw);
	if (!string && count == 1) /* the NULL itself */
		count = 0;
	return value_comment(&decode->region, decode_address(decode, raw),
			     region_printf(&decode->region, "%llu var%s", (unsigned long long)count,
					   count == 1 ? "" : "s"));
}
