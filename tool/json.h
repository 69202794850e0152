/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Decoded calls as JSON: one object a line, for programs.
 *
 *   number	1234, exact in 64 bits
 *   symbol	{"raw":2,"symbol":"AF_INET"}; without "symbol" if it has no name
 *   flags	{"raw":577,"flags":["O_WRONLY","O_CREAT","O_TRUNC"]}, and "rest":n
 *   address	{"address":"0x7f..."}; null for NULL
 *   string	"text", each byte that is not of valid UTF-8 as U+DC80 to U+DCFF (an
 *		escaped lone surrogate, as Python's surrogateescape: 0xDC00 + byte);
 *		{"string":"text","more":true} if it was cut; "abstract":true is added to
 *		the name of a socket outside the file system
 *   array, set	[...]; {"elements":[...],"more":true} if cut; a set of all but its
 *		members: {"except":[...]}
 *   struct	{"member":...}, with "...":true if members were left out; a fraction
 *		is one, too: {"numerator":1,"denominator":30}
 *   call	{"function":"makedev","arguments":[...]}
 *   descriptor	3, or {"fd":3,"refers":"..."}; {"fd":-100,"symbol":"AT_FDCWD"};
 *		pid likewise with "command"
 *   change	{"before":...,"after":...}
 *   comment	{"value":...,"comment":"..."}
 */
#ifndef SELF_PTRACE_TOOL_JSON_H
#define SELF_PTRACE_TOOL_JSON_H

#include "buffer.h"
#include "decode/decode.h"
#include "value.h"

/*
 * A whole call, newline included:
 * {"time":1700000000.000000001,"pid":1,"name":"close","args":{"fd":3},"result":0,"duration":...}
 */
void json_call(struct buffer *buffer, const struct decoded *decoded, const struct call *call,
	       int tid);
void json_value(struct buffer *buffer, const struct value *value);
/* A quoted and escaped string. */
void json_string(struct buffer *buffer, const void *bytes, size_t len);

#endif
