/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the agent copies of a call's memory.  tables/generate.py makes these
 * operations from tables/syscalls.tbl; agent/capture.c carries them out.
 * An operation never fails the call: memory that cannot be read yields nothing.
 */
#ifndef SELF_PTRACE_ABI_CAPTURE_H
#define SELF_PTRACE_ABI_CAPTURE_H

#include <stdint.h>

enum capture_op {
	CAPTURE_PATH,	    /* NUL-terminated, up to PATH_MAX */
	CAPTURE_STRING,	    /* NUL-terminated, up to the string limit (-s) + 1 */
	CAPTURE_BYTES,	    /* count bytes, up to the string limit */
	CAPTURE_FIXED,	    /* size bytes, whole or nothing */
	CAPTURE_ARRAY,	    /* count elements of size bytes; at most ARRAY_LIMIT bytes */
	CAPTURE_IOVEC,	    /* count struct iovec, and what they point at (bytes, to -s each) */
	CAPTURE_IOVEC_ONLY, /* the same without what they point at */
	CAPTURE_MSGHDR,	    /* struct msghdr with name, iovecs, data, control */
	CAPTURE_MMSGHDR,    /* count struct mmsghdr, likewise */
	CAPTURE_ARGV,	    /* NULL-terminated vector of pointers, and the strings */
	CAPTURE_ENVP,	    /* the vector; its strings only under CONTROL_CAPTURE_ENV */
	CAPTURE_IOCTL,	    /* _IOC_SIZE(args[1]) bytes by _IOC_DIR; legacy numbers by table */
	CAPTURE_FDSET,	    /* count bits, rounded up to 8 bytes */
	CAPTURE_PACKET,	    /* count bytes of a socket, up to the string limit; all of netlink's */
	CAPTURE_IOCBS, /* count pointers to struct iocb, these, and what those that write, write */
	CAPTURE_CONTROLS, /* count struct v4l2_ext_control, and what those with a size point at */
	CAPTURE_STRINGS,  /* count pointers, and the strings that they point at */
	CAPTURE_BPF_INFO, /* count bytes of struct bpf_..._info; at exit what it points at, too */

	/*
	 * A bit beside any of the above: the pointer is not args[arg] but the u64
	 * at args[arg] + 8 * at (sock_fprog.filter).  The struct itself has been
	 * captured by an operation before; a count may be a field of it (COUNT_AT*).
	 * Without this bit, what is copied begins at args[arg] + 8 * at (msgbuf.mtext).
	 */
	CAPTURE_INDIRECT = 0x80,
};

/* When: at entry, at exit if the call succeeded, at exit in any case. */
enum capture_when { CAPTURE_ENTER = 1, CAPTURE_EXIT_OK = 2, CAPTURE_EXIT_ANY = 4 };

/* Where a count comes from. */
enum capture_count {
	COUNT_ARG0 = 0,	      /* .. COUNT_ARG0 + 5: the argument's value */
	COUNT_RET = 6,	      /* the result */
	COUNT_CONST = 7,      /* the op's constant: size is the whole */
	COUNT_DEREF0 = 8,     /* .. + 5: the u32 that argument points at (socklen_t *) */
	COUNT_DEREF64_0 = 16, /* .. + 5: the u64 that argument points at */
	COUNT_BITS0 = 24,   /* .. + 5: that argument is in bits: bytes are (value + 63) / 64 * 8 */
	COUNT_AT8_0 = 0x20, /* .. + 31: the byte at args[arg] + n */
	/* Fields of the struct at args[arg]: */
	COUNT_AT64_0 = 0x40, /* .. + 63: the u64 at args[arg] + 8 * n */
	COUNT_AT32_0 = 0x80, /* .. + 63: the u32 at args[arg] + 4 * n */
	COUNT_AT16_0 = 0xc0, /* .. + 62: the u16 at args[arg] + 2 * n */
};

/*
 * Whether bytes of a socket, total of them, begin as messages of netlink do: with a
 * length and flags that can be, or with what udev's begin with.  Others may look so too.
 */
static inline int capture_is_netlink(const uint32_t header[4], uint64_t total)
{
	uint32_t len = header[0], flags = header[1] >> 16;

	if (header[0] == 0x7562696c && header[1] == 0x00766564) /* "libudev" */
		return 1;
	return len >= 16 && len <= total && !(flags & ~0x0f3fu);
}

#define CAPTURE_ARRAY_LIMIT 32768u /* glibc's getdents64 buffer: strace counts its entries */
#define CAPTURE_PATH_LIMIT 4096u

/* cond: the operation applies only where (args[cond_arg] & mask) == value. */
struct capture {
	uint8_t op;	  /* enum capture_op */
	uint8_t when;	  /* enum capture_when, ORed */
	uint8_t arg;	  /* the pointer: args[arg] */
	uint8_t count;	  /* enum capture_count */
	uint16_t size;	  /* of an element, or of the whole */
	uint8_t cond_arg; /* 0xff: no condition */
	uint8_t at;	  /* an offset in 8 bytes: see CAPTURE_INDIRECT */
	uint32_t cond_mask;
	uint32_t cond_value;
};

struct capture_row {
	uint16_t first; /* index into capture_ops */
	uint8_t count;
	uint8_t enter; /* 1: at least one op at entry */
};

/* Generated, included once by agent/capture.c. */
extern const struct capture capture_ops[];
extern const struct capture_row capture_rows[]; /* by x86_64 number, [0, CAPTURE_ROWS) */

#endif
