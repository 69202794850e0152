#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# also: user
# needs: python3
exec python3 - <<'END'
import multiprocessing
import os
import queue
import signal
import socket
import subprocess
import sys
import threading


def square(number):
    return number * number, os.getpid() != parent


parent = os.getpid()
print(subprocess.run(["echo", "a child"], capture_output=True, check=True).stdout)
print(subprocess.run("exit 3", shell=True, check=False).returncode)
print(subprocess.run(["cat"], input=b"x" * 100000, stdout=subprocess.PIPE,
                     check=True).stdout.count(b"x"))
with subprocess.Popen(["sleep", "1000"], start_new_session=True) as child:
    child.terminate()
print(child.returncode)
try:
    subprocess.run(["/does/not/exist"], check=False)
except OSError as error:
    print(error)
try:
    subprocess.run(["sleep", "1000"], timeout=0.05, check=False)
except subprocess.TimeoutExpired as error:
    print("too late")

numbers = queue.Queue()
results = []
lock = threading.Lock()


def worker():
    while True:
        number = numbers.get()
        if number is None:
            return
        with lock:
            results.append(number * 2)


threads = [threading.Thread(target=worker) for _ in range(8)]
for thread in threads:
    thread.start()
for i in range(1000):
    numbers.put(i)
for thread in threads:
    numbers.put(None)
for thread in threads:
    thread.join()
print(sum(results))

context = multiprocessing.get_context("fork")
with context.Pool(4) as pool:
    print(pool.map(square, range(10)))
shared = context.Array("i", range(5))
sys.stdout.flush()
processes = [context.Process(target=shared.__setitem__, args=(i, 10 * i)) for i in range(5)]
for process in processes:
    process.start()
for process in processes:
    process.join()
print(list(shared), [process.exitcode for process in processes])

a, b = socket.socketpair()
pid = os.fork()
if not pid:
    a.close()
    b.sendall(b"over a socket")
    os._exit(0)
b.close()
print(a.recv(100), os.waitpid(pid, 0)[1])
signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", number))
os.kill(os.getpid(), signal.SIGUSR1)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
signal.setitimer(signal.ITIMER_REAL, 0.01)
print(signal.sigwait([signal.SIGALRM]))
sys.exit(11)
END
