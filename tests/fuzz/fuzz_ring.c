// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * A hostile program's arena through all of the tool that reads it: ring,
 * consumer, decoder, printers.  The input is a list of steps: bytes anywhere in
 * the arena, fields of a ring with any value, records from well-formed to not at
 * all, and between them what the tool does: consume, an exec, a death.
 */
#include "consume.h"
#include "options.h"
#include "output.h"
#include "clock.h"

#include <errno.h>
#include <linux/audit.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define RINGS 4u
#define RING_BYTES 8192u
/* A consumer that never comes to an end is a hang. */
#define ROUNDS_MAX 100000

struct input {
	const uint8_t *at;
	size_t left;
};

static uint64_t take(struct input *input, size_t bytes)
{
	uint64_t value = 0;

	if (bytes > input->left)
		bytes = input->left;
	memcpy(&value, input->at, bytes);
	input->at += bytes;
	input->left -= bytes;
	return value;
}

static void take_bytes(struct input *input, uint8_t *to, size_t bytes)
{
	size_t have = bytes < input->left ? bytes : input->left;

	memcpy(to, input->at, have);
	memset(to + have, 0, bytes - have);
	input->at += have;
	input->left -= have;
}

/* Numbers that lie at the edges, more often than chance has them. */
static uint64_t take_number(struct input *input)
{
	static const uint64_t edges[] = { 0,
					  1,
					  7,
					  8,
					  4095,
					  4096,
					  RING_BYTES - 8,
					  RING_BYTES,
					  RING_BYTES + 8,
					  0x7fffffff,
					  0x80000000,
					  0xffffffff,
					  0x7fffffffffffffff,
					  0x8000000000000000,
					  ~0ull,
					  ~7ull };
	uint64_t how = take(input, 1);

	if (how < 128)
		return how;
	if (how < 192)
		return edges[how % (sizeof(edges) / sizeof(edges[0]))];
	return take(input, how < 224 ? 2 : 8);
}

/* What is set where, behind the ring's head; the head follows unless it is to lie. */
static void put_record(struct input *input, struct arena_view *view, uint32_t index)
{
	struct ring *ring = &view->rings[index];
	uint8_t *data = view->data + (size_t)index * RING_BYTES;
	uint8_t record[1024] = { 0 };
	struct record head = { .type = (uint16_t)(take(input, 1) % 10),
			       .time = clock_stamp() - 100000 };
	uint64_t shape = take(input, 1);
	size_t size = sizeof(head), body;

	switch (head.type) {
	case RECORD_BIRTH:
		((struct record_birth *)record)->how = (uint32_t)take(input, 1) % 5;
		((struct record_birth *)record)->pid = 1000000 + (uint32_t)take(input, 1) % 4;
		((struct record_birth *)record)->tid = 1000000 + (uint32_t)take(input, 1) % 8;
		size = sizeof(struct record_birth);
		break;
	case RECORD_ENTER: {
		struct record_enter *enter = (struct record_enter *)record;

		enter->nr = (uint32_t)(shape & 1 ? take_number(input) : take(input, 2) % 470);
		enter->arch = shape & 2 ? (uint32_t)take(input, 4) : AUDIT_ARCH_X86_64;
		for (int i = 0; i < 6; i++)
			enter->args[i] = take_number(input);
		size = sizeof(*enter);
		break;
	}
	case RECORD_EXIT:
		((struct record_exit *)record)->ret =
			(int64_t)(shape & 1 ? take_number(input) :
					      (uint64_t) - (int64_t)take(input, 1));
		size = sizeof(struct record_exit);
		break;
	case RECORD_ABORT:
		((struct record_abort *)record)->why = (uint32_t)take(input, 1) % 4;
		size = sizeof(struct record_abort);
		break;
	case RECORD_SIGNAL:
		((struct record_signal *)record)->signo = (uint32_t)take(input, 1);
		take_bytes(input, ((struct record_signal *)record)->info, 48);
		size = sizeof(struct record_signal);
		break;
	case RECORD_LEAVE:
		((struct record_leave *)record)->why = (uint32_t)take(input, 1) % 4;
		((struct record_leave *)record)->status = (uint32_t)take(input, 1);
		size = sizeof(struct record_leave);
		break;
	default:
		break;
	}
	/* Pieces at the small addresses that arguments have. */
	for (uint64_t pieces = shape >> 4; pieces && size + 200 < sizeof(record); pieces--) {
		struct piece piece = { .addr = take_number(input),
				       .len = (uint32_t)take(input, 1) % 128 };

		piece.total = (uint32_t)(take(input, 1) < 200 ? piece.len : take_number(input));
		body = piece.len;
		if (shape & 4 && take(input, 1) < 16)
			piece.len = (uint32_t)take_number(input);
		memcpy(record + size, &piece, sizeof(piece));
		size += sizeof(piece);
		take_bytes(input, record + size, body);
		size += (body + 7) & ~(size_t)7;
	}
	head.flags = shape & 8 && take(input, 1) < 64;
	head.size = (uint32_t)size;
	if (take(input, 1) < 8)
		head.size = (uint32_t)take_number(input);
	if (take(input, 1) < 8)
		head.time = take_number(input);
	memcpy(record, &head, sizeof(head));
	for (size_t i = 0; i < size; i++)
		data[(ring->head + i) % RING_BYTES] = record[i];
	if (ring->head % RING_BYTES + size > RING_BYTES)
		return;
	__atomic_store_n(&ring->head, ring->head + size, __ATOMIC_RELEASE);
}

static void set_field(struct input *input, struct ring *ring)
{
	uint64_t field = take(input, 1) % 12, value = take_number(input);

	switch (field) {
	case 0:
		ring->state = (uint32_t)value;
		break;
	case 1:
		ring->pid = (uint32_t)value;
		break;
	case 2:
		ring->tid = (uint32_t)value;
		break;
	case 3:
		ring->head = value;
		break;
	case 4:
		ring->head += value;
		break;
	case 5:
		ring->open = value;
		break;
	case 6:
		ring->request = (uint32_t)value;
		break;
	case 7:
		ring->request_arg = value;
		break;
	case 8:
		ring->tail = value;
		break;
	case 9:
		ring->waiting = (uint32_t)value;
		break;
	case 10:
		ring->dropped = value;
		break;
	default:
		ring->state = RING_OPEN;
		break;
	}
}

static void request(void *data, struct tracked *tracked, enum ring_request what, uint64_t arg)
{
	(void)data, (void)what, (void)arg;
	if (tracked->reader)
		__atomic_store_n(&tracked->reader->ring->reply, REPLY_REFUSED, __ATOMIC_RELEASE);
}

static void drain(struct consumer *consumer)
{
	int rounds = 0;

	while (consume(consumer))
		if (++rounds > ROUNDS_MAX)
			abort();
	consume_requests(consumer);
}

static void run(struct input *input, struct consumer *consumer, struct arena_view *view)
{
	for (uint32_t i = 0; i < RINGS; i++)
		view->rings[i].state = RING_OPEN;
	view->arena->ring_high = RINGS;
	/* Held, so that it is not closed under the steps that write to it. */
	view->arena->coming = 1;
	while (input->left) {
		uint32_t index = (uint32_t)take(input, 1);
		uint64_t what = index >> 2 & 15;
		struct process *process = consumer->processes;

		index %= RINGS;
		switch (what) {
		case 0: {
			uint64_t offset = take(input, 2) % RING_BYTES, len = take(input, 1);

			if (offset + len > RING_BYTES)
				len = RING_BYTES - offset;
			take_bytes(input, view->data + (size_t)index * RING_BYTES + offset, len);
			break;
		}
		case 1:
			set_field(input, &view->rings[index]);
			break;
		case 2:
			view->arena->ring_high = (uint32_t)take_number(input);
			break;
		case 3:
			if (process)
				consume_exec(consumer, process, (pid_t)take_number(input));
			break;
		case 4:
			if (process) {
				bool known = take(input, 1) & 1;
				int status = (int)take(input, 2);

				consume_death(consumer, process, known ? &status : NULL);
			}
			break;
		case 5:
		case 6:
			drain(consumer);
			break;
		case 7:
			view->rings[index].state = RING_OPEN;
			view->arena->ring_high = RINGS;
			break;
		default:
			put_record(input, view, index);
			break;
		}
	}
	drain(consumer);
	view->arena->ring_high = RINGS;
	for (struct process *process = consumer->processes; process; process = process->next)
		if (!process->dead)
			consume_death(consumer, process, NULL);
	drain(consumer);
}

static void clean(struct consumer *consumer)
{
	while (consumer->processes)
		process_forget(consumer, consumer->processes);
	for (size_t v = 0; v < consumer->view_count; v++) {
		struct arena_view *view = consumer->views[v];

		for (uint32_t i = 0; i < RINGS; i++)
			if (view->readers[i])
				ring_reader_free(view->readers[i]);
		arena_close(view);
	}
	free(consumer->views);
	free(consumer->heap);
	free(consumer->stops);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	static char *styles[][9] = {
		{ "self_ptrace", "-f", "-o", "/dev/null", "-ttt", "-T", "true", NULL },
		{ "self_ptrace", "-f", "-o", "/dev/null", "-v", "-xx", "-s", "200", NULL },
		{ "self_ptrace", "-f", "-o", "/dev/null", "--json", "-v", "-n", "true", NULL },
		{ "self_ptrace", "-f", "-o", "/dev/null", "-C", "-X", "raw", "true", NULL },
	};
	static const uint64_t wanted[SYSCALL_WORDS];
	const struct arena_config config = {
		.ring_count = RINGS, .ring_bytes = RING_BYTES, .string_limit = 32, .wanted = wanted
	};
	struct input input = { bytes, size };
	struct consumer consumer = { .request = request };
	struct options options;
	struct arena_view *view;
	char *argv[10];
	int argc = 0, fd;

	for (char **style = styles[take(&input, 1) % 4]; *style; style++)
		argv[argc++] = *style;
	if (strcmp(argv[argc - 1], "true"))
		argv[argc++] = "true";
	argv[argc] = NULL;
	if (options_parse(argc, argv, &options) || output_new(&options, &consumer.output))
		abort();
	fd = memfd_create("arena", MFD_CLOEXEC);
	if (fd < 0 || ftruncate(fd, (off_t)arena_size(&config)) ||
	    arena_open(fd, 0, &config, &view))
		abort();
	close(fd);
	consumer_add_view(&consumer, view);
	run(&input, &consumer, view);
	clean(&consumer);
	output_free(consumer.output);
	options_free(&options);
	return 0;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	clock_begin();
	return 0;
}
