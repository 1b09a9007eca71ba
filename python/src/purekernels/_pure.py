"""Pure functions: called as they were, evaluated on every core."""

import inspect
import struct
import sys
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional, Tuple, overload

from . import _trace
from ._errors import PureError
from ._lock import lock

if TYPE_CHECKING:
    from ._check import Comparison

# Those of NumPy's universal functions, and one of ours.
_OPTIONS = frozenset(("out", "where", "dtype", "casting", "order", "subok", "signature", "sig", "extobj", "threads"))

_PICKLE_VERSION = 1

_modules = sys.modules


class PureFunction(_trace.Traceable):
    """A pure function of numbers, which is evaluated over arrays on every SIMD lane of every core.

    It is called as the function that it has been made of: with NumPy arrays (or what NumPy makes arrays of) of any layout, which are
    broadcast against each other, and with ``out=``, ``where=``, ``dtype=`` as NumPy's own functions; with numbers it gives numbers, of the
    same bits. The interpreter's lock is released, nothing is copied.

    Results are doubles; of arrays that NumPy's own functions make floats of, floats, computed in double and rounded once. An element of a
    result depends on the same element of the inputs alone: its bits are the same for any length, layout, number of threads and processor.
    """

    def __init__(self, function: Callable[..., Any], correctly_rounded: bool = False) -> None:
        _trace.Traceable.__init__(self)
        self._correctly_rounded = bool(correctly_rounded)
        self.__wrapped__ = function
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__"):
            setattr(self, attribute, getattr(function, attribute, None))
        self._prepare()
        try:
            self._take(_trace.trace(function, self._correctly_rounded))
        except _trace.UndefinedName:
            # What is defined later is there at the first call.
            self._is_async = inspect.iscoroutinefunction(function)
        _mark_async(self)

    @classmethod
    def parse(cls, text: str, correctly_rounded: bool = False) -> "PureFunction":
        """Makes a function of a text: ``x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)``.

        The inputs are the names that nothing is assigned to, in the order in which the text has them, or those before an arrow:
        ``(t, a) -> exp(-a*t)``. What is wrong raises `ValueError`, with its place.
        """
        if not isinstance(text, str):
            raise TypeError(f"a text is expected, not {type(text).__name__}")
        with lock:
            from . import _kernel

        program = _kernel.parsed_program(text, correctly_rounded)
        return cls._of_program(_trace.Trace.of_program(program), correctly_rounded, name="pure_function", doc=text)

    @classmethod
    def _of_program(cls, trace, correctly_rounded, name, doc=None, module=None, qualname=None):
        function = cls.__new__(cls)
        _trace.Traceable.__init__(function)
        function._correctly_rounded = bool(correctly_rounded)
        function.__wrapped__ = None
        function.__name__, function.__qualname__, function.__doc__ = name, qualname or name, doc
        function.__module__ = module
        function._prepare()
        function._take(trace)
        _mark_async(function)
        return function

    def _prepare(self):
        self._trace = self._kernel = None

    def _take(self, trace):
        names = tuple(parameter.name for parameter in trace.inputs)
        is_by_place = all(parameter.kind is parameter.POSITIONAL_OR_KEYWORD for parameter in trace.inputs)
        self._kernel = None
        self._is_async = trace.is_async
        self._count = len(names) if is_by_place else None
        self._names = names
        self._parameters = tuple((parameter.name, parameter.default) for parameter in trace.inputs)
        self._options = _OPTIONS.difference(names)
        self._depends = trace.depends
        self.__signature__ = inspect.Signature(list(trace.inputs))
        self._trace = trace

    # The trace, made anew if a constant that it has frozen is another by now.
    def _current(self):
        trace = self._trace
        if trace is None or not trace.is_current():
            with lock:
                if self._trace is None or not self._trace.is_current():
                    self._take(_trace.trace(self.__wrapped__, self._correctly_rounded))
                trace = self._trace
        return trace

    def _loaded(self):
        trace = self._current()
        kernel = self._kernel
        if kernel is None or kernel.library is None:
            with lock:
                from ._kernel import Kernel

                kernel = Kernel(trace.program, self.__name__, self.__doc__, len(trace.inputs), len(trace.outputs), _maker_of(trace.returns))
                if trace is self._trace:
                    self._kernel = kernel
        return kernel

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        kernel = self._kernel
        if kernel is None or kernel.library is None or self._depends and not self._trace.is_current():
            kernel = self._loaded()
        if len(arguments) != self._count or options and not self._options.issuperset(options):
            arguments, options = self._bound(arguments, options)
        return self._awaited(arguments, options) if self._is_async else self._evaluated(kernel, arguments, options)

    def _evaluated(self, kernel, arguments, options):
        returns = kernel.returns
        for argument in arguments:
            if options or type(argument) is not float and type(argument) is not int and type(argument) is not bool:
                break
        else:
            result = kernel.invoke(arguments)
            return result[0] if returns is None else returns(result)
        try:
            if "dask.array" in _modules and _any_of_dask(arguments):
                result = _dask_module().evaluate(self, arguments, options)
            else:
                result = kernel.evaluate(arguments, options)
        except TypeError as error:
            _note_types(error, self._names, arguments)
            raise
        except NotImplementedError:
            repeated = _with_numbers(arguments)
            if repeated is None:
                raise
            result = kernel.evaluate(repeated, options)
        return result if returns is None else returns(result if type(result) is tuple else (result,))

    # By the constants, in the process and under the settings of where it is awaited.
    async def _awaited(self, arguments, options):
        import asyncio

        kernel = self._loaded()
        if all(isinstance(argument, (int, float)) for argument in arguments):
            return self._evaluated(kernel, arguments, options)
        import numpy

        def evaluated(settings=numpy.geterr()):
            with numpy.errstate(**settings):
                return self._evaluated(kernel, arguments, options)

        return await asyncio.get_running_loop().run_in_executor(None, evaluated)

    # The function as it is now: what computes later does not follow constants that change until then.
    def _snapshot(self):
        return _restore(*self.__reduce__()[1])

    # Arguments in the order of the inputs, as Python binds them; what is an option of the call apart.
    def _bound(self, arguments, options):
        own = {name: options.pop(name) for name in self._options.intersection(options)}
        values = list(arguments)
        if self._count is not None:
            for name, default in self._parameters[len(arguments):]:
                value = options.pop(name, default)
                if value is inspect.Parameter.empty:
                    break
                values.append(value)
            if len(values) == self._count and not options:
                return tuple(values), own
        return self._bound_slowly(arguments, dict(zip(self._names[len(arguments):], values[len(arguments):]), **options)), own

    # By Python's own rules, which tell what is wrong.
    def _bound_slowly(self, arguments, options):
        try:
            bound = self.__signature__.bind(*arguments, **options)
        except TypeError as error:
            message = f"{self.__name__}() {error}: {self.__name__}{self.__signature__}"
            fixed = [name for name in self._fixed() if name in options or len(arguments) > len(self._names)]
            if fixed:
                message += f"; '{fixed[0]}' has a default that is no number, and is part of the function: make one for each value"
            raise TypeError(message) from None
        bound.apply_defaults()
        return tuple(bound.arguments[name] for name in self._names)

    # Parameters of the function as it was written that are none of numbers.
    def _fixed(self):
        written = inspect.signature(self.__wrapped__).parameters if self.__wrapped__ else ()
        return [name for name in written if name not in self._names]

    @property
    def inputs(self) -> Tuple[str, ...]:
        """The names of the inputs."""
        return tuple(parameter.name for parameter in self._current().inputs)

    @property
    def outputs(self) -> Tuple[str, ...]:
        """The names of the results."""
        return tuple(self._current().outputs)

    @property
    def returns(self) -> type:
        """What is returned: `float` for one number, `tuple` or a named tuple's class."""
        return self._current().returns

    @property
    def program(self) -> bytes:
        """The function as bytes, which every later version reads."""
        return self._current().program

    @property
    def frozen(self) -> Dict[str, Any]:
        """The constants of the module and of closures that have become part of the function; another value makes another function."""
        return dict(self._current().frozen)

    @property
    def correctly_rounded(self) -> bool:
        """Whether elementary functions within it are correctly rounded, rather than within their declared bounds."""
        return self._correctly_rounded

    def explain(self) -> str:
        """Tells what is computed: the operations that are left after sharing, and the passes over arrays that they take."""
        return self._loaded().explain()

    def check(self, *points: Any) -> "Comparison":
        """Compares with what Python itself computes at some points: for each argument an array or a number, as in a call; or, of a function
        of several, a list of tuples.

        Returns a `Comparison`. Results differ in last places, since the platform's functions are others than those of this library.
        """
        from ._check import compare

        return compare(self, points)

    def __repr__(self) -> str:
        return f"<pure function {self.__qualname__}{self.__signature__ if self._trace else '(…)'}>"

    def __reduce__(self):
        trace = self._current()
        parameters = [(parameter.name, int(parameter.kind), *([] if parameter.default is parameter.empty else [parameter.default]))
                      for parameter in trace.inputs]
        returns = None if trace.returns in (float, tuple) else trace.returns
        state = {
            "program": trace.program, "parameters": parameters, "outputs": tuple(trace.outputs), "is_tuple": trace.returns is not float,
            "returns": returns, "is_async": trace.is_async, "correctly_rounded": self._correctly_rounded,
            "name": self.__name__, "qualname": self.__qualname__, "module": self.__module__, "doc": self.__doc__,
        }
        return _restore, (_PICKLE_VERSION, state)

    def __dask_tokenize__(self):
        trace = self._current()
        return ("purekernels", trace.program, [str(parameter) for parameter in trace.inputs], str(trace.returns), trace.is_async)

    # A function is what it is, wherever it is copied to.
    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


@overload
def pure(function: Callable[..., Any], *, correctly_rounded: bool = False) -> PureFunction: ...


@overload
def pure(*, correctly_rounded: bool = False) -> Callable[[Callable[..., Any]], PureFunction]: ...


def pure(function: Optional[Callable[..., Any]] = None, *, correctly_rounded: bool = False) -> Any:
    """Marks a function as pure: ``@pure`` or ``@pure(correctly_rounded=True)``.

    The function is run once on symbols, which shows what it computes; what is not pure is refused, with `PureError`. From then on it is
    evaluated on every SIMD lane of every core. With ``correctly_rounded`` the elementary functions within it give the nearest doubles.
    """
    if function is None:
        return lambda given: pure(given, correctly_rounded=correctly_rounded)
    if isinstance(function, PureFunction):
        if function.correctly_rounded == bool(correctly_rounded):
            return function
        if function.__wrapped__ is None:
            raise PureError(f"{function.__name__} is a pure function of the other tier already")
        function = function.__wrapped__
    return PureFunction(function, correctly_rounded)


def _restore(version, state):
    if version > _PICKLE_VERSION:
        raise ValueError(f"purekernels: a pickled function of version {version} needs a later version of the package")
    parameters = [
        inspect.Parameter(name, kind, default=default[0] if default else inspect.Parameter.empty)
        for name, kind, *default in state["parameters"]
    ]
    returns = state["returns"] or (tuple if state["is_tuple"] else float)
    try:
        trace = _trace.Trace.of_program(state["program"], parameters, returns, state["is_async"])
    except (struct.error, LookupError, ValueError) as error:
        raise ValueError(f"purekernels: the program of a pickled function is damaged: {error}") from error
    return PureFunction._of_program(
        trace, state["correctly_rounded"], state["name"], state["doc"], state["module"], state["qualname"])


def _dask_module():
    with lock:
        from . import _dask

    return _dask


def _any_of_dask(arguments):
    return any(map(_dask_module().is_array, arguments))


# What pandas gives to universal functions one by one, together; None if it is anything else.
def _with_numbers(arguments):
    if "pandas" not in _modules:
        return None
    with lock:
        from . import _pandas

    return _pandas.with_numbers(arguments)


# NumPy says that a type is not supported, but not of which argument.
def _note_types(error, names, arguments):
    if not hasattr(error, "add_note"):
        return
    for name, argument in zip(names, arguments):
        kind = getattr(argument, "dtype", None)
        if kind is None and not isinstance(argument, (int, float, list, tuple)):
            error.add_note(f"'{name}' is of type {type(argument).__name__}: numbers, or arrays of them, are expected")
        elif getattr(kind, "kind", "f") not in "biuf" or getattr(kind, "itemsize", 8) > 8:
            error.add_note(f"'{name}' is of dtype {kind}: convert it, as by {name}.astype(float)")


# What makes a result of a tuple of numbers; None for one number.
def _maker_of(returns):
    return None if returns is float else getattr(returns, "_make", tuple)


# So that asyncio and inspect take it for what it is.
def _mark_async(function):
    if not function._is_async:
        return
    import asyncio.coroutines

    function._is_coroutine = getattr(asyncio.coroutines, "_is_coroutine", None)
    mark = getattr(inspect, "markcoroutinefunction", None)
    if mark is not None:
        mark(function)
