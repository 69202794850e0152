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
#include <string.h>
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

static int pidfd_take(int pidfd, pid_t pid, int fd)
{
	int taken = (int)syscall(SYS_pidfd_getfd, pidfd, fd, 0), again;

	if (taken < 0)
		taken = -errno;
	if (taken == -EPERM || taken == -ENOSYS || taken == -EACCES || pidfd < 0) {
		again = proc_take(pid, fd);
		if (again >= 0 || pidfd < 0)
			return again;
	}
	return taken;
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

/*
 * The memfd, and its text at a free place; data and the rest follow by
 * arch_start.  *ret_fd is the program's, -1 if it has none.
 */
static int map_image(struct injection *injection, struct tracee *tracee, int *ret_fd,
		     uint64_t *ret_base)
{
	uint64_t args[6] = { 0, agent_image_data, PROT_READ | PROT_EXEC,
			     MAP_PRIVATE | MAP_FIXED_NOREPLACE };
	unsigned int flags = MFD_CLOEXEC | MFD_EXEC;
	struct rlimit limit;
	bool raised = false;
	int64_t at = -EEXIST;
	int ret, fd;

	injection->stage = "memfd_create";
	*ret_base = args[0] = image_base(0);
	ret = tracee_map_memfd(tracee, flags, args, &fd, &at);
	if (!ret && fd == -EINVAL) { /* before Linux 6.3 */
		flags = MFD_CLOEXEC;
		ret = tracee_map_memfd(tracee, flags, args, &fd, &at);
	}
	if (!ret && fd == -EMFILE && (raised = descriptors_raise(tracee->tid, &limit)))
		ret = tracee_map_memfd(tracee, flags, args, &fd, &at);
	if (raised)
		prlimit(tracee->tid, RLIMIT_NOFILE, &limit, NULL);
	if (ret || fd < 0)
		return ret ? ret : fd;
	*ret_fd = fd;
	injection->stage = "mmap of the agent";
	for (uint32_t i = 1; i < BASE_TRIES && !ret && at == -EEXIST; i++) {
		*ret_base = args[0] = image_base(i);
		args[4] = (uint64_t)fd;
		ret = tracee_syscall(tracee, SYS_mmap, args, &at);
	}
	return ret || at >= 0 || at < -4095 ? ret : (int)at;
}

static int start_first(struct injection *injection, struct tracee *tracee, size_t threads,
		       struct arena_view **ret_view, uint64_t *ret_base)
{
	struct arena_view *view = NULL;
	int remote_fd = -1, fd = -1;
	int64_t value;
	int ret;

	ret = map_image(injection, tracee, &remote_fd, ret_base);
	if (!ret) {
		injection->stage = "pidfd_getfd";
		ret = fd = pidfd_take(injection->pidfd, tracee->tid, remote_fd);
	}
	if (fd >= 0) {
		injection->stage = "setting up shared memory";
		ret = image_open(fd, injection->config, tracee->tid, &view);
	}
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
			.namespaced = injection->namespaced,
		};

		injection->stage = "writing the agent";
		ret = image_write(fd, &use);
	}
	if (fd >= 0)
		close(fd);
	if (ret && remote_fd >= 0)
		tracee_syscall(tracee, SYS_close, (uint64_t[6]){ (uint64_t)remote_fd }, &value);
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

/* ERESTART_RESTARTBLOCK of the kernel's linux/errno.h */
#define RESTART_BY_BLOCK (-516)

/*
 * A thread that was stopped in a call makes it again at its site, as the kernel has it, and
 * traps.  Of a sleep, the trap would spoil what the kernel knows of the time that is left: the
 * agent makes it again, then; not one by int $0x80, which ends with EINTR.
 */
static int restart_in_agent(struct tracee *tracee, uint64_t base, uint64_t slot, bool facility)
{
	static const uint8_t int80[2] = { 0xcd, 0x80 };
	struct saved_regs saved;
	uint8_t site[sizeof(int80)];
	int ret;

	if (!regs_restarting(&tracee->regs) || (int64_t)tracee->regs.rax != RESTART_BY_BLOCK)
		return 0;
	ret = tracee_read(tracee->tid, tracee->regs.rip - sizeof(site), site, sizeof(site));
	if (ret)
		return ret;
	if (!memcmp(site, int80, sizeof(site)))
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
		ret = i == 0 ? tracee_begin(&tracee, tids[i]) : tracee_begin_run(&tracee, tids[i]);
		if (ret) /* as it was: a 32-bit program, or gone */
			break;
		if (injection->how == BIRTH_EXEC)
			tracee.regs.rax = 0; /* the exec's return would set it */
		if (injection->how == BIRTH_ATTACH)
			injection->blocks_sigsys = false; /* the thread before */
		injection->blocks_sigsys |= !!(tracee.mask & MASK_BIT(SIGSYS));
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
