/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What decoding yields and printers print: a tree of values.  Decoders
 * (tool/decode/) build it and print nothing; text.c and json.c print it and
 * know no system call.
 *
 * Values live in a region that is reset before the next call: nobody frees a
 * value.  What they point at is in the region too, or static, or belongs to
 * the struct call that was decoded; all of it is valid until that reset.
 */
#ifndef SELF_PTRACE_TOOL_VALUE_H
#define SELF_PTRACE_TOOL_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Memory that is given back all at once. Zero-initialise. */
struct region {
	struct region_chunk *chunks;
	struct region_chunk *current;
	uint8_t *free;
	size_t left;
};

/* Never NULL (out of memory ends the tool); aligned for any value; not cleared. */
void *region_alloc(struct region *region, size_t size);
char *region_string(struct region *region, const char *string, size_t len);
char *region_printf(struct region *region, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void region_reset(struct region *region); /* keeps the storage */
void region_free(struct region *region);

enum value_kind {
	VALUE_SIGNED, /* raw is an int64_t */
	VALUE_UNSIGNED,
	VALUE_ADDRESS, /* a pointer, or what is printed as one: zero is NULL */
	VALUE_WORD,    /* symbol stands for itself, there is no number: "Timeout", "???" */
	VALUE_SYMBOL,  /* raw and its name (symbol), NULL if it has none */
	VALUE_FLAGS,   /* raw, as names[count] and a rest */
	VALUE_SET,     /* children, members of a set: [INT TERM], ~[RTMIN] */
	VALUE_STRING,  /* bytes[count]: text or data */
	VALUE_ARRAY,   /* children */
	VALUE_STRUCT,  /* named children */
	VALUE_CALL,    /* text is the function, children its arguments: htons(80) */
	VALUE_FD,      /* raw; what it refers to, if known, is bytes[count] */
	VALUE_PID,     /* raw; its command's name, if known, is bytes[count] */
	VALUE_CHANGE,  /* two children: before => after */
	VALUE_COMMENT, /* one child, and text about it for the reader */
	VALUE_CHOICE,  /* two children: as it is, and what that means: by the style of constants */
	VALUE_PARTS,   /* children: what a number is made of, for text; first of a CHOICE */
	VALUE_LIST,    /* children without brackets: "name value, name value" */
};

enum value_base {
	BASE_DECIMAL,
	BASE_UNSIGNED, /* decimal, where the kind would make it signed */
	BASE_HEX,      /* zero is a plain 0 */
	BASE_OCTAL,    /* likewise */
	BASE_MODE,     /* octal of three digits at least: 000, 0644 */
};

enum value_flag {
	/* Of any value */
	VALUE_BARE =
		1 << 0, /* member or note whose name text omits; argument that a comment does */
	VALUE_NAMED = 1 << 1, /* argument, or what became of a member, whose name text prints too */

	/* Of an argument: when it is known. Without any of these: at entry. */
	VALUE_AT_EXIT = 1 << 2,	   /* not before the call returns */
	VALUE_LATE_COMMA = 1 << 3, /* with AT_EXIT: an unfinished call ends before the comma */
	VALUE_SPLIT = 1 << 4,	   /* a CHANGE: its first child at entry, the second at exit */

	/* Of a member: what its struct has more, text tells before it */
	VALUE_GAP = 1 << 3,

	/* Of one kind */
	VALUE_MORE = 1 << 5,	  /* ARRAY, SET, STRUCT, STRING: not all of it, "..." in text */
	VALUE_INVERTED = 1 << 6,  /* SET: what is not in it is listed */
	VALUE_NAMING = 1 << 7,	  /* COMMENT: a constant's name: not told of raw constants */
	VALUE_REST = 1 << 7,	  /* FLAGS: the rest is told even if zero: S_IFREG|000, NEXT|0 */
	VALUE_PATH = 1 << 8,	  /* STRING: a file's name */
	VALUE_ESCAPED = 1 << 9,	  /* STRING: every byte as \x.., whatever the options */
	VALUE_UNQUOTED = 1 << 10, /* STRING: no quotes in text */
	VALUE_DELETED = 1 << 11,  /* FD: its file has no name any more */
	VALUE_ABSTRACT = 1 << 12, /* STRING: a name outside the file system: @"bus" */
	/* SYMBOL: a way to write raw, no name: told in every style; CHOICE: in all but raw;
	 * CALL: unknown names within it are numbers, where it is itself a comment */
	VALUE_FORM = 1 << 13,
	VALUE_VERBATIM = 1 << 14, /* FD: nothing is to be escaped in what it refers to */
	VALUE_FRACTION = 1 << 15, /* STRUCT: of two members, which text tells as 1/30 */
};

struct value {
	uint8_t kind;	    /* enum value_kind */
	uint8_t base;	    /* enum value_base: of raw, or of the rest of FLAGS */
	uint16_t flags;	    /* enum value_flag */
	uint32_t count;	    /* of children, names or bytes */
	const char *name;   /* as an argument or a member; NULL if it has none */
	struct value *next; /* sibling */
	uint64_t raw;
	union {
		struct { /* kinds with children */
			struct value *first;
			struct value *last;
		};
		struct { /* FLAGS */
			const char **names;
			uint64_t rest; /* bits of raw without a name */
		};
		const char *symbol;
		const uint8_t *bytes;
	};
	/*
	 * CALL: the function.  COMMENT: what it says.  FD: its name, if it is none
	 * that was opened (AT_FDCWD), or NULL.  FLAGS: of which group a rest
	 * is ("O_???"), or NULL.  SYMBOL: the same where symbol is NULL; else a
	 * shorter name to print in text, or NULL.
	 */
	const char *text;
};

struct value *value_new(struct region *region, enum value_kind kind);
struct value *value_signed(struct region *region, int64_t number);
struct value *value_unsigned(struct region *region, uint64_t number);
struct value *value_hex(struct region *region, uint64_t number);
struct value *value_octal(struct region *region, uint64_t number);
struct value *value_address(struct region *region, uint64_t address);
struct value *value_word(struct region *region, const char *word);
/* missing, such as "AF_???", is told where symbol is NULL. */
struct value *value_symbol(struct region *region, uint64_t raw, const char *symbol,
			   const char *missing);
/* raw, told as form, whatever the style of constants. */
struct value *value_form(struct region *region, uint64_t raw, const char *form);
struct value *value_flags(struct region *region, uint64_t raw, const char *missing);
/* bytes are not copied. */
struct value *value_bytes(struct region *region, const void *bytes, size_t len);
struct value *value_fd(struct region *region, int fd);
struct value *value_pid(struct region *region, int pid);
struct value *value_array(struct region *region);
struct value *value_struct(struct region *region);
struct value *value_set(struct region *region);
struct value *value_list(struct region *region);
struct value *value_call(struct region *region, const char *function);
struct value *value_change(struct region *region, struct value *before, struct value *after);
struct value *value_choice(struct region *region, struct value *plain, struct value *meaning);
struct value *value_comment(struct region *region, struct value *about, const char *text);

/* Appends child, or the chain of siblings that it begins, and returns it. */
struct value *value_add(struct value *parent, struct value *child);
/* Likewise, as member name. */
struct value *value_member(struct value *parent, const char *name, struct value *child);
/* Adds a name to FLAGS. */
void value_flag_name(struct region *region, struct value *flags, const char *name);

#endif
