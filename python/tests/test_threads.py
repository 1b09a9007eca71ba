"""Threads: how many a call has, and many calls at once."""

import os
import sys
import threading
import time

import numpy as np
import pytest
from children import output, start
from functions import assert_same, bits, heart, mixed, points, sine

import purekernels
from purekernels import _native, _threads, get_num_threads, pure, set_num_threads

PROCESSORS = _threads.processors()


def number_in_child(code="", env=None, **options):
    clean = {"KERNELS_NUM_THREADS": None, "OMP_NUM_THREADS": None, **(env or {})}
    text = output(code + """
from purekernels import _native
first = get_num_threads()
f(0.5)
library = _native.library()._handle
print(first, get_num_threads(), library.kn_threads_get())
""", env=clean, **options)
    first, second, of_library = map(int, text.split())
    assert first == second == of_library
    return first


def test_default_is_the_number_of_processors():
    assert number_in_child() == PROCESSORS


def test_order_of_what_sets_it():
    one = {"KERNELS_NUM_THREADS": "1"}
    assert number_in_child(env=one) == 1
    assert number_in_child(env={"OMP_NUM_THREADS": "1"}) == 1
    assert number_in_child(env={"OMP_NUM_THREADS": "1,4"}) == 1
    assert number_in_child(env={"OMP_NUM_THREADS": "1", "KERNELS_NUM_THREADS": "99"}) == PROCESSORS
    assert number_in_child(env={"OMP_NUM_THREADS": "99", "KERNELS_NUM_THREADS": " 1 "}) == 1
    assert number_in_child("set_num_threads(99)", env=one) == PROCESSORS
    assert number_in_child("set_num_threads(1)", env={"KERNELS_NUM_THREADS": "99"}) == 1
    assert number_in_child("f(0.5)\nset_num_threads(1)") == 1


def test_affinity():
    assert number_in_child("os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})") == 1
    assert number_in_child("os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})", env={"KERNELS_NUM_THREADS": "2"}) == 1
    if PROCESSORS > 1:
        assert number_in_child("os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])") == 2


@pytest.mark.parametrize("value", ["none", "0", "-1", "1.5", "1,2"])
def test_wrong_variable(value):
    process = start("f(0.5)", env={"KERNELS_NUM_THREADS": value})
    error = f"ValueError: KERNELS_NUM_THREADS is {value!r}, not a number of threads"
    assert process.returncode == 1 and process.stderr.rstrip().endswith(error)


@pytest.mark.parametrize("value", ["none", "0", "", ",", "-1"])
def test_wrong_variable_of_others(value):
    assert number_in_child(env={"OMP_NUM_THREADS": value}) == PROCESSORS


def test_empty_variable():
    assert number_in_child(env={"KERNELS_NUM_THREADS": ""}) == PROCESSORS


def test_setting_and_getting():
    before = _threads._set
    try:
        for number in (1, 2, 1000, np.int32(1)):
            set_num_threads(number)
            assert get_num_threads() == min(number, PROCESSORS)
            assert_same(heart(points(300_000)), heart(points(300_000), threads=1))
        for error, number in ((ValueError, 0), (ValueError, -3), (TypeError, 1.0), (TypeError, "1"), (TypeError, None), (TypeError, True)):
            with pytest.raises(error):
                set_num_threads(number)
        assert get_num_threads() == 1
    finally:
        _threads._set = before
        _native.library().set_threads(_threads.number())


def test_quota_of_a_control_group(tmp_path, monkeypatch):
    (tmp_path / "cpu.max").write_text("150000 100000\n")
    assert _threads._read_quota(tmp_path / "cpu.max") == 1.5
    (tmp_path / "cpu.max").write_text("max 100000\n")
    assert _threads._read_quota(tmp_path / "cpu.max") is None
    assert _threads._read_quota(tmp_path / "missing") is None
    monkeypatch.setattr(_threads, "_quota", lambda: 0.25)
    assert _threads.processors() == 1
    monkeypatch.setattr(_threads, "_quota", lambda: 64.0)
    assert _threads.processors() == len(os.sched_getaffinity(0))


def test_one_thread_starts_no_helpers():
    # But the one that the runtime has, and the clock of the loops.
    assert int(output("""
        f(np.linspace(0, 9, 1_000_000), threads=1)
        names = []
        for task in os.listdir("/proc/self/task"):
            with open(f"/proc/self/task/{task}/comm") as file:
                names.append(file.read().strip())
        print(sum(name.startswith((".NET TP", "Kernels helper")) for name in names))
    """)) == 0


def many_threads(threads, calls):
    large, small = points(60_000), points(700)
    expected = {"heart": heart(large), "sine": sine(small), "mixed": mixed(large, 0.5), "number": heart(0.5)}
    failures = []
    barrier = threading.Barrier(threads)

    def work(number):
        barrier.wait()
        try:
            for call in range(calls):
                kind = (number + call) % 4
                if kind == 0:
                    assert_same(heart(large, threads=1 + call % 3), expected["heart"])
                elif kind == 1:
                    assert_same(sine(small), expected["sine"])
                elif kind == 2:
                    assert_same(mixed(large, 0.5), expected["mixed"])
                else:
                    assert heart(0.5) == expected["number"]
        except BaseException as error:
            failures.append(error)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(300)
    assert not failures and not any(worker.is_alive() for worker in workers)


def test_many_threads():
    many_threads(16, 50)


@pytest.mark.long
def test_very_many_threads():
    many_threads(64, 300)


def test_lock_is_released():
    large = points(3_000_000)
    out = np.empty(3_000_000), np.empty(3_000_000)
    heart(large, out=out)
    done = threading.Event()
    counts = [0]

    def count():
        while not done.is_set():
            counts[0] += 1

    # The other thread is asked for the lock in the middle of a call only if it has been given up.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    thread = threading.Thread(target=count)
    thread.start()
    try:
        counts[0] = 0
        start = time.perf_counter()
        for _ in range(4):
            heart(large, out=out, threads=1)
        seconds, counted = time.perf_counter() - start, counts[0]
    finally:
        done.set()
        thread.join()
        sys.setswitchinterval(interval)
    assert counted > 20_000 * seconds


def test_functions_are_made_by_many_threads_at_once():
    results = []

    def work(number):
        for step in range(20):
            function = pure(lambda t: t * number + step)
            results.append(function(2.0) == 2.0 * number + step and function(np.ones(3))[2] == number + step)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(results) == 160 and all(results)


def test_one_function_is_first_called_by_many_threads_at_once():
    for _ in range(20):
        function = pure(lambda t: t + 0.25)
        barrier = threading.Barrier(8)
        results = []

        def work():
            barrier.wait()
            results.append(function(1.0))

        workers = [threading.Thread(target=work) for _ in range(8)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert results == [1.25] * 8


def test_warm_calls_allocate_nothing():
    library = _native.library()
    large, small = points(300_000), points(50)
    out, little = (np.empty(300_000), np.empty(300_000)), np.empty(50)

    def calls():
        heart(0.5)
        sine(small, out=little)
        heart(large, out=out)
        heart(large[::2], out=(out[0][:150_000], out[1][:150_000]), threads=2)

    for _ in range(30):
        calls()
    before = library.allocated_bytes()
    for _ in range(200):
        calls()
    assert library.allocated_bytes() - before < 20_000


def test_errors_of_threads_are_their_own():
    # What one thread's call meets is not told to another.
    failures = []

    def right():
        for _ in range(300):
            with np.errstate(all="raise"):
                sine(points(2000))

    def wrong():
        for _ in range(300):
            with np.errstate(all="raise"):
                try:
                    sine(np.full(2000, np.inf))
                    failures.append("not raised")
                except FloatingPointError:
                    pass

    def guarded(function):
        try:
            function()
        except BaseException as error:
            failures.append(error)

    workers = [threading.Thread(target=guarded, args=(function,)) for function in (right, wrong, right, wrong)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert not failures


def test_package_tells_its_version():
    assert purekernels.__version__ and bits(1.0)


def test_argument_is_for_its_call_alone(monkeypatch):
    library = _native.library()
    set_own_threads, numbers = library.set_own_threads, []
    monkeypatch.setattr(library, "set_own_threads", lambda number: numbers.append(number) or set_own_threads(number))
    sine(points(100), threads=1)
    with pytest.raises(TypeError):
        sine(np.array(["text"]), threads=2)
    assert numbers == [1, 0, 2, 0]
