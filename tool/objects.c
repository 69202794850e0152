// SPDX-License-Identifier: LGPL-2.1-or-later
/* Sockets of netlink, objects of bpf; see objects.h. */
#include "objects.h"

#include "table.h"

#include <linux/audit.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* No program can make the list huge: the kernel is asked of what is not in it. */
#define DESCRIPTORS_MAX 1024u

static struct object_descriptor *find(const struct objects *objects, int pid, int fd)
{
	for (size_t i = 0; i < objects->count; i++)
		if (objects->descriptors[i].pid == pid && objects->descriptors[i].fd == fd)
			return &objects->descriptors[i];
	return NULL;
}

static void forget(struct objects *objects, struct object_descriptor *descriptor)
{
	if (descriptor)
		*descriptor = objects->descriptors[--objects->count];
}

static void put(struct objects *objects, int pid, int fd, int what)
{
	forget(objects, find(objects, pid, fd));
	if (what < 0 || objects->count == DESCRIPTORS_MAX)
		return;
	if (objects->count == objects->capacity) {
		size_t capacity = objects->capacity ? 2 * objects->capacity : 16;
		struct object_descriptor *all =
			realloc(objects->descriptors, capacity * sizeof(*all));

		if (!all)
			return;
		objects->descriptors = all;
		objects->capacity = capacity;
	}
	objects->descriptors[objects->count++] = (struct object_descriptor){ pid, fd, what };
}

/* What a call has made; of what bpf opens by a path's name only the kernel can tell. */
static int made_by(const struct call *call)
{
	if (call->nr == SYS_socket && (int)call->args[0] == AF_NETLINK)
		return (int)call->args[2];
	if (call->nr != SYS_bpf)
		return OBJECT_NONE;
	switch ((uint32_t)call->args[0]) {
	case BPF_MAP_CREATE:
	case BPF_MAP_GET_FD_BY_ID:
		return OBJECT_BPF_MAP;
	case BPF_PROG_LOAD:
	case BPF_PROG_GET_FD_BY_ID:
		return OBJECT_BPF_PROG;
	case BPF_BTF_LOAD:
	case BPF_BTF_GET_FD_BY_ID:
		return OBJECT_BPF_BTF;
	case BPF_RAW_TRACEPOINT_OPEN:
	case BPF_LINK_CREATE:
	case BPF_LINK_GET_FD_BY_ID:
		return OBJECT_BPF_LINK;
	default:
		return OBJECT_NONE;
	}
}

void objects_call(struct objects *objects, int pid, const struct call *call)
{
	int what = made_by(call);
	const struct syscall_desc *row;
	const struct object_descriptor *from;

	/* Most programs have none. */
	if ((what < 0 && !objects->count) || call->arch != AUDIT_ARCH_X86_64 || !call->exited ||
	    call->unknown_ret || call->restarted || call->ret < 0)
		return;
	if (what >= 0) {
		put(objects, pid, (int)call->ret, what);
		return;
	}
	if (call->nr == SYS_close) {
		forget(objects, find(objects, pid, (int)call->args[0]));
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
		from = find(objects, pid, (int)call->args[0]);
	put(objects, pid, (int)call->ret, from ? from->what : OBJECT_NONE);
}

void objects_process_end(struct objects *objects, int pid)
{
	for (size_t i = objects->count; i--;)
		if (objects->descriptors[i].pid == pid)
			forget(objects, &objects->descriptors[i]);
}

static int ask_protocol(int pid, int fd)
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

static int ask_process(int pid, int fd)
{
	static const struct {
		const char *link;
		int what;
	} links[] = {
		{ "anon_inode:bpf-map", OBJECT_BPF_MAP },
		{ "anon_inode:bpf-prog", OBJECT_BPF_PROG },
		{ "anon_inode:btf", OBJECT_BPF_BTF },
		{ "anon_inode:bpf_link", OBJECT_BPF_LINK },
	};
	char path[64], link[64];
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/%d/fd/%d", pid, fd);
	len = readlink(path, link, sizeof(link) - 1);
	if (len < 0)
		return OBJECT_NONE;
	link[len] = '\0';
	for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
		if (strcmp(link, links[i].link) == 0)
			return links[i].what;
	return ask_protocol(pid, fd);
}

int objects_find(const struct objects *objects, int pid, int fd, bool ask)
{
	const struct object_descriptor *known = find(objects, pid, fd);

	if (known)
		return known->what;
	return ask ? ask_process(pid, fd) : OBJECT_NONE;
}

void objects_free(struct objects *objects)
{
	free(objects->descriptors);
	*objects = (struct objects){ 0 };
}
