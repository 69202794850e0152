/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A call's records: its arguments and result, and the memory that they speak
 * of, copied as the generated table says (abi/capture.h).  Straight into the
 * ring: a record that fills up is published with RECORD_CONTINUED and goes on
 * in a RECORD_MORE.  What cannot be read is left out; the call never notices.
 *
 * Called from dispatch, signals deferred.
 */
#include "agent.h"

#include "abi/capture.h"
#include "capture_table.h"

#include <linux/uio.h>

/* A record is built in a part of the ring this large at most. */
#define RECORD_MAX 8192u
/* Elements of a vector whose pointees are captured. */
#define VECTOR_LIMIT 1024u

struct builder {
	struct thread *thread;
	uint8_t *record; /* NULL: recording has ended */
	size_t used;
};

static uint64_t align_up(uint64_t n)
{
	return (n + RING_ALIGN - 1) & ~(uint64_t)(RING_ALIGN - 1);
}

static bool builder_begin(struct builder *builder, struct thread *thread, uint16_t type,
			  size_t header, uint64_t time)
{
	/* Until the record is published, the tool prints nothing later than this. */
	if (thread->ring)
		__atomic_store_n(&thread->ring->open, time, __ATOMIC_RELEASE);
	builder->thread = thread;
	builder->record = ring_reserve(thread, RECORD_MAX);
	builder->used = header;
	if (!builder->record)
		return false;
	*(struct record *)builder->record = (struct record){ .type = type, .time = time };
	return true;
}

static void builder_end(struct builder *builder)
{
	if (builder->record)
		ring_publish(builder->thread, builder->used);
	if (builder->thread->ring)
		__atomic_store_n(&builder->thread->ring->open, 0, __ATOMIC_RELEASE);
}

/* Where the next piece's bytes go; *ret_room: how many fit. */
static struct piece *piece_begin(struct builder *builder, size_t *ret_room)
{
	struct record *record = (struct record *)builder->record;

	if (!record)
		return NULL;
	if (builder->used + sizeof(struct piece) + 256 > RECORD_MAX) {
		uint64_t time = record->time;

		record->flags |= RECORD_CONTINUED;
		ring_publish(builder->thread, builder->used);
		builder->record = ring_reserve(builder->thread, RECORD_MAX);
		if (!builder->record)
			return NULL;
		record = (struct record *)builder->record;
		*record = (struct record){ .type = RECORD_MORE, .time = time };
		builder->used = sizeof(*record);
	}
	*ret_room = RECORD_MAX - builder->used - sizeof(struct piece);
	return (struct piece *)(builder->record + builder->used);
}

static void piece_end(struct builder *builder, struct piece *piece, uint64_t addr, size_t len,
		      uint64_t total)
{
	piece->addr = addr;
	piece->len = (uint32_t)len;
	piece->total = (uint32_t)min_u64(total, UINT32_MAX);
	builder->used += sizeof(*piece) + align_up(len);
}

/* `len` bytes of the `total` at addr, in as many pieces as it takes. */
static void add_bytes(struct builder *builder, uint64_t addr, uint64_t len, uint64_t total)
{
	uint64_t done = 0;

	while (addr && done < len) {
		size_t room, chunk, got;
		struct piece *piece = piece_begin(builder, &room);

		if (!piece)
			return;
		chunk = min_u64(room, len - done);
		got = copy_in_some(builder->thread, piece + 1, addr + done, chunk);
		if (!got)
			return;
		piece_end(builder, piece, addr + done, got, total - done);
		done += got;
		if (got < chunk)
			return;
	}
}

/* What goes through a socket: of netlink's messages all, for their attributes' sake. */
static void add_packet(struct builder *builder, uint64_t addr, uint64_t len)
{
	uint64_t limit = process.arena->string_limit;
	uint32_t header[4];

	if (len > limit && len >= sizeof(header) &&
	    copy_in(builder->thread, header, addr, sizeof(header)) &&
	    capture_is_netlink(header, len))
		limit = CAPTURE_ARRAY_LIMIT;
	add_bytes(builder, addr, min_u64(len, limit), len);
}

static void add_string(struct builder *builder, uint64_t addr, uint64_t limit)
{
	uint64_t done = 0;

	while (done < limit) {
		size_t room, chunk, got;
		struct piece *piece = piece_begin(builder, &room);
		const uint8_t *bytes;

		if (!piece)
			return;
		bytes = (const uint8_t *)(piece + 1);
		chunk = min_u64(room, limit - done);
		got = copy_in_string(builder->thread, piece + 1, addr + done, chunk);
		if (!got)
			return;
		piece_end(builder, piece, addr + done, got, got);
		done += got;
		if (got < chunk || !bytes[got - 1])
			return;
	}
}

static void add_whole(struct builder *builder, uint64_t addr, size_t size)
{
	size_t room;
	struct piece *piece = piece_begin(builder, &room);

	if (piece && size > room) {
		add_bytes(builder, addr, size, size);
		return;
	}
	if (piece && copy_in(builder->thread, piece + 1, addr, size))
		piece_end(builder, piece, addr, size, size);
}

enum pointees { POINTEES_NONE, POINTEES_BYTES, POINTEES_PACKET };

/* The vector, and up to -s bytes of each part; `data` bytes in all have a meaning. */
static void add_iovec(struct builder *builder, uint64_t addr, uint64_t count, uint64_t data,
		      enum pointees pointees)
{
	uint64_t limit = process.arena->string_limit;

	count = min_u64(count, VECTOR_LIMIT);
	add_bytes(builder, addr, count * sizeof(struct iovec), count * sizeof(struct iovec));
	for (uint64_t i = 0; pointees && i < count && data; i++) {
		struct iovec iov;
		uint64_t len;

		if (!copy_in(builder->thread, &iov, addr + i * sizeof(iov), sizeof(iov)))
			return;
		len = min_u64(iov.iov_len, data);
		data -= len;
		if (pointees == POINTEES_PACKET)
			add_packet(builder, (uint64_t)iov.iov_base, len);
		else
			add_bytes(builder, (uint64_t)iov.iov_base, min_u64(len, limit), len);
	}
}

/* struct msghdr as the kernel has it on a 64-bit machine. */
struct message {
	uint64_t name;
	uint32_t namelen;
	uint32_t pad;
	uint64_t iov, iovlen, control, controllen;
	uint32_t flags;
	uint32_t pad2;
};

static void add_message(struct builder *builder, uint64_t addr, uint64_t data)
{
	struct message message;

	if (!copy_in(builder->thread, &message, addr, sizeof(message)))
		return;
	add_whole(builder, addr, sizeof(message));
	add_bytes(builder, message.name, min_u64(message.namelen, 256), message.namelen);
	add_iovec(builder, message.iov, message.iovlen, data, POINTEES_PACKET);
	add_bytes(builder, message.control, min_u64(message.controllen, CAPTURE_ARRAY_LIMIT),
		  message.controllen);
}

static void add_messages(struct builder *builder, uint64_t addr, uint64_t count, bool received)
{
	count = min_u64(count, VECTOR_LIMIT);
	for (uint64_t i = 0; i < count; i++) {
		uint64_t at = addr + i * (sizeof(struct message) + 8);
		uint32_t len;

		if (!copy_in(builder->thread, &len, at + sizeof(struct message), sizeof(len)))
			return;
		add_message(builder, at, received ? len : UINT64_MAX);
		add_whole(builder, at + sizeof(struct message), 8);
	}
}

/* Pointers up to a NULL; the first `show` of them, and the strings of these. */
static void add_vector(struct builder *builder, uint64_t addr, uint64_t show, bool strings)
{
	uint64_t limit = process.arena->string_limit, count = 0, pointer;
	size_t room, len;
	struct piece *piece;
	bool ended = false;

	while ((ended = copy_in(builder->thread, &pointer, addr + count * 8, 8)) && pointer)
		count++;
	piece = piece_begin(builder, &room);
	if (!piece)
		return;
	len = min_u64(min_u64(count + ended, show), room / 8) * 8;
	if (!len || !copy_in(builder->thread, piece + 1, addr, len))
		return;
	/* one that goes on where nothing can be read has another element */
	piece_end(builder, piece, addr, len, (count + !ended) * 8);
	for (uint64_t i = 0; strings && i < count && i * 8 < len; i++) {
		if (!copy_in(builder->thread, &pointer, addr + i * 8, 8))
			return;
		add_string(builder, pointer, limit + 1);
	}
}

static void add_strings(struct builder *builder, uint64_t addr, uint64_t count)
{
	uint64_t limit = process.arena->string_limit, pointer;

	count = min_u64(count, VECTOR_LIMIT);
	add_bytes(builder, addr, count * 8, count * 8);
	for (uint64_t i = 0; i < count; i++) {
		if (!copy_in(builder->thread, &pointer, addr + i * 8, sizeof(pointer)))
			return;
		if (pointer)
			add_string(builder, pointer, limit + 1);
	}
}

/* include/uapi/linux/aio_abi.h, as far as it is needed. */
struct request {
	uint64_t data, key_and_flags;
	uint16_t opcode;
	uint16_t priority;
	uint32_t fd;
	uint64_t buffer, bytes;
	uint64_t rest[3];
};

_Static_assert(sizeof(struct request) == 64, "the kernel's struct iocb");

/* enum of include/uapi/linux/aio_abi.h, without its names' prefix */
enum { REQUEST_PWRITE = 1, REQUEST_PREADV = 7, REQUEST_PWRITEV = 8 };

static void add_requests(struct builder *builder, uint64_t addr, uint64_t count)
{
	count = min_u64(count, VECTOR_LIMIT);
	add_bytes(builder, addr, count * 8, count * 8);
	for (uint64_t i = 0; i < count; i++) {
		struct request request;
		uint64_t pointer;

		if (!copy_in(builder->thread, &pointer, addr + i * 8, sizeof(pointer)))
			return;
		if (!copy_in(builder->thread, &request, pointer, sizeof(request)))
			continue;
		add_whole(builder, pointer, sizeof(request));
		if (request.opcode == REQUEST_PWRITE)
			add_bytes(builder, request.buffer,
				  min_u64(request.bytes, process.arena->string_limit),
				  request.bytes);
		else if (request.opcode == REQUEST_PREADV || request.opcode == REQUEST_PWRITEV)
			add_iovec(builder, request.buffer, request.bytes, UINT64_MAX,
				  request.opcode == REQUEST_PWRITEV ? POINTEES_BYTES :
								      POINTEES_NONE);
	}
}

/* include/uapi/linux/videodev2.h: struct v4l2_ext_control; with a size it has a pointer. */
struct video_control {
	uint32_t id, size, reserved;
	uint64_t pointer;
} __attribute__((packed));

_Static_assert(sizeof(struct video_control) == 20, "the kernel's struct v4l2_ext_control");

static void add_controls(struct builder *builder, uint64_t addr, uint64_t count)
{
	struct video_control control;

	count = min_u64(count, VECTOR_LIMIT);
	add_bytes(builder, addr, count * sizeof(control), count * sizeof(control));
	for (uint64_t i = 0; i < count; i++) {
		if (!copy_in(builder->thread, &control, addr + i * sizeof(control),
			     sizeof(control)))
			return;
		if (control.size)
			add_bytes(builder, control.pointer,
				  min_u64(control.size, process.arena->string_limit), control.size);
	}
}

/*
 * Which object it is, the tool finds out.  What is no pointer in one is in another: what it
 * leads to is not looked at, and mostly there is nothing.
 */
static void add_object_info(struct builder *builder, uint64_t addr, uint64_t len, bool exit)
{
	/* Where a pointer is, and the count of what it points at: in a program, a BTF, a link. */
	static const struct {
		uint8_t pointer, count, size;
	} parts[] = {
		{ 16, 24, 1 }, /* name, name_len; tp_name, tp_name_len */
		{ 24, 16, 1 }, /* jited_prog_insns, jited_prog_len */
		{ 32, 20, 1 }, /* xlated_prog_insns, xlated_prog_len */
		{ 56, 52, 4 }, /* map_ids, nr_map_ids */
	};
	uint8_t info[64] = { 0 };

	len = min_u64(len, 4096);
	add_bytes(builder, addr, len, len);
	if (!exit || !copy_in(builder->thread, info, addr, min_u64(len, sizeof(info))))
		return;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		uint64_t pointer;
		uint32_t count;

		memcpy(&pointer, info + parts[i].pointer, sizeof(pointer));
		memcpy(&count, info + parts[i].count, sizeof(count));
		len = (uint64_t)count * parts[i].size;
		add_bytes(builder, pointer, min_u64(len, CAPTURE_ARRAY_LIMIT), len);
	}
}

/* The number of that size in the program's memory; 0: it cannot be read. */
static uint64_t number_at(struct thread *thread, uint64_t addr, size_t size)
{
	uint64_t number = 0;

	return copy_in(thread, &number, addr, size) ? number : 0;
}

static uint64_t count_of(struct thread *thread, const struct capture *op, const uint64_t *args,
			 long ret)
{
	uint64_t base = args[op->arg];

	if (op->count >= COUNT_AT16_0)
		return number_at(thread, base + 2 * (op->count - COUNT_AT16_0), 2);
	if (op->count >= COUNT_AT32_0)
		return number_at(thread, base + 4 * (op->count - COUNT_AT32_0), 4);
	if (op->count >= COUNT_AT64_0)
		return number_at(thread, base + 8 * (op->count - COUNT_AT64_0), 8);
	if (op->count >= COUNT_AT8_0)
		return number_at(thread, base + (op->count - COUNT_AT8_0), 1);
	if (op->count >= COUNT_BITS0 && op->count < COUNT_BITS0 + 6)
		return (min_u64(args[op->count - COUNT_BITS0], UINT32_MAX) + 63) / 64 * 8;
	if (op->count < COUNT_ARG0 + 6)
		return args[op->count];
	if (op->count == COUNT_RET)
		return ret > 0 ? (uint64_t)ret : 0;
	if (op->count >= COUNT_DEREF0 && op->count < COUNT_DEREF0 + 6)
		return number_at(thread, args[op->count - COUNT_DEREF0], 4);
	if (op->count >= COUNT_DEREF64_0 && op->count < COUNT_DEREF64_0 + 6)
		return number_at(thread, args[op->count - COUNT_DEREF64_0], 8);
	return 1;
}

#define IOCTL_SIZE(request) ((request) >> 16 & 0x3fff)
#define IOCTL_WRITE 1u /* the program writes, the kernel reads */
#define IOCTL_READ 2u
/* Requests from before the encoding: their structs are at most this long. */
#define IOCTL_LEGACY 64u

static void add_ioctl(struct builder *builder, uint64_t request, uint64_t addr, bool exit)
{
	uint32_t direction = request >> 30 & 3;

	if (!IOCTL_SIZE(request))
		add_bytes(builder, addr, IOCTL_LEGACY, IOCTL_LEGACY);
	else if (direction & (exit ? IOCTL_READ : IOCTL_WRITE))
		add_bytes(builder, addr, IOCTL_SIZE(request), IOCTL_SIZE(request));
}

static void carry_out(struct builder *builder, const struct capture *op, const uint64_t *args,
		      long ret, bool exit)
{
	uint64_t limit = process.arena->string_limit;
	uint64_t addr = args[op->arg] + 8 * op->at, count;

	if (op->cond_arg < 6 && (args[op->cond_arg] & op->cond_mask) != op->cond_value)
		return;
	/* A null pointer is no mistake, and the fault that it would mean takes its time. */
	if (!args[op->arg])
		return;
	if ((op->op & CAPTURE_INDIRECT) &&
	    (!copy_in(builder->thread, &addr, addr, sizeof(addr)) || !addr))
		return;
	count = count_of(builder->thread, op, args, ret);
	switch ((enum capture_op)(op->op & ~CAPTURE_INDIRECT)) {
	case CAPTURE_PATH:
		add_string(builder, addr, CAPTURE_PATH_LIMIT);
		break;
	case CAPTURE_STRING:
		add_string(builder, addr, limit + 1);
		break;
	case CAPTURE_BYTES:
		if (op->count == COUNT_CONST)
			count = op->size;
		add_bytes(builder, addr, min_u64(count, limit), count);
		break;
	case CAPTURE_PACKET:
		add_packet(builder, addr, count);
		break;
	case CAPTURE_INDIRECT: /* a bit, not an operation */
		break;
	case CAPTURE_FIXED:
		add_whole(builder, addr, op->size);
		break;
	case CAPTURE_ARRAY:
		count = min_u64(count, UINT32_MAX) * op->size;
		add_bytes(builder, addr, min_u64(count, CAPTURE_ARRAY_LIMIT), count);
		break;
	case CAPTURE_IOVEC:
		/* How much is in one that a struct points at, the result does not tell. */
		add_iovec(builder, addr, count,
			  exit && ret >= 0 && !(op->op & CAPTURE_INDIRECT) ? (uint64_t)ret :
									     UINT64_MAX,
			  POINTEES_BYTES);
		break;
	case CAPTURE_IOVEC_ONLY:
		add_iovec(builder, addr, count, 0, POINTEES_NONE);
		break;
	case CAPTURE_MSGHDR:
		add_message(builder, addr, exit && ret >= 0 ? (uint64_t)ret : UINT64_MAX);
		break;
	case CAPTURE_MMSGHDR:
		add_messages(builder, addr, count, exit);
		break;
	case CAPTURE_ARGV:
		add_vector(builder, addr,
			   process.arena->control & CONTROL_CAPTURE_ENV ? VECTOR_LIMIT : limit + 1,
			   true);
		break;
	case CAPTURE_ENVP:
		add_vector(builder, addr,
			   process.arena->control & CONTROL_CAPTURE_ENV ? VECTOR_LIMIT : 1,
			   process.arena->control & CONTROL_CAPTURE_ENV);
		break;
	case CAPTURE_IOCTL:
		add_ioctl(builder, args[1], addr, exit);
		break;
	case CAPTURE_IOCBS:
		add_requests(builder, addr, count);
		break;
	case CAPTURE_CONTROLS:
		add_controls(builder, addr, count);
		break;
	case CAPTURE_STRINGS:
		add_strings(builder, addr, count);
		break;
	case CAPTURE_BPF_INFO:
		add_object_info(builder, addr, count, exit);
		break;
	case CAPTURE_FDSET:
		count = min_u64(count, 65536);
		add_bytes(builder, addr, (count + 63) / 64 * 8, (count + 63) / 64 * 8);
		break;
	}
}

static void carry_out_row(struct builder *builder, uint32_t nr, const uint64_t *args, long ret,
			  uint32_t when)
{
	bool native = builder->thread->arch == ARCH_AUDIT;
	const struct capture_row *row;

	if (nr >= (native ? CAPTURE_ROWS : CAPTURE_ROWS_COMPAT))
		return;
	row = native ? &capture_rows[nr] : &capture_rows_compat[nr];
	for (uint32_t i = 0; i < row->count; i++) {
		const struct capture *op = &capture_ops[row->first + i];

		if (op->when & when)
			carry_out(builder, op, args, ret, when != CAPTURE_ENTER);
	}
}

/* rt_sigreturn has no arguments, but a frame on the stack: shown as args[0]. */
static void add_sigreturn(struct builder *builder, uint32_t nr, const uint64_t *args)
{
	if (builder->thread->arch == ARCH_AUDIT && nr == __NR_rt_sigreturn)
		add_whole(builder, args[0], sizeof(struct ucontext));
}

static void add_stack(struct builder *builder)
{
	uint64_t registers[STACK_REGISTER_COUNT];
	struct piece *piece;
	size_t room;

	arch_dwarf_registers(&builder->thread->regs, registers);
	piece = piece_begin(builder, &room);
	if (!piece)
		return;
	memcpy(piece + 1, registers, sizeof(registers));
	piece_end(builder, piece, STACK_REGISTERS, sizeof(registers), sizeof(registers));
	for (uint64_t addr = builder->thread->regs.rsp, end = addr + STACK_LIMIT; addr < end;) {
		size_t got;

		piece = piece_begin(builder, &room);
		if (!piece)
			return;
		got = copy_in_some(builder->thread, piece + 1, addr, min_u64(room, end - addr));
		if (got)
			piece_end(builder, piece, addr | STACK_MARK, got, got);
		if (got < min_u64(room, end - addr))
			return;
		addr += got;
	}
}

void capture_enter(struct thread *thread, uint32_t nr, const uint64_t *args)
{
	struct builder builder;
	struct record_enter *enter;

	thread->enter_time = arch_stamp();
	if (!builder_begin(&builder, thread, RECORD_ENTER, sizeof(*enter), thread->enter_time))
		return;
	enter = (struct record_enter *)builder.record;
	enter->nr = nr;
	enter->arch = thread->arch;
	enter->ip = thread->regs.rip;
	memcpy(enter->args, args, sizeof(enter->args));
	carry_out_row(&builder, nr, args, 0, CAPTURE_ENTER);
	add_sigreturn(&builder, nr, args);
	if (process.arena->control & CONTROL_STACKS)
		add_stack(&builder);
	builder_end(&builder);
}

void capture_exit(struct thread *thread, uint32_t nr, const uint64_t *args, long ret)
{
	struct builder builder;
	struct record_exit *exit;

	if (!builder_begin(&builder, thread, RECORD_EXIT, sizeof(*exit), arch_stamp()))
		return;
	exit = (struct record_exit *)builder.record;
	exit->record.flags = thread->tamper_marks;
	exit->ret = ret;
	exit->enter_time = thread->enter_time;
	carry_out_row(&builder, nr, args, ret,
		      error(ret) ? CAPTURE_EXIT_ANY : CAPTURE_EXIT_ANY | CAPTURE_EXIT_OK);
	builder_end(&builder);
}

void capture_abort(struct thread *thread, enum abort_why why)
{
	struct record_abort *abort = ring_reserve(thread, sizeof(*abort));

	if (!abort)
		return;
	*abort = (struct record_abort){
		.record = { .type = RECORD_ABORT,
			    .flags = thread->tamper_marks,
			    .time = arch_stamp() },
		.why = why,
	};
	ring_publish(thread, sizeof(*abort));
}
