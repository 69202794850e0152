/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text under protection keys that deny to read or to write it, before calls were made there or
 * after, and what can be executed only: it runs, it moves, it can be changed. */
#include "text.h"

#define RW (PROT_READ | PROT_WRITE)
#define RX (PROT_READ | PROT_EXEC)

static int key;

static uint8_t *filled(void)
{
	uint8_t *text = text_map(1, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1);

	memset(text, 0xcc, TEXT_PAGE);
	text_near(text, SYS_getpid);
	text_far(text + 64, SYS_getppid);
	text_near(text + 128 - 6, SYS_getpid);
	return text;
}

static void calls(const uint8_t *text)
{
	text_calls(text, getpid());
	text_calls(text + 64, getppid());
	text_calls(text + 128 - 6, getpid());
}

static void denied(int rights, int before, int only)
{
	uint8_t *text = filled(), *to, was[256];

	memcpy(was, text, sizeof(was));
	if (!before) {
		CHECK(!mprotect(text, TEXT_PAGE, RX));
		calls(text);
	}
	CHECK(!pkey_mprotect(text, TEXT_PAGE, only ? PROT_EXEC : RX, key));
	CHECK(!pkey_set(key, rights));
	calls(text);
	/* By a signal's handler's return too: the rights are in its frame. */
	CHECK(!raise(SIGUSR1));
	calls(text);
	CHECK_EQ(pkey_get(key), rights);
	to = mmap(NULL, TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mremap(text, TEXT_PAGE, TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to);
	calls(to);
	CHECK_EQ(pkey_get(key), rights);
	CHECK(!mprotect(to, TEXT_PAGE, RW));
	CHECK(!pkey_set(key, 0));
	CHECK(!memcmp(to, was, sizeof(was)));
	text_near(to, SYS_getuid);
	CHECK(!pkey_mprotect(to, TEXT_PAGE, RX, key));
	text_calls(to, getuid());
	munmap(to, TEXT_PAGE);
}

static void all(void)
{
	uint8_t *text;

	for (int before = 0; before < 2; before++)
		for (int only = 0; only < 2; only++) {
			denied(PKEY_DISABLE_ACCESS, before, only);
			denied(PKEY_DISABLE_WRITE, before, only);
		}
	/* The kernel chooses a key of its own for this. */
	text = filled();
	CHECK(!mprotect(text, TEXT_PAGE, PROT_EXEC));
	calls(text);
	munmap(text, TEXT_PAGE);
}

static void handler(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)info;
	(void)context;
}

int main(void)
{
	key = pkey_alloc(0, 0);
	if (key < 0)
		probe_skip("no protection keys here");
	probe_handle(SIGUSR1, handler, 0);
	all();
	text_beside_another();
	all();
	return probe_ok();
}
