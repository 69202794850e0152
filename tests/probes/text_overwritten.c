/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that a program changes itself, whole or in part, after calls were made there: made writable
 * for it or writable all the time, by another mapping, beside threads that run what is next to
 * it. */
#include "text.h"

#define RX (PROT_READ | PROT_EXEC)
#define RW (PROT_READ | PROT_WRITE)
#define RWX (RX | PROT_WRITE)
#define FAR 64 /* of the second call */

static void change_number(uint8_t *at, uint32_t nr)
{
	__atomic_store_n((uint32_t *)(at + TEXT_NUMBER), nr, __ATOMIC_SEQ_CST);
}

/* Only the number changes, in text made writable for it: without execution, with it. */
static void parts(int writable)
{
	uint8_t *text = text_map(1, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1), was[128];

	/* In an aligned word, and over the borders of words and lines. */
	for (unsigned int at = 0; at < 64; at++) {
		memset(text, 0xcc, 256);
		text_near(text + at, SYS_getpid);
		text_far(text + at + FAR, SYS_getppid);
		memcpy(was, text + at, sizeof(was));
		CHECK(!mprotect(text, TEXT_PAGE, RX));
		text_calls(text + at, getpid());
		text_calls(text + at + FAR, getppid());
		CHECK(!mprotect(text, TEXT_PAGE, writable));
		CHECK(!memcmp(was, text + at, sizeof(was)));
		change_number(text + at, SYS_getuid);
		change_number(text + at + FAR, 500);
		CHECK(!mprotect(text, TEXT_PAGE, RX));
		text_calls(text + at, getuid());
		text_calls(text + at + FAR, -ENOSYS);
		CHECK(!mprotect(text, TEXT_PAGE, RW));
	}
	munmap(text, TEXT_PAGE);
}

/* Over the border of two pages, one of which is made writable. */
static void straddling(void)
{
	uint8_t *text = text_map(2, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1), was[16];

	for (unsigned int page = 0; page < 2; page++) {
		for (unsigned int before = 1; before < TEXT_SIZE; before++) {
			uint8_t *at = text + TEXT_PAGE - before;
			unsigned int from = page ? before : 0; /* what is in that page */
			unsigned int len = page ? TEXT_SIZE - before : before;

			for (unsigned int far = 0; far < 2; far++) {
				if (far)
					text_far(at, SYS_getpid);
				else
					text_near(at, SYS_getpid);
				memcpy(was, at, TEXT_SIZE);
				CHECK(!mprotect(text, 2 * TEXT_PAGE, RX));
				text_calls(at, getpid());
				CHECK(!mprotect(text + page * TEXT_PAGE, TEXT_PAGE, RW));
				CHECK(!memcmp(was + from, at + from, len));
				CHECK(!mprotect(text, 2 * TEXT_PAGE, RW));
				CHECK(!memcmp(was, at, TEXT_SIZE));
				/* The second page is a JIT's, and stays that. */
				CHECK(!mprotect(text, TEXT_PAGE, RX));
				CHECK(!mprotect(text + TEXT_PAGE, TEXT_PAGE, RWX));
				text_calls(at, getpid());
				*(volatile uint8_t *)(text + TEXT_PAGE + 100) = 1;
				CHECK(!mprotect(text, 2 * TEXT_PAGE, RW));
			}
		}
	}
	munmap(text, 2 * TEXT_PAGE);
}

/* Writable all the time, or by another mapping of it: no call of the program's tells of it. */
static void unannounced(int shared)
{
	int fd = memfd_create("text", 0);
	uint8_t *text, *writable;

	CHECK(!ftruncate(fd, (off_t)TEXT_PAGE));
	text = shared ? text_map(1, RX, MAP_SHARED, fd) :
			text_map(1, RWX, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	writable = shared ? text_map(1, RW, MAP_SHARED, fd) : text;
	for (unsigned int at = 0; at < 64; at++) {
		memset(writable, 0xcc, 256);
		text_near(writable + at, SYS_getpid);
		text_far(writable + at + FAR, SYS_getppid);
		text_calls(text + at, getpid());
		text_calls(text + at + FAR, getppid());
		change_number(writable + at, SYS_getuid);
		change_number(writable + at + FAR, 500);
		text_calls(text + at, getuid());
		text_calls(text + at + FAR, -ENOSYS);
	}
	munmap(text, TEXT_PAGE);
	if (shared)
		munmap(writable, TEXT_PAGE);
	close(fd);
}

/* One thread runs calls, others change what is next to them in the same page. */
static struct {
	uint8_t *text;
	pthread_mutex_t lock;
	unsigned int stop;
} page;

static void *run(void *argument)
{
	while (!__atomic_load_n(&page.stop, __ATOMIC_RELAXED)) {
		CHECK_EQ(text_call(page.text), getpid());
		CHECK_EQ(text_call(page.text + FAR), getppid());
	}
	return argument;
}

static void *change(void *argument)
{
	unsigned int number = (unsigned int)(uintptr_t)argument;
	uint8_t *mine = page.text + 256 + number * 64;

	for (int i = 0; i < 300; i++) {
		/* Two who change the protection would be in each other's way natively. */
		pthread_mutex_lock(&page.lock);
		CHECK(!mprotect(page.text, TEXT_PAGE, RWX));
		text_near(mine, i % 2 ? SYS_getuid : 500);
		CHECK(!mprotect(page.text, TEXT_PAGE, RX));
		pthread_mutex_unlock(&page.lock);
		text_calls(mine, i % 2 ? (long)getuid() : -ENOSYS);
	}
	return NULL;
}

static void beside(void)
{
	pthread_t threads[4];

	page.text = text_map(1, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	pthread_mutex_init(&page.lock, NULL);
	text_near(page.text + 0, SYS_getpid);
	text_far(page.text + FAR, SYS_getppid);
	CHECK(!mprotect(page.text, TEXT_PAGE, RX));
	for (uintptr_t i = 0; i < 4; i++)
		CHECK(!pthread_create(&threads[i], NULL, i < 2 ? run : change, (void *)i));
	for (int i = 3; i >= 0; i--) {
		if (i == 1)
			__atomic_store_n(&page.stop, 1, __ATOMIC_RELAXED);
		CHECK(!pthread_join(threads[i], NULL));
	}
}

int main(void)
{
	for (int threads = 0; threads < 2; threads++) {
		parts(RW);
		parts(RWX);
		straddling();
		unannounced(0);
		unannounced(1);
		if (!threads)
			text_beside_another();
	}
	beside();
	return probe_ok();
}
