"""Pure functions that many tests call."""

import asyncio
import struct
from math import cos, exp, log, sin, sqrt
from typing import NamedTuple

import numpy as np

from purekernels import PureFunction, pure, where

HEART = "x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)"


@pure
def heart(t):
    """A heart."""
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


@pure
async def heart_async(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


@pure
def sine(t):
    return sin(t)


@pure
def logarithm(t):
    return log(t)


@pure
def exponential(t):
    return exp(t)


@pure
def inverse(t):
    return 1 / t


@pure
def damped(t, rate=0.5, *, scale=2):
    """A wave that fades.

    More about it.
    """
    return scale * exp(-rate * t) * sin(t)


@pure
def total(x, y):
    return x + y


@pure
def mixed(x, y):
    """Most kinds of operations."""
    a = where(x < y, sqrt(abs(x)), x * y - 3.0)
    return a / (1 + y * y), min(x, y), exp(-abs(x)) ** 3


class Polar(NamedTuple):
    radius: float
    angle: float


@pure
def polar(x, y):
    return Polar(sqrt(x * x + y * y), x / y)


PARSED = PureFunction.parse(HEART)

ALL = (heart, sine, logarithm, exponential, inverse, damped, total, mixed, polar, PARSED)


def inputs_of(function):
    """How many arguments a function must have."""
    return sum(parameter.default is parameter.empty for parameter in function.__signature__.parameters.values())


def bits(value):
    """The bits of a number or an array, all NaNs alike."""
    value = np.asarray(value, dtype=float)
    return np.where(np.isnan(value), np.nan, value).tobytes()


def assert_same(a, b):
    """Asserts that results, or tuples of them, have the same bits."""
    if isinstance(a, tuple):
        assert isinstance(b, tuple) and len(a) == len(b)
        for one, other in zip(a, b):
            assert_same(one, other)
        return
    assert np.shape(a) == np.shape(b)
    assert bits(a) == bits(b)


def points(count, seed=1, size=100.0):
    """Numbers around zero."""
    return np.random.default_rng(seed).uniform(-size, size, count)


def number_bits(value):
    return struct.pack("<d", value)


def run(coroutine):
    return asyncio.run(coroutine)
