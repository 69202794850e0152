// SPDX-License-Identifier: LGPL-2.1-or-later
/* Files: stat, statx, directories, times, handles. */
#include "kinds.h"

#include "../compat.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/time_types.h>
#include <stddef.h>
#include <sys/fanotify.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/sysmacros.h>

/* asm/stat.h's struct stat clashes with libc's: the layout by its own offsets. */
struct kernel_stat {
	uint64_t dev, ino, nlink;
	uint32_t mode, uid, gid, pad;
	uint64_t rdev;
	int64_t size, blksize, blocks;
	uint64_t atime, atime_nsec, mtime, mtime_nsec, ctime, ctime_nsec;
	int64_t unused[3];
};

static void member_time(struct decode *decode, struct value *parent, const char *sec_name,
			const char *nsec_name, uint64_t sec, uint64_t nsec)
{
	struct value *value = value_signed(&decode->region, (int64_t)sec);

	value = decode_time_comment(decode, value, (int64_t)sec, (int64_t)nsec, 9);
	value_member(parent, sec_name, value);
	member_unsigned(decode, parent, nsec_name, nsec);
}

static void member_size(struct decode *decode, struct value *parent, uint32_t mode, uint64_t rdev,
			uint64_t size, const char *size_name, const char *dev_name)
{
	if (S_ISCHR(mode) || S_ISBLK(mode))
		value_member(parent, dev_name, decode_dev_value(decode, rdev));
	else
		value_member(parent, size_name, value_signed(&decode->region, (int64_t)size));
}

struct value *decode_struct_stat(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct kernel_stat stat;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &stat, sizeof(stat)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	if (!decode->abbrev) {
		value_member(value, "st_dev", decode_dev_value(decode, stat.dev));
		member_unsigned(decode, value, "st_ino", stat.ino);
	}
	value_member(value, "st_mode", decode_filemode(decode, NULL, stat.mode));
	if (!decode->abbrev) {
		member_unsigned(decode, value, "st_nlink", stat.nlink);
		value_member(value, "st_uid", decode_uid(decode, NULL, stat.uid));
		value_member(value, "st_gid", decode_gid(decode, NULL, stat.gid));
		value_member(value, "st_blksize", value_signed(&decode->region, stat.blksize));
		value_member(value, "st_blocks", value_signed(&decode->region, stat.blocks));
	}
	member_size(decode, value, stat.mode, stat.rdev, (uint64_t)stat.size, "st_size", "st_rdev");
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return value;
	}
	member_time(decode, value, "st_atime", "st_atime_nsec", stat.atime, stat.atime_nsec);
	member_time(decode, value, "st_mtime", "st_mtime_nsec", stat.mtime, stat.mtime_nsec);
	member_time(decode, value, "st_ctime", "st_ctime_nsec", stat.ctime, stat.ctime_nsec);
	return value;
}

/* asm/stat.h's struct __old_kernel_stat, which only 32-bit programs ask for */
struct old_stat {
	uint16_t dev, ino, mode, nlink, uid, gid, rdev;
	uint32_t size, atime, mtime, ctime;
};

_Static_assert(sizeof(struct old_stat) == 32, "as structs.tbl has it");

static void member_seconds(struct decode *decode, struct value *parent, const char *name,
			   uint32_t sec)
{
	value_member(parent, name,
		     decode_time_comment(decode, value_unsigned(&decode->region, sec), sec, 0, 9));
}

struct value *decode_struct_old_stat(struct decode *decode, const struct arg_desc *desc,
				     uint64_t raw)
{
	struct old_stat stat;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &stat, sizeof(stat)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	if (!decode->abbrev) {
		value_member(value, "st_dev", decode_dev_value(decode, stat.dev));
		member_unsigned(decode, value, "st_ino", stat.ino);
	}
	value_member(value, "st_mode", decode_filemode(decode, NULL, stat.mode));
	if (!decode->abbrev) {
		member_unsigned(decode, value, "st_nlink", stat.nlink);
		value_member(value, "st_uid", decode_uid(decode, NULL, stat.uid));
		value_member(value, "st_gid", decode_gid(decode, NULL, stat.gid));
		/* It has none of these, but strace tells them. */
		member_unsigned(decode, value, "st_blksize", 0);
		member_unsigned(decode, value, "st_blocks", 0);
	}
	member_size(decode, value, stat.mode, stat.rdev, stat.size, "st_size", "st_rdev");
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return value;
	}
	member_seconds(decode, value, "st_atime", stat.atime);
	member_seconds(decode, value, "st_mtime", stat.mtime);
	member_seconds(decode, value, "st_ctime", stat.ctime);
	return value;
}

static void member_statx_time(struct decode *decode, struct value *parent, const char *name,
			      const struct statx_timestamp *time)
{
	struct value *value = value_struct(&decode->region);

	value_member(value, "tv_sec", value_signed(&decode->region, time->tv_sec));
	member_unsigned(decode, value, "tv_nsec", time->tv_nsec);
	value_member(parent, name,
		     decode_time_comment(decode, value, time->tv_sec, time->tv_nsec, 9));
}

struct value *decode_struct_statx(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct statx stat;
	struct value *value;

	(void)desc;
	if (decode_hidden(decode, raw) || !decode_copy(decode, raw, &stat, sizeof(stat)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	value_member(value, "stx_mask",
		     decode_group_flags(decode, &xlat_statx_mask, stat.stx_mask));
	if (!decode->abbrev)
		member_unsigned(decode, value, "stx_blksize", stat.stx_blksize);
	value_member(value, "stx_attributes",
		     decode_group_flags(decode, &xlat_statx_attr, stat.stx_attributes));
	if (!decode->abbrev) {
		member_unsigned(decode, value, "stx_nlink", stat.stx_nlink);
		value_member(value, "stx_uid", decode_uid(decode, NULL, stat.stx_uid));
		value_member(value, "stx_gid", decode_gid(decode, NULL, stat.stx_gid));
	}
	value_member(value, "stx_mode", decode_filemode(decode, NULL, stat.stx_mode));
	if (!decode->abbrev)
		member_unsigned(decode, value, "stx_ino", stat.stx_ino);
	member_unsigned(decode, value, "stx_size", stat.stx_size);
	if (decode->abbrev) {
		value->flags |= VALUE_MORE;
		return value;
	}
	member_unsigned(decode, value, "stx_blocks", stat.stx_blocks);
	value_member(value, "stx_attributes_mask",
		     decode_group_flags(decode, &xlat_statx_attr, stat.stx_attributes_mask));
	if (stat.stx_mask & STATX_ATIME)
		member_statx_time(decode, value, "stx_atime", &stat.stx_atime);
	if (stat.stx_mask & STATX_BTIME)
		member_statx_time(decode, value, "stx_btime", &stat.stx_btime);
	if (stat.stx_mask & STATX_CTIME)
		member_statx_time(decode, value, "stx_ctime", &stat.stx_ctime);
	if (stat.stx_mask & STATX_MTIME)
		member_statx_time(decode, value, "stx_mtime", &stat.stx_mtime);
	member_unsigned(decode, value, "stx_rdev_major", stat.stx_rdev_major);
	member_unsigned(decode, value, "stx_rdev_minor", stat.stx_rdev_minor);
	member_unsigned(decode, value, "stx_dev_major", stat.stx_dev_major);
	member_unsigned(decode, value, "stx_dev_minor", stat.stx_dev_minor);
	value_member(value, "stx_mnt_id", value_hex(&decode->region, stat.stx_mnt_id));
	return value;
}

/* F_SETLK64 and its like are F_SETLK and its like here, with something beside. */
struct value *decode_fcntl_cmd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const char *const names[] = { "F_GETLK64", "F_SETLK64", "F_SETLKW64" };

	if (decode->call->arch != AUDIT_ARCH_I386 || raw < F_GETLK ||
	    raw - F_GETLK >= sizeof(names) / sizeof(*names) ||
	    !(decode_arg(decode, 1) & COMPAT_LOCKS64))
		return decode_group_enum(decode, desc->param, raw);
	return value_symbol(&decode->region, raw + COMPAT_LOCKS64_FIRST - F_GETLK,
			    names[raw - F_GETLK], NULL);
}

/* Directories */

struct linux_dirent64 {
	uint64_t ino;
	int64_t off;
	uint16_t reclen;
	uint8_t type;
	char name[];
} __attribute__((packed));

struct linux_dirent {
	uint64_t ino;
	uint64_t off;
	uint16_t reclen;
	char name[];
} __attribute__((packed));

/* The same of a 32-bit program, and what readdir gives it: there of the name only. */
struct linux_dirent32 {
	uint32_t ino;
	uint32_t off;
	uint16_t reclen;
	char name[];
} __attribute__((packed));

/* Where an entry has what. */
struct dirent_layout {
	uint8_t word; /* bytes of its first two numbers */
	uint8_t name;
	bool typed; /* its type is before the name; else it is the last byte */
};

static const struct dirent_layout dirent64 = { 8, sizeof(struct linux_dirent64), true };
static const struct dirent_layout dirent = { 8, sizeof(struct linux_dirent), false };
static const struct dirent_layout dirent32 = { 4, sizeof(struct linux_dirent32), false };

static const char *entry_type(uint8_t type)
{
	switch (type) {
	case DT_UNKNOWN:
		return "DT_UNKNOWN";
	case DT_FIFO:
		return "DT_FIFO";
	case DT_CHR:
		return "DT_CHR";
	case DT_DIR:
		return "DT_DIR";
	case DT_BLK:
		return "DT_BLK";
	case DT_REG:
		return "DT_REG";
	case DT_LNK:
		return "DT_LNK";
	case DT_SOCK:
		return "DT_SOCK";
	case DT_WHT:
		return "DT_WHT";
	default:
		return NULL;
	}
}

static struct value *entry_value(struct decode *decode, const uint8_t *bytes, size_t reclen,
				 const struct dirent_layout *layout)
{
	struct value *value = value_struct(&decode->region);
	uint8_t kind = bytes[layout->typed ? offsetof(struct linux_dirent64, type) : reclen - 1];
	struct value *name, *type;
	uint64_t ino = 0, off = 0;

	memcpy(&ino, bytes, layout->word);
	memcpy(&off, bytes + layout->word, layout->word);
	member_unsigned(decode, value, "d_ino", ino);
	if (layout->typed)
		value_member(value, "d_off", value_signed(&decode->region, (int64_t)off));
	else
		member_unsigned(decode, value, "d_off", off);
	member_unsigned(decode, value, "d_reclen", reclen);
	type = value_symbol(&decode->region, kind, entry_type(kind), "DT_???");
	name = decode_char_array(decode, bytes + layout->name,
				 reclen - layout->name - (layout->typed ? 0 : 1));
	name->flags |= VALUE_PATH;
	if (layout->typed)
		value_member(value, "d_type", type);
	value_member(value, "d_name", name);
	if (!layout->typed)
		value_member(value, "d_type", type);
	return value;
}

static struct value *entries(struct decode *decode, const struct arg_desc *desc, uint64_t raw,
			     const struct dirent_layout *layout)
{
	size_t header = layout->name + (layout->typed ? 0u : 1u);
	struct value *array = value_array(&decode->region);
	const uint8_t *bytes;
	uint64_t len, count = 0;
	size_t have, at = 0;

	/* An answer of no entries is one all the same. */
	if (decode_hidden(decode, raw) || !decode_count(decode, desc, &len))
		return decode_address(decode, raw);
	bytes = decode_from(decode, raw, &have);
	if (have > len)
		have = (size_t)len;
	if (len && !have)
		return decode_address(decode, raw);
	while (have - at >= header) {
		uint16_t reclen;

		memcpy(&reclen, bytes + at + (size_t)2 * layout->word, sizeof(reclen));
		if (reclen < header || reclen > have - at)
			break;
		count++;
		if (!decode->abbrev)
			value_add(array, entry_value(decode, bytes + at, reclen, layout));
		at += reclen;
	}
	if (!decode->abbrev)
		return array;
	return value_comment(&decode->region, decode_address(decode, raw),
			     region_printf(&decode->region, "%llu%s entries",
					   (unsigned long long)count, have < len ? "+" : ""));
}

struct value *decode_dirents64(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return entries(decode, desc, raw, &dirent64);
}

struct value *decode_dirents(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return entries(decode, desc, raw,
		       decode->call->arch == AUDIT_ARCH_I386 ? &dirent32 : &dirent);
}

struct value *decode_old_dirent(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct linux_dirent32 entry;
	struct value *value, *name;
	const uint8_t *bytes;
	size_t have;

	(void)desc;
	bytes = decode_hidden(decode, raw) ? NULL : decode_from(decode, raw, &have);
	if (!bytes || have < sizeof(entry))
		return decode_address(decode, raw);
	memcpy(&entry, bytes, sizeof(entry));
	if (entry.reclen > have - sizeof(entry))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	member_unsigned(decode, value, "d_ino", entry.ino);
	member_unsigned(decode, value, "d_off", entry.off);
	member_unsigned(decode, value, "d_reclen", entry.reclen);
	name = decode_char_array(decode, bytes + sizeof(entry), entry.reclen);
	name->flags |= VALUE_PATH;
	value_member(value, "d_name", name);
	return value;
}

/* Times to set */

struct value *decode_struct_timespec_utime(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	struct __kernel_timespec time;
	struct value *value;

	(void)desc;
	if (!decode_copy(decode, raw, &time, sizeof(time)))
		return decode_address(decode, raw);
	if (time.tv_nsec == UTIME_NOW)
		return value_symbol(&decode->region, UTIME_NOW, "UTIME_NOW", NULL);
	if (time.tv_nsec == UTIME_OMIT)
		return value_symbol(&decode->region, UTIME_OMIT, "UTIME_OMIT", NULL);
	value = value_struct(&decode->region);
	value_member(value, "tv_sec", value_signed(&decode->region, time.tv_sec));
	member_unsigned(decode, value, "tv_nsec", (uint64_t)time.tv_nsec);
	return decode_time_comment(decode, value, time.tv_sec, time.tv_nsec, 9);
}

struct value *decode_struct_timeval_utimes(struct decode *decode, const struct arg_desc *desc,
					   uint64_t raw)
{
	struct __kernel_old_timeval time;
	struct value *value;

	(void)desc;
	if (!decode_copy(decode, raw, &time, sizeof(time)))
		return decode_address(decode, raw);
	value = value_struct(&decode->region);
	value_member(value, "tv_sec", value_signed(&decode->region, time.tv_sec));
	value_member(value, "tv_usec", value_signed(&decode->region, time.tv_usec));
	return decode_time_comment(decode, value, time.tv_sec, time.tv_usec, 6);
}

/* A handle is its size, its type and opaque bytes. */
struct value *decode_file_handle(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct {
		uint32_t bytes;
		int32_t type;
	} header, given;
	struct value *value, *size, *data;

	if (!raw || !decode->verbose)
		return decode_address(decode, raw);
	decode->side = DECODE_IN;
	if (!decode_copy(decode, raw, &given, sizeof(given)))
		return decode_address(decode, raw);
	header = given;
	value = value_struct(&decode->region);
	size = value_unsigned(&decode->region, given.bytes);
	if (desc->dir == ARG_IN) {
		value_member(value, "handle_bytes", size);
	} else {
		decode->side = DECODE_OUT;
		if (decode->phase == DECODE_EXIT &&
		    decode_copy(decode, raw, &header, sizeof(header)) &&
		    header.bytes != given.bytes)
			size = value_change(&decode->region, size,
					    value_unsigned(&decode->region, header.bytes));
		value_member(value, "handle_bytes", size);
		if (!decode_succeeded(decode))
			return value;
	}
	value_member(value, "handle_type", value_signed(&decode->region, header.type));
	data = decode_data(decode, raw + sizeof(header), header.bytes < 128 ? header.bytes : 128);
	if (data->kind == VALUE_STRING) {
		data->flags |= VALUE_ESCAPED;
		if (header.bytes > 128)
			data->flags |= VALUE_MORE;
	}
	value_member(value, "f_handle", data);
	return value;
}

struct value *decode_xattr_value(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_bytes(decode, desc, raw);

	/* The size tells of a NUL at the end, which most of those that are text have. */
	if (value->kind == VALUE_STRING && value->count && !(value->flags & VALUE_MORE) &&
	    !value->bytes[value->count - 1])
		value->count--;
	return value;
}

struct value *decode_xattr_list(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	return decode_arg(decode, 2) ? decode_bytes(decode, desc, raw) :
				       decode_address(decode, raw);
}

/* Told when the call is made, and how far it came when it is done: [0] => [10] */
struct value *decode_file_offset(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *arrays[2] = { NULL, NULL };
	uint64_t offset;

	(void)desc;
	for (int i = 0; i < 2; i++) {
		decode->side = i ? DECODE_OUT : DECODE_IN;
		if (!raw || (i && !decode_changed(decode, raw, sizeof(offset))) ||
		    !decode_load(decode, raw, sizeof(offset), true, &offset))
			break;
		arrays[i] = value_array(&decode->region);
		value_add(arrays[i], value_signed(&decode->region, (int64_t)offset));
	}
	if (!arrays[0])
		arrays[0] = decode_address(decode, raw);
	if (arrays[1])
		arrays[0] = value_change(&decode->region, arrays[0], arrays[1]);
	arrays[0]->flags |= VALUE_SPLIT;
	return arrays[0];
}

/* What was asked for, and the limits that there were before, or where they would have come. */
struct value *decode_uring_workers(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	static const struct arg_desc limits = { .param = &xlat_uring_workers };
	struct value *given, *before;

	(void)desc;
	decode->extent = 8;
	decode->side = DECODE_IN;
	if (!raw || decode_arg(decode, 3) != 2 || !decode_bytes_at(decode, raw, 8))
		return decode_address(decode, raw);
	given = decode_indexed(decode, &limits, raw);
	if (decode->phase == DECODE_EXIT) {
		decode->side = DECODE_OUT;
		before = decode_succeeded(decode) && decode_bytes_at(decode, raw, 8) ?
				 decode_indexed(decode, &limits, raw) :
				 decode_address(decode, raw);
		given = value_change(&decode->region, given, before);
	}
	given->flags |= VALUE_SPLIT;
	return given;
}

struct value *decode_fan_dirfd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_atfd(decode, desc, raw);

	if ((int)raw == FAN_NOFD)
		value->text = "FAN_NOFD";
	return value;
}

/* linux/io_uring.h, which older headers lack */
#define UPDATE_SKIP (-2)

struct value *decode_update_fd(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = decode_fd(decode, desc, raw);

	if ((int)raw == UPDATE_SKIP)
		value->text = "IORING_REGISTER_FILES_SKIP";
	return value;
}

struct value *decode_swap_flags(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	struct value *value = value_flags(&decode->region, (uint32_t)raw, "SWAP_FLAG_???");
	uint32_t priority = (uint32_t)raw & SWAP_FLAG_PRIO_MASK;

	(void)desc;
	value->rest &= ~(uint64_t)SWAP_FLAG_PRIO_MASK;
	decode_add_flags(decode, value, &xlat_swap_flags);
	if ((raw & SWAP_FLAG_PREFER) || priority)
		value_flag_name(&decode->region, value,
				region_printf(&decode->region, "%u", priority));
	return value;
}

/* Mounts */

struct value *decode_statmount_text(struct decode *decode, const struct arg_desc *desc,
				    uint64_t raw)
{
	const struct struct_desc *what = decode->scope;
	uint64_t addr = decode->scope_addr + what->size + raw;
	size_t len, limit = decode->options->string_limit;
	const uint8_t *bytes = decode_from(decode, addr, &len), *end;
	struct value *value;

	(void)desc;
	if (!bytes)
		return value_unsigned(&decode->region, raw);
	end = memchr(bytes, 0, len);
	if (end)
		len = (size_t)(end - bytes);
	value = value_bytes(&decode->region, bytes, len < limit ? len : limit);
	if (!end || len > limit)
		value->flags |= VALUE_MORE;
	return value;
}

/* include/uapi/linux/mount.h, newer than some systems' */
struct mount_request {
	uint32_t size, mnt_ns_fd;
	uint64_t mnt_id, param, mnt_ns_id;
};

/* It tells its own size. */
static struct value *mount_request(struct decode *decode, uint64_t addr,
				   const struct xlat_group *param)
{
	struct mount_request request = { 0 };
	struct value *value;
	size_t len;

	if (!decode_copy(decode, addr, &request, offsetof(struct mount_request, mnt_ns_id)))
		return decode_address(decode, addr);
	len = request.size < sizeof(request) ? request.size : sizeof(request);
	if (!decode_copy(decode, addr, &request, len))
		return decode_address(decode, addr);
	value = value_struct(&decode->region);
	value_member(value, "size", value_unsigned(&decode->region, request.size));
	if (request.mnt_ns_fd)
		value_member(value, "mnt_ns_fd", decode_fd_value(decode, (int)request.mnt_ns_fd));
	value_member(value, "mnt_id", value_hex(&decode->region, request.mnt_id));
	value_member(value, "param",
		     param ? decode_group_flags(decode, param, request.param) :
			     value_hex(&decode->region, request.param));
	if (len == sizeof(request))
		value_member(value, "mnt_ns_id", value_hex(&decode->region, request.mnt_ns_id));
	return value;
}

struct value *decode_struct_statmount_req(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	(void)desc;
	return mount_request(decode, raw, &xlat_statmount);
}

struct value *decode_struct_listmount_req(struct decode *decode, const struct arg_desc *desc,
					  uint64_t raw)
{
	(void)desc;
	return mount_request(decode, raw, NULL);
}
