"""A comparison with what Python itself computes."""

import math
import struct
from typing import NamedTuple


class Comparison(NamedTuple):
    """How far results are from what Python computes at some points."""

    points: int
    """How many points have been compared."""

    differing: int
    """At how many of them a result differs."""

    largest_ulp: float
    """The largest difference, in units of the last place; infinite where one is NaN or infinite and the other is not."""

    worst: tuple
    """The point of it; empty if there is no difference."""


def compare(function, points):
    """Compares; where Python raises, NaN or an infinity is right."""
    original = function.__wrapped__
    if original is None:
        raise ValueError(f"{function.__name__} has been made without Python's function: there is nothing to compare with")
    count = differing = 0
    largest, worst = 0.0, ()
    for point in _tuples(points, len(function.inputs)):
        count += 1
        difference = max(map(_ulp, _results(function, point), _expected(original, point, function)))
        if difference:
            differing += 1
        if difference > largest:
            largest, worst = difference, point
    return Comparison(count, differing, largest, worst)


# One for each point.
def _tuples(points, inputs):
    import numpy

    if len(points) == 1 and inputs > 1:
        points = tuple(zip(*points[0]))
    if len(points) != inputs:
        raise TypeError(f"the function takes {inputs} arguments, and the points have {len(points)}")
    return [tuple(map(float, point)) for point in zip(*(array.ravel() for array in numpy.broadcast_arrays(*points)))]


def _results(function, point):
    return _tuple(_run(function, point))


def _expected(original, point, function):
    try:
        return tuple(float(value) for value in _tuple(_run(original, point)))
    except (ArithmeticError, ValueError):
        return (None,) * len(function.outputs)


def _run(function, point):
    result = function(*point)
    if not hasattr(result, "send"):
        return result
    try:
        result.send(None)
    except StopIteration as stop:
        return stop.value
    raise TypeError("the function awaits something")


def _tuple(result):
    return result if isinstance(result, tuple) else (result,)


def _ulp(result, expected):
    if expected is None:
        return 0.0 if not math.isfinite(result) else math.inf
    if math.isnan(result) and math.isnan(expected) or result == expected:
        return 0.0
    if not math.isfinite(result) or not math.isfinite(expected):
        return math.inf
    return float(abs(_place(result) - _place(expected)))


# The number of a double among all.
def _place(value):
    (bits,) = struct.unpack("<q", struct.pack("<d", value))
    return bits if bits >= 0 else -(bits & 0x7FFFFFFFFFFFFFFF)
