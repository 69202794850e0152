/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which descriptors are sockets of netlink, and of which of its protocols: learnt
 * from the calls in their order; asked of the kernel where the call that made one
 * was not seen.
 */
#ifndef SELF_PTRACE_TOOL_NETLINKS_H
#define SELF_PTRACE_TOOL_NETLINKS_H

#include "call.h"

#include <stdbool.h>

struct netlinks {
	struct netlink_socket {
		int pid, fd, protocol;
	} * sockets;
	size_t count, capacity;
};

/* A call of process pid is done. */
void netlinks_call(struct netlinks *netlinks, int pid, const struct call *call);
void netlinks_process_end(struct netlinks *netlinks, int pid);
/* -1: none.  ask: the process itself may be asked. */
int netlinks_protocol(const struct netlinks *netlinks, int pid, int fd, bool ask);
void netlinks_free(struct netlinks *netlinks);

#endif
