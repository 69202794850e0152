// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A hostile recording (tool/recording.h) through replay, decoder and printers.
 * The input is the file behind its header; sizes and task numbers are put right
 * where the first byte says so, or hardly any input would get far.
 */
#include "options.h"
#include "output.h"
#include "recording.h"

#include <linux/audit.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int file;
static char name[64];

/* A walk over what would be items. */
static void mend(uint8_t *bytes, size_t len)
{
	uint32_t begun = 0;

	for (size_t at = 0; len - at >= sizeof(struct item);) {
		struct item item;
		size_t size;

		memcpy(&item, bytes + at, sizeof(item));
		item.kind %= ITEM_STOPPED + 2;
		size = sizeof(item) + item.size % 256 / 8 * 8;
		if (size > len - at)
			size = (len - at) & ~(size_t)7;
		item.size = (uint32_t)size;
		if (item.kind == ITEM_BEGIN) {
			item.task = ++begun;
			if (size >= sizeof(item) + 8) {
				bytes[at + sizeof(item)] %= OUTPUT_ATTACHED + 1;
				memset(bytes + at + sizeof(item) + 1, 0, 3);
				memset(bytes + at + sizeof(item) + 6, 0, 2);
			}
		} else if (begun) {
			item.task = 1 + item.task % begun;
		}
		item.tid = item.tid % 1000 + 1;
		if (item.kind == ITEM_ENTER && size >= sizeof(item) + sizeof(struct item_enter)) {
			struct item_enter enter;

			memcpy(&enter, bytes + at + sizeof(item), sizeof(enter));
			enter.nr %= 470;
			enter.arch = AUDIT_ARCH_X86_64;
			memcpy(bytes + at + sizeof(item), &enter, sizeof(enter));
		}
		memcpy(bytes + at, &item, sizeof(item));
		at += size;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static char *styles[][9] = {
		{ "self_ptrace", "-o", "/dev/null", "-ttt", "-T", NULL },
		{ "self_ptrace", "-o", "/dev/null", "-v", "-xx", "-s", "200", NULL },
		{ "self_ptrace", "-o", "/dev/null", "--json", "-v", NULL },
		{ "self_ptrace", "-o", "/dev/null", "-C", "-X", "raw", NULL },
	};
	struct recording_header header = { .magic = RECORDING_MAGIC,
					   .version = RECORDING_VERSION,
					   .flags = 1,
					   .sources = 1,
					   .string_limit = 32 };
	struct replay *replay;
	struct options options;
	struct output *output;
	char *argv[10], option[80];
	uint8_t *copy;
	int argc = 0;

	if (size < 1)
		return 0;
	copy = malloc(size);
	memcpy(copy, bytes + 1, size - 1);
	if (bytes[0] & 4)
		mend(copy, size - 1);
	if (ftruncate(file, 0) || pwrite(file, &header, sizeof(header), 0) != sizeof(header) ||
	    pwrite(file, copy, size - 1, sizeof(header)) != (ssize_t)(size - 1))
		abort();
	free(copy);
	for (char **style = styles[bytes[0] % 4]; *style; style++)
		argv[argc++] = *style;
	snprintf(option, sizeof(option), "--read=%s", name);
	argv[argc++] = option;
	argv[argc] = NULL;
	if (options_parse(argc, argv, &options) || replay_open(&options, &replay) ||
	    output_new(&options, &output))
		abort();
	replay_run(replay, output);
	replay_free(replay);
	output_free(output);
	options_free(&options);
	return 0;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	file = memfd_create("recording", 0);
	snprintf(name, sizeof(name), "/proc/self/fd/%d", file);
	/* What the tool says of each input goes nowhere. */
	return file < 0;
}
