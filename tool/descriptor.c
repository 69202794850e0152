// SPDX-License-Identifier: LGPL-2.1-or-later
/* Names of descriptors; see descriptor.h. */
#include "descriptor.h"

#include "sockinfo.h"
#include "table.h"
#include "value.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
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
	struct descriptor {
		char *name;
		char *detail; /* -yy: what was told last; NULL: nothing yet */
		bool stale;   /* a call has changed the socket since */
	} * descriptors;
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

/* The calls that may change what is told of a socket, their first argument. */
static const char *const socket_calls[] = { "bind", "connect", "listen", "sendto", "sendmsg" };

#define SOCKET_CALLS (sizeof(socket_calls) / sizeof(socket_calls[0]))

struct descriptors {
	struct process *buckets[BUCKETS];
	uint32_t numbers[EFFECTS]; /* UINT32_MAX: no such call here */
	uint32_t socket, socket_numbers[SOCKET_CALLS];
	bool tracked;	      /* all of effects are in the trace */
	unsigned int details; /* enum options_decode_fds */
};

static uint32_t number_of(const char *name)
{
	const struct syscall_desc *row = syscall_by_name(AUDIT_ARCH_X86_64, name);

	return row ? row->nr : UINT32_MAX;
}

struct descriptors *descriptors_new(const struct filter *filter, unsigned int details)
{
	struct descriptors *descriptors = calloc(1, sizeof(*descriptors));

	if (!descriptors)
		return NULL;
	descriptors->tracked = true;
	descriptors->details = details;
	for (size_t i = 0; i < EFFECTS; i++) {
		const struct syscall_desc *row =
			syscall_by_name(AUDIT_ARCH_X86_64, effects[i].name);

		descriptors->numbers[i] = row ? row->nr : UINT32_MAX;
		if (row && !filter_wants_call(filter, AUDIT_ARCH_X86_64, row->nr))
			descriptors->tracked = false;
	}
	descriptors->socket = number_of("socket");
	for (size_t i = 0; i < SOCKET_CALLS; i++)
		descriptors->socket_numbers[i] = number_of(socket_calls[i]);
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
		struct descriptor *all;

		if (!name)
			return;
		all = realloc(process->descriptors, (size_t)size * sizeof(*all));
		if (!all) {
			free(name);
			return;
		}
		memset(all + process->size, 0, (size_t)(size - process->size) * sizeof(*all));
		process->descriptors = all;
		process->size = size;
	}
	free(process->descriptors[fd].name);
	free(process->descriptors[fd].detail);
	process->descriptors[fd] = (struct descriptor){ .name = name };
}

static const char *get(const struct process *process, int fd)
{
	return fd >= 0 && fd < process->size ? process->descriptors[fd].name : NULL;
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
	free(process->descriptors);
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

/* One that has no address yet, whatever it has by the time that its line is printed. */
static void new_socket(struct process *process, int fd)
{
	const char *name = get(process, fd);
	unsigned long inode;
	char link[64], text[128];
	size_t len;

	if (!name || sscanf(name, "socket:[%lu]", &inode) != 1)
		return;
	snprintf(link, sizeof(link), "/proc/%d/fd/%d", process->pid, fd);
	len = sockinfo_text(link, inode, false, text, sizeof(text));
	if (len)
		process->descriptors[fd].detail = strndup(text, len);
}

void descriptors_enter(struct descriptors *descriptors, const struct task *task,
		       const struct call *call)
{
	struct process *process = find(descriptors, task->pid);

	if (process && call->arch != AUDIT_ARCH_X86_64)
		ask_proc(process, false);
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
	if (call->arch != AUDIT_ARCH_X86_64) {
		ask_proc(process, false); /* what is closed keeps its name for this line */
		return;
	}
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
		if (call->nr == descriptors->socket && descriptors->details & OPTIONS_FD_SOCKET)
			new_socket(process, fd);
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
	for (size_t i = 0; i < SOCKET_CALLS; i++)
		if (call->nr == descriptors->socket_numbers[i] && get(process, (int)call->args[0]))
			process->descriptors[(int)call->args[0]].stale = true;
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

static size_t name_put(const char *name, char *text, size_t size, uint16_t *ret_flags)
{
	static const char deleted[] = " (deleted)";
	size_t len = name ? strlen(name) : 0;

	if (len >= sizeof(deleted) && *name == '/' &&
	    !strcmp(name + len - (sizeof(deleted) - 1), deleted)) {
		*ret_flags |= VALUE_DELETED;
		len -= sizeof(deleted) - 1;
	}
	if (len > size)
		len = size;
	if (len)
		memcpy(text, name, len);
	return len;
}

/* "Pid:" in what /proc tells of a pidfd; 0: it is none. */
static int pid_of(int pid, int fd)
{
	char path[64], line[64];
	int found = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/fdinfo/%d", pid, fd);
	file = fopen(path, "re");
	if (!file)
		return 0;
	while (!found && fgets(line, sizeof(line), file))
		if (!strncmp(line, "Pid:", 4))
			found = (int)strtol(line + 4, NULL, 10);
	fclose(file);
	return found;
}

/* <char 1:3> behind the path of a device; 0: it is none, or its path would have to be escaped. */
static size_t device_text(const char *link, const char *name, char *text, size_t size)
{
	struct stat stat_of;
	int len;

	if (*name != '/' || strpbrk(name, "<>\"\\") ||
	    (stat(link, &stat_of) < 0 && stat(name, &stat_of) < 0) ||
	    (!S_ISCHR(stat_of.st_mode) && !S_ISBLK(stat_of.st_mode)))
		return 0;
	for (const char *c = name; *c; c++)
		if (*c < ' ' || *c > '~')
			return 0;
	len = snprintf(text, size, "%s<%s %u:%u>", name,
		       S_ISCHR(stat_of.st_mode) ? "char" : "block", major(stat_of.st_rdev),
		       minor(stat_of.st_rdev));
	return (size_t)len < size ? (size_t)len : 0;
}

/* More than its path, where -yy wants it and the kernel has it. */
static size_t ask_detail(const struct descriptors *descriptors, int pid, int fd, const char *name,
			 char *text, size_t size)
{
	unsigned int details = descriptors->details;
	unsigned long inode;
	char link[64];
	int of;

	snprintf(link, sizeof(link), "/proc/%d/fd/%d", pid, fd);
	if (details & OPTIONS_FD_SOCKET && sscanf(name, "socket:[%lu]", &inode) == 1)
		return sockinfo_text(link, inode, true, text, size);
	if (details & OPTIONS_FD_PIDFD &&
	    (!strcmp(name, "anon_inode:[pidfd]") || !strncmp(name, "pidfd:", 6))) {
		of = pid_of(pid, fd);
		return of ? (size_t)snprintf(text, size, "pid:%d", of) : 0;
	}
	if (details & OPTIONS_FD_DEV)
		return device_text(link, name, text, size);
	return 0;
}

/*
 * The kernel is asked when a call is printed, which is later than it was made: so it
 * is asked once, and again only after a call that changes what it says.
 */
static size_t detail(const struct descriptors *descriptors, struct process *process, int fd,
		     const char *name, char *text, size_t size)
{
	struct descriptor *descriptor = fd < process->size ? &process->descriptors[fd] : NULL;
	size_t len;

	if (descriptor && descriptor->name == name && descriptor->detail && !descriptor->stale)
		return name_put(descriptor->detail, text, size, &(uint16_t){ 0 });
	len = ask_detail(descriptors, process->pid, fd, name, text, size);
	if (!descriptor || descriptor->name != name)
		return len;
	if (!len && descriptor->detail)
		return name_put(descriptor->detail, text, size, &(uint16_t){ 0 });
	free(descriptor->detail);
	descriptor->detail = len ? strndup(text, len) : NULL;
	descriptor->stale = false;
	return len;
}

static const char *name_of(struct descriptors *descriptors, struct process *process, int fd)
{
	const char *name;

	if (fd == AT_FDCWD)
		return process->cwd;
	if (fd < 0)
		return NULL;
	if (fd == process->replaced) {
		name = process->replaced_told ? process->replacement : get(process, fd);
		process->replaced_told = true;
		return name;
	}
	if (!descriptors->tracked || !get(process, fd)) {
		char *link = link_of_fd(process->pid, fd);

		/* What is known of the same file stays known. */
		if (link && (!get(process, fd) || strcmp(get(process, fd), link) != 0))
			set(process, fd, link);
		else
			free(link);
		if (fd >= FD_MAX)
			return NULL;
	}
	return get(process, fd);
}

size_t descriptors_text(struct descriptors *descriptors, int pid, int fd, char *text, size_t size,
			uint16_t *ret_flags)
{
	struct process *process = find(descriptors, pid);
	const char *name;

	*ret_flags = 0;
	name = process ? name_of(descriptors, process, fd) : NULL;
	if (name && fd >= 0 && descriptors->details & ~(unsigned int)OPTIONS_FD_PATH) {
		size_t len = detail(descriptors, process, fd, name, text, size);

		if (len) {
			*ret_flags = VALUE_VERBATIM;
			return len;
		}
	}
	return descriptors->details & OPTIONS_FD_PATH ? name_put(name, text, size, ret_flags) : 0;
}

const char *descriptors_path(struct descriptors *descriptors, int pid, int fd)
{
	struct process *process = find(descriptors, pid);

	if (process && fd == process->replaced)
		return get(process, fd);
	return process ? name_of(descriptors, process, fd) : NULL;
}
