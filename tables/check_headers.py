#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Compares linux-6.12.values with the installed kernel headers, which are
older or newer: a static assertion for each name that both know.

    tables/check_headers.py [COMPILER...]"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import language  # noqa: E402

KERNEL = f"linux-{language.KERNEL}"
DIRECTORIES = [Path("/usr/include"), Path("/usr/include/x86_64-linux-gnu")]
PREAMBLE = ["linux/types.h", "linux/ioctl.h", "linux/fcntl.h", "linux/termios.h", "linux/netlink.h",
            "linux/fiemap.h", "linux/major.h", "linux/atmioc.h"]

# Indices that older kernels count differently: it was 5, where OUTREQUESTS is now.
MOVED = {"IPSTATS_MIB_OUTPKTS"}


def names_by_header() -> dict[str, dict[str, str]]:
    headers: dict[str, dict[str, str]] = {}
    for _, (name, value, header) in language.fact_lines(HERE / f"{KERNEL}.values"):
        if not header.startswith("include/"):
            headers.setdefault(header, {})[name] = value
    return headers


def installed_text(header: str) -> str | None:
    """The header's text and that of the generic one that it may include."""
    names = [header, header.replace("asm/", "asm-generic/", 1)]
    found = [d / n for n in names for d in DIRECTORIES if (d / n).exists()]
    return "".join(path.read_text(errors="replace") for path in found) if found else None


def assertions(names: dict[str, str], text: str) -> list[str]:
    lines = []
    words = set(re.findall(r"\w+", re.sub(r"/\*.*?\*/", "", text, flags=re.S)))
    for name, value in sorted(names.items()):
        if name in words and name not in MOVED:
            lines.append(f'_Static_assert((unsigned)({name}) == (unsigned){value}u, "{name}");')
    return lines


def check(compiler: list[str], header: str, lines: list[str]) -> list[str]:
    """The names that differ."""
    includes = "".join(f"#include <{h}>\n" for h in [*PREAMBLE, header])
    program = includes + "\n".join(lines) + "\n"
    done = subprocess.run([*compiler, "-w", "-x", "c", "-fsyntax-only", "-"], input=program,
                          text=True, capture_output=True)
    return re.findall(r'static.assert(?:ion)? failed.* "(\w+)"', done.stderr)


def main() -> None:
    compiler = sys.argv[1:] or ["cc"]
    compared = 0
    differing = []
    for header, names in sorted(names_by_header().items()):
        text = installed_text(header)
        if text is None:
            continue
        lines = assertions(names, text)
        compared += len(lines)
        differing += [f"{name} of <{header}>" for name in check(compiler, header, lines)]
    print(f"{compared} values compared with the installed headers")
    if differing:
        sys.exit("differ: " + ", ".join(differing))


if __name__ == "__main__":
    main()
