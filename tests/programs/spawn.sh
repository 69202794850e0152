#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
"$BIN/spawn"
