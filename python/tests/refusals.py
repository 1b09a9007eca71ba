"""The lists of functions that are refused, and of those that only look as if they should be."""

import linecache

REFUSED = []
"""Function, name, what the message says, line: the one with the comment '# here'."""

ACCEPTED = []
"""Functions that are pure after all."""


def refused(name, says, within=None):
    """Adds a function that is refused, at its line with '# here' or that of a helper."""

    def add(function):
        REFUSED.append((function, name, says, line_of(within or function)))
        return function

    return add


def line_of(function):
    """The line with '# here' in a function."""
    code = function.__code__
    lines = range(code.co_firstlineno, code.co_firstlineno + 20)
    return next(lineno for lineno in lines if "# here" in linecache.getline(code.co_filename, lineno))


def accepted(function):
    """Adds a function that looks impure, and is not."""
    ACCEPTED.append(function)
    return function
