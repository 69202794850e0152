#!/bin/bash
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# trace: --- SIGUSR1 \{si_signo=SIGUSR1, si_code=SI_USER, si_pid=\d+, si_uid=\d+\} ---
# trace: exited with 3
seq 1 1000 | grep 7 | sort -rn | head -n 3 | tr '\n' ' '
echo
for i in 1 2 3; do (exit $i) & wait $!; echo "child $i: $?"; done
trap 'echo trapped USR1' USR1
kill -USR1 $$
trap 'echo trapped CHLD' CHLD
(exit 4)
true | (exit 5)
trap - CHLD
echo "${PIPESTATUS[@]}"
cat <(echo one) <(echo two)
# The variables go when it ends.
coproc { while read -r line; do echo "co: $line"; done; }
echo hello >&"${COPROC[1]}"
read -r line <&"${COPROC[0]}"
echo "$line"
input=${COPROC[1]} pid=$COPROC_PID
exec {input}>&-
wait "$pid"
cat <<END
here $((6 * 7)) $(printf %s substituted "$(printf %s twice)")
END
ulimit -c 0
{ bash -c 'kill -SEGV $$'; } 2>/dev/null
echo "killed: $?"
bash -c 'trap "" TERM; kill -TERM $$; echo ignored'
bash -c 'trap "echo at exit" EXIT; exit 6'
echo "status $?"
set -o pipefail
yes | head -n 1
echo "pipefail $?"
no-such-command
echo "status $?"
exit 3
