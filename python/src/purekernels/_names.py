"""The names of math, of NumPy and of the builtins, and what each of them is in a program."""

import builtins
import functools
import math
import re
import sys
from typing import Any, Callable, Dict

from . import _functions as f
from . import _graph as g
from ._errors import PureError
from ._symbol import LESS_EXACT, Refused, Symbol, closed_operation, comparison, negation, operation, plain, power, refuse, to_integer

Function = Callable[..., Any]

_ELEMENTARY = {
    "sin": g.SIN, "cos": g.COS, "exp": g.EXP, "exp2": g.EXP2, "expm1": g.EXP_M1, "log2": g.LOG2, "log10": g.LOG10, "log1p": g.LOG_P1,
    "cbrt": g.CBRT,
}

MATH: Dict[str, Function] = {
    **{name: f.unary(operator) for name, operator in _ELEMENTARY.items()},
    "log": f.logarithm,
    "pow": f.math_power,
    "hypot": f.distance,
    "sqrt": f.exact(math.sqrt, f.unary(g.SQRT)),
    "fabs": f.exact(math.fabs, f.unary(g.ABS)),
    "copysign": f.exact(math.copysign, f.binary(g.COPY_SIGN)),
    "fma": f.exact(getattr(math, "fma", None), lambda x, y, z: operation(g.FUSED_MULTIPLY_ADD, x, y, z)),
    "floor": f.exact(math.floor, lambda x: to_integer(g.FLOOR, x)),
    "ceil": f.exact(math.ceil, lambda x: to_integer(g.CEILING, x)),
    "trunc": f.exact(math.trunc, lambda x: to_integer(g.TRUNCATE, x)),
    "degrees": f.exact(math.degrees, lambda x: operation(g.MULTIPLY, x, 180.0 / math.pi)),
    "radians": f.exact(math.radians, lambda x: operation(g.MULTIPLY, x, math.pi / 180.0)),
    "isnan": f.exact(math.isnan, f.is_nan),
    "isinf": f.exact(math.isinf, f.is_infinite),
    "isfinite": f.exact(math.isfinite, f.is_finite),
    "isclose": f.is_close,
    "prod": math.prod,
}
"""What the functions of math are."""

_HYPERBOLIC = {
    "sinh": "write (expm1(x) - expm1(-x))/2", "cosh": "write (exp(x) + exp(-x))/2",
    "tanh": "write copysign(-expm1(-2*abs(x))/(expm1(-2*abs(x)) + 2), x)",
    "asinh": "for finite x write copysign(log1p(abs(x) + abs(x)*(abs(x)/(1 + hypot(x, 1)))), x)",
    "acosh": "write log1p(x - 1 + sqrt(x - 1)*sqrt(x + 1))", "atanh": "write (log1p(x) - log1p(-x))/2",
}

_OUTSIDE = {
    "asin": "np.arcsin", "acos": "np.arccos", "atan": "np.arctan", "atan2": "np.arctan2", "frexp": "np.frexp", "nextafter": "np.nextafter",
    "ulp": "np.spacing", "erf": "scipy.special.erf", "erfc": "scipy.special.erfc", "gamma": "scipy.special.gamma",
    "lgamma": "scipy.special.gammaln",
}
"""What to call on the results of a function that ends before it."""

_NO_KERNEL = "there is no kernel yet: end the function before it, and call {} on the result"

MATH_REFUSED = {
    "tan": "write sin(x)/cos(x)", **_HYPERBOLIC, **{name: _NO_KERNEL.format(other) for name, other in _OUTSIDE.items()},
    "fmod": f"write x - y*trunc(x/y){LESS_EXACT}", "remainder": f"write x - y*round(x/y){LESS_EXACT}",
    "modf": "write x - trunc(x) and trunc(x)", "ldexp": "write x*2.0**n",
    "fsum": "write sum, which is less exact", "dist": "write hypot(x1 - x2, y1 - y2)",
    "sumprod": "write sum(x*y for x, y in zip(p, q)), which is less exact",
    **dict.fromkeys(("factorial", "comb", "perm", "gcd", "lcm", "isqrt"), "it counts with ints: compute it of constants"),
}
"""Functions of math that there are not, and what to write instead."""

EXACT_OF_NUMBERS = (
    "fmod", "remainder", "modf", "ldexp", "frexp", "nextafter", "ulp", "fsum", "factorial", "comb", "perm", "gcd", "lcm", "isqrt",
)
"""Those among them that have the same result everywhere: of constants they are allowed."""

NUMPY: Dict[str, Function] = {
    **{name: f.unary(operator) for name, operator in _ELEMENTARY.items()},
    "log": f.unary(g.LOG), "sqrt": f.unary(g.SQRT), "hypot": f.binary(g.HYPOT),
    **dict.fromkeys(("power", "pow"), power), "float_power": f.math_power, "square": lambda x: closed_operation(g.MULTIPLY, x, x),
    "reciprocal": f.reciprocal, "add": f.closed(g.ADD), "subtract": f.closed(g.SUBTRACT), "multiply": f.closed(g.MULTIPLY),
    **dict.fromkeys(("divide", "true_divide"), f.quotient), "negative": f.closed(g.NEGATE), "positive": f.number,
    **dict.fromkeys(("abs", "absolute"), f.closed(g.ABS)), "fabs": f.unary(g.ABS), "sign": f.sign, "copysign": f.binary(g.COPY_SIGN),
    "floor": f.unary(g.FLOOR), "ceil": f.unary(g.CEILING), **dict.fromkeys(("trunc", "fix"), f.unary(g.TRUNCATE)), "rint": f.unary(g.ROUND),
    **dict.fromkeys(("round", "round_", "around"), f.rounded),
    "minimum": f.closed(g.MIN), "maximum": f.closed(g.MAX), "fmin": f.number_of_two(g.MIN), "fmax": f.number_of_two(g.MAX), "clip": f.clip,
    **dict.fromkeys(("degrees", "rad2deg"), lambda x: operation(g.MULTIPLY, x, 180.0 / math.pi)),
    **dict.fromkeys(("radians", "deg2rad"), lambda x: operation(g.MULTIPLY, x, math.pi / 180.0)),
    "isnan": f.is_nan, "isinf": f.is_infinite, "isfinite": f.is_finite, "signbit": f.is_negative,
    "isposinf": lambda x: comparison(g.EQUAL, x, math.inf), "isneginf": lambda x: comparison(g.EQUAL, x, -math.inf),
    "logical_and": f.logical(g.AND), "logical_or": f.logical(g.OR), "logical_not": negation, "logical_xor": f.exclusive,
    "bitwise_and": lambda x, y: x & y, "bitwise_or": lambda x, y: x | y,
    **dict.fromkeys(("invert", "bitwise_not", "bitwise_invert"), lambda x: ~x),
    "less": f.compares(g.LESS), "less_equal": f.compares(g.LESS_OR_EQUAL), "equal": f.compares(g.EQUAL),
    "greater": f.compares(g.LESS, True), "greater_equal": f.compares(g.LESS_OR_EQUAL, True),
    "not_equal": lambda x, y: negation(comparison(g.EQUAL, x, y)),
    "where": f.choice, "heaviside": f.heaviside, "sinc": f.sinc, "nan_to_num": f.nan_to_num, "select": f.choose,
    **dict.fromkeys(("float64", "double"), f.as_float),
}
"""What the functions of NumPy are. Those that NumPy 1 has under other names, or has not yet, are listed too."""

_LEAVE_OUT = "leave it out: arguments are numbers here"

NUMPY_REFUSED = {
    **MATH_REFUSED,
    **{name: _NO_KERNEL.format(f"np.{name}") for name in ("arcsin", "arccos", "arctan", "arctan2", "spacing")},
    **{f"arc{name[1:]}": instead for name, instead in _HYPERBOLIC.items() if name[0] == "a"},
    **dict.fromkeys(("mod", "remainder"), f"write x - y*floor(x/y){LESS_EXACT}"), "floor_divide": f"write floor(x/y){LESS_EXACT}",
    "divmod": f"write floor(x/y) and x - y*floor(x/y){LESS_EXACT}",
    "logaddexp": "write max(x, y) + log1p(exp(-abs(x - y))), which is NaN where both are the same infinity",
    "logaddexp2": "write max(x, y) + log1p(exp2(-abs(x - y)))/log(2), which is NaN where both are the same infinity",
    "bitwise_xor": "of conditions write a != b", "left_shift": "write x*2**n", "right_shift": "write floor(x/2**n)",
    **dict.fromkeys(("bitwise_left_shift", "bitwise_right_shift", "bitwise_count", "isnat"), "it is about ints and times"),
    **dict.fromkeys(("conj", "conjugate", "real", "imag", "angle"), "there are no complex numbers"),
    **dict.fromkeys(("matmul", "dot", "inner", "outer", "matvec", "vecmat", "vecdot", "vdot", "cross"), "write the sum of products"),
    **dict.fromkeys(
        ("sum", "mean", "std", "var", "prod", "cumsum", "min", "max", "amin", "amax", "median"), "write it outside, of the results"
    ),
    **dict.fromkeys(("any", "all"), "leave it out: a condition is about one element"),
    **dict.fromkeys(("array", "asarray", "zeros", "ones", "linspace", "arange"), "pass its elements as an argument"),
    **dict.fromkeys(("atleast_1d", "asanyarray", "asfarray", "ascontiguousarray", "ravel", "squeeze", "copy"), _LEAVE_OUT),
    "zeros_like": "write 0.0", "empty_like": "write 0.0", "ones_like": "write 1.0", "full_like": "write the number",
    **dict.fromkeys(("int8", "int16", "int32", "int64", "int_", "intp", "intc"), "write trunc(x)"),
    "bool_": "write x != 0", "piecewise": "write if and elif", "polyval": "write a loop (Horner): y = y*x + c for each coefficient c",
    "errstate": "put it around the call",
    **dict.fromkeys(("random", "linalg", "fft"), "compute it before, and pass it as an argument"),
    "isclose": "write abs(x - y) <= 1e-8 + 1e-5*abs(y), or math.isclose", "float32": "everything is computed in doubles",
}
"""Names of NumPy that there are not, and what to write instead. Every other name is refused as well."""


BUILTINS: Dict[str, Any] = {
    **{
        name: getattr(builtins, name)
        for name in (
            "abs", "all", "any", "dict", "enumerate", "filter", "iter", "len", "list", "map", "next", "pow", "range", "reversed",
            "round", "slice", "sorted", "str", "tuple", "zip", "None", "True", "False", "Ellipsis", "NotImplemented", "__debug__",
        )
    },
    **{name: value for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)},
    "float": f.FLOAT, "int": f.INT, "bool": f.BOOL, "complex": complex, "type": f.type_of, "isinstance": f.is_instance,
    "min": f.least, "max": f.greatest, "sum": f.total_of, "divmod": f.whole_division,
}
"""The builtins that are allowed."""

BUILTINS_REFUSED = {
    **dict.fromkeys(
        ("print", "input", "open", "breakpoint", "help", "exit", "quit"), "it reads or writes: do that outside, with the results"
    ),
    **dict.fromkeys(
        ("eval", "exec", "compile", "globals", "locals", "vars", "dir", "getattr", "setattr", "delattr", "hasattr", "callable"),
        "it reaches what the function does not name: write the expression itself",
    ),
    **dict.fromkeys(("id", "hash", "repr", "format", "ascii", "object", "memoryview"), "its result differs from run to run"),
    **dict.fromkeys(("set", "frozenset"), "the order of a set is not defined: write a tuple or a list"),
}
"""Builtins that there are not, and why. Every other builtin is refused as well."""


def _named(function: Function, name: str, prefix: str) -> Function:
    # Under its name, so that errors say it; what is not known to be pure is refused as an argument.
    def call(*arguments: Any, **options: Any) -> Any:
        for argument in arguments:
            if isinstance(argument, Refused):
                raise argument.refusal()
        try:
            return function(*map(plain, arguments), **options)
        except PureError:
            raise
        except TypeError as error:
            raise TypeError(re.sub(r"^[\w.<>]+\(\)", f"{name}()", str(error))) from None

    call.__name__ = name
    call.__qualname__ = f"{prefix}.{name}"
    return call


def _refusing(prefix: str, name: str, instead: str) -> Function:
    def call(*arguments: Any, **options: Any) -> Any:
        items = [list(argument) if isinstance(argument, (tuple, list)) else [argument] for argument in arguments]
        because = instead
        if arguments and f.is_plain(*map(plain, (item for part in items for item in part))):
            if prefix == "math" and name in EXACT_OF_NUMBERS:
                return getattr(math, name)(*arguments, **options)
            if name in MATH_REFUSED or type(getattr(sys.modules.get("numpy"), name, None)).__name__ == "ufunc":
                because = "compute it outside, as a constant of the module"
        elif name in ("array", "asarray") and isinstance(arguments[0] if arguments else None, Symbol):
            because = _LEAVE_OUT
        raise refuse(missing(f"{prefix}.{name}", because), f"{prefix}.{name}")

    call.__name__ = name
    call.__qualname__ = f"{prefix}.{name}"
    return call


def missing(name: str, instead: str) -> str:
    """What there is to say of a function without a kernel."""
    if instead.startswith("there is no kernel"):
        return f"'{name}': {instead}"
    return f"There is no '{name}' in a pure function: {instead}" if instead else f"'{name}' has no kernel yet"


MATH = {name: _named(function, name, "math") for name, function in MATH.items()}
NUMPY = {name: _named(function, name, "numpy") for name, function in NUMPY.items()}
for _name in ("type", "isinstance", "min", "max", "sum", "divmod"):
    BUILTINS[_name] = _named(BUILTINS[_name], _name, "builtins")


def math_attribute(name: str) -> Any:
    """What math.name is."""
    value = getattr(math, name)
    if isinstance(value, float):
        return value
    return MATH.get(name) or _refusing("math", name, MATH_REFUSED.get(name, ""))


def numpy_attribute(name: str) -> Any:
    """What numpy.name is."""
    value = plain(getattr(sys.modules["numpy"], name))
    if type(value) in (float, bool):
        return value
    if name in NUMPY:
        return NUMPY[name]
    instead = NUMPY_REFUSED.get(name)
    if instead is None:
        raise refuse(f"'numpy.{name}' is about arrays, and a pure function is about one element: use it outside", f"numpy.{name}")
    if callable(value) and not isinstance(value, type):
        return _refusing("numpy", name, instead)
    raise refuse(missing(f"numpy.{name}", instead), f"numpy.{name}")


def numpy_function(function: Any) -> Function:
    """What a function of NumPy is that has been called."""
    return numpy_attribute(function.__name__)


def known_functions() -> Dict[int, Function]:
    """What the functions of math and NumPy are, by the identity of each, however it is named."""
    return _known_functions("numpy" in sys.modules)


@functools.lru_cache(maxsize=None)
def _known_functions(has_numpy: bool) -> Dict[int, Function]:
    found: Dict[int, Function] = {id(f.where): f.where}
    for name, value in vars(builtins).items():
        if name in BUILTINS:
            found[id(value)] = BUILTINS[name]
    for name, value in vars(math).items():
        if callable(value) and not name.startswith("_"):
            found[id(value)] = math_attribute(name)
    numpy = sys.modules.get("numpy")
    for name in (*NUMPY, *NUMPY_REFUSED) if has_numpy else ():
        value = getattr(numpy, name, None)
        if callable(value) and id(value) not in found and (name in NUMPY or not isinstance(value, type)):
            found[id(value)] = numpy_attribute(name)
    return found
