# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the tests that hold our traces against strace's share: commands, masks, pairing.

The commands do the same whenever they run: files instead of pipes, fixed dates, a
directory of their own.  What is left to the scheduler is taken out of the comparison:
processes are known by their place in the tree of forks, signals are compared apart from
the calls that they came between, and a difference counts if it is there each time.
"""
import collections
import difflib
import os
import re
import shutil
import signal
import subprocess

# "NAME: command of a shell".  Which calls a ~NAME makes is up to the scheduler too
# (who waits for whom): such a command counts in the sum, and cannot fail alone.
COMMANDS = """
true: exec /bin/true
ls: ls -lR /usr/include/linux; ls -l --time-style=full-iso tree
find: find tree -newer hello.c; find tree -name '*[13]' -type f -exec cat {} +
text: seq 1 1000 >n; grep 7 n >m; sort -rn m >s; head -n 3 s; uniq s; wc s; awk '{s += $1} END {print s}' n; sed -n 3p n
dash: for i in 1 2 3; do echo $i >f; cat f; done; (exit 3); test -d / && [ -e /nope ]; read x <f; trap 'echo x' USR1; kill -USR1 $$
~bash: exec bash -c 'trap "echo x" USR1; kill -USR1 $$; for i in 1 2 3; do (exit $i); done; [[ -e /nope ]] || echo a >f; read x <f'
fault: (ulimit -c 0; exec bash -c 'kill -SEGV $$'); true
python: exec python3 -c 'import json, socket, subprocess; subprocess.run(["true"]); print(open("hello.c").read())'
~python-threads: exec python3 -c 'import threading as t; x = [t.Thread(target=print) for i in range(3)]; [(i.start(), i.join()) for i in x]'
python-asyncio: exec python3 -c 'import asyncio; asyncio.run(asyncio.sleep(0.01))'
python-sockets: exec python3 -c 'import socket; a, b = socket.socketpair(); a.send(b"x"); b.recv(9); s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)'
perl: exec perl -e 'print map {$_ * 2} 1..10; system("true"); open F, "hello.c"; @a = <F>; @b = stat F; rename "hello.c", "x.c"'
compile: gcc -O1 -c hello.c && gcc -o hello hello.o && ./hello
make: make -s -f Makefile
git: git init -q a && cd a && git hash-object -w --stdin <../hello.c >../id && git update-ref refs/tags/b $(cat ../id) && git tag; git cat-file -p b; git config -l; git log; git count-objects
tar: tar -cf a.tar /usr/include/linux; gzip -1n a.tar; gzip -d a.tar.gz; tar -tf a.tar; tar -xf a.tar usr/include/linux/fs.h
sqlite: sqlite3 db 'pragma journal_mode=off; create table t(a); insert into t values(1); select * from t'
openssl: openssl version; openssl dgst -sha256 hello.c
curl: curl -s file://$PWD/hello.c
dd: dd if=/dev/zero of=f bs=512 count=50 status=none; cp f g; mv g h; chmod 600 h; touch -d 2020-01-01 h; ln -s h i; ln h k; rm i h; mkdir d; rmdir d; stat f; truncate -s 5 f; sync f; mkfifo p
users: id; df / >/dev/null; stat /; nproc; uname -a; date -d @0; nice true; timeout 9 true; xargs -a hello.c echo; env true
""".strip().split("\n")

ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC",
    "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PERL_HASH_SEED": "0",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_AUTHOR_DATE": "1000000000 +0000",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b", "GIT_COMMITTER_DATE": "1000000000 +0000",
    "GIT_CONFIG_NOSYSTEM": "1",
}
LONG_AGO = 1000000000

# Calls whose small numbers are pids, and not sizes that happen to be one.
OF_PIDS = re.compile(
    r"(clone3?|v?fork|wait4|waitid|getp?pid|gettid|getpgrp|getpgid|setpgid|getsid|setsid|kill|tkill|tgkill|"
    r"pidfd_open|rt_(tg)?sigqueueinfo|rt_sigreturn|process_vm_\w+|prlimit64|sched_\w+|set_tid_address|ioctl|fcntl|exit\w*)\(|[-+]{3} |\? ")
MASKS = [(re.compile(pattern), text) for pattern, text in (
    (r"\)\s+= ", ") = "),
    (r"\b0x[0-9a-f]{5,}\b", "ADDRESS"),
    (r"\b(tv_n?u?sec|si_[us]time|ru_\w+|st_[amc]time(_nsec)?|st_ino|d_off|d_ino|stx_ino)"
     r"=-?\d+( /\* [^*]* \*/)?", r"\1=N"),
    (r"\bf_(bfree|bavail|ffree|files)=\d+", r"f_\1=N"),
    (r"/\* \d{4}-\d\d-\d\dT.*? \*/", "/* DATE */"),
    (r"/tmp/[\w.]*", "/tmp/NAME"),
    (r"\.git/t\w{6}\"", '.git/NAME"'),
    (r"tmp_obj_\w+|tmp_pack_\w+", "NAME"),
    (r"htons\(\d{5}\)", "htons(PORT)"),
    (r"\b(nl(?:msg)?_pid)=-?[1-9]\d+", r"\1=N"),
    (r"^((?:msg|sem|shm)(?:get\(.* = |\w+\())\d+", r"\1ID"),
    (r"^(getrandom)\(\".*?\"(\.\.\.)?", r"\1(RANDOM"),
    (r"^(getppid|getpgrp|times|sysinfo|clock_get\w+|gettimeofday|time|getrusage)\(.*", r"\1"),
    # what depends on where things were mapped
    (r"\bu64=\d{10,}", "u64=N"),
    (r"^munmap\(ADDRESS, \d{7,}\)", "munmap(ADDRESS, ARENA)"),
    (r'"[0-9a-f]{8,12}-[0-9a-f]{8,12} [^"]*"(\.\.\., \d+\) = \d+)?', "MAPS"),
)]
OPENED = " <unfinished ...>"
BORN = re.compile(r"(?:clone3?|v?fork)\(.*\) += (\d+)", re.S)


class Process:
    def __init__(self):
        self.calls, self.signals = [], []


def whole_lines(path):
    """Of each process its lines, those in two halves joined, and the pids of its children."""
    lines, halves, children = {}, {}, collections.defaultdict(list)
    with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        for line in file:
            match = re.match(r"(\d+) +(.*)", line.rstrip("\n"), re.S)
            if not match:
                continue
            pid, text = match.groups()
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", text, re.S)
            if resumed:
                text = halves.pop(pid, "") + resumed[1]
            elif text.endswith(OPENED):
                halves[pid] = text[:-len(OPENED)]
                continue
            lines.setdefault(pid, []).append(text)
            born = BORN.match(text)
            if born:
                children[pid].append(born[1])
    return lines, children


def in_order(lines, children):
    """The pids: parents before children, siblings by birth, whoever ran first."""
    order = []

    def visit(pid):
        if pid in lines and pid not in order:
            order.append(pid)
            for child in children[pid]:
                visit(child)

    for pid in lines:
        visit(pid)
    return order


def masked(path):
    """A list of Process; in the first, what comes before the first image is left out."""
    lines, children = whole_lines(path)
    order = in_order(lines, children)
    numbers = {pid: "PID%d" % index for index, pid in enumerate(order)}
    in_text = re.compile(r"(?<![\d\\])(%s)(?!\d)" % "|".join(pid for pid in order if len(pid) > 3)
                         if any(len(pid) > 3 for pid in order) else r"(?!)")
    result = []
    for pid in order:
        process = Process()
        for line in lines[pid]:
            for pattern, text in MASKS:
                line = pattern.sub(text, line)
            if OF_PIDS.match(line):
                line = re.sub(r"\b\d+\b", lambda match: numbers.get(match[0], match[0]), line)
            elif '"' in line:
                line = re.sub(r'"[^"]*"', lambda match: in_text.sub("PID", match[0]), line)
            (process.signals if line.startswith("--- ") else process.calls).append(line)
        result.append(process)
    if result:
        first = result[0].calls
        for index, line in enumerate(first):
            if line.startswith("execve(") and line.endswith("= 0"):
                result[0].calls = first[index:]
                break
    return result


def call_of(line):
    """Name and result, as far as a call's line tells."""
    match = re.match(r"(\w+)\b.*= (-?\w+)( E\w+)?", line, re.S)
    return match.group(1, 2, 3) if match else line


def opcodes(a, b):
    return difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def name_of(line):
    return re.match(r"\W*\w*", line)[0]


class Count:
    """What two traces of one command have in common."""

    def __init__(self):
        self.lines = self.equal = self.differ = self.alone = 0
        self.classes = collections.Counter()
        self.examples = {}

    def note(self, pair):
        name = name_of(pair[0] if pair[0] != "(none)" else pair[1])
        self.classes[name] += 1
        self.examples.setdefault(name, []).append(pair)

    def add(self, theirs, ours):
        """Pairs of equal lines, pairs of lines that show one call differently, calls of one only."""
        self.lines += len(theirs)
        for tag, a, b, c, d in opcodes(theirs, ours):
            if tag == "equal":
                self.equal += b - a
                continue
            left, right = theirs[a:b], ours[c:d]
            for inner, e, f, g, h in opcodes([call_of(line) for line in left],
                                             [call_of(line) for line in right]):
                if inner == "equal":
                    for pair in zip(left[e:f], right[g:h]):
                        self.differ += 1
                        self.note(pair)
                    continue
                self.alone += max(f - e, h - g)
                for index in range(max(f - e, h - g)):
                    self.note((left[e + index] if e + index < f else "(none)",
                               right[g + index] if g + index < h else "(none)"))

    def merge(self, other):
        self.lines += other.lines
        self.equal += other.equal
        self.differ += other.differ
        self.alone += other.alone
        self.classes += other.classes
        for name, pairs in other.examples.items():
            self.examples.setdefault(name, []).extend(pairs)

    @property
    def alone_percent(self):
        return 100 * self.alone / max(self.lines, 1)

    @property
    def equal_percent(self):
        """Of all lines, whole ones that are the same in both."""
        return 100 * self.equal / max(self.lines, 1)

    @property
    def decoded_percent(self):
        """Of the calls that both have, those shown alike: what the decoder answers for."""
        return 100 * self.equal / max(self.equal + self.differ, 1)

    def show(self, most=None, examples=1):
        for name, many in self.classes.most_common(most):
            print("#   %4d %s" % (many, name))
            for pair in self.examples[name][:examples]:
                print("#        strace: %s\n#        ours:   %s" %
                      tuple(text[:900].encode(errors="backslashreplace").decode() for text in pair))


def compared(theirs, ours):
    """Both lists of Process."""
    count = Count()
    empty = Process()
    for index in range(max(len(theirs), len(ours))):
        a = theirs[index] if index < len(theirs) else empty
        b = ours[index] if index < len(ours) else empty
        count.add(a.calls, b.calls)
        count.add(a.signals, b.signals)
    return count


def prepare(directory):
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(os.path.join(directory, "tree", "a"))
    files = {"hello.c": "#include <stdio.h>\nint main(void) { return puts(\"hello\") < 0; }\n",
             "Makefile": "all: hello.o other.o\n\ttrue\nother.o: hello.c\n\tcc -c -o $@ $<\n"}
    files.update(("tree/a/%d" % i, "%d\n" % i) for i in range(20))
    files.update(("tree/b%d" % i, "text\n" * i) for i in range(10))
    for name, text in files.items():
        path = os.path.join(directory, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.utime(path, (LONG_AGO, LONG_AGO))


def run(tracer, command, directory, timeout=300):
    """(status, what was said on stderr) of a shell's command under tracer, in a fresh directory."""
    prepare(directory)
    process = subprocess.Popen(tracer + ["/bin/sh", "-c", command], cwd=directory, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
                               env=dict(ENVIRONMENT, HOME=directory))
    try:
        _, errors = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return process.returncode, errors.decode(errors="replace")
