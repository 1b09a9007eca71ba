"""What is traced has the bits of CPython's own evaluation."""

import inspect
import itertools
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import catalogue  # noqa: E402
from evaluate import FUNCTIONS, Program, bits  # noqa: E402
from purekernels._errors import PureError  # noqa: E402
from purekernels._scope import Scope  # noqa: E402
from purekernels._symbol import tracing  # noqa: E402
from purekernels._trace import trace  # noqa: E402

SPECIAL = (
    0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, -1.5, 2.0, 2.5, -2.5, 3.0, 0.1, -0.3, 0.25, 0.75, 7.25, -11.0, 123.456, 1e-3, 1e5, -1e10, 1e300,
    5e-324, -5e-324, 2.2250738585072014e-308, 1e-310, math.inf, -math.inf, math.nan,
)
FEW = (0.0, -0.0, 1.0, -1.5, 0.5, 2.0, 0.3, 1e300, 5e-324, math.inf, -math.inf, math.nan)


def arguments_of(count):
    """Many arguments for a function of so many."""
    return itertools.product(SPECIAL if count == 1 else FEW if count == 2 else FEW[:7], repeat=count)


def python_value(function, inputs, arguments):
    """What CPython makes of numbers: a list of floats, or None if it raises or the result is complex."""
    if sys.version_info >= (3, 12):
        function.__globals__["sum"] = sum_from_the_left
    by_place = [value for parameter, value in zip(inputs, arguments) if parameter.kind is not parameter.KEYWORD_ONLY]
    by_name = {parameter.name: value for parameter, value in zip(inputs, arguments) if parameter.kind is parameter.KEYWORD_ONLY}
    try:
        result = function(*by_place, **by_name)
        if inspect.iscoroutine(result):
            result = returned_by(result)
        return [float(value) for value in (result if isinstance(result, tuple) else (result,))]
    except (ArithmeticError, ValueError):
        return None
    except TypeError as error:
        if "complex" in str(error):
            return None
        raise
    finally:
        function.__globals__.pop("sum", None)


def sum_from_the_left(values, start=0):
    """sum as it was before Python 3.12, which adds floats with a compensation."""
    for value in values:
        start = start + value
    return start


def returned_by(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def check_same(function, functions=FUNCTIONS, least=1, python=None):
    """Compares a traced function with CPython's evaluation of it, or of another one, to the bit, on many arguments."""
    traced = trace(function)
    program = Program(traced.program)
    compared = 0
    for arguments in arguments_of(len(traced.inputs)):
        expected = python_value(python or function, traced.inputs, arguments)
        if expected is not None:
            actual = program(*arguments, functions=functions)
            assert list(map(bits, actual)) == list(map(bits, expected)), (function.__name__, arguments, actual, expected)
            compared += 1
    assert compared >= least, (function.__name__, compared)


def test_catalogue_is_large_enough():
    assert len(catalogue.ORDINARY) >= 65


def test_ordinary_functions():
    failures = []
    for function in catalogue.ORDINARY:
        try:
            check_same(function)
        except Exception as error:
            failures.append(f"{function.__name__}: {type(error).__name__} {error}")
    assert not failures, "\n".join(failures)


def numpy_functions():
    np = catalogue.np
    names = {64: "sin", 65: "cos", 66: "exp", 67: "exp2", 69: "expm1", 70: "log", 71: "log2", 72: "log10", 73: "log1p"}
    names.update({75: "hypot", 76: "cbrt"})
    return {
        **{operator: getattr(np, name) for operator, name in names.items()},
        74: np.power,
    }


def test_functions_spelled_with_numpy():
    failures = []
    for function in catalogue.NUMPY:
        try:
            with catalogue.np.errstate(all="ignore"):
                check_same(function, numpy_functions())
        except Exception as error:
            failures.append(f"{function.__name__}: {type(error).__name__} {error}")
    assert not failures, "\n".join(failures)


def from_text(text, **names):
    """A function without source."""
    exec(text, names)
    return names["f"]


def test_names_of_results():
    expected = {
        "heart": ("x", "y"), "heart_later": ("x", "y"), "identity": ("result",), "constant": ("result",), "elif_chain": ("y",),
        "newton": ("x",), "no_argument": ("result1", "result2", "result3"), "returns_a_point": ("x", "y"),
        "returns_polar": ("radius", "angle"), "returns_one": ("result",), "returns_locals_named_as_arguments": ("result1", "result2"),
        "ordered": ("low", "middle", "high"), "early_return": ("result",), "horner": ("total",),
    }
    found = {function.__name__: trace(function).outputs for function in catalogue.ORDINARY}
    assert {name: found[name] for name in expected} == expected
    assert trace(from_text("def f(result):\n    return result * 2")).outputs == ("result_",)
    twice = "def f(t):\n    x = t\n    y = x\n    if t > 0:\n        return x, y\n    return {}"
    assert trace(from_text(twice.format("x, y"))).outputs == ("x", "y")
    assert trace(from_text(twice.format("y, x"))).outputs == ("result1", "result2")
    for text in ("a if t > 0 else b", "(a if t > 0 else b, a)", "a or b", "(a, b if t > 0 else a)", "(a, a and b)"):
        outputs = trace(from_text(f"def f(t):\n    a = t\n    b = -t\n    return {text}")).outputs
        assert outputs in (("result",), ("result1", "result2")), (text, outputs)
    assert trace(from_text("def f(t):\n    x = t\n    return x, x")).outputs == ("result1", "result2")
    assert trace(from_text("def f(t):\n    x = t\n    return x, t")).outputs == ("result1", "result2")
    assert trace(from_text("def f(t):\n    x = t\n    y = (lambda: x)()\n    return y, x")).outputs == ("y", "x")


def test_what_is_returned():
    found = {function.__name__: trace(function) for function in catalogue.ORDINARY}
    assert found["identity"].returns is float and found["heart"].returns is tuple and found["returns_one"].returns is tuple
    assert found["returns_a_point"].returns is catalogue.Point and found["returns_polar"].returns is catalogue.Polar
    assert found["heart_later"].is_async and not found["heart"].is_async


def test_arguments():
    traced = trace(from_text("def f(t, a=0.5, *, b=2, c=None, d=(1, 2), e=[]): return t * a + b * d[1] if c is None else t"))
    assert [(p.name, p.default) for p in traced.inputs] == [("t", inspect.Parameter.empty), ("a", 0.5), ("b", 2)]
    assert Program(traced.program)(2.0, 3.0, 4.0) == [14.0]
    traced = trace(from_text("def f(a, n=None, /, b=1): return a - b if n is None else a"))
    assert [p.name for p in traced.inputs] == ["a", "b"] and Program(traced.program)(5.0, 3.0) == [2.0]
    assert trace(from_text("def f(): return 2.5")).inputs == ()


def test_functions_without_source():
    f = from_text("from math import sin\ndef f(t): return sin(t) + 1")
    assert Program(trace(f).program)(0.5) == [math.sin(0.5) + 1]
    error = error_of(from_text("import random\ndef f(t):\n    return t * random.random()"))
    assert (error.name, error.lineno, error.filename) == ("random", 3, "<string>") and str(error).endswith("<string>:3")
    code = compile("lambda t: t*2", "<console>", "eval")
    assert Program(trace(eval(code)).program)(1.5) == [3.0]


def error_of(function):
    try:
        trace(function)
    except PureError as error:
        return error
    raise AssertionError


def test_what_is_no_function():
    class Thing:
        def method(self, t):
            return t

        def __call__(self, t):
            return t

    import functools

    for thing, says in (
        (Thing().method, "'method' is a method"), (Thing, "'Thing' is a class"), (Thing(), "a thing and no plain function"),
        (math.sin, "'sin' is a builtin function"), (functools.partial(pow, 2), "a partial and no plain function"),
        (3, "An int is no function"),
    ):
        assert says in str(error_of(thing)), str(error_of(thing))


def test_carets_and_columns():
    error = error_of(catalogue_of_errors().noisy)
    line = str(error).splitlines()
    assert line[2] == "    return t + random.gauss(0, 1)  # here"
    if sys.version_info >= (3, 11):
        assert line[3] == "               ^^^^^^^^^^^^" and error.offset == 16
    else:
        assert len(line) == 3 and error.offset is None


def catalogue_of_errors():
    import impure

    return impure


def test_errors_can_be_pickled():
    import pickle

    error = error_of(catalogue_of_errors().noisy)
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error) and (copy.name, copy.lineno, type(copy)) == (error.name, error.lineno, type(error))


def test_symbols_do_not_outlive_the_trace():
    kept = []
    names = {"kept": kept}
    f = from_text("def f(t): return keep(t)", keep=lambda t: t, **names)
    assert Program(trace(f).program)(2.0) == [2.0]
    assert tracing.graph is None and tracing.functions == ()
    try:
        trace(from_text("def f(t): return 1 % t"))
    except PureError:
        pass
    assert tracing.graph is None and tracing.functions == ()


def test_threads_trace_for_themselves():
    import threading

    programs = [[] for _ in range(8)]

    def work(own):
        for _ in range(10):
            own.append(trace(catalogue.heart).program)

    threads = [threading.Thread(target=work, args=(own,)) for own in programs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {program for own in programs for program in own} == {trace(catalogue.heart).program}
    assert all(len(own) == 10 for own in programs)


def test_number_of_ways():
    text = "def f(a, b, c, d, e, f):\n    y = 0.0\n    for v in (a, b, c, d, e, f):\n        if v > 0:\n            y = y + v\n    return y"
    program = Program(trace(from_text(text)).program)
    assert program(1.0, -1.0, 2.0, -3.0, 0.5, 0.25) == [3.75]
    asked_twice = from_text("def f(t):\n    y = 0.0\n    for k in range(100):\n        y += t if t > 0 else not t > 0\n    return y")
    assert Program(trace(asked_twice).program)(-1.0) == [100.0]


def test_match_statements():
    if sys.version_info >= (3, 10):
        text = "def f(t):\n    match t:\n        case 0:\n            return 1.0\n        case 1 | 2:\n            return t * 5\n"
        check_same(from_text(text + "        case _ if t < 0:\n            return -t\n    return 0.0"))
        for subject, pattern, name in (
            ("TABLE", "list()", "match"), ("TABLE", "[x, y]", "match"), ("TABLE", "{}", "match"), ("t", "float()", "match"),
            ("t", "True", "is"),
        ):
            text = f"TABLE = [1.0, 2.0]\ndef f(t):\n    match {subject}:\n        case {pattern}:\n            return t\n    return -t"
            error = error_of(from_text(text))
            assert error.name == name and error.lineno in (3, 4), (pattern, error)


def test_where():
    from purekernels._functions import where

    assert where(True, 1.0, 2) == 1.0 and where(0, 1.0, 2) == 2
    f = from_text("def f(t): return where(t > 0, t, 0) * -1, pick(t < 1, 2, 3)", where=where, pick=where)
    assert list(map(str, Program(trace(f).program)(-1.0))) == ["-0.0", "2.0"]
    if catalogue.np is not None:
        assert list(where(catalogue.np.array([True, False]), 1.0, 2.0)) == [1.0, 2.0]
        K = catalogue.np.float64(0.1)
        traced = trace(from_text("def f(t): return t * K + N", K=K, N=catalogue.np.int64(3)))
        assert traced.frozen == {"K": K, "N": 3} and Program(traced.program)(2.0) == [2.0 * float(K) + 3] and traced.is_current()
        for kind in ("float32", "bool_", "uint8", "int32"):
            error = error_of(from_text("def f(t):\n    return t + K", K=getattr(catalogue.np, kind)(1)))
            assert error.name == "K" and error.lineno == 2 and "write float(K)" in str(error)
        sum_of = from_text("def f(t): return np.add(t > 0, t > 1)", np=catalogue.np)
        assert Program(trace(sum_of).program)(2.0) == [1.0]
        assert "no difference" in str(error_of(from_text("def f(t): return np.subtract(t > 0, t > 1)", np=catalogue.np)))


def test_refusals_that_something_swallows():
    error = error_of(from_text("def f(t):\n    return len(''.join(t))"))
    assert error.name == "iteration" and error.lineno == 2

    def swallows(x):
        try:
            return float(len(x))
        except TypeError:
            return 1.0

    original = Scope.admit
    Scope.admit = lambda self, value, *rest: value if value is swallows else original(self, value, *rest)
    try:
        error = error_of(from_text("def f(t):\n    return g(t)", g=swallows))
    finally:
        Scope.admit = original
    assert error.name == "len"
