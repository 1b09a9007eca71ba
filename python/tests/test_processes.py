"""Other processes: forked at any time, spawned, ended in any way. Each child has a time limit, so that nothing hangs."""

import concurrent.futures
import hashlib
import multiprocessing
import os
import subprocess
import threading
import time

import numpy as np
import pytest
from children import SECONDS, copies, in_child, output, start
from functions import HEART, assert_same, bits, heart, heart_async, mixed, points, run, sine

from purekernels import PureFunction, _native, pure

POINTS = points(50_000)


def digest_of(function=heart, array=POINTS):
    """A hash of results, of an array and of a number."""
    results = function(*[array] * len(function.inputs)), function(*[0.5] * len(function.inputs))
    return hashlib.sha256(b"".join(bits(value) for result in results for value in result)).hexdigest()


@pytest.fixture(scope="module")
def expected():
    return digest_of()


def test_fork_after_use(expected):
    for _ in range(5):
        assert in_child(lambda: digest_of() == expected) == 0
    assert digest_of() == expected


def test_child_has_a_copy_of_its_own(expected):
    def action():
        own, ours = copies()
        assert not ours
        assert digest_of() == expected
        own, ours = copies()
        assert len(ours) == 1
        inherited = _native._library
        pure(lambda t: t + 1)(np.ones(3))
        assert len(copies()[1]) == 1 and _native._library is inherited

    assert in_child(action) == 0
    assert not copies()[1]


def test_copy_where_there_is_no_memory_file(expected):
    def action():
        def refuse(*arguments):
            raise OSError(38, "Function not implemented")

        os.memfd_create = refuse
        assert digest_of() == expected and not copies()[1] and len(copies()[0]) == 2

    assert in_child(action) == 0


def test_copy_where_memory_files_are_not_executable(expected):
    def action():
        library = _native.Library

        def refuse(path, name):
            if path.startswith("/proc/self/fd"):
                raise _native.NativeError("not permitted")
            return library(path, name)

        _native.Library = refuse
        assert digest_of() == expected and not copies()[1]

    assert in_child(action) == 0


def test_fork_before_use():
    assert output("""
        from children import copies, in_child
        assert copies() == (set(), set())
        def action():
            assert f(0.5) == (f(np.array([0.5]))[0][0], f(np.array([0.5]))[1][0])
            f(np.linspace(0, 9, 300_000))
            own, ours = copies()
            assert len(own) == 1 and not ours
        for _ in range(3):
            assert in_child(action) == 0
        assert copies() == (set(), set())
        action()
        print("right")
    """) == "right"


def test_generations(expected):
    def generation(left):
        def action():
            assert digest_of() == expected
            if left:
                assert in_child(generation(left - 1)) == 0
            assert digest_of() == expected and len(copies()[1]) == 1
        return action

    assert in_child(generation(3)) == 0
    # One that has not used it between.
    assert in_child(lambda: in_child(lambda: digest_of() == expected) == 0) == 0


def test_functions_made_before_and_after(expected):
    fresh = pure(lambda t: t * 2)
    parsed = PureFunction.parse(HEART)

    def action():
        assert fresh(np.ones(3)).tolist() == [2.0] * 3 and fresh(4) == 8.0
        assert digest_of(parsed) == expected
        assert pure(lambda t: t * 3)(1) == 3.0
        assert "operations" in heart.explain() and heart.program == parsed.program
        assert_same(run(heart_async(POINTS)), heart(POINTS))

    assert in_child(action) == 0


def test_coroutine_that_crosses_a_fork():
    coroutine = heart_async(0.5)
    assert in_child(lambda: run(coroutine) == heart(0.5)) == 0
    coroutine.close()


def test_fork_while_parallel_calls_run_in_the_child(expected):
    assert in_child(lambda: [digest_of() == expected or os._exit(3) for _ in range(10)] and threads_are_right()) == 0


def threads_are_right(number=4):
    alone = sine(POINTS)
    failures = []

    def work():
        for _ in range(10):
            if bits(sine(POINTS)) != bits(alone):
                failures.append(1)

    threads = [threading.Thread(target=work) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert not failures and not any(thread.is_alive() for thread in threads)


def fork_under_fire(count, expected):
    stop = threading.Event()
    large = points(400_000)

    def hammer(kind):
        made = 0
        while not stop.is_set():
            if kind == 0:
                heart(large, threads=2)
            elif kind == 1:
                sine(0.5), sine(POINTS), mixed(0.5, POINTS)
            else:
                # New functions: tracing, loading and freeing of programs.
                made += 1
                pure(lambda t: t + 0.5)(1.0)

    threads = [threading.Thread(target=hammer, args=(kind,)) for kind in range(3)]
    for thread in threads:
        thread.start()
    try:
        for number in range(count):
            def action():
                assert digest_of() == expected
                if number % 4 == 0:
                    threads_are_right(2)
                assert pure(lambda t: t + number)(1.0) == 1.0 + number
            status = in_child(action)
            assert status == 0, f"child {number} has ended with status {status}"
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def test_forks_under_fire(expected):
    fork_under_fire(40, expected)


@pytest.mark.long
def test_many_forks_under_fire(expected):
    fork_under_fire(300, expected)


def test_fork_while_the_library_is_loaded():
    # A thread loads it at some time before or after.
    assert output("""
        from children import copies, in_child
        small = np.linspace(0, 9, 50_000)
        for pause in range(20):
            def action():
                assert copies() == (set(), set())
                thread = threading.Thread(target=lambda: f(0.5))
                thread.start()
                time.sleep(pause / 4000)
                status = in_child(lambda: f(small)[0].sum() != 0 and f(0.0) == (0.0, 5.0))
                thread.join()
                assert status == 0
            assert in_child(action) == 0
        print("right")
    """) == "right"


def square_of_sine(t):
    return sine(t) ** 2


def task(seed):
    return digest_of(heart, points(30_000, seed))


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_multiprocessing(method):
    heart(0.5)
    context = multiprocessing.get_context(method)
    with context.Pool(2) as pool:
        assert pool.map_async(task, range(4)).get(SECONDS) == [task(seed) for seed in range(4)]
        # The functions themselves are sent there.
        assert pool.map_async(heart, [0.5, 1.5]).get(SECONDS) == [heart(0.5), heart(1.5)]
        assert_same(pool.apply_async(mixed, (POINTS, 0.5)).get(SECONDS), mixed(POINTS, 0.5))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_process_pool_executor(method):
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method)) as pool:
        assert list(pool.map(heart, [0.5, 1.5], timeout=SECONDS)) == [heart(0.5), heart(1.5)]
        assert list(pool.map(square_of_sine, [0.5], timeout=SECONDS)) == [square_of_sine(0.5)]


USE = "f(0.5); f(np.linspace(0, 9, 300_000))\n"
WORK = USE + """
def work():
    while True:
        f(np.linspace(0, 9, 1_000_000))
for _ in range(3):
    threading.Thread(target=work, daemon=True).start()
time.sleep(0.2)
"""

@pytest.mark.parametrize("before", [USE, WORK], ids=["used", "in use"])
@pytest.mark.parametrize("code,returns", [
    ("", 0), ("sys.exit(7)", 7), ("os._exit(5)", 5), ("raise KeyError('x')", 1), ("os.kill(os.getpid(), signal.SIGKILL)", -9),
    ("os.abort()", -6),
    ("os.kill(os.getpid(), signal.SIGTERM); time.sleep(9)", -15), ("import atexit; atexit.register(lambda: f(np.ones(9)))", 0),
    ("import atexit; atexit.register(lambda: f(np.linspace(0, 9, 1_000_000))); sys.exit(3)", 3), ("os.execv('/bin/true', ['true'])", 0),
    ("global g; g = f; f.self = f; sys.modules['kept'] = f", 0), ("h = pure(lambda t: t); del h; import gc; gc.collect()", 0),
])
def test_ends(before, code, returns):
    assert start(before + code).returncode == returns


def test_ends_while_a_class_still_calls():
    assert output("""
        class Last:
            def __del__(self):
                try:
                    print(f(0.5)[0] > 0)
                except ImportError:
                    print(True)
        last = Last()
        f(0.5)
    """) == "True"


def test_subprocess_of_a_process_in_use(expected):
    stop = threading.Event()

    def work():
        while not stop.is_set():
            heart(POINTS)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        for _ in range(10):
            assert subprocess.run(["/bin/true"], timeout=SECONDS).returncode == 0
            assert subprocess.run(["/bin/true"], timeout=SECONDS, preexec_fn=lambda: None).returncode == 0
    finally:
        stop.set()
        thread.join()


def test_unload_does_no_harm():
    # Python never unloads; who does so by hand finds that the library stays.
    assert output("""
        import ctypes
        f(0.5)
        from purekernels import _native
        handle = _native._library._handle._handle
        ctypes.CDLL(None).dlclose(ctypes.c_void_p(handle))
        print(f(np.ones(100_000))[0][0] == f(1.0)[0])
    """) == "True"


def test_daemon():
    # As services detach themselves: fork, leave the session, fork, and the parents end.
    def action():
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(0.05)
                os.write(writing, digest_of().encode())
            os._exit(0)
        os.wait()
        assert os.read(reading, 100).decode() == digest_of()

    assert in_child(action) == 0
