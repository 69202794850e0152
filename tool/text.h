/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Decoded calls as text, in strace's format.  A line is
 *
 *	text_entry		openat(AT_FDCWD, "/etc/passwd", O_RDONLY
 *	text_exit		)
 *	the caller's padding
 *	text_result		= 3
 *
 * so that <unfinished ...> and <... resumed> can come between.
 */
#ifndef SELF_PTRACE_TOOL_TEXT_H
#define SELF_PTRACE_TOOL_TEXT_H

#include "buffer.h"
#include "decode/decode.h"
#include "value.h"

enum text_constants { TEXT_ABBREV, TEXT_VERBOSE, TEXT_RAW };			     /* -X */
enum text_hex { TEXT_HEX_NONE, TEXT_HEX_CHARS, TEXT_HEX_UNPRINTABLE, TEXT_HEX_ALL }; /* -x, -xx */

/* Zero is strace's default. */
struct text_style {
	enum text_constants constants;
	enum text_hex hex;
	bool arg_names; /* -N */
};

/*
 * Name, parenthesis and the arguments known at entry; a comma at the end if
 * more follow.  Returns how far it came, for text_exit.
 */
unsigned text_entry(struct buffer *buffer, const struct text_style *style,
		    const struct decoded *decoded);
/* The arguments from there on, and the closing parenthesis. */
void text_exit(struct buffer *buffer, const struct text_style *style, const struct decoded *decoded,
	       unsigned entered);
/* "= 3", "= -1 ENOENT (No such file or directory)", "= 0 (Timeout)"; no newline. */
void text_result(struct buffer *buffer, const struct text_style *style,
		 const struct decoded *decoded);

/* One value alone: siginfo's struct, for example. */
void text_value(struct buffer *buffer, const struct text_style *style, const struct value *value);

#endif
