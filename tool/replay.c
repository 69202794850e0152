/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A recording to events; see recording.h.  Every byte of the file may be
 * hostile: an item's size is checked before what it holds is looked at, memory
 * grows with what was read and never with what a number claims, and the first
 * item that makes no sense ends it.
 */
#include "recording.h"

#include "../abi/record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define READ_BYTES (256u << 10)
/* More than any call records (tool/ring.c). */
#define ITEM_MAX (1u << 30)
#define TID_MAX (1u << 22) /* PID_MAX_LIMIT in the kernel's linux/threads.h */

struct replay {
	int fd;
	const char *name;
	uint8_t *data; /* [at, used) is still to be told */
	size_t at, used, size;
	uint64_t offset;     /* of data[0] in the file */
	struct task **tasks; /* by number; NULL: over */
	uint32_t count, capacity;
	struct output *output;
};

static void *enlarge(void *old, size_t size)
{
	void *new = realloc(old, size);

	if (!new) {
		fputs("self_ptrace: out of memory\n", stderr);
		exit(1);
	}
	return new;
}

/* True: len bytes are there, at replay->data + replay->at.  errno is 0 at the file's end. */
static bool have(struct replay *replay, size_t len)
{
	while (replay->used - replay->at < len) {
		ssize_t got;

		if (replay->at) {
			memmove(replay->data, replay->data + replay->at, replay->used - replay->at);
			replay->offset += replay->at;
			replay->used -= replay->at;
			replay->at = 0;
		}
		if (replay->used == replay->size) {
			replay->size = replay->size ? 2 * replay->size : READ_BYTES;
			replay->data = enlarge(replay->data, replay->size);
		}
		got = read(replay->fd, replay->data + replay->used, replay->size - replay->used);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			errno = got ? errno : 0;
			return false;
		}
		replay->used += (size_t)got;
	}
	return true;
}

static int refuse(const char *name, const char *why)
{
	fprintf(stderr, "self_ptrace: cannot read '%s': %s\n", name, why);
	return -EINVAL;
}

int replay_open(struct options *options, struct replay **ret)
{
	struct replay *replay = enlarge(NULL, sizeof(*replay));
	const struct recording_header *header;
	const char *why = NULL;

	*replay = (struct replay){ .name = options->read };
	replay->fd = open(options->read, O_RDONLY | O_CLOEXEC);
	if (replay->fd < 0 || !have(replay, sizeof(*header))) {
		why = errno ? strerror(errno) : "it is no recording";
		goto fail;
	}
	header = (const struct recording_header *)replay->data;
	if (memcmp(header->magic, RECORDING_MAGIC, sizeof(header->magic)) != 0) {
		why = "it is no recording";
		goto fail;
	}
	if (header->version != RECORDING_VERSION) {
		why = "it was recorded by another version of self_ptrace";
		goto fail;
	}
	options->follow = header->flags & RECORDING_FOLLOWS;
	options->pid_count = header->sources;
	if (!options->string_limit_set)
		options->string_limit = header->string_limit;
	replay->at = sizeof(*header);
	*ret = replay;
	return 0;
fail:
	refuse(options->read, why);
	replay_free(replay);
	return -EINVAL;
}

void replay_free(struct replay *replay)
{
	if (!replay)
		return;
	if (replay->fd >= 0)
		close(replay->fd);
	free(replay->tasks);
	free(replay->data);
	free(replay);
}

static void end_task(struct replay *replay, uint32_t number)
{
	struct task *task = replay->tasks[number];

	output_task_end(replay->output, task);
	memory_free(&task->call.enter);
	memory_free(&task->call.exit);
	free(task);
	replay->tasks[number] = NULL;
}

static bool is_tid(uint32_t tid)
{
	return tid && tid <= TID_MAX;
}

static bool begin_task(struct replay *replay, const struct item *item,
		       const struct item_begin *begin)
{
	struct task *task;

	if (item->task != replay->count + 1 || begin->how > OUTPUT_ATTACHED || !is_tid(begin->pid))
		return false;
	if (replay->capacity <= item->task) {
		replay->capacity = item->task + item->task / 2 + 16;
		replay->tasks = enlarge(replay->tasks, replay->capacity * sizeof(*replay->tasks));
	}
	task = enlarge(NULL, sizeof(*task));
	*task = (struct task){ .pid = (int)begin->pid, .tid = (int)item->tid };
	replay->tasks[item->task] = task;
	replay->count = item->task;
	output_task_begin(replay->output, task, (enum output_begin)begin->how);
	return true;
}

static bool enter(struct task *task, const struct item *item, const struct item_enter *from)
{
	struct call *call = &task->call;

	call->nr = from->nr;
	call->arch = from->arch;
	call->ip = from->ip;
	memcpy(call->args, from->args, sizeof(call->args));
	call->exited = call->unknown_ret = call->restarted = false;
	call->ret = 0;
	call->marks = 0;
	call->enter_ns = call->exit_ns = item->ns;
	memory_clear(&call->enter);
	memory_clear(&call->exit);
	task->in_call = true;
	return memory_add_pieces(&call->enter, (const uint8_t *)(from + 1),
				 item->size - sizeof(*item) - sizeof(*from), false);
}

static bool leave(struct task *task, const struct item *item, const struct item_exit *from)
{
	struct call *call = &task->call;

	call->ret = from->ret;
	call->marks = from->marks;
	call->exited = from->how & ITEM_RETURNED;
	call->unknown_ret = from->how & ITEM_UNKNOWN;
	call->restarted = from->how & ITEM_RESTARTED;
	call->exit_ns = item->ns;
	memory_clear(&call->exit);
	return memory_add_pieces(&call->exit, (const uint8_t *)(from + 1),
				 item->size - sizeof(*item) - sizeof(*from), true);
}

/* Text of ours when it was recorded; no terminal shall suffer from another's. */
static const char *note(const struct item *item, char *room, size_t size)
{
	size_t len = item->size - sizeof(*item);
	const char *from = (const char *)(item + 1);

	if (len > size - 1)
		len = size - 1;
	for (size_t i = 0; i < len; i++)
		room[i] = from[i] && (from[i] < ' ' || from[i] > '~') ? '?' : from[i];
	room[len] = '\0';
	return room;
}

static const uint32_t least[] = {
	[ITEM_BEGIN] = sizeof(struct item_begin),
	[ITEM_END] = sizeof(struct item_pair),
	[ITEM_ENTER] = sizeof(struct item_enter),
	[ITEM_EXIT] = sizeof(struct item_exit),
	[ITEM_CANCEL] = 0,
	[ITEM_SIGNAL] = 128,
	[ITEM_EXITED] = sizeof(struct item_status),
	[ITEM_KILLED] = sizeof(struct item_status),
	[ITEM_NOTE] = 1,
	[ITEM_ATTACHED] = sizeof(struct item_pair),
	[ITEM_DETACHED] = sizeof(struct item_pair),
	[ITEM_SUPERSEDED] = sizeof(struct item_pair),
	[ITEM_FLUSH] = 0,
	[ITEM_FINISHED] = 0,
	[ITEM_STOPPED] = sizeof(struct item_status),
};

static bool has_task(uint32_t kind)
{
	return kind != ITEM_BEGIN && kind != ITEM_ATTACHED && kind != ITEM_FLUSH &&
	       kind != ITEM_FINISHED;
}

/* One whole item, all of it in memory. */
static bool tell(struct replay *replay, const struct item *item)
{
	struct event event = { .ns = item->ns };
	const void *body = item + 1;
	const struct item_status *status = body;
	const struct item_pair *pair = body;
	struct task *task = NULL;
	char text[512];

	if (item->kind > ITEM_STOPPED || item->size < sizeof(*item) + least[item->kind])
		return false;
	if (has_task(item->kind)) {
		task = item->task && item->task <= replay->count ? replay->tasks[item->task] : NULL;
		if (!task)
			return false;
	}
	if ((task || item->kind == ITEM_BEGIN) && !is_tid(item->tid))
		return false;
	if (task)
		task->tid = (int)item->tid;
	event.task = task;
	switch ((enum item_kind)item->kind) {
	case ITEM_BEGIN:
		return begin_task(replay, item, body);
	case ITEM_END:
		end_task(replay, item->task);
		return true;
	case ITEM_ENTER:
		event.kind = EVENT_ENTER;
		if (!enter(task, item, body))
			return false;
		break;
	case ITEM_EXIT:
		event.kind = EVENT_EXIT;
		if (!task->in_call || !leave(task, item, body))
			return false;
		break;
	case ITEM_CANCEL:
		event.kind = EVENT_CANCEL;
		break;
	case ITEM_SIGNAL:
		event.kind = EVENT_SIGNAL;
		event.siginfo = body;
		break;
	case ITEM_EXITED:
	case ITEM_KILLED:
		event.kind = item->kind == ITEM_EXITED ? EVENT_EXITED : EVENT_KILLED;
		event.status = (int)status->status;
		event.core = status->core;
		break;
	case ITEM_STOPPED:
		event.kind = EVENT_STOPPED;
		event.status = (int)status->status;
		break;
	case ITEM_NOTE:
		event.kind = EVENT_NOTE;
		event.note = note(item, text, sizeof(text));
		break;
	case ITEM_ATTACHED:
		output_attached(replay->output, (int)pair->first, pair->second);
		return true;
	case ITEM_DETACHED:
		output_detached(replay->output, task);
		return true;
	case ITEM_SUPERSEDED:
		output_superseded(replay->output, task, (int)pair->first);
		return true;
	case ITEM_FLUSH:
		output_flush(replay->output);
		return true;
	case ITEM_FINISHED:
		return true;
	}
	output_event(replay->output, &event);
	if (event.kind == EVENT_EXIT || event.kind == EVENT_CANCEL) {
		task->in_call = false;
		memory_clear(&task->call.exit); /* what was borrowed goes */
	}
	return true;
}

int replay_run(struct replay *replay, struct output *output)
{
	bool finished = false, valid = true;
	const struct item *item;
	int error = 0;

	replay->output = output;
	while (valid && !finished && have(replay, sizeof(*item))) {
		uint32_t size = ((const struct item *)(replay->data + replay->at))->size;

		valid = size >= sizeof(*item) && size <= ITEM_MAX && size % RING_ALIGN == 0;
		if (!valid || !have(replay, size))
			break;
		item = (const struct item *)(replay->data + replay->at);
		valid = tell(replay, item);
		finished = item->kind == ITEM_FINISHED;
		replay->at += valid ? size : 0;
	}
	error = errno;
	if (!valid || !finished)
		output_message(output, "'%s', offset %llu: %s", replay->name,
			       (unsigned long long)replay->offset + replay->at,
			       !valid ? "this makes no sense; it is shown up to here" :
			       error  ? strerror(error) :
					"the recording was cut off here");
	for (uint32_t number = 1; number <= replay->count; number++)
		if (replay->tasks[number])
			end_task(replay, number);
	return valid && finished ? 0 : -EINVAL;
}
