/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* strace's -e inject= and -e fault=, compiled to the rules that the agent carries out. */
#ifndef SELF_PTRACE_TOOL_TAMPER_H
#define SELF_PTRACE_TOOL_TAMPER_H

#include "../abi/tamper.h"
#include "filter.h"

/*
 * Adds what stands after the "=" to *tamper, which is made at the first time;
 * free() it.  Of several rules for a call the last one counts.  -EINVAL:
 * error->text is set.
 */
int tamper_parse(struct tamper **tamper, const char *expr, bool fault, struct filter_error *error);

#endif
