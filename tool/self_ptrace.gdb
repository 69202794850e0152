# SPDX-License-Identifier: LGPL-2.1-or-later
# For gdb on a program that self_ptrace traces: gdb -x .../share/self_ptrace/self_ptrace.gdb -p PID
# The program's calls come to the agent in it by SIGSYS; a stop for each would be one too many.
handle SIGSYS nostop noprint pass
