// SPDX-License-Identifier: LGPL-2.1-or-later
#include "sockinfo.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/inet_diag.h>
#include <linux/genetlink.h>
#include <linux/netlink.h>
#include <linux/netlink_diag.h>
#include <linux/rtnetlink.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ANSWER_BYTES 32768u

struct question {
	unsigned long inode;
	const char *protocol; /* "TCP" */
	char *text;
	size_t size;
	size_t len; /* of the answer; 0: none yet */
};

struct family {
	const char *protocol; /* as the kernel calls it */
	uint8_t family;
	uint8_t number;
};

static const struct family families[] = {
	{ "TCP", AF_INET, IPPROTO_TCP },
	{ "UDP", AF_INET, IPPROTO_UDP },
	{ "UDP-Lite", AF_INET, IPPROTO_UDPLITE },
	{ "SCTP", AF_INET, IPPROTO_SCTP },
	{ "DCCP", AF_INET, IPPROTO_DCCP },
	{ "RAW", AF_INET, IPPROTO_RAW },
	{ "TCPv6", AF_INET6, IPPROTO_TCP },
	{ "UDPv6", AF_INET6, IPPROTO_UDP },
	{ "UDPLITEv6", AF_INET6, IPPROTO_UDPLITE },
	{ "SCTPv6", AF_INET6, IPPROTO_SCTP },
	{ "DCCPv6", AF_INET6, IPPROTO_DCCP },
	{ "RAWv6", AF_INET6, IPPROTO_RAW },
	{ "UNIX", AF_UNIX, 0 },
	{ "UNIX-STREAM", AF_UNIX, 0 },
	{ "NETLINK", AF_NETLINK, NDIAG_PROTO_ALL },
};

static const char *const netlink_names[] = {
	[NETLINK_ROUTE] = "ROUTE",
	[NETLINK_USERSOCK] = "USERSOCK",
	[NETLINK_SOCK_DIAG] = "SOCK_DIAG",
	[NETLINK_NFLOG] = "NFLOG",
	[NETLINK_XFRM] = "XFRM",
	[NETLINK_SELINUX] = "SELINUX",
	[NETLINK_ISCSI] = "ISCSI",
	[NETLINK_AUDIT] = "AUDIT",
	[NETLINK_FIB_LOOKUP] = "FIB_LOOKUP",
	[NETLINK_CONNECTOR] = "CONNECTOR",
	[NETLINK_NETFILTER] = "NETFILTER",
	[NETLINK_IP6_FW] = "IP6_FW",
	[NETLINK_DNRTMSG] = "DNRTMSG",
	[NETLINK_KOBJECT_UEVENT] = "KOBJECT_UEVENT",
	[NETLINK_GENERIC] = "GENERIC",
	[NETLINK_SCSITRANSPORT] = "SCSITRANSPORT",
	[NETLINK_ECRYPTFS] = "ECRYPTFS",
	[NETLINK_RDMA] = "RDMA",
	[NETLINK_CRYPTO] = "CRYPTO",
	[NETLINK_SMC] = "SMC",
};

static void answer(struct question *question, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

static void answer(struct question *question, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(question->text, question->size, format, args);
	va_end(args);
	if (len > 0)
		question->len = (size_t)len < question->size ? (size_t)len : question->size - 1;
}

static void inet_answer(struct question *question, const void *data, size_t len)
{
	static const uint32_t none[4];
	const struct inet_diag_msg *msg = data;
	char source[INET6_ADDRSTRLEN], destination[INET6_ADDRSTRLEN];
	bool six;

	if (len < sizeof(*msg) || msg->idiag_inode != question->inode)
		return;
	six = msg->idiag_family == AF_INET6;
	if (!inet_ntop(msg->idiag_family, msg->id.idiag_src, source, sizeof(source)))
		return;
	if (!msg->id.idiag_dport && !memcmp(msg->id.idiag_dst, none, six ? 16 : 4)) {
		answer(question, six ? "%s:[[%s]:%u]" : "%s:[%s:%u]", question->protocol, source,
		       ntohs(msg->id.idiag_sport));
		return;
	}
	if (!inet_ntop(msg->idiag_family, msg->id.idiag_dst, destination, sizeof(destination)))
		return;
	answer(question, six ? "%s:[[%s]:%u->[%s]:%u]" : "%s:[%s:%u->%s:%u]", question->protocol,
	       source, ntohs(msg->id.idiag_sport), destination, ntohs(msg->id.idiag_dport));
}

/* A name in quotes, what is not printable as \ooo. */
static void quote(char *to, size_t size, const uint8_t *name, size_t len)
{
	size_t used = 0;
	bool abstract = len && !name[0];

	if (abstract) {
		name++;
		len--;
		to[used++] = '@';
	} else {
		len = strnlen((const char *)name, len);
	}
	to[used++] = '"';
	for (size_t i = 0; i < len && used + 6 < size; i++) {
		if (name[i] < ' ' || name[i] > '~' || name[i] == '"' || name[i] == '\\')
			used += (size_t)sprintf(to + used, "\\%03o", name[i]);
		else
			to[used++] = (char)name[i];
	}
	to[used++] = '"';
	to[used] = '\0';
}

static void unix_answer(struct question *question, const void *data, size_t len)
{
	const struct unix_diag_msg *msg = data;
	const struct rtattr *attr;
	char peer[16] = "", name[512] = "";
	int left;

	if (len < sizeof(*msg) || msg->udiag_ino != question->inode)
		return;
	left = (int)(len - NLMSG_ALIGN(sizeof(*msg)));
	for (attr = (const void *)((const char *)data + NLMSG_ALIGN(sizeof(*msg)));
	     left > 0 && RTA_OK(attr, left); attr = RTA_NEXT(attr, left)) {
		size_t bytes = RTA_PAYLOAD(attr);

		if (attr->rta_type == UNIX_DIAG_PEER && bytes >= sizeof(uint32_t))
			snprintf(peer, sizeof(peer), "->%u", *(const uint32_t *)RTA_DATA(attr));
		if (attr->rta_type == UNIX_DIAG_NAME && bytes) {
			name[0] = ',';
			quote(name + 1, sizeof(name) - 1, RTA_DATA(attr), bytes);
		}
	}
	/* With nothing to add the protocol and the inode say it all. */
	answer(question, "%s:[%lu%s%s]", question->protocol, question->inode, peer, name);
}

static void netlink_answer(struct question *question, const void *data, size_t len)
{
	const size_t names = sizeof(netlink_names) / sizeof(*netlink_names);
	const struct netlink_diag_msg *msg = data;

	if (len < sizeof(*msg) || msg->ndiag_ino != question->inode)
		return;
	if (msg->ndiag_protocol < names && netlink_names[msg->ndiag_protocol])
		answer(question, "%s:[%s:%u]", question->protocol,
		       netlink_names[msg->ndiag_protocol], msg->ndiag_portid);
	else
		answer(question, "%s:[%u]", question->protocol, msg->ndiag_protocol);
}

static bool put(int fd, const struct family *family, unsigned long inode)
{
	struct {
		struct nlmsghdr header;
		union {
			struct inet_diag_req_v2 inet;
			struct unix_diag_req local;
			struct netlink_diag_req netlink;
		};
	} request = { .header = { .nlmsg_type = SOCK_DIAG_BY_FAMILY,
				  .nlmsg_flags = NLM_F_DUMP | NLM_F_REQUEST } };
	struct sockaddr_nl kernel = { .nl_family = AF_NETLINK };
	size_t len;

	switch (family->family) {
	case AF_UNIX:
		/* One that is asked for by its inode needs no dump. */
		request.header.nlmsg_flags = NLM_F_REQUEST;
		request.local.sdiag_family = AF_UNIX;
		request.local.udiag_states = UINT32_MAX;
		request.local.udiag_ino = (uint32_t)inode;
		request.local.udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER;
		request.local.udiag_cookie[0] = request.local.udiag_cookie[1] = UINT32_MAX;
		len = sizeof(request.local);
		break;
	case AF_NETLINK:
		request.netlink.sdiag_family = AF_NETLINK;
		request.netlink.sdiag_protocol = family->number;
		len = sizeof(request.netlink);
		break;
	default:
		request.inet.sdiag_family = family->family;
		request.inet.sdiag_protocol = family->number;
		request.inet.idiag_states = UINT32_MAX;
		len = sizeof(request.inet);
	}
	request.header.nlmsg_len = (uint32_t)(sizeof(request.header) + len);
	return sendto(fd, &request, request.header.nlmsg_len, 0, (struct sockaddr *)&kernel,
		      sizeof(kernel)) == (ssize_t)request.header.nlmsg_len;
}

/* Reads until the answer is complete; a socket of its own for each question. */
static void listen_to(int fd, const struct family *family, struct question *question)
{
	static uint64_t buffer[ANSWER_BYTES / sizeof(uint64_t)];
	ssize_t got;

	while ((got = recv(fd, buffer, sizeof(buffer), 0)) > 0) {
		const struct nlmsghdr *header = (const void *)buffer;
		unsigned int left = (unsigned int)got;

		for (; NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
			const void *data = NLMSG_DATA(header);
			size_t len = header->nlmsg_len - NLMSG_HDRLEN;

			if (header->nlmsg_type != SOCK_DIAG_BY_FAMILY)
				return; /* done, or an error */
			if (family->family == AF_UNIX)
				unix_answer(question, data, len);
			else if (family->family == AF_NETLINK)
				netlink_answer(question, data, len);
			else
				inet_answer(question, data, len);
			if (question->len)
				return;
		}
	}
}

size_t sockinfo_text(const char *path, unsigned long inode, bool ask, char *text, size_t size)
{
	char protocol[32];
	struct question question = { inode, protocol, text, size, 0 };
	ssize_t got = getxattr(path, "system.sockprotoname", protocol, sizeof(protocol) - 1);

	if (got <= 0)
		return 0;
	protocol[got] = '\0';
	for (size_t i = 0; ask && i < sizeof(families) / sizeof(*families) && !question.len; i++) {
		int fd;

		if (strcmp(families[i].protocol, protocol) != 0)
			continue;
		fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
		if (fd < 0)
			break;
		if (put(fd, &families[i], inode))
			listen_to(fd, &families[i], &question);
		close(fd);
	}
	if (!question.len)
		answer(&question, "%s:[%lu]", protocol, inode);
	return question.len;
}

/* Families of generic netlink */

#define FAMILIES_MAX 256

static struct generic_family {
	unsigned int id;
	char name[GENL_NAMSIZ];
} generic_families[FAMILIES_MAX];
static size_t generic_count;

static void generic_answer(const uint8_t *data, size_t len)
{
	struct generic_family *family = &generic_families[generic_count];

	if (generic_count == FAMILIES_MAX || len < GENL_HDRLEN)
		return;
	*family = (struct generic_family){ 0 };
	for (size_t at = GENL_HDRLEN; len - at >= sizeof(struct nlattr);) {
		struct nlattr attribute;
		size_t size;

		memcpy(&attribute, data + at, sizeof(attribute));
		if (attribute.nla_len < sizeof(attribute) || attribute.nla_len > len - at)
			break;
		size = attribute.nla_len - sizeof(attribute);
		if (attribute.nla_type == CTRL_ATTR_FAMILY_ID && size >= sizeof(uint16_t))
			family->id = *(const uint16_t *)(data + at + sizeof(attribute));
		if (attribute.nla_type == CTRL_ATTR_FAMILY_NAME && size < sizeof(family->name))
			memcpy(family->name, data + at + sizeof(attribute), size);
		at += NLA_ALIGN(attribute.nla_len);
		if (at > len)
			break;
	}
	if (family->id && family->name[0])
		generic_count++;
}

static void ask_generic_families(int fd)
{
	struct {
		struct nlmsghdr header;
		struct genlmsghdr command;
	} request = {
		{ .nlmsg_len = sizeof(request),
		  .nlmsg_type = GENL_ID_CTRL,
		  .nlmsg_flags = NLM_F_DUMP | NLM_F_REQUEST },
		{ .cmd = CTRL_CMD_GETFAMILY, .version = 1 },
	};
	static uint64_t buffer[ANSWER_BYTES / sizeof(uint64_t)];
	ssize_t got;

	if (send(fd, &request, sizeof(request), 0) != (ssize_t)sizeof(request))
		return;
	while ((got = recv(fd, buffer, sizeof(buffer), 0)) > 0) {
		const struct nlmsghdr *header = (const void *)buffer;
		unsigned int left = (unsigned int)got;

		for (; NLMSG_OK(header, left); header = NLMSG_NEXT(header, left)) {
			if (header->nlmsg_type != GENL_ID_CTRL)
				return;
			generic_answer(NLMSG_DATA(header), header->nlmsg_len - NLMSG_HDRLEN);
		}
	}
}

const char *sockinfo_generic_family(unsigned int id)
{
	static bool asked;

	if (id == GENL_ID_CTRL)
		return "nlctrl";
	if (!asked) {
		int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC);

		asked = true;
		if (fd >= 0) {
			ask_generic_families(fd);
			close(fd);
		}
	}
	for (size_t i = 0; i < generic_count; i++)
		if (generic_families[i].id == id)
			return generic_families[i].name;
	return NULL;
}
