// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Hostile calls through decoder and printers: any number, any arguments, any
 * memory, claims about its size that lie.
 *
 * The input: a byte of options, number, result, six arguments, then pieces.
 * An argument or a piece's address is a byte that says which of a few addresses
 * it is, or that eight bytes of input follow: so pointers meet memory often.
 */
#include "tool/json.h"
#include "tool/objects.h"
#include "tool/text.h"

#include <linux/audit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define PIECES 16u

struct input {
	const uint8_t *data;
	size_t left;
};

static uint64_t take(struct input *input, size_t size)
{
	uint64_t number = 0;

	if (size > input->left)
		size = input->left;
	memcpy(&number, input->data, size);
	input->data += size;
	input->left -= size;
	return number;
}

static uint64_t take_number(struct input *input)
{
	uint8_t how = (uint8_t)take(input, 1);

	if (how < 128)
		return 0x10000 + how * 64u; /* an address, close enough to be a number too */
	if (how < 192)
		return how - 128u;
	if (how < 200)
		return (uint64_t)-1 - (how - 192u);
	if (how < 220)
		return 1ull << (how - 200) * 3;
	return take(input, 8);
}

/* Each piece in an allocation of its own, so that a step over its end is seen. */
static void take_pieces(struct input *input, struct memory *memory)
{
	size_t count = (size_t)take(input, 1) % PIECES;

	memory->count = 0;
	for (; count && input->left; count--) {
		struct memory_piece *piece = &memory->pieces[memory->count++];
		uint8_t total;

		piece->addr = take_number(input);
		piece->len = (uint32_t)take(input, 2);
		total = (uint8_t)take(input, 1);
		if (piece->len > input->left)
			piece->len = (uint32_t)input->left;
		piece->total = total & 1 ? piece->len : piece->len + total * 0x101u;
		piece->bytes = malloc(piece->len);
		if (!piece->bytes)
			abort();
		memcpy((uint8_t *)piece->bytes, input->data, piece->len);
		input->data += piece->len;
		input->left -= piece->len;
	}
}

static void free_pieces(struct memory *memory)
{
	for (size_t i = 0; i < memory->count; i++)
		free((uint8_t *)memory->pieces[i].bytes);
	memory->count = 0;
}

static size_t fd_text(void *data, const struct call *call, int fd, char *text, size_t size,
		      uint16_t *ret_flags)
{
	(void)data;
	(void)call;
	*ret_flags = fd & 1 ? VALUE_DELETED : 0;
	memset(text, '<', size < 5 ? size : 5);
	return fd & 2 ? 5 : 0;
}

static int object_of(void *data, const struct call *call, int fd, bool likely)
{
	(void)data;
	(void)likely;
	if (call->nr == SYS_bpf)
		return OBJECT_BPF_MAP + fd % 4;
	return fd == 99 ? OBJECT_NONE : (int)(call->args[3] % 23);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct decode decode;
	static struct buffer buffer;
	static struct memory_piece enter_pieces[PIECES], exit_pieces[PIECES];
	static struct call call = { .enter.pieces = enter_pieces, .exit.pieces = exit_pieces };
	struct input input = { data, size };
	struct decode_options options;
	struct text_style style = { 0 };
	const struct decoded *decoded;
	unsigned how = (unsigned)take(&input, 2);
	unsigned entered;

	decode_options_init(&options);
	options.string_limit = how & 1 ? 4 : 32;
	if (how & 2)
		decode_set_all(&options.abbrev, false);
	if (how & 4)
		decode_set_all(&options.verbose, false);
	if ((how & 0x38) == 0x38)
		decode_set_all(&options.raw, true);
	if (how & 0x40)
		options.fd_text = fd_text;
	options.object = object_of;
	style.constants = (enum text_constants)(how >> 7 & 3) % 3;
	style.hex = (enum text_hex)(how >> 9 & 3) % 3;
	style.arg_names = how >> 11 & 1;
	decode.options = &options;

	call.nr = (uint32_t)take(&input, 2) % 520;
	call.arch = how & 0x8000 ? AUDIT_ARCH_I386 : AUDIT_ARCH_X86_64;
	for (unsigned i = 0; i < 6; i++)
		call.args[i] = take_number(&input);
	call.ret = (int64_t)take_number(&input);
	call.exited = true;
	call.unknown_ret = (how >> 12 & 7) == 1;
	call.restarted = (how >> 12 & 7) == 2;
	take_pieces(&input, &call.enter);
	take_pieces(&input, &call.exit);

	buffer_reset(&buffer);
	entered = text_entry(&buffer, &style, decode_call(&decode, &call, DECODE_ENTRY));
	decoded = decode_call(&decode, &call, DECODE_EXIT);
	text_exit(&buffer, &style, decoded, entered);
	buffer_column(&buffer, 0, 40);
	text_result(&buffer, &style, decoded);
	json_call(&buffer, decoded, &call, 1);
	if (input.left >= 128)
		json_value(&buffer, decode_siginfo(&decode, input.data));
	free_pieces(&call.enter);
	free_pieces(&call.exit);
	return 0;
}
