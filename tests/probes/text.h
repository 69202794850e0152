/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Calls in text that a probe makes itself. */
#ifndef SELF_PTRACE_TESTS_TEXT_H
#define SELF_PTRACE_TESTS_TEXT_H

#include "probe.h"

#include <pthread.h>

#define TEXT_PAGE 4096ul
#define TEXT_NUMBER 1 /* where text_near has the number */
#define TEXT_SIZE 15u

/* The number loaded right before the call; a return. */
static inline void text_near(uint8_t *at, uint32_t nr)
{
	const uint8_t code[TEXT_SIZE] = { 0xb8, 0, 0, 0, 0, 0x0f, 0x05, 0xc3 };

	memcpy(at, code, 8);
	memcpy(at + TEXT_NUMBER, &nr, sizeof(nr));
}

/* The number loaded further up, and a comparison behind, as libc has it. */
static inline void text_far(uint8_t *at, uint32_t nr)
{
	const uint8_t code[TEXT_SIZE] = { 0xb8, 0,    0,    0,	  0,	0x90, 0x0f, 0x05,
					  0x48, 0x3d, 0x01, 0xf0, 0xff, 0xff, 0xc3 };

	memcpy(at, code, sizeof(code));
	memcpy(at + TEXT_NUMBER, &nr, sizeof(nr));
}

static inline long text_call(const void *at)
{
	long ret;

	__asm__ volatile("call *%1" : "=&a"(ret) : "r"(at) : "rcx", "r11", "memory", "cc");
	return ret;
}

/* So often that whatever is going to happen to the site has happened. */
static inline void text_calls(const void *at, long want)
{
	for (int i = 0; i < 20; i++)
		CHECK_EQ(text_call(at), want);
}

static inline uint8_t *text_map(size_t pages, int protection, int flags, int fd)
{
	uint8_t *text = mmap(NULL, pages * TEXT_PAGE, protection, flags, fd, 0);

	CHECK(text != MAP_FAILED);
	return text;
}

/* Another thread, so that nothing may be changed as if nobody looked. */
static inline void *text_sleep(void *argument)
{
	for (;;)
		pause();
	return argument;
}

static inline void text_beside_another(void)
{
	pthread_t thread;

	CHECK(!pthread_create(&thread, NULL, text_sleep, NULL));
}

#endif
