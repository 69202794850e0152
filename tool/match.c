// SPDX-License-Identifier: LGPL-2.1-or-later
/* Calls by the files that they name; see match.h. */
#include "match.h"

#include "table.h"
#include "table_names.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DESCRIPTORS_MAX 65536u

int match_setup(struct match *match, const struct options *options)
{
	match->options = options;
	match->paths = calloc(2 * options->path_count + 1, sizeof(*match->paths));
	if (!match->paths)
		return -ENOMEM;
	for (size_t i = 0; i < options->path_count; i++) {
		char *real = realpath(options->paths[i], NULL);

		match->paths[match->count++] = strdup(options->paths[i]);
		if (!real)
			continue;
		if (!strcmp(real, options->paths[i])) {
			free(real);
			continue;
		}
		if (!(options->quiet & QUIET_PATH_RESOLUTION))
			fprintf(stderr, "self_ptrace: Requested path '%s' resolved into '%s'\n",
				options->paths[i], real);
		match->paths[match->count++] = real;
	}
	return 0;
}

void match_free(struct match *match)
{
	for (size_t i = 0; i < match->count; i++)
		free(match->paths[i]);
	free(match->paths);
	match->paths = NULL;
	match->count = 0;
}

static bool is_path(const struct match *match, const char *path)
{
	for (size_t i = 0; path && i < match->count; i++)
		if (match->paths[i] && !strcmp(match->paths[i], path))
			return true;
	return false;
}

static bool is_fd(const struct match *match, struct descriptors *descriptors, int pid, int fd)
{
	if (fd < 0)
		return false;
	if (match->options->trace_fds.set && numbers_have(&match->options->trace_fds, fd))
		return true;
	return match->count && is_path(match, descriptors_path(descriptors, pid, fd));
}

static const uint8_t *bytes_at(const struct call *call, uint64_t addr, size_t *ret_len)
{
	return addr ? memory_from(&call->enter, addr, ret_len, NULL) : NULL;
}

static bool path_at(const struct match *match, const struct call *call, uint64_t addr)
{
	size_t len;
	const uint8_t *bytes = bytes_at(call, addr, &len);

	return bytes && memchr(bytes, '\0', len) && is_path(match, (const char *)bytes);
}

static bool polled(const struct match *match, struct descriptors *descriptors, int pid,
		   const struct call *call, uint64_t addr)
{
	size_t len;
	const uint8_t *bytes = bytes_at(call, addr, &len);
	struct pollfd polled;

	for (; bytes && len >= sizeof(polled); bytes += sizeof(polled), len -= sizeof(polled)) {
		memcpy(&polled, bytes, sizeof(polled));
		if (is_fd(match, descriptors, pid, polled.fd))
			return true;
	}
	return false;
}

static bool selected(const struct match *match, struct descriptors *descriptors, int pid,
		     const struct call *call, uint64_t addr)
{
	size_t len;
	const uint8_t *bytes = bytes_at(call, addr, &len);
	uint32_t count = (uint32_t)call->args[0];

	if (count > DESCRIPTORS_MAX)
		count = DESCRIPTORS_MAX;
	for (uint32_t fd = 0; bytes && fd < count && fd / 8 < len; fd++)
		if (bytes[fd / 8] >> fd % 8 & 1 && is_fd(match, descriptors, pid, (int)fd))
			return true;
	return false;
}

bool match_call(const struct match *match, struct descriptors *descriptors, const struct task *task,
		const struct call *call)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	if (row)
		row = syscall_variant(row, call->args);
	for (unsigned int i = 0; row && i < row->nargs && i < 6; i++) {
		const struct arg_desc *desc = &row->args[i];
		uint64_t raw = call->args[desc->pos < 6 ? desc->pos : 5];

		if (desc->decode == decode_path && desc->dir != ARG_OUT) {
			if (match->count && path_at(match, call, raw))
				return true;
		} else if (desc->decode == decode_fd || desc->decode == decode_atfd) {
			if (is_fd(match, descriptors, task->pid, (int)raw))
				return true;
		} else if (desc->decode == decode_fdset) {
			if (selected(match, descriptors, task->pid, call, raw))
				return true;
		} else if (desc->decode == decode_array && desc->param) {
			const struct arg_desc *element = desc->param;

			if (element->param == &struct_pollfd &&
			    polled(match, descriptors, task->pid, call, raw))
				return true;
		}
	}
	return false;
}
