"""What is not pure is refused, by name and place; what only looks so is right."""

import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import impure  # noqa: E402
import unknown  # noqa: E402
import unknown_numpy  # noqa: E402, F401
import unsuited  # noqa: E402, F401
from purekernels._errors import PureError  # noqa: E402
from purekernels._trace import trace  # noqa: E402
from refusals import ACCEPTED, REFUSED  # noqa: E402
from test_tracing import check_same  # noqa: E402


def error_of(function):
    """The error of a function that is refused."""
    try:
        trace(function)
    except PureError as error:
        return error
    raise AssertionError(f"{function.__name__} is accepted")


def check_refused(function, name, says, line):
    error = error_of(function)
    text = str(error)
    assert says in text, (says, text)
    assert error.name == name, (error.name, name)
    assert error.lineno == line, (error.lineno, line, text)
    assert f"{error.filename}:{line}" in text and "# here" in text
    if sys.version_info >= (3, 11) and error.offset is not None:
        assert "^" in text.splitlines()[-1]


def test_catalogue_is_large_enough():
    assert len(REFUSED) + len(ACCEPTED) >= 45


def test_refused():
    failures = []
    for function, *expected in REFUSED:
        try:
            check_refused(function, *expected)
        except Exception as error:
            failures.append(f"{function.__name__}: {type(error).__name__} {error}")
    assert not failures, "\n".join(failures)


def test_nothing_impure_has_run():
    test_refused()
    assert impure.LOG == [] and impure.count == 0 and impure.counter.n == 1.0 and unknown.TABLE == [1.0, 2.0]


def test_tricky_ones_are_right():
    failures = []
    for function in ACCEPTED:
        try:
            check_same(function)
        except Exception as error:
            failures.append(f"{function.__name__}: {type(error).__name__} {error}")
    assert not failures, "\n".join(failures)


def test_lambdas_have_their_own_line():
    table = {}
    f = lambda t: [t, "no number of the function that follows"]  # noqa: E731

    def follows(t):
        return t, table

    error = error_of(f)
    assert error.lineno == f.__code__.co_firstlineno and "f = lambda t" in str(error)
    g = lambda *rest: 1.0  # noqa: E731

    def follows_too(t):
        return follows(t)

    error = error_of(g)
    assert error.name == "rest" and error.lineno == g.__code__.co_firstlineno and "g = lambda" in str(error)


def test_decorated_methods():
    def scaled(t):
        return 2 * t

    for wrapped, says in (
        (staticmethod(scaled), "'scaled' is a staticmethod and no plain function: swap the decorators, @staticmethod above @pure"),
        (classmethod(scaled), "'scaled' is a classmethod, and methods cannot be pure: mark a function outside of the class"),
        (property(scaled), "'scaled' is a property, and methods cannot be pure: mark a function outside of the class"),
    ):
        try:
            trace(wrapped)
        except PureError as error:
            assert says in str(error), str(error)
        else:
            raise AssertionError(wrapped)


def test_own_slips_get_no_advice():
    for function in ("unbound", "wrong_number_of_arguments", "wrong_number_for_a_function", "compares_with_none", "unknown_attribute"):
        message = error_of(getattr(unsuited, function)).message
        assert "raised" not in message and "write" not in message, message


def test_unpacking_gets_no_advice():
    def unpacks_three(t):
        x, y = (t, t, t)
        return x + y

    def measures(t):
        return math.sqrt(-1.0) * t

    assert "write float('inf') or float('nan')" in error_of(measures).message
    message = error_of(unpacks_three).message
    assert message.startswith("ValueError: too many values to unpack") and "write" not in message, message
