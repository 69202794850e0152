/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The agent's way into the hooks: on the thread's hook stack, signals held
 * back.  Built with -mgeneral-regs-only: up to where arch_with_vectors has saved
 * them, FP and vector registers are the application's.
 */
#include "hook.h"

#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>

static bool subscribed(const struct node *node, uint32_t index)
{
	return node->numbers[index / 64] >> (index % 64) & 1;
}

static void fill(struct self_ptrace_event *event, const struct hook_call *call)
{
	event->flags = call->flags & HOOK_RESTART ? SELF_PTRACE_EVENT_RESTART : 0;
	event->arch = call->arch;
	event->number = (int)call->nr;
#pragma GCC unroll 6
	for (int i = 0; i < 6; i++)
		event->args[i] = call->args[i];
	event->result = call->ret;
	event->call_address = call->ip;
	event->stack_pointer = call->sp;
}

static bool is_exec(const struct hook_call *call)
{
	return call->index == SYS_execve || call->index == SYS_execveat;
}

static bool is_end(const struct hook_call *call)
{
	return call->index == SYS_exit || call->index == SYS_exit_group;
}

static void run_enter(struct hook_call *call)
{
	uint64_t serial = __atomic_load_n(&hook_serial, __ATOMIC_ACQUIRE), entered = 0;
	struct self_ptrace_event event;
	int verdict = SELF_PTRACE_PASS;
	bool exec = is_exec(call), end = is_end(call);

	for (struct node *node = __atomic_load_n(&hook_first, __ATOMIC_ACQUIRE);
	     node && verdict != SELF_PTRACE_EMULATE;
	     node = __atomic_load_n(&node->next, __ATOMIC_ACQUIRE)) {
		const struct self_ptrace_hook *hook = &node->hook;

		if (exec && hook->exec) {
			fill(&event, call);
			event.kind = SELF_PTRACE_EXEC;
			hook->exec(&event, hook->context);
		}
		if (end && hook->thread) {
			fill(&event, call);
			event.kind = SELF_PTRACE_THREAD_END;
			hook->thread(&event, hook->context);
		}
		if (!subscribed(node, call->index))
			continue;
		if (hook->exit)
			entered |= 1ul << (node - hook_nodes);
		if (!hook->enter)
			continue;
		fill(&event, call);
		event.kind = SELF_PTRACE_ENTER;
		verdict = hook->enter(&event, hook->context);
		if (verdict == SELF_PTRACE_MODIFY) {
			call->nr = (uint32_t)event.number;
			for (int i = 0; i < 6; i++)
				call->args[i] = event.args[i];
		}
	}
	if (verdict == SELF_PTRACE_EMULATE) {
		call->ret = event.result;
		call->flags |= HOOK_ANSWERED;
	}
	if (entered) {
		call->own[call->host].entered = entered;
		call->own[call->host].serial = serial;
		call->exits |= 1u << call->host;
	}
}

/* The last that was entered first. */
static void run_exit(struct hook_call *call)
{
	struct node *entered[HOOKS_MAX];
	struct self_ptrace_event event;
	uint32_t count = 0;

	for (struct node *node = __atomic_load_n(&hook_first, __ATOMIC_ACQUIRE);
	     node && count < HOOKS_MAX; node = __atomic_load_n(&node->next, __ATOMIC_ACQUIRE))
		if (call->own[call->host].entered >> (node - hook_nodes) & 1 &&
		    node->serial <= call->own[call->host].serial)
			entered[count++] = node;
	while (count-- > 0) {
		fill(&event, call);
		event.kind = SELF_PTRACE_EXIT;
		entered[count]->hook.exit(&event, entered[count]->hook.context);
		call->ret = event.result;
	}
}

static void run_event(struct hook_call *call)
{
	struct self_ptrace_event event;

	for (struct node *node = __atomic_load_n(&hook_first, __ATOMIC_ACQUIRE); node;
	     node = __atomic_load_n(&node->next, __ATOMIC_ACQUIRE)) {
		const struct self_ptrace_hook *hook = &node->hook;
		void (*callback)(struct self_ptrace_event *, void *) =
			call->what == HOOK_THREAD ? hook->thread : hook->fork;

		if (!callback)
			continue;
		event = (struct self_ptrace_event){ .arch = call->arch, .number = -1 };
		event.kind =
			call->what == HOOK_THREAD ? SELF_PTRACE_THREAD_BEGIN : SELF_PTRACE_FORK;
		callback(&event, hook->context);
	}
}

static void run(struct hook_call *call)
{
	if (call->what == HOOK_ENTER)
		run_enter(call);
	else if (call->what == HOOK_EXIT)
		run_exit(call);
	else
		run_event(call);
}

/* A libc that did not make this thread has not told it of the locale. */
static __thread bool prepared;

static void run_hosted(void *argument)
{
	int state;

	/* A hook's cancellation would unwind into the agent. */
	pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
	if (hook_thread_prepare && !prepared) {
		prepared = true;
		hook_thread_prepare();
	}
	run(argument);
	pthread_setcancelstate(state, &state);
}

void hook_run(struct hook_call *call)
{
	int *location = &errno, saved = *location;

	if (call->what == HOOK_THREAD || call->what == HOOK_FORK ||
	    hook_wants[call->index] & WANT_VECTORS)
		arch_with_vectors(run_hosted, call, hook_vectors.size, hook_vectors.how);
	else if (call->what == HOOK_ENTER)
		run_enter(call);
	else
		run_exit(call);
	*location = saved;
}
