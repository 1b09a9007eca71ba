"""Random functions have the bits of CPython's own evaluation, or are refused because they are too large or raise."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import random_functions  # noqa: E402
from purekernels._errors import PureError  # noqa: E402
from test_tracing import check_same  # noqa: E402

COUNT = 300
REASONS = (
    "more than 64 ways", "more than 40 times", "ZeroDivisionError", "ValueError", "OverflowError", "at most", "That is raised",
    "is no double",
)


def test_random_functions(first=1, count=COUNT):
    refused = 0
    for seed in range(first, first + count):
        function, watched, text = random_functions.make(seed)
        try:
            check_same(function, least=0, python=watched)
        except PureError as error:
            assert any(reason in str(error) for reason in REASONS), f"{seed}: {error}\n{text}"
            refused += 1
        except Exception as error:
            raise AssertionError(f"{seed}: {type(error).__name__} {error}\n{text}") from error
    assert refused < count // 3, refused


if __name__ == "__main__":
    test_random_functions(*map(int, sys.argv[1:]))
