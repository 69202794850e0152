// SPDX-License-Identifier: LGPL-2.1-or-later
/* Names of descriptors; see descriptor.h. */
#include "descriptor.h"

#include "table.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BUCKETS 256
/* Descriptors above are looked up each time: no process can make the table huge. */
#define FD_MAX 65536
/* That an exec leaves open, most likely. */
#define STANDARD_FDS 3

struct process {
	struct process *next;
	int pid;
	char *cwd; /* NULL: unknown */
	char **names;
	int size;
	/* Between before_exit and after_exit of dup2 and dup3, whose second argument is
	 * what its number was before, and whose result what it is now. */
	int replaced; /* -1: none */
	bool replaced_told;
	char *replacement;
};

/* The calls that change what a descriptor is. */
enum effect {
	EFFECT_OPEN,	    /* (path, ...) -> fd */
	EFFECT_OPENAT,	    /* (dirfd, path, ...) -> fd */
	EFFECT_DUP,	    /* (fd, ...) -> fd */
	EFFECT_DUP2,	    /* (fd, newfd, ...) -> newfd */
	EFFECT_CLOSE,	    /* (fd) */
	EFFECT_CLOSE_RANGE, /* (first, last, flags) */
	EFFECT_EXEC,
	EFFECT_CHDIR,  /* (path) */
	EFFECT_FCHDIR, /* (fd) */
	EFFECT_NONE,
};

static const struct {
	const char *name;
	enum effect effect;
} effects[] = {
	{ "open", EFFECT_OPEN },     { "creat", EFFECT_OPEN },
	{ "openat", EFFECT_OPENAT }, { "openat2", EFFECT_OPENAT },
	{ "dup", EFFECT_DUP },	     { "dup2", EFFECT_DUP2 },
	{ "dup3", EFFECT_DUP2 },     { "fcntl", EFFECT_DUP },
	{ "close", EFFECT_CLOSE },   { "close_range", EFFECT_CLOSE_RANGE },
	{ "execve", EFFECT_EXEC },   { "execveat", EFFECT_EXEC },
	{ "chdir", EFFECT_CHDIR },   { "fchdir", EFFECT_FCHDIR },
};

#define EFFECTS (sizeof(effects) / sizeof(effects[0]))

struct descriptors {
	struct process *buckets[BUCKETS];
	uint32_t numbers[EFFECTS]; /* UINT32_MAX: no such call here */
	bool tracked;		   /* all of effects are in the trace */
};

struct descriptors *descriptors_new(const struct filter *filter)
{
	struct descriptors *descriptors = calloc(1, sizeof(*descriptors));

	if (!descriptors)
		return NULL;
	descriptors->tracked = true;
	for (size_t i = 0; i < EFFECTS; i++) {
		const struct syscall_desc *row =
			syscall_by_name(AUDIT_ARCH_X86_64, effects[i].name);

		descriptors->numbers[i] = row ? row->nr : UINT32_MAX;
		if (row && !filter_wants_call(filter, AUDIT_ARCH_X86_64, row->nr))
			descriptors->tracked = false;
	}
	return descriptors;
}

static struct process **bucket(struct descriptors *descriptors, int pid)
{
	return &descriptors->buckets[(unsigned int)pid % BUCKETS];
}

static struct process *find(struct descriptors *descriptors, int pid)
{
	struct process *process = *bucket(descriptors, pid);

	while (process && process->pid != pid)
		process = process->next;
	return process;
}

static void set(struct process *process, int fd, char *name)
{
	if (fd < 0 || fd >= FD_MAX) {
		free(name);
		return;
	}
	if (fd >= process->size) {
		int size = fd + fd / 2 + 16;
		char **names;

		if (!name)
			return;
		names = realloc(process->names, (size_t)size * sizeof(*names));
		if (!names) {
			free(name);
			return;
		}
		memset(names + process->size, 0, (size_t)(size - process->size) * sizeof(*names));
		process->names = names;
		process->size = size;
	}
	free(process->names[fd]);
	process->names[fd] = name;
}

static const char *get(const struct process *process, int fd)
{
	return fd >= 0 && fd < process->size ? process->names[fd] : NULL;
}

static void empty(struct process *process, int from)
{
	for (int fd = from; fd < process->size; fd++)
		set(process, fd, NULL);
}

static char *link_of(int pid, const char *of)
{
	char path[64], text[PATH_MAX];
	ssize_t len;

	snprintf(path, sizeof(path), "/proc/%d/%s", pid, of);
	len = readlink(path, text, sizeof(text));
	return len > 0 ? strndup(text, (size_t)len) : NULL;
}

static char *link_of_fd(int pid, int fd)
{
	char of[32];

	snprintf(of, sizeof(of), "fd/%d", fd);
	return link_of(pid, of);
}

/* What /proc knows; with missing only, what the table has stays. */
static void ask_proc(struct process *process, bool missing)
{
	char path[32], *cwd = link_of(process->pid, "cwd");
	struct dirent *entry;
	DIR *dir;

	if (cwd) {
		free(process->cwd);
		process->cwd = cwd;
	}
	snprintf(path, sizeof(path), "/proc/%d/fd", process->pid);
	dir = opendir(path);
	if (!dir)
		return;
	while ((entry = readdir(dir))) {
		char *end;
		long fd = strtol(entry->d_name, &end, 10);

		if (*end || end == entry->d_name || fd >= FD_MAX)
			continue;
		if (!missing || !get(process, (int)fd))
			set(process, (int)fd, link_of_fd(process->pid, (int)fd));
	}
	closedir(dir);
}

static void process_free(struct process *process)
{
	empty(process, 0);
	free(process->names);
	free(process->cwd);
	free(process->replacement);
	free(process);
}

void descriptors_process_end(struct descriptors *descriptors, int pid)
{
	struct process **at = bucket(descriptors, pid);

	while (*at && (*at)->pid != pid)
		at = &(*at)->next;
	if (*at) {
		struct process *process = *at;

		*at = process->next;
		process_free(process);
	}
}

void descriptors_process_begin(struct descriptors *descriptors, int pid)
{
	struct process **at = bucket(descriptors, pid), *process;

	descriptors_process_end(descriptors, pid);
	process = calloc(1, sizeof(*process));
	if (!process)
		return; /* its descriptors have no names, then */
	process->pid = pid;
	process->replaced = -1;
	process->next = *at;
	*at = process;
	ask_proc(process, false);
}

void descriptors_free(struct descriptors *descriptors)
{
	if (!descriptors)
		return;
	for (size_t i = 0; i < BUCKETS; i++) {
		while (descriptors->buckets[i]) {
			struct process *process = descriptors->buckets[i];

			descriptors->buckets[i] = process->next;
			process_free(process);
		}
	}
	free(descriptors);
}

static enum effect effect_of(const struct descriptors *descriptors, const struct call *call)
{
	if (call->arch != AUDIT_ARCH_X86_64)
		return EFFECT_NONE;
	for (size_t i = 0; i < EFFECTS; i++) {
		if (descriptors->numbers[i] == call->nr)
			return effects[i].effect;
	}
	return EFFECT_NONE;
}

static bool succeeded(const struct call *call)
{
	return call->exited && !call->unknown_ret && !call->restarted &&
	       !(call->ret < 0 && call->ret >= -4095);
}

/* The string at addr, if all of it was captured. */
static const char *string_at(const struct call *call, uint64_t addr)
{
	const struct memory *both[] = { &call->enter, &call->exit };

	for (size_t i = 0; i < 2; i++) {
		size_t len;
		const uint8_t *bytes = memory_from(both[i], addr, &len, NULL);

		if (bytes && memchr(bytes, '\0', len))
			return (const char *)bytes;
	}
	return NULL;
}

/*
 * The file that path names, found from the outside: right even where the process
 * has gone, or has another file under that number by now.
 */
static char *resolve(const struct process *process, int dirfd, const char *path)
{
	const char *base = dirfd == AT_FDCWD ? process->cwd : get(process, dirfd);
	char joined[2 * PATH_MAX];

	if (*path == '/')
		return realpath(path, NULL);
	if (!base || *base != '/' ||
	    snprintf(joined, sizeof(joined), "%s/%s", base, path) >= (int)sizeof(joined))
		return NULL;
	return realpath(joined, NULL);
}

void descriptors_before_exit(struct descriptors *descriptors, const struct task *task,
			     const struct call *call)
{
	struct process *process = find(descriptors, task->pid);
	const struct syscall_desc *row;
	const char *path = NULL, *old;
	char *name = NULL;
	int dirfd = AT_FDCWD, fd = (int)call->ret;

	if (!process || !succeeded(call))
		return;
	row = syscall_by_number(call->arch, call->nr);
	if (row)
		row = syscall_variant(row, call->args);
	if (!row || row->ret != RET_FD)
		return;
	switch (effect_of(descriptors, call)) {
	case EFFECT_OPEN:
		path = string_at(call, call->args[0]);
		break;
	case EFFECT_OPENAT:
		dirfd = (int)call->args[0];
		path = string_at(call, call->args[1]);
		break;
	case EFFECT_DUP:
	case EFFECT_DUP2:
		old = get(process, (int)call->args[0]);
		name = old ? strdup(old) : NULL;
		break;
	default:
		break;
	}
	if (path)
		name = resolve(process, dirfd, path);
	if (!name)
		name = link_of_fd(process->pid, fd);
	if (effect_of(descriptors, call) == EFFECT_DUP2) {
		process->replaced = fd;
		process->replaced_told = false;
		process->replacement = name;
	} else {
		set(process, fd, name);
	}
}

void descriptors_after_exit(struct descriptors *descriptors, const struct task *task,
			    const struct call *call)
{
	struct process *process = find(descriptors, task->pid);
	const char *path = NULL;
	uint64_t first, last;
	char *cwd = NULL;

	if (!process || !succeeded(call))
		return;
	if (process->replaced >= 0) {
		set(process, process->replaced, process->replacement);
		process->replaced = -1;
		process->replacement = NULL;
	}
	switch (effect_of(descriptors, call)) {
	case EFFECT_CLOSE:
		set(process, (int)call->args[0], NULL);
		break;
	case EFFECT_CLOSE_RANGE:
		first = (uint32_t)call->args[0];
		last = (uint32_t)call->args[1];
		if (call->args[2])
			break; /* to be closed at exec only, or in a table of its own */
		for (; first <= last && first < (uint64_t)process->size; first++)
			set(process, (int)first, NULL);
		break;
	case EFFECT_EXEC:
		/* Which were to be closed is not known; the standard ones hardly ever are. */
		empty(process, STANDARD_FDS);
		ask_proc(process, true);
		break;
	case EFFECT_CHDIR:
	case EFFECT_FCHDIR:
		if (effect_of(descriptors, call) == EFFECT_FCHDIR)
			path = get(process, (int)call->args[0]);
		else
			path = string_at(call, call->args[0]);
		if (path)
			cwd = resolve(process, AT_FDCWD, path);
		if (!cwd)
			cwd = link_of(process->pid, "cwd");
		free(process->cwd);
		process->cwd = cwd;
		break;
	default:
		break;
	}
}

static size_t name_put(const char *name, char *text, size_t size, bool *ret_deleted)
{
	static const char deleted[] = " (deleted)";
	size_t len = name ? strlen(name) : 0;

	if (len >= sizeof(deleted) && *name == '/' &&
	    !strcmp(name + len - (sizeof(deleted) - 1), deleted)) {
		*ret_deleted = true;
		len -= sizeof(deleted) - 1;
	}
	if (len > size)
		len = size;
	if (len)
		memcpy(text, name, len);
	return len;
}

size_t descriptors_text(struct descriptors *descriptors, int pid, int fd, char *text, size_t size,
			bool *ret_deleted)
{
	struct process *process = find(descriptors, pid);
	const char *name;

	*ret_deleted = false;
	if (!process)
		return 0;
	if (fd == AT_FDCWD)
		return name_put(process->cwd, text, size, ret_deleted);
	if (fd < 0)
		return 0;
	if (fd == process->replaced) {
		name = process->replaced_told ? process->replacement : get(process, fd);
		process->replaced_told = true;
		return name_put(name, text, size, ret_deleted);
	}
	if (!descriptors->tracked || !get(process, fd)) {
		char *link = link_of_fd(pid, fd);

		if (link)
			set(process, fd, link);
		if (fd >= FD_MAX)
			return 0;
	}
	return name_put(get(process, fd), text, size, ret_deleted);
}
