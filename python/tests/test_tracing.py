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


def check_same(function, functions=FUNCTIONS, least=1):
    """Compares a traced function with CPython, to the bit, on many arguments."""
    traced = trace(function)
    program = Program(traced.program)
    compared = 0
    for arguments in arguments_of(len(traced.inputs)):
        expected = python_value(function, traced.inputs, arguments)
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
    names = {64: "sin", 65: "cos", 66: "exp", 67: "exp2", 69: "expm1", 70: "log", 71: "log2", 72: "log10", 73: "log1p", 75: "hypot", 76: "cbrt"}
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


if __name__ == "__main__":
    import run_tracing

    run_tracing.run([sys.modules[__name__]])
