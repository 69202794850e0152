// SPDX-License-Identifier: LGPL-2.1-or-later
/*
 * Records in, lines out: what an agent might have written at the moment that the
 * tool looks, with rings so small that every case wraps.
 */
#include "clock.h"
#include "consume.h"
#include "options.h"
#include "output.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define RINGS 2u
#define RING_BYTES 1024u
#define PATH_AT 0x1000u

static struct arena_view *view;
static struct consumer consumer;
static struct options options;
static uint64_t base; /* some time ago, so that no record is too new */
static unsigned int failures;
static char path[] = "/tmp/self_ptrace-consume-XXXXXX";

static uint64_t after(uint64_t us)
{
	return base + clock_stamps_in(us * 1000);
}

/* As ring_reserve and ring_publish do, but for the wait: the ring has to have room. */
static void put(uint32_t index, const void *bytes, uint32_t size)
{
	struct ring *ring = &view->rings[index];
	uint8_t *data = view->data + (size_t)index * RING_BYTES;
	uint32_t offset = (uint32_t)ring->head & (RING_BYTES - 1);

	if (offset + size > RING_BYTES) {
		struct record *pad = (struct record *)(data + offset);

		pad->size = RING_BYTES - offset;
		pad->type = RECORD_PAD;
		ring->head += pad->size;
		offset = 0;
	}
	if (ring->head + size - ring->tail > RING_BYTES)
		abort();
	memcpy(data + offset, bytes, size);
	((struct record *)(data + offset))->size = size;
	__atomic_store_n(&ring->head, ring->head + size, __ATOMIC_RELEASE);
}

static void birth(uint32_t index, uint32_t tid, uint64_t us)
{
	struct record_birth birth = { .record = { .type = RECORD_BIRTH, .time = after(us) },
				      .how = BIRTH_ATTACH,
				      .pid = 100,
				      .tid = tid };

	memset(&view->rings[index], 0, sizeof(view->rings[index]));
	view->rings[index].state = RING_OPEN;
	put(index, &birth, sizeof(birth));
}

/* With a piece at PATH_AT if text is given. */
static void enter(uint32_t index, uint32_t nr, uint64_t us, const char *text)
{
	struct {
		struct record_enter enter;
		struct piece piece;
		char text[64];
	} record = {
		.enter = { .record = { .type = RECORD_ENTER, .time = after(us) },
			   .nr = nr,
			   .arch = AUDIT_ARCH_X86_64,
			   .args = { PATH_AT } },
		.piece = { .addr = PATH_AT },
	};

	if (!text) {
		put(index, &record, sizeof(record.enter));
		return;
	}
	record.piece.len = record.piece.total = (uint32_t)strlen(text) + 1;
	strcpy(record.text, text);
	put(index, &record, sizeof(record));
}

static void leave(uint32_t index, int64_t ret, uint64_t us)
{
	struct record_exit exit = { .record = { .type = RECORD_EXIT, .time = after(us) },
				    .ret = ret };

	put(index, &exit, sizeof(exit));
}

static void consume_all(void)
{
	while (consume(&consumer))
		;
}

static void begin(void)
{
	static const uint64_t wanted[SYSCALL_WORDS];
	const struct arena_config config = {
		.ring_count = RINGS, .ring_bytes = RING_BYTES, .string_limit = 200, .wanted = wanted
	};
	char *argv[] = { (char[]){ "self_ptrace" },
			 (char[]){ "-f" },
			 (char[]){ "-qqq" },
			 (char[]){ "-a0" },
			 (char[]){ "-s200" },
			 (char[]){ "-o" },
			 path,
			 (char[]){ "true" },
			 NULL };
	int fd = memfd_create("arena", MFD_CLOEXEC);

	consumer = (struct consumer){ 0 };
	if (options_parse(8, argv, &options) || output_new(&options, &consumer.output) || fd < 0 ||
	    ftruncate(fd, (off_t)arena_size(&config)) || arena_open(fd, 0, &config, &view))
		abort();
	close(fd);
	consumer_add_view(&consumer, view);
	view->arena->ring_high = RINGS;
	view->arena->coming = 1; /* it stays, though all rings are over */
	base = clock_stamp() - clock_stamps_in(10000000);
}

static void expect(const char *name, const char *text)
{
	char got[4096] = "";
	FILE *file;

	while (consumer.processes)
		process_forget(&consumer, consumer.processes);
	for (uint32_t i = 0; i < RINGS; i++)
		if (view->readers[i])
			ring_reader_free(view->readers[i]);
	arena_close(view);
	free(consumer.views);
	free(consumer.heap);
	output_free(consumer.output);
	options_free(&options);
	file = fopen(path, "r");
	if (!file)
		abort();
	got[fread(got, 1, sizeof(got) - 1, file)] = '\0';
	fclose(file);
	if (!strcmp(got, text) && !consumer.corrupt_rings)
		return;
	failures++;
	fprintf(stderr, "%s:\n%sinstead of\n%s", name, got, text);
}

/*
 * One ring has told something, and its thread is writing more; another's thread
 * has been faster, with a later call.
 */
static void test_order(void)
{
	begin();
	birth(0, 100, 0);
	birth(1, 101, 1);
	consume_all();
	enter(0, SYS_getpid, 10, NULL);
	view->rings[0].open = after(20);
	enter(1, SYS_getppid, 30, NULL);
	leave(1, 7, 40);
	consume_all();
	leave(0, 5, 20);
	view->rings[0].open = 0;
	consume_all();
	expect("order", "100   getpid() = 5\n101   getppid() = 7\n");
}

/* A thread that dies or sleeps in the middle of a record holds up nobody for ever. */
static void test_order_given_up(void)
{
	begin();
	base -= clock_stamps_in(1000000000);
	birth(0, 100, 0);
	birth(1, 101, 1);
	consume_all();
	view->rings[0].open = after(20);
	enter(1, SYS_getppid, 30, NULL);
	leave(1, 7, 40);
	consume_all();
	expect("order given up", "101   getppid() = 7\n");
}

/* What an entry captured is printed at its exit, when its place has other bytes. */
static void test_memory_kept(void)
{
	begin();
	birth(0, 100, 0);
	birth(1, 101, 1);
	enter(0, SYS_chdir, 10, "/the/path/of/the/first");
	consume_all();
	for (unsigned int i = 0; i < 40; i++) {
		enter(1, SYS_chdir, 100 + 10 * i, "/another");
		leave(1, 0, 105 + 10 * i);
		consume_all();
	}
	leave(0, -2, 900);
	enter(0, SYS_chdir, 910, "/a");
	leave(0, 0, 920);
	consume_all();
	/* The other's lines are between; only the first ring's are looked at. */
	{
		char command[128];

		output_flush(consumer.output);
		snprintf(command, sizeof(command), "sed -i /^101/d %s", path);
		if (system(command))
			abort();
	}
	expect("memory kept", "100   chdir(\"/the/path/of/the/first\" <unfinished ...>\n"
			      "100   <... chdir resumed>) = -1 ENOENT (No such file or directory)\n"
			      "100   chdir(\"/a\") = 0\n");
}

/* The ring ends right behind an entry: what follows is a pad, and then elsewhere. */
static void test_pad(void)
{
	begin();
	birth(0, 100, 0);
	consume_all();
	for (unsigned int i = 0; i < 100; i++) {
		char text[64];

		snprintf(text, sizeof(text), "/%.*s", (int)(i % 50),
			 "a path whose length is another one each time it is made");
		enter(0, SYS_chdir, 10 + 10 * i, text);
		if (i % 3 == 0)
			consume_all();
		leave(0, 0, 15 + 10 * i);
		if (i % 2 == 0)
			consume_all();
	}
	consume_all();
	output_flush(consumer.output);
	{
		char command[256];

		snprintf(command, sizeof(command),
			 "test $(grep -cx '100   chdir(\"/[a-z ]*\") = 0' %s) = 100 && : >%s", path,
			 path);
		if (system(command))
			failures++, fputs("pad: not 100 calls with their paths\n", stderr);
	}
	expect("pad", "");
}

/* Memory that went into three records, the tool looking in between. */
static void test_continued(void)
{
	struct {
		struct record record;
		struct piece piece;
		char text[8];
	} more = { .record = { .type = RECORD_MORE }, .piece = { .len = 8 } };
	struct {
		struct record_enter enter;
		struct piece piece;
		char text[8];
	} first = { .enter = { .record = { .type = RECORD_ENTER, .flags = RECORD_CONTINUED },
			       .nr = SYS_write,
			       .arch = AUDIT_ARCH_X86_64,
			       .args = { 1, PATH_AT, 24 } },
		    .piece = { .addr = PATH_AT, .len = 8, .total = 24 } };

	begin();
	birth(0, 100, 0);
	first.enter.record.time = more.record.time = after(10);
	memcpy(first.text, "one-----", 8);
	put(0, &first, sizeof(first));
	consume_all();
	more.record.flags = RECORD_CONTINUED;
	more.piece.addr = PATH_AT + 8;
	more.piece.total = 16;
	memcpy(more.text, "two-----", 8);
	put(0, &more, sizeof(more));
	consume_all();
	more.record.flags = 0;
	more.piece.addr = PATH_AT + 16;
	more.piece.total = 8;
	memcpy(more.text, "three---", 8);
	put(0, &more, sizeof(more));
	leave(0, 24, 20);
	consume_all();
	expect("continued", "100   write(1, \"one-----two-----three---\", 24) = 24\n");
}

static void expect_answer(const char *name, uint32_t index, enum ring_reply want)
{
	if (view->rings[index].reply == want)
		return;
	fprintf(stderr, "%s: ring %u is answered %u\n", name, index, view->rings[index].reply);
	failures++;
}

/* A thread that nobody will ever serve does not wait for it. */
static void test_nobody_answers(void)
{
	begin();
	birth(0, 100, 0);
	consume_all();
	birth(1, 100, 10); /* another that says to be the same */
	view->rings[1].request = REQUEST_MAPS;
	consume_requests(&consumer);
	expect_answer("unknown yet", 1, REPLY_NONE);
	consume_all();
	consume_requests(&consumer);
	expect_answer("not whom it says", 1, REPLY_REFUSED);
	process_forget(&consumer, process_find(&consumer, 100));
	view->rings[0].request = REQUEST_MAPS;
	consume_requests(&consumer);
	expect_answer("forgotten", 0, REPLY_REFUSED);
}

/* Somebody lets go of a process just as it ends. */
static void test_kept(void)
{
	const int status = 0;

	begin();
	birth(0, 100, 0);
	consume_all();
	consumer.keeps = true;
	consume_death(&consumer, process_find(&consumer, 100), &status);
	/* A record is shown once it is some time old: the end is one. */
	do
		consume_all();
	while (process_find(&consumer, 100) && process_find(&consumer, 100)->threads);
	if (!consumer.processes) {
		fprintf(stderr, "kept: it is gone\n");
		failures++;
	}
	consumer.keeps = false;
	consume_all();
	if (consumer.processes) {
		fprintf(stderr, "kept: it is still there\n");
		failures++;
	}
	expect("kept", "");
}

int main(void)
{
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	close(fd);
	clock_begin();
	test_order();
	test_order_given_up();
	test_memory_kept();
	test_pad();
	test_continued();
	test_nobody_answers();
	test_kept();
	unlink(path);
	return failures != 0;
}
