"""Tracing: a function is called on symbols, and the program is what happens to them."""

import dis
import inspect
import re
import types
from typing import Any, Callable, Container, Dict, List, NamedTuple, Optional, Sequence, Tuple

from . import _scan
from ._environment import default_environment
from ._errors import PureError, UndefinedName, definition_of, innermost, place_of
from ._graph import MOST_OUTPUTS, Graph, is_name, read
from ._paths import Paths, join
from ._scope import MISSING, Scope, Traceable, is_namedtuple, is_same
from ._symbol import Refused, Symbol, described, plain, tracing, value_of

__all__ = ["Trace", "Traceable", "UndefinedName", "trace"]


class Trace:
    """What tracing a function has found.

    Attributes:
        program: the program's bytes.
        inputs: the arguments, with the defaults that are numbers.
        outputs: the results' names.
        returns: float for one number, tuple, or the class of named tuples.
        is_async: whether the function is an async def.
        frozen: the constants of modules and closures that it has read.
    """

    __slots__ = ("program", "inputs", "outputs", "returns", "is_async", "frozen", "_names", "_cells", "_functions")

    def __init__(
        self,
        program: bytes,
        inputs: Tuple[inspect.Parameter, ...],
        outputs: Tuple[str, ...],
        returns: type,
        is_async: bool,
        scope: Optional[Scope] = None,
    ) -> None:
        self.program = program
        self.inputs = inputs
        self.outputs = outputs
        self.returns = returns
        self.is_async = is_async
        self.frozen: Dict[str, Any] = dict(scope.frozen) if scope else {}
        self._names = tuple(scope.names.values()) if scope else ()
        self._cells = tuple(scope.cells.values()) if scope else ()
        self._functions = tuple(scope.functions) if scope else ()

    @classmethod
    def of_program(
        cls,
        program: bytes,
        inputs: Optional[Sequence[inspect.Parameter]] = None,
        returns: Optional[type] = None,
        is_async: bool = False,
    ) -> "Trace":
        """What tracing would have found, of a program that is there already."""
        _, names, outputs, *_ = read(program)
        if inputs is not None and [parameter.name for parameter in inputs] != names or returns is float and len(outputs) != 1:
            raise ValueError("the arguments and results are not those of the program")
        if inputs is None:
            inputs = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
        if returns is None:
            returns = float if len(outputs) == 1 else tuple
        return cls(program, tuple(inputs), tuple(outputs), returns, is_async)

    @property
    def depends(self) -> bool:
        """Whether there is a name whose value may change."""
        return bool(self._names or self._cells or self._functions)

    def is_current(self) -> bool:
        """Whether every name that the function reads still has the value that it had."""
        for names, name, value in self._names:
            now = names.get(name, MISSING)
            if now is not value and not is_same(now, value):
                return False
        for function, code, defaults, keywords in self._functions:
            if function.__code__ is not code or function.__defaults__ is not defaults or function.__kwdefaults__ is not keywords:
                return False
        for cell, value in self._cells:
            try:
                now = cell.cell_contents
            except ValueError:
                now = MISSING
            if now is not value and not is_same(now, value):
                return False
        return True


class Result(NamedTuple):
    """What one way through a function returns."""

    kind: type
    nodes: List[int]


def trace(function: Callable[..., Any], correctly_rounded: bool = False) -> Trace:
    """The program of a function.

    Raises:
        UndefinedName: a global or a variable of an enclosing function is not there yet.
        PureError: the function is not pure, or does what cannot be done for each element.
    """
    if not isinstance(function, types.FunctionType):
        raise PureError(_no_function(function), getattr(function, "__name__", None))
    error: Optional[PureError]
    try:
        with default_environment():
            return _trace(function, correctly_rounded)
    except PureError as raised:
        error = raised
    if error.filename is None:
        error.locate(definition_of(function.__code__))
    raise error.with_traceback(None)


def _trace(function: types.FunctionType, correctly_rounded: bool) -> Trace:
    for name in function.__code__.co_varnames[: min(function.__code__.co_argcount, 1)]:
        if name in ("self", "cls"):
            raise PureError(f"'{name}' is an object and no number: {_OUTSIDE}", name)
    scope = Scope(correctly_rounded, trace)
    bound = scope.bind(function)
    parameters = _parameters(function)
    inputs = tuple(parameter for parameter in parameters if _is_input(parameter))
    graph = Graph([parameter.name for parameter in inputs], correctly_rounded)
    paths = Paths(graph)
    is_async = inspect.iscoroutinefunction(function)
    before = tracing.graph, tracing.paths, tracing.refused, tracing.functions
    tracing.graph, tracing.paths, tracing.refused, tracing.functions = graph, paths, None, (*before[-1], function)
    try:
        symbols = {parameter.name: Symbol(node) for parameter, node in zip(inputs, graph.inputs)}
        arguments = {p.name: symbols[p.name] if p.name in symbols else scope.admit(p.default, p.name) for p in parameters}
        by_place = [arguments[p.name] for p in parameters if p.kind is not p.KEYWORD_ONLY]
        by_name = {p.name: arguments[p.name] for p in parameters if p.kind is p.KEYWORD_ONLY}
        ends = paths.explore(lambda: _result(function, _call(bound, by_place, by_name, is_async)))
        shapes = list(dict.fromkeys(_shape(result) for _, result in ends))
        if len(shapes) > 1:
            raise PureError(f"The ways through the function return {' or '.join(shapes)}: return the same on each", "return")
        results = join(graph, [(decisions, result.nodes) for decisions, result in ends])
        returns = ends[0][1].kind
        outputs = _output_names(function, returns, len(results), symbols)
        program = graph.to_bytes(list(zip(outputs, results)))
    finally:
        tracing.graph, tracing.paths, tracing.refused, tracing.functions = before
    return Trace(program, inputs, outputs, returns, is_async, scope)


_OUTSIDE = "mark a function outside of the class, or make it in __init__ as a closure"


def _no_function(value: Any) -> str:
    if isinstance(value, types.MethodType):
        return f"'{value.__name__}' is a method, whose object can change: write a plain function of numbers"
    if isinstance(value, staticmethod):
        return f"'{value.__func__.__name__}' is a staticmethod and no plain function: swap the decorators, @staticmethod above @pure"
    if isinstance(value, (classmethod, property)):
        name = getattr(value.fget if isinstance(value, property) else value.__func__, "__name__", "")
        return f"'{name}' is a {type(value).__name__}, and methods cannot be pure: {_OUTSIDE}"
    if isinstance(value, type):
        return f"'{value.__name__}' is a class: write a plain function of numbers"
    if callable(value):
        name = getattr(value, "__name__", type(value).__name__)
        kind = "a builtin function" if inspect.isbuiltin(value) else described(value).lower()
        return f"'{name}' is {kind} and no plain function: write def or lambda"
    return f"{described(value)} is no function"


def _parameters(function: types.FunctionType) -> List[inspect.Parameter]:
    parameters = list(_signature(function).parameters.values())
    for parameter in parameters:
        if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            star = "*" if parameter.kind is parameter.VAR_POSITIONAL else "**"
            raise PureError(f"'{star}{parameter.name}' stands for any number of arguments: name each of them", parameter.name)
    return parameters


# Its own, whatever it says that it wraps, unless it hands on any arguments.
def _signature(function: types.FunctionType) -> inspect.Signature:
    bare = types.FunctionType(function.__code__, {}, function.__name__, function.__defaults__, function.__closure__)
    bare.__kwdefaults__, bare.__annotations__ = function.__kwdefaults__, function.__annotations__
    signature = inspect.signature(bare)
    hands_on = any(parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD) for parameter in signature.parameters.values())
    return inspect.signature(function) if hands_on else signature


def _is_input(parameter: inspect.Parameter) -> bool:
    return parameter.default is parameter.empty or type(plain(parameter.default)) in (float, int, bool)


def _call(function: Callable[..., Any], arguments: List[Any], options: Dict[str, Any], is_async: bool) -> Any:
    error: PureError
    try:
        result = function(*arguments, **options)
        if is_async:
            result = _awaited(result)
    except PureError:
        raise
    except Exception as exception:
        error = tracing.refused or _error_of(exception)
        raise error from exception
    if tracing.refused is not None:
        raise tracing.refused
    return result


def _awaited(coroutine: Any) -> Any:
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    coroutine.close()
    raise PureError(_scan.AWAIT, "await")


def _error_of(exception: Exception) -> PureError:
    entry = innermost(exception.__traceback__)
    place = None if entry is None else place_of(entry.tb_frame.f_code, entry.tb_lasti)
    kind = type(exception).__name__
    is_raised = entry is not None and dis.opname[entry.tb_frame.f_code.co_code[entry.tb_lasti]] == "RAISE_VARARGS"
    if isinstance(exception, NameError) and not is_raised and not isinstance(exception, UnboundLocalError):
        name = str(exception).split("'")[1]
        return UndefinedName(f"'{name}' is not defined yet: define it before the function is called", name, place)
    text = f"{kind}: {exception}".replace("'Symbol'", "'float'") if str(exception) else kind
    if isinstance(exception, AttributeError) and not is_raised and "'" in text:
        kind = text.split("'")[-2]
    if is_raised:
        return PureError(f"{text}. There is no 'raise' and no 'assert' for one element of an array: return float('nan') there", kind, place)
    if isinstance(exception, ArithmeticError) or isinstance(exception, ValueError) and re.match("math domain|expected a ", str(exception)):
        text += ": there is nothing to raise for one element; write float('inf') or float('nan')"
    return PureError(text, kind, place)


def _result(function: types.FunctionType, value: Any) -> Result:
    if isinstance(value, Refused):
        raise _at_return(function, value.refusal())
    if isinstance(value, (Symbol, complex)) or type(plain(value)) in (float, int, bool):
        return Result(float, [_node(function, value)])
    if isinstance(value, tuple) and (type(value) is tuple or is_namedtuple(type(value))):
        if not 0 < len(value) <= MOST_OUTPUTS:
            raise _at_return(function, PureError(f"The function returns {len(value)} numbers; 1 to {MOST_OUTPUTS} are allowed", "return"))
        return Result(type(value), [_node(function, item) for item in value])
    instead = "return a tuple of them: (x, y)" if isinstance(value, (list, dict)) else "return a number or a tuple of numbers"
    raise _at_return(function, PureError(f"The function returns {described(value)}: {instead}".replace(" A", " a"), "return"))


def _node(function: types.FunctionType, value: Any) -> int:
    try:
        return value_of(value, "return a number or one tuple of numbers").node
    except PureError as error:
        raise _at_return(function, error)


def _at_return(function: types.FunctionType, error: PureError) -> PureError:
    place = _scan.return_place(function.__code__)
    if error.filename is None and place is not None:
        error.locate(place)
    return error


def _shape(result: Result) -> str:
    if result.kind is float:
        return "one number"
    return f"{'a tuple' if result.kind is tuple else result.kind.__name__} of {len(result.nodes)}"


def _output_names(function: types.FunctionType, returns: type, count: int, inputs: Container[str]) -> Tuple[str, ...]:
    fields: Optional[Tuple[str, ...]] = getattr(returns, "_fields", None) or _scan.returned_names(function.__code__)
    if fields is not None and len(fields) == count and all(is_name(name) and name not in inputs for name in fields):
        return fields
    stem = "result"
    while True:
        names = (stem,) if count == 1 else tuple(f"{stem}{place}" for place in range(1, count + 1))
        if not any(name in inputs for name in names):
            return names
        stem += "_"
