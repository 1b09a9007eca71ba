"""A choice between two values."""

import sys

from ._symbol import Symbol, select


def where(condition, x, y):
    """``x`` where a condition holds, else ``y``: within a pure function both are computed, and one is chosen for each element.

    Of arrays it is NumPy's own, of numbers Python's conditional expression.
    """
    if any(isinstance(value, Symbol) for value in (condition, x, y)):
        return select(condition, x, y)
    numpy = sys.modules.get("numpy")
    if numpy is not None and any(isinstance(value, numpy.ndarray) for value in (condition, x, y)):
        return numpy.where(condition, x, y)
    return x if condition else y
