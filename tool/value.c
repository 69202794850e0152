// SPDX-License-Identifier: LGPL-2.1-or-later
/* The value tree: regions and constructors. */
#include "value.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define REGION_SANITIZED
#endif
#endif
/* Under AddressSanitizer each allocation is one of its own, with its bounds. */
#if defined(REGION_SANITIZED) || defined(__SANITIZE_ADDRESS__)
#define REGION_CHUNK 8u
#else
#define REGION_CHUNK 65536u
#endif
#define REGION_ALIGN 8u

struct region_chunk {
	struct region_chunk *next;
	size_t size;
	uint8_t bytes[] __attribute__((aligned(16)));
};

static void region_use(struct region *region, struct region_chunk *chunk)
{
	region->current = chunk;
	region->free = chunk->bytes;
	region->left = chunk->size;
}

/* The next chunk that is large enough; those skipped are used again after the next reset. */
static void region_more(struct region *region, size_t size)
{
	struct region_chunk *chunk = region->current ? region->current->next : region->chunks;
	size_t chunk_size = size > REGION_CHUNK ? size : REGION_CHUNK;

	while (chunk && chunk->size < size)
		chunk = chunk->next;
	if (!chunk) {
		chunk = malloc(sizeof(*chunk) + chunk_size);
		if (!chunk) {
			fputs("self_ptrace: out of memory\n", stderr);
			abort();
		}
		chunk->size = chunk_size;
		if (region->current) {
			chunk->next = region->current->next;
			region->current->next = chunk;
		} else {
			chunk->next = region->chunks;
			region->chunks = chunk;
		}
	}
	region_use(region, chunk);
}

void *region_alloc(struct region *region, size_t size)
{
	void *result;

	size = (size + REGION_ALIGN - 1) & ~(size_t)(REGION_ALIGN - 1);
	if (__builtin_expect(size > region->left, 0))
		region_more(region, size);
	result = region->free;
	region->free += size;
	region->left -= size;
	return result;
}

char *region_string(struct region *region, const char *string, size_t len)
{
	char *copy = region_alloc(region, len + 1);

	if (len)
		memcpy(copy, string, len);
	copy[len] = '\0';
	return copy;
}

char *region_printf(struct region *region, const char *format, ...)
{
	char text[512];
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (len < 0)
		len = 0;
	if ((size_t)len >= sizeof(text))
		len = (int)sizeof(text) - 1;
	return region_string(region, text, (size_t)len);
}

void region_reset(struct region *region)
{
	if (REGION_CHUNK < sizeof(struct value))
		region_free(region);
	if (region->chunks)
		region_use(region, region->chunks);
}

void region_free(struct region *region)
{
	struct region_chunk *chunk = region->chunks;

	while (chunk) {
		struct region_chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	*region = (struct region){ 0 };
}

struct value *value_new(struct region *region, enum value_kind kind)
{
	struct value *value = region_alloc(region, sizeof(*value));

	*value = (struct value){ .kind = (uint8_t)kind };
	return value;
}

static struct value *value_number(struct region *region, enum value_kind kind, enum value_base base,
				  uint64_t raw)
{
	struct value *value = value_new(region, kind);

	value->base = (uint8_t)base;
	value->raw = raw;
	return value;
}

struct value *value_signed(struct region *region, int64_t number)
{
	return value_number(region, VALUE_SIGNED, BASE_DECIMAL, (uint64_t)number);
}

struct value *value_unsigned(struct region *region, uint64_t number)
{
	return value_number(region, VALUE_UNSIGNED, BASE_DECIMAL, number);
}

struct value *value_hex(struct region *region, uint64_t number)
{
	return value_number(region, VALUE_UNSIGNED, BASE_HEX, number);
}

struct value *value_octal(struct region *region, uint64_t number)
{
	return value_number(region, VALUE_UNSIGNED, BASE_OCTAL, number);
}

struct value *value_address(struct region *region, uint64_t address)
{
	return value_number(region, VALUE_ADDRESS, BASE_HEX, address);
}

struct value *value_word(struct region *region, const char *word)
{
	struct value *value = value_new(region, VALUE_WORD);

	value->symbol = word;
	return value;
}

struct value *value_symbol(struct region *region, uint64_t raw, const char *symbol,
			   const char *missing)
{
	struct value *value = value_number(region, VALUE_SYMBOL, BASE_HEX, raw);

	value->symbol = symbol;
	value->text = symbol ? NULL : missing;
	return value;
}

struct value *value_form(struct region *region, uint64_t raw, const char *form)
{
	struct value *value = value_symbol(region, raw, form, NULL);

	value->flags |= VALUE_FORM;
	return value;
}

struct value *value_flags(struct region *region, uint64_t raw, const char *missing)
{
	struct value *value = value_number(region, VALUE_FLAGS, BASE_HEX, raw);

	value->rest = raw;
	value->text = missing;
	return value;
}

struct value *value_bytes(struct region *region, const void *bytes, size_t len)
{
	struct value *value = value_new(region, VALUE_STRING);

	value->bytes = bytes;
	value->count = len > UINT32_MAX ? UINT32_MAX : (uint32_t)len;
	return value;
}

struct value *value_fd(struct region *region, int fd)
{
	return value_number(region, VALUE_FD, BASE_DECIMAL, (uint64_t)(int64_t)fd);
}

struct value *value_pid(struct region *region, int pid)
{
	return value_number(region, VALUE_PID, BASE_DECIMAL, (uint64_t)(int64_t)pid);
}

struct value *value_array(struct region *region)
{
	return value_new(region, VALUE_ARRAY);
}

struct value *value_struct(struct region *region)
{
	return value_new(region, VALUE_STRUCT);
}

struct value *value_set(struct region *region)
{
	return value_new(region, VALUE_SET);
}

struct value *value_list(struct region *region)
{
	return value_new(region, VALUE_LIST);
}

struct value *value_call(struct region *region, const char *function)
{
	struct value *value = value_new(region, VALUE_CALL);

	value->text = function;
	return value;
}

struct value *value_change(struct region *region, struct value *before, struct value *after)
{
	struct value *value = value_new(region, VALUE_CHANGE);

	value_add(value, before);
	value_add(value, after);
	return value;
}

struct value *value_choice(struct region *region, struct value *plain, struct value *meaning)
{
	struct value *value = value_new(region, VALUE_CHOICE);

	value_add(value, plain);
	value_add(value, meaning);
	return value;
}

struct value *value_comment(struct region *region, struct value *about, const char *text)
{
	struct value *value = value_new(region, VALUE_COMMENT);

	value_add(value, about);
	value->text = text;
	return value;
}

struct value *value_add(struct value *parent, struct value *child)
{
	if (!child)
		return NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	for (parent->last = child, parent->count++; parent->last->next; parent->count++)
		parent->last = parent->last->next;
	return child;
}

struct value *value_member(struct value *parent, const char *name, struct value *child)
{
	if (child)
		child->name = name;
	return value_add(parent, child);
}

/* Storage for names comes by powers of two: 4, 8, 16... */
void value_flag_name(struct region *region, struct value *flags, const char *name)
{
	uint32_t count = flags->count;

	if (!count || (count >= 4 && !(count & (count - 1)))) {
		size_t room = count ? 2 * (size_t)count : 4;
		const char **names = region_alloc(region, room * sizeof(*names));

		if (count)
			memcpy(names, flags->names, count * sizeof(*names));
		flags->names = names;
	}
	flags->names[flags->count++] = name;
}
