/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which descriptors are sockets of netlink, and of which of its protocols, and which
 * are objects of bpf: learnt from the calls in their order; asked of the kernel where
 * the call that made one was not seen.
 */
#ifndef SELF_PTRACE_TOOL_OBJECTS_H
#define SELF_PTRACE_TOOL_OBJECTS_H

#include "call.h"

#include <stdbool.h>

/* What a descriptor is: a protocol of netlink, or one of these. */
enum object {
	OBJECT_NONE = -1,
	OBJECT_BPF_MAP = 0x100,
	OBJECT_BPF_PROG,
	OBJECT_BPF_BTF,
	OBJECT_BPF_LINK,
};

struct objects {
	struct object_descriptor {
		int pid, fd, what;
	} * descriptors;
	size_t count, capacity;
};

/* A call of process pid is done. */
void objects_call(struct objects *objects, int pid, const struct call *call);
void objects_process_end(struct objects *objects, int pid);
/* What descriptor fd is.  ask: the process itself may be asked. */
int objects_find(const struct objects *objects, int pid, int fd, bool ask);
void objects_free(struct objects *objects);

#endif
