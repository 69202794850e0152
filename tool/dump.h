/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* -e read=, -e write=: what went through a descriptor, in hexadecimal and as text. */
#ifndef SELF_PTRACE_TOOL_DUMP_H
#define SELF_PTRACE_TOOL_DUMP_H

#include "buffer.h"
#include "call.h"
#include "options.h"

/* Bytes of one buffer that are captured for a dump; what is beyond is not shown. */
#define DUMP_LIMIT (1u << 20)

/* Whole lines, behind that of the call; none if it moved no data that is wanted. */
void dump_call(struct buffer *buffer, const struct options *options, const struct call *call);

#endif
