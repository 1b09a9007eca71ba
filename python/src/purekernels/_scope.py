"""What the names in a function stand for while it is traced: numbers, functions that are known to be pure, and nothing else."""

import builtins
import inspect
import math
import struct
import sys
import types
from collections import namedtuple
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import _graph as g
from . import _scan
from ._errors import TRACED, PureError, definition_of
from ._names import BUILTINS, known_functions, math_attribute, numpy_attribute
from ._objects import Unknown
from ._symbol import Symbol, graph, plain, refuse, tracing, value_of

DEEPEST_CALLS = 50
"""Calls of helpers within each other."""

MISSING = object()
_NAMEDTUPLE = frozenset((*vars(namedtuple("_", "x")), "_field_types"))
_ASYNC = "'{0}' is an async function: only the pure function itself may be one"
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
    a, b = plain(a), plain(b)
    if type(a) is float:
        return struct.pack("d", a) == struct.pack("d", b)
    if type(a) is tuple:
        return len(a) == len(b) and all(map(is_same, a, b))
    return type(a) in _IMMUTABLE and bool(a == b)


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

    def __init__(self, correctly_rounded: bool, trace: Callable[..., Any]) -> None:
        self.correctly_rounded = correctly_rounded
        self._trace = trace
        self.frozen: Dict[str, Any] = {}
        self.names: Dict[Tuple[int, str], Tuple[Dict[str, Any], str, Any]] = {}
        self.cells: Dict[int, Tuple[Any, Any]] = {}

        # What has been read first counts: if it is another when it is read again, the trace is not current.
        self.functions: List[Tuple[types.FunctionType, Any, Any, Any]] = []
        self._known = known_functions()
        self._helpers: Dict[int, Callable[..., Any]] = {}
        self._unknown: Dict[int, Unknown] = {}
        self._depth = 0
        self._builtins = {
            name: BUILTINS[name] if name in BUILTINS else Unknown(name, value)
            for name, value in vars(builtins).items()
            if not name.startswith("__") or name in BUILTINS
        }
        self._builtins["__import__"] = import_module

    def bind(self, function: types.FunctionType, prefix: str = "") -> types.FunctionType:
        """The function with names that are known to be pure."""
        code = function.__code__
        self.functions.append((function, code, function.__defaults__, function.__kwdefaults__))
        _scan.check(code)
        names: Dict[str, Any] = {TRACED: True, "__builtins__": self._builtins, "__name__": function.__module__}
        for name in _scan.global_names(code):
            if name == "__builtins__":
                raise PureError(f"'{name}' reaches into the interpreter: write what is computed", name, definition_of(code))
            value = function.__globals__.get(name, MISSING)
            self.names.setdefault((id(function.__globals__), name), (function.__globals__, name, value))
            if value is not MISSING:
                names[name] = self.admit(value, name, prefix)
        for name, place in _scan.compared_objects(code):
            if type(names.get(name)) in (float, int, bool, tuple):
                raise PureError(f"'is' compares objects, and '{name}' is a number: write ==", "is", place)
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
        if number is not value and type(value).__name__ not in ("float64", "int64"):
            # Arithmetic of those has rules of its own.
            return self._unknown.setdefault(id(value), Unknown(name, value))
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
        if isinstance(value, type) and is_namedtuple(value):
            return value
        known = self._known.get(id(value))
        if known is None:
            known = self._unknown.setdefault(id(value), Unknown(name, value))
        return known

    def _cell(self, name: str, cell: Any, prefix: str) -> Any:
        try:
            value = cell.cell_contents
        except ValueError:
            self.cells.setdefault(id(cell), (cell, MISSING))
            return types.CellType()
        self.cells.setdefault(id(cell), (cell, value))
        return types.CellType(self.admit(value, name, prefix))

    def _helper(self, function: types.FunctionType) -> Callable[..., Any]:
        bound: List[types.FunctionType] = []

        def call(*arguments: Any, **options: Any) -> Any:
            if not bound:
                if function.__code__.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
                    raise refuse(_ASYNC.format(function.__name__), function.__name__)
                bound.append(self.bind(function, f"{function.__name__}."))
            if self._depth == DEEPEST_CALLS:
                deep = f"is called more than {DEEPEST_CALLS} calls deep (a recursion?): write a loop"
                raise refuse(f"'{function.__name__}' {deep}", function.__name__)
            self._depth += 1
            try:
                return bound[0](*arguments, **options)
            finally:
                self._depth -= 1

        call.__name__, call.__qualname__ = function.__name__, function.__qualname__
        return self._helpers.setdefault(id(function), call)

    def _pure(self, function: Traceable, name: str) -> Callable[..., Any]:
        found: List[Tuple[bytes, inspect.Signature, type]] = []

        def call(*arguments: Any, **options: Any) -> Any:
            if not found:
                found.append(self._program_of(function, name))
            program, signature, returns = found[0]
            bound = signature.bind(*arguments, **options)
            bound.apply_defaults()
            results = map(Symbol, graph().replay(program, [value_of(value).node for value in bound.arguments.values()]))
            if returns is float:
                return next(results)
            return tuple(results) if returns is tuple else returns(*results)

        call.__name__ = call.__qualname__ = name
        return call

    def _program_of(self, function: Traceable, name: str) -> Tuple[bytes, inspect.Signature, type]:
        wrapped = getattr(function, "__wrapped__", None)
        if wrapped in tracing.functions:
            raise refuse(f"'{name}' calls itself: write a loop", name)
        tier, inputs = g.read(function.program)[:2]
        if tier != self.correctly_rounded:
            raise refuse(f"'{name}' was made with correctly_rounded={tier}, and this function was not: make both alike", name)
        if not isinstance(wrapped, types.FunctionType):
            parameters = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in inputs]
            return function.program, getattr(function, "__signature__", None) or inspect.Signature(parameters), function.returns
        # Traced anew, as its constants may have changed, and are constants of this function now.
        traced = self._trace(wrapped, tier)
        if traced.is_async:
            raise refuse(_ASYNC.format(name), name)
        self.frozen.update((f"{name}.{constant}", value) for constant, value in traced.frozen.items())
        for names, constant, value in traced._names:
            self.names.setdefault((id(names), constant), (names, constant, value))
        for cell, value in traced._cells:
            self.cells.setdefault(id(cell), (cell, value))
        self.functions += traced._functions
        return traced.program, inspect.Signature(list(traced.inputs)), traced.returns


def is_namedtuple(kind: type) -> bool:
    """Whether a class of named tuples has nothing but its fields."""
    if not (isinstance(kind, type) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields")):
        return False
    own = [name for name, value in vars(kind).items() if callable(value) or not name.startswith("__")]
    if not all(type(vars(kind).get(name)).__name__ == "_tuplegetter" for name in kind._fields):
        return False
    return all(name in _NAMEDTUPLE or name in kind._fields or name.startswith("__annotate") for name in own)


def _defaults(function: types.FunctionType) -> List[Tuple[str, Any]]:
    values = function.__defaults__ or ()
    code = function.__code__
    return list(zip(code.co_varnames[code.co_argcount - len(values) : code.co_argcount], values))
