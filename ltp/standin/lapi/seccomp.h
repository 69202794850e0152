/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What LTP has for old headers; kernel/check has the kernel's own. */
#include <linux/seccomp.h>
