#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares what the tables say with an installed strace: which call is in which class, and the
names of flags and constants and their order.  strace shows calls that a seccomp filter refuses,
so that nothing is done.  Names that this strace does not know yet are passed over.

    tables/check_strace.py [COMPILER...]

Exits with 77 (skipped) where strace cannot be used."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate  # noqa: E402

# Makes the calls given as lines "number arg0 ... arg5", all refused with ENOSYS.
PROGRAM = r"""
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX 65536
static unsigned long calls[MAX][7];

int main(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[5]) + 4),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0x5afe0000, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 38),
	};
	struct sock_fprog program = { sizeof(filter) / sizeof(filter[0]), filter };
	char line[1024];
	int count = 0;

	while (count < MAX && fgets(line, sizeof(line), stdin)) {
		char *word = strtok(line, " \n");

		for (int i = 0; word && i < 7; i++, word = strtok(NULL, " \n"))
			calls[count][i] = strtoull(word, NULL, 0);
		count++;
	}
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ||
	    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program))
		return 1;
	for (int i = 0; i < count; i++)
		syscall(calls[i][0], calls[i][1], calls[i][2], calls[i][3], calls[i][4],
			calls[i][5], calls[i][6]);
	syscall(SYS_exit_group, 0, 0, 0, 0, 0, 0x5afe000000000000);
}
"""
# rt_sigreturn and restart_syscall do not return here, uretprobe is an illegal instruction.
NOT_CALLED = {"rt_sigreturn", "restart_syscall", "uretprobe"}


def skip(message: str) -> None:
    print(message)
    sys.exit(77)


@dataclass
class Strace:
    program: Path
    output: Path

    def lines(self, calls: list[str], options: list[str]) -> list[str]:
        """strace's lines after the filter is set."""
        command = ["strace", "-a1", "-o", str(self.output), *options, str(self.program)]
        subprocess.run(command, input="\n".join(calls) + "\n", text=True, capture_output=True)
        lines = self.output.read_text(errors="replace").splitlines()
        return [line for line in lines if "ENOSYS" in line]


def compare_classes(strace: Strace, calls: list[generate.Call]) -> list[str]:
    numbers = [str(c.fact.number) for c in calls if c.fact.name not in NOT_CALLED]
    known = {name_of(line) for line in strace.lines(numbers, [])}
    wrong = []
    for name in generate.CLASSES:
        theirs = {name_of(line) for line in strace.lines(numbers, ["-e", f"trace=%{name}"])}
        ours = {c.fact.name for c in calls if name in c.base.row.classes}
        for call in sorted((ours ^ theirs) & known):
            if not call.startswith("syscall_0x"):
                wrong.append(f"%{name}: {call} is in {'ours' if call in ours else 'strace'} only")
    return wrong


def name_of(line: str) -> str:
    return line.split("(", 1)[0]


@dataclass
class Probe:
    call: str
    group: str
    shown: int  # which of the arguments shown
    expected: list[str]
    line: str  # what to call


def names_of(entries: list[generate.Entry], value: int) -> list[str]:
    names = []
    for entry in entries:
        if value & entry.mask == entry.value:
            names.append(entry.name)
            value &= ~entry.mask
    return names


def probes(tables: generate.Tables, calls: list[generate.Call]) -> list[Probe]:
    found = []
    for call in calls:
        if call.fact.types is None or call.fact.name in NOT_CALLED:
            continue
        for row in [call.base, *call.variants]:
            found += probes_of_row(tables, row)
    return found


def probes_of_row(tables: generate.Tables, row: generate.CallRow) -> list[Probe]:
    found = []
    shown = [d for d, a in zip(row.args, row.row.args) if "hidden" not in a.marks]
    for index, desc in enumerate(shown):
        if desc.group is None or desc.element or desc.decoder not in ("flags", "enum"):
            continue
        entries = generate.entries_of(tables, tables.groups[desc.group])
        values = [entry.value for entry in entries]
        if desc.decoder == "flags":
            values.append((1 << 8 * desc.size) - 1)
        for value in dict.fromkeys(values):
            args = [0] * 6
            if row.selector and row.selector.arg != desc.position:
                args[row.selector.arg] = (row.selector.values or [row.selector.mask])[0]
            elif row.selector:
                continue
            args[desc.position] = value
            expected = (names_of(entries, value) if desc.decoder == "flags"
                        else [e.name for e in entries if e.value == value])
            found.append(Probe(row.row.name, desc.group, index, expected,
                               " ".join(map(str, [row.number, *args]))))
    return found


def arguments(line: str) -> list[str]:
    """Split at commas outside of all brackets."""
    text = line.split("(", 1)[1].rsplit(")", 2)[0]
    depth, parts = 0, [""]
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


def compare_names(strace: Strace, tables: generate.Tables, calls: list[generate.Call]) -> list[str]:
    found = probes(tables, calls)
    lines = strace.lines([probe.line for probe in found], [])
    if len(lines) != len(found):
        return [f"{len(found)} calls made, {len(lines)} shown"]
    wrong = []
    for probe, line in zip(found, lines):
        parts = arguments(line)
        if line.startswith("syscall_0x") or probe.shown >= len(parts):
            continue
        text = re.sub(r"\d+<<\w+|/\*.*?\*/", "", parts[probe.shown])
        theirs = [n for n in re.findall(r"[A-Z_]\w*(?:<<\d+)?(?: or \w+)*", text) if not n[0].isdigit()]
        # Those it does not know it shows as numbers.
        ours = [name for name in probe.expected if name in theirs]
        if theirs != ours and not re.fullmatch(r"\s*0x\w+\s*", text):
            wrong.append(f"{probe.call}: {probe.group}: {'|'.join(probe.expected)} is "
                         f"{'|'.join(theirs)} to strace")
    return list(dict.fromkeys(wrong))


def main() -> None:
    compiler = sys.argv[1:] or ["cc"]
    if not shutil.which("strace"):
        skip("no strace here")
    tables = generate.read_tables(HERE)
    calls = generate.resolve_calls(tables, HERE / "syscalls.tbl")
    with tempfile.TemporaryDirectory() as directory:
        strace = Strace(Path(directory) / "program", Path(directory) / "output")
        subprocess.run([*compiler, "-w", "-x", "c", "-o", str(strace.program), "-"], check=True,
                       input=PROGRAM, text=True)
        if not strace.lines(["39"], []):
            skip("strace or seccomp does not work here")
        wrong = compare_classes(strace, calls) + compare_names(strace, tables, calls)
    if wrong:
        sys.exit("\n".join(wrong))
    print("classes and names are strace's")


if __name__ == "__main__":
    main()
