// SPDX-License-Identifier: LGPL-2.1-or-later
/* Sockets of netlink; see netlinks.h. */
#include "netlinks.h"

#include "table.h"

#include <linux/audit.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* No program can make the list huge: the kernel is asked of what is not in it. */
#define SOCKETS_MAX 1024u

static struct netlink_socket *find(const struct netlinks *netlinks, int pid, int fd)
{
	for (size_t i = 0; i < netlinks->count; i++)
		if (netlinks->sockets[i].pid == pid && netlinks->sockets[i].fd == fd)
			return &netlinks->sockets[i];
	return NULL;
}

static void forget(struct netlinks *netlinks, struct netlink_socket *socket)
{
	if (socket)
		*socket = netlinks->sockets[--netlinks->count];
}

static void put(struct netlinks *netlinks, int pid, int fd, int protocol)
{
	forget(netlinks, find(netlinks, pid, fd));
	if (protocol < 0 || netlinks->count == SOCKETS_MAX)
		return;
	if (netlinks->count == netlinks->capacity) {
		size_t capacity = netlinks->capacity ? 2 * netlinks->capacity : 16;
		struct netlink_socket *all = realloc(netlinks->sockets, capacity * sizeof(*all));

		if (!all)
			return;
		netlinks->sockets = all;
		netlinks->capacity = capacity;
	}
	netlinks->sockets[netlinks->count++] = (struct netlink_socket){ pid, fd, protocol };
}

void netlinks_call(struct netlinks *netlinks, int pid, const struct call *call)
{
	bool new = call->nr == SYS_socket && (int)call->args[0] == AF_NETLINK;
	const struct syscall_desc *row;
	const struct netlink_socket *from;

	/* Most programs have none. */
	if ((!new && !netlinks->count) || call->arch != AUDIT_ARCH_X86_64 || !call->exited ||
	    call->unknown_ret || call->restarted || call->ret < 0)
		return;
	if (new) {
		put(netlinks, pid, (int)call->ret, (int)call->args[2]);
		return;
	}
	if (call->nr == SYS_close) {
		forget(netlinks, find(netlinks, pid, (int)call->args[0]));
		return;
	}
	row = syscall_by_number(call->arch, call->nr);
	if (row)
		row = syscall_variant(row, call->args);
	if (!row || row->ret != RET_FD)
		return;
	/* Whatever makes a descriptor makes an end of what had its number. */
	from = NULL;
	if (call->nr == SYS_dup || call->nr == SYS_dup2 || call->nr == SYS_dup3 ||
	    call->nr == SYS_fcntl)
		from = find(netlinks, pid, (int)call->args[0]);
	put(netlinks, pid, (int)call->ret, from ? from->protocol : -1);
}

void netlinks_process_end(struct netlinks *netlinks, int pid)
{
	for (size_t i = netlinks->count; i--;)
		if (netlinks->sockets[i].pid == pid)
			forget(netlinks, &netlinks->sockets[i]);
}

static int ask_process(int pid, int fd)
{
	int domain = -1, protocol = -1, copy = -1;
	int process = (int)syscall(SYS_pidfd_open, pid, 0);
	socklen_t len = sizeof(int);

	if (process >= 0)
		copy = (int)syscall(SYS_pidfd_getfd, process, fd, 0);
	if (copy >= 0 &&
	    (getsockopt(copy, SOL_SOCKET, SO_DOMAIN, &domain, &len) < 0 || domain != AF_NETLINK ||
	     getsockopt(copy, SOL_SOCKET, SO_PROTOCOL, &protocol, &len) < 0))
		protocol = -1;
	if (copy >= 0)
		close(copy);
	if (process >= 0)
		close(process);
	return protocol;
}

int netlinks_protocol(const struct netlinks *netlinks, int pid, int fd, bool ask)
{
	const struct netlink_socket *socket = find(netlinks, pid, fd);

	if (socket)
		return socket->protocol;
	return ask ? ask_process(pid, fd) : -1;
}

void netlinks_free(struct netlinks *netlinks)
{
	free(netlinks->sockets);
	*netlinks = (struct netlinks){ 0 };
}
