/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "inject.h"

#include "agent_image.h"
#include "agent/image.h"
#include "image.h"
#include "tracee.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/memfd.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif
#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0x100000
#endif

#define BASE_TRIES 8

#define MASK_BIT(signo) (1ul << ((signo)-1))

/*
 * A container's seccomp filter may refuse pidfd_getfd where it lets ptrace pass
 * (Docker's own does): proc gives the same file then, opened anew.
 */
static int proc_take(pid_t pid, int fd)
{
	char path[64];
	int taken;

	snprintf(path, sizeof(path), "/proc/%d/fd/%d", pid, fd);
	taken = open(path, O_RDWR | O_CLOEXEC);
	return taken < 0 ? -errno : taken;
}

static int pidfd_take(pid_t pid, int fd)
{
	int pidfd = (int)syscall(SYS_pidfd_open, pid, 0), taken, again;

	if (pidfd < 0)
		return -errno;
	taken = (int)syscall(SYS_pidfd_getfd, pidfd, fd, 0);
	if (taken < 0)
		taken = -errno;
	close(pidfd);
	if ((taken == -EPERM || taken == -ENOSYS || taken == -EACCES) &&
	    (again = proc_take(pid, fd)) >= 0)
		return again;
	return taken;
}

static int remote(struct injection *injection, struct tracee *tracee, const char *stage, long nr,
		  const uint64_t args[6], int64_t *ret_value)
{
	int ret = tracee_syscall(tracee, nr, args, ret_value);

	injection->stage = stage;
	if (!ret && *ret_value < 0 && *ret_value >= -4095)
		ret = (int)*ret_value;
	return ret;
}

/* The program is at its limit of descriptors, which the agent's is over for a moment. */
static bool descriptors_raise(pid_t pid, struct rlimit *ret_former)
{
	struct rlimit raised;

	if (prlimit(pid, RLIMIT_NOFILE, NULL, ret_former))
		return false;
	raised = (struct rlimit){ ret_former->rlim_max, ret_former->rlim_max };
	if (raised.rlim_max == ret_former->rlim_cur)
		raised.rlim_cur = raised.rlim_max =
			ret_former->rlim_max + 1; /* for the privileged */
	return !prlimit(pid, RLIMIT_NOFILE, &raised, NULL);
}

static int remote_memfd(struct injection *injection, struct tracee *tracee)
{
	uint64_t name_at = (tracee->regs.rsp - 1024) & ~15ul;
	char saved[sizeof(image_memfd_name)];
	struct rlimit limit;
	int64_t fd = -1;
	int ret;

	injection->stage = "writing to its stack";
	ret = tracee_read(tracee->tid, name_at, saved, sizeof(saved));
	if (!ret)
		ret = tracee_write(tracee->tid, name_at, image_memfd_name,
				   sizeof(image_memfd_name));
	if (ret)
		return ret;
	ret = remote(injection, tracee, "memfd_create", SYS_memfd_create,
		     (uint64_t[6]){ name_at, MFD_CLOEXEC | MFD_EXEC }, &fd);
	if (ret == -EINVAL) /* before Linux 6.3 */
		ret = remote(injection, tracee, "memfd_create", SYS_memfd_create,
			     (uint64_t[6]){ name_at, MFD_CLOEXEC }, &fd);
	if (ret == -EMFILE && descriptors_raise(tracee->tid, &limit)) {
		ret = remote(injection, tracee, "memfd_create", SYS_memfd_create,
			     (uint64_t[6]){ name_at, MFD_CLOEXEC }, &fd);
		prlimit(tracee->tid, RLIMIT_NOFILE, &limit, NULL);
	}
	tracee_write(tracee->tid, name_at, saved, sizeof(saved));
	return ret ? ret : (int)fd;
}

/* Text at a free place; data and the rest follow by arch_start. */
static int map_image(struct injection *injection, struct tracee *tracee, int fd, uint64_t *ret_base)
{
	int ret = -EEXIST;

	for (uint32_t i = 0; i < BASE_TRIES && ret == -EEXIST; i++) {
		int64_t at;

		*ret_base = image_base(i);
		ret = remote(injection, tracee, "mmap of the agent", SYS_mmap,
			     (uint64_t[6]){ *ret_base, agent_image_data, PROT_READ | PROT_EXEC,
					    MAP_PRIVATE | MAP_FIXED_NOREPLACE, (uint64_t)fd, 0 },
			     &at);
	}
	return ret;
}

static int start_first(struct injection *injection, struct tracee *tracee, size_t threads,
		       struct arena_view **ret_view, uint64_t *ret_base)
{
	struct arena_view *view = NULL;
	int64_t value;
	int ret, remote_fd, fd;

	remote_fd = remote_memfd(injection, tracee);
	if (remote_fd < 0)
		return remote_fd;
	injection->stage = "pidfd_getfd";
	fd = pidfd_take(tracee->tid, remote_fd);
	if (fd < 0)
		return fd;
	injection->stage = "setting up shared memory";
	ret = image_open(fd, injection->config, tracee->tid, &view);
	if (!ret)
		ret = map_image(injection, tracee, remote_fd, ret_base);
	if (!ret) {
		const struct image_use use = {
			.base = *ret_base,
			.arena_bytes = view->size,
			.fd = remote_fd,
			.threads = threads,
			.how = injection->how,
			.blocks_sigsys = injection->blocks_sigsys,
			.sandbox = injection->sandbox,
			.pid = injection->pid,
			.tid = tracee->tid,
		};

		injection->stage = "writing the agent";
		ret = image_write(fd, &use);
	}
	close(fd);
	if (!ret) {
		injection->stage = "starting the agent";
		ret = tracee_run(tracee, *ret_base + agent_start, tracee->regs.rsp, 0, &value);
		if (!ret && value)
			ret = (int)value;
	}
	if (ret && view)
		arena_close(view);
	else
		*ret_view = view;
	return ret;
}

/*
 * A thread that was stopped in a call would restart it at its site and trap,
 * and the trap would spoil the restart: the agent makes it, then.
 */
static int restart_in_agent(struct tracee *tracee, uint64_t base, uint64_t slot, bool facility)
{
	struct saved_regs saved;

	if (!regs_restarting(&tracee->regs))
		return 0;
	regs_save(&saved, &tracee->regs);
	/* That call is not to trap; arch_resume arms the thread behind it. */
	if (facility)
		tracee_arm(tracee->tid, 0);
	tracee->regs.rip = base + agent_again_syscall + 2;
	tracee->regs.rsp = slot + SLOT_STACK_TOP;
	tracee->regs.rbx = slot;
	return tracee_write(tracee->tid, slot, &saved, sizeof(saved));
}

int inject(struct injection *injection, const pid_t *tids, size_t count,
	   struct arena_view **ret_view)
{
	struct arena_view *view = NULL;
	uint64_t base = 0;
	int ret = 0;

	for (size_t i = 0; i < count && !ret; i++) {
		uint64_t slot;
		struct tracee tracee;
		int64_t value;
		int end;

		injection->stage = "reading registers";
		ret = tracee_begin(&tracee, tids[i]);
		if (ret) /* as it was: a 32-bit program, or gone */
			break;
		if (injection->how == BIRTH_EXEC)
			tracee.regs.rax = 0; /* the exec's return would set it */
		if (injection->how == BIRTH_ATTACH)
			injection->blocks_sigsys = !!(tracee.mask & MASK_BIT(SIGSYS));
		if (!ret && i == 0) {
			ret = start_first(injection, &tracee, count, &view, &base);
		} else if (!ret) {
			injection->stage = "starting a thread";
			ret = tracee_run(&tracee, base + agent_start_thread,
					 base + IMAGE_SLOTS_OFFSET + i * SLOT_SIZE + SLOT_STACK_TOP,
					 (uint64_t)tids[i] << 1 | injection->blocks_sigsys, &value);
			if (!ret && value)
				ret = (int)value;
		}
		slot = base + IMAGE_SLOTS_OFFSET + i * SLOT_SIZE;
		if (!ret && injection->how == BIRTH_ATTACH)
			ret = restart_in_agent(&tracee, base, slot,
					       injection->config->control & CONTROL_FACILITY);
		if (!ret)
			tracee.mask &= ~MASK_BIT(SIGSYS);
		end = tracee_end(&tracee);
		if (!ret)
			ret = end;
	}
	if (!ret && view) {
		view->base = base;
		*ret_view = view;
	}
	return ret;
}
