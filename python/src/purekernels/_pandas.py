"""Series and data frames of pandas, which gives those of one kind to universal functions, or one of them with numbers."""

from functools import reduce

from pandas import DataFrame, Series


def with_numbers(arguments):
    """The arguments, with numbers among several series, or frames, as series or frames too; None if they are anything else."""
    for kind in (Series, DataFrame):
        framed = [argument for argument in arguments if isinstance(argument, kind)]
        numbers = [argument for argument in arguments if not isinstance(argument, kind)]
        if len(framed) > 1 and numbers and all(isinstance(number, (int, float)) for number in numbers):
            break
    else:
        return None

    # All that there are, as pandas aligns them.
    axes = [reduce(lambda one, other: one if one.equals(other) else one.union(other), same) for same in zip(*(one.axes for one in framed))]
    return [argument if isinstance(argument, kind) else kind(argument, *axes) for argument in arguments]
