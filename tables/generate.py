#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes the tables in C from the tables in text.

    tables/generate.py OUTPUT-DIRECTORY [--tables DIRECTORY] [--depfile FILE]

writes what the agent needs to capture (capture_table.h), what the tool needs to decode
(table_names.h, xlat_table.c, syscall_table.c) and what the manual lists (classes.txt).
An error in a table ends it with FILE:LINE: what is wrong."""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import language as lang  # noqa: E402
from language import TableError  # noqa: E402

KERNEL = f"linux-{lang.KERNEL}"

RETURNS = {
    "err": "INT", "int": "INT", "size": "INT", "off": "INT", "key": "INT", "uint": "UINT",
    "hex": "HEX", "octal": "OCTAL", "fd": "FD", "addr": "ADDR", "pid": "PID", "none": "NONE",
    "id": "ID",
}
INTERRUPTS = {
    "nohand": "NOHAND", "block": "BLOCK", "timed": "TIMED", "eintr": "EINTR",
    "restartnointr": "ALWAYS",
}
INTERRUPT_ERRORS = {
    "RESTART": "ERESTARTSYS", "ALWAYS": "ERESTARTNOINTR", "NOHAND": "ERESTARTNOHAND",
    "BLOCK": "ERESTART_RESTARTBLOCK", "EINTR": "EINTR",
}
# As after % in -e trace=%file; the names in C are CLASS_*.
CLASSES = {
    "file": "FILE", "desc": "DESC", "network": "NETWORK", "process": "PROCESS",
    "signal": "SIGNAL", "ipc": "IPC", "memory": "MEMORY", "creds": "CREDS", "clock": "CLOCK",
    "stat": "STAT", "lstat": "LSTAT", "fstat": "FSTAT", "%stat": "STAT_LIKE",
    "statfs": "STATFS", "fstatfs": "FSTATFS", "%statfs": "STATFS_LIKE", "pure": "PURE",
}
CLASS_ALIASES = {"network": "net"}
PAIRS = {"pair", "riap"}  # of 64 bits, in two registers of 32
FIELD_MARKS = {"verbose", "later", "pointer", "elided", "done", "hidden", "nonzero", "spread", "always",
               "again", "few", "gap"}
ROW_MARKS = {*INTERRUPTS, "named", "decode", "packed"}
DIRECTIONS = {
    "in": "IN", "out": "OUT", "outpos": "OUT_POSITIVE", "outintr": "OUT_INTERRUPTED",
    "inout": "INOUT", "inoutany": "INOUT", "inaux": "IN_AUX",
}
WHEN = {
    "in": "CAPTURE_ENTER", "out": "CAPTURE_EXIT_OK", "outpos": "CAPTURE_EXIT_OK",
    "outintr": "CAPTURE_EXIT_ANY", "inout": "CAPTURE_ENTER | CAPTURE_EXIT_OK",
    "inoutany": "CAPTURE_ENTER | CAPTURE_EXIT_ANY",
    "inaux": "CAPTURE_ENTER | CAPTURE_EXIT_OK",
}
# A member that is known at exit only, of a struct that is known before.
EXIT_ONLY = {"out": "CAPTURE_EXIT_OK", "outintr": "CAPTURE_EXIT_ANY"}
TYPE_SIZES = {"u8": 1, "u16": 2, "i32": 4, "u32": 4, "i64": 8, "u64": 8, "ptr": 8}
ALL = (1 << 64) - 1
RESULT = 6  # stands for the result where a position in args[] is meant


@dataclass
class Tables:
    kinds: dict[str, lang.Kind]
    structs: dict[str, lang.Struct]
    rows: list[lang.Row]
    groups: dict[str, lang.Group]
    attributes: dict[str, lang.Attributes]
    messages: dict[str, lang.Messages]
    calls: dict[str, lang.CallFact]
    values: dict[str, int]
    layouts: dict[str, tuple[int, int]]
    compat_rows: list[lang.CompatRow]
    compat_calls: dict[str, tuple[int, int | None]]
    files: list[Path]


def read_tables(directory: Path) -> Tables:
    facts = {name: directory / f"{KERNEL}.{name}" for name in ("calls", "i386", "values", "layouts")}
    sources = {name: directory / f"{name}.tbl" for name in ("kinds", "structs", "syscalls", "i386")}
    sources["netlink"] = directory / "netlink.tbl"
    xlat = directory / "xlat"
    return Tables(lang.read_kinds(sources["kinds"]), lang.read_structs(sources["structs"]),
                  lang.read_rows(sources["syscalls"]), lang.read_groups(xlat),
                  *lang.read_netlink(sources["netlink"]),
                  lang.read_calls(facts["calls"]), lang.read_values(facts["values"]),
                  lang.read_layouts(facts["layouts"]),
                  lang.read_compat_rows(sources["i386"]), lang.read_compat_calls(facts["i386"]),
                  [*facts.values(), *sources.values(), *sorted(xlat.glob("*.in"))])


# Constants


def constant(tables: Tables, place: lang.Place, expression: str) -> int:
    """NAME|NAME, numbers, a leading ~ for the complement, 1<<(NAME-1); 64 bits."""
    shifted = re.fullmatch(r"(1<<)?\(?(\w+?)(-1)?\)?", expression)
    if shifted and (shifted[1] or shifted[3]):
        number = constant(tables, place, shifted[2]) - bool(shifted[3])
        return 1 << number if shifted[1] else number
    inverted = expression.startswith("~")
    value = 0
    for term in expression.removeprefix("~").replace(" ", "").split("|"):
        name, _, shift = term.partition("<<")
        if name[:1].isdigit():
            value |= int(name, 0) << int(shift or 0)
        elif name in tables.values:
            value |= tables.values[name] << int(shift or 0)
        else:
            raise TableError(place, f"unknown constant '{term}': if the kernel has it, "
                                    "run tables/import")
    return value ^ ALL if inverted else value & ALL


@dataclass
class Entry:
    name: str
    value: int
    mask: int


def entries_of(tables: Tables, group: lang.Group) -> list[Entry]:
    entries: list[Entry] = []
    places: dict[tuple[int, int], lang.Name] = {}
    for name in group.names:
        value = constant(tables, name.place, name.value)
        if group.is_enum:
            mask = ALL
        elif name.mask == "all":
            mask = ALL
        elif name.mask:
            mask = constant(tables, name.place, name.mask)
        else:
            mask = value
        if not group.is_enum and mask == 0:
            raise TableError(name.place, f"'{name.name}' is 0: a flag that is none needs / all "
                                         "or the mask of its field")
        if (value, mask) in places:
            raise TableError(name.place, f"'{name.name}' is the same as "
                                         f"'{places[value, mask].name}' in '{group.name}'")
        places[value, mask] = name
        entries.append(Entry(name.name, value, mask))
    if not entries:
        raise TableError(group.place, f"group '{group.name}' is empty")
    return entries


# What a kind, an argument, a field means


@dataclass
class Condition:
    test: str  # ANY, EQUAL
    arg: int
    mask: int
    values: list[int]


@dataclass
class Count:
    code: str  # an expression of enum capture_count or COUNT_FIELD0 + n
    limit: int = 0  # of a constant one


NO_COUNT = Count("COUNT_NONE")


@dataclass
class Desc:
    """One struct arg_desc."""

    name: str | None
    decoder: str
    size: int
    position: int = 0
    direction: str = "in"
    form: str = "scalar"
    is_signed: bool = False
    count: Count = field(default_factory=lambda: NO_COUNT)
    condition: Condition | None = None
    group: str | None = None
    struct: str | None = None
    attributes: str | None = None
    element: "Desc | None" = None
    kind: lang.Kind | None = None


@dataclass
class Scope:
    """What the names in a row or a struct refer to."""

    place: lang.Place
    what: str  # "fcntl", "struct timespec": for messages
    names: dict[str, int]  # argument: position; field: index
    sizes: dict[str, int]  # in bytes
    is_struct: bool = False
    pointees: dict[str, int] = field(default_factory=dict)  # sizes of what ptr arguments point at

    def find(self, name: str) -> int:
        if name not in self.names:
            raise TableError(self.place, f"{self.what}: no argument '{name}'" if not self.is_struct
                             else f"{self.what}: no field '{name}'")
        return self.names[name]


def condition_of(tables: Tables, scope: Scope, parsed: lang.Condition) -> Condition:
    arg = scope.find(parsed.subject)
    bits = (1 << 8 * scope.sizes[parsed.subject]) - 1
    mask = constant(tables, scope.place, parsed.mask) & bits if parsed.mask else bits
    values = [constant(tables, scope.place, v) & bits for v in parsed.values]
    for value in values:
        if value & ~mask:
            raise TableError(scope.place, f"{scope.what}: {parsed.subject}={value:#x} is never true "
                                          f"under its mask {mask:#x}")
    return Condition("EQUAL" if values else "ANY", arg, mask, values)


def count_of(scope: Scope, parsed: str) -> Count:
    if parsed[0].isdigit():
        return Count("COUNT_CONST", int(parsed, 0))
    if scope.is_struct:
        # The names of the call's own arguments are no use to a struct.
        if argument := re.fullmatch(r"arg([0-5])", parsed):
            return Count(f"COUNT_ARG0 + {argument[1]}")
        return Count(f"COUNT_FIELD0 + {scope.find(parsed)}")
    if parsed == "ret":
        return Count("COUNT_RET")
    if parsed.startswith("*"):
        name = parsed[1:]
        wide = "64_" if scope.pointees.get(name, 4) == 8 else ""
        return Count(f"COUNT_DEREF{wide}0 + {scope.find(name)}")
    return Count(f"COUNT_ARG0 + {scope.find(parsed)}")


def kind_of(tables: Tables, place: lang.Place, use: lang.KindUse) -> lang.Kind:
    if use.name not in tables.kinds:
        raise TableError(place, f"unknown kind '{use.name}'")
    kind = tables.kinds[use.name]
    required = [p for p in kind.params if not p.endswith("?")]
    if not len(required) <= len(use.params) <= len(kind.params):
        raise TableError(place, f"'{use.name}' takes [{'; '.join(kind.params)}], "
                                f"not {len(use.params)} parameters")
    return kind


def struct_size(tables: Tables, struct: lang.Struct) -> int:
    if struct.size is not None:
        return struct.size
    if struct.c_name not in tables.layouts:
        raise TableError(struct.place, f"struct {struct.c_name} has no layout: run tables/import")
    return tables.layouts[struct.c_name][1]


def describe(tables: Tables, scope: Scope, use: lang.KindUse, size: int | None) -> Desc:
    """size: of the prototype's argument or the struct's member; None: of an element."""
    kind = kind_of(tables, scope.place, use)
    desc = Desc(None, kind.decoder, kind.size, form=kind.form, is_signed=kind.is_signed, kind=kind)
    if size is not None and (kind.adapts or kind.size == 0):
        desc.size = size
    for wanted, given in zip(kind.params, use.params):
        apply_parameter(tables, scope, desc, wanted.rstrip("?"), given)
    if not desc.size and desc.element and desc.count.limit:
        desc.size = desc.element.size * desc.count.limit
    return desc


def apply_parameter(tables: Tables, scope: Scope, desc: Desc, wanted: str,
                    given: lang.KindUse | str) -> None:
    if wanted == "kind":
        use = given if isinstance(given, lang.KindUse) else lang.KindUse(given)
        desc.element = describe(tables, scope, use, None)
        return
    if not isinstance(given, str):
        raise TableError(scope.place, f"'{given.name}[...]' is not a {wanted}")
    if wanted == "count":
        desc.count = count_of(scope, given)
    elif wanted == "group":
        if given not in tables.groups:
            raise TableError(scope.place, f"no group '{given}' in xlat/")
        desc.group = given
    elif wanted == "struct":
        if given not in tables.structs:
            raise TableError(scope.place, f"no struct '{given}' in structs.tbl")
        desc.struct = given
        desc.size = struct_size(tables, tables.structs[given])
    elif wanted == "attributes":
        if given not in tables.attributes:
            raise TableError(scope.place, f"no attributes '{given}' in netlink.tbl")
        desc.attributes = given
    else:
        raise TableError(scope.place, f"kinds.tbl: unknown parameter '{wanted}'")


# Structs


@dataclass
class Field:
    desc: Desc
    offset: int
    marks: set[str]
    also: Condition | None


def fields_of(tables: Tables, struct: lang.Struct) -> list[Field]:
    what = f"struct {struct.name}"
    scope = Scope(struct.place, what, {f.name: i for i, f in enumerate(struct.fields)}, {},
                  is_struct=True)
    places = [field_place(tables, struct, f) for f in struct.fields]
    scope.sizes = {f.name: size or 8 for f, (_, size) in zip(struct.fields, places)}
    fields = []
    for parsed, (offset, size) in zip(struct.fields, places):
        desc = describe(tables, scope, parsed.kind, size)
        desc.name, desc.direction = parsed.name, parsed.direction
        if parsed.condition:
            desc.condition = single(scope, condition_of(tables, scope, parsed.condition))
        also = single(scope, condition_of(tables, scope, parsed.also)) if parsed.also else None
        if unknown := parsed.marks - FIELD_MARKS:
            raise TableError(struct.place, f"{what}: unknown mark '!{unknown.pop()}'")
        fields.append(Field(desc, offset, parsed.marks, also))
    return fields


def field_place(tables: Tables, struct: lang.Struct, parsed: lang.Arg) -> tuple[int, int | None]:
    """Offset and size; size None: as its kind has it."""
    if parsed.offset is not None:
        return parsed.offset, None
    name = f"{struct.c_name}.{parsed.member or parsed.name}"
    if name not in tables.layouts:
        raise TableError(struct.place, f"{name} has no layout: misspelt, or run tables/import")
    return tables.layouts[name]


def single(scope: Scope, condition: Condition) -> Condition:
    if len(condition.values) > 1:
        raise TableError(scope.place, f"{scope.what}: this condition can have one value only")
    return condition


# Calls


@dataclass
class CallRow:
    """One struct syscall_desc."""

    row: lang.Row
    number: int
    args: list[Desc]
    aux: Desc | None
    selector: Condition | None
    also: Condition | None = None


@dataclass
class Call:
    fact: lang.CallFact
    base: CallRow
    variants: list[CallRow]
    symbol: str = ""  # in C


def positions_of(row: lang.Row) -> list[int]:
    positions = [i if a.position is None else a.position for i, a in enumerate(row.args)]
    if len(set(positions)) != len(positions):
        raise TableError(row.place, f"{row.name}: two arguments at one position")
    return positions


def scope_of(tables: Tables, row: lang.Row, fact: lang.CallFact) -> Scope:
    positions = positions_of(row)
    names = {arg.name: position for arg, position in zip(row.args, positions)}
    if len(names) != len(row.args):
        raise TableError(row.place, f"{row.name}: two arguments of one name")
    sizes = {name: prototype_size(row, fact, position) for name, position in names.items()}
    sizes |= {arg.name: 8 for arg in row.args if arg.marks & PAIRS}
    scope = Scope(row.place, row.name, {**names, "ret": RESULT}, {**sizes, "ret": 8})
    for arg in row.args:
        if arg.kind.name == "ptr" and isinstance(arg.kind.params[0], str):
            inner = tables.kinds.get(arg.kind.params[0])
            scope.pointees[arg.name] = inner.size if inner else 4
    return scope


def prototype_size(row: lang.Row, fact: lang.CallFact, position: int) -> int:
    if fact.types is None:
        return 8
    if position >= len(fact.types):
        raise TableError(row.place, f"{row.name}: argument {position} of {len(fact.types)} "
                                    "that the kernel has")
    return TYPE_SIZES[fact.types[position]]


def resolve_row(tables: Tables, row: lang.Row, fact: lang.CallFact) -> CallRow:
    scope = scope_of(tables, row, fact)
    if row.ret not in RETURNS:
        raise TableError(row.place, f"{row.name}: unknown result '{row.ret}'")
    check_names(row)
    args = []
    for arg in row.args:
        desc = describe(tables, scope, arg.kind, scope.sizes[arg.name])
        desc.name, desc.position, desc.direction = arg.name, scope.names[arg.name], arg.direction
        if arg.condition:
            desc.condition = single(scope, condition_of(tables, scope, arg.condition))
        if unknown := arg.marks - {"hidden"} - PAIRS:
            raise TableError(row.place, f"{row.name}: unknown mark '!{unknown.pop()}'")
        args.append(desc)
    aux = None
    if row.aux:
        aux = describe(tables, scope, row.aux.kind, 8)
        aux.name, aux.position = row.aux.name, RESULT
        if row.aux.condition:
            aux.condition = single(scope, condition_of(tables, scope, row.aux.condition))
    selector = condition_of(tables, scope, row.selector) if row.selector else None
    also = single(scope, condition_of(tables, scope, row.also)) if row.also else None
    return CallRow(row, fact.number, args, aux, selector, also)


def check_names(row: lang.Row) -> None:
    for name in row.classes:
        if name not in CLASSES:
            raise TableError(row.place, f"{row.name}: unknown class '%{name}'")
    if unknown := row.marks - ROW_MARKS:
        raise TableError(row.place, f"{row.name}: unknown mark '!{unknown.pop()}'")
    if len(row.marks & set(INTERRUPTS)) > 1:
        raise TableError(row.place, f"{row.name}: interrupted in two ways")


def resolve_calls(tables: Tables, rows_path: Path) -> list[Call]:
    calls: dict[str, Call] = {}
    for row in tables.rows:
        fact = tables.calls.get(row.name)
        if fact is None:
            raise TableError(row.place, f"unknown call '{row.name}': {KERNEL} has none of this name")
        resolved = resolve_row(tables, row, fact)
        if row.selector:
            add_variant(calls, resolved)
        elif row.name in calls:
            raise TableError(row.place, f"{row.name} has a row at "
                                        f"{calls[row.name].base.row.place} already")
        else:
            calls[row.name] = Call(fact, resolved, [])
    for fact in tables.calls.values():
        if fact.name not in calls:
            raise TableError(lang.Place(str(rows_path), len(rows_path.read_text().splitlines())),
                             f"no row for {fact.name} (number {fact.number})")
    for call in calls.values():
        check_arity(call)
    return sorted(calls.values(), key=lambda call: call.fact.number)


def add_variant(calls: dict[str, Call], resolved: CallRow) -> None:
    row = resolved.row
    if row.name not in calls:
        raise TableError(row.place, f"{row.name}: its row without {{...}} must come first")
    base = calls[row.name].base
    assert row.selector and resolved.selector
    if not any(a.name == row.selector.subject and a.position == resolved.selector.arg
               for a in base.args):
        raise TableError(row.place, f"{row.name}: '{row.selector.subject}' is another argument "
                                    f"at {base.row.place}")
    if row.classes:
        raise TableError(row.place, f"{row.name}: classes belong to the row without {{...}}")
    calls[row.name].variants.append(resolved)


def check_arity(call: Call) -> None:
    if call.fact.types is None:
        return
    seen = {arg.position for row in [call.base, *call.variants] for arg in row.args}
    if missing := set(range(len(call.fact.types))) - seen:
        raise TableError(call.base.row.place, f"{call.fact.name}: argument {min(missing)} of "
                                              f"{len(call.fact.types)} is in none of its rows")


# The 32-bit calls: all arguments have 32 bits, but for those that take two registers


COMPAT_TYPES = ("u32",) * 6


def resolve_compat(tables: Tables, path: Path) -> list[Call]:
    own: dict[str, list[lang.CompatRow]] = {}
    for line in tables.compat_rows:
        own.setdefault(line.name, []).append(line)
    calls = []
    for name, (number, arity) in tables.compat_calls.items():
        lines = [line for line in own.pop(name, []) if line.number is None]
        calls.append(compat_call(tables, path, lines, name, number, arity))
    for line in tables.compat_rows:
        if line.number is not None:
            calls.append(compat_call(tables, path, [line], line.name, line.number, None))
        elif line.name in own:
            raise TableError(line.place, f"unknown call '{line.name}': i386 has none of this name")
    return sorted(calls, key=lambda call: call.fact.number)


def compat_call(tables: Tables, path: Path, lines: list[lang.CompatRow], name: str, number: int,
                arity: int | None) -> Call:
    like = lines[0].like if lines else name
    rows = [line.row for line in lines if line.row]
    if like:
        rows = [replace(row, name=name) for row in tables.rows if row.name == like]
    if not rows:
        raise TableError(lines[0].place if lines else lang.Place(str(path), 1),
                         f"no row for {name} (number {number})")
    fact = lang.CallFact(number, name, COMPAT_TYPES)
    resolved = [resolve_row(tables, row, fact) for row in rows]
    seen = {arg.position for row in resolved for arg in row.args}
    pairs = sum(1 for arg in rows[0].args if arg.marks & PAIRS)
    if "packed" in rows[0].marks:
        pairs = 1 - len(seen)
    if arity is not None and seen != set(range(arity - pairs)):
        raise TableError(rows[0].place, f"{name}: i386 has {arity} arguments")
    return Call(fact, resolved[0], resolved[1:], f"i386_{number}")


# What the agent copies


@dataclass(frozen=True)
class Op:
    op: str
    when: str
    arg: int
    count: str = "COUNT_CONST"
    size: int = 0
    at: int = 0
    cond_arg: int = 0xff
    mask: int = 0
    value: int = 0


def op_of(tables: Tables, place: lang.Place, desc: Desc) -> Op | None:
    """How what desc points at is copied; its place is filled in by the caller."""
    kind = desc.kind
    assert kind
    if kind.capture is None:
        return None
    op, count, size, at = f"CAPTURE_{kind.capture}", desc.count.code, desc.size, 0
    if desc.struct:
        if desc.count is not NO_COUNT:
            op, size = "CAPTURE_ARRAY", 1
        elif tables.structs[desc.struct].partial:
            op = "CAPTURE_ARRAY"
    elif desc.element:
        size = desc.element.size
        if desc.count.code == "COUNT_CONST":
            op, size = "CAPTURE_FIXED", size * desc.count.limit
    elif kind.capture_size == "bits":
        count, size = count.replace("COUNT_ARG0", "COUNT_BITS0"), 1
    elif kind.capture_size == "after8":
        at, size = 1, 0
    else:
        size = int(kind.capture_size or 0)
    if count == "COUNT_NONE":
        count = "COUNT_CONST"
    if size >= 1 << 16:
        raise TableError(place, f"{desc.name}: {size} bytes are too many")
    return Op(op, "", 0, count, size, at)


def ops_of_row(tables: Tables, resolved: CallRow) -> list[Op]:
    ops: list[Op] = []
    for desc in resolved.args:
        op = op_of(tables, resolved.row.place, desc)
        if op is None:
            continue
        condition = capture_condition(desc.condition)
        when = WHEN[desc.direction]
        ops.append(Op(op.op, when, desc.position, op.count, op.size, op.at, **condition))
        assert desc.kind
        if desc.kind.capture_before and desc.direction == "out":
            ops.append(Op(f"CAPTURE_{desc.kind.capture_before}", "CAPTURE_ENTER", desc.position,
                          op.count, op.size, **condition))
        if op.at:
            ops.append(Op("CAPTURE_FIXED", when, desc.position, "COUNT_CONST", 8 * op.at,
                          **condition))
        if desc.struct:
            struct = tables.structs[desc.struct]
            ops += ops_of_struct(tables, struct, desc.position, when, condition)
            if struct.becomes:
                ops += ops_of_struct(tables, tables.structs[struct.becomes], desc.position,
                                     "CAPTURE_EXIT_OK", condition)
    return ops


def ops_of_struct(tables: Tables, struct: lang.Struct, position: int, when: str,
                  condition: dict[str, int], base: int = 0) -> list[Op]:
    """What the pointers in a struct point at, and what follows it."""
    fields = fields_of(tables, struct)
    ops = []
    for member in fields:
        desc, offset = member.desc, base + member.offset
        if desc.form == "memory" and desc.struct and not tables.structs[desc.struct].own:
            ops += ops_of_struct(tables, tables.structs[desc.struct], position,
                                 EXIT_ONLY.get(desc.direction, when), condition, offset)
            continue
        op = op_of(tables, struct.place, desc)
        if op is None or (desc.form == "memory" and desc.kind and not desc.kind.name.startswith("trailing")):
            continue
        if offset % 8 or offset >= 2048:
            raise TableError(struct.place, f"{desc.name}: its offset {offset} is not "
                                           "a multiple of 8 below 2048")
        indirect = "" if desc.form == "memory" else " | CAPTURE_INDIRECT"
        ops.append(Op(f"{op.op}{indirect}", EXIT_ONLY.get(desc.direction, when), position,
                      field_count(struct, fields, op.count, base), op.size, offset // 8,
                      **condition))
    return ops


def field_count(struct: lang.Struct, fields: list[Field], code: str, base: int) -> str:
    if not code.startswith("COUNT_FIELD0"):
        return code
    counted = fields[int(code.split("+")[1])]
    size, offset = counted.desc.size, base + counted.offset
    if size not in (1, 2, 4, 8) or offset % size or offset // size > (31 if size == 1 else 62):
        raise TableError(struct.place, f"{counted.desc.name} cannot be a count for the agent")
    return f"COUNT_AT{size * 8}_0 + {offset // size}"


def capture_condition(condition: Condition | None) -> dict[str, int]:
    """Of struct capture: one mask, one value. Others are left to the decoder."""
    if condition is None or condition.arg == RESULT:
        return {}
    mask = condition.mask & 0xffffffff
    if condition.test == "EQUAL" and len(condition.values) == 1:
        return {"cond_arg": condition.arg, "mask": mask, "value": condition.values[0] & 0xffffffff}
    if condition.test == "ANY" and mask.bit_count() == 1:
        return {"cond_arg": condition.arg, "mask": mask, "value": mask}
    return {}


def ops_of_call(tables: Tables, call: Call) -> list[Op]:
    base = ops_of_row(tables, call.base)
    ops = list(base)
    # What an ioctl's argument points at is copied by the request's own encoding.
    encoded = any(op.op == "CAPTURE_IOCTL" for op in base)
    for variant in call.variants:
        assert variant.selector
        for op in ops_of_row(tables, variant):
            if op in base:
                continue
            conditions = selector_conditions(variant.selector)
            if encoded and "INDIRECT" not in op.op and not op.at:
                conditions = [c for c in conditions if misencoded(c["value"], op)]
            ops += [op_for(op, condition) for condition in conditions]
    return list(dict.fromkeys(ops))


def misencoded(request: int, op: Op) -> bool:
    """Some requests that tell the kernel something are encoded as those that only ask, or the
    other way, or as shorter; of those that are not encoded IOCTL_LEGACY bytes are copied.
    Of those that fail nothing is copied at exit."""
    if "EXIT_ANY" in op.when:
        return True
    size = request >> 16 & 0x3fff
    if not size:
        return op.op != "CAPTURE_FIXED" or op.size > 64
    return (op.size > size or "ANY" in op.when or ("ENTER" in op.when and not request >> 30 & 1)
            or ("EXIT" in op.when and not request >> 30 & 2))


def selector_conditions(selector: Condition) -> list[dict[str, int]]:
    if selector.test == "ANY":
        return [capture_condition(selector)]
    return [capture_condition(Condition("EQUAL", selector.arg, selector.mask, [value]))
            for value in selector.values]


def op_for(op: Op, condition: dict[str, int]) -> Op:
    return Op(op.op, op.when, op.arg, op.count, op.size, op.at, **condition)


# C


HEAD = "/* Generated by tables/generate.py; do not edit. */\n"


def c_string(text: str | None) -> str:
    return "NULL" if text is None else '"' + text.replace("?", '?""') + '"'


# What looks the same in 32 bits.
NARROW = {"CAPTURE_PATH", "CAPTURE_STRING", "CAPTURE_BYTES"}


def narrow_ops(tables: Tables, call: Call) -> list[Op]:
    """Of a 32-bit call's memory, what needs no layout and is found by registers of their own."""
    row = call.base
    wide = {arg.name for arg in row.row.args if arg.marks & PAIRS}
    pairs = [arg.position for arg in row.args if arg.name in wide]
    end = 0 if "packed" in row.row.marks else min(pairs, default=6)

    def is_there(op: Op) -> bool:
        count = re.fullmatch(r"COUNT_(ARG0(?: \+ (\d))?|RET|CONST)", op.count)
        return (op.op in NARROW and count is not None and int(count[2] or 0) < end
                and op.arg < end and (op.cond_arg == 0xff or op.cond_arg < end))

    return [op for op in ops_of_call(tables, call) if is_there(op)]


def render_capture(tables: Tables, calls: list[Call], compat: list[Call]) -> str:
    ops: list[str] = []
    rows: dict[bool, list[str]] = {False: [], True: []}
    firsts: dict[tuple[Op, ...], int] = {}
    every = [(call, ops_of_call(tables, call), False) for call in calls]
    every += [(call, narrow_ops(tables, call), True) for call in compat]
    for call, found, narrow in every:
        wanted = tuple(found)
        if len(wanted) > 255:
            raise TableError(call.base.row.place, f"{call.fact.name}: more than 255 captures")
        if not wanted:
            continue
        if wanted not in firsts:
            firsts[wanted] = len(ops)
            ops += [render_op(op, call.fact.name) for op in wanted]
        enter = any("CAPTURE_ENTER" in op.when for op in wanted)
        rows[narrow].append(f"\t[{call.fact.number}] = {{ {firsts[wanted]}, {len(wanted)}, {int(enter)} }},"
                    f" /* {call.fact.name} */\n")
    size = max(call.fact.number for call in calls) + 1
    narrow_size = max((call.fact.number for call in compat), default=0) + 1
    return (HEAD + f"\n#define CAPTURE_ROWS {size}u\n\nconst struct capture capture_ops[] = {{\n"
            + "".join(ops) + "};\n\nconst struct capture_row capture_rows[CAPTURE_ROWS] = {\n"
            + "".join(rows[False]) + "};\n\n"
            + f"#define CAPTURE_ROWS_COMPAT {narrow_size}u\n\n"
            + "static const struct capture_row capture_rows_compat[CAPTURE_ROWS_COMPAT] = {\n"
            + "".join(rows[True]) + "};\n")


def render_op(op: Op, name: str) -> str:
    return (f"\t{{ {op.op}, {op.when}, {op.arg}, {op.count}, {op.size}, {op.cond_arg:#x}, {op.at}, "
            f"{op.mask:#x}, {op.value:#x} }}, /* {name} */\n")


def render_xlat(tables: Tables) -> str:
    out = [HEAD, '#include "tool/table.h"\n#include "table_names.h"\n']
    for group in tables.groups.values():
        entries = entries_of(tables, group)
        symbol = f"entries_{group.name}"
        out.append(render_entries(symbol, entries))
        by_value = symbol
        ordered = sorted(entries, key=lambda e: e.value)
        if not group.is_enum:
            by_value = "NULL"
        elif ordered != entries:
            by_value = f"sorted_{group.name}"
            out.append(render_entries(by_value, ordered))
        out.append(f"const struct xlat_group xlat_{group.name} = {{\n"
                   f"\t\"{group.name}\", {symbol}, {by_value}, {len(entries)}, "
                   f"{c_string(group.unknown)},\n}};\n")
    return "\n".join(out)


def render_entries(symbol: str, entries: list[Entry]) -> str:
    lines = [f'\t{{ "{e.name}", {e.value:#x}u, {e.mask:#x}u }},\n' for e in entries]
    return f"static const struct xlat {symbol}[] = {{\n{''.join(lines)}}};\n"


class DescWriter:
    """Writes struct arg_desc; those that others point at come first."""

    def __init__(self) -> None:
        self.elements: list[str] = []
        self.symbols: dict[str, str] = {}

    def element(self, desc: Desc) -> str:
        text = self.render(desc)
        if text not in self.symbols:
            self.symbols[text] = f"element_{len(self.symbols)}"
            self.elements.append(f"static const struct arg_desc {self.symbols[text]} = {text};\n")
        return self.symbols[text]

    def render(self, desc: Desc) -> str:
        parts = [f".decode = decode_{desc.decoder}", f".size = {desc.size}",
                 f".count = {desc.count.code}"]
        if desc.name is not None:
            parts.insert(0, f'.name = "{desc.name}"')
        if desc.group:
            parts.append(f".param = &xlat_{desc.group}")
        elif desc.struct:
            parts.append(f".param = &struct_{desc.struct}")
        elif desc.attributes:
            parts.append(f".param = &attributes_{desc.attributes}")
        elif desc.element:
            parts.append(f".param = &{self.element(desc.element)}")
        if desc.count.limit:
            parts.append(f".limit = {desc.count.limit}")
        if desc.position:
            parts.append(f".pos = {desc.position}")
        if desc.direction != "in":
            parts.append(f".dir = ARG_{DIRECTIONS[desc.direction]}")
        if desc.form == "memory":
            parts.append(".form = FORM_MEMORY")
        if desc.is_signed:
            parts.append(".is_signed = true")
        if desc.condition:
            parts.append(f".cond = {render_condition(desc.condition)}")
        return "{ " + ", ".join(parts) + " }"


def render_condition(condition: Condition, value: int | None = None) -> str:
    if value is None:
        value = condition.values[0] if condition.values else 0
    return f"{{ COND_{condition.test}, {condition.arg}, {condition.mask:#x}u, {value:#x}u }}"


def render_structs(tables: Tables, writer: DescWriter) -> list[str]:
    out = []
    for struct in tables.structs.values():
        fields = fields_of(tables, struct)
        if struct.becomes and struct.becomes not in tables.structs:
            raise TableError(struct.place, f"no struct '{struct.becomes}' in structs.tbl")
        lines = [f"\t{{ {render_field(writer, f)} }},\n" for f in fields]
        symbol = "NULL"
        if fields:
            symbol = f"fields_{struct.name}"
            out.append(f"static const struct field_desc {symbol}[] = {{\n{''.join(lines)}}};\n")
        decode = f"decode_struct_{struct.name}" if struct.own else "NULL"
        out.append(f'const struct struct_desc struct_{struct.name} = {{\n\t.name = "{struct.name}", '
                   f".size = {struct_size(tables, struct)}, .count = {len(fields)}, "
                   f".fields = {symbol}, .decode = {decode}{render_struct_rest(tables, struct)},\n}};\n")
    return out


def render_field(writer: DescWriter, member: Field) -> str:
    marks = "".join(f", .{mark} = true" for mark in sorted(member.marks))
    also = f", .also = {render_condition(member.also)}" if member.also else ""
    return f".desc = {writer.render(member.desc)}, .offset = {member.offset}{marks}{also}"


def render_struct_rest(tables: Tables, struct: lang.Struct) -> str:
    within = f", .within = {c_string(struct.within)}" if struct.within else ""
    if struct.becomes:
        within += f", .becomes = &struct_{struct.becomes}"
    if struct.changed:
        within += ", .changed = true"
    return (within + (", .grows = true" if struct.grows else "")
            + (", .by_member = true" if by_member(tables, struct) else ""))


def by_member(tables: Tables, struct: lang.Struct) -> bool:
    """Whether its members tell what the call changed, not the struct as a whole."""
    nested = [str(f.kind.params[0]) for f in struct.fields if f.kind.name == "struct"]
    return (any(f.direction != "in" or "done" in f.marks for f in struct.fields)
            or any(by_member(tables, tables.structs[name]) for name in nested
                   if name in tables.structs))


def render_attributes(tables: Tables, writer: DescWriter) -> list[str]:
    out = []
    for some in tables.attributes.values():
        scope = Scope(some.place, some.name, {}, {})
        entries: dict[int, str] = {}
        for entry in some.entries:
            number = constant(tables, some.place, entry.name)
            if number in entries:
                raise TableError(some.place, f"'{entry.name}' has the number of another attribute")
            desc = (writer.render(describe(tables, scope, entry.kind, None)) if entry.kind.name
                    else "{ 0 }")
            entries[number] = f'\t{{ "{entry.name}", {number}, {desc} }},\n'
        lines = "".join(text for _, text in sorted(entries.items()))
        out.append(f"static const struct attribute_desc entries_{some.name}[] = {{\n{lines}}};\n\n"
                   f"const struct attributes_desc attributes_{some.name} = {{\n"
                   f"\t{c_string(some.prefix + '???')}, entries_{some.name}, {len(entries)},\n}};\n")
    return out


def render_messages(tables: Tables) -> list[str]:
    out = []
    for family in tables.messages.values():
        entries: dict[int, str] = {}
        if family.group not in tables.groups:
            raise TableError(family.place, f"no group '{family.group}' in xlat/")
        for entry in family.entries:
            if entry.struct not in tables.structs:
                raise TableError(family.place, f"no struct '{entry.struct}' in structs.tbl")
            if entry.attributes and entry.attributes not in tables.attributes:
                raise TableError(family.place, f"no attributes '{entry.attributes}'")
            attributes = f"&attributes_{entry.attributes}" if entry.attributes else "NULL"
            for name in entry.types:
                number = constant(tables, family.place, name)
                if number in entries:
                    raise TableError(family.place, f"'{name}' is there already")
                entries[number] = f"\t{{ {number}, &struct_{entry.struct}, {attributes} }},\n"
        lines = "".join(text for _, text in sorted(entries.items()))
        out.append(f"static const struct message_desc messages_{family.name}_entries[] = {{\n"
                   f"{lines}}};\n\nconst struct messages_desc messages_{family.name} = {{\n"
                   f"\t&xlat_{family.group}, messages_{family.name}_entries, {len(entries)},\n}};\n")
    return out


def render_row(writer: DescWriter, call: Call, resolved: CallRow, symbol: str,
               variants: str = "") -> str:
    row = resolved.row
    shown = [d for d, a in zip(resolved.args, row.args) if "hidden" not in a.marks]
    marks = row.marks or call.base.row.marks
    interrupt = next((INTERRUPTS[m] for m in sorted(marks) if m in INTERRUPTS), "RESTART")
    classes = " | ".join(f"CLASS_{CLASSES[c]}" for c in call.base.row.classes) or "0"
    lines = [f'.name = "{row.name}", .nr = {resolved.number}, .nargs = {len(shown)},',
             f".ret = RET_{RETURNS[row.ret]}, .interrupt = INTERRUPT_{interrupt},",
             f".classes = {classes},"]
    if "named" in row.marks:
        lines.append(".named = true,")
    if "packed" in row.marks:
        lines.append(f".packed = {len(resolved.args)},")
    for mark in ("pair", "riap"):
        if bits := sum(1 << d.position for d, a in zip(resolved.args, row.args) if mark in a.marks):
            lines.append(f".{mark}s = {bits:#x},")
    if shown:
        lines.append(".args = {")
        lines += [f"\t{writer.render(desc)}," for desc in shown]
        lines.append("},")
    if resolved.aux:
        lines.append(f".aux = {writer.render(resolved.aux)},")
    if "decode" in row.marks:
        lines.append(f".decode = decode_call_{row.name},")
    if variants:
        lines.append(variants)
    body = "".join(f"\t{line}\n" for line in lines)
    return f"static const struct syscall_desc {symbol} = {{\n{body}}};\n"


def render_call(writer: DescWriter, call: Call) -> list[str]:
    name = call.symbol or call.fact.name
    out, choices = [], []
    for index, variant in enumerate(call.variants):
        symbol = f"call_{name}_{index}"
        out.append(render_row(writer, call, variant, symbol))
        assert variant.selector
        also = f".also = {render_condition(variant.also)}, " if variant.also else ""
        choices += [f"\t{{ .cond = {render_condition(variant.selector, value)}, {also}"
                    f".desc = &{symbol} }},\n"
                    for value in variant.selector.values or [0]]
    fields = ""
    if choices:
        out.append(f"static const struct syscall_variant variants_{name}[] = {{\n"
                   f"{''.join(choices)}}};\n")
        fields = f".variants = variants_{name}, .variant_count = {len(choices)},"
    out.append(render_row(writer, call, call.base, f"call_{name}", fields))
    return out


def render_syscalls(tables: Tables, calls: list[Call], compat: list[Call]) -> str:
    writer = DescWriter()
    structs = render_structs(tables, writer) + render_attributes(tables, writer)
    structs += render_messages(tables)
    rows = [text for call in calls + compat for text in render_call(writer, call)]
    compat_by_number = "".join(f"\t[{c.fact.number}] = &call_{c.symbol},\n" for c in compat)
    compat_by_name = "".join(f"\t&call_{c.symbol},\n"
                             for c in sorted(compat, key=lambda c: c.base.row.name))
    by_number = "".join(f"\t[{c.fact.number}] = &call_{c.fact.name},\n" for c in calls)
    by_name = "".join(f"\t&call_{c.fact.name},\n" for c in sorted(calls, key=lambda c: c.fact.name))
    errors = "".join(f"\t[INTERRUPT_{name}] = {tables.values.get(error, 0)},\n"
                     for name, error in INTERRUPT_ERRORS.items())
    classes = "".join(f'\t{{ "{name}", CLASS_{bit} }},\n' for name, bit in CLASSES.items())
    classes += "".join(f'\t{{ "{alias}", CLASS_{CLASSES[name]} }},\n'
                       for name, alias in CLASS_ALIASES.items())
    return "\n".join([
        HEAD, '#include "abi/capture.h"\n#include "table_names.h"\n', *writer.elements, *structs,
        *rows,
        f"const struct syscall_desc *const syscall_numbers[] = {{\n{by_number}}};\n",
        "const size_t syscall_number_count = "
        "sizeof(syscall_numbers) / sizeof(syscall_numbers[0]);\n",
        f"const struct syscall_desc *const syscall_names[] = {{\n{by_name}}};\n",
        "const size_t syscall_name_count = sizeof(syscall_names) / sizeof(syscall_names[0]);\n",
        f"const struct syscall_desc *const compat_numbers[] = {{\n{compat_by_number}}};\n",
        "const size_t compat_number_count = sizeof(compat_numbers) / sizeof(compat_numbers[0]);\n",
        f"const struct syscall_desc *const compat_names[] = {{\n{compat_by_name}}};\n",
        "const size_t compat_name_count = sizeof(compat_names) / sizeof(compat_names[0]);\n",
        f"const int syscall_interrupt_errors[] = {{\n{errors}}};\n",
        f"const struct syscall_class_desc syscall_classes[] = {{\n{classes}}};\n",
        "const size_t syscall_class_count = "
        "sizeof(syscall_classes) / sizeof(syscall_classes[0]);\n",
    ])


def render_names(tables: Tables, calls: list[Call], compat: list[Call]) -> str:
    functions = {f"decode_{kind.decoder}" for kind in tables.kinds.values()}
    functions |= {f"decode_struct_{s.name}" for s in tables.structs.values() if s.own}
    functions |= {f"decode_call_{c.fact.name}" for c in calls + compat if "decode" in c.base.row.marks}
    lines = [HEAD, "#ifndef SELF_PTRACE_TABLE_NAMES_H\n#define SELF_PTRACE_TABLE_NAMES_H\n",
             '#include "tool/table.h"\n',
             "/* Kinds (tables/kinds.tbl), structs and calls with their own decoder. */"]
    lines += [f"decode_fn {name};" for name in sorted(functions)]
    lines += ["", "/* Groups of names (tables/xlat/). */"]
    lines += [f"extern const struct xlat_group xlat_{name};" for name in tables.groups]
    lines += ["", "/* Structs (tables/structs.tbl). */"]
    lines += [f"extern const struct struct_desc struct_{name};" for name in tables.structs]
    lines += ["", "/* Attributes and messages of netlink (tables/netlink.tbl). */"]
    lines += [f"extern const struct attributes_desc attributes_{name};"
              for name in tables.attributes]
    lines += [f"extern const struct messages_desc messages_{name};" for name in tables.messages]
    lines += ["", "/* For tool/table.c. */",
              "extern const struct syscall_desc *const syscall_numbers[]; /* by number, with holes */",
              "extern const size_t syscall_number_count;",
              "extern const struct syscall_desc *const syscall_names[]; /* sorted */",
              "extern const size_t syscall_name_count;",
              "extern const struct syscall_desc *const compat_numbers[]; /* the same of i386 */",
              "extern const size_t compat_number_count;",
              "extern const struct syscall_desc *const compat_names[];",
              "extern const size_t compat_name_count;",
              "extern const int syscall_interrupt_errors[]; /* by enum interrupt */", "", "#endif", ""]
    return "\n".join(lines)


def render_classes(calls: list[Call]) -> str:
    """For the manual: each class and its calls, a line each."""
    lines = []
    for name in CLASSES:
        members = [c.fact.name for c in calls if name in c.base.row.classes]
        lines.append(f"%{name} {' '.join(sorted(members))}\n")
    return "".join(lines)


def generate(directory: Path) -> dict[str, str]:
    """The files by name. Raises TableError."""
    tables = read_tables(directory)
    calls = resolve_calls(tables, directory / "syscalls.tbl")
    compat = resolve_compat(tables, directory / "i386.tbl")
    return {
        "capture_table.h": render_capture(tables, calls, compat),
        "table_names.h": render_names(tables, calls, compat),
        "xlat_table.c": render_xlat(tables),
        "syscall_table.c": render_syscalls(tables, calls, compat),
        "classes.txt": render_classes(calls),
    }


def main() -> None:
    here = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description="Makes the tables in C from the tables in text.")
    parser.add_argument("output", type=Path, help="the directory to write into")
    parser.add_argument("--tables", type=Path, default=here, help="where the tables are")
    parser.add_argument("--depfile", type=Path, help="write what was read, for make and ninja")
    options = parser.parse_args()
    try:
        files = generate(options.tables)
    except TableError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")
    for name, text in files.items():
        (options.output / name).write_text(text)
    if options.depfile:
        read = [*read_tables(options.tables).files, here / "language.py"]
        options.depfile.write_text(f"{options.output / next(iter(files))}: "
                                   f"{' '.join(map(str, read))}\n")


if __name__ == "__main__":
    main()
