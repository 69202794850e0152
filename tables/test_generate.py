#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the generator makes of small tables, and what it says of wrong ones."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import generate  # noqa: E402
import language  # noqa: E402

KINDS = """\
int: scalar 4s~ -
size: scalar 8~ - as uint
fd: scalar 4s -
mode: scalar 2~ -
addr: scalar 8 -
flags[group]: scalar 4~ -
enum[group]: scalar 4~ -
path: scalar 8 PATH
bytes[count]: scalar 8 BYTES
struct[struct; count?]: memory 0 FIXED
ptr[kind]: scalar 8 FIXED
array[kind; count]: scalar 8 ARRAY
sockaddr[count]: scalar 8 ARRAY 1
iovec[count]: scalar 8 IOVEC:IOVEC_ONLY
msgbuf[count]: scalar 8 BYTES after8
nodemask[count]: scalar 8 ARRAY bits
nested[attributes]: memory 0 -
elements[kind; count]: memory 0 -
trailing[kind; count]: memory 0 ARRAY as elements
"""
STRUCTS = """\
pair = struct pair { first: int, text=second: path, rest: size !verbose }
blob = struct blob own
list = size 16 { number@0: int, items@8: trailing[int; number] }
task = size 16 within task grows { number@0: inout int, name@8: out bytes[number] !pointer !later }
either = size 16 { kind@0: int, path@8: path ?kind=F_GET ?kind&F_SET, in@0: struct[list] }
"""
ROWS = """\
read(fd: fd, buf: out bytes[ret], count: size) -> size %desc
open(path: path, flags: flags[open], mode: mode ?flags&O_CREAT) -> fd %file %desc
"""
XLAT = """\
[open] flags "O_???"
O_RDONLY / O_ACCMODE
O_RDWR / O_ACCMODE
O_CREAT
[cmd] enum
F_SET
F_GET
"""
NETLINK = """\
route = messages cmd { F_SET: pair[link], F_GET: pair }
link = attributes F_ { F_GET: nested[link], F_SET: int }
"""
CALLS = """\
0 read u32 ptr u64
2 open ptr i32 u16
"""
VALUES = """\
F_GET 0x1 x.h
F_SET 0x2 x.h
O_ACCMODE 0x3 x.h
O_CREAT 0x40 x.h
O_RDONLY 0 x.h
O_RDWR 0x2 x.h
"""
LAYOUTS = """\
blob 24
pair 24
pair.first 0 4
pair.second 8 8
pair.rest 16 8
"""


class Case(unittest.TestCase):
    def setUp(self) -> None:
        self.directory = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        (self.directory / "xlat").mkdir()
        for name, text in (("kinds.tbl", KINDS), ("structs.tbl", STRUCTS), ("syscalls.tbl", ROWS),
                           ("xlat/all.in", XLAT), ("netlink.tbl", NETLINK), ("linux-6.12.calls", CALLS),
                           ("i386.tbl", ""), ("linux-6.12.i386", ""),
                           ("linux-6.12.values", VALUES), ("linux-6.12.layouts", LAYOUTS)):
            self.put(name, text)

    def put(self, name: str, text: str) -> None:
        (self.directory / name).write_text(text)

    def add_call(self, row: str, types: str, name: str = "other") -> None:
        self.put("linux-6.12.calls", f"{CALLS}7 {name} {types}\n")
        self.put("syscalls.tbl", f"{ROWS}{row}\n")

    def generate(self) -> dict[str, str]:
        return generate.generate(self.directory)

    def captures(self, call: str) -> list[str]:
        """What is generated for the agent, blanks made single."""
        text = self.generate()["capture_table.h"]
        return [" ".join(line.split("}")[0].strip(" \t{").split())
                for line in text.splitlines() if line.endswith(f"}}, /* {call} */")
                and not line.startswith("\t[")]

    def fails(self, file: str, line: int, message: str) -> None:
        with self.assertRaises(language.TableError) as caught:
            self.generate()
        self.assertEqual(str(caught.exception), f"{self.directory / file}:{line}: {message}")


class Good(Case):
    def test_open(self) -> None:
        self.assertEqual(self.captures("open"), [
            "CAPTURE_PATH, CAPTURE_ENTER, 0, COUNT_CONST, 0, 0xff, 0, 0x0, 0x0,".rstrip(",")])
        text = self.generate()["syscall_table.c"]
        self.assertIn('.name = "mode", .decode = decode_mode, .size = 2, .count = COUNT_NONE, '
                      ".pos = 2, .cond = { COND_ANY, 1, 0x40u, 0x0u }", text)

    def test_read(self) -> None:
        self.assertEqual(self.captures("read"), [
            "CAPTURE_BYTES, CAPTURE_EXIT_OK, 1, COUNT_RET, 0, 0xff, 0, 0x0, 0x0"])

    def test_struct_with_pointer(self) -> None:
        self.add_call("other(p: struct[pair]) -> err", "ptr")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_FIXED, CAPTURE_ENTER, 0, COUNT_CONST, 24, 0xff, 0, 0x0, 0x0",
            "CAPTURE_PATH | CAPTURE_INDIRECT, CAPTURE_ENTER, 0, COUNT_CONST, 0, 0xff, 1, 0x0, 0x0"])

    def test_struct_of_given_size(self) -> None:
        self.add_call("other(p: struct[blob; size], size: size) -> err", "ptr u64")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_ARRAY, CAPTURE_ENTER, 0, COUNT_ARG0 + 1, 1, 0xff, 0, 0x0, 0x0"])

    def test_what_follows_a_struct(self) -> None:
        self.add_call("other(p: struct[list]) -> err", "ptr")
        self.assertEqual(self.captures("other")[1:], [
            "CAPTURE_ARRAY, CAPTURE_ENTER, 0, COUNT_AT32_0 + 0, 4, 0xff, 1, 0x0, 0x0"])

    def test_member_by_member(self) -> None:
        self.add_call("other(p: inout struct[task; size], size: size) -> err", "ptr u64")
        self.assertEqual(self.captures("other")[1:], [
            "CAPTURE_BYTES | CAPTURE_INDIRECT, CAPTURE_EXIT_OK, 0, COUNT_AT32_0 + 0, 0, 0xff, 1, "
            "0x0, 0x0"])
        table = self.generate()["syscall_table.c"]
        self.assertIn('.within = "task", .grows = true, .by_member = true', table)
        self.assertIn(".offset = 8, .later = true, .pointer = true }", table)

    def test_what_is_told_of_a_call_that_fails(self) -> None:
        self.put("structs.tbl", STRUCTS + "done = size 8 { n@0: int, told@0: outintr trailing[int; 2] !hidden }\n"
                 "ask = size 8 becomes done changed { n@0: inout int !always !again, m@4: int !few !gap }\n")
        self.add_call("other(p: inout struct[ask]) -> err", "ptr")
        self.assertIn("CAPTURE_FIXED, CAPTURE_EXIT_ANY, 0, COUNT_CONST, 8, 0xff, 0, 0x0, 0x0", self.captures("other"))
        table = self.generate()["syscall_table.c"]
        self.assertIn(".becomes = &struct_done, .changed = true", table)
        self.assertIn(".offset = 0, .again = true, .always = true", table)
        self.assertIn(".offset = 4, .few = true, .gap = true", table)

    def test_what_a_struct_becomes(self) -> None:
        (self.directory / "structs.tbl").write_text(
            STRUCTS + "ask = size 16 becomes list { number@0: int !hidden, n@4: size !done }\n")
        self.add_call("other(p: inout struct[ask], n: int) -> err", "ptr i32")
        self.assertEqual(self.captures("other")[1:], [
            "CAPTURE_ARRAY, CAPTURE_EXIT_OK, 0, COUNT_AT32_0 + 0, 4, 0xff, 1, 0x0, 0x0"])
        self.assertIn(".becomes = &struct_list", self.generate()["syscall_table.c"])

    def test_members_of_another_struct(self) -> None:
        (self.directory / "structs.tbl").write_text(
            STRUCTS + "get = size 16 { n@0: int, rest@0: out struct[list] !spread !done, "
                      "u.m@4: int }\n")
        self.add_call("other(p: inout struct[get], n: int) -> err", "ptr i32")
        self.assertEqual(self.captures("other")[1:], [
            "CAPTURE_ARRAY, CAPTURE_EXIT_OK, 0, COUNT_AT32_0 + 0, 4, 0xff, 1, 0x0, 0x0"])
        table = self.generate()["syscall_table.c"]
        self.assertIn(".done = true, .spread = true }", table)
        self.assertIn('.name = "u.m"', table)

    def test_what_a_failing_call_tells(self) -> None:
        self.add_call("other(p: inoutany struct[pair]) -> err", "ptr")
        self.assertEqual(self.captures("other")[0],
                         "CAPTURE_FIXED, CAPTURE_ENTER | CAPTURE_EXIT_ANY, 0, COUNT_CONST, 24, 0xff, "
                         "0, 0x0, 0x0")
        self.assertIn(".dir = ARG_INOUT", self.generate()["syscall_table.c"])

    def test_array_of_arrays(self) -> None:
        (self.directory / "structs.tbl").write_text(
            STRUCTS + "grid = size 24 { g@0: elements[elements[int; 3]; 2] }\n")
        self.assertIn(".decode = decode_elements, .size = 12, .count = COUNT_CONST",
                      self.generate()["syscall_table.c"])

    def test_shifted_selector_and_a_count_that_is_an_argument(self) -> None:
        (self.directory / "structs.tbl").write_text(
            STRUCTS + "some = size 8 { p@0: array[int; arg0] }\n")
        self.add_call("other(a: int, p: addr) -> err\n"
                      "other{a&~0xff=F_SET<<8}(a: int, p: struct[some]) -> err", "i32 ptr")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_FIXED, CAPTURE_ENTER, 1, COUNT_CONST, 8, 0x0, 0, 0xffffff00, 0x200",
            "CAPTURE_ARRAY | CAPTURE_INDIRECT, CAPTURE_ENTER, 1, COUNT_ARG0 + 0, 4, 0x0, 0, "
            "0xffffff00, 0x200"])

    def test_two_conditions_and_a_struct_in_place(self) -> None:
        self.add_call("other(p: struct[either]) -> err", "ptr")
        self.assertEqual(len(self.captures("other")), 3)
        self.assertIn(".also = { COND_ANY, 0, 0x2u, 0x0u }", self.generate()["syscall_table.c"])

    def test_variant_with_a_second_condition(self) -> None:
        self.add_call("other(a: int, b: int) -> err\nother{a=F_GET ?b=F_SET}(a: int, b: addr) -> err",
                      "i32 i32")
        self.assertIn(".also = { COND_EQUAL, 1, 0xffffffffu, 0x2u }, .desc = &call_other_0",
                      self.generate()["syscall_table.c"])

    def test_length_behind_pointer(self) -> None:
        self.add_call("other(a: out sockaddr[*n], n: inout ptr[int]) -> err", "ptr ptr")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_ARRAY, CAPTURE_EXIT_OK, 0, COUNT_DEREF0 + 1, 1, 0xff, 0, 0x0, 0x0",
            "CAPTURE_FIXED, CAPTURE_ENTER | CAPTURE_EXIT_OK, 1, COUNT_CONST, 4, 0xff, 0, 0x0, 0x0"])

    def test_variants(self) -> None:
        self.add_call("other(cmd: enum[cmd], arg: addr) -> err\n"
                      "other{cmd=F_GET,F_SET}(cmd: enum[cmd], arg: array[int; 2]) -> err", "u32 ptr")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_FIXED, CAPTURE_ENTER, 1, COUNT_CONST, 8, 0x0, 0, 0xffffffff, 0x1",
            "CAPTURE_FIXED, CAPTURE_ENTER, 1, COUNT_CONST, 8, 0x0, 0, 0xffffffff, 0x2"])
        self.assertIn("{ .cond = { COND_EQUAL, 0, 0xffffffffu, 0x2u }, .desc = &call_other_0 }",
                      self.generate()["syscall_table.c"])

    def test_known_at_exit_but_partly_at_entry(self) -> None:
        self.add_call("other(v: out iovec[n], n: int) -> size", "ptr i32")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_IOVEC, CAPTURE_EXIT_OK, 0, COUNT_ARG0 + 1, 0, 0xff, 0, 0x0, 0x0",
            "CAPTURE_IOVEC_ONLY, CAPTURE_ENTER, 0, COUNT_ARG0 + 1, 0, 0xff, 0, 0x0, 0x0"])

    def test_counted_after_a_header(self) -> None:
        self.add_call("other(m: msgbuf[n], n: size) -> err", "ptr u64")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_BYTES, CAPTURE_ENTER, 0, COUNT_ARG0 + 1, 0, 0xff, 1, 0x0, 0x0",
            "CAPTURE_FIXED, CAPTURE_ENTER, 0, COUNT_CONST, 8, 0xff, 0, 0x0, 0x0"])

    def test_count_of_bits(self) -> None:
        self.add_call("other(m: nodemask[n], n: size) -> err", "ptr u64")
        self.assertEqual(self.captures("other"), [
            "CAPTURE_ARRAY, CAPTURE_ENTER, 0, COUNT_BITS0 + 1, 1, 0xff, 0, 0x0, 0x0"])

    def test_position(self) -> None:
        self.add_call("other(late@1: path, early@0: int) -> err !named", "i32 ptr")
        text = self.generate()["syscall_table.c"]
        self.assertIn(".named = true", text)
        self.assertLess(text.index('"late"'), text.index('"early"'))
        self.assertEqual(self.captures("other"), [
            "CAPTURE_PATH, CAPTURE_ENTER, 1, COUNT_CONST, 0, 0xff, 0, 0x0, 0x0"])

    def test_enum_is_sorted_for_search(self) -> None:
        text = self.generate()["xlat_table.c"]
        self.assertLess(text.index("sorted_cmd"), text.rindex('"F_GET"'))
        self.assertLess(text.rindex('"F_GET"'), text.rindex('"F_SET"'))

    def test_classes(self) -> None:
        self.assertIn("%desc open read\n", self.generate()["classes.txt"])

    def test_continued_line(self) -> None:
        self.put("syscalls.tbl", ROWS.replace(", mode: ", ",\n\tmode: ") + "# end\n")
        self.generate()


class Bad(Case):
    def test_missing_row(self) -> None:
        self.put("syscalls.tbl", ROWS.splitlines()[0] + "\n")
        self.fails("syscalls.tbl", 1, "no row for open (number 2)")

    def test_unknown_call(self) -> None:
        self.put("syscalls.tbl", ROWS + "opne(path: path) -> fd\n")
        self.fails("syscalls.tbl", 3, "unknown call 'opne': linux-6.12 has none of this name")

    def test_two_rows(self) -> None:
        self.put("syscalls.tbl", ROWS + ROWS.splitlines()[0] + "\n")
        self.fails("syscalls.tbl", 3, f"read has a row at {self.directory}/syscalls.tbl:1 already")

    def test_too_many_arguments(self) -> None:
        self.add_call("other(a: int, b: int) -> err", "i32")
        self.fails("syscalls.tbl", 3, "other: argument 1 of 1 that the kernel has")

    def test_too_few_arguments(self) -> None:
        self.add_call("other(a: int) -> err", "i32 i32 i32")
        self.fails("syscalls.tbl", 3, "other: argument 1 of 3 is in none of its rows")

    def test_unknown_constant(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("O_CREAT", "O_CRAET"))
        self.fails("syscalls.tbl", 2, "unknown constant 'O_CRAET': if the kernel has it, "
                                      "run tables/import")

    def test_unknown_name_in_xlat(self) -> None:
        self.put("xlat/all.in", XLAT + "F_GTE\n")
        self.fails("xlat/all.in", 8, "unknown constant 'F_GTE': if the kernel has it, "
                                     "run tables/import")

    def test_same_value_twice(self) -> None:
        self.put("xlat/all.in", XLAT + "F_TEG = F_GET\n")
        self.fails("xlat/all.in", 8, "'F_TEG' is the same as 'F_GET' in 'cmd'")

    def test_flag_of_zero(self) -> None:
        self.put("xlat/all.in", XLAT.replace("O_RDONLY / O_ACCMODE", "O_RDONLY"))
        self.fails("xlat/all.in", 2, "'O_RDONLY' is 0: a flag that is none needs / all or the mask "
                                     "of its field")

    def test_empty_group(self) -> None:
        self.put("xlat/all.in", XLAT + "[none] enum\n")
        self.fails("xlat/all.in", 8, "group 'none' is empty")

    def test_unknown_kind(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("fd: fd", "fd: dirfd"))
        self.fails("syscalls.tbl", 1, "unknown kind 'dirfd'")

    def test_wrong_parameters(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("bytes[ret]", "bytes"))
        self.fails("syscalls.tbl", 1, "'bytes' takes [count], not 0 parameters")

    def test_unknown_group(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("flags[open]", "flags[opne]"))
        self.fails("syscalls.tbl", 2, "no group 'opne' in xlat/")

    def test_unknown_struct(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("bytes[ret]", "struct[stat]"))
        self.fails("syscalls.tbl", 1, "no struct 'stat' in structs.tbl")

    def test_unknown_count(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("bytes[ret]", "bytes[cont]"))
        self.fails("syscalls.tbl", 1, "read: no argument 'cont'")

    def test_unknown_class(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("%desc", "%dsec", 1))
        self.fails("syscalls.tbl", 1, "read: unknown class '%dsec'")

    def test_unknown_result(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("-> size", "-> ssize"))
        self.fails("syscalls.tbl", 1, "read: unknown result 'ssize'")

    def test_unknown_mark(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("%desc\n", "%desc !loud\n", 1))
        self.fails("syscalls.tbl", 1, "read: unknown mark '!loud'")

    def test_syntax(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("-> size", "size"))
        self.fails("syscalls.tbl", 1, "expected '->' before 'size'")

    def test_variant_before_its_row(self) -> None:
        self.put("syscalls.tbl", ROWS + "close{fd=1}(fd: fd) -> err\nclose(fd: fd) -> err\n")
        self.put("linux-6.12.calls", CALLS + "3 close u32\n")
        self.fails("syscalls.tbl", 3, "close: its row without {...} must come first")

    def test_condition_never_true(self) -> None:
        self.put("syscalls.tbl", ROWS.replace("?flags&O_CREAT", "?flags&O_CREAT=O_RDWR"))
        self.fails("syscalls.tbl", 2, "open: flags=0x2 is never true under its mask 0x40")

    def test_two_at_one_position(self) -> None:
        self.add_call("other(a: int, b@0: int) -> err", "i32 i32")
        self.fails("syscalls.tbl", 3, "other: two arguments at one position")

    def test_compat(self) -> None:
        self.put("i386.tbl", "fetch = read\nseek(fd: fd, offset: int !pair) -> int\n")
        self.put("linux-6.12.i386", "1 fetch 3\n2 seek 3\n3 read 3\n")
        text = self.generate()["syscall_table.c"]
        self.assertIn('.name = "fetch", .nr = 1', text)
        self.assertIn('.name = "read", .nr = 3', text)
        self.assertIn(".pairs = 0x2,", text)

    def test_compat_arity(self) -> None:
        self.put("i386.tbl", "seek(fd: fd, offset: int) -> int\n")
        self.put("linux-6.12.i386", "2 seek 3\n")
        self.fails("i386.tbl", 1, "seek: i386 has 3 arguments")

    def test_compat_unknown(self) -> None:
        self.put("i386.tbl", "seek(fd: fd) -> int\n")
        self.fails("i386.tbl", 1, "unknown call 'seek': i386 has none of this name")

    def test_compat_without_row(self) -> None:
        self.put("linux-6.12.i386", "2 seek 1\n")
        self.fails("i386.tbl", 1, "no row for seek (number 2)")

    def test_no_layout(self) -> None:
        self.put("structs.tbl", STRUCTS.replace("first: int", "frist: int"))
        self.fails("structs.tbl", 1, "pair.frist has no layout: misspelt, or run tables/import")

    def test_bad_kind_line(self) -> None:
        self.put("kinds.tbl", KINDS + "what ever\n")
        self.fails("kinds.tbl", 20, "not a kind: 'what ever'")


class Netlink(Case):
    """Messages and attributes."""

    def bad(self, line: str, message: str) -> None:
        self.put("netlink.tbl", NETLINK + line + "\n")
        self.fails("netlink.tbl", 3, message)

    def test_attributes_are_sorted_and_may_nest(self) -> None:
        text = self.generate()["syscall_table.c"]
        self.assertIn('{ "F_GET", 1, { .decode = decode_nested, .size = 0, .count = COUNT_NONE, '
                      ".param = &attributes_link, .form = FORM_MEMORY } },\n"
                      '\t{ "F_SET", 2, { .decode = decode_int,', text)
        self.assertIn("\t{ 1, &struct_pair, NULL },\n\t{ 2, &struct_pair, &attributes_link },\n", text)

    def test_names_that_are_expressions(self) -> None:
        self.put("xlat/all.in", XLAT + "[bits] flags\n1<<F_SET\n[less] enum\nF_SET-1\n")
        text = self.generate()["xlat_table.c"]
        self.assertIn('{ "1<<F_SET", 0x4u, 0x4u }', text)
        self.assertIn('{ "F_SET-1", 0x1u,', text)

    def test_errors(self) -> None:
        self.bad("x = attributes F_ { F_NONE }",
                 "unknown constant 'F_NONE': if the kernel has it, run tables/import")
        self.bad("x = attributes F_ { F_GET, F_GET }", "'F_GET' has the number of another attribute")
        self.bad("x = attributes F_ { F_GET: what }", "unknown kind 'what'")
        self.bad("x = attributes F_ { F_GET: nested[none] }", "no attributes 'none' in netlink.tbl")
        self.bad("link = attributes F_ { F_GET }", "attributes 'link' are there already")
        self.bad("x = messages none { F_GET: pair }", "no group 'none' in xlat/")
        self.bad("x = messages cmd { F_GET: none }", "no struct 'none' in structs.tbl")
        self.bad("x = messages cmd { F_GET: pair[none] }", "no attributes 'none'")
        self.bad("x = messages cmd { F_GET: pair, F_GET: pair }", "'F_GET' is there already")
        self.bad("x = things { }", "'things' is neither 'attributes' nor 'messages'")


class RealTables(unittest.TestCase):
    """The tables of this tree."""

    files: dict[str, str]

    @classmethod
    def setUpClass(cls) -> None:
        cls.files = generate.generate(HERE)

    def test_every_call_has_a_row(self) -> None:
        calls = language.read_calls(HERE / "linux-6.12.calls")
        self.assertEqual(len(calls), 375)
        for name in calls:
            self.assertIn(f"= &call_{name},", self.files["syscall_table.c"])

    def test_names_of_indices_have_no_hole(self) -> None:
        tables = generate.read_tables(HERE)
        groups = {str(entry.kind.params[0]) for some in tables.attributes.values()
                  for entry in some.entries if entry.kind.name in ("indexed", "indexed64")}
        self.assertTrue(groups)
        for name in groups:
            values = sorted(entry.value for entry in generate.entries_of(tables, tables.groups[name]))
            self.assertEqual(values, list(range(values[0], values[-1] + 1)), name)

    def test_agent_gets_plain_numbers(self) -> None:
        self.assertNotIn('"', self.files["capture_table.h"])
        self.assertNotIn("&", self.files["capture_table.h"])

    def test_no_row_is_bare_hex(self) -> None:
        """A call that Linux has says more of its arguments than that they are numbers."""
        calls = language.read_calls(HERE / "linux-6.12.calls")
        bare = []
        for row in language.read_rows(HERE / "syscalls.tbl"):
            kinds = {arg.kind.name for arg in row.args}
            if calls[row.name].types and kinds and kinds <= {"hex", "hex64"}:
                bare.append(row.name)
        self.assertEqual(bare, ["sysfs", "set_tid_address", "rseq"])  # as strace

    def test_text_is_ascii_and_free_of_trigraphs(self) -> None:
        for name, text in self.files.items():
            self.assertTrue(text.isascii(), name)
            self.assertIsNone(re.search(r"\?\?[=/'()!<>-]", text), name)


if __name__ == "__main__":
    unittest.main()
