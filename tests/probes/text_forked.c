/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Children inherit text where calls were made: they make theirs there, and change it for
 * themselves alone.  Other descriptors than the program's are not inherited. */
#include "text.h"

#include <fcntl.h>
#include <sched.h>

static uint8_t *text;
static unsigned int stop;

static void children(int depth)
{
	pid_t child = fork();

	if (child) {
		probe_join(child);
		text_calls(text, getpid());
		text_calls(text + 64, getppid());
		return;
	}
	/* Through libc: the parent's number would be an old text's. */
	text_calls(text, getpid());
	text_calls(text + 64, getppid());
	if (depth < 3)
		children(depth + 1);
	CHECK(!mprotect(text, TEXT_PAGE, PROT_READ | PROT_WRITE));
	text_near(text, SYS_getuid);
	text_far(text + 64, 500);
	CHECK(!mprotect(text, TEXT_PAGE, PROT_READ | PROT_EXEC));
	text_calls(text, getuid());
	text_calls(text + 64, -ENOSYS);
	munmap(text, TEXT_PAGE);
	_exit(0);
}

/* In the memory of its parent. */
static int sharing(void *argument)
{
	text_calls(text, getpid());
	text_calls(text + 64, getppid());
	return argument != NULL;
}

static void *new_text(void *argument)
{
	while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
		uint8_t *mine =
			text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);

		for (unsigned int at = 0; at < 1024; at += 64)
			text_near(mine + at, SYS_getpid);
		CHECK(!mprotect(mine, TEXT_PAGE, PROT_READ | PROT_EXEC));
		for (unsigned int at = 0; at < 1024; at += 64)
			for (int i = 0; i < 4; i++)
				CHECK_EQ(text_call(mine + at), getpid());
		munmap(mine, TEXT_PAGE);
	}
	return argument;
}

static void descriptors(void)
{
	int lowest = dup(0);
	pthread_t thread;

	close(lowest);
	CHECK(!pthread_create(&thread, NULL, new_text, NULL));
	for (int i = 0; i < 500; i++) {
		pid_t child = fork();

		if (!child) {
			CHECK_EQ(dup(0), lowest);
			CHECK_EQ(dup(0), lowest + 1);
			_exit(0);
		}
		probe_join(child);
	}
	__atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
	pthread_join(thread, NULL);
}

int main(void)
{
	static uint8_t stack[65536];

	text = text_map(1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1);
	text_near(text, SYS_getpid);
	text_far(text + 64, SYS_getppid);
	CHECK(!mprotect(text, TEXT_PAGE, PROT_READ | PROT_EXEC));
	children(0);
	probe_join(clone(sharing, stack + sizeof(stack), CLONE_VM | CLONE_VFORK | SIGCHLD, NULL));
	descriptors();
	children(0);
	return probe_ok();
}
