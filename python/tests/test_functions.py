"""What functions tell of themselves, constants that change, and what is left when they are gone."""

import gc
import math
import threading
from math import cos, sin

import numpy as np
import pytest
from functions import HEART, PARSED, assert_same, heart, heart_async, points, polar, run, sine

from purekernels import PureError, PureFunction, pure

K = 2.0
SHIFTS = (1.0, 2.0)


def resident():
    """Bytes of memory in use."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("VmRSS"))


def test_check():
    comparison = heart.check([*points(200), 0.0, -0.0, 1e-300])
    assert comparison.points == 203 and comparison.differing <= 203 and comparison.largest_ulp < 1e6
    assert pure(lambda t: t * t + 1).check(points(100)) == (100, 0, 0.0, ())
    assert polar.check([(1, 2), (3.0, -4.0), [0, 1]]).largest_ulp <= 1
    assert polar.check(points(20), 0.5).points == 20 and polar.check([0.5, 1], [2, 3]).points == 2
    with pytest.raises(TypeError, match="takes 2 arguments, and the points have 3"):
        polar.check(1, 2, 3)
    assert heart_async.check([0.5, 1.5]).points == 2
    # Where Python raises, arrays have NaN or an infinity.
    assert pure(lambda t: 1 / t).check([0.0, 1.0]) == (2, 0, 0.0, ())
    assert pure(lambda t: math.log(t)).check([0.0, -1.0, 1.0]).differing == 0
    with pytest.raises(ValueError, match="nothing to compare"):
        PARSED.check([1.0])


def test_check_finds_differences():
    wrong = pure(lambda t: sin(t))
    wrong.__wrapped__ = lambda t: sin(t) + 1e-9
    comparison = wrong.check([1.0, 2.0, 0.5])
    assert comparison.differing == 3 and comparison.largest_ulp > 1e5 and comparison.worst[0] in (1.0, 2.0, 0.5)


def test_explain():
    text = heart.explain()
    assert text.startswith("(t) -> x, y") and "operations: 16" in text and "elementary calls: 4" in text
    assert PARSED.explain() == text


def test_parse():
    f = PureFunction.parse("(t, a) -> exp(-a*t)")
    assert f.inputs == ("t", "a") and f(1.0, 0.0) == 1.0 and f.__doc__ == "(t, a) -> exp(-a*t)"
    assert_same(f(np.arange(3), 0), np.ones(3))
    assert PureFunction.parse(HEART).program == heart.program
    for text in ("x =", "x = sin(", "x = unknown(t)", "", "x = t @ t"):
        with pytest.raises(ValueError):
            PureFunction.parse(text)
    for value in (None, 1, b"x = t"):
        with pytest.raises(TypeError):
            PureFunction.parse(value)
    exact = PureFunction.parse("sin(t)", correctly_rounded=True)
    assert exact.correctly_rounded
    assert_same(exact(points(1000)), pure(lambda t: sin(t), correctly_rounded=True)(points(1000)))


def test_frozen_constants():
    global K

    @pure
    def f(t):
        return K * t

    array = points(1000)
    try:
        assert f.frozen == {"K": 2.0} and f(1.0) == 2.0
        assert_same(f(array), 2 * array)
        before = f.program
        K = 3
        assert f(1.0) == 3.0 and f.frozen == {"K": 3} and f.program != before
        assert_same(f(array), 3 * array)
        K = [1]
        with pytest.raises(PureError, match="'K' is a list"):
            f(1.0)
        with pytest.raises(PureError):
            f(array)
        K = 2.0
        assert f(1.0) == 2.0 and f.program == before
        K = True
        assert f(3.0) == 3.0
        K = -0.0
        assert math.copysign(1, f(0.0)) == -1.0
        K = 0.0
        assert math.copysign(1, f(0.0)) == 1.0
        del K
        with pytest.raises(PureError, match="'K' is not defined"):
            f(1.0)
    finally:
        K = 2.0
    assert f(1.0) == 2.0


def test_constants_of_closures_and_functions():
    factor = 2.0

    def helper(t):
        return t * factor

    @pure
    def f(t):
        return helper(t) + SHIFTS[0]

    assert f(1.0) == 3.0
    factor = 5.0
    assert f(1.0) == 6.0
    assert f(np.ones(2)).tolist() == [6.0, 6.0]


def test_constants_that_change_while_threads_call():
    global K

    @pure
    def f(t):
        return K * t

    stop, wrong, seen = threading.Event(), [], set()
    ones = np.ones(2000)

    def work():
        try:
            while not stop.is_set():
                value = f(1.0)
                array = f(ones)
                if value not in (1.0, 2.0, 3.0) or array[0] not in (1.0, 2.0, 3.0) or (array != array[0]).any():
                    wrong.append((value, array))
                seen.add(value)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        for step in range(300):
            K = 1.0 + step % 3
            assert f(1.0) == K
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)
        K = 2.0
    assert not wrong and seen <= {1.0, 2.0, 3.0}


def test_globals_that_are_defined_later():
    scope = {"pure": pure, "sin": sin}
    exec("@pure\ndef f(t):\n    return later(t) * FACTOR\n", scope)
    f = scope["f"]
    assert repr(f) == "<pure function f(…)>" and f.__name__ == "f"
    for call in (lambda: f(1.0), lambda: f(np.ones(3)), lambda: f.program, lambda: f.frozen):
        with pytest.raises(PureError, match="'later' is not defined yet"):
            call()
    exec("def later(t):\n    return sin(t)\nFACTOR = 3\n", scope)
    assert f(0.5) == 3 * sine(0.5) and f.frozen["FACTOR"] == 3
    assert repr(f) == "<pure function f(t)>"


def test_functions_that_are_not_pure():
    with pytest.raises(PureError, match="print"):
        pure(lambda t: print(t))
    with pytest.raises(PureError):
        pure(math.sin)
    with pytest.raises(PureError):
        pure(3)
    with pytest.raises(PureError):
        pure(lambda *t: t[0])


def test_pure_functions_within_pure_functions():
    @pure
    def f(t):
        x, y = heart(t)
        return sine(x) + y, PARSED(t)[0]

    x, y = heart(0.5)
    assert f(0.5) == (sine(x) + y, x)
    array = points(1000)
    assert_same(f(array), (sine(heart(array)[0]) + heart(array)[1], heart(array)[0]))


def test_functions_that_are_dropped_leave_nothing():
    def make(count):
        for number in range(count):
            function = pure(lambda t: t * number + cos(t))
            function(0.5)
            if number % 10 == 0:
                function(np.ones(3))
        gc.collect()

    make(1000)
    before = resident()
    make(3000)
    assert resident() - before < 30 << 20


@pytest.mark.long
def test_very_many_functions_that_are_dropped():
    for _ in range(2):
        before = resident()
        for number in range(10_000):
            pure(lambda t: t * number + cos(t))(0.5)
        gc.collect()
        grown = resident() - before
    assert grown < 20 << 20


def test_calls_leave_nothing():
    array, out = points(1000), np.empty(1000)

    def calls():
        for _ in range(20_000):
            sine(0.5)
            sine(array, out=out)

    calls()
    before = resident()
    calls()
    gc.collect()
    assert resident() - before < 10 << 20


def test_errors_leave_nothing():
    gc.collect()

    def calls():
        for _ in range(3000):
            for argument in ("text", 10**400):
                try:
                    sine(argument)
                except (TypeError, OverflowError):
                    pass

    calls()
    before = resident()
    calls()
    assert resident() - before < 10 << 20


def test_kernels_are_freed():
    import weakref

    function = pure(lambda t: t + 1)
    function(1.0)
    program = weakref.ref(function._kernel._program)
    ufunc = function._kernel.ufunc
    del function
    gc.collect()
    # NumPy's object keeps what it needs.
    assert program() is not None and ufunc(np.ones(2)).tolist() == [2.0, 2.0]
    del ufunc
    gc.collect()
    assert program() is None


def test_async_functions_tell_so():
    assert run(heart_async(0.5)) == heart(0.5)
    assert heart_async.program == heart.program
