"""Objects that are not known to be pure: what stands for them raises an error at every use, and says what they are."""

import builtins
import types
from typing import Any

from ._errors import PureError
from ._names import BUILTINS_REFUSED
from ._symbol import Refused, plain, refuse


def description(name: str, value: Any, attribute: str = "") -> str:
    """What an object is, of which an attribute may be asked for, and what to do instead."""
    kind = type(value).__name__
    article = "an" if kind[0] in "aeiou" or kind == "ndarray" else "a"
    if isinstance(value, types.ModuleType):
        asked = vars(value).get(attribute)
        if isinstance(asked, types.FunctionType) or type(plain(asked)) in (float, int, bool):
            instead = f": import it by name: from {value.__name__} import {attribute}"
        else:
            by_name = "; plain functions of Python and numbers may be imported by name"
            instead = _OF_MODULES.get(value.__name__, f"{_OF_FUNCTIONS}{by_name}")
        return f"'{name}' is the module {value.__name__}, which is not known to be pure{instead}"
    if isinstance(value, (list, dict, set, bytearray)) or kind in ("ndarray", "Series", "DataFrame", "array", "deque"):
        instead = "write a tuple of numbers, or pass a number as an argument"
        return f"'{name}' is {article} {kind}, which can change from call to call: {instead}"
    if isinstance(value, types.BuiltinFunctionType) and getattr(builtins, value.__name__, None) is value:
        return f"'{name}' is a builtin function: {BUILTINS_REFUSED.get(value.__name__, 'it is not known to be pure')}"
    if isinstance(value, type):
        if value.__module__ == "builtins":
            return f"'{name}' is the builtin class {kind if value is type else value.__name__}: {_reason(value.__name__)}"
        return f"'{name}' is the class {_path(value)}, and objects have no place in a pure function but tuples: write numbers and functions"
    if isinstance(value, types.MethodType):
        return f"'{name}' is a method of an object of {_path(type(value.__self__))}, which can change: write a function of numbers"
    if isinstance(value, (types.BuiltinFunctionType, types.BuiltinMethodType)):
        owner = getattr(value, "__self__", None)
        if owner is not None and not isinstance(owner, types.ModuleType):
            return f"'{name}' is a method of an object of {_path(type(owner))}, which can change{_OF_FUNCTIONS}"
        module = value.__module__ or getattr(owner, "__name__", "a module")
        return f"'{name}' is the function {module}.{value.__name__}, which is not known to be pure{_OF_MODULES.get(module, _OF_FUNCTIONS)}"
    if plain(value) is not value:
        return f"'{name}' is a numpy.{kind}, whose arithmetic has rules of its own: write float({name}), int({name}) or bool({name})"
    if isinstance(value, complex):
        return f"'{name}' is a complex number: write real and imaginary part"
    if isinstance(value, types.SimpleNamespace) or any("__dataclass_fields__" in vars(base) for base in type(value).__mro__):
        return f"'{name}' is an object of {_path(type(value))}: take a NamedTuple of numbers in its place"
    if callable(value):
        return f"'{name}' is an object of {_path(type(value))}, which is no plain function{_OF_FUNCTIONS}"
    return f"'{name}' is an object of {_path(type(value))}, which can change: pass the numbers that are needed as arguments"


_OF_FUNCTIONS = ": call it outside, and pass what it gives as an argument"
_OF_MODULES = {
    "random": ": draw the numbers outside, and pass them as an argument",
    "numpy.random": ": draw the numbers outside, and pass them as an argument",
    "time": ": read the clock outside, and pass the time as an argument",
    "cmath": ": write real and imaginary part",
    "os": ": read it outside, and pass the number as an argument",
}


def _path(kind: type) -> str:
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"


def _reason(name: str) -> str:
    return BUILTINS_REFUSED.get(name, "it is not known to be pure")


class Unknown(Refused):
    """What stands for an object. It has its identity, and nothing else of it."""

    __slots__ = ("_name", "_value")

    def __init__(self, name: str, value: Any) -> None:
        self._name = name
        self._value = value

    def refusal(self, attribute: str = "") -> PureError:
        """The error that every use of it raises."""
        return refuse(description(self._name, self._value, attribute), self._name)

    @property
    def __class__(self) -> type:  # type: ignore[override]
        # What asks whether it is a list, a match statement for example, must not be told that it is none.
        raise self.refusal()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__array"):
            raise AttributeError(name)
        raise self.refusal(name)


def _raise(self: Unknown, *arguments: Any, **options: Any) -> Any:
    raise self.refusal()


for _method in (
    "call bool len iter next contains getitem setitem delitem str repr format bytes hash int float complex index eq ne lt le gt ge neg pos"
    " abs invert round trunc floor ceil enter exit await array array_ufunc array_function add sub mul truediv floordiv mod divmod pow"
    " lshift rshift and or xor matmul radd rsub rmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor rmatmul"
    " iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor imatmul reversed instancecheck subclasscheck fspath"
).split():
    setattr(Unknown, f"__{_method}__", _raise)
