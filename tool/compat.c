/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Memory is taken argument by argument, as the call's row describes it; what has
 * another layout in a 32-bit program is widened here, and stands at its address
 * with a number of its own above, since it takes more room than the program's bytes do.
 */
#include "compat.h"

#include "table.h"
#include "table_names.h"

#include "../abi/capture.h"

#include <asm/ldt.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/ucontext.h>
#include <sys/uio.h>

#define VECTOR_LIMIT 1024u
#define PAGE 4096u
/* readdir's one entry: number, offset, length of the name; and the name */
#define OLD_DIRENT_MAX (10u + NAME_MAX)
#define TIDS_MAX 32u /* MAX_PID_NS_LEVEL of include/linux/pid_namespace.h */
/* More are no vector that an exec takes. */
#define POINTERS_MAX (1u << 20)

/* Numbers of arch/x86/entry/syscalls/syscall_32.tbl. */
enum {
	I386_SIGACTION = 67,
	I386_STATFS = 99,
	I386_FSTATFS = 100,
	I386_SOCKETCALL = 102,
	I386_STAT = 106,
	I386_LSTAT = 107,
	I386_FSTAT = 108,
	I386_IPC = 117,
	I386_SIGRETURN = 119,
	I386_RT_SIGRETURN = 173,
	I386_MMAP2 = 192,
	I386_FCNTL = 55,
	I386_FCNTL64 = 221,
	I386_SENDFILE64 = 239,
	I386_SEMCTL = 394,
	I386_SHMCTL = 396,
	I386_SHMAT = 397,
	I386_MSGCTL = 402,
	I386_TIME64_FIRST = 403, /* from here on all times have 64 bits */
	/* Ours: tables/i386.tbl. */
	I386_ACCEPT = 1000,
	I386_SEND,
	I386_RECV,
	I386_SEMOP,
	I386_SEMTIMEDOP,
};

struct taking {
	const struct compat_reader *reader;
	struct call *call;
	struct memory *memory;
	bool exit;
};

/* The program's memory */

static size_t read_some(const struct compat_reader *reader, uint64_t addr, void *to, size_t len)
{
	struct iovec local = { to, len }, remote = { (void *)compat_address(addr), len };
	ssize_t got = len ? process_vm_readv(reader->tid, &local, 1, &remote, 1, 0) : 0;

	return got > 0 ? (size_t)got : 0;
}

static bool read_whole(const struct compat_reader *reader, uint64_t addr, void *to, size_t len)
{
	return read_some(reader, addr, to, len) == len;
}

static void add_bytes(struct taking *taking, uint64_t at, uint64_t from, uint64_t len,
		      uint64_t total)
{
	uint8_t bytes[CAPTURE_ARRAY_LIMIT];
	size_t got;

	if (!from)
		return;
	if (len > sizeof(bytes))
		len = sizeof(bytes);
	got = read_some(taking->reader, from, bytes, len);
	if (got)
		memory_add(taking->memory, at, bytes, (uint32_t)got,
			   total > UINT32_MAX ? UINT32_MAX : (uint32_t)total);
}

static void add_whole(struct taking *taking, uint64_t addr, size_t size)
{
	uint8_t bytes[PAGE];

	if (size <= sizeof(bytes) && read_whole(taking->reader, addr, bytes, size))
		memory_add(taking->memory, addr, bytes, (uint32_t)size, (uint32_t)size);
}

static void add_string(struct taking *taking, uint64_t addr, uint64_t limit)
{
	char bytes[CAPTURE_ARRAY_LIMIT];
	size_t len = 0;

	if (limit > sizeof(bytes))
		limit = sizeof(bytes);
	while (addr && len < limit) {
		size_t room = PAGE - (addr + len) % PAGE, got;
		const char *end;

		if (room > limit - len)
			room = limit - len;
		got = read_some(taking->reader, addr + len, bytes + len, room);
		end = memchr(bytes + len, 0, got);
		len = end ? (size_t)(end - bytes) + 1 : len + got;
		if (end || got < room)
			break;
	}
	if (len)
		memory_add(taking->memory, addr, bytes, (uint32_t)len, (uint32_t)len);
}

/*
 * For what is added next, at *arg: an argument's own content has one number at entry
 * and exit, to be compared; no other of this call's has the same.
 */
static uint64_t wide_at(const struct taking *taking, const uint64_t *arg)
{
	const struct call *call = taking->call;
	uint64_t number = call->enter.count + call->exit.count + 7;

	if (arg >= call->args && arg < call->args + 6)
		number = (uint64_t)(arg - call->args) + 1;
	return (number << 32 & INT64_MAX) | compat_address(*arg);
}

/* Layouts */

/*
 * The members in order: l long, u unsigned long or a pointer, r a limit, i 4 bytes,
 * s 2 bytes, q 8 bytes; h 2 bytes that are 4 in 64 bits, H 2 that are 8; - 2 bytes that
 * are not there, 0 an unsigned long that is there only.  "": it is not shown.
 */
struct layout {
	const struct struct_desc *desc;
	const char *members;
};

static const struct layout layouts[] = {
	{ &struct_itimerval, "llll" },	   { &struct_timeval, "ll" },
	{ &struct_timeval_utimes, "ll" },  { &struct_utimbuf, "ll" },
	{ &struct_tms, "llll" },	   { &struct_rusage, "llllllllllllllllll" },
	{ &struct_rlimit, "rr" },	   { &struct_sysinfo, "luuuuuuuuussuui" },
	{ &struct_sigaction, "uuuq" },	   { &struct_sigaltstack, "uiu" },
	{ &struct_iovec, "uu" },	   { &struct_sigset_argpack, "uu" },
	{ &struct_mq_attr, "llll" },	   { &struct_sigevent, "uiii" },
	{ &struct_kexec_segment, "uuuu" }, { &struct_seccomp_fprog, "su" },
	{ &struct_socket_fprog, "su" },	   { &struct_shminfo, "uuuuu" },
	{ &struct_shm_info, "iuuuuu" },	   { &struct_keyctl_kdf_params, "" },
	{ &struct_hd_geometry, "" },
};

/*
 * System V: asm-generic/compat.h of the kernel, and what ipc/shm.c, sem.c, msg.c have
 * for libc 5.  Of times the upper half is a member of its own, as in semid_ds, or not.
 */
#define IPC_PERM "iiiiih-ssuu"
#define OLD_IPC_PERM "ihhhhhs00"

static const struct {
	const struct struct_desc *desc, *set;
	const char *members, *old;
} ipc_layouts[] = {
	{ &struct_shmid_ds, &struct_shmid_ds_set, IPC_PERM "uqqqiiuuu", OLD_IPC_PERM "ulllhhH-uu" },
	{ &struct_semid_ds, &struct_semid_ds_set, IPC_PERM "uuuuuuu",
	  OLD_IPC_PERM "l0l0--------H" },
	{ &struct_msqid_ds, &struct_msqid_ds_set, IPC_PERM "qqquuuiiuu",
	  OLD_IPC_PERM "----lll----HHHhh" },
};

/* Of those calls that know no times of 64 bits. */
static const struct layout time32_layouts[] = {
	{ &struct_timespec, "ll" },
	{ &struct_timespec_utime, "ll" },
	{ &struct_itimerspec, "llll" },
	{ &struct_timex, "illllilllllllliillllli" },
};

static size_t narrow_length(char member)
{
	return member == '0' ? 0 : strchr("shH-", member) ? 2 : member == 'q' ? 8 : 4;
}

static size_t wide_length(char member)
{
	return member == '-' ? 0 : member == 's' ? 2 : strchr("ih", member) ? 4 : 8;
}

static size_t narrow_size(const char *members)
{
	size_t size = 0;

	for (; *members; members++) {
		size_t len = narrow_length(*members);

		size = (len > 2 ? (size + 3) & ~(size_t)3 : size) + len;
	}
	return (size + 3) & ~(size_t)3;
}

static void widen(const char *members, const uint8_t *from, uint8_t *to, size_t size)
{
	size_t at = 0, to_at = 0;

	memset(to, 0, size);
	for (; *members; members++) {
		size_t len = narrow_length(*members), wide = wide_length(*members);
		uint64_t value = 0;

		if (len > 2)
			at = (at + 3) & ~(size_t)3;
		if (wide)
			to_at = (to_at + wide - 1) & ~(wide - 1);
		memcpy(&value, from + at, len);
		if (*members == 'l')
			value = (uint64_t)(int32_t)value;
		else if (*members == 'r' && value == UINT32_MAX)
			value = UINT64_MAX;
		if (to_at + wide <= size)
			memcpy(to + to_at, &value, wide);
		at += len;
		to_at += wide;
	}
}

/* The command of a System V call, or 0. */
static uint64_t ipc_command(const struct call *call)
{
	switch (call->nr) {
	case I386_SEMCTL:
		return call->args[2];
	case I386_SHMCTL:
	case I386_MSGCTL:
		return call->args[1];
	default:
		return 0;
	}
}

static const char *ipc_members(const struct call *call, const struct struct_desc *desc)
{
	uint64_t command = ipc_command(call);

	for (size_t i = 0; i < sizeof(ipc_layouts) / sizeof(*ipc_layouts); i++)
		if (ipc_layouts[i].desc == desc || ipc_layouts[i].set == desc)
			return command & COMPAT_IPC && !(command & COMPAT_IPC_64) ?
				       ipc_layouts[i].old :
				       ipc_layouts[i].members;
	return NULL;
}

static const char *members_of(const struct call *call, const struct struct_desc *desc)
{
	for (size_t i = 0; i < sizeof(layouts) / sizeof(*layouts); i++)
		if (layouts[i].desc == desc)
			return layouts[i].members;
	for (size_t i = 0; i < sizeof(time32_layouts) / sizeof(*time32_layouts); i++)
		if (time32_layouts[i].desc == desc && call->nr < I386_TIME64_FIRST)
			return time32_layouts[i].members;
	if (desc == &struct_flock || desc == &struct_flock_pid)
		return call->args[1] & COMPAT_LOCKS64 || call->args[1] > 30 ? "ssqqi" : "sslli";
	return ipc_members(call, desc);
}

/* arch/x86/include/uapi/asm/stat.h and include/asm/compat.h of the kernel */
struct stat32 {
	uint32_t dev, ino;
	uint16_t mode, nlink, uid, gid;
	uint32_t rdev, size, blksize, blocks;
	uint32_t atime, atime_ns, mtime, mtime_ns, ctime, ctime_ns, unused[2];
};

struct stat64_32 {
	uint64_t dev;
	uint32_t pad0, old_ino, mode, nlink, uid, gid;
	uint64_t rdev;
	uint32_t pad3;
	uint64_t size;
	uint32_t blksize;
	uint64_t blocks;
	uint32_t atime, atime_ns, mtime, mtime_ns, ctime, ctime_ns;
	uint64_t ino;
} __attribute__((packed));

struct stat_wide {
	uint64_t dev, ino, nlink;
	uint32_t mode, uid, gid, pad;
	uint64_t rdev, size, blksize, blocks;
	uint64_t atime, atime_ns, mtime, mtime_ns, ctime, ctime_ns, unused[3];
};

_Static_assert(sizeof(struct stat_wide) == 144, "the kernel's struct stat");
_Static_assert(sizeof(struct stat32) == 64 && sizeof(struct stat64_32) == 96, "the kernel's");

static void add_stat(struct taking *taking, uint64_t *arg)
{
	bool old = taking->call->nr >= I386_STAT && taking->call->nr <= I386_FSTAT;
	struct stat_wide wide = { 0 };
	union {
		struct stat32 old;
		struct stat64_32 new;
	} is;

#define COPY(from)                                                                                \
	wide = (struct stat_wide)                                                                 \
	{                                                                                         \
		.dev = (from).dev, .ino = (from).ino, .nlink = (from).nlink, .mode = (from).mode, \
		.uid = (from).uid, .gid = (from).gid, .rdev = (from).rdev, .size = (from).size,   \
		.blksize = (from).blksize, .blocks = (from).blocks, .atime = (from).atime,        \
		.atime_ns = (from).atime_ns, .mtime = (from).mtime, .mtime_ns = (from).mtime_ns,  \
		.ctime = (from).ctime, .ctime_ns = (from).ctime_ns,                               \
	}
	if (!read_whole(taking->reader, *arg, &is, old ? sizeof(is.old) : sizeof(is.new)))
		return;
	if (old)
		COPY(is.old);
	else
		COPY(is.new);
#undef COPY
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, &wide, sizeof(wide), sizeof(wide));
}

/* Of old as ints throughout; statfs64 with some of 64 bits. */
static void add_statfs(struct taking *taking, uint64_t *arg)
{
	bool old = taking->call->nr == I386_STATFS || taking->call->nr == I386_FSTATFS;
	const char *members = old ? "uuuuuuuiiuuu" : "uuqqqqqiiuuu";
	uint8_t bytes[84], wide[120];

	if (!read_whole(taking->reader, *arg, bytes, narrow_size(members)))
		return;
	widen(members, bytes, wide, sizeof(wide));
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, sizeof(wide), sizeof(wide));
}

/* sigaction's of old: handler, mask of 4 bytes, flags, restorer */
static void add_old_sigaction(struct taking *taking, uint64_t *arg)
{
	uint32_t is[4];
	uint64_t wide[4];

	if (!read_whole(taking->reader, *arg, is, sizeof(is)))
		return;
	wide[0] = is[0];
	wide[1] = is[2];
	wide[2] = is[3];
	wide[3] = is[1];
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, sizeof(wide), sizeof(wide));
}

/* ptrace's vector of one, and the registers that it is for. */
static void add_regset(struct taking *taking, uint64_t *arg)
{
	uint32_t is[2];
	uint64_t wide[2];

	if (!read_whole(taking->reader, *arg, is, sizeof(is)))
		return;
	wide[0] = is[0];
	wide[1] = is[1];
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, sizeof(wide), sizeof(wide));
	add_bytes(taking, is[0], is[0], is[1], is[1]);
}

/* What the struct at its place in the copy points at: masks only. */
static void add_pointees(struct taking *taking, const struct struct_desc *desc,
			 const uint8_t *bytes)
{
	for (uint32_t i = 0; i < desc->count; i++) {
		const struct field_desc *field = &desc->fields[i];
		uint64_t addr;

		if (field->desc.decode != decode_sigset || field->offset + 8 > desc->size)
			continue;
		memcpy(&addr, bytes + field->offset, sizeof(addr));
		add_bytes(taking, addr, addr, 8, 8);
	}
}

static void add_struct(struct taking *taking, const struct struct_desc *desc, uint64_t *arg,
		       uint64_t count)
{
	const char *members = members_of(taking->call, desc);
	size_t size = members ? narrow_size(members) : desc->size;
	uint8_t bytes[CAPTURE_ARRAY_LIMIT], wide[CAPTURE_ARRAY_LIMIT];

	if (!*arg || (members && !*members) || !size)
		return;
	if (desc == &struct_stat) {
		add_stat(taking, arg);
		return;
	}
	if (desc == &struct_statfs) {
		add_statfs(taking, arg);
		return;
	}
	if (desc == &struct_regset || desc == &struct_regset_set) {
		add_regset(taking, arg);
		return;
	}
	if (desc == &struct_sigaction && taking->call->nr == I386_SIGACTION) {
		add_old_sigaction(taking, arg);
		return;
	}
	if (count > CAPTURE_ARRAY_LIMIT / (size > desc->size ? size : desc->size))
		count = CAPTURE_ARRAY_LIMIT / (size > desc->size ? size : desc->size);
	count = read_some(taking->reader, *arg, bytes, count * size) / size;
	if (!count)
		return;
	if (!members) {
		memory_add(taking->memory, *arg, bytes, (uint32_t)(count * size),
			   (uint32_t)(count * size));
		add_pointees(taking, desc, bytes);
		return;
	}
	for (uint64_t i = 0; i < count; i++)
		widen(members, bytes + i * size, wide + i * desc->size, desc->size);
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)(count * desc->size),
		   (uint32_t)(count * desc->size));
	add_pointees(taking, desc, wide);
}

/* Of a command that has a struct. */
static void add_semun(struct taking *taking, const struct struct_desc *desc, uint64_t *arg)
{
	if (desc)
		add_struct(taking, desc, arg, 1);
}

static void add_iovec(struct taking *taking, uint64_t *arg, uint64_t count, uint64_t data,
		      bool pointees)
{
	uint32_t vector[2 * VECTOR_LIMIT];
	uint64_t wide[2 * VECTOR_LIMIT];

	if (count > VECTOR_LIMIT)
		count = VECTOR_LIMIT;
	if (!*arg)
		return;
	count = read_some(taking->reader, *arg, vector, count * 8) / 8;
	if (!count)
		return;
	for (uint64_t i = 0; i < count; i++) {
		wide[2 * i] = vector[2 * i];
		wide[2 * i + 1] = vector[2 * i + 1];
	}
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)count * 16, (uint32_t)count * 16);
	for (uint64_t i = 0; pointees && i < count && data; i++) {
		uint64_t len = wide[2 * i + 1] < data ? wide[2 * i + 1] : data;
		uint32_t limit = taking->reader->string_limit;

		data -= len;
		add_bytes(taking, wide[2 * i], wide[2 * i], len < limit ? len : limit, len);
	}
}

/* struct msghdr of a 32-bit program, and as a 64-bit one has it */
struct message32 {
	uint32_t name, namelen, iov, iovlen, control, controllen, flags;
};

struct message {
	uint64_t name;
	uint32_t namelen, pad;
	uint64_t iov, iovlen, control, controllen;
	uint32_t flags, pad2;
};

_Static_assert(sizeof(struct message) == 56, "the kernel's struct user_msghdr");

/* Headers of control messages have a length of 4 bytes and no padding here. */
static void add_control(struct taking *taking, struct message *message)
{
	uint8_t bytes[4096], wide[8192];
	size_t len = message->controllen, at = 0, wide_len = 0;

	if (!len || len > sizeof(bytes) ||
	    !read_whole(taking->reader, message->control, bytes, len))
		return;
	memset(wide, 0, sizeof(wide));
	while (at + 12 <= len) {
		uint32_t head[3];
		uint64_t head_len;
		size_t data;

		memcpy(head, bytes + at, sizeof(head));
		if (head[0] < 12 || head[0] > len - at)
			break;
		data = head[0] - 12;
		if (wide_len + 16 + data > sizeof(wide))
			break;
		head_len = 16 + data;
		memcpy(wide + wide_len, &head_len, 8);
		memcpy(wide + wide_len + 8, &head[1], 8);
		memcpy(wide + wide_len + 16, bytes + at + 12, data);
		at += (head[0] + 3) & ~3u;
		wide_len += (head_len + 7) & ~UINT64_C(7);
	}
	if (wide_len > sizeof(wide))
		wide_len = sizeof(wide);
	message->control = wide_at(taking, &message->control);
	message->controllen = wide_len;
	memory_add(taking->memory, message->control, wide, (uint32_t)wide_len, (uint32_t)wide_len);
}

static bool message_of(struct taking *taking, uint64_t addr, uint64_t data, struct message *ret)
{
	struct message32 is;

	if (!read_whole(taking->reader, addr, &is, sizeof(is)))
		return false;
	*ret = (struct message){ .name = is.name,
				 .namelen = is.namelen,
				 .iov = is.iov,
				 .iovlen = is.iovlen,
				 .control = is.control,
				 .controllen = is.controllen,
				 .flags = is.flags };
	add_bytes(taking, is.name, is.name, is.namelen < 256 ? is.namelen : 256, is.namelen);
	add_iovec(taking, &ret->iov, ret->iovlen, data, true);
	add_control(taking, ret);
	return true;
}

static void add_messages(struct taking *taking, uint64_t *arg, uint64_t count)
{
	struct {
		struct message message;
		uint64_t len;
	} wide[64];
	uint64_t i;

	for (i = 0; i < count && i < 64; i++) {
		uint64_t at = compat_address(*arg) + i * (sizeof(struct message32) + 4);
		uint32_t len;

		if (!read_whole(taking->reader, at + sizeof(struct message32), &len, sizeof(len)) ||
		    !message_of(taking, at, taking->exit ? len : UINT64_MAX, &wide[i].message))
			break;
		wide[i].len = len;
	}
	if (!i)
		return;
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)(i * sizeof(wide[0])),
		   (uint32_t)(i * sizeof(wide[0])));
}

static void add_vector(struct taking *taking, uint64_t *arg, uint64_t show, bool strings)
{
	uint64_t wide[VECTOR_LIMIT + 1] = { 0 }, count = 0, shown;
	uint32_t pointers[VECTOR_LIMIT];
	bool ends = false;

	while (*arg && !ends && count < POINTERS_MAX) {
		size_t got =
			read_some(taking->reader, *arg + 4 * count, pointers, sizeof(pointers)) / 4;

		for (size_t i = 0; i < got && !ends; i++) {
			ends = !pointers[i];
			if (!ends && count < VECTOR_LIMIT)
				wide[count] = pointers[i];
			count += !ends;
		}
		if (!got)
			return;
	}
	if (!ends)
		return;
	shown = count + 1 < show ? count + 1 : show;
	if (shown > VECTOR_LIMIT)
		shown = VECTOR_LIMIT;
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)shown * 8, (uint32_t)count * 8);
	for (uint64_t i = 0; strings && i < shown && i < count; i++)
		add_string(taking, wide[i], taking->reader->string_limit + UINT64_C(1));
}

/* arch/x86/include/asm/compat.h and include/linux/compat.h: struct compat_siginfo */
static bool siginfo_of(struct taking *taking, uint64_t addr, uint32_t wide[32])
{
	uint32_t is[32];
	int signo, code;

	if (!read_whole(taking->reader, addr, is, sizeof(is)))
		return false;
	signo = (int)is[0];
	code = (int)is[2];
	memset(wide, 0, sizeof(is));
	memcpy(wide, is, 12);
	wide[4] = is[3];
	if (code > 0 && (signo == SIGSEGV || signo == SIGBUS || signo == SIGILL ||
			 signo == SIGFPE || signo == SIGTRAP))
		return true;
	if (code > 0 && signo == SIGSYS) { /* address, number, arch */
		wide[6] = is[4];
		wide[7] = is[5];
		return true;
	}
	if (code == SI_SIGIO || (code > 0 && signo == SIGIO)) { /* band, descriptor */
		wide[5] = (int32_t)is[3] < 0 ? UINT32_MAX : 0;
		wide[6] = is[4];
		return true;
	}
	/* pid, uid, value; or timer, overruns, value; or pid, uid, status, times */
	wide[5] = is[4];
	wide[6] = is[5];
	for (int i = 0; code > 0 && signo == SIGCHLD && i < 2; i++) {
		int64_t ticks = (int32_t)is[6 + i];

		memcpy(&wide[8 + 2 * i], &ticks, sizeof(ticks));
	}
	return true;
}

static void add_siginfos(struct taking *taking, uint64_t *arg, uint64_t count)
{
	uint32_t wide[32][32];
	uint64_t i;

	for (i = 0; i < count && i < 32; i++)
		if (!siginfo_of(taking, compat_address(*arg) + i * sizeof(wide[0]), wide[i]))
			break;
	if (!i)
		return;
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)(i * sizeof(wide[0])),
		   (uint32_t)(i * sizeof(wide[0])));
}

static void add_requests(struct taking *taking, uint64_t *arg, uint64_t count)
{
	uint32_t pointers[VECTOR_LIMIT];
	uint64_t wide[VECTOR_LIMIT];

	if (count > VECTOR_LIMIT)
		count = VECTOR_LIMIT;
	count = *arg ? read_some(taking->reader, *arg, pointers, count * 4) / 4 : 0;
	if (!count)
		return;
	for (uint64_t i = 0; i < count; i++) {
		wide[i] = pointers[i];
		add_whole(taking, wide[i], 64);
	}
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)count * 8, (uint32_t)count * 8);
}

/* Numbers of `narrow` bytes that a 64-bit program has as 8. */
static void add_longs(struct taking *taking, uint64_t *arg, uint64_t count, bool is_signed)
{
	uint32_t is[VECTOR_LIMIT];
	uint64_t wide[VECTOR_LIMIT];

	if (count > VECTOR_LIMIT)
		count = VECTOR_LIMIT;
	count = *arg ? read_some(taking->reader, *arg, is, count * 4) / 4 : 0;
	if (!count)
		return;
	for (uint64_t i = 0; i < count; i++)
		wide[i] = is_signed ? (uint64_t)(int32_t)is[i] : is[i];
	*arg = wide_at(taking, arg);
	memory_add(taking->memory, *arg, wide, (uint32_t)count * 8, (uint32_t)count * 8);
}

static void add_message_text(struct taking *taking, uint64_t *arg, uint64_t count)
{
	uint32_t limit = taking->reader->string_limit;
	uint64_t addr = *arg;

	add_longs(taking, arg, 1, true);
	if (*arg != addr)
		add_bytes(taking, *arg + 8, addr + 4, count < limit ? count : limit, count);
}

/* clone3's arguments are the same as on x86_64; what they point at is not. */
static void add_counted(struct taking *taking, const struct struct_desc *desc, uint64_t addr,
			uint64_t size)
{
	struct clone_args args = { 0 };

	add_bytes(taking, addr, addr, size, size);
	if (desc != &struct_clone_args)
		return;
	read_some(taking->reader, addr, &args, size < sizeof(args) ? size : sizeof(args));
	if (taking->exit) {
		if (args.flags & CLONE_PIDFD)
			add_whole(taking, args.pidfd, sizeof(int));
		return;
	}
	if (args.flags & CLONE_SETTLS)
		add_whole(taking, args.tls, sizeof(struct user_desc));
	if (args.set_tid_size && args.set_tid_size <= TIDS_MAX)
		add_whole(taking, args.set_tid, args.set_tid_size * sizeof(pid_t));
}

/* Arguments */

static uint64_t count_of(struct taking *taking, const struct arg_desc *desc)
{
	const uint64_t *args = taking->call->args;
	unsigned from = desc->count;
	uint32_t word = 0;

	if (from < COUNT_ARG0 + 6)
		return (uint32_t)args[from];
	if (from >= COUNT_BITS0 && from < COUNT_BITS0 + 6)
		return (uint32_t)args[from - COUNT_BITS0];
	if (from == COUNT_RET)
		return taking->exit && taking->call->ret > 0 ? (uint64_t)taking->call->ret : 0;
	if (from == COUNT_CONST)
		return desc->limit ? desc->limit : 1;
	if (from >= COUNT_DEREF0 && from < COUNT_DEREF0 + 6)
		return read_whole(taking->reader, args[from - COUNT_DEREF0], &word, 4) ? word : 0;
	return 1;
}

static void add_elements(struct taking *taking, const struct arg_desc *element, uint64_t *arg,
			 uint64_t count)
{
	if (element->decode == decode_struct)
		add_struct(taking, element->param, arg, count);
	else if (element->decode == decode_addr || element->decode == decode_time ||
		 element->decode == decode_ulong)
		add_longs(taking, arg, count, element->is_signed);
	else
		add_bytes(taking, *arg, *arg, count * element->size, count * element->size);
}

static void add_argument(struct taking *taking, const struct arg_desc *desc, uint64_t *arg)
{
	uint32_t limit = taking->reader->string_limit;
	uint64_t count = count_of(taking, desc), was = *arg, addr;
	decode_fn *kind = desc->decode;
	uint64_t data =
		taking->exit && taking->call->ret >= 0 ? (uint64_t)taking->call->ret : UINT64_MAX;

	*arg = addr = compat_address(*arg);
	if (kind == decode_path)
		add_string(taking, addr, CAPTURE_PATH_LIMIT);
	else if (kind == decode_string)
		add_string(taking, addr, limit + UINT64_C(1));
	else if (kind == decode_comm)
		add_string(taking, addr, 16);
	else if (kind == decode_bytes || kind == decode_hexbytes || kind == decode_xattr_value ||
		 kind == decode_mincore_vec)
		add_bytes(taking, addr, addr, count < limit ? count : limit, count);
	else if (kind == decode_sigset || kind == decode_cpuset || kind == decode_sockaddr ||
		 kind == decode_sockopt || kind == decode_dirents64 || kind == decode_dirents ||
		 kind == decode_ptrace_syscall_info)
		add_bytes(taking, addr, addr, count, count);
	else if (kind == decode_fdset)
		add_bytes(taking, addr, addr, (count + 63) / 64 * 8, (count + 63) / 64 * 8);
	else if (kind == decode_nodemask)
		add_bytes(taking, addr, addr, (count + 63) / 64 * 8, (count + 63) / 64 * 8);
	else if (kind == decode_file_offset && taking->call->nr == I386_SENDFILE64)
		add_whole(taking, addr, 8);
	else if (kind == decode_file_offset)
		add_longs(taking, arg, 1, true);
	else if (kind == decode_struct && desc->count != COUNT_NONE)
		add_counted(taking, desc->param, addr, count);
	else if (kind == decode_struct)
		add_struct(taking, desc->param, arg, 1);
	else if (kind == decode_semun)
		add_semun(taking, desc->param, arg);
	else if (kind == decode_old_dirent)
		add_bytes(taking, addr, addr, OLD_DIRENT_MAX, OLD_DIRENT_MAX);
	else if (kind == decode_user_regs)
		add_whole(taking, addr, struct_user_regs_32.size);
	else if (kind == decode_user_fpregs)
		add_whole(taking, addr, struct_user_fpregs_32.size);
	else if (kind == decode_siginfos)
		add_siginfos(taking, arg, count);
	else if (kind == decode_ptr)
		add_elements(taking, desc->param, arg, 1);
	else if (kind == decode_array)
		add_elements(taking, desc->param, arg, count);
	else if (kind == decode_iovec)
		add_iovec(taking, arg, count, data, desc->dir != ARG_OUT || taking->exit);
	else if (kind == decode_iovec_addr)
		add_iovec(taking, arg, count, 0, false);
	else if (kind == decode_msghdr) {
		struct message message;

		if (message_of(taking, addr, data, &message)) {
			*arg = wide_at(taking, arg);
			memory_add(taking->memory, *arg, &message, sizeof(message),
				   sizeof(message));
		}
	} else if (kind == decode_mmsghdr)
		add_messages(taking, arg, count);
	else if (kind == decode_argv)
		add_vector(taking, arg, limit + UINT64_C(1), true);
	else if (kind == decode_envp)
		add_vector(taking, arg, taking->reader->environment ? VECTOR_LIMIT : 1,
			   taking->reader->environment);
	else if (kind == decode_siginfo_at)
		add_siginfos(taking, arg, 1);
	else if (kind == decode_iocbs)
		add_requests(taking, arg, count);
	else if (kind == decode_msgbuf)
		add_message_text(taking, arg, count);
	else if (kind == decode_file_handle)
		add_bytes(taking, addr, addr, 136, 136);
	else if (kind == decode_cap_data)
		add_bytes(taking, addr, addr, 24, 24);
	else if (kind == decode_lsm_ctx)
		add_bytes(taking, addr, addr, 32, 32);
	if (*arg == addr) /* a number, or as it was taken before */
		*arg = was;
}

static bool is_known(const struct taking *taking, const struct arg_desc *desc)
{
	int64_t ret = taking->call->ret;
	bool out = desc->dir == ARG_OUT || desc->dir == ARG_OUT_POSITIVE ||
		   desc->dir == ARG_OUT_INTERRUPTED;
	/* Whose parts' addresses are wanted before the call is made. */
	bool before = desc->decode == decode_iovec || desc->decode == decode_msghdr;

	if (!taking->exit)
		return !out || before;
	if (desc->dir == ARG_OUT_INTERRUPTED)
		return true;
	if (desc->dir == ARG_OUT_POSITIVE)
		return ret > 0;
	return desc->dir != ARG_IN && ret >= 0;
}

static void take_memory(struct taking *taking)
{
	struct call *call = taking->call;
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	if (row)
		row = syscall_variant(row, call->args);
	for (unsigned i = 0; row && i < row->nargs; i++) {
		const struct arg_desc *desc = &row->args[i];
		const struct arg_cond *cond = &desc->cond;

		if (desc->pos > 5 || !is_known(taking, desc))
			continue;
		if (cond->test != COND_NONE &&
		    !arg_cond_holds(cond, cond->arg < 6 ? call->args[cond->arg] : 0))
			continue;
		add_argument(taking, desc, &call->args[desc->pos]);
	}
}

/*
 * The mask in the frame that a handler leaves: arch/x86/include/asm/sigframe.h.  The
 * restorer has taken the return address off the stack, and sigreturn's the number too.
 */
#define OLD_FRAME_MASK 80u		 /* sc.oldmask */
#define OLD_FRAME_MASK_HIGH (88u + 624u) /* extramask */
#define FRAME_MASK (12u + 128u + 108u)	 /* uc.uc_sigmask */

static void take_frame(struct taking *taking)
{
	struct call *call = taking->call;
	uint64_t stack = taking->reader->stack, at = wide_at(taking, &stack);
	uint32_t mask[2];
	bool old = call->nr == I386_SIGRETURN;

	if (!read_whole(taking->reader, stack + (old ? OLD_FRAME_MASK : FRAME_MASK), &mask[0], 4) ||
	    !read_whole(taking->reader, stack + (old ? OLD_FRAME_MASK_HIGH : FRAME_MASK + 4),
			&mask[1], 4))
		return;
	call->args[0] = at;
	memory_add(taking->memory, at + offsetof(ucontext_t, uc_sigmask), mask, 8, 8);
}

/* Calls */

/* net/socket.c: which call of its own each is, by number of linux/net.h */
static const uint16_t socket_calls[] = { 0,   359, 361,	      362,	 363, I386_ACCEPT, 367,
					 368, 360, I386_SEND, I386_RECV, 369, 371,	   373,
					 366, 365, 370,	      372,	 364, 337,	   345 };
static const uint8_t socket_words[] = { 0, 3, 3, 3, 2, 3, 3, 3, 4, 4, 4,
					6, 6, 2, 5, 5, 3, 3, 4, 5, 4 };

static void open_socketcall(const struct compat_reader *reader, struct call *call)
{
	uint64_t which = call->args[0];
	uint32_t words[6] = { 0 };

	if (!which || which >= sizeof(socket_calls) / sizeof(*socket_calls) ||
	    !read_whole(reader, call->args[1], words, 4 * socket_words[which]))
		return;
	call->nr = socket_calls[which];
	for (int i = 0; i < 6; i++)
		call->args[i] = words[i];
}

/* ipc/syscall.c */
static void open_ipc(const struct compat_reader *reader, struct call *call)
{
	uint64_t first = call->args[1], second = call->args[2], third = call->args[3];
	uint64_t ptr = call->args[4], fifth = call->args[5];
	uint32_t version = (uint32_t)call->args[0] >> 16, word, words[2];
	uint64_t args[6] = { first, second, third };
	uint32_t nr;

	switch (call->args[0] & 0xffff) {
	case 1: /* SEMOP */
	case 4: /* SEMTIMEDOP */
		nr = (call->args[0] & 0xffff) == 1 ? I386_SEMOP : I386_SEMTIMEDOP;
		memcpy(args, (uint64_t[]){ first, ptr, second, fifth }, 4 * sizeof(*args));
		break;
	case 2: /* SEMGET */
		nr = 393;
		break;
	case 3: /* SEMCTL */
		nr = I386_SEMCTL;
		args[3] = ptr;
		/* What the pointer points at is a pointer. */
		if (read_whole(reader, ptr, &word, sizeof(word))) {
			args[2] |= COMPAT_IPC;
			args[3] = word;
		}
		break;
	case 11: /* MSGSND */
		nr = 400;
		memcpy(args, (uint64_t[]){ first, ptr, second, third }, 4 * sizeof(*args));
		break;
	case 12: /* MSGRCV */
		nr = 401;
		if (!version) {
			if (!read_whole(reader, ptr, words, sizeof(words)))
				return;
			ptr = words[0];
			fifth = words[1];
		}
		memcpy(args, (uint64_t[]){ first, ptr, second, fifth, third }, 5 * sizeof(*args));
		break;
	case 13: /* MSGGET */
		nr = 399;
		break;
	case 14: /* MSGCTL */
		nr = I386_MSGCTL;
		args[1] |= COMPAT_IPC;
		args[2] = ptr;
		break;
	case 21: /* SHMAT */
		nr = I386_SHMAT;
		/* third: where the result goes */
		memcpy(args, (uint64_t[]){ first, ptr, second, third }, 4 * sizeof(*args));
		break;
	case 22: /* SHMDT */
		nr = 398;
		args[0] = ptr;
		break;
	case 23: /* SHMGET */
		nr = 395;
		break;
	case 24: /* SHMCTL */
		nr = I386_SHMCTL;
		args[1] |= COMPAT_IPC;
		args[2] = ptr;
		break;
	default:
		return;
	}
	call->nr = nr;
	memcpy(call->args, args, sizeof(args));
}

static void open_packed(const struct compat_reader *reader, struct call *call)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);
	uint32_t words[6] = { 0 };

	if (!row || !row->packed || row->packed > 6 ||
	    !read_whole(reader, call->args[0], words, 4 * (size_t)row->packed))
		return;
	for (int i = 0; i < 6; i++)
		call->args[i] = words[i];
}

void compat_arguments(struct call *call)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);
	uint64_t args[6] = { 0 };
	unsigned from = 0;

	for (unsigned i = 0; i < 6; i++)
		call->args[i] = compat_address(call->args[i]);
	if (call->nr == I386_MMAP2)
		call->args[5] *= PAGE;
	if ((call->nr == I386_FCNTL || call->nr == I386_FCNTL64) &&
	    call->args[1] >= COMPAT_LOCKS64_FIRST &&
	    call->args[1] <= COMPAT_LOCKS64_FIRST + F_SETLKW - F_GETLK)
		call->args[1] = (call->args[1] - COMPAT_LOCKS64_FIRST + F_GETLK) | COMPAT_LOCKS64;
	if (!row || !(row->pairs | row->riaps))
		return;
	for (unsigned i = 0; i < 6 && from < 6; i++) {
		uint64_t word = call->args[from++];

		if ((row->pairs | row->riaps) >> i & 1 && from < 6) {
			uint64_t next = call->args[from++];

			word = row->pairs >> i & 1 ? next << 32 | word : word << 32 | next;
		}
		args[i] = word;
	}
	memcpy(call->args, args, sizeof(args));
}

void compat_enter(const struct compat_reader *reader, struct call *call)
{
	struct taking taking = { reader, call, &call->enter, false };

	compat_arguments(call);
	if (call->nr == I386_SOCKETCALL)
		open_socketcall(reader, call);
	else if (call->nr == I386_IPC)
		open_ipc(reader, call);
	else
		open_packed(reader, call);
	if (call->nr == I386_SIGRETURN || call->nr == I386_RT_SIGRETURN)
		take_frame(&taking);
	take_memory(&taking);
}

void compat_exit(const struct compat_reader *reader, struct call *call)
{
	struct taking taking = { reader, call, &call->exit, true };
	uint32_t at;

	if (call->nr == I386_SHMAT && call->args[3] && call->ret >= 0 &&
	    read_whole(reader, call->args[3], &at, sizeof(at)))
		call->ret = at;
	take_memory(&taking);
}

int64_t compat_result(const struct call *call, int64_t ret)
{
	const struct syscall_desc *row = syscall_by_number(call->arch, call->nr);

	if ((uint32_t)ret > (uint32_t)-4096 || !row)
		return (int32_t)ret;
	row = syscall_variant(row, call->args);
	if (row->ret == RET_ADDR || row->ret == RET_HEX || row->ret == RET_UINT ||
	    row->ret == RET_OCTAL)
		return (int64_t)(uint32_t)ret;
	return (int32_t)ret;
}
