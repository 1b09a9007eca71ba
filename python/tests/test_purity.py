"""What is not pure is refused, by name and place; what only looks so is right."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import impure  # noqa: E402
import unknown  # noqa: E402
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
