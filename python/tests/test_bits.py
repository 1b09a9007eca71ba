"""Bits of results depend on the arguments alone: not on length, layout, number of threads, level of instructions or the thread's state."""

import ctypes
import inspect
import math
import shutil
import struct
import subprocess
import sys
import types

import catalogue
import numpy as np
import pytest
from children import output
from functions import ALL, assert_same, bits, exponential, heart, inputs_of, logarithm, mixed, points, run, sine
from test_tracing import FEW, SPECIAL, arguments_of, python_value

from purekernels import _kernel, _native, pure
from purekernels._trace import trace

SPREAD = np.concatenate([points(700), points(200, 2, 1e-3), points(100, 3, 1e6), SPECIAL[:25]])
LENGTHS = (0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 129, 255, 257, 511, 512, 513, 767, 1023, 1024, 1025)

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


def as_tuple(value):
    return value if isinstance(value, tuple) else (value,)


def check_length(function, length):
    arrays = [np.roll(SPREAD, 37 * place)[:length].copy() for place in range(inputs_of(function))]
    results = as_tuple(function(*arrays))
    assert all(len(result) == length for result in results)
    one_by_one = [as_tuple(function(*map(float, values))) for values in zip(*arrays)]
    assert_same(results, tuple(np.array([values[place] for values in one_by_one]) for place in range(len(results))))
    middle = length // 3
    for part in (slice(middle, None), slice(None, middle), slice(None, None, 2), slice(None, None, -1)):
        assert_same(as_tuple(function(*(array[part] for array in arrays))), tuple(result[part] for result in results))
    for threads in (1, 2, 3):
        assert_same(as_tuple(function(*arrays, threads=threads)), results)


@pytest.mark.parametrize("function", ALL, ids=lambda function: function.__name__)
def test_lengths(function):
    for length in LENGTHS:
        check_length(function, length)


@pytest.mark.long
@pytest.mark.parametrize("function", ALL, ids=lambda function: function.__name__)
def test_every_length(function):
    for length in range(1026):
        check_length(function, length)


@pytest.mark.parametrize("function", ALL, ids=lambda function: function.__name__)
def test_threads(function):
    arrays = [points(400_000, seed) for seed in range(inputs_of(function))]
    alone = as_tuple(function(*arrays, threads=1))
    for threads in (2, 3, 8):
        for _ in range(3):
            assert_same(as_tuple(function(*arrays, threads=threads)), alone)
    assert_same(as_tuple(function(*(array[123_456:] for array in arrays))), tuple(result[123_456:] for result in alone))


@pytest.mark.parametrize("function", ALL, ids=lambda function: function.__name__)
def test_floats_are_rounded_once(function):
    arrays = [points(5000, seed).astype("f") for seed in range(inputs_of(function))]
    singles = as_tuple(function(*arrays))
    doubles = as_tuple(function(*(array.astype(float) for array in arrays)))
    for single, double in zip(singles, doubles):
        assert single.dtype == np.float32
        assert_same(single, double.astype("f"))


def test_integers_are_doubles():
    whole = np.arange(-500, 500)
    assert_same(heart(whole), heart(whole.astype(float)))


HASHES = """
import functions, hashlib
import numpy as np
digest = hashlib.sha256()
for function in functions.ALL:
    arrays = [functions.points(20_011, seed) for seed in range(functions.inputs_of(function))]
    results = function(*arrays)
    for result in results if isinstance(results, tuple) else (results,):
        digest.update(functions.bits(result))
    for first in np.concatenate([arrays[0][:50], [0.0, -0.0, np.inf, np.nan, 5e-324, 1e308]]):
        results = function(float(first), *[0.5] * (len(arrays) - 1))
        digest.update(functions.bits(results))
import purekernels._native as native
print(native.level(), native.library().vector_bits, digest.hexdigest())
"""


def test_levels_have_the_same_bits():
    found = {}
    for level in _native.LEVELS:
        if set(_native.LEVELS[level]) <= _native._processor_flags():
            name, width, digest = output(HASHES, env={"KERNELS_LEVEL": level}, arguments=("-W", "ignore")).split()
            assert name == level and int(width) == {"v3": 256, "v4": 512}[level]
            found[level] = digest
    assert "v3" in found and len(set(found.values())) == 1, found


def ours_of(name, count):
    names = ", ".join("xyz"[:count])
    scope = {"math": math}
    exec(f"def f({names}): return math.{name}({names})", scope)
    return pure(scope["f"])


class Number(float):
    """A float whose elementary functions and powers are the library's."""

    __slots__ = ()

    def __pow__(self, exponent):
        # Where CPython's own raises, this does.
        float(self) ** exponent
        return Number(_power_of(None, None)(self, exponent) if type(exponent) is Number else _power_of(None, exponent)(self))

    def __rpow__(self, base):
        base ** float(self)
        return Number(_power_of(base, None)(self))

    def __round__(self, digits=None):
        return round(float(self)) if digits is None else Number(round(float(self), digits))


def _arithmetic(name):
    plain = getattr(float, name)

    def method(self, *others):
        result = plain(self, *others)
        return Number(result) if type(result) is float else result

    return method


for _name in "add sub mul truediv mod floordiv radd rsub rmul rtruediv rmod rfloordiv neg pos abs".split():
    setattr(Number, f"__{_name}__", _arithmetic(f"__{_name}__"))


_powers = {}


def _power_of(base, exponent):
    key = repr((base, exponent))
    if key not in _powers:
        scope = {"B": base, "E": exponent}
        left, right = "x" if base is None else "B", ("y" if base is None else "x") if exponent is None else "E"
        names = ", ".join(name for name in (left, right) if name.islower())
        exec(f"def f({names}): return {left} ** {right}", scope)
        _powers[key] = pure(scope["f"])
    return _powers[key]


def _with(theirs, ours=None):
    def call(*arguments, **options):
        result = theirs(*arguments, **options)
        if ours is not None and type(result) is float:
            result = ours(*arguments)
        return Number(result) if type(result) is float else result

    call.__name__ = theirs.__name__
    return call


def catalogue_with_our_functions():
    """The catalogue's functions once more, for CPython, with our functions in math."""
    replaced = types.ModuleType("math")
    for name, value in vars(math).items():
        own = ours_of(name, 2 if name in ("pow", "hypot") else 1) if name in ELEMENTARY else None
        setattr(replaced, name, _with(value, own) if callable(value) and not name.startswith("_") else value)
    replaced.log = lambda x, *base: Number(_logarithm(x)) / Number(_logarithm(*base)) if base else Number(_logarithm(x))
    module = types.ModuleType("catalogue_with_our_functions")
    module.float = Number
    before = sys.modules["math"], sys.modules.get(module.__name__)
    sys.modules["math"], sys.modules[module.__name__] = replaced, module
    try:
        with open(catalogue.__file__, encoding="utf-8") as file:
            exec(compile(file.read(), catalogue.__file__, "exec"), vars(module))
    finally:
        sys.modules["math"] = before[0]
        del sys.modules[module.__name__]
    return module


def _logarithm(x):
    math.log(x)
    return ours_of("log", 1)(x)


ELEMENTARY = "sin cos exp exp2 expm1 log2 log10 log1p cbrt hypot pow".split()


def check_catalogue(original, twin):
    function = pure(original)
    inputs = list(inspect.signature(function).parameters.values())
    points_of_it = [tuple(map(float, values)) for values in arguments_of(len(inputs))]
    expected = [python_value(twin, inputs, tuple(map(Number, values))) for values in points_of_it]
    compared = [place for place, value in enumerate(expected) if value is not None]
    assert compared
    with np.errstate(all="ignore"):
        arrays = [np.array(column) for column in zip(*(points_of_it[place] for place in compared))]
        results = call(function, inputs, arrays)
    for place, at in enumerate(compared):
        actual = [float(np.broadcast_to(result, len(compared) if inputs else ())[place if inputs else ()]) for result in results]
        assert list(map(bits, actual)) == list(map(bits, expected[at])), (points_of_it[at], actual, expected[at])
        if place % 7 == 0:
            assert list(map(bits, call(function, inputs, points_of_it[at]))) == list(map(bits, actual))
    return len(compared)


def call(function, inputs, values):
    by_place = [value for parameter, value in zip(inputs, values) if parameter.kind is not parameter.KEYWORD_ONLY]
    by_name = {parameter.name: value for parameter, value in zip(inputs, values) if parameter.kind is parameter.KEYWORD_ONLY}
    result = function(*by_place, **by_name)
    return as_tuple(run(result) if inspect.iscoroutine(result) else result)


def test_ordinary_functions_are_as_in_cpython():
    module = catalogue_with_our_functions()
    failures, compared = [], 0
    assert len(catalogue.ORDINARY) == len(module.ORDINARY) >= 60
    for original, twin in zip(catalogue.ORDINARY, module.ORDINARY):
        try:
            compared += check_catalogue(original, twin)
        except Exception as error:
            failures.append(f"{original.__name__}: {type(error).__name__} {error}")
    assert not failures, "\n".join(failures)
    assert compared > 3000


# Other libraries' states of a thread: subnormals flushed to zero, rounding upwards, downwards, to zero.
STATES = {"flushing": 0x9FC0, "upwards": 0x5F80, "downwards": 0x3F80, "to zero": 0x7F80, "all": 0xFFC0}
STATE = """
#include <xmmintrin.h>
#include <pthread.h>
unsigned get(void) { return _mm_getcsr(); }
void set(unsigned state) { _mm_setcsr(state); }
"""


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    if shutil.which("gcc") is None:
        pytest.skip("there is no gcc")
    directory = tmp_path_factory.mktemp("state")
    (directory / "state.c").write_text(STATE)
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "state.c", "-o", "state.so"], cwd=directory, check=True)
    library = ctypes.CDLL(str(directory / "state.so"))
    library.set.argtypes, library.get.restype = [ctypes.c_uint], ctypes.c_uint
    return library


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("count", [1, 5, 1000, 300_000])
def test_state_of_the_thread(state, name, count):
    arguments = np.concatenate([points(count), [5e-324, 1e-310, -1e-308, 2e-308, 0.1, -745.0, -740.0]])[-max(count, 7):]
    numbers = [*map(float, arguments[-7:]), 1e-310]
    functions = (sine, heart, exponential, scaled)
    expected = [(function(arguments), [function(x) for x in numbers], function(arguments.astype("f"))) for function in functions]
    usual = state.get()
    wanted = STATES[name]
    actual = []
    try:
        for function in functions:
            state.set(wanted)
            of_arrays = function(arguments)
            assert state.get() & 0xFFC0 == wanted & 0xFFC0
            of_numbers = [function(x) for x in numbers]
            assert state.get() & 0xFFC0 == wanted & 0xFFC0
            state.set(usual)
            # NumPy itself converts: to floats it is asked to before.
            singles = arguments.astype("f")
            state.set(wanted)
            actual.append((of_arrays, of_numbers, function(singles)))
            assert state.get() & 0xFFC0 == wanted & 0xFFC0
            state.set(usual)
    finally:
        state.set(usual)
    for one, other in zip(actual, expected):
        assert_same(one[0], other[0])
        assert_same(tuple(map(np.asarray, one[1])), tuple(map(np.asarray, other[1])))
        assert_same(one[2], other[2])


scaled = pure(lambda t: t * 0.1 + 1e-320)


FAST_MATH = """
import ctypes, struct, subprocess, tempfile
with tempfile.TemporaryDirectory() as directory:
    with open(directory + "/fast.c", "w") as file:
        file.write("double half(double x) { return x * 0.5; }")
    subprocess.run(["gcc", "-shared", "-fPIC", "-ffast-math", "fast.c", "-o", "fast.so"], cwd=directory, check=True)
    fast = ctypes.CDLL(directory + "/fast.so")
fast.half.restype, fast.half.argtypes = ctypes.c_double, [ctypes.c_double]
f = pure(lambda t: t * 0.5)
number, array = f(1e-310), f(np.full(300_000, 1e-310))
print(*(struct.pack("d", value).hex() for value in (fast.half(1e-310), number, array[0], array[-1], fast.half(1e-310))))
"""


@pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no gcc")
def test_library_made_with_fast_math():
    before, number, first, last, after = map(bytes.fromhex, output(FAST_MATH).split())
    assert number == first == last == struct.pack("d", 5e-311) and before == after
