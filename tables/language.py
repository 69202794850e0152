# SPDX-License-Identifier: LGPL-2.1-or-later
"""The language of the tables: reads kinds.tbl, structs.tbl, syscalls.tbl, xlat/*.in and the
checked-in facts about the kernel.  It knows how a thing is written, not what it means:
names are resolved by generate.py.  README.md is its reference."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator, NoReturn

KERNEL = "6.12"  # whose calls these are


@dataclass(frozen=True)
class Place:
    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class TableError(Exception):
    """What is wrong in a table, and where."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(f"{place}: {message}")


@dataclass
class Condition:
    subject: str  # an argument, a field, or "ret"
    mask: str | None  # an expression; None: all bits
    values: list[str]  # empty: any bit of the mask


@dataclass
class KindUse:
    """A kind with its parameters: flags[open], array[struct[pollfd]; nfds]."""

    name: str
    params: list["KindUse | str"] = field(default_factory=list)


@dataclass
class Arg:
    name: str
    kind: KindUse
    direction: str = "in"
    position: int | None = None  # of an argument: where it is, if not in order
    member: str | None = None  # of a field: the C member, if called otherwise
    offset: int | None = None  # of a field of a struct without a C type
    condition: Condition | None = None
    also: Condition | None = None  # of a field: a second one
    marks: set[str] = field(default_factory=set)


@dataclass
class Row:
    place: Place
    name: str
    selector: Condition | None
    args: list[Arg]
    ret: str
    aux: Arg | None
    classes: list[str]
    marks: set[str]
    also: Condition | None = None  # beside the selector


@dataclass
class CompatRow:
    """A line of i386.tbl: a row of its own, or the name of x86_64's call."""

    place: Place
    name: str  # the kernel's
    number: int | None  # of ours; None: the kernel's
    row: Row | None
    like: str | None


@dataclass
class Kind:
    place: Place
    name: str
    params: list[str]
    form: str  # "scalar", "memory"
    size: int
    is_signed: bool
    adapts: bool  # takes the size of its prototype or member
    capture: str | None
    capture_before: str | None  # at entry, where the content is known at exit only
    capture_size: str | None
    decoder: str


@dataclass
class Struct:
    place: Place
    name: str
    c_name: str | None
    size: int | None
    own: bool
    partial: bool
    fields: list[Arg]
    c_keyword: str = "struct"
    within: str | None = None  # shown as {WITHIN={...}}
    becomes: str | None = None  # what is told of it when the call is done
    changed: bool = False  # that only if it is another, and of a call that fails too
    grows: bool = False  # its caller tells how much of it there is


@dataclass
class Name:
    """A name of a value, as it is shown."""

    place: Place
    name: str
    value: str  # an expression
    mask: str | None  # of a field, an expression; None: the value itself


@dataclass
class Group:
    place: Place
    name: str
    is_enum: bool
    unknown: str | None
    names: list[Name]


@dataclass
class Attributes:
    """The attributes that one kind of netlink message, or one attribute, may have."""

    place: Place
    name: str
    prefix: str  # of their names
    entries: list[Arg]  # kind.name "": not known


@dataclass
class Message:
    """What follows the header of a netlink message."""

    types: list[str]
    struct: str
    attributes: str | None


@dataclass
class Messages:
    place: Place
    name: str
    group: str  # of the names of types
    entries: list[Message]


@dataclass(frozen=True)
class CallFact:
    number: int
    name: str
    types: tuple[str, ...] | None  # None: Linux does not have it any more


def logical_lines(path: Path) -> Iterator[tuple[Place, str]]:
    """Lines without comments, joined with those that follow and begin with blanks."""
    text, start = "", 0
    for number, raw in enumerate(path.read_text().splitlines(), 1):
        line = raw.split("#", 1)[0].rstrip()
        if not line:
            continue
        if line[0].isspace() and text:
            text += " " + line.strip()
            continue
        if text:
            yield Place(str(path), start), text
        text, start = line.strip(), number
    if text:
        yield Place(str(path), start), text


TOKEN = re.compile(r"\s*(->|!=|[A-Za-z_][A-Za-z_0-9]*|\d\w*|[^\sA-Za-z_0-9])")


class Parser:
    """One logical line as a sequence of words and signs."""

    def __init__(self, place: Place, text: str) -> None:
        self.place = place
        self.tokens = TOKEN.findall(text)
        self.at = 0

    def fail(self, message: str) -> NoReturn:
        raise TableError(self.place, message)

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def next(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def take(self, token: str) -> bool:
        if self.peek() == token:
            self.at += 1
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.take(token):
            self.fail(f"expected '{token}' before '{self.peek() or 'the end'}'")

    def word(self, what: str) -> str:
        token = self.next()
        if not re.fullmatch(r"\w+", token):
            self.fail(f"expected {what} before '{token or 'the end'}'")
        return token

    def integer(self) -> int:
        token = self.word("a number")
        try:
            return int(token, 0)
        except ValueError:
            self.fail(f"expected a number, not '{token}'")

    def expression(self) -> str:
        """NAME|~NAME|0x10: flags ORed; a leading ~ is the complement of the whole."""
        text = "~" if self.take("~") else ""
        text += self.term()
        while self.take("|"):
            text += "|" + self.term()
        return text

    def term(self) -> str:
        text = self.word("a name or a number")
        if self.take("<"):
            self.expect("<")
            text += f"<<{self.integer()}"
        return text

    def condition(self, several: bool = False) -> Condition:
        subject = self.word("the name of an argument")
        mask = self.expression() if self.take("&") else None
        values = []
        if self.take("!="):
            if self.word("0") != "0":
                self.fail("only != 0 is understood")
        elif self.take("="):
            values.append(self.expression())
            while several and self.take(","):
                values.append(self.expression())
        if mask is None and not values:
            self.fail(f"a condition on '{subject}' needs & or =")
        return Condition(subject, mask, values)

    def kind(self) -> KindUse:
        use = KindUse(self.word("a kind"))
        if self.take("["):
            use.params.append(self.parameter())
            while self.take(";"):
                use.params.append(self.parameter())
            self.expect("]")
        return use

    def parameter(self) -> KindUse | str:
        if self.take("*"):
            return "*" + self.word("the name of an argument")
        use = self.kind()
        return use if use.params else use.name


DIRECTIONS = {"in", "out", "outpos", "outintr", "inout", "inoutany", "inaux"}


def parse_arg(parser: Parser) -> Arg:
    name = parser.word("the name of an argument")
    arg = Arg(name, KindUse(""))
    while parser.take("."):
        arg.name += "." + parser.word("a member")
    if parser.take("@"):
        arg.position = arg.offset = parser.integer()
    if parser.take("="):
        arg.member = parser.word("a member")
        while parser.take("."):
            arg.member += "." + parser.word("a member")
    parser.expect(":")
    arg.kind = parser.kind()
    if not arg.kind.params and arg.kind.name in DIRECTIONS and re.match(r"\w", parser.peek()):
        arg.direction = arg.kind.name
        arg.kind = parser.kind()
    if parser.take("?"):
        arg.condition = parser.condition()
    if parser.take("?"):
        arg.also = parser.condition()
    while parser.take("!"):
        arg.marks.add(parser.word("a mark"))
    return arg


def parse_args(parser: Parser, end: str) -> list[Arg]:
    args: list[Arg] = []
    while not parser.take(end):
        if args:
            parser.expect(",")
        args.append(parse_arg(parser))
    return args


def parse_aux(parser: Parser) -> Arg:
    """(label: kind ?condition): what the result means. The label may be missing."""
    name = "" if parser.peek() == ":" else parser.word("a label")
    parser.expect(":")
    aux = Arg(name, parser.kind())
    if parser.take("?"):
        aux.condition = parser.condition()
    parser.expect(")")
    return aux


def parse_row(place: Place, text: str) -> Row:
    parser = Parser(place, text)
    name = parser.word("the name of a call")
    selector = also = None
    if parser.take("{"):
        selector = parser.condition(several=True)
        also = parser.condition() if parser.take("?") else None
        parser.expect("}")
    parser.expect("(")
    args = parse_args(parser, ")")
    parser.expect("->")
    ret = parser.word("what the call returns")
    aux = parse_aux(parser) if parser.take("(") else None
    row = Row(place, name, selector, args, ret, aux, [], set(), also)
    while parser.peek():
        if parser.take("%"):
            prefix = "%" if parser.take("%") else ""
            row.classes.append(prefix + parser.word("a class"))
        elif parser.take("!"):
            row.marks.add(parser.word("a mark"))
        else:
            parser.fail(f"expected %class or !mark before '{parser.peek()}'")
    return row


def read_rows(path: Path) -> list[Row]:
    return [parse_row(place, text) for place, text in logical_lines(path)]


def read_compat_rows(path: Path) -> list[CompatRow]:
    rows = []
    for place, text in logical_lines(path):
        number, rest = re.fullmatch(r"(?:(\d+) )?(.*)", text).groups()  # type: ignore[union-attr]
        alias = re.fullmatch(r"(\w+) = (\w+)", rest)
        row = None if alias else parse_row(place, rest)
        name = alias[1] if alias else row.name if row else ""
        rows.append(CompatRow(place, name, int(number) if number else None, row,
                              alias[2] if alias else None))
    return rows


KIND = re.compile(
    r"(\w+)(?:\[([^]]*)\])?: (scalar|memory) (\d+)(s?)(~?) "
    r"(\w+|-)(?::(\w+))?(?: (?!as )(\w+))?(?: as (\w+))?")


def read_kinds(path: Path) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for place, text in logical_lines(path):
        match = KIND.fullmatch(text)
        if not match:
            raise TableError(place, f"not a kind: '{text}'")
        name, params, form, size, signed, adapts, capture, before, capture_size, decoder = (
            match.groups())
        if name in kinds:
            raise TableError(place, f"kind '{name}' is at {kinds[name].place} already")
        kinds[name] = Kind(place, name, [p.strip() for p in params.split(";")] if params else [],
                           form, int(size), bool(signed), bool(adapts),
                           None if capture == "-" else capture, before, capture_size,
                           decoder or name)
    return kinds


def parse_struct(place: Place, text: str) -> Struct:
    parser = Parser(place, text)
    struct = Struct(place, parser.word("the name of a struct"), None, None, False, False, [])
    parser.expect("=")
    if parser.peek() in ("struct", "union"):
        struct.c_keyword = parser.next()
        struct.c_name = parser.word("the name of a struct in C")
    else:
        parser.expect("size")
        struct.size = parser.integer()
    if parser.take("within"):
        struct.within = parser.word("the name of a member")
    if parser.take("becomes"):
        struct.becomes = parser.word("the name of a struct")
        struct.changed = parser.take("changed")
    struct.grows = parser.take("grows")
    if parser.take("own"):
        struct.own, struct.partial = True, parser.take("partial")
    if parser.take("{"):
        struct.fields = parse_args(parser, "}")
    elif not struct.own:
        parser.expect("{")
    if parser.peek():
        parser.fail(f"'{parser.peek()}' follows the struct")
    return struct


def read_structs(path: Path) -> dict[str, Struct]:
    structs: dict[str, Struct] = {}
    for place, text in logical_lines(path):
        struct = parse_struct(place, text)
        if struct.name in structs:
            raise TableError(place, f"struct '{struct.name}' is at "
                                    f"{structs[struct.name].place} already")
        structs[struct.name] = struct
    return structs


def parse_attributes(place: Place, parser: Parser, name: str) -> Attributes:
    attributes = Attributes(place, name, parser.word("the prefix of the attributes"), [])
    parser.expect("{")
    while not parser.take("}"):
        if attributes.entries:
            parser.expect(",")
        attribute = parser.word("an attribute")
        kind = parser.kind() if parser.take(":") else KindUse("")
        attributes.entries.append(Arg(attribute, kind))
    return attributes


def parse_messages(place: Place, parser: Parser, name: str) -> Messages:
    messages = Messages(place, name, parser.word("the group of the types"), [])
    parser.expect("{")
    while not parser.take("}"):
        if messages.entries:
            parser.expect(",")
        types = [parser.word("a type")]
        while parser.take("|"):
            types.append(parser.word("a type"))
        parser.expect(":")
        body = parser.kind()
        if len(body.params) > 1 or (body.params and not isinstance(body.params[0], str)):
            parser.fail(f"expected {body.name}[ATTRIBUTES]")
        messages.entries.append(Message(types, body.name, str(body.params[0]) if body.params
                                        else None))
    return messages


def read_netlink(path: Path) -> tuple[dict[str, Attributes], dict[str, Messages]]:
    attributes: dict[str, Attributes] = {}
    messages: dict[str, Messages] = {}
    for place, text in logical_lines(path):
        parser = Parser(place, text)
        name = parser.word("a name")
        parser.expect("=")
        what = parser.word("'attributes' or 'messages'")
        if name in {"attributes": attributes, "messages": messages}.get(what, {}):
            parser.fail(f"{what} '{name}' are there already")
        if what == "attributes":
            attributes[name] = parse_attributes(place, parser, name)
        elif what == "messages":
            messages[name] = parse_messages(place, parser, name)
        else:
            parser.fail(f"'{what}' is neither 'attributes' nor 'messages'")
        if parser.peek():
            parser.fail(f"'{parser.peek()}' follows '{name}'")
    return attributes, messages


SECTION = re.compile(r'\[(\w+)\] (flags|enum)(?: "([^"]*)")?')
# A name may be an expression: 1<<TCP_LISTEN, LED_NUM<<4, IPV4_DEVCONF_TAG-1.
ENTRY = re.compile(r"(1<<\S+|\w+<<\d+|\w+-1|\w+(?: or \w+)*)(?:\s*=\s*([^/]+?))?(?:\s*/\s*(\S+))?")


def read_groups(directory: Path) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for path in sorted(directory.glob("*.in")):
        group: Group | None = None
        for place, text in xlat_lines(path):
            section = SECTION.fullmatch(text)
            if section:
                name, kind, unknown = section.groups()
                if name in groups:
                    raise TableError(place, f"group '{name}' is at {groups[name].place} already")
                group = groups[name] = Group(place, name, kind == "enum", unknown, [])
                continue
            entry = ENTRY.fullmatch(text)
            if not entry or group is None:
                raise TableError(place, f"neither a section nor a name: '{text}'")
            name, value, mask = entry.groups()
            group.names.append(Name(place, name, value or name, mask))
    return groups


def xlat_lines(path: Path) -> Iterator[tuple[Place, str]]:
    for number, raw in enumerate(path.read_text().splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if line:
            yield Place(str(path), number), line


def fact_lines(path: Path) -> Iterator[tuple[Place, list[str]]]:
    for place, text in xlat_lines(path):
        yield place, text.split()


def read_calls(path: Path) -> dict[str, CallFact]:
    """NUMBER NAME TYPE...: a type is i32, u64, ptr...; "gone" instead of types."""
    calls: dict[str, CallFact] = {}
    for _, words in fact_lines(path):
        types = None if words[2:] == ["gone"] else tuple(words[2:])
        calls[words[1]] = CallFact(int(words[0]), words[1], types)
    return calls


def read_compat_calls(path: Path) -> dict[str, tuple[int, int | None]]:
    """NUMBER NAME ARGUMENTS: (number, arguments) by name; None for "gone"."""
    return {words[1]: (int(words[0]), None if words[2] == "gone" else int(words[2]))
            for _, words in fact_lines(path)}


def read_values(path: Path) -> dict[str, int]:
    """NAME VALUE HEADER"""
    return {words[0]: int(words[1], 0) for _, words in fact_lines(path)}


def read_layouts(path: Path) -> dict[str, tuple[int, int]]:
    """STRUCT SIZE or STRUCT.MEMBER OFFSET SIZE: (offset, size) by name."""
    layouts: dict[str, tuple[int, int]] = {}
    for _, words in fact_lines(path):
        numbers = [int(word) for word in words[1:]]
        layouts[words[0]] = (0, numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
    return layouts


def names_in(expression: str) -> list[str]:
    return [name for name in re.findall(r"\w+", expression) if not name[0].isdigit()]


def conditions_of(args: list[Arg]) -> Iterator[Condition]:
    return (arg.condition for arg in args if arg.condition)


def constants_wanted(rows: list[Row], structs: dict[str, Struct], groups: dict[str, Group],
                     attributes: dict[str, Attributes],
                     messages: dict[str, Messages]) -> set[str]:
    """All names of values that the tables speak of."""
    conditions = [c for row in rows for c in (row.selector, row.also) if c]
    for row in rows:
        conditions += conditions_of(row.args)
        conditions += conditions_of([row.aux] if row.aux else [])
    for struct in structs.values():
        conditions += conditions_of(struct.fields)
        conditions += [field.also for field in struct.fields if field.also]
    names: set[str] = set()
    for condition in conditions:
        for expression in [condition.mask or "", *condition.values]:
            names.update(names_in(expression))
    for group in groups.values():
        for name in group.names:
            names.update(names_in(name.value))
            names.update(names_in(name.mask or ""))
    for some in attributes.values():
        names.update(entry.name for entry in some.entries)
    for family in messages.values():
        names.update(name for entry in family.entries for name in entry.types)
    return names - {"all"}
