/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Calls that stand so near each other that the bytes behind one are those of the next: what is
 * made of one may not change what was made of another.  Made in all orders.
 */
#include "probe.h"

#define PLACE 256
#define ROUNDS 40

/* The number is loaded where a rewriting cannot be, and where it can be. */
static const uint8_t far[] = { 0x48, 0xc7, 0xc0, SYS_getppid, 0, 0, 0, 0x0f, 0x05, 0xc3 };
static const uint8_t near[] = { 0xb8, SYS_getpid, 0, 0, 0, 0x0f, 0x05, 0xc3 };

static void call(const uint8_t *at, long want)
{
	long got;

	for (int i = 0; i < ROUNDS; i++) {
		__asm__ volatile("call *%1" : "=&a"(got) : "r"(at) : "rcx", "r11", "memory", "cc");
		CHECK_EQ(got, want);
	}
}

int main(void)
{
	long pid = getpid(), parent = getppid();

	for (int apart = 0; apart < 6; apart++) {
		for (int order = 0; order < 2; order++) {
			uint8_t *text = mmap(NULL, 4096, PROT_READ | PROT_WRITE,
					     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
			uint8_t *first = text + PLACE, *second = first + sizeof(far) + apart;

			CHECK(text != MAP_FAILED);
			memset(text, 0xcc, 4096);
			memcpy(first, far, sizeof(far));
			memcpy(second, near, sizeof(near));
			CHECK(!mprotect(text, 4096, PROT_READ | PROT_EXEC));
			for (int i = 0; i < 3; i++) {
				if (order == i % 2)
					call(first, parent);
				else
					call(second, pid);
			}
		}
	}
	return probe_ok();
}
