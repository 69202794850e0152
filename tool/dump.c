// SPDX-License-Identifier: LGPL-2.1-or-later
#include "dump.h"

#include "table.h"

#include <linux/audit.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

#define COLUMNS 16u
#define VECTOR_MAX 1024u

enum shape { BYTES, VECTOR, MESSAGE, MESSAGES };

static const struct {
	const char *name;
	bool reads;
	enum shape shape;
} transfers[] = {
	{ "read", true, BYTES },	 { "pread64", true, BYTES },
	{ "recvfrom", true, BYTES },	 { "readv", true, VECTOR },
	{ "preadv", true, VECTOR },	 { "preadv2", true, VECTOR },
	{ "recvmsg", true, MESSAGE },	 { "recvmmsg", true, MESSAGES },
	{ "write", false, BYTES },	 { "pwrite64", false, BYTES },
	{ "sendto", false, BYTES },	 { "writev", false, VECTOR },
	{ "pwritev", false, VECTOR },	 { "pwritev2", false, VECTOR },
	{ "vmsplice", false, VECTOR },	 { "sendmsg", false, MESSAGE },
	{ "sendmmsg", false, MESSAGES },
};

/* A copy of [addr, addr + len) as the call found or left it: how many bytes there are. */
static size_t copy(const struct call *call, uint64_t addr, uint8_t *to, size_t len)
{
	size_t done = 0;

	while (done < len) {
		size_t got;
		const uint8_t *bytes = memory_from(&call->exit, addr + done, &got, NULL);

		if (!bytes)
			bytes = memory_from(&call->enter, addr + done, &got, NULL);
		if (!bytes || !got)
			break;
		if (got > len - done)
			got = len - done;
		memcpy(to + done, bytes, got);
		done += got;
	}
	return done;
}

static void dump_line(struct buffer *buffer, uint64_t offset, const uint8_t *bytes, size_t len)
{
	char line[128];
	int used = snprintf(line, sizeof(line), " | %05llx ", (unsigned long long)offset);

	for (size_t i = 0; i < COLUMNS; i++) {
		if (i == COLUMNS / 2)
			line[used++] = ' ';
		used += i < len ? snprintf(line + used, sizeof(line) - (size_t)used, " %02x",
					   bytes[i]) :
				  snprintf(line + used, sizeof(line) - (size_t)used, "   ");
	}
	line[used++] = ' ';
	line[used++] = ' ';
	for (size_t i = 0; i < COLUMNS; i++)
		line[used++] = i >= len				  ? ' ' :
			       bytes[i] >= ' ' && bytes[i] <= '~' ? (char)bytes[i] :
								    '.';
	buffer_bytes(buffer, line, (size_t)used);
	buffer_bytes(buffer, " |\n", 3);
}

static void dump_bytes(struct buffer *buffer, const struct call *call, uint64_t addr, uint64_t len)
{
	uint8_t bytes[COLUMNS];

	for (uint64_t done = 0; done < len; done += COLUMNS) {
		size_t want = len - done < COLUMNS ? (size_t)(len - done) : COLUMNS;
		size_t got = copy(call, addr + done, bytes, want);

		if (got)
			dump_line(buffer, done, bytes, got);
		if (got < want)
			break;
	}
}

static void dump_vector(struct buffer *buffer, const struct call *call, uint64_t addr,
			uint64_t count, uint64_t data)
{
	for (uint64_t i = 0; i < count && i < VECTOR_MAX && data; i++) {
		struct iovec iov;
		uint64_t len;

		if (copy(call, addr + i * sizeof(iov), (uint8_t *)&iov, sizeof(iov)) < sizeof(iov))
			return;
		len = iov.iov_len < data ? iov.iov_len : data;
		data -= len;
		buffer_string(buffer, " * ");
		buffer_decimal(buffer, len);
		buffer_string(buffer, " bytes in buffer ");
		buffer_decimal(buffer, i);
		buffer_char(buffer, '\n');
		dump_bytes(buffer, call, (uint64_t)(uintptr_t)iov.iov_base, len);
	}
}

static void dump_message(struct buffer *buffer, const struct call *call, uint64_t addr,
			 uint64_t data)
{
	struct msghdr msg;

	if (copy(call, addr, (uint8_t *)&msg, sizeof(msg)) == sizeof(msg))
		dump_vector(buffer, call, (uint64_t)(uintptr_t)msg.msg_iov, msg.msg_iovlen, data);
}

static void dump_messages(struct buffer *buffer, const struct call *call, uint64_t addr,
			  uint64_t count, bool reads)
{
	for (uint64_t i = 0; i < count && i < VECTOR_MAX; i++, addr += sizeof(struct mmsghdr)) {
		struct mmsghdr msg;

		if (copy(call, addr, (uint8_t *)&msg, sizeof(msg)) < sizeof(msg))
			return;
		buffer_string(buffer, " = ");
		buffer_decimal(buffer, msg.msg_hdr.msg_iovlen);
		buffer_string(buffer, " buffers in vector ");
		buffer_decimal(buffer, i);
		buffer_char(buffer, '\n');
		dump_message(buffer, call, addr, reads ? msg.msg_len : UINT64_MAX);
	}
}

void dump_call(struct buffer *buffer, const struct options *options, const struct call *call)
{
	const struct syscall_desc *row;
	size_t i = 0, count = sizeof(transfers) / sizeof(*transfers);
	bool reads;

	if (!call->exited || call->unknown_ret || call->restarted || call->ret < 0 ||
	    call->arch != AUDIT_ARCH_X86_64)
		return;
	row = syscall_by_number(call->arch, call->nr);
	while (row && i < count && strcmp(transfers[i].name, row->name) != 0)
		i++;
	if (!row || i == count)
		return;
	reads = transfers[i].reads;
	if (!numbers_have(reads ? &options->dump_reads : &options->dump_writes, (int)call->args[0]))
		return;
	switch (transfers[i].shape) {
	case BYTES:
		dump_bytes(buffer, call, call->args[1],
			   reads ? (uint64_t)call->ret : call->args[2]);
		break;
	case VECTOR:
		dump_vector(buffer, call, call->args[1], call->args[2],
			    reads ? (uint64_t)call->ret : UINT64_MAX);
		break;
	case MESSAGE:
		dump_message(buffer, call, call->args[1], reads ? (uint64_t)call->ret : UINT64_MAX);
		break;
	case MESSAGES:
		dump_messages(buffer, call, call->args[1], (uint64_t)call->ret, reads);
		break;
	}
}
