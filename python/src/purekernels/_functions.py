"""What functions of math, of NumPy and of Python do to symbols."""

import builtins
import math
import sys
from typing import Any, Callable, Dict, Sequence

from . import _graph as g
from ._symbol import (
    LESS_EXACT, Refused, Symbol, closed_operation, comparison, condition_of, graph, negation, operation, power, refuse, select, to_integer,
    tracing, value_of,
)

Function = Callable[..., Any]


def is_plain(*values: Any) -> bool:
    """Whether values are numbers of Python, none of them a symbol."""
    return all(type(value) in (float, int, bool) for value in values)


def choice(condition: Any, a: Any, b: Any) -> Symbol:
    # NumPy's: the type is that of both.
    whole = graph().apply(g.AND, value_of(a).whole, value_of(b).whole)
    return Symbol(select(condition, a, b)._node, whole)


def where(condition: Any, a: Any, b: Any) -> Any:
    """``a`` where a condition holds, else ``b``.

    Within a pure function both are computed, and one is chosen for each element; outside, of arrays it is NumPy's own, of numbers the
    conditional expression.
    """
    if tracing.graph is not None:
        return choice(condition, a, b)
    numpy = sys.modules.get("numpy")
    if numpy is None or is_plain(condition, a, b):
        return a if condition else b
    return numpy.where(condition, a, b)


def unary(operator: int) -> Function:
    return lambda x: operation(operator, x)


def binary(operator: int) -> Function:
    return lambda x, y: operation(operator, x, y)


def closed(operator: int) -> Function:
    def function(*operands: Any) -> Symbol:
        # NumPy's booleans are no numbers: their sum is "or", and they have no difference.
        if all(isinstance(operand, Symbol) and graph().is_condition(operand._node) for operand in operands):
            if operator == g.ADD:
                return operands[0] | operands[1]
            if operator in (g.SUBTRACT, g.NEGATE):
                raise refuse("NumPy has no difference and no negative of conditions: write where(c, 1.0, 0.0) for each")
        return closed_operation(operator, *operands)

    return function


def exact(function: Function, on_symbols: Function) -> Function:
    # Of numbers the function of Python itself, whose result is the same everywhere.
    return lambda *values: function(*values) if is_plain(*values) else on_symbols(*values)


def number(x: Any) -> Symbol:
    return Symbol(*value_of(x))


def as_float(x: Any) -> Symbol:
    return Symbol(value_of(x).node)


def is_nan(x: Any) -> Symbol:
    return negation(comparison(g.EQUAL, x, x))


def is_infinite(x: Any) -> Symbol:
    return comparison(g.EQUAL, operation(g.ABS, x), math.inf)


def is_finite(x: Any) -> Symbol:
    return comparison(g.LESS, operation(g.ABS, x), math.inf)


def is_negative(x: Any) -> Symbol:
    return comparison(g.LESS, operation(g.COPY_SIGN, 1.0, x), 0.0)


def logarithm(x: Any, base: Any = None) -> Symbol:
    return operation(g.LOG, x) if base is None else operation(g.DIVIDE, operation(g.LOG, x), operation(g.LOG, base))


def distance(*coordinates: Any) -> Symbol:
    if len(coordinates) != 2:
        instead = ("0.0", "abs(x)")[len(coordinates)] if len(coordinates) < 2 else "hypot(hypot(x, y), z)"
        raise refuse(f"'hypot' takes 2 arguments here, not {len(coordinates)}: write {instead}", "hypot")
    return operation(g.HYPOT, *coordinates)


def math_power(x: Any, y: Any) -> Symbol:
    return as_float(power(x, y))


def is_close(a: Any, b: Any, *, rel_tol: Any = 1e-09, abs_tol: Any = 0.0) -> Any:
    if is_plain(a, b, rel_tol, abs_tol):
        return math.isclose(a, b, rel_tol=rel_tol, abs_tol=abs_tol)
    a, b = as_float(a), as_float(b)
    difference = abs(b - a)
    within = (difference <= abs(rel_tol * b)) | (difference <= abs(rel_tol * a)) | (difference <= abs_tol)
    return (a == b) | (is_finite(a) & is_finite(b) & within)


def least(*values: Any, **options: Any) -> Any:
    return extremum(builtins.min, lambda item, best: item < best, values, options)


def greatest(*values: Any, **options: Any) -> Any:
    return extremum(builtins.max, lambda item, best: item > best, values, options)


def extremum(function: Function, is_better: Function, values: Sequence[Any], options: Dict[str, Any]) -> Any:
    # As Python finds it: from the left, the first of those that compare equal.
    if len(values) == 1:
        values = tuple(values[0])
        if not values:
            return function(values, **options)
        options.pop("default", None)
    if options or not values or not all(isinstance(value, Symbol) or is_plain(value) for value in values):
        return function(values, **options)
    best = values[0]
    for item in values[1:]:
        if is_plain(item, best):
            best = item if is_better(item, best) else best
        else:
            best = select(is_better(item, best), item, best)
    return best


def total_of(values: Any, start: Any = 0) -> Any:
    total = start
    for value in values:
        total = total + value
    return total


def whole_division(x: Any, y: Any) -> Any:
    if is_plain(x, y):
        return divmod(x, y)
    raise refuse(f"There is no 'divmod': write floor(x/y) and x - y*floor(x/y){LESS_EXACT}", "divmod")


def quotient(x: Any, y: Any) -> Symbol:
    return operation(g.DIVIDE, x, y)


def reciprocal(x: Any) -> Symbol:
    if value_of(x).whole != graph().false:
        raise refuse("NumPy's reciprocal of an int is an int: write 1/x", "reciprocal")
    return operation(g.DIVIDE, 1.0, x)


def sign(x: Any) -> Symbol:
    otherwise = select(comparison(g.EQUAL, x, 0.0), 0.0, as_float(x))
    return Symbol(select(comparison(g.LESS, 0.0, x), 1.0, select(comparison(g.LESS, x, 0.0), -1.0, otherwise))._node, value_of(x).whole)


def heaviside(x: Any, at_zero: Any) -> Symbol:
    below = select(comparison(g.LESS, x, 0.0), 0.0, as_float(x))
    return select(comparison(g.EQUAL, x, 0.0), as_float(at_zero), select(comparison(g.LESS, 0.0, x), 1.0, below))


def number_of_two(operator: int) -> Function:
    # The other one where one is NaN.
    def function(x: Any, y: Any) -> Symbol:
        return choice(is_nan(x), y, choice(is_nan(y), x, closed_operation(operator, x, y)))

    return function


def clip(x: Any, a_min: Any = None, a_max: Any = None, *, min: Any = None, max: Any = None) -> Symbol:
    a_min, a_max = min if a_min is None else a_min, max if a_max is None else a_max
    if a_min is not None:
        x = closed_operation(g.MAX, x, a_min)
    return x if a_max is None else closed_operation(g.MIN, x, a_max)


def rounded(x: Any, decimals: int = 0) -> Symbol:
    if isinstance(decimals, Symbol):
        raise refuse("The number of decimals is a constant", "decimals")
    if value_of(x).whole == graph().true and decimals >= 0:
        return number(x)
    scale = 10.0 ** abs(decimals)
    if decimals > 0:
        return operation(g.DIVIDE, operation(g.ROUND, operation(g.MULTIPLY, x, scale)), scale)
    return operation(g.MULTIPLY, operation(g.ROUND, operation(g.DIVIDE, x, scale)), scale) if decimals else operation(g.ROUND, x)


def sinc(x: Any) -> Symbol:
    angle = operation(g.MULTIPLY, math.pi, select(comparison(g.EQUAL, x, 0), 1.0e-20, x))
    return operation(g.DIVIDE, operation(g.SIN, angle), angle)


def nan_to_num(x: Any, copy: bool = True, nan: Any = 0.0, posinf: Any = None, neginf: Any = None) -> Symbol:
    most = sys.float_info.max
    x = choice(comparison(g.EQUAL, x, math.inf), most if posinf is None else posinf, x)
    x = choice(comparison(g.EQUAL, x, -math.inf), -most if neginf is None else neginf, x)
    return choice(is_nan(x), nan, x)


def choose(conditions: Sequence[Any], choices: Sequence[Any], default: Any = 0) -> Symbol:
    result = default
    for condition, chosen in zip(reversed(conditions), reversed(choices)):
        result = choice(condition, chosen, result)
    return number(result)


def logical(operator: int) -> Function:
    return lambda x, y: Symbol(graph().apply(operator, condition_of(x), condition_of(y)))


def exclusive(x: Any, y: Any) -> Symbol:
    return negation(comparison(g.EQUAL, Symbol(condition_of(x)), Symbol(condition_of(y))))


def compares(operator: int, is_reversed: bool = False) -> Function:
    return lambda x, y: comparison(operator, y, x) if is_reversed else comparison(operator, x, y)


class NumberType:
    """float, int or bool: what converts to it, and what is one."""

    def __init__(self, real: type, convert: Function) -> None:
        self._real = real
        self._convert = convert

    def __call__(self, value: Any = 0, *options: Any) -> Any:
        return self._convert(value) if isinstance(value, Symbol) and not options else self._real(value, *options)

    def __getattr__(self, name: str) -> Any:
        if name == "fromhex":
            return float.fromhex
        raise refuse(f"There is no '{self._real.__name__}.{name}' here: write a function of the value", name)


FLOAT = NumberType(float, lambda x: as_float(x))
INT = NumberType(int, lambda x: to_integer(g.TRUNCATE, x))
BOOL = NumberType(bool, lambda x: Symbol(condition_of(x)))
TYPES = {float: FLOAT, int: INT, bool: BOOL}


def type_of(value: Any) -> Any:
    """The type: of a symbol that of the number in Python."""
    if isinstance(value, Refused):
        raise value.refusal()
    if not isinstance(value, Symbol):
        return TYPES.get(type(value), type(value))
    if graph().is_condition(value._node):
        return BOOL
    return INT if Symbol(value._whole) else FLOAT


def is_instance(value: Any, types: Any) -> Any:
    """Whether a value is of one of the types: a symbol if that depends on the arguments."""
    for operand in (value, types):
        if isinstance(operand, Refused):
            raise operand.refusal()
    if isinstance(types, tuple):
        return any(is_instance(value, kind) for kind in types)
    kind = types._real if isinstance(types, NumberType) else types
    if not isinstance(value, Symbol):
        return isinstance(value, kind)
    if graph().is_condition(value._node):
        return issubclass(bool, kind)
    if issubclass(float, kind) == issubclass(int, kind):
        return issubclass(float, kind)
    return Symbol(value._whole) if kind is int else negation(Symbol(value._whole))
