"""Every name of math, of NumPy and of the builtins is either mapped or refused by name."""

import builtins
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

try:
    import numpy
except ImportError:
    numpy = None

from purekernels import _names  # noqa: E402
from purekernels._errors import PureError  # noqa: E402
from purekernels._trace import trace  # noqa: E402


def traced(text, **names):
    """A function of a text, traced; or its error."""
    exec(f"def f(x, y, z):\n    return {text}", names)
    try:
        return trace(names["f"])
    except PureError as error:
        return error


def public(module):
    return [name for name in vars(module) if not name.startswith("_")]


def test_math():
    for name in public(math):
        value = getattr(math, name)
        if isinstance(value, float):
            assert _names.math_attribute(name) is value
            continue
        assert (name in _names.MATH) != (name in _names.MATH_REFUSED), name
        if name in _names.MATH_REFUSED:
            for error in (traced(f"math.{name}(x, y)", math=math), traced(f"function(x)", function=value)):
                assert isinstance(error, PureError) and error.name == f"math.{name}" and name in str(error), (name, error)


def test_functions_of_math_are_programs():
    arguments = {"copysign": "x, y", "pow": "x, y", "hypot": "x, y", "fma": "x, y, z", "isclose": "x, y", "prod": "(x, y)"}
    for name in public(math):
        if name in _names.MATH:
            result = traced(f"math.{name}({arguments.get(name, 'x')})", math=math)
            assert not isinstance(result, PureError), (name, result)
            again = traced(f"alias({arguments.get(name, 'x')})", alias=getattr(math, name))
            assert again.program == result.program, name


def test_builtins():
    for name in public(builtins):
        if name in _names.BUILTINS:
            continue
        error = traced(f"{name}(x)")
        assert isinstance(error, PureError) and (error.name == name or name == "credits"), (name, error)
    assert not set(_names.BUILTINS) & set(_names.BUILTINS_REFUSED)


def test_universal_functions_of_numpy():
    for name in public(numpy) if numpy is not None else ():
        value = getattr(numpy, name)
        # One is put there by numexpr.
        if isinstance(value, numpy.ufunc) and name != "expm1x":
            assert (name in _names.NUMPY) != (name in _names.NUMPY_REFUSED), name


def test_names_of_numpy():
    for name in public(numpy) if numpy is not None else ():
        if name in _names.NUMPY or isinstance(getattr(numpy, name), (float, bool, numpy.bool_)):
            assert _names.numpy_attribute(name) is not None
            continue
        error = traced(f"numpy.{name}(x)", numpy=numpy)
        assert isinstance(error, PureError) and error.name == f"numpy.{name}" and f"'numpy.{name}'" in str(error), (name, error)


def test_functions_of_numpy_are_programs():
    for name in public(numpy) if numpy is not None else ():
        value = getattr(numpy, name)
        if name not in _names.NUMPY or name in ("select",):
            continue
        count = value.nin if isinstance(value, numpy.ufunc) else 3 if name in ("where", "clip") else 1
        text = ", ".join("xyz"[:count])
        if name in ("bitwise_and", "bitwise_or", "invert", "bitwise_not", "bitwise_invert"):
            text = ", ".join(f"{argument} > 0" for argument in "xyz"[:count])
        result = traced(f"numpy.{name}({text})", numpy=numpy)
        assert not isinstance(result, PureError), (name, result)
        again = traced(f"alias({text})", alias=value)
        assert again.program == result.program, name


def test_numpy_calls_symbols():
    # A function of NumPy that gets hold of a symbol asks the symbol what it is.
    for name in ("sin", "minimum", "where", "clip", "round", "arctan2", "sum", "array") if numpy is not None else ():
        arguments = {"sin": "x", "minimum": "x, 2.0", "round": "x", "sum": "x", "array": "x", "arctan2": "x, y"}
        text = arguments.get(name, "x, y, z")
        names = {"box": [getattr(numpy, name)]}
        from purekernels import _scope

        original = _scope.Scope.admit
        _scope.Scope.admit = lambda self, value, *rest: value if isinstance(value, list) else original(self, value, *rest)
        try:
            result = traced(f"box[0]({text})", **names)
        finally:
            _scope.Scope.admit = original
        expected = traced(f"numpy.{name}({text})", numpy=numpy)
        if isinstance(expected, PureError):
            assert isinstance(result, PureError), name
        else:
            assert result.program == expected.program, (name, result)


def test_what_is_written_instead_is_as_exact():
    names = {**vars(math), "abs": abs}
    for name in ("tan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh"):
        instead = _names.MATH_REFUSED[name].partition("write ")[2]
        compared = 0
        for size in (0.0, 1e-300, 1e-9, 1e-3, 0.3, 0.999999, 1.0, 1.000000001, 1.001, 5.0, 20.0, 300.0, 1e10, 1e200):
            for x in (size, -size):
                try:
                    expected = getattr(math, name)(x)
                except (ValueError, OverflowError):
                    continue
                found = eval(instead, {**names, "x": x})
                assert abs(found - expected) <= 4e-16 * abs(expected), (name, x, found, expected)
                assert math.copysign(1.0, found) == math.copysign(1.0, expected), (name, x)
                compared += 1
        assert compared >= 8, name
        assert not isinstance(traced(instead, **vars(math)), PureError), name


def test_sums_of_logarithms_are_as_exact():
    for name in ("logaddexp", "logaddexp2") if numpy is not None else ():
        instead = _names.NUMPY_REFUSED[name].partition("write ")[2].partition(", which")[0]
        for x, y in ((0.0, 0.0), (1.0, 60.0), (-3.0, 2.0), (1000.0, 999.0), (0.0, -60.0), (math.inf, 1.0), (-math.inf, 2.0)):
            expected = float(getattr(numpy, name)(x, y))
            found = eval(instead, {**vars(math), "exp2": lambda t: 2.0**t, "max": max, "abs": abs, "x": x, "y": y})
            assert found == expected or abs(found - expected) <= 4e-16 * abs(expected), (name, x, y, found, expected)
