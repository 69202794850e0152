/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A growing run of bytes that printers write into: no stdio, no format strings,
 * one bounds check per append.
 */
#ifndef SELF_PTRACE_TOOL_BUFFER_H
#define SELF_PTRACE_TOOL_BUFFER_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct buffer {
	char *data; /* not NUL-terminated; zero-initialise the whole struct */
	size_t used;
	size_t size;
};

/* Makes room for more bytes behind used; out of memory ends the tool. */
void buffer_grow(struct buffer *buffer, size_t more);
void buffer_free(struct buffer *buffer);

void buffer_decimal(struct buffer *buffer, uint64_t number);
void buffer_signed(struct buffer *buffer, int64_t number);
void buffer_hex(struct buffer *buffer, uint64_t number);   /* 0x1f; zero as 0 */
void buffer_octal(struct buffer *buffer, uint64_t number); /* 017; zero as 0 */
/* Decimal with leading zeros up to width. */
void buffer_padded(struct buffer *buffer, uint64_t number, unsigned width);
/* Spaces until used, counted from start, reaches column. */
void buffer_column(struct buffer *buffer, size_t start, size_t column);

static inline void buffer_reserve(struct buffer *buffer, size_t more)
{
	if (__builtin_expect(buffer->size - buffer->used < more, 0))
		buffer_grow(buffer, more);
}

static inline void buffer_char(struct buffer *buffer, char c)
{
	buffer_reserve(buffer, 1);
	buffer->data[buffer->used++] = c;
}

static inline void buffer_bytes(struct buffer *buffer, const void *bytes, size_t len)
{
	if (!len)
		return;
	buffer_reserve(buffer, len);
	memcpy(buffer->data + buffer->used, bytes, len);
	buffer->used += len;
}

static inline void buffer_string(struct buffer *buffer, const char *string)
{
	buffer_bytes(buffer, string, strlen(string));
}

static inline void buffer_reset(struct buffer *buffer)
{
	buffer->used = 0;
}

#endif
