#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# The tool dies of what the program died of.
echo before
kill -9 $$
echo after
