"""Functions that are impure, or tricky.

REFUSED holds (function, name, what the message says, line); ACCEPTED those that are pure after all.

The line that is refused carries the comment '# here'.
"""

import asyncio
import cmath
import collections
import datetime
import functools
import math
import operator
import os
import random
import sys
import threading
import time
from collections import namedtuple
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import cos, sin, tan
from random import random as draw
from time import time as now
from typing import NamedTuple

REFUSED = []
ACCEPTED = []

with open(__file__, encoding="utf-8") as _source:
    _lines = [number for number, text in enumerate(_source, 1) if "# here" in text and "in text" not in text and "'#" not in text]


def refused(name, says, within=None):
    """Adds a function that is refused, at its line with '# here' or that of a helper."""

    def add(function):
        REFUSED.append((function, name, says, line_of(within or function)))
        return function

    return add


def line_of(function):
    """The line with '# here' in a function."""
    return next(number for number in _lines if number >= function.__code__.co_firstlineno)


def accepted(function):
    """Adds a function that looks impure, and is not."""
    ACCEPTED.append(function)
    return function


LOG = []


class Counter:
    """An object with state."""

    def __init__(self):
        self.n = 1.0

    def next(self):
        """Counts."""
        self.n += 1
        return self.n

    def scaled(self, t):
        """A method."""
        return self.n * t


class Half(float):
    """A float of its own kind."""

    def __mul__(self, other):
        return 0.0


class Color(Enum):
    RED = 1


class Failure(Exception):
    """An exception with an effect."""

    def __init__(self):
        LOG.append(1)


class Remembering(NamedTuple):
    """A named tuple with a list for all."""

    x: float
    log = LOG


class Loud(namedtuple("Loud", "x")):
    """A named tuple that does more than it should."""

    def __new__(cls, x):
        LOG.append(x)
        return super().__new__(cls, x)


count = 0
TABLE = [1.0, 2.0]
SETTINGS = {"a": 2.0}
PAIR = (1.0, [2.0])
counter = Counter()
method = counter.scaled
rng = random.Random(7)
HUGE = 2**60 + 1
HALF = Half(0.5)
COMPLEX = 1 + 2j
FRACTION = Fraction(1, 3)
DECIMAL = Decimal("0.1")
NOTHING = None
SENTINEL = object()
partial = functools.partial(pow, 2)
cache = functools.lru_cache(None)(lambda t: t)
clock = time.perf_counter
abs_ = abs
mysterious = math.sin
local = threading.local()
array = None
try:
    import numpy

    array = numpy.array([1.0, 2.0])
except ImportError:
    numpy = None


def sine_of(t, a=1.0):
    return sin(t * a)


def noisy(t):
    return t + random.gauss(0, 1)  # here


def helper_that_prints(t):
    print(t)  # here
    return t


def appends(t, log=[]):
    log.append(t)  # here
    return t


def endless(t):
    return endless(t) + 1  # here


def attribute_of_helper(t):
    return t


attribute_of_helper.calls = 0


async def later(t):
    return t


def generator(t):
    yield t  # here


@refused("random", "the module random, which is not known to be pure: draw the numbers outside")
def calls_random(t):
    return t * random.random()  # here


@refused("draw", "is a method of an object of")
def draws(t):
    return t * draw()  # here


@refused("rng", "is an object of random.Random")
def own_generator(t):
    return t + rng.random()  # here


@refused("time", "the module time")
def clock_of_module(t):
    return t + time.time()  # here


@refused("now", "the function time.time")
def clock_by_name(t):
    return t + now()  # here


@refused("clock", "the function time.perf_counter")
def clock_by_another_name(t):
    return t + clock()  # here


@refused("datetime", "the module datetime")
def today(t):
    return t + datetime.datetime.now().second  # here


@refused("print", "it reads or writes")
def prints(t):
    y = t * t
    print(y)  # here
    return y


@refused("open", "it reads or writes")
def reads(t):
    return t + len(open(__file__).read())  # here


@refused("input", "it reads or writes")
def asks(t):
    return t + float(input())  # here


@refused("LOG", "a list, which can change")
def logs(t):
    LOG.append(t)  # here
    return t


@refused("count", "a global variable, and is assigned here")
def counts(t):
    global count
    count += 1  # here
    return t + count


@refused("count", "a global variable, and is deleted here")
def deletes(t):
    global count
    del count  # here
    return t


def make_counter():
    calls = 0

    @refused("calls", "a variable of an enclosing function, and is assigned here")
    def counts_in_closure(t):
        nonlocal calls
        calls += 1  # here
        return t + calls

    seen = []

    @refused("seen", "a list, which can change")
    def collects(t):
        seen.append(t)  # here
        return t

    @refused("calls", "a variable of an enclosing function, and is assigned here")
    def counts_deeper(t):
        def inner():
            nonlocal calls
            calls += 1  # here
            return t

        return inner()

    return counts_in_closure, collects, counts_deeper


make_counter()


@refused("log", "a list, which can change")
def mutable_default(t, log=[]):
    log.append(t)  # here
    return t


@refused("n", "attribute 'n' is assigned here")
def sets_attribute(t):
    counter.n += t  # here
    return t


@refused("counter", "an object of impure.Counter")
def reads_attribute(t):
    return t * counter.n  # here


@refused("counter", "an object of impure.Counter")
def calls_method(t):
    return t * counter.next()  # here


@refused("method", "a method of an object of impure.Counter")
def calls_bound_method(t):
    return method(t)  # here


@refused("TABLE", "a list, which can change")
def reads_list(t):
    return t * TABLE[0]  # here


@refused("TABLE", "a list, which can change")
def writes_list(t):
    TABLE[0] = 3.0  # here
    return t


@refused("TABLE", "a list, which can change")
def loops_over_list(t):
    return sum(t * w for w in TABLE)  # here


@refused("TABLE", "a list, which can change")
def length_of_list(t):
    return t * len(TABLE)  # here


@refused("TABLE", "a list, which can change")
def truth_of_list(t):
    return t if TABLE else -t  # here


@refused("SETTINGS", "a dict, which can change")
def reads_dict(t):
    return t * SETTINGS["a"]  # here


@refused("PAIR[1]", "a list, which can change")
def list_in_tuple(t):
    return t * PAIR[0] + PAIR[1][0]  # here


@refused("os", "the module os")
def reads_environment(t):
    return t * len(os.environ)  # here


@refused("sys", "the module sys")
def reads_arguments(t):
    return t * len(sys.argv)  # here


@refused("local", "an object of _thread._local")
def reads_thread_local(t):
    return t + local.x  # here


@refused("random", "the module random", noisy)
def impure_helper(t):
    return noisy(t)


@refused("print", "it reads or writes", helper_that_prints)
def printing_helper(t):
    return helper_that_prints(t) + 1


@refused("log", "a list, which can change", appends)
def helper_with_mutable_default(t):
    return appends(t)


@refused("calls", "has no attribute 'calls'")
def reads_attribute_of_helper(t):
    return t + attribute_of_helper.calls  # here


@refused("random", "'random' is imported here")
def imports_random(t):
    import random  # here

    return t * random.random()


@refused("time", "'time' is imported here")
def imports_from_time(t):
    from time import time  # here

    return t * time()


@refused("os.path", "'os.path' is imported here")
def imports_submodule(t):
    import os.path as path  # here

    return t * len(path.sep)


@refused("id", "differs from run to run")
def identity_number(t):
    return t + id(t) % 7  # here


@refused("hash", "differs from run to run")
def hashes(t):
    return t + hash("t") % 7  # here


@refused("format", "text has no place")
def formats(t):
    return len(f"{t}") + t  # here


@refused("str", "text has no place")
def makes_a_string(t):
    return len(str(t)) + t  # here


@refused("float", "No plain float")
def percent_format(t):
    return len("%f" % t) + t  # here


@refused("repr", "differs from run to run")
def represents(t):
    return len(repr(t))  # here


@refused("try", "'try' has no place")
def tries(t):
    try:  # here
        return 1 / t
    except ZeroDivisionError:
        return 0.0


@refused("try", "'try' has no place")
def tries_finally(t):
    y = t
    try:  # here
        y = y + 1
    finally:
        y = y * 2
    return y


@refused("with", "'with' has no place")
def locks(t):
    with threading.Lock():  # here
        return t


@refused("with", "'with' has no place")
def suppresses(t):
    y = t
    with open(__file__) as file:  # here
        y += 1
    return y


@refused("yield", "'yield' has no place")
def yields(t):
    yield t  # here


@refused("yield", "'yield' has no place", generator)
def uses_generator(t):
    return sum(generator(t))


@refused("await", "'await' has no place")
async def waits(t):
    await asyncio.sleep(0)  # here
    return t


@refused("later", "is an async function")
def calls_async(t):
    return later(t) + 1  # here


@refused("class", "A class is defined here")
def defines_class(t):
    class Inner:  # here
        x = 1.0

    return t * Inner.x


@refused("eval", "reaches what the function does not name")
def evaluates(t):
    return eval("t + 1")  # here


@refused("globals", "reaches what the function does not name")
def changes_globals(t):
    globals()["count"] = 3  # here
    return t


@refused("setattr", "reaches what the function does not name")
def sets_by_name(t):
    setattr(counter, "n", 3)  # here
    return t


@refused("getattr", "reaches what the function does not name")
def gets_by_name(t):
    return getattr(t, "real")  # here


@refused("__class__", "reaches into the interpreter")
def subclasses(t):
    return t * len(().__class__.__base__.__subclasses__())  # here


@refused("__globals__", "reaches into the interpreter")
def globals_of_helper(t):
    return t + noisy.__globals__["count"]  # here


@refused("real", "an attribute of a float or an array")
def real_part(t):
    return t.real  # here


@refused("hex", "an attribute of a float or an array")
def hexadecimal(t):
    return len(t.hex())  # here


@refused("sum", "an attribute of a float or an array")
def sum_of_array(t):
    return t - t.sum()  # here


@refused("is_integer", "write x == floor(x)")
def whole_number(t):
    return 1.0 if t.is_integer() else 0.0  # here


@refused("index", "counts nothing")
def counts_to(t):
    return sum(t for _ in range(t))  # here


@refused("index", "counts nothing")
def looks_up(t):
    return (1.0, 2.0, 3.0)[int(t)]  # here


@refused("hash", "can be no key")
def key_of_dict(t):
    return {0: 1.0, 1: 2.0}[t]  # here


@refused("hash", "can be no key")
def in_a_set(t):
    return 1.0 if t in {0, 1, 2} else 0.0  # here


@refused("len", "has no length")
def length(t):
    return len(t)  # here


@refused("iteration", "cannot be iterated over")
def unpacks(t):
    x, y = t  # here
    return x + y


@refused("[]", "has no items")
def neighbour(t):
    return t[1] - t[0]  # here


@refused("[]", "has no items")
def writes_argument(t):
    t[0] = 3.0  # here
    return t


@refused("()", "cannot be called")
def calls_number(t):
    return t(2)  # here


@refused("%", "write x - y*floor(x/y)")
def remainder(t):
    return t % 1.0  # here


@refused("//", "write floor(x/y)")
def floor_division(t):
    return 7 // t  # here


@refused("divmod", "write floor(x/y) and")
def divides(t):
    return divmod(t, 2)[1]  # here


@refused("^", "for a power write x**y")
def power_as_in_a_formula(t):
    return t ^ 2  # here


@refused("&", "only of conditions")
def bits_of_number(t):
    return t & 1  # here


@refused("round", "write round(x*10**n)/10**n")
def rounds_to_digits(t):
    return round(t, 2)  # here


@refused("math.tan", "write sin(x)/cos(x)")
def tangent(t):
    return tan(t)  # here


@refused("math.atan2", "'math.atan2' has no kernel yet")
def angle(t):
    return math.atan2(t, 1.0)  # here


@refused("cmath", "the module cmath")
def complex_sine(t):
    return cmath.sin(t).real  # here


@refused("complex", "no complex numbers")
def complex_literal(t):
    return t * 2j  # here


@refused("COMPLEX", "a complex number")
def complex_constant(t):
    return t * COMPLEX  # here


@refused("int", "is no double: write 1.152921504606847e+18")
def huge_int(t):
    return t + HUGE  # here


@refused("HALF", "an object of impure.Half")
def float_of_its_own_kind(t):
    return HALF * t  # here


@refused("FRACTION", "an object of fractions.Fraction")
def fraction(t):
    return FRACTION * t  # here


@refused("DECIMAL", "an object of decimal.Decimal")
def decimal(t):
    return t + DECIMAL  # here


@refused("Color", "is the class impure.Color")
def enumeration(t):
    return t * Color.RED.value  # here


@refused("Loud", "is the class impure.Loud")
def loud_tuple(t):
    return Loud(t)  # here


@refused("Remembering", "is the class impure.Remembering")
def tuple_with_a_list(t):
    Remembering.log.append(t)  # here
    return t


@refused("Failure", "is the class impure.Failure")
def exception_with_an_effect(t):
    if t > 0:
        raise Failure()  # here
    return t


@refused("callable", "reaches what the function does not name")
def asks_whether_callable(t):
    return t if callable(counter) else -t  # here


@refused("__builtins__", "reaches into the interpreter")
def reaches_builtins(t):  # here
    return t * __builtins__["len"](())


@refused("TABLE", "a list, which can change")
def asks_whether_list(t):
    return t if isinstance(TABLE, list) else -t  # here


@refused("counter", "an object of impure.Counter")
def asks_type(t):
    return t if type(counter) is Counter else -t  # here


@refused("TABLE", "a list, which can change")
def star_of_list(t):
    return sum((t, *TABLE))  # here


@refused("SETTINGS", "a dict, which can change")
def options_of_dict(t):
    return sine_of(t, **SETTINGS)  # here


@refused("TABLE", "a list, which can change")
def membership(t):
    return t if 1.0 in TABLE else -t  # here


@refused("TABLE", "a list, which can change")
def equality(t):
    return t if TABLE == [1.0, 2.0] else -t  # here


@refused("TABLE", "a list, which can change")
def function_of_list(t):
    return t * math.fsum(TABLE)  # here


@refused("TABLE", "a list, which can change")
def least_of_list(t):
    return t * min(TABLE)  # here


@refused("TABLE", "a list, which can change")
def text_of_list(t):
    return t * len(f"{TABLE}")  # here


@refused("TABLE", "a list, which can change")
def sine_of_list(t):
    return t * sin(TABLE)  # here


@refused("TABLE", "a list, which can change")
def returns_global(t):
    return TABLE  # here


@refused("Counter", "is the class impure.Counter")
def makes_an_object(t):
    return Counter().scaled(t)  # here


@refused("partial", "an object of functools.partial")
def partial_function(t):
    return partial(t)  # here


@refused("cache", "an object of functools._lru_cache_wrapper")
def cached(t):
    return cache(t)  # here


@refused("operator", "the module operator")
def by_operator(t):
    return operator.mul(t, 2)  # here


@refused("collections", "the module collections")
def deque(t):
    return collections.deque([t])[0]  # here


@refused("set", "order of a set")
def set_of_strings(t):
    for name in {"a", "b", "c"}:  # here
        t = t * 2 + len(name)
    return t


@refused("set", "order of a set")
def set_by_name(t):
    return sum(t * len(name) for name in set(("a", "bb")))  # here


@refused("is", "'is' compares objects")
def is_true(t):
    return 1.0 if (t > 0) is True else 0.0  # here


@refused("ValueError", "return float('nan') there")
def raises(t):
    if t < 0:
        raise ValueError("negative")  # here
    return math.sqrt(t)


@refused("AssertionError", "return float('nan') there")
def asserts(t):
    assert t >= 0  # here
    return t


@refused("ZeroDivisionError", "division by zero")
def divides_by_zero(t):
    return t + 1 / (2 - 2.0 * NOTHING_BUT_ONE)  # here


NOTHING_BUT_ONE = 1.0


@refused("TypeError", "takes 1 positional argument but 2 were given")
def wrong_number_of_arguments(t):
    return noisy(t, 2)  # here


@refused("foo", "has no attribute 'foo'")
def unknown_attribute(t):
    return (t, 1).foo  # here


@refused("UnboundLocalError", "y")
def unbound(t):
    if t > 0:
        y = t
    return y  # here


@refused(None, "more than 40 times")
def newton_until_it_converges(t):
    x = t
    while abs(x * x - t) > 1e-12:  # here
        x = 0.5 * (x + t / x)
    return x


@refused(None, "more than 64 ways")
def too_many_branches(a, b, c, d, e, f, g):
    y = 0.0
    for v in (a, b, c, d, e, f, g):
        if v > 0:  # here
            y += v
    return y


@refused("endless", "a recursion?", endless)
def recursion(t):
    return endless(t)


@refused("return", "returns a list: return a tuple")
def returns_list(t):
    return [t, 2 * t]  # here


@refused("return", "returns a dict: return a tuple")
def returns_dict(t):
    return {"x": t}  # here


@refused("return", "returns None")
def returns_nothing(t):
    t * 2
    return  # here


@refused("return", "returns a str")
def returns_text(t):
    return "t"  # here


@refused("complex", "no complex numbers")
def returns_complex(t):
    return 1j  # here


@refused("tuple", "A tuple is no number")
def returns_nested(t):
    return (t, (t, t))  # here


@refused("return", "return one number or a tuple of 2")
def returns_one_or_two(t):  # here
    if t > 0:
        return t
    return t, t


@refused("a", "an object of object")
def default_object(t, a=SENTINEL):
    return t * a  # here


@refused("rest", "stands for any number of arguments")
def many_arguments(*rest):  # here
    return sum(rest)


@refused("options", "stands for any number of arguments")
def many_options(t, **options):  # here
    return t


@refused(None, "at most 8")
def nine_arguments(a, b, c, d, e, f, g, h, i):  # here
    return a


@refused("return", "1 to 8")
def nine_results(t):
    return t, t, t, t, t, t, t, t, t  # here


@refused("not_there", "is not defined yet")
def undefined(t):
    return t + not_there  # here  # noqa: F821


@refused("counter_call", "no plain function")
def object_that_is_called(t):
    return t + counter_call(t)  # here


class _Callable:
    def __call__(self, t):
        return t


counter_call = _Callable()

if numpy is not None:

    @refused("array", "an ndarray, which can change")
    def reads_array(t):
        return t * array[0]  # here

    @refused("array", "an ndarray, which can change")
    def writes_array(t):
        array[0] = 3.0  # here
        return t

    @refused("array", "an ndarray, which can change")
    def adds_array(t):
        return array + t  # here

    @refused("numpy.random", "compute it before")
    def random_of_numpy(t):
        return t + numpy.random.normal()  # here

    @refused("numpy.mean", "write it outside")
    def centred(t):
        return t - numpy.mean(t)  # here

    @refused("numpy.asarray", "pass its elements")
    def as_array(t):
        return numpy.asarray(t) + 1  # here

    @refused("numpy.arctan2", "has no kernel yet")
    def angle_of_numpy(t):
        return numpy.arctan2(t, 1.0)  # here

    @refused("numpy.roll", "is about arrays")
    def rolled(t):
        return numpy.roll(t, 1)  # here


# What follows looks tricky, and is right.


@accepted
def shadows_a_builtin(t):
    def abs(x):
        return x - 1

    return abs(t)


def max(x, y):
    """No maximum at all."""
    return x + y


@accepted
def uses_global_named_as_builtin(t):
    return max(t, 1.0)


@accepted
def builtin_by_another_name(t):
    return abs_(t) + mysterious(t)


@accepted
def is_none(t):
    return 1.0 if t is None or NOTHING is not None else t


@accepted
def object_is_none(t):
    return t if SENTINEL is not None and counter is counter else -t


@accepted
def unused_impurity(t):
    if NOTHING is not None:
        print(t)
    return t


@accepted
def local_mutation(t):
    values = [t]
    values.append(2 * t)
    table = {"a": t}
    table["b"] = 3.0
    values[0] += table["b"]
    del table["a"]
    return values[0], values[-1], len(table)


@accepted
def default_tuple(t, weights=(1.0, 2.0)):
    return t * weights[0] + weights[1]


@accepted
def equal_to_none(t):
    return t == None, t != None  # noqa: E711


@accepted
def nan_in_a_tuple(t):
    return t in (t,), t in (0.0, 1.0)


@accepted
def exec_free_text(t):
    text = "sin"
    return t * len(text.upper())
