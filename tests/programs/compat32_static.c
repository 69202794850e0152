// SPDX-License-Identifier: LGPL-2.1-or-later
/* build: -m32 -idirafter /usr/include/x86_64-linux-gnu -static -pthread */
#include "compat32.c"
