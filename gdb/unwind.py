# SPDX-License-Identifier: LGPL-2.1-or-later
"""gdb: from the agent and from stubs of rewritten sites to the program's own frames.

A thread of a traced program that waits in a call stands in the agent, which no file on
disk describes.  This finds the agent in the list of mappings, of a process or a core.
The build puts the numbers in capital letters in front, from the agent that it built.
"""
import re

import gdb
import gdb.unwinder

REGISTERS = ("rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11",
             "r12", "r13", "r14", "r15", "rip")
BASES = ("fs_base", "gs_base")  # the same in all frames
PAGE = 4096
LEA_R11 = b"\x4c\x8d\x1d"
LEA_SIZE = 7
CALL_SIZE = 2
RESTORER_SIZE = 7  # up to its rt_sigreturn's end
REGS = {name: value - REGS_R8 for name, value in (
    ("r8", REGS_R8), ("r9", REGS_R9), ("r10", REGS_R10), ("r11", REGS_R11), ("r12", REGS_R12),
    ("r13", REGS_R13), ("r14", REGS_R14), ("r15", REGS_R15), ("rdi", REGS_RDI), ("rsi", REGS_RSI),
    ("rbp", REGS_RBP), ("rbx", REGS_RBX), ("rdx", REGS_RDX), ("rax", REGS_RAX), ("rcx", REGS_RCX),
    ("rsp", REGS_RSP), ("rip", REGS_RIP))}


class Id:
    def __init__(self, sp, pc):
        self.sp, self.pc = sp, pc


def word(addr):
    return int.from_bytes(bytes(gdb.selected_inferior().read_memory(addr, 8)), "little")


def saved(addr):
    """Registers from a struct regs of the agent's, or from the like part of a signal frame."""
    return {name: word(addr + offset) for name, offset in REGS.items()}


class Image:
    """The agent, as it lies in a process."""

    def __init__(self, base):
        self.base = base
        self.slots = base + IMAGE_SLOTS_OFFSET

    def slot(self, addr):
        """Of a thread, if the address is on one of its two stacks there; else 0."""
        inside = self.slots <= addr < self.slots + CHUNKS_MAX * SLOTS_PER_CHUNK * SLOT_SIZE
        return addr & -SLOT_SIZE if inside else 0

    def holds(self, pc):
        return self.base <= pc < self.base + IMAGE_TEXT_END

    def of_signal(self, live, slot):
        """In the agent's handler, or on the way out of it: what it interrupted."""
        restorer = self.base + ARCH_RESTORER
        if restorer <= live["rip"] <= restorer + RESTORER_SIZE:
            return saved(live["rsp"] - 8 + FRAME_REGS)
        if word(live["rsp"]) == restorer:
            return saved(live["rsp"] + FRAME_REGS)
        fp = live["rbp"]
        while self.slot(fp) == slot and fp - slot >= SLOT_STACK_TOP:
            if word(fp + 8) == restorer:
                return saved(fp + 8 + FRAME_REGS)
            fp = word(fp)
        return None

    def of_chain(self, fp, slot):
        """What arch_make has put at the chain's end, and the rest if it is of the same call."""
        while self.slot(fp) == slot and fp - slot < SLOT_STACK_TOP:
            pc = word(fp + MAKE_RIP)
            if not self.holds(pc):
                sp = word(fp + MAKE_RSP)
                regs = saved(slot)
                if regs["rip"] != pc or regs["rsp"] != sp:
                    regs = {"rip": pc, "rsp": sp}
                regs["rbp"] = word(fp + MAKE_RBP)
                return regs
            fp = word(fp)
        return saved(slot)

    def caller(self, live):
        """The registers of the program, from those of a frame in the agent."""
        at = live["rip"] - self.base
        slot = self.slot(live["rsp"])
        if slot:
            if live["rsp"] - slot > SLOT_STACK_TOP:
                regs = self.of_signal(live, slot)
                # A trap's context, on its way to the dispatcher.
                return saved(slot) if regs and regs["rip"] == self.base + ARCH_DISPATCH else regs
            if ARCH_TRAMPOLINE_OURS <= at < ARCH_TRAMPOLINE_SAVED:
                return dict(live, rip=live["rcx"], rsp=word(slot + REGS_RSP))
            if ARCH_RESUME_BEGIN <= at < ARCH_RESUME_END or \
                    ARCH_RETURN_BEGIN <= at < ARCH_RETURN_END:
                return saved(slot)
            return self.of_chain(live["rbp"], slot)
        if self.slot(live["rbp"]):  # arch_hook_call, below a hook's own frames
            return self.of_chain(live["rbp"], self.slot(live["rbp"]))
        if ARCH_TRAMPOLINE_OURS <= at < ARCH_TRAMPOLINE_SAVED:
            return dict(live, rip=live["rcx"])
        if ARCH_TRAMPOLINE <= at < ARCH_TRAMPOLINE_OURS or \
                ARCH_PLAIN <= at < ARCH_PLAIN_KEPT or at == ARCH_PLAIN_NOT:
            return dict(live, rip=word(live["r11"] + STUB_AFTER))
        return dict(live, rip=word(live["gs_base"] + REGS_RIP))


def stub_caller(live, image):
    """In a stub, a page of which begins with the address of arch_trampoline."""
    pc = live["rip"]
    if word(pc & -PAGE) != image.base + ARCH_TRAMPOLINE:
        return None
    start = max(pc & -PAGE, pc - STUB_SIZE)
    end = min((pc & -PAGE) + PAGE, pc + STUB_SIZE)
    code = bytes(gdb.selected_inferior().read_memory(start, end - start))
    for match in re.finditer(re.escape(LEA_R11), code, re.S):
        offset = int.from_bytes(code[match.start() + 3:match.start() + LEA_SIZE], "little",
                                signed=True)
        begin = start + match.start() + LEA_SIZE + offset - STUB_DATA
        if not begin <= pc < begin + STUB_SIZE:
            continue
        after = word(begin + STUB_DATA + STUB_AFTER)
        # Of the instruction behind the call, which the stub may have too, it is the next one.
        return dict(live, rip=after if pc > begin + STUB_CALL else after - CALL_SIZE)
    return None


class Unwinder(gdb.unwinder.Unwinder):
    def __init__(self):
        super().__init__("self_ptrace")
        self.images = {}

    def forget(self, _event):
        self.images = {}

    def find(self):
        """Looked for once each time the program stops."""
        number = gdb.selected_inferior().num
        if number not in self.images:
            try:
                maps = gdb.execute("info proc mappings", to_string=True)
            except gdb.error:  # no process, no core
                maps = ""
            self.images[number] = [Image(int(match[1], 16)) for match in re.finditer(
                r"^\s*(0x[0-9a-f]+)\s+0x[0-9a-f]+\s+0x[0-9a-f]+\s+(?:0x)?0\s.*/memfd:self_ptrace",
                maps, re.M)]
        return self.images[number]

    def __call__(self, frame):
        try:
            images = self.find()
            if not images:
                return None
            live = {name: int(frame.read_register(name)) & (1 << 64) - 1
                    for name in REGISTERS + BASES}
            regs = None
            for image in images:
                if image.holds(live["rip"]):
                    regs = image.caller(live)
                    start = image.base
                else:
                    regs = stub_caller(live, image)
                    start = live["rip"] & -PAGE
                if regs:
                    break
        except (gdb.error, ValueError):  # an old frame's register, memory that is not there
            return None
        if not regs:
            return None
        info = frame.create_unwind_info(Id(gdb.Value(regs["rsp"]), gdb.Value(start)))
        kind = gdb.lookup_type("unsigned long")
        regs.update((name, live[name]) for name in BASES)
        for name, value in regs.items():
            info.add_saved_register(name, gdb.Value(value).cast(kind))
        return info


def register():
    unwinder = Unwinder()
    gdb.unwinder.register_unwinder(None, unwinder, replace=True)
    for event in (gdb.events.stop, gdb.events.cont, gdb.events.exited, gdb.events.new_objfile):
        event.connect(unwinder.forget)


register()
