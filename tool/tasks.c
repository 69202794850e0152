/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tasks.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* So many partial looks are enough: /proc is not the kernel's own, then. */
#define LOOKS 1000

static int add(struct tasks *tasks, size_t *capacity, pid_t tid)
{
	if (tasks->count == *capacity) {
		size_t more = 2 * *capacity + 16;
		pid_t *tids = realloc(tasks->tids, more * sizeof(*tids));

		if (!tids)
			return -ENOMEM;
		tasks->tids = tids;
		*capacity = more;
	}
	tasks->tids[tasks->count++] = tid;
	return 0;
}

/*
 * The directory's links are two and one for each thread (proc_task_getattr() in
 * fs/proc/base.c).  Where so many are listed as there were afterwards, and all of them
 * are there still, no other was.
 */
static bool is_whole(const struct tasks *tasks, const struct stat *after)
{
	if (after->st_nlink - 2 != tasks->count)
		return false;
	for (size_t i = 0; i < tasks->count; i++)
		if (syscall(SYS_tkill, tasks->tids[i], 0) && errno == ESRCH)
			return false;
	return true;
}

int tasks_look(struct tasks *tasks, pid_t pid)
{
	size_t capacity = 0;
	char path[64];
	const struct dirent *entry;
	struct stat after;
	int ret = 0;
	DIR *dir;

	free(tasks->tids);
	*tasks = (struct tasks){ .partial = tasks->partial };
	snprintf(path, sizeof(path), "/proc/%d/task", pid);
	dir = opendir(path);
	if (!dir)
		return errno == ENOMEM ? -ENOMEM : -ESRCH;
	while (!ret && (entry = readdir(dir))) {
		pid_t tid = (pid_t)strtol(entry->d_name, NULL, 10);

		if (tid > 0)
			ret = add(tasks, &capacity, tid);
	}
	if (!fstat(dirfd(dir), &after) && is_whole(tasks, &after))
		tasks->partial = 0;
	else
		tasks->partial++;
	tasks->whole = !tasks->partial || tasks->partial >= LOOKS;
	closedir(dir);
	return ret;
}

bool task_status(pid_t tid, const char *field, char ret[static TASK_STATUS_SIZE])
{
	char path[64], line[256];
	size_t len = strlen(field);
	bool found = false;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", tid);
	file = fopen(path, "re");
	while (file && !found && fgets(line, sizeof(line), file)) {
		found = !strncmp(line, field, len) && line[len] == ':';
		if (found)
			snprintf(ret, TASK_STATUS_SIZE, "%.*s", TASK_STATUS_SIZE - 1,
				 line + len + 1 + strspn(line + len + 1, " \t"));
	}
	if (file)
		fclose(file);
	return found;
}
