"""Ordinary pure functions, as users write them. ORDINARY holds those of math, NUMPY those that are spelled with NumPy."""

import functools
import math
import math as m
from collections import namedtuple
from math import cos, exp, floor, log, pi, sin, sqrt
from math import sin as sine
from typing import NamedTuple

try:
    import numpy as np
except ImportError:
    np = None

ORDINARY = []
NUMPY = []


def ordinary(function):
    """Adds a function to the catalogue."""
    ORDINARY.append(function)
    return function


def of_numpy(function):
    """Adds a function that needs NumPy."""
    if np is not None:
        NUMPY.append(function)
    return function


K = 0.75
WEIGHTS = (0.5, -1.25, 3)
TABLE = ((0.0, 1.0), (1.0, 2.5), (2.0, -1.0))
MODE = "fast"
NOTHING = None
N = 3
FUNCTIONS = (sin, cos)
Point = namedtuple("Point", "x y")


class Polar(NamedTuple):
    radius: float
    angle: float = 0.0


def square(x):
    return x * x


def damped(x, rate=0.5):
    return exp(-rate * abs(x)) * square(x)


def clamp(x, low=0, high=1):
    if x < low:
        return low
    return high if x > high else x


def both(x):
    return x + K, x - K


def factorial_of(n):
    return 1 if n < 2 else n * factorial_of(n - 1)


def adder(k):
    def add(t):
        return t + k

    return add


def twice(function):
    @functools.wraps(function)
    def wrapper(*arguments, **options):
        return 2 * function(*arguments, **options)

    return wrapper


@ordinary
def heart(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


@ordinary
async def heart_later(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


@ordinary
def identity(t):
    return t


@ordinary
def constant(t):
    return 2


@ordinary
def no_argument():
    return pi, math.inf, -0.0


@ordinary
def from_global(t):
    return K * t + WEIGHTS[0]


@ordinary
def sinc(t):
    return sin(t) / t if t != 0 else 1.0


@ordinary
def early_return(t):
    if t < -1:
        return -1.0
    if t > 1:
        return 1.0
    return t


@ordinary
def elif_chain(t):
    if t < 0:
        y = -t
    elif t == 0:
        y = 5.0
    elif t < 1:
        y = t / 3
    else:
        y = math.inf
    return y


@ordinary
def nested_branches(x, y):
    if x < y:
        if x > 0:
            return x - y
        return x + y
    elif y > 0 or x == 2:
        return x * y
    return 0


@ordinary
def chained(t):
    return 1.0 if 0 <= t < 1 else -1.0 if -1 < t <= 0 else 0.0


@ordinary
def chained_of_three(x, y):
    return x if -1 < x < y <= 2 else y


@ordinary
def and_or_not(x, y):
    return (x and y) or (not x and 3.0) or 4.5


@ordinary
def truth_of_number(t):
    if t:
        return 1 / t
    return -1.5


@ordinary
def not_number(t):
    return t if not t != t else 0.0


@ordinary
def least(x, y):
    return min(x, y)


@ordinary
def greatest(x, y):
    return max(x, y)


@ordinary
def least_of_many(x, y):
    return min(x, 0.5, y, -0.5), max((x, y, 2)), min([x, y])


@ordinary
def clamp_with_ints(t):
    return -min(max(0, t), 1), max(0, t) * -2, 0 * max(0, t), -max(t, 0)


@ordinary
def clamp_with_floats(t):
    return max(-0.0, t), min(0.0, t), -max(0.0, t)


@ordinary
def clamp_by_helper(t):
    return clamp(t), -clamp(t, -1, 0), clamp(high=2, x=t)


@ordinary
def least_by_key(x, y):
    return min(x, y, key=abs), max(x, y, key=lambda v: -v)


@ordinary
def least_by_default(x):
    return min((), default=x), max([x], default=1)


@ordinary
def absolute(t):
    return abs(t), abs(-t), abs(t - 1), +t


@ordinary
def rounding(t):
    return round(t), math.floor(t), math.ceil(t), math.trunc(t), int(t)


@ordinary
def negative_integers(t):
    return -round(t), -math.floor(t), -math.ceil(t), -int(t), -math.trunc(t) * 0.5


@ordinary
def products_of_integers(x, y):
    return round(x) * round(y), round(x) * -3, -2 * floor(x) * 1.5, 0 * round(x), round(x) - round(x)


@ordinary
def integers_and_floats(x):
    n = round(x)
    return n * -0.5, n / -2, n + 0.0, n ** 2, -(n ** 3), n * n, float(n) * -1


@ordinary
def comparisons_of_integers(x):
    n = math.floor(x)
    return n == x, (n < x) * 3, x - n if n != x else -n


@ordinary
def conditions_as_numbers(x, y):
    return (x < y) + (x > 0), -(x < y), (x < y) * -1, (x == y) * x, +(x != y), True + (x < 0)


@ordinary
def conditions_as_values(x, y):
    both_positive = (x > 0) & (y > 0)
    one = (x > 0) | (y > 0)
    return bool(both_positive), one and not both_positive, bool(x)


@ordinary
def comparisons(x, y):
    return x < y, x <= y, x > y, x >= y, x == y, x != y


@ordinary
def equality_with_others(t):
    return t if t == None or t != "text" else 0.0  # noqa: E711


@ordinary
def none_is_none(t, a=None):
    if a is None:
        a = 2
    return t * a if NOTHING is None and t is not None else t


@ordinary
def modes(t):
    if MODE == "fast" and len(MODE) == 4:
        return 2 * t
    return t


@ordinary
def is_a_float(t):
    if isinstance(t, float) and not isinstance(t, (int, str)):
        return t
    return -1.0


@ordinary
def is_an_int(t):
    n = round(t)
    return 1.0 if isinstance(n, int) and isinstance(t > 0, bool) and type(n) is int and type(t) is float else 0.0


@ordinary
def helper(t):
    return damped(t) + damped(t, 2) - damped(rate=0.1, x=t)


@ordinary
def helper_of_two(t):
    a, b = both(t)
    return a * b, a


@ordinary
def helpers_as_values(t):
    return sum(map(square, (t, 2 * t))), [function(t) for function in (square, sin, abs)][1]


@ordinary
def functions_of_a_tuple(t):
    return sum(function(t) for function in FUNCTIONS)


@ordinary
def recursion_of_constants(t):
    return t / factorial_of(5)


ordinary(adder(2.5))
ordinary(twice(damped))
ordinary(lambda t: t * t + 1)
ordinary(lambda x, y=2.0: (x - y, x + y))


@ordinary
def inner_function(t):
    scale = 3.0

    def inner(x, power=2):
        return scale * x ** power

    return inner(t) + inner(t, 1) - (lambda x: x + t)(1.5)


@ordinary
def counter_of_its_own(t):
    count = 0

    def step(x):
        nonlocal count
        count += 1
        return x * count

    return step(t) + step(t) + step(t)


@ordinary
def horner(t):
    total = 0.0
    for weight in reversed(WEIGHTS):
        total = total * t + weight
    return total


@ordinary
def loops(t):
    total = t
    for i in range(1, 6):
        if i == 2:
            continue
        total += sin(i * t) / i
        if i == 4:
            break
    k = 0
    while k < N:
        total -= k
        k += 1
    return total


@ordinary
def sums(t):
    return sum([0.1, 0.2, t, 0.3]), sum(k * t for k in range(4)), sum((t, 1), 0.5), sum([1e16, 1.0, -1e16, t])


@ordinary
def sum_of_zero(t):
    return sum([t]), sum((t, t), -0.0)


@ordinary
def comprehensions(t):
    squares = [x * x for x in (t, 1.0, 2)]
    named = {k: len(k) * t for k in ("a", "b") if k != "b"}
    return squares[0] - squares[2], named["a"], [y := squares[1], y + t][1]


@ordinary
def zipped(t):
    return sum(w * t ** n for n, w in enumerate(WEIGHTS)), sum(a * b for a, b in zip(WEIGHTS, (t, t, 1)))


@ordinary
def lists(x, y):
    values = [x, y, 0.5]
    values.append(x + y)
    values[0] = 1.0
    values.sort()
    return values[0], values[-1], len(values)


@ordinary
def ordered(x, y):
    low, middle, high = sorted((x, y, 0.25))
    return low, middle, high


@ordinary
def any_all(x, y):
    return any(v > 1 for v in (x, y)), all([x > 0, y > 0]), x in (0, 1)


@ordinary
def interpolation(t):
    for (x0, y0), (x1, y1) in zip(TABLE, TABLE[1:]):
        if t <= x1:
            return y0 + (y1 - y0) * (t - x0) / (x1 - x0)
    return TABLE[-1][1]


@ordinary
def powers(t):
    return t ** 2, t ** 3, t ** -1 if t else 0.0, t ** 0, t ** 64


@ordinary
def powers_of_floats(t):
    return abs(t) ** 0.5, abs(t) ** 2.0, 2 ** t, pow(t, 3), math.pow(t, 3), abs(t) ** K


@ordinary
def root_as_power(t):
    return t ** 0.5 if t >= 0 or t == -math.inf else 0.0


@ordinary
def power_of_symbols(x, y):
    return abs(x) ** y


@ordinary
def logarithms(t):
    x = abs(t)
    return log(x), math.log10(x), math.log2(x), math.log1p(x), math.log(x, 3), math.log(x, 10.0)


@ordinary
def exponentials(t):
    return exp(t), math.expm1(t), exp(-t * t)


@ordinary
def roots(t):
    return sqrt(abs(t)), m.sqrt(2) * t, math.hypot(t, 1), math.hypot(t, K)


@ordinary
def angles(t):
    return math.degrees(t), math.radians(t), sine(math.radians(t)), math.cos(math.tau * t), math.e * t


@ordinary
def signs(x, y):
    return math.copysign(x, 3) if y > 0 else math.copysign(x, -3), math.fabs(x), math.copysign(1, x if x == x else 1)


@ordinary
def kinds(t):
    return math.isnan(t), math.isinf(t), math.isfinite(t), math.isclose(t, 1.0, rel_tol=0.1), math.isclose(t, K)


@ordinary
def exact_of_constants(t):
    return t * math.sqrt(2.0) + math.floor(2.5) + math.factorial(5) + math.gcd(12, 18) + math.fmod(7, 4) + math.fsum([0.1] * 10)


@ordinary
def elementary_of_constants(t):
    return t * sin(1.0) + math.log(2) + exp(K)


@ordinary
def product(t):
    return math.prod([t, 2.0, t]), math.prod((t, 3), start=0.5)


@ordinary
def imports_inside(t):
    import math as inside
    from math import cos as inside_cos

    return inside.sin(t) + inside_cos(t)


@ordinary
def returns_a_point(t):
    return Point(cos(t), y=sin(t))


@ordinary
def returns_polar(t):
    return Polar(t) if t > 0 else Polar(-t, pi)


@ordinary
def returns_one(t):
    return (t,)


@ordinary
def returns_locals_named_as_arguments(x, y):
    x, y = y, x
    return x, y


@ordinary
def default_arguments(t, a=0.5, *, b=2, flag=True):
    return a * t + b if flag else t


@ordinary
def steps(t):
    return float(t > 0) - float(t < 0), int(t >= 1) * -1, 1.0 if t else 0


@ordinary
def mixed_returns(t):
    if t > 1:
        return 1
    return t > 0 if t < 0.5 else t


@ordinary
def walrus(t):
    return y * y if (y := t - 1) > 0 else y


@ordinary
def unpacking(x, y):
    first, *rest = (x, y, 1.0)
    (a, b), c = rest, first
    return a - b + c


@ordinary
def newton(a):
    a = abs(a)
    x = max(a, 1.0)
    for _ in range(6):
        x = 0.5 * (x + a / x)
    return x


@ordinary
def smoothstep(x, a, b):
    t = min(max((x - a) / (b - a), 0), 1)
    return t * t * (3 - 2 * t)


@ordinary
def in_place(t):
    x = t
    x += 1
    x *= 2
    x -= t
    x /= 3
    x **= 2
    return x


@ordinary
def generator_expressions(t):
    return max(abs(k - t) for k in (0.5, 1.5)), min((t - k) ** 2 for k in range(3))


if hasattr(math, "cbrt"):

    @ordinary
    def newer_functions(t):
        return math.cbrt(t), math.exp2(t)


if hasattr(math, "fma"):

    @ordinary
    def fused(x, y):
        return math.fma(x, y, -1.0)


@of_numpy
def numpy_heart(t):
    return 16 * np.sin(t) ** 3, 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)


@of_numpy
def numpy_where(x, y):
    return np.where(x > y, x, np.where(x == 0, 1, y)), np.where((x > 0) & (y > 0), x, -1), np.where(x, 2, 3), np.where(x > 0, 0, 1) * -1


@of_numpy
def numpy_minimum(x, y):
    return np.minimum(x, y + 0.5), np.maximum(x, 0.25), np.fmin(x, 0.5), np.fmax(x, -2.5)


@of_numpy
def numpy_clip(t):
    return np.clip(t, -1.5, 1.5), np.clip(t, None, 0.25), np.clip(t, -1, None)


@of_numpy
def numpy_rounding(t):
    return np.floor(t), np.ceil(t), np.trunc(t), np.rint(t), np.fix(t), np.round(t, 2), np.around(t)


@of_numpy
def numpy_signs(t):
    return np.sign(t), np.abs(t), np.absolute(t), np.fabs(t), np.copysign(2.0, t if t == t else 1.0), np.negative(t), np.positive(t)


@of_numpy
def numpy_powers(t):
    return np.square(t), np.sqrt(np.abs(t)), np.reciprocal(t), np.power(np.abs(t), 1.5), np.float_power(t, 3)


@of_numpy
def numpy_kinds(t):
    return np.isnan(t), np.isinf(t), np.isfinite(t), np.isposinf(t), np.isneginf(t)


@of_numpy
def numpy_logical(x, y):
    return np.logical_and(x > 0, y), np.logical_or(x, y > 0), np.logical_not(x), np.logical_xor(x > 0, y > 0)


@of_numpy
def numpy_comparisons(x, y):
    return np.less(x, y), np.greater_equal(x, y), np.not_equal(x, y), np.equal(x, y), np.greater(x, y), np.less_equal(x, y)


@of_numpy
def numpy_angles(t):
    return np.deg2rad(t), np.degrees(t), np.radians(t), np.rad2deg(t), np.hypot(t, 2.0), np.sin(np.pi * t)


@of_numpy
def numpy_exponentials(t):
    x = np.abs(t)
    return np.exp(t), np.exp2(t), np.expm1(t), np.log(x), np.log2(x), np.log10(x), np.log1p(x), np.cbrt(t)


@of_numpy
def numpy_steps(t):
    return np.heaviside(t, 0.5), np.heaviside(t, 1), np.sinc(t), np.nan_to_num(t), np.select([t < 0, t < 1], [-1.5, t], 2)


@of_numpy
def numpy_arithmetic(x, y):
    return np.add(x, y), np.subtract(x, y), np.multiply(x, y), np.divide(x, 4.0), np.true_divide(x, 3), np.float64(x) * np.pi


@of_numpy
def numpy_inside(t):
    import numpy

    return numpy.sin(t)
