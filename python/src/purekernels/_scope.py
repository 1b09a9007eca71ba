"""What the names in a function stand for while it is traced: numbers, functions that are known to be pure, and nothing else."""

import inspect
import math
import struct
import sys
import types
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import _graph as g
from . import _scan
from ._errors import TRACED, Place, PureError, UndefinedName
from ._names import BUILTINS, known_functions, math_attribute, numpy_attribute
from ._objects import Unknown
from ._symbol import Symbol, graph, plain, refuse, value_of

DEEPEST_CALLS = 50
"""Calls of helpers within each other."""

MISSING = object()
_NAMEDTUPLE = frozenset(vars(__import__("collections").namedtuple("_", "x")))
_IMMUTABLE = (float, int, bool, str, bytes, type(None), type(Ellipsis))


class Traceable:
    """Base of pure functions, which other pure functions may call.

    Attributes:
        __wrapped__: the function as it was written, or None.
        program: its bytes.
        returns: float, tuple or a class of named tuples.
    """

    __wrapped__: Optional[Callable[..., Any]]
    program: bytes
    returns: type


def is_same(a: Any, b: Any) -> bool:
    """Whether two constants are the same object, or equal to the bit."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if type(a) is float:
        return struct.pack("d", a) == struct.pack("d", b)
    if isinstance(a, tuple):
        return len(a) == len(b) and all(map(is_same, a, b))
    return type(plain(a)) in (*_IMMUTABLE, float) and a.__class__ in (int, bool, str, bytes) and a == b


class Module:
    """math or NumPy, with those attributes only that have a meaning in a program."""

    def __init__(self, name: str, attribute: Callable[[str], Any]) -> None:
        self._name = name
        self._attribute = attribute

    def __getattr__(self, name: str) -> Any:
        return self._attribute(name)


MATH, NUMPY = Module("math", math_attribute), Module("numpy", numpy_attribute)


def import_module(name: str, globals: Any = None, locals: Any = None, names: Any = (), level: int = 0) -> Any:
    """__import__ of traced functions."""
    if name in ("math", "numpy") and not level:
        __import__(name)
        return MATH if name == "math" else NUMPY
    module = "." * level + name
    raise refuse(f"The module '{module}' is imported here, and is not known to be pure: call it outside, and pass what it gives", name)


class Scope:
    """The names of a function and of everything that it calls."""

    def __init__(self, correctly_rounded: bool) -> None:
        self.correctly_rounded = correctly_rounded
        self.frozen: Dict[str, Any] = {}
        self.names: Dict[Tuple[int, str], Tuple[Dict[str, Any], str, Any]] = {}
        self.cells: Dict[int, Tuple[Any, Any]] = {}
        self._known = known_functions()
        self._helpers: Dict[int, Callable[..., Any]] = {}
        self._unknown: Dict[int, Unknown] = {}
        self._depth = 0
        self._builtins = {
            name: BUILTINS[name] if name in BUILTINS else Unknown(name, value)
            for name, value in vars(__import__("builtins")).items()
            if not name.startswith("__") or name in BUILTINS
        }
        self._builtins["__import__"] = import_module

    def bind(self, function: types.FunctionType, prefix: str = "") -> types.FunctionType:
        """The function with names that are known to be pure."""
        code = function.__code__
        _scan.check(code)
        names: Dict[str, Any] = {TRACED: True, "__builtins__": self._builtins, "__name__": function.__module__}
        for name in _scan.global_names(code):
            value = function.__globals__.get(name, MISSING)
            self.names[id(function.__globals__), name] = (function.__globals__, name, value)
            if value is not MISSING:
                names[name] = self.admit(value, name, prefix)
        cells = tuple(self._cell(name, cell, prefix) for name, cell in zip(code.co_freevars, function.__closure__ or ()))
        defaults = tuple(self.admit(value, name) for name, value in _defaults(function))
        bound = types.FunctionType(code, names, function.__name__, defaults or None, cells)
        keywords = function.__kwdefaults__ or {}
        bound.__kwdefaults__ = {name: self.admit(value, name) for name, value in keywords.items()} or None  # type: ignore[assignment]
        return bound

    def admit(self, value: Any, name: str, prefix: Optional[str] = None) -> Any:
        """What stands for an object: itself if it is a constant, else a known function, or what raises an error when it is used.

        Args:
            prefix: what to put before the names of constants that are frozen; None for what is part of the function itself.
        """
        number = plain(value)
        if type(number) in _IMMUTABLE:
            if prefix is not None:
                self.frozen[prefix + name] = value
            return number
        if isinstance(value, tuple) and (type(value) is tuple or is_namedtuple(type(value))):
            if prefix is not None and all(type(plain(item)) in _IMMUTABLE for item in value):
                self.frozen[prefix + name] = value
            items = [self.admit(item, f"{name}[{place}]") for place, item in enumerate(value)]
            return tuple(items) if type(value) is tuple else type(value)._make(items)  # type: ignore[attr-defined]
        if value is math:
            return MATH
        if value is sys.modules.get("numpy", MISSING):
            return NUMPY
        if isinstance(value, Traceable):
            return self._pure(value, name)
        if isinstance(value, types.FunctionType) and id(value) not in self._known:
            return self._helper(value)
        if isinstance(value, type) and (is_namedtuple(value) or issubclass(value, BaseException)):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = self._unknown.setdefault(id(value), Unknown(name, value))
        return known

    def _cell(self, name: str, cell: Any, prefix: str) -> Any:
        try:
            value = cell.cell_contents
        except ValueError:
            self.cells[id(cell)] = (cell, MISSING)
            return types.CellType()
        self.cells[id(cell)] = (cell, value)
        return types.CellType(self.admit(value, name, prefix))

    def _helper(self, function: types.FunctionType) -> Callable[..., Any]:
        bound: List[types.FunctionType] = []

        def call(*arguments: Any, **options: Any) -> Any:
            if not bound:
                if function.__code__.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
                    raise refuse(f"'{function.__name__}' is an async function: only the pure function itself may be one", function.__name__)
                bound.append(self.bind(function, f"{function.__name__}."))
            if self._depth == DEEPEST_CALLS:
                raise refuse(f"'{function.__name__}' is called more than {DEEPEST_CALLS} calls deep (a recursion?): write a loop", function.__name__)
            self._depth += 1
            try:
                return bound[0](*arguments, **options)
            finally:
                self._depth -= 1

        call.__name__, call.__qualname__ = function.__name__, function.__qualname__
        return self._helpers.setdefault(id(function), call)

    def _pure(self, function: Traceable, name: str) -> Callable[..., Any]:
        wrapped = getattr(function, "__wrapped__", None)
        inline = self._helper(wrapped) if isinstance(wrapped, types.FunctionType) else None

        def call(*arguments: Any, **options: Any) -> Any:
            if inline is not None and bool(getattr(function, "correctly_rounded", self.correctly_rounded)) == self.correctly_rounded:
                return inline(*arguments, **options)
            program = function.program
            tier, inputs, outputs = g.read(program)[:3]
            if tier != self.correctly_rounded:
                raise refuse(f"'{name}' was made with correctly_rounded={tier}, and this function was not: make both alike", name)
            results = graph().replay(program, [value_of(value).node for value in _in_order(function, inputs, arguments, options)])
            if function.returns is float:
                return Symbol(results[0])
            symbols = map(Symbol, results)
            return tuple(symbols) if function.returns is tuple else function.returns(*symbols)

        call.__name__ = call.__qualname__ = name
        return call


def is_namedtuple(kind: type) -> bool:
    """Whether a class of named tuples has nothing but its fields."""
    if not (isinstance(kind, type) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields")):
        return False
    own = [name for name, value in vars(kind).items() if callable(value) or isinstance(value, (property, classmethod, staticmethod))]
    return all(name in _NAMEDTUPLE or name in ("__annotate__", "__annotate_func__") for name in own)


def _defaults(function: types.FunctionType) -> List[Tuple[str, Any]]:
    values = function.__defaults__ or ()
    code = function.__code__
    return list(zip(code.co_varnames[code.co_argcount - len(values) : code.co_argcount], values))


def _in_order(function: Traceable, inputs: List[str], arguments: Tuple[Any, ...], options: Dict[str, Any]) -> List[Any]:
    parameters = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in inputs]
    signature = getattr(function, "__signature__", None) or inspect.Signature(parameters)
    bound = signature.bind(*arguments, **options)
    bound.apply_defaults()
    return [bound.arguments[name] for name in inputs]
