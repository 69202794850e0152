/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What decoders share.  Where a function takes an address, it yields the bare
 * pointer if the bytes there were not captured.
 */
#ifndef SELF_PTRACE_TOOL_DECODE_KINDS_H
#define SELF_PTRACE_TOOL_DECODE_KINDS_H

#include "decode.h"
#include "table_names.h"

#include <string.h>

/* Memory, as of decode->side */

/* The bytes at [addr, addr + len), NULL if not all of them were captured. Unaligned. */
const void *decode_bytes_at(struct decode *decode, uint64_t addr, size_t len);
/* From addr on: how many there are (0: none). */
const uint8_t *decode_from(struct decode *decode, uint64_t addr, size_t *ret_len);
/* Of the piece at addr: how many bytes there really were; of a vector 8 for each pointer. */
uint64_t decode_total(struct decode *decode, uint64_t addr);
/* A copy of [addr, addr + len); false if not captured. */
bool decode_copy(struct decode *decode, uint64_t addr, void *to, size_t len);
/* Of size bytes at addr: as many as were given, in a struct that can be given in part. */
size_t decode_given(const struct decode *decode, uint64_t addr, size_t size);
/* A little-endian number of 1, 2, 4 or 8 bytes; 0 is what was not given. */
bool decode_load(struct decode *decode, uint64_t addr, size_t size, bool is_signed, uint64_t *ret);
uint64_t decode_cut(uint64_t raw, size_t size, bool is_signed);

/* The call */

static inline uint64_t decode_arg(const struct decode *decode, unsigned pos)
{
	return decode->call->args[pos];
}

/* The call is done and succeeded. */
bool decode_succeeded(const struct decode *decode);
/* Content at addr shall not be shown: NULL, not verbose, or an output that was never made. */
bool decode_hidden(const struct decode *decode, uint64_t addr);
/* Both captures have [addr, addr + size), and they differ. */
bool decode_differs(struct decode *decode, uint64_t addr, size_t size);
/* Likewise, and the call succeeded. */
bool decode_changed(struct decode *decode, uint64_t addr, size_t size);
/* The count that desc names; false: not known (yet). */
bool decode_count(struct decode *decode, const struct arg_desc *desc, uint64_t *ret);
/* Of an array, no more than the first of its elements. */
void decode_cut_array(struct value *array, uint32_t count);
/* A number with its name, or with what it comes to, as a comment. */
struct value *decode_named(struct decode *decode, struct value *number, const char *name);
/* What became of value, which is told with its name, too. */
struct value *decode_change_again(struct decode *decode, const char *name, struct value *value,
				  struct value *after);
/* Elements of an array shown: all, or as many as strings have bytes. */
uint64_t decode_shown(const struct decode *decode, uint64_t count);
/* A note in parentheses behind the result; label NULL: without one. */
void decode_note(struct decode *decode, const char *label, struct value *value);

/* Values */

struct value *decode_address(struct decode *decode, uint64_t addr);
struct value *decode_group_flags(struct decode *decode, const struct xlat_group *group,
				 uint64_t raw);
/* Appends the names in group of the bits in value->rest, which loses them. */
void decode_add_flags(struct decode *decode, struct value *value, const struct xlat_group *group);
struct value *decode_group_enum(struct decode *decode, const struct xlat_group *group,
				uint64_t raw);
/* The scalar or the memory at addr that desc describes. */
struct value *decode_element(struct decode *decode, const struct arg_desc *desc, uint64_t addr);
/* A generic struct by its fields; a pointer if it was not captured. */
struct value *decode_fields(struct decode *decode, const struct struct_desc *desc, uint64_t addr);
/* Of a struct that is given shorter than it is known here, what there is of it. */
struct value *decode_fields_within(struct decode *decode, const struct struct_desc *desc,
				   uint64_t addr, uint64_t size);
/*
 * count elements of size bytes at addr: element() is called for each address,
 * NULL from it ends the array with the bare pointer.
 */
typedef struct value *element_fn(struct decode *decode, const void *context, uint64_t addr);
struct value *decode_elements_at(struct decode *decode, uint64_t addr, uint64_t count, size_t size,
				 element_fn *element, const void *context);

/* len bytes of data at addr, cut to -s. */
struct value *decode_data(struct decode *decode, uint64_t addr, uint64_t len);
/* A NUL-terminated string, cut to limit bytes. */
struct value *decode_text(struct decode *decode, uint64_t addr, size_t limit);
/* Bytes of a fixed array up to a NUL, in a copy. */
struct value *decode_char_array(struct decode *decode, const void *bytes, size_t len);
struct value *decode_signal_value(struct decode *decode, int64_t signo);
struct value *decode_sigset_bytes(struct decode *decode, const uint8_t *bytes, size_t len);
struct value *decode_fd_value(struct decode *decode, int64_t fd);
struct value *decode_dev_value(struct decode *decode, uint64_t dev);
struct value *decode_time_comment(struct decode *decode, struct value *value, int64_t sec,
				  int64_t fraction, int digits);
enum iovec_content { IOVEC_ADDRESSES, IOVEC_DATA, IOVEC_PACKET };
struct value *decode_iovecs(struct decode *decode, uint64_t addr, uint64_t count, uint64_t limit,
			    enum iovec_content content);
/* 0x with all digits of size bytes. */
struct value *decode_wide_hex(struct decode *decode, uint64_t number, unsigned size);
/* A value, and 12.34 s as a comment, of ticks as times() has them */
struct value *decode_ticks(struct decode *decode, struct value *value, int64_t ticks);
/* __NR_read; a number that no call has stays one */
struct value *decode_call_name(struct decode *decode, uint32_t arch, uint32_t nr);
/* function(argument) */
struct value *decode_call_of(struct decode *decode, const char *function, struct value *arg);
struct value *decode_copied(struct decode *decode, const void *bytes, size_t len);
/* Likewise, every byte as \x.. */
struct value *decode_escaped(struct decode *decode, const void *bytes, size_t len);
/* What went through a socket: messages of netlink, or data. */
struct value *decode_packet_at(struct decode *decode, uint64_t addr, uint64_t len);
/* inet_addr("..."), or inet_pton(AF_INET6, "..."), with a variable if that is not NULL */
struct value *decode_inet_at(struct decode *decode, uint64_t addr, int family,
			     const char *variable);
/* if_nametoindex("lo"); a number where there is no such interface */
struct value *decode_interface(struct decode *decode, unsigned index);
struct value *decode_sockaddr_at(struct decode *decode, uint64_t addr, uint64_t len);

static inline void member_unsigned(struct decode *decode, struct value *parent, const char *name,
				   uint64_t number)
{
	value_member(parent, name, value_unsigned(&decode->region, number));
}

static inline void member_signed(struct decode *decode, struct value *parent, const char *name,
				 int64_t number)
{
	value_member(parent, name, value_signed(&decode->region, number));
}

static inline void member_hex(struct decode *decode, struct value *parent, const char *name,
			      uint64_t number)
{
	value_member(parent, name, value_hex(&decode->region, number));
}

#endif
