/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* ioctl of devices that are not there: what is asked of them, and what they would answer. */
#ifndef TESTS_CALLS_DEVICE_H
#define TESTS_CALLS_DEVICE_H

#include "expect.h"
#include "supervise.h"

/* All is at one place, so that its address can be written down; W: words 1, 2, 3, ... */
#define PLACE ((char *)0x10000000)
#define PLACE_SIZE 0x4000
#define P(variable) memcpy(PLACE, &(variable), sizeof(variable))
#define W words()

static inline void *words(void)
{
	for (unsigned i = 0; i < 1024; i++)
		((unsigned *)PLACE)[i] = i + 1;
	return PLACE;
}

/*
 * Of the next request: what strace 6.1 shows otherwise, both times or only when it is done;
 * and what is told behind the result.
 */
static const char *others __attribute__((unused)), *others_done __attribute__((unused));
static const char *note __attribute__((unused)) = "";

static inline void tell_one(int fd, unsigned long request, long arg, const char *name,
			    const char *what, const char *why)
{
	CALL(ioctl, fd, request, arg);
	if (why)
		dprintf(STDOUT_FILENO, "%d !strace %s\n", current, why);
	EXPECT_NOTE(note, "ioctl(fd=%d, request=%s%s%s)", fd, name, what ? ", arg=" : "",
		    what ? what : "");
}

/* The request, refused and done; NULL: it has no argument. */
static inline void tell(unsigned long request, long arg, const char *name, const char *refused,
			const char *done)
{
	tell_one(99, request, arg, name, refused, others);
	tell_one(97, request, arg, name, done, others ? others : others_done);
	others = others_done = NULL;
	note = "";
}

/* Where what was asked for and what came of it are not the same: of descriptors 95 and 96. */
#define CHANGED(fd, request, arg, what)                                                 \
	do {                                                                            \
		CALL(ioctl, fd, request, arg);                                          \
		if (rc == 0)                                                            \
			EXPECT("ioctl(fd=%d, request=" #request ", arg=%s)", fd, what); \
	} while (0)

/* supervise(), or -1. */
static inline pid_t device_begin(int argc, char **argv)
{
	begin(argc, argv);
	if (mmap(PLACE, PLACE_SIZE, PROT_READ | PROT_WRITE,
		 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != PLACE)
		abort();
	return supervise();
}

#endif
