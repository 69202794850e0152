/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The memfd that carries the agent into processes: the agent's text, then the arena. */
#ifndef SELF_PTRACE_TOOL_IMAGE_H
#define SELF_PTRACE_TOOL_IMAGE_H

#include "arena.h"

#include <sys/types.h>

extern const char image_memfd_name[16];

/* One try of a place for the agent in an address space; another each time. */
uint64_t image_base(uint32_t attempt);

/* The process has an agent: it is traced, or was, or has hooks of its own. */
bool image_is_in(pid_t pid);

/* Sizes the memfd for a process with pid's limits and maps its arena here. */
int image_open(int fd, const struct arena_config *config, pid_t pid, struct arena_view **ret_view);

struct image_use {
	uint64_t base;
	size_t arena_bytes;
	int fd;		/* of the memfd, where the agent maps it */
	size_t threads; /* that begin in the agent at once */
	uint32_t how;	/* enum birth_how */
	bool blocks_sigsys;
	uint32_t sandbox; /* enum sandbox */
	pid_t pid, tid;	  /* 0: not known yet */
	bool namespaced;  /* pid may be in another pid namespace than the tool's */
};

/* Writes the agent, with a header for that use. */
int image_write(int fd, const struct image_use *use);

#endif
