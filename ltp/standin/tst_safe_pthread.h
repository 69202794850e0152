/* SPDX-License-Identifier: GPL-2.0-or-later */
/* In the stand-in it is part of the other header. */
#include "tst_test.h"
