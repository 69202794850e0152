/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A process whose memory can be executed or written, never both (PR_SET_MDWE), over an exec too:
 * its calls, in threads as well, and what it is refused. */
#include "text.h"

#include <fcntl.h>
#include <sys/prctl.h>

#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#define PR_GET_MDWE 66
#endif

static void *calls(void *argument)
{
	uint8_t bytes[TEXT_PAGE];
	int fd = memfd_create("text", MFD_CLOEXEC);
	uint8_t *text, *to;

	memset(bytes, 0xcc, sizeof(bytes));
	text_near(bytes, SYS_getpid);
	text_far(bytes + 64, SYS_getppid);
	CHECK_EQ(pwrite(fd, bytes, TEXT_PAGE, 0), TEXT_PAGE);
	text = text_map(1, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd);
	close(fd);
	for (int i = 0; i < 100; i++) {
		CHECK_EQ(text_call(text), getpid());
		CHECK_EQ(text_call(text + 64), getppid());
	}
	to = mmap(NULL, TEXT_PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(mremap(text, TEXT_PAGE, TEXT_PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to) == to);
	text_calls(to, getpid());
	text_calls(to + 64, getppid());
	CHECK_ERRNO(mprotect(to, TEXT_PAGE, PROT_READ | PROT_WRITE | PROT_EXEC), EACCES);
	CHECK(!mprotect(to, TEXT_PAGE, PROT_READ | PROT_WRITE));
	CHECK(!memcmp(to, bytes, TEXT_PAGE));
	CHECK_ERRNO(mprotect(to, TEXT_PAGE, PROT_READ | PROT_EXEC), EACCES);
	munmap(to, TEXT_PAGE);
	return argument;
}

int main(int argc, char **argv)
{
	pthread_t threads[2];

	if (argc == 1) {
		if (prctl(PR_SET_MDWE, 1, 0, 0, 0))
			probe_skip("no PR_SET_MDWE here");
		calls(NULL);
	}
	CHECK_EQ(prctl(PR_GET_MDWE, 0, 0, 0, 0), 1);
	for (int i = 0; i < 2; i++)
		CHECK(!pthread_create(&threads[i], NULL, calls, NULL));
	for (int i = 0; i < 2; i++)
		CHECK(!pthread_join(threads[i], NULL));
	if (argc == 1) {
		execl("/proc/self/exe", argv[0], "again", NULL);
		CHECK(0);
	}
	return probe_ok();
}
