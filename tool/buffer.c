// SPDX-License-Identifier: LGPL-2.1-or-later
/* The growing output buffer of the printers. */
#include "buffer.h"

#include <stdio.h>
#include <stdlib.h>

void buffer_grow(struct buffer *buffer, size_t more)
{
	size_t size = buffer->size ? buffer->size : 4096;
	char *data;

	while (size - buffer->used < more) {
		if (size > SIZE_MAX / 2)
			abort();
		size *= 2;
	}
	data = realloc(buffer->data, size);
	if (!data) {
		fputs("self_ptrace: out of memory\n", stderr);
		abort();
	}
	buffer->data = data;
	buffer->size = size;
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	*buffer = (struct buffer){ 0 };
}

void buffer_decimal(struct buffer *buffer, uint64_t number)
{
	char digits[20];
	size_t at = sizeof(digits);

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number);
	buffer_bytes(buffer, digits + at, sizeof(digits) - at);
}

void buffer_signed(struct buffer *buffer, int64_t number)
{
	if (number < 0)
		buffer_char(buffer, '-');
	buffer_decimal(buffer, number < 0 ? 0 - (uint64_t)number : (uint64_t)number);
}

void buffer_hex(struct buffer *buffer, uint64_t number)
{
	char digits[18];
	size_t at = sizeof(digits);

	if (!number) {
		buffer_char(buffer, '0');
		return;
	}
	for (; number; number >>= 4)
		digits[--at] = "0123456789abcdef"[number & 15];
	digits[--at] = 'x';
	digits[--at] = '0';
	buffer_bytes(buffer, digits + at, sizeof(digits) - at);
}

void buffer_octal(struct buffer *buffer, uint64_t number)
{
	char digits[24];
	size_t at = sizeof(digits);

	for (; number; number >>= 3)
		digits[--at] = (char)('0' + (number & 7));
	digits[--at] = '0';
	buffer_bytes(buffer, digits + at, sizeof(digits) - at);
}

void buffer_padded(struct buffer *buffer, uint64_t number, unsigned width)
{
	uint64_t bound = 10;

	for (unsigned digits = 1; digits < width; digits++) {
		if (number < bound) {
			for (; digits < width; digits++)
				buffer_char(buffer, '0');
			break;
		}
		if (bound > UINT64_MAX / 10)
			break;
		bound *= 10;
	}
	buffer_decimal(buffer, number);
}

void buffer_column(struct buffer *buffer, size_t start, size_t column)
{
	size_t width = buffer->used - start;

	if (width >= column)
		return;
	buffer_reserve(buffer, column - width);
	memset(buffer->data + buffer->used, ' ', column - width);
	buffer->used += column - width;
}
