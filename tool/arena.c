/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "arena.h"

#include <errno.h>
#include <linux/futex.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * The kernel marks a dead thread's robust futexes by walking a list of nodes,
 * the futex at a fixed distance from its node.  The futex has to be in the
 * arena, which a hostile program can write; the list must not be: so each
 * arena is mapped right behind a private page that holds its node.
 */
#define NODE_PAGE 4096

static struct robust_list_head owned = {
	.list = { .next = &owned.list },
	.futex_offset = NODE_PAGE + offsetof(struct arena, owner),
};

static size_t page_up(size_t n)
{
	return (n + 4095) & ~(size_t)4095;
}

static size_t data_offset(uint32_t ring_count)
{
	return page_up(sizeof(struct arena) + ring_count * sizeof(struct ring));
}

/* A ring's data, and behind it what its thread counts. */
static size_t stride_for(const struct arena_config *config)
{
	return config->ring_bytes + (config->count ? page_up(sizeof(struct tallies)) : 0);
}

static size_t rings_end(const struct arena_config *config)
{
	return data_offset(config->ring_count) + config->ring_count * stride_for(config);
}

size_t arena_size(const struct arena_config *config)
{
	if (!config->tamper)
		return rings_end(config);
	return rings_end(config) + page_up(sizeof(struct tamper)) +
	       page_up(config->ring_count * sizeof(struct tamper_counts));
}

/* Counted by the agent, and not recorded: not those that return twice, elsewhere or not at all. */
static bool is_counted(uint32_t nr)
{
	switch (nr) {
	case SYS_clone:
	case SYS_clone3:
	case SYS_fork:
	case SYS_vfork:
	case SYS_execve:
	case SYS_execveat:
	case SYS_exit:
	case SYS_exit_group:
	case SYS_ptrace:
	case SYS_rt_sigreturn:
		return false;
	default:
		return nr < TALLY_CALLS;
	}
}

static void count_setup(struct arena *arena)
{
	arena->tallies = arena->ring_bytes;
	for (uint32_t nr = 0; nr < PLAN_CALLS; nr++)
		if (is_counted(nr) && arena->plan[nr])
			arena->plan[nr] = PLAN_COUNT;
}

/* Of calls that are not wanted, none is tampered with: so does strace. */
static void tamper_setup(struct arena_view *view, const struct arena_config *config)
{
	struct arena *arena = view->arena;

	arena->tamper = rings_end(config);
	arena->tamper_counts = arena->tamper + page_up(sizeof(struct tamper));
	memcpy((uint8_t *)arena + arena->tamper, config->tamper, sizeof(*config->tamper));
	view->counts = (struct tamper_counts *)((uint8_t *)arena + arena->tamper_counts);
	if (config->counts)
		view->counts[0] = *config->counts;
	for (uint32_t nr = 0; nr < PLAN_CALLS; nr++)
		if (arena->plan[nr] && config->tamper->rule_of[nr])
			arena->plan[nr] |= PLAN_TAMPER;
}

static int own(struct arena *arena)
{
	struct robust_list *node = (struct robust_list *)((uint8_t *)arena - NODE_PAGE);

	/* In the place of glibc's list: the tool uses no robust mutex. */
	if (syscall(SYS_set_robust_list, &owned, sizeof(owned)))
		return -errno;
	node->next = owned.list.next;
	__atomic_store_n(&arena->owner, (uint32_t)gettid(), __ATOMIC_RELAXED);
	__atomic_store_n(&owned.list.next, node, __ATOMIC_RELEASE);
	return 0;
}

static void disown(struct arena *arena)
{
	struct robust_list *node = (struct robust_list *)((uint8_t *)arena - NODE_PAGE);
	struct robust_list *at = &owned.list;

	while (at->next != &owned.list && at->next != node)
		at = at->next;
	if (at->next == node)
		at->next = node->next;
	__atomic_store_n(&arena->owner, 0, __ATOMIC_RELAXED);
}

static struct arena *map(int fd, size_t offset, size_t size)
{
	uint8_t *space = mmap(NULL, NODE_PAGE + size, PROT_READ | PROT_WRITE,
			      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (space == MAP_FAILED)
		return NULL;
	if (mmap(space + NODE_PAGE, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd,
		 (off_t)offset) == MAP_FAILED) {
		munmap(space, NODE_PAGE + size);
		return NULL;
	}
	return (struct arena *)(space + NODE_PAGE);
}

static void unmap(struct arena_view *view)
{
	munmap((uint8_t *)view->arena - NODE_PAGE, NODE_PAGE + view->size);
}

int arena_open(int fd, size_t offset, const struct arena_config *config, struct arena_view **ret)
{
	struct arena_view *view = calloc(1, sizeof(*view));
	struct arena *arena;
	int error = -ENOMEM;

	if (!view)
		return -ENOMEM;
	view->size = arena_size(config);
	view->ring_count = config->ring_count;
	view->ring_bytes = config->ring_bytes;
	view->stride = stride_for(config);
	view->readers = calloc(config->ring_count, sizeof(struct ring_reader *));
	if (!view->readers)
		goto fail;
	arena = map(fd, offset, view->size);
	if (!arena) {
		error = -errno;
		goto fail;
	}
	view->arena = arena;
	view->rings = (struct ring *)(arena + 1);
	view->data = (uint8_t *)arena + data_offset(config->ring_count);
	arena->version = ARENA_VERSION;
	arena->ring_count = config->ring_count;
	arena->ring_bytes = config->ring_bytes;
	arena->control = config->control;
	arena->rewrite_after = config->rewrite_after;
	arena->rings = sizeof(struct arena);
	arena->data = data_offset(config->ring_count);
	arena->stride = view->stride;
	arena->size = view->size;
	arena->string_limit = config->string_limit;
	arena->second = config->second;
	arena->tool_pid = (uint32_t)getpid();
	for (uint32_t nr = 0; nr < PLAN_CALLS; nr++)
		arena->plan[nr] = config->wanted[nr / 64] >> (nr % 64) & 1 ? PLAN_RECORD : 0;
	arena->plan[PLAN_CALLS] = PLAN_RECORD;
	if (config->count)
		count_setup(arena);
	if (config->tamper)
		tamper_setup(view, config);
	error = own(arena);
	if (error)
		goto fail;
	arena->magic = ARENA_MAGIC;
	*ret = view;
	return 0;
fail:
	if (view->arena)
		unmap(view);
	free(view->readers);
	free(view);
	return error;
}

void arena_close(struct arena_view *view)
{
	__atomic_or_fetch(&view->arena->control, CONTROL_PASS, __ATOMIC_SEQ_CST);
	disown(view->arena);
	unmap(view);
	free(view->readers);
	free(view);
}

bool arena_idle(const struct arena_view *view)
{
	return !view->shared && !view->live &&
	       !__atomic_load_n(&view->arena->coming, __ATOMIC_ACQUIRE);
}
