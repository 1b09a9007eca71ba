"""Symbols: what a function is called with while it is traced."""

import math
import sys
import threading
from typing import Any, Callable, List, NamedTuple, Optional, Tuple

from . import _graph as g
from ._errors import PureError, current_operation, refusal
from ._graph import Graph
from ._paths import Paths


class Tracing(threading.local):
    """The program that this thread is making, if any."""

    graph: Optional[Graph] = None
    paths: Optional[Paths] = None
    refused: Optional[PureError] = None
    functions: Tuple[Any, ...] = ()


tracing = Tracing()


def graph() -> Graph:
    """The program that is being made."""
    if tracing.graph is None:
        raise PureError("The value belongs to a function that was being traced, and is none outside it")
    return tracing.graph


def refuse(message: str, name: Optional[str] = None) -> PureError:
    """An error at this place. It is kept, should the function go on all the same."""
    error = refusal(message, name)
    if tracing.refused is None:
        tracing.refused = error
    return error


class Value(NamedTuple):
    """A number's node, and the condition that it is an int in Python, whose zero has no sign."""

    node: int
    whole: int


class Refused:
    """Base of what stands for an object that is not known to be pure."""

    def refusal(self) -> PureError:
        """The error that every use of it raises."""
        raise NotImplementedError


def plain(value: Any) -> Any:
    """A number of NumPy as a number of Python; everything else as it is."""
    numpy = sys.modules.get("numpy")
    if numpy is not None and isinstance(value, numpy.generic):
        item = value.item()
        return item if type(item) in (float, int, bool) else value
    return value


def value_of(number: Any, instead: str = "write numbers and functions of numbers") -> Value:
    """A symbol or a number as a value of the program; anything else is an error that says what to do instead."""
    if isinstance(number, Symbol):
        if graph().is_condition(number._node):
            return Value(graph().as_number(number._node), graph().true)
        return Value(number._node, number._whole)
    if isinstance(number, Refused):
        raise number.refusal()
    number = plain(number)
    if type(number) not in (float, int, bool):
        if isinstance(number, complex):
            raise refuse("There are no complex numbers: write real and imaginary part", "complex")
        raise refuse(f"{described(number)} is no number: {instead}", type(number).__name__)
    return Value(graph().constant(to_double(number)), graph().condition(type(number) is not float))


def to_double(number: Any) -> float:
    """A number of Python as a double. Ints that are none are refused."""
    try:
        value = float(number)
    except OverflowError:
        raise refuse("The int is larger than every double: write float('inf')", "int") from None
    if value != number and number == number:
        raise refuse(f"The int {number if abs(number) < 10**40 else '…'} is no double: write float(…) of it, which is {value!r}", "int")
    return value


def described(thing: Any) -> str:
    """What a thing is, for messages."""
    name = type(thing).__name__
    if thing is None:
        return "None"
    return f"{'An' if name[0] in 'aeiou' else 'A'} {name}"


def condition_of(value: Any) -> int:
    """A condition as it is; a number holds if it is not zero, as in Python."""
    if isinstance(value, Symbol) and graph().is_condition(value._node):
        return value._node
    if not isinstance(value, (Symbol, Refused)):
        return graph().condition(bool(value))
    return graph().apply(g.NOT, graph().apply(g.EQUAL, value_of(value).node, graph().constant(0.0)))


def without_sign_of_zero(node: int, whole: int) -> int:
    """A number with +0 in place of −0 where it is an int."""
    if whole == graph().false:
        return node
    positive = graph().apply(g.ADD, node, graph().constant(0.0))
    return graph().apply(g.SELECT, whole, positive, node)


def operation(operator: int, *operands: Any) -> "Symbol":
    """An operation whose result is a float."""
    return Symbol(graph().apply(operator, *(value_of(operand).node for operand in operands)))


def closed_operation(operator: int, *operands: Any) -> "Symbol":
    """An operation whose result is an int if all its operands are."""
    values = [value_of(operand) for operand in operands]
    whole = values[0].whole
    for value in values[1:]:
        whole = graph().apply(g.AND, whole, value.whole)
    nodes = [value.node for value in values]
    node = graph().apply(operator, *nodes)
    if operator == g.NEGATE or operator == g.MULTIPLY and nodes[0] != nodes[1] and not any(map(_is_positive, nodes)):
        node = without_sign_of_zero(node, whole)
    return Symbol(node, whole)


def comparison(operator: int, a: Any, b: Any) -> "Symbol":
    """A condition on two numbers."""
    return Symbol(graph().apply(operator, value_of(a).node, value_of(b).node))


def negation(condition: Any) -> "Symbol":
    """Whether a condition does not hold."""
    return Symbol(graph().apply(g.NOT, condition_of(condition)))


def select(condition: Any, a: Any, b: Any) -> "Symbol":
    """What it is where a condition holds, and what else."""
    holds, first, second = condition_of(condition), value_of(a), value_of(b)
    if first.whole == second.whole:
        whole = first.whole
    else:
        both = graph().apply(g.AND, holds, first.whole), graph().apply(g.AND, graph().apply(g.NOT, holds), second.whole)
        whole = graph().apply(g.OR, *both)
    return Symbol(graph().apply(g.SELECT, holds, first.node, second.node), whole)


def power(x: Any, y: Any) -> "Symbol":
    """x**y: an integer power if y is written as an int that is not too large."""
    y = plain(y)
    base, is_int = value_of(x), isinstance(y, int)
    exponent = value_of(y)
    zero = graph().constant(0.0)
    whole = graph().apply(g.AND, base.whole, exponent.whole)
    if whole != graph().false:
        whole = graph().apply(g.AND, whole, graph().apply(g.LESS_OR_EQUAL, zero, exponent.node))
    operator = g.INTEGER_POWER if is_int and abs(y) <= g.LARGEST_EXPONENT else g.POW
    return Symbol(graph().apply(operator, base.node, exponent.node), whole)


def to_integer(operator: int, x: Any) -> "Symbol":
    """An integral value as an int of Python."""
    value = value_of(x)
    if value.whole == graph().true:
        return Symbol(*value)
    return Symbol(without_sign_of_zero(graph().apply(operator, value.node), graph().true), graph().true)


def combination(operator: int, symbol: str, a: Any, b: Any) -> "Symbol":
    """Conditions joined by & or |."""
    for side in (a, b):
        if isinstance(side, Refused):
            raise side.refusal()
        if not (isinstance(side, Symbol) and graph().is_condition(side._node) or isinstance(plain(side), bool)):
            raise refuse(f"There is no '{symbol}' of numbers, only of conditions: write (a < b) {symbol} (c < d)", symbol)
    return Symbol(graph().apply(operator, condition_of(a), condition_of(b)))


def _origin(node: int) -> str:
    names = [f"'{name}'" for name in graph().names_in(node)]
    if not names:
        return "This is computed when the function is called"
    if graph().nodes[node][0] == g.INPUT:
        return f"{names[0]} is an argument"
    are = "which is an argument" if len(names) == 1 else "which are arguments"
    return f"This depends on {' and '.join(names)}, {are}"


def _is_positive(node: int) -> bool:
    return graph().nodes[node][0] == g.CONSTANT and graph().value(node) > 0


def _operators(make: Callable[[Any, Any], "Symbol"]) -> Tuple[Callable[..., "Symbol"], Callable[..., "Symbol"]]:
    return (lambda self, other: make(self, other)), (lambda self, other: make(other, self))


def _arithmetic(operator: int) -> Tuple[Callable[..., "Symbol"], Callable[..., "Symbol"]]:
    return _operators(lambda a, b: closed_operation(operator, a, b))


def _comparison(compare: Callable[[Any, Any], "Symbol"], is_equality: bool = False) -> Callable[[Any, Any], Any]:
    def method(self: "Symbol", other: Any) -> Any:
        # What is no number is compared as Python does: equal to none, and in no order.
        if isinstance(other, Symbol) or type(plain(other)) in (float, int, bool):
            return compare(self, other)
        return NotImplemented

    return method


class Symbol:
    """A number or a condition that depends on the arguments."""

    __slots__ = ("_node", "_whole")

    def __init__(self, node: int, whole: Optional[int] = None) -> None:
        self._node = node
        self._whole = graph().false if whole is None else whole

    __add__, __radd__ = _arithmetic(g.ADD)
    __sub__, __rsub__ = _arithmetic(g.SUBTRACT)
    __mul__, __rmul__ = _arithmetic(g.MULTIPLY)
    __truediv__, __rtruediv__ = _operators(lambda a, b: operation(g.DIVIDE, a, b))
    __and__, __rand__ = _operators(lambda a, b: combination(g.AND, "&", a, b))
    __or__, __ror__ = _operators(lambda a, b: combination(g.OR, "|", a, b))

    __lt__ = _comparison(lambda a, b: comparison(g.LESS, a, b))
    __le__ = _comparison(lambda a, b: comparison(g.LESS_OR_EQUAL, a, b))
    __gt__ = _comparison(lambda a, b: comparison(g.LESS, b, a))
    __ge__ = _comparison(lambda a, b: comparison(g.LESS_OR_EQUAL, b, a))
    __eq__ = _comparison(lambda a, b: comparison(g.EQUAL, a, b))  # type: ignore[assignment]
    __ne__ = _comparison(lambda a, b: negation(comparison(g.EQUAL, a, b)))  # type: ignore[assignment]

    def __pow__(self, other: Any, modulus: Any = None) -> "Symbol":
        if modulus is not None:
            raise refuse("There is no pow(x, y, m): write x**y", "pow")
        return power(self, other)

    def __rpow__(self, other: Any, modulus: Any = None) -> "Symbol":
        return power(other, self)

    def __neg__(self) -> "Symbol":
        return closed_operation(g.NEGATE, self)

    def __pos__(self) -> "Symbol":
        return Symbol(*value_of(self))

    def __abs__(self) -> "Symbol":
        return closed_operation(g.ABS, self)

    def __invert__(self) -> "Symbol":
        if not graph().is_condition(self._node):
            raise refuse("There is no '~' of numbers, only of conditions: write ~(a < b)", "~")
        return negation(self)

    def __bool__(self) -> bool:
        condition = condition_of(self)
        assert tracing.paths is not None
        return tracing.paths.decide(condition)

    def __round__(self, digits: Optional[int] = None) -> "Symbol":
        if digits is not None:
            n = digits if type(digits) is int else "n"
            raise refuse(f"There is no round(x, {n}): write np.round(x, {n}), which is less exact", "round")
        return to_integer(g.ROUND, self)

    def __index__(self) -> int:
        instead = ", or choose with if and elif" if current_operation().startswith("BINARY_") else ""
        known = "a loop and an index need a number that is known when the function is marked; make it a constant of the module"
        raise refuse(f"{_origin(self._node)}: {known}{instead}", "index")

    def __floor__(self) -> "Symbol":
        return to_integer(g.FLOOR, self)

    def __ceil__(self) -> "Symbol":
        return to_integer(g.CEILING, self)

    def __trunc__(self) -> "Symbol":
        return to_integer(g.TRUNCATE, self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        instead = ATTRIBUTES.get(name, "write a function of the value")
        raise refuse(f"'.{name}' is an attribute of a float or an array, and here is one number of a pure function: {instead}", name)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        from ._names import numpy_function

        if method != "__call__":
            raise refuse(f"'{ufunc.__name__}.{method}' works on arrays, and a pure function is about one element", ufunc.__name__)
        return numpy_function(ufunc)(*inputs, **options)

    def __array_function__(self, function: Any, types: Any, arguments: List[Any], options: Any) -> Any:
        from ._names import numpy_function

        return numpy_function(function)(*arguments, **options)


ATTRIBUTES = {
    "real": "write the number itself",
    "imag": "write 0.0",
    "is_integer": "write x == floor(x)",
    "conjugate": "write the number itself",
    "copy": "write the number itself",
    "astype": "write the number itself: everything is computed in doubles",
    "clip": "write min(max(x, a), b)",
    "round": "write round(x) or np.round(x, 2)",
    **dict.fromkeys(("sum", "mean", "std", "var", "min", "max", "prod", "cumsum"), "write it outside, of the results"),
    **dict.fromkeys(("all", "any"), "leave it out"),
    **dict.fromkeys(("shape", "size", "ndim", "dtype", "T"), "pass what is needed of it as an argument"),
}
"""What to write in place of attributes."""

LESS_EXACT = ", which is less exact for large x/y"
_ONE = "An argument is one element here, not an array"
_ITEMS = "write 0 if k > 100 else k in place of k[k > 100] = 0"
_NEIGHBOURS = "pass its neighbours as arguments of their own"

REFUSED_METHODS = {
    "__float__": ("float", "No plain float can be made of it here: write the number itself"),
    "__int__": ("int", "No plain int can be made of it here: write math.trunc(x)"),
    "__complex__": ("complex", "There are no complex numbers: write real and imaginary part"),
    "__len__": ("len", f"{_ONE}: it has no length"),
    "__iter__": ("iteration", f"{_ONE}: it cannot be iterated over"),
    "__contains__": ("in", f"{_ONE}: nothing is 'in' it"),
    **dict.fromkeys(("__getitem__", "__setitem__", "__delitem__"), ("[]", f"{_ONE}: it has no items; {_ITEMS}")),
    "__call__": ("()", "It is a number and no function: it cannot be called"),
    "__str__": ("str", "It cannot be printed or made a string: text has no place in a pure function"),
    "__repr__": ("repr", "It cannot be printed or made a string: text has no place in a pure function"),
    "__format__": ("format", "It cannot be printed or made a string: text has no place in a pure function"),
    "__bytes__": ("bytes", "It cannot be made bytes: write the number itself"),
    "__hash__": ("hash", "It can be no key, and not be looked up: write x == a or x == b, or branches"),
    "__array__": ("array", "It cannot be put into an array: an argument is one element here, not an array"),
    "__await__": ("await", "It cannot be awaited: it is a number"),
    "__enter__": ("with", "It is a number and no context"),
    "__exit__": ("with", "It is a number and no context"),
    "__next__": ("next", f"{_ONE}: it cannot be iterated over"),
    "__reduce_ex__": ("pickle", "It cannot be copied or pickled: write the number itself"),
}
REFUSED_OPERATORS = {
    "mod": ("%", f"write x - y*floor(x/y){LESS_EXACT}"),
    "floordiv": ("//", f"write floor(x/y){LESS_EXACT}"),
    "divmod": ("divmod", f"write floor(x/y) and x - y*floor(x/y){LESS_EXACT}"),
    "lshift": ("<<", "write x*2**n"),
    "rshift": (">>", "write floor(x/2**n)"),
    "matmul": ("@", "matrices have no place in a function of one element"),
    "xor": ("^", "for a power write x**y, of conditions a != b"),
}


def _refusing(name: str, message: str) -> Callable[..., Any]:
    def method(self: Symbol, *others: Any) -> Any:
        for other in others:
            if isinstance(other, Refused):
                raise other.refusal()
        is_mask = any(isinstance(other, Symbol) and graph().is_condition(other._node) for other in others[:1])
        raise refuse(message if is_mask else message.replace(_ITEMS, _NEIGHBOURS), name)

    return method


for _method, (_name, _message) in REFUSED_METHODS.items():
    setattr(Symbol, _method, _refusing(_name, _message))
for _method, (_name, _message) in REFUSED_OPERATORS.items():
    for _prefix in ("", "r"):
        setattr(Symbol, f"__{_prefix}{_method}__", _refusing(_name, f"There is no '{_name}': {_message}"))
