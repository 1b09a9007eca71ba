"""Constants and helpers are frozen; when one has changed, the trace is out of date."""

import math
import sys
from collections import namedtuple
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from evaluate import Program  # noqa: E402
from purekernels._scope import Scope  # noqa: E402
from purekernels._trace import Traceable, UndefinedName, trace  # noqa: E402

SOURCE = """
from math import sin
K = 2.0
PAIR = (1.0, 2)
TABLE = [1.0]
FLAG = None
def helper(x, scale=3.0):
    return x * K * scale
def inner(x):
    return x + L
L = 1.5
def f(t):
    return helper(t) + inner(t) + PAIR[0] + abs(sin(t)) if FLAG is None else TABLE[0]
"""


def names_of(source=SOURCE):
    names = {"__name__": "somewhere"}
    exec(source, names)
    return names


def test_frozen_lists_what_was_read():
    names = names_of()
    assert trace(names["f"]).frozen == {"PAIR": (1.0, 2), "FLAG": None, "helper.K": 2.0, "inner.L": 1.5}


def test_is_current_until_something_changes():
    for name, value in (
        ("K", 3.0), ("PAIR", (1.0, 3)), ("PAIR", (1.0, 2.0)), ("FLAG", 1), ("L", math.nan), ("helper", lambda x: x), ("sin", math.cos),
        ("abs", lambda x: x), ("TABLE", 3.0), ("K", 2), ("L", -1.5),
    ):
        names = names_of()
        traced = trace(names["f"])
        assert traced.is_current()
        before = names.get(name)
        names[name] = value
        assert not traced.is_current(), name
        if before is not None:
            names[name] = before
            assert traced.is_current()


def test_equal_values_are_current():
    names = names_of()
    traced = trace(names["f"])
    names["K"], names["PAIR"], names["L"] = float("2.0"), tuple([1.0, 2]), float("1.5")
    assert traced.is_current()
    names = names_of("Z = 0.0\nN = float('nan')\ndef f(t): return t * Z + N")
    traced = trace(names["f"])
    names["N"] = float("nan")
    assert traced.is_current()
    names["Z"] = -0.0
    assert not traced.is_current()


def test_closures():
    def outer():
        scale = 2.0

        def f(t):
            return t * scale

        def change(value):
            nonlocal scale
            scale = value

        return f, change

    f, change = outer()
    traced = trace(f)
    assert traced.frozen == {"scale": 2.0} and traced.is_current()
    change(3.0)
    assert not traced.is_current()
    assert Program(trace(f).program)(2.0) == [6.0]


def test_names_that_are_not_there_yet():
    names = names_of("def f(t): return t * LATER")
    for _ in range(2):
        try:
            trace(names["f"])
            raise AssertionError
        except UndefinedName as error:
            assert error.name == "LATER"
    names["LATER"] = 2.0
    assert Program(trace(names["f"]).program)(2.0) == [4.0]

    def outer():
        def f(t):
            return t + g(t)

        try:
            trace(f)
            raise AssertionError
        except UndefinedName as error:
            assert error.name == "g"

        def g(t):
            return 2 * t

        return f

    assert Program(trace(outer()).program)(2.0) == [6.0]


class Pure(Traceable):
    """A pure function as the calling part has it."""

    def __init__(self, function, keep=True, correctly_rounded=False):
        traced = trace(function, correctly_rounded)
        self.__wrapped__ = function if keep else None
        self.program, self.returns = traced.program, traced.returns


Point = namedtuple("Point", "x y")


def test_pure_functions_call_each_other():
    def point(t, a=2.0):
        return Point(t * a, t + a)

    def sine(t):
        return math.sin(t) * 2

    for keep in (True, False):
        names = {"point": Pure(point, keep), "sine": Pure(sine, keep)}
        exec("def f(t):\n    p = point(t, 3.0)\n    return p.x + sine(p.y), p[0]", names)
        program = Program(trace(names["f"]).program)
        assert program(0.5) == [1.5 + math.sin(3.5) * 2, 1.5]


def test_replayed_programs_are_those_that_are_traced():
    def pair(t, a):
        y = math.exp(-a * t) + max(t, a)
        return y * t, y

    for correctly_rounded in (False, True):
        programs = []
        for keep in (True, False):
            names = {"pair": Pure(pair, keep, correctly_rounded)}
            exec("def f(t):\n    x, y = pair(a=t + 1, t=t) if False else pair(t, t + 1)\n    return x - y", names)
            programs.append(trace(names["f"], correctly_rounded).program)
        assert programs[0] == programs[1]
        assert Program(programs[0]).tier == correctly_rounded


def test_tiers_are_not_mixed():
    names = {"g": Pure(lambda t: math.sin(t), True, True)}
    exec("def f(t): return g(t)", names)
    try:
        trace(names["f"])
        raise AssertionError
    except TypeError as error:
        assert "correctly_rounded=True" in str(error) and error.name == "g"


def test_pure_functions_give_floats():
    whole = Pure(lambda t: round(t))
    names = {"whole": whole}
    exec("def f(t): return -whole(t), whole(round(t) * -1) * -2", names)
    for value in (0.0, -0.0, 0.3, 2.0):
        assert list(map(str, Program(trace(names["f"]).program)(value))) == [str(-float(round(value))), str(float(-round(value)) * -2.0)]


def test_constants_of_pure_functions_are_frozen():
    names = names_of("K = 2.0\ndef g(t): return t * K")
    names["g"] = Pure(names["g"])
    exec("def f(t): return g(t) + 1", names)
    traced = trace(names["f"])
    assert traced.frozen == {"g.K": 2.0} and traced.is_current()
    names["K"] = 3.0
    assert not traced.is_current()
    assert Program(trace(names["f"]).program)(1.0) == [4.0]


def test_pure_function_that_calls_itself():
    names = {}
    exec("def f(t): return f(t) + 1", names)
    function = names["f"]

    class Late(Traceable):
        __wrapped__ = staticmethod(function)

        @property
        def program(self):
            return trace(function).program

    names["f"] = Late()
    try:
        trace(function)
        raise AssertionError
    except TypeError as error:
        assert "calls itself" in str(error) and error.name == "f"


def test_branches_of_pure_functions_are_no_ways():
    step = Pure(lambda t: 1.0 if t > 0 else 0.0)
    names = {"step": step}
    exec("def f(t): return sum(step(t - k) for k in range(20))", names)
    assert Program(trace(names["f"]).program)(7.5) == [8.0]


def test_first_reading_counts():
    # Between two readings of a constant another thread may have changed it.
    names = {}
    exec("C = 1.0\ndef helper(t): return t * C\ndef f(t): return C * t, helper(t)", names)
    scope = Scope(False, trace)
    scope.bind(names["f"])
    names["C"] = 2.0
    scope.bind(names["helper"], "helper.")
    assert [value for _, name, value in scope.names.values() if name == "C"] == [1.0]


def test_functions_that_are_replaced_in_place():
    names = {}
    exec("def helper(t, k=1.0): return t * k\ndef other(t, k=1.0): return t - k\ndef f(t): return helper(t) + 1", names)
    for change in ("__code__", "__defaults__"):
        traced = trace(names["f"])
        assert traced.is_current()
        setattr(names["helper"], change, names["other"].__code__ if change == "__code__" else (5.0,))
        assert not traced.is_current()
    traced = trace(names["f"])
    names["f"].__code__ = names["other"].__code__
    assert not traced.is_current()


def test_own_signature_counts():
    import functools

    def base(gain, t=0.5):
        return t * gain

    @functools.wraps(base)
    def louder(t, gain=2.0):
        return base(gain, t)

    @functools.wraps(base)
    def same(*arguments, **options):
        return base(*arguments, **options)

    assert [(p.name, p.default) for p in trace(louder).inputs][1] == ("gain", 2.0)
    assert [p.name for p in trace(same).inputs] == ["gain", "t"]


def test_environment_of_the_thread_changes_no_program():
    import ctypes

    libm = ctypes.CDLL("libm.so.6")
    names = {}
    exec("def f(t): return t * (1.0 if 1e-310 + t * 0 == 0.0 else abs(t * 0 + 0.1 + 0.2))", names)
    expected = trace(names["f"]).program
    before = libm.fegetround()
    try:
        for mode in (0x400, 0x800, 0xC00):
            libm.fesetround(mode)
            assert trace(names["f"]).program == expected and libm.fegetround() == mode
    finally:
        libm.fesetround(before)
