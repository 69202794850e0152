// SPDX-License-Identifier: LGPL-2.1-or-later
#include "table_names.h"

#include <stddef.h>

/* What tool/match.c knows arguments by; the rows above have none of them. */
const struct struct_desc struct_pollfd;
struct value *decode_path(struct decode *decode, const struct arg_desc *desc, uint64_t raw)
{
	(void)decode;
	(void)desc;
	(void)raw;
	return NULL;
}
decode_fn decode_fd __attribute__((alias("decode_path")));
decode_fn decode_atfd __attribute__((alias("decode_path")));
decode_fn decode_fdset __attribute__((alias("decode_path")));
decode_fn decode_array __attribute__((alias("decode_path")));
