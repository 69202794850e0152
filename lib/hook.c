/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Hooks are added and removed here; hook_run.c runs them.  Nothing is
 * allocated, and a list that is read meanwhile is whole at each moment.
 */
#include "hook.h"

#include <errno.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum node_state {
	NODE_FREE,
	NODE_USED,
	NODE_REMOVED, /* perhaps somebody is still in it */
};

struct node *hook_first;
struct node hook_nodes[HOOKS_MAX];
uint64_t hook_serial;
uint8_t hook_wants[PLAN_CALLS + 1];
struct vectors hook_vectors;
void (*hook_thread_prepare)(void);

static struct hook_host host;
static bool attached;

/* (pid, tid) of its holder: a fork's child knows that another thread's is not there. */
static uint64_t holder;

static int hooks_lock(void)
{
	uint64_t pid = (uint64_t)getpid() << 32, self = pid | (uint32_t)gettid();

	for (;;) {
		uint64_t expected = 0;

		if (__atomic_compare_exchange_n(&holder, &expected, self, false, __ATOMIC_ACQUIRE,
						__ATOMIC_RELAXED))
			return 0;
		if (expected == self)
			return -EBUSY;
		if (expected >> 32 << 32 != pid)
			__atomic_compare_exchange_n(&holder, &expected, 0, false, __ATOMIC_ACQUIRE,
						    __ATOMIC_RELAXED);
		sched_yield();
	}
}

static void hooks_unlock(void)
{
	__atomic_store_n(&holder, 0, __ATOMIC_RELEASE);
}

static void want(uint8_t *wants, uint32_t index, const struct node *node)
{
	wants[index] |= node->hook.flags & SELF_PTRACE_HOOK_NO_VECTOR ? WANT_LIGHT : WANT_VECTORS;
}

/* What the hooks together want, and the agent told so. */
static void plan(void)
{
	uint8_t wants[PLAN_CALLS + 1] = { 0 };
	uint32_t events = 0;

	for (const struct node *node = hook_first; node; node = node->next) {
		for (uint32_t index = 0; index <= PLAN_CALLS; index++)
			if (node->numbers[index / 64] >> (index % 64) & 1)
				want(wants, index, node);
		if (node->hook.exec) {
			want(wants, SYS_execve, node);
			want(wants, SYS_execveat, node);
		}
		if (node->hook.thread) {
			want(wants, SYS_exit, node);
			want(wants, SYS_exit_group, node);
			events |= HOOK_EVENT_THREAD;
		}
		if (node->hook.fork)
			events |= HOOK_EVENT_FORK;
	}
	for (uint32_t index = 0; index <= PLAN_CALLS; index++)
		__atomic_store_n(&hook_wants[index], wants[index], __ATOMIC_RELAXED);
	__atomic_store_n(&host.events, events, __ATOMIC_RELEASE);
	engine_control(HOOK_PLAN, NULL);
}

static int attach(void)
{
	int ret;

	if (attached)
		return 0;
	ret = engine_start();
	if (ret)
		return ret;
	hook_vectors = arch_vectors();
	host.call = (uint64_t)hook_run;
	host.wants = (uint64_t)hook_wants;
	ret = (int)engine_control(HOOK_ATTACH, &host);
	attached = !ret;
	return ret;
}

/*
 * Nodes that were removed become free once nobody can be in them any more.  The
 * wait is without the lock: the hook that is waited for may want it.
 */
static int reclaim(void)
{
	uint32_t generations[HOOKS_MAX];
	bool removed[HOOKS_MAX];
	int ret;

	for (uint32_t i = 0; i < HOOKS_MAX; i++) {
		removed[i] = hook_nodes[i].state == NODE_REMOVED;
		generations[i] = hook_nodes[i].generation;
	}
	hooks_unlock();
	ret = (int)engine_control(HOOK_QUIESCE, NULL);
	hooks_lock();
	for (uint32_t i = 0; !ret && i < HOOKS_MAX; i++)
		if (removed[i] && hook_nodes[i].generation == generations[i] &&
		    hook_nodes[i].state == NODE_REMOVED)
			hook_nodes[i].state = NODE_FREE;
	return ret;
}

static struct node *node_free(void)
{
	for (uint32_t i = 0; i < HOOKS_MAX; i++)
		if (hook_nodes[i].state == NODE_FREE)
			return &hook_nodes[i];
	return NULL;
}

static int copy(struct self_ptrace_hook *ret, const struct self_ptrace_hook *hook)
{
	const unsigned char *bytes = (const unsigned char *)hook;

	if (!hook || hook->size < sizeof(*hook))
		return -EINVAL;
	for (size_t i = sizeof(*hook); i < hook->size; i++)
		if (bytes[i])
			return -E2BIG;
	if (hook->flags & ~SELF_PTRACE_HOOK_NO_VECTOR)
		return -E2BIG;
	*ret = *hook;
	return hook->enter || hook->exit || hook->thread || hook->fork || hook->exec ? 0 : -EINVAL;
}

static int parse(struct node *ret, const int *numbers, size_t count)
{
	if (!numbers && count)
		return -EINVAL;
	if (!numbers) {
		memset(ret->numbers, 0xff, sizeof(ret->numbers));
		return 0;
	}
	memset(ret->numbers, 0, sizeof(ret->numbers));
	for (size_t i = 0; i < count; i++) {
		if (numbers[i] < 0 || numbers[i] >= (int)PLAN_CALLS)
			return -EINVAL;
		ret->numbers[numbers[i] / 64] |= 1ul << (numbers[i] % 64);
	}
	return 0;
}

static int add(const struct node *new)
{
	struct node **at = &hook_first, *node;
	int ret = attach();

	if (ret)
		return ret;
	node = node_free();
	if (!node) {
		reclaim();
		node = node_free();
	}
	if (!node)
		return -ENOSPC;
	node->hook = new->hook;
	memcpy(node->numbers, new->numbers, sizeof(node->numbers));
	node->generation = (node->generation + 1) % (INT32_MAX / HOOKS_MAX);
	node->serial = hook_serial + 1;
	node->state = NODE_USED;
	while (*at && (*at)->hook.priority <= node->hook.priority)
		at = &(*at)->next;
	node->next = *at;
	__atomic_store_n(at, node, __ATOMIC_RELEASE);
	__atomic_store_n(&hook_serial, node->serial, __ATOMIC_RELEASE);
	plan();
	return (int)(node->generation * HOOKS_MAX + (uint32_t)(node - hook_nodes)) + 1;
}

PUBLIC int self_ptrace_hook_add(const struct self_ptrace_hook *hook, const int *numbers,
				size_t count)
{
	struct node new;
	int ret = copy(&new.hook, hook);

	if (!ret)
		ret = parse(&new, numbers, count);
	if (!ret)
		ret = hooks_lock();
	if (!ret) {
		ret = add(&new);
		hooks_unlock();
	}
	if (ret > 0)
		return ret;
	errno = -ret;
	return -1;
}

static int unlink_node(int id)
{
	struct node *node = &hook_nodes[(uint32_t)(id - 1) % HOOKS_MAX], **at = &hook_first;

	if (id <= 0 || node->state != NODE_USED ||
	    node->generation != (uint32_t)(id - 1) / HOOKS_MAX)
		return -ENOENT;
	while (*at != node)
		at = &(*at)->next;
	__atomic_store_n(at, node->next, __ATOMIC_RELEASE);
	node->state = NODE_REMOVED;
	plan();
	return 0;
}

PUBLIC int self_ptrace_hook_remove(int id)
{
	int ret = hooks_lock();

	if (!ret) {
		ret = unlink_node(id);
		if (!ret && reclaim())
			ret = -EINPROGRESS;
		hooks_unlock();
	}
	if (!ret)
		return 0;
	errno = -ret;
	return -1;
}

static int suspend(enum hook_op op)
{
	long ret = attached ? engine_control(op, NULL) : -ENOSYS;

	if (!ret)
		return 0;
	errno = (int)-ret;
	return -1;
}

PUBLIC int self_ptrace_suspend(void)
{
	return suspend(HOOK_SUSPEND);
}

PUBLIC int self_ptrace_resume(void)
{
	return suspend(HOOK_RESUME);
}
