"""Other processes: code that runs in an interpreter of its own, with a time limit, so that nothing hangs."""

import os
import signal
import subprocess
import sys
import textwrap
import traceback
from pathlib import Path

import purekernels

HERE = Path(__file__).resolve().parent
SECONDS = 120

PREAMBLE = """
import os, resource, signal, sys, threading, time
import numpy as np
from math import cos, exp, log, sin
from purekernels import PureError, PureFunction, get_num_threads, pure, set_num_threads

@pure
def f(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)

@pure
def s(t):
    return sin(t)

def status(name):
    with open("/proc/self/status") as file:
        return next(line.split()[1] for line in file if line.startswith(name + ":"))

def used():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
"""


def start(code, preamble=PREAMBLE, env=None, arguments=(), **options):
    """Runs code; returns the process when it has ended, with its output and its code."""
    paths = [str(HERE), str(Path(purekernels.__file__).resolve().parent.parent), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **(env or {})}
    environment = {name: value for name, value in environment.items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments, "-c", preamble + textwrap.dedent(code)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", errors="replace", timeout=SECONDS, env=environment, **options)


def output(code, returns=0, **options):
    """What code prints, if it ends as expected."""
    process = start(code, **options)
    assert process.returncode == returns, f"ended with {process.returncode}, not {returns}\n{process.stdout}\n{process.stderr}"
    return process.stdout.strip()


def in_child(action):
    """Forks; whether the action is right in the child. A child that takes too long is killed, and is an error."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.alarm(SECONDS)
            if action() is not False:
                code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return os.waitpid(child, 0)[1]


def copies():
    """Files of the library that this process has mapped, of this package and of memory."""
    with open("/proc/self/maps") as file:
        names = {line.split(maxsplit=5)[5].strip() for line in file if "kernels-v" in line}
    return {name for name in names if "memfd:" not in name}, {name for name in names if "memfd:" in name}
