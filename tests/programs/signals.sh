#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: --- SIGSEGV \{si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x10\} ---
"$BIN/signals"
"$BIN/signals" | cat
