#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs a script natively and under self_ptrace -f -o FILE, and compares.

stdout, stderr and status must be the same; the trace must be well formed, begin
with the script's execve and end with its exit.  The script says in its head

    # needs: COMMAND...     skipped without them
    # timeout: SECONDS      of one run; 60
    # also: user alone      run as nobody too; run with nothing beside it
    # trace: REGEX          a line of the trace is like this (any number of these)
    # message: REGEX        the tool may say this on stderr, where it says nothing else

Both runs have the same empty directory $PWD, $HOME within it, and $BIN with the
programs made from tests/programs/*.c and the like.
"""
import argparse
import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
NOBODY = 65534
PR_SET_CHILD_SUBREAPER = 36


class About:
    def __init__(self, path):
        self.needs, self.also, self.trace, self.message = [], [], [], []
        self.timeout = 60
        with open(path, encoding="utf-8") as script:
            for line in script:
                if not line.startswith("#"):
                    break
                match = re.match(r"# (needs|timeout|also|trace|message): (.*)", line)
                if not match:
                    continue
                key, value = match[1], match[2]
                if key == "timeout":
                    self.timeout = int(value)
                elif key in ("trace", "message"):
                    getattr(self, key).append(value)
                else:
                    getattr(self, key).extend(value.split())


def runs_32_bits(build):
    """Whether this kernel has 32-bit programs, and calls."""
    try:
        return subprocess.run([os.path.join(build, "tests", "programs", "tiny32")], check=False,
                              stdout=subprocess.DEVNULL).returncode == 32
    except OSError:
        return False


def descendants(root):
    """All processes below a process."""
    children = {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % name, "rb") as stat:
                parent = int(stat.read().rsplit(b")", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found[1:]


def adopt_orphans():
    """What a test leaves behind becomes this process's child, so that it can be found."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_children(patience=0):
    """Kills what is left below this process after a while; the names of what that was."""
    names = []
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        try:
            if not os.waitpid(-1, os.WNOHANG)[0]:
                time.sleep(0.01)
        except ChildProcessError:
            return names
    while True:
        left = descendants(os.getpid())
        for pid in left:
            try:
                with open("/proc/%d/stat" % pid, encoding="utf-8", errors="replace") as stat:
                    text = stat.read()
                if text.rsplit(")", 1)[1].split()[0] != "Z":
                    names.append("%d %s" % (pid, text[text.index("(") + 1:text.rindex(")")]))
                    os.kill(pid, signal.SIGKILL)
            except OSError:
                pass
        try:
            while os.waitpid(-1, 0)[0]:
                pass
        except ChildProcessError:
            return sorted(set(names))


class Result:
    def __init__(self, status, out, err, late):
        self.status, self.out, self.err, self.late = status, out, err, late


def run(argv, cwd, env, timeout, user=None):
    def become():
        os.umask(0o022)
        if user is not None:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)

    # pylint: disable=subprocess-popen-preexec-fn
    process = subprocess.Popen(argv, cwd=cwd, env=env, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               start_new_session=True, preexec_fn=become)
    late = False
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        late = True
        for pid in descendants(os.getpid()):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        out, err = process.communicate()
    return Result(process.returncode, out, err, late)


LINE = re.compile(r"(\d+) +(.*)", re.S)
CALL = re.compile(r"(\w+)\(.*\) += .+", re.S)
UNFINISHED = re.compile(r"(\w+)\(.*<unfinished \.\.\.>(\) += \?)?", re.S)
RESUMED = re.compile(r"<\.\.\. (\w+) resumed>.*\) += .+", re.S)
END = re.compile(r"\+\+\+ (exited with (\d+)|killed by (SIG\w+)( \(core dumped\))?|"
                 r"superseded by execve in pid (\d+)) \+\+\+")
# What another tracer takes over is let go.
DETACHED = re.compile(r"\[ is traced by another .*|.*<detached \.\.\.>", re.S)
OTHER = re.compile(r"--- .* ---|\[ .* \]")


def trace_errors(lines, status, script):
    """What is wrong with the lines of a trace that ended with status."""
    errors = []

    def wrong(number, text):
        if len(errors) < 10:
            errors.append("trace:%d: %s: %s" % (number + 1, text, lines[number][:200]))

    if not lines:
        return ["the trace is empty"]
    first = re.match(r"(\d+) +execve\(\"([^\"]*)\", \[.*\], 0x[0-9a-f]+ /\* \d+ vars? \*/\) += 0$",
                     lines[0])
    if not first or first[2] != script:
        wrong(0, "not the execve of " + script)
    if not END.search(lines[-1]):
        wrong(len(lines) - 1, "not an end")
    ends = {}
    calls = {}  # by thread that has not ended: the call it is in, or None
    for number, line in enumerate(lines):
        match = LINE.fullmatch(line)
        if not match:
            wrong(number, "no thread")
            continue
        tid, text = match[1], match[2]
        inside = calls.get(tid)
        end = END.fullmatch(text)
        if end:
            ends[tid] = end
            former = calls.pop(tid, None)
            if end[5]:  # that thread goes on under this one's number, within its execve
                calls[tid] = calls.pop(end[5], former)
            continue
        resumed, unfinished = RESUMED.fullmatch(text), UNFINISHED.fullmatch(text)
        if DETACHED.fullmatch(text):
            calls.pop(tid, None)
        elif resumed:
            if inside != resumed[1]:
                wrong(number, "resumes what is not unfinished (%s)" % inside)
            calls[tid] = None
        elif unfinished:
            if inside:
                wrong(number, "a call within %s" % inside)
            calls[tid] = None if unfinished[2] else unfinished[1]
        elif CALL.fullmatch(text):
            if inside:
                wrong(number, "a call within %s" % inside)
            calls[tid] = None
        elif OTHER.fullmatch(text):
            calls.setdefault(tid, None)
        else:
            wrong(number, "no known form")
    for tid in calls:
        errors.append("the trace does not tell how %s ended" % tid)
    if first:
        end = ends.get(first[1])
        expected = "exited with %d" % status if status >= 0 else \
            "killed by " + signal.Signals(-status).name
        if not end or not end[1].startswith(expected):
            errors.append("%s: '%s' instead of '%s'" % (first[1], end and end[1], expected))
    return errors[:20]


def difference(what, native, traced):
    if native == traced:
        return []
    path = os.environ.get("SELF_PTRACE_KEEP")
    if path:
        for name, data in (("native", native), ("traced", traced)):
            with open("%s.%s.%s" % (path, what, name), "wb") as file:
                file.write(data)
    a, b = native.split(b"\n"), traced.split(b"\n")
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))

    def at_line(lines):
        return lines[at][:300].decode(errors="replace") if at < len(lines) else "(its end)"

    return ["%s differs from line %d on:" % (what, at + 1),
            "  native: " + at_line(a), "  traced: " + at_line(b)]


def without_messages(err, patterns):
    """stderr less what the tool is allowed to say."""
    if not patterns:
        return err
    keep = [line for line in err.split(b"\n")
            if not any(re.fullmatch(r"self_ptrace: " + pattern,
                                    line.decode(errors="replace")) for pattern in patterns)]
    return b"\n".join(keep)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", default="build")
    parser.add_argument("--tool", help="instead of BUILD/self_ptrace: strace tests the test")
    parser.add_argument("--nobody", action="store_true", help="run as user 65534")
    parser.add_argument("--option", action="append", default=[], help="one more for the tool")
    parser.add_argument("--keep", help="copy the trace, and output that differs, to FILE*")
    parser.add_argument("script")
    args = parser.parse_args()
    about = About(args.script)
    lacking = [need for need in about.needs if not shutil.which(need)]
    if lacking:
        print("skipped: no " + " ".join(lacking))
        return SKIPPED
    if args.keep:
        os.environ["SELF_PTRACE_KEEP"] = args.keep
    adopt_orphans()
    # Short: some programs make sockets below it.
    root = tempfile.mkdtemp(prefix="spt.", dir="/tmp")
    os.chmod(root, 0o755)
    try:
        return compare(args, about, root)
    finally:
        end_children()
        shutil.rmtree(root, ignore_errors=True)


def compare(args, about, root):
    user = NOBODY if args.nobody else None
    script = os.path.join(root, os.path.basename(args.script))
    shutil.copy(args.script, script)
    os.chmod(script, 0o755)
    bin_dir = os.path.join(root, "bin")
    shutil.copytree(os.path.join(args.build, "tests", "programs"), bin_dir,
                    ignore=lambda path, names: [name for name in names
                                                if os.path.isdir(os.path.join(path, name))])
    tool = os.path.join(root, "self_ptrace")
    shutil.copy(args.tool or os.path.join(args.build, "self_ptrace"), tool)
    trace_dir = os.path.join(root, "trace")
    os.mkdir(trace_dir)
    trace = os.path.join(trace_dir, "out")
    work = os.path.join(root, "work")
    env = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
           "HOME": os.path.join(work, "home"), "PWD": work, "LC_ALL": "C.UTF-8", "TZ": "UTC",
           "TERM": "dumb", "BIN": bin_dir}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]

    def one(argv):
        shutil.rmtree(work, ignore_errors=True)
        os.makedirs(os.path.join(work, "home"))
        if user is not None:
            for path in (trace_dir, work, os.path.join(work, "home")):
                os.chown(path, user, user)
        start = time.monotonic()
        result = run(argv, work, env, about.timeout, user)
        result.seconds = time.monotonic() - start
        return result

    native = one([script])
    if native.status == SKIPPED and not native.late:
        print("skipped: " + native.out.decode(errors="replace").strip())
        return SKIPPED
    if native.late:
        print("native run: not done in %d s" % about.timeout)
        return 1
    left = end_children(10)
    if left:
        print("native run: leaves behind " + ", ".join(left))
        return 1
    traced = one([tool, "-f", "-o", trace] + args.option + [script])
    if args.keep and os.path.exists(trace):
        shutil.copy(trace, args.keep)
    errors = []
    if traced.late:
        errors.append("traced run: not done in %d s; native: %.1f s" %
                      (about.timeout, native.seconds))
    left = end_children()
    if left:
        errors.append("traced run: leaves behind " + ", ".join(left))
    errors += difference("stdout", native.out, traced.out)
    errors += difference("stderr", native.err, without_messages(traced.err, about.message))
    if native.status != traced.status:
        errors.append("status: %d natively, %d traced" % (native.status, traced.status))
    try:
        with open(trace, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            lines = file.read().rstrip("\n").split("\n")
    except OSError as error:
        errors.append("no trace: %s" % error)
        lines = []
    if lines:
        errors += trace_errors(lines, native.status, script)
        for pattern in about.trace:
            regex = re.compile(pattern)
            if not any(regex.search(line) for line in lines):
                errors.append("the trace has no line like: " + pattern)
    print("native %.2f s, traced %.2f s, %d lines" % (native.seconds, traced.seconds, len(lines)))
    for error in errors:
        print(error.encode(errors="backslashreplace").decode())
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
