#!/bin/bash
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: --- SIGCHLD \{si_signo=SIGCHLD, si_code=CLD_STOPPED
# What bash says besides tells pids.
exec 2>/dev/null

sleep 1000 &
pid=$!
kill -STOP $pid
until grep -q "^State:.T" "/proc/$pid/status"; do :; done
kill -TERM $pid
kill -CONT $pid
wait $pid
echo "ended: $?"

set -m
bash -c 'trap "echo trapped" CONT; kill -STOP $$; exit 9'
echo "stopped in the foreground: $?"
fg >/dev/null
echo "continued: $?"
bash -c 'kill -STOP $$; cat | cat; exit 10' </dev/null
echo "stopped in the foreground: $?"
bg >/dev/null
wait -f
echo "waited: $?"
(sleep 1000; true) | cat &
pid=$!
kill -TERM -- "-$(jobs -p %+)"
wait $pid
echo "group: $?"
