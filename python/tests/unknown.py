"""Objects that are not known to be pure, each used in another way."""

import cmath
import collections
import functools
import math
import operator
from collections import namedtuple
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import sin
from typing import NamedTuple

import impure
from impure import LOG, Counter, counter
from refusals import accepted, refused


class Half(float):
    """A float of its own kind."""

    def __mul__(self, other):
        return 0.0


class Color(Enum):
    RED = 1


@dataclass(frozen=True)
class Setting:
    """A constant with a name."""

    a: float = 1.0


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


TABLE = [1.0, 2.0]
SETTINGS = {"a": 2.0}
PAIR = (1.0, [2.0])
HUGE = 2**60 + 1
HALF = Half(0.5)
COMPLEX = 1 + 2j
FRACTION = Fraction(1, 3)
DECIMAL = Decimal("0.1")
NOTHING = None
SENTINEL = object()
SETTING = Setting()
partial = functools.partial(pow, 2)
cache = functools.lru_cache(None)(lambda t: t)
abs_ = abs
mysterious = math.sin


def sine_of(t, a=1.0):
    return sin(t * a)


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


@refused("cmath", "the module cmath")
def complex_sine(t):
    return cmath.sin(t).real  # here


@refused("COMPLEX", "a complex number")
def complex_constant(t):
    return t * COMPLEX  # here


@refused("int", "is no double: write float(…) of it, which is 1.152921504606847e+18")
def huge_int(t):
    return t + HUGE  # here


@refused("HALF", "an object of unknown.Half")
def float_of_its_own_kind(t):
    return HALF * t  # here


@refused("FRACTION", "an object of fractions.Fraction")
def fraction(t):
    return FRACTION * t  # here


@refused("DECIMAL", "an object of decimal.Decimal")
def decimal(t):
    return t + DECIMAL  # here


@refused("Color", "is the class unknown.Color")
def enumeration(t):
    return t * Color.RED.value  # here


@refused("Loud", "is the class unknown.Loud")
def loud_tuple(t):
    return Loud(t)  # here


@refused("Remembering", "is the class unknown.Remembering")
def tuple_with_a_list(t):
    Remembering.log.append(t)  # here
    return t


@refused("Failure", "is the class unknown.Failure")
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


@refused("SETTING", "an object of unknown.Setting: take a NamedTuple")
def reads_a_dataclass(t):
    return SETTING.a * t  # here


@refused("impure", "import it by name: from impure import RATE")
def number_of_a_module(t):
    return impure.RATE * t  # here


@refused("operator", "plain functions of Python and numbers may be imported by name")
def function_of_a_module(t):
    return operator.mul(t, 2)  # here


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
