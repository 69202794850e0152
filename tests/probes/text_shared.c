/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text mapped from files that are open for reading only, shared and not, is what is in the file,
 * and the file is what it was; a change of the file is a change of shared text. */
#include "text.h"

#include <fcntl.h>

#define LENGTH 512

static void calls(const uint8_t *text, long want)
{
	for (unsigned int at = 0; at < LENGTH; at += 64)
		text_calls(text + at, want);
}

static void fill(uint8_t *bytes, uint32_t nr)
{
	memset(bytes, 0xcc, TEXT_PAGE);
	for (unsigned int at = 0; at < LENGTH; at += 64)
		(at % 128 ? text_far : text_near)(bytes + at, nr);
}

static void mapped(int file, int flags)
{
	uint8_t bytes[TEXT_PAGE], now[TEXT_PAGE];
	char path[64];
	uint8_t *text, *beside;
	int fd;

	fill(bytes, SYS_getpid);
	CHECK_EQ(pwrite(file, bytes, TEXT_PAGE, 0), TEXT_PAGE);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	CHECK(fd >= 0);
	text = text_map(1, PROT_READ | PROT_EXEC, flags, fd);
	beside = text_map(1, PROT_READ, MAP_SHARED, fd);
	close(fd);
	calls(text, getpid());
	CHECK_EQ(pread(file, now, TEXT_PAGE, 0), TEXT_PAGE);
	CHECK(!memcmp(now, bytes, TEXT_PAGE));
	CHECK(!memcmp(beside, bytes, TEXT_PAGE));
	if (flags == MAP_SHARED) {
		CHECK(!memcmp(text, bytes, TEXT_PAGE));
		fill(bytes, SYS_getppid);
		CHECK_EQ(pwrite(file, bytes, TEXT_PAGE, 0), TEXT_PAGE);
		calls(text, getppid());
	}
	munmap(text, TEXT_PAGE);
	munmap(beside, TEXT_PAGE);
}

static void all(void)
{
	char path[] = "/tmp/text_shared.XXXXXX";
	int files[2] = { memfd_create("text", MFD_CLOEXEC), mkostemp(path, O_CLOEXEC) };

	CHECK(files[0] >= 0 && files[1] >= 0);
	unlink(path);
	for (int i = 0; i < 2; i++) {
		mapped(files[i], MAP_SHARED);
		mapped(files[i], MAP_PRIVATE);
		close(files[i]);
	}
}

int main(void)
{
	pid_t child;

	all();
	text_beside_another();
	all();
	child = fork();
	if (!child) {
		all();
		_exit(0);
	}
	probe_join(child);
	return probe_ok();
}
