/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events to items of a recording; see recording.h. */
#include "recording.h"

#include "../abi/record.h"

/* Where an item of that size begins, its head filled in. */
static void *append(struct buffer *buffer, enum item_kind kind, uint32_t number, int tid,
		    uint64_t ns, size_t size)
{
	struct item *item;

	buffer_reserve(buffer, size);
	item = (struct item *)(buffer->data + buffer->used);
	buffer->used += size;
	*item = (struct item){
		.size = (uint32_t)size, .kind = kind, .task = number, .tid = (uint32_t)tid, .ns = ns
	};
	return item + 1;
}

static size_t padded(size_t len)
{
	return (len + RING_ALIGN - 1) & ~(size_t)(RING_ALIGN - 1);
}

static size_t pieces_size(const struct memory *memory)
{
	size_t size = 0;

	for (size_t i = 0; i < memory->count; i++)
		size += sizeof(struct piece) + padded(memory->pieces[i].len);
	return size;
}

static void put_pieces(uint8_t *to, const struct memory *memory)
{
	for (size_t i = 0; i < memory->count; i++) {
		const struct memory_piece *from = &memory->pieces[i];
		size_t len = padded(from->len);

		*(struct piece *)to = (struct piece){ .addr = from->addr,
						      .len = from->len,
						      .total = from->total };
		to += sizeof(struct piece);
		if (!len)
			continue;
		memset(to + len - RING_ALIGN, 0, RING_ALIGN);
		memcpy(to, from->bytes, from->len);
		to += len;
	}
}

void recording_header(struct buffer *buffer, const struct options *options)
{
	struct recording_header header = {
		.magic = RECORDING_MAGIC,
		.version = RECORDING_VERSION,
		.flags = options->follow ? RECORDING_FOLLOWS : 0,
		.sources = (uint32_t)options->pid_count + (options->command != NULL),
		.string_limit = options->string_limit,
	};

	buffer_bytes(buffer, &header, sizeof(header));
}

void recording_begin(struct buffer *buffer, uint32_t number, const struct task *task,
		     enum output_begin how)
{
	struct item_begin *begin = append(buffer, ITEM_BEGIN, number, task->tid, 0,
					  sizeof(struct item) + sizeof(*begin));

	*begin = (struct item_begin){ .how = how, .pid = (uint32_t)task->pid };
}

static void put_enter(struct buffer *buffer, uint32_t number, const struct task *task)
{
	const struct call *call = &task->call;
	struct item_enter *enter =
		append(buffer, ITEM_ENTER, number, task->tid, call->enter_ns,
		       sizeof(struct item) + sizeof(*enter) + pieces_size(&call->enter));

	enter->nr = call->nr;
	enter->arch = call->arch;
	enter->ip = call->ip;
	memcpy(enter->args, call->args, sizeof(enter->args));
	put_pieces((uint8_t *)(enter + 1), &call->enter);
}

static void put_exit(struct buffer *buffer, uint32_t number, const struct task *task)
{
	const struct call *call = &task->call;
	struct item_exit *exit =
		append(buffer, ITEM_EXIT, number, task->tid, call->exit_ns,
		       sizeof(struct item) + sizeof(*exit) + pieces_size(&call->exit));

	exit->ret = call->ret;
	exit->marks = call->marks;
	exit->how = (call->exited ? ITEM_RETURNED : 0) | (call->unknown_ret ? ITEM_UNKNOWN : 0) |
		    (call->restarted ? ITEM_RESTARTED : 0);
	put_pieces((uint8_t *)(exit + 1), &call->exit);
}

static void put_bytes(struct buffer *buffer, enum item_kind kind, uint32_t number,
		      const struct event *event, const void *bytes, size_t len, size_t size)
{
	uint8_t *to = append(buffer, kind, number, event->task->tid, event->ns,
			     sizeof(struct item) + size);

	memset(to, 0, size);
	memcpy(to, bytes, len);
}

void recording_event(struct buffer *buffer, uint32_t number, const struct event *event)
{
	const struct item_status status = { .status = (uint32_t)event->status,
					    .core = event->core };

	switch (event->kind) {
	case EVENT_ENTER:
		put_enter(buffer, number, event->task);
		break;
	case EVENT_EXIT:
		put_exit(buffer, number, event->task);
		break;
	case EVENT_CANCEL:
		put_bytes(buffer, ITEM_CANCEL, number, event, "", 0, 0);
		break;
	case EVENT_SIGNAL:
		put_bytes(buffer, ITEM_SIGNAL, number, event, event->siginfo, 128, 128);
		break;
	case EVENT_EXITED:
		put_bytes(buffer, ITEM_EXITED, number, event, &status, sizeof(status),
			  sizeof(status));
		break;
	case EVENT_KILLED:
		put_bytes(buffer, ITEM_KILLED, number, event, &status, sizeof(status),
			  sizeof(status));
		break;
	case EVENT_STOPPED:
		put_bytes(buffer, ITEM_STOPPED, number, event, &status, sizeof(status),
			  sizeof(status));
		break;
	case EVENT_NOTE: {
		size_t len = strlen(event->note);

		put_bytes(buffer, ITEM_NOTE, number, event, event->note, len, padded(len + 1));
		break;
	}
	}
}

void recording_of_task(struct buffer *buffer, enum item_kind kind, uint32_t number,
		       const struct task *task, uint32_t by)
{
	struct item_pair *pair =
		append(buffer, kind, number, task->tid, 0, sizeof(struct item) + sizeof(*pair));

	*pair = (struct item_pair){ .first = by };
}

void recording_attached(struct buffer *buffer, uint32_t pid, uint32_t threads)
{
	struct item_pair *pair =
		append(buffer, ITEM_ATTACHED, 0, 0, 0, sizeof(struct item) + sizeof(*pair));

	*pair = (struct item_pair){ .first = pid, .second = threads };
}

void recording_mark(struct buffer *buffer, enum item_kind kind)
{
	append(buffer, kind, 0, 0, 0, sizeof(struct item));
}
