/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "preload.h"

#include "image.h"
#include "preload/preload.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif

#define LD_PRELOAD "LD_PRELOAD"
/* Where few look: above what programs open, below the usual limit. */
#define HIGH_DESCRIPTOR 1000

int preload_find(const char *name, const char *built, const char *installed,
		 char ret[static PATH_MAX])
{
	const char *const places[] = { "", built, installed };
	char self[PATH_MAX], path[3 * PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof(self) - 1);
	char *slash;

	if (len < 0)
		return -errno;
	self[len] = 0;
	slash = strrchr(self, '/');
	if (!slash)
		return -ENOENT;
	slash[1] = 0;
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		snprintf(path, sizeof(path), "%s%s/%s", places[i][0] == '/' ? "" : self, places[i],
			 name);
		if (!access(path, R_OK) && realpath(path, ret))
			return 0;
	}
	return -ENOENT;
}

static void name_by(struct preload *preload, const char *who, int fd)
{
	snprintf(preload->variable, sizeof(preload->variable),
		 PRELOAD_VARIABLE "=%d:%lu:/proc/%s/fd/%d", preload->follow ? 0 : getpid(),
		 preload->inode, who, fd);
}

static int make_memfd(struct preload *preload, const struct arena_config *config)
{
	struct image_use use = { .base = image_base(0), .threads = 1, .how = BIRTH_EXEC };
	struct stat st;
	int ret;

	preload->fd = memfd_create(image_memfd_name, MFD_CLOEXEC | MFD_EXEC);
	if (preload->fd < 0 && errno == EINVAL) /* before Linux 6.3 */
		preload->fd = memfd_create(image_memfd_name, MFD_CLOEXEC);
	if (preload->fd < 0 || fstat(preload->fd, &st))
		return -errno;
	preload->inode = st.st_ino;
	ret = image_open(preload->fd, config, getpid(), &preload->view);
	if (ret)
		return ret;
	preload->view->base = use.base;
	preload->view->shared = true;
	use.arena_bytes = preload->view->size;
	use.fd = preload->fd; /* the library puts its own there */
	return image_write(preload->fd, &use);
}

int preload_prepare(struct preload *preload, const struct arena_config *config)
{
	struct arena_config preloaded = *config;
	char library[PATH_MAX];
	int ret = preload_find(PRELOAD_LIBRARY, PRELOAD_BUILT, PRELOAD_INSTALLED, library);

	if (ret) {
		fprintf(stderr, "self_ptrace: cannot preload: no " PRELOAD_LIBRARY
				" beside self_ptrace or where it is installed\n");
		return ret;
	}
	if (strpbrk(library, " :")) {
		fprintf(stderr,
			"self_ptrace: cannot preload '%s': ld.so takes no name with a "
			"space or a colon\n",
			library);
		return -EINVAL;
	}
	preloaded.control |= CONTROL_PRELOADED;
	preload->follow = config->control & CONTROL_FOLLOW;
	ret = make_memfd(preload, &preloaded);
	if (ret) {
		fprintf(stderr, "self_ptrace: cannot preload: shared memory: %s\n", strerror(-ret));
		return ret;
	}
	snprintf(preload->ld_preload, sizeof(preload->ld_preload), LD_PRELOAD "=%s", library);
	return 0;
}

static bool names(const char *string, const char *name)
{
	size_t len = strlen(name);

	return !strncmp(string, name, len) && string[len] == '=';
}

int preload_environ(struct preload *preload, char ***env)
{
	size_t count = 0, used = 2;
	const char *former = NULL;
	char tool[16], *joined, **new;

	while ((*env)[count])
		count++;
	new = calloc(count + 3, sizeof(*new));
	if (!new)
		return -ENOMEM;
	for (size_t i = 0; i < count; i++)
		if (names((*env)[i], LD_PRELOAD))
			former = (*env)[i] + sizeof(LD_PRELOAD);
		else if (!names((*env)[i], PRELOAD_VARIABLE))
			new[used++] = (*env)[i];
	new[0] = preload->ld_preload;
	if (former && *former && asprintf(&joined, "%s:%s", preload->ld_preload, former) >= 0)
		new[0] = joined;
	/* Filled in by preload_child, which knows the pid. */
	snprintf(tool, sizeof(tool), "%d", getpid());
	name_by(preload, tool, preload->fd);
	new[1] = preload->variable;
	free(*env);
	*env = new;
	return 0;
}

int preload_child(struct preload *preload)
{
	char tool[16];
	int fd;

	snprintf(tool, sizeof(tool), "%d", getppid());
	name_by(preload, tool, preload->fd);
	/* By way of the tool, where it may be looked into, no descriptor is left here. */
	fd = open(strchr(preload->variable, '/'), O_RDWR | O_CLOEXEC);
	if (fd >= 0) {
		close(fd);
		return 0;
	}
	fd = fcntl(preload->fd, F_DUPFD, HIGH_DESCRIPTOR);
	if (fd < 0)
		fd = fcntl(preload->fd, F_DUPFD, 3);
	if (fd < 0)
		return -errno;
	name_by(preload, "self", fd);
	return 0;
}
