#!/usr/bin/env python3
"""Times the heart as it is written, against other ways to evaluate it from Python.

All contenders take turns in one process, round by round; the least time of each counts. What runs on one thread is timed by the processor
time of that thread, what runs on several by the clock. Results are compared: whoever differs by more than rounding is an error.

    python3 python/bench/compare.py --level v3 --out python/bench/results/PROCESSOR-v3.json
    python3 python/bench/compare.py --level v4 --out python/bench/results/PROCESSOR-v4.json
    python3 python/bench/tables.py

The level restricts Kernels, NumPy and Numba to AVX2 (v3) or leaves them AVX-512 (v4); numexpr is as it has been built.
"""

import argparse
import asyncio
import ctypes
import datetime
import importlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from math import cos, sin
from pathlib import Path

LEVELS = {"v3": ("avx2", "fma"), "v4": ("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl")}
PYTHON_POINTS = 20_000
AVX512_OF_NUMPY = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"


class Parser(argparse.ArgumentParser):
    """Mistakes are one line."""

    def error(self, message):
        self.exit(2, f"{self.prog}: {message}\n")


def parse(arguments):
    """What is to be measured."""
    parser = Parser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--level", choices=LEVELS, help="v3: AVX2 alone; v4: AVX-512 (default: the last that the processor has)")
    parser.add_argument("--points", type=int, default=1_000_000, help="a multiple of 16 (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=40, help="how often each contender is timed (default: %(default)s)")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="where figures, versions and the processor's name go")
    options = parser.parse_args(arguments)
    flags = processor()["flags"]
    levels = [level for level, needed in LEVELS.items() if not set(needed) - flags]
    if not levels:
        parser.error("this processor has no AVX2")
    options.level = options.level or levels[-1]
    if options.level not in levels:
        parser.error(f"this processor is not of level {options.level}")
    if options.points < 16 or options.points % 16:
        parser.error(f"--points must be a multiple of 16, not {options.points}")
    if options.rounds < 1:
        parser.error(f"--rounds must be at least 1, not {options.rounds}")
    if options.out and not options.out.parent.is_dir():
        parser.error(f"there is no folder {options.out.parent}")
    return options


def processor():
    """The processor's name, family and model, and its flags."""
    facts = {}
    with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:
        for line in file:
            key, _, value = line.partition(":")
            facts.setdefault(key.strip(), value.strip())
    return {
        "name": facts.get("model name", "unknown"), "family": facts.get("cpu family"), "model": facts.get("model"),
        "flags": frozenset(facts.get("flags", "").split()),
    }


def restrict(level):
    """Sets what the libraries read when they are imported: all on the same footing."""
    os.environ["KERNELS_LEVEL"] = level
    if level == "v3":
        os.environ["NPY_DISABLE_CPU_FEATURES"] = AVX512_OF_NUMPY
        os.environ["NUMBA_CPU_NAME"] = "haswell"
        os.environ["NUMBA_CPU_FEATURES"] = ""


# The heart as it is written, for each contender.

def heart(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


async def waiting_heart(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


def numpy_heart(np):
    def f(t):
        x = 16 * np.sin(t) ** 3
        y = 13 * np.cos(t) - 5 * np.cos(2*t) - 2 * np.cos(3*t) - np.cos(4*t)
        return (x, y)

    return f


# Not as written: NumPy's powers are slow.
def numpy_multiplied_heart(np):
    def f(t):
        s = np.sin(t)
        x = 16 * (s * s * s)
        y = 13 * np.cos(t) - 5 * np.cos(2*t) - 2 * np.cos(3*t) - np.cos(4*t)
        return (x, y)

    return f


def numba_heart(numba, is_parallel):
    indices = numba.prange if is_parallel else range

    @numba.njit(parallel=is_parallel)
    def f(t, x, y):
        for i in indices(t.size):
            x[i] = 16 * sin(t[i]) ** 3
            y[i] = 13 * cos(t[i]) - 5 * cos(2*t[i]) - 2 * cos(3*t[i]) - cos(4*t[i])

    return f


def numexpr_heart(numexpr):
    def f(t, x, y):
        numexpr.evaluate("16 * sin(t)**3", out=x)
        numexpr.evaluate("13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)", out=y)

    return f


def libmvec_heart(level, folder):
    """A loop in C; its error if it cannot be compiled."""
    library = Path(folder, "heart.so")
    wide = ["-mavx512f", "-mprefer-vector-width=512"] if level == "v4" else []
    source = Path(__file__).with_name("libmvec_heart.c")
    command = ["gcc", "-O2", "-mavx2", "-mfma", *wide, "-shared", "-fPIC", "-o", library, source, "-Wl,--no-as-needed", "-lmvec", "-lm"]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False)
    if result.returncode:
        raise OSError((result.stdout.splitlines() or ["gcc has failed"])[0])
    function = ctypes.CDLL(str(library)).heart
    function.argtypes = [ctypes.c_void_p] * 3 + [ctypes.c_long]
    function.restype = None
    return function


class Contender:
    """A way to evaluate: a call, how many points it is for, and the clock."""

    def __init__(self, name, threads, call, points, prepare=None):
        self.name, self.threads, self.call, self.points, self.prepare = name, threads, call, points, prepare
        self.clock = time.thread_time if threads == 1 else time.perf_counter
        self.least = float("inf")

    def run(self):
        """Times one call."""
        if self.prepare:
            self.prepare()
        before = self.clock()
        self.call()
        self.least = min(self.least, (self.clock() - before) / self.points)


class Skipped(list):
    """Contenders that are not here, and why."""

    def imported(self, name):
        try:
            return importlib.import_module(name)
        except ImportError as error:
            self.append(f"{name}: {error}")
            return None


def main(arguments=None):
    options = parse(arguments)
    restrict(options.level)
    import numpy as np

    skipped = Skipped()
    load = os.getloadavg()[0]
    ways, first = contenders(np, options, skipped)
    for _ in range(options.rounds):
        for way in ways:
            way.run()
        ways = ways[1:] + ways[:1]
    ways.sort(key=lambda way: way.place)
    small = calls(np, options)
    report = {
        "date": datetime.date.today().isoformat(),
        "processor": {key: value for key, value in processor().items() if key != "flags"},
        "threads": threads_here(),
        "level": options.level,
        "points": options.points,
        "rounds": options.rounds,
        "load": round(load, 1),
        "versions": {"python": platform.python_version(), **first.pop("versions")},
        "builds": builds(),
        "skipped": list(skipped),
        "rows": [{"contender": way.name, "threads": way.threads, "nanoseconds": round(way.least * 1e9, 2)} for way in ways],
        "first": first,
        "calls": small,
    }
    show(report)
    if options.out:
        options.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 0


def builds():
    """Which vector functions the others bring, and may use at this level."""
    found = {}
    if "numba" in sys.modules:
        found["Numba"] = "SVML" if sys.modules["numba"].config.USING_SVML else None
    if "numexpr" in sys.modules:
        found["numexpr"] = "VML" if sys.modules["numexpr"].use_vml else None
    core = sys.modules.get("numpy._core._multiarray_umath") or sys.modules["numpy.core._multiarray_umath"]
    has_svml = b"__svml_sin8" in Path(core.__file__).read_bytes()
    found["NumPy"] = "SVML" if has_svml and core.__cpu_features__.get("AVX512_SKX") else None
    return found


def threads_here():
    return len(os.sched_getaffinity(0))


def contenders(np, options, skipped):
    """All that are here, each called once; and what their first results took."""
    threads = threads_here()
    # At random, so that no processor's prediction of branches learns them by heart.
    t = np.random.default_rng(20).uniform(-100, 100, options.points)
    parts = [slice(i, i + options.points // 2) for i in (0, options.points // 2)]
    first, results, ways = {"versions": {"numpy": np.__version__}}, [], []

    def add(name, used, call, x, y, points=options.points, prepare=None):
        call()
        way = Contender(name, used, call, points, prepare)
        way.place = len(ways)
        ways.append(way)
        results.append((name, x, y))

    def outputs():
        return np.zeros_like(t), np.zeros_like(t)

    def timed(name, make):
        before = time.process_time()
        made = make()
        first[name] = round((time.process_time() - before) * 1e3, 1)
        return made

    def first_of_kernels():
        f = pure(heart)
        f(t[:1000])
        return f

    from purekernels import pure

    f = timed("purekernels", first_of_kernels)
    nearest = pure(heart, correctly_rounded=True)
    first["versions"]["purekernels"] = sys.modules["purekernels"].__version__
    several = [1, threads] if threads > 1 else [1]
    for name, function in (("purekernels", f), ("purekernels, correctly rounded", nearest)):
        for used in several:
            x, y = outputs()
            add(name, used, lambda function=function, used=used, x=x, y=y: function(t, out=(x, y), threads=used), x, y)

    if threads > 1:
        pool = ThreadPoolExecutor(1)
        x, y = outputs()
        add("purekernels, one call on two threads", 2, lambda x=x, y=y: f(t, out=(x, y), threads=2), x, y)
        x, y = outputs()

        def half(part, x=x, y=y):
            f(t[part], out=(x[part], y[part]), threads=1)

        def halves():
            other = pool.submit(half, parts[1])
            half(parts[0])
            other.result()

        add("purekernels, two Python threads on halves", 2, halves, x, y)

    numba = skipped.imported("numba")
    if numba:
        first["versions"]["numba"] = numba.__version__
        x, y = outputs()
        serial = numba_heart(numba, False)
        timed("Numba", lambda: serial(t[:1000], x[:1000], y[:1000]))
        add("Numba", 1, lambda x=x, y=y: serial(t, x, y), x, y)
        if threads > 1:
            parallel = numba_heart(numba, True)
            x, y = outputs()
            add("Numba", threads, lambda x=x, y=y: parallel(t, x, y), x, y)

    numexpr = skipped.imported("numexpr")
    if numexpr:
        first["versions"]["numexpr"] = numexpr.__version__
        evaluate = numexpr_heart(numexpr)
        timed("numexpr", lambda: evaluate(t[:1000], *(part[:1000] for part in outputs())))
        for used in several:
            x, y = outputs()
            add("numexpr", used, lambda x=x, y=y: evaluate(t, x, y), x, y, prepare=lambda used=used: numexpr.set_num_threads(used))

    kept = {}
    for name, function in (("NumPy", numpy_heart(np)), ("NumPy, the cube as s*s*s", numpy_multiplied_heart(np))):
        results.append((name, *function(t)))
        add(name, 1, lambda function=function: function(t), None, None)

    places = slice(None, None, max(1, options.points // PYTHON_POINTS))
    some = t[places].tolist()

    def run_python():
        kept["python"] = [heart(value) for value in some]

    add("a Python loop", 1, run_python, None, None, len(some))
    with tempfile.TemporaryDirectory() as folder:
        try:
            loop = libmvec_heart(options.level, folder)
        except OSError as error:
            skipped.append(f"libmvec: {error}")
        else:
            x, y = outputs()
            arrays = (t, x, y)
            add("a loop in C over libmvec", 1, lambda: loop(*[array.ctypes.data for array in arrays], options.points), x, y)
    verify(np, results, np.array(kept["python"]).T, places)
    return ways, first


def verify(np, results, expected, places):
    """Whether all have computed the heart."""
    for name, x, y in results:
        if x is not None:
            difference = max(abs(x[places] - expected[0]).max(), abs(y[places] - expected[1]).max())
            if not difference < 1e-12:
                sys.exit(f"compare.py: {name} differs by {difference}")


def calls(np, options):
    """Microseconds of a call: of few points, of one number, of many numbers awaited."""
    from purekernels import pure

    f, f_async, f_numpy = pure(heart), pure(waiting_heart), numpy_heart(np)
    measured = {}
    batches = {}
    for n in (1, 10, 100, 1000, 10_000):
        t = np.linspace(-100, 100, n)
        batches[f"purekernels, {n}"] = lambda t=t: f(t)
        batches[f"NumPy, {n}"] = lambda t=t: f_numpy(t)
        if n <= 1000:
            values = t.tolist()
            batches[f"a Python loop, {n}"] = lambda values=values: [heart(value) for value in values]
    batches["purekernels, a number"] = lambda: f(0.5)
    batches["Python, a number"] = lambda: heart(0.5)
    counts = {}
    for name, call in batches.items():
        call()
        before = time.perf_counter()
        for _ in range(5):
            call()
        counts[name] = max(1, int(0.004 * 5 / (time.perf_counter() - before)))
    for _ in range(options.rounds):
        for name, call in batches.items():
            before = time.thread_time()
            for _ in range(counts[name]):
                call()
            measured[name] = min(measured.get(name, float("inf")), (time.thread_time() - before) / counts[name])

    numbers = np.linspace(-100, 100, 1000)

    async def gathered(function, values):
        before = time.thread_time()
        await asyncio.gather(*[asyncio.create_task(function(value)) for value in values])
        return time.thread_time() - before

    for _ in range(max(5, options.rounds // 4)):
        for name, function in (("purekernels", f_async), ("Python", waiting_heart)):
            took = asyncio.run(gathered(function, numbers.tolist())) / len(numbers)
            measured[f"{name}, a number gathered"] = min(measured.get(f"{name}, a number gathered", float("inf")), took)
    return {name: round(value * 1e6, 3) for name, value in measured.items()}


def show(report):
    """The figures on the terminal."""
    print(f"{report['processor']['name']}, level {report['level']}, {report['points']:,} points, load {report['load']}: ns a point")
    base = {row["threads"]: row["nanoseconds"] for row in reversed(report["rows"]) if row["contender"] == "purekernels"}
    for row in report["rows"]:
        ratio = row["nanoseconds"] / base.get(row["threads"], base[1])
        threads = f"{row['threads']} thread" + "s" * (row["threads"] > 1)
        print(f"  {row['contender']:<44} {threads:>10} {row['nanoseconds']:>9.2f}   × {ratio:.2f}")
    print("a call, µs")
    for name, value in report["calls"].items():
        print(f"  {name:<44} {value:>12.3f}")
    print("until the first result, ms of processor time: " + ", ".join(f"{name} {value}" for name, value in report["first"].items()))
    for line in report["skipped"]:
        print(f"skipped: {line}")


if __name__ == "__main__":
    sys.exit(main())
