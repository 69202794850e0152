/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* --tips: a hint about the tool itself, at its end. */
#ifndef SELF_PTRACE_TOOL_TIPS_H
#define SELF_PTRACE_TOOL_TIPS_H

#include "options.h"

/* On stderr; nothing without --tips. */
void tips_show(const struct options *options);

#endif
