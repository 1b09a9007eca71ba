"""Random functions over arrays have the bits of CPython's own evaluation, with this library's functions in place of the platform's."""

import ast
import asyncio
import functools
import itertools
import math
import os
import random

import numpy
import pytest
import random_functions
from evaluate import bits
from purekernels import PureError, PureFunction, pure
from test_random_functions import REASONS
from test_tracing import FEW, SPECIAL, python_value

# KERNELS_RANDOM_FUNCTIONS=10000 takes some minutes.
COUNT = int(os.environ.get("KERNELS_RANDOM_FUNCTIONS", "150"))


@functools.lru_cache(maxsize=None)
def one(text):
    """A function of single numbers."""
    function = PureFunction.parse(text)
    return lambda *numbers: function(*map(float, numbers))


def power(x, n):
    """Python's power: of ints an int, else the library's."""
    return x**n if isinstance(x, int) and isinstance(n, int) else one(f"t**{n}")(x)


class Powers(ast.NodeTransformer):
    """Calls that power."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if not isinstance(node.op, ast.Pow):
            return node
        return ast.Call(func=ast.Name(id="power", ctx=ast.Load()), args=[node.left, node.right], keywords=[])


def reference(text):
    """The function as CPython evaluates it, with this library's elementary functions and powers."""
    names = {}
    exec(compile(ast.fix_missing_locations(Powers().visit(ast.parse(text))), "<reference>", "exec"), names)
    names["power"] = power
    for function in ("sin", "cos", "exp"):
        names[function] = one(f"{function}(t)")
    names["math"] = type("math", (), {"expm1": staticmethod(one("expm1(t)")), "radians": math.radians})
    for function in (int, round, math.floor, math.ceil, math.trunc):
        names[function.__name__] = lambda x, function=function: random_functions.Whole(function(x))
    return names["f"]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_random_functions_over_arrays():
    refused = compared = 0
    for seed in range(1, COUNT + 1):
        plain, _, text = random_functions.make(seed)
        try:
            function = pure(plain)
        except PureError as error:
            assert any(reason in str(error) for reason in REASONS), f"{seed}: {error}\n{text}"
            refused += 1
            continue
        inputs = function.__signature__.parameters.values()
        count = len(inputs)
        chance = random.Random(seed)
        points = list(itertools.product(SPECIAL if count == 1 else FEW if count == 2 else FEW[:4], repeat=count))
        points += [tuple(chance.uniform(-4, 4) for _ in range(count)) for _ in range(chance.randrange(40))]
        chance.shuffle(points)
        with numpy.errstate(all="ignore"):
            results = function(*numpy.array(points).T)
            results = asyncio.run(results) if asyncio.iscoroutine(results) else results
        results = results if isinstance(results, tuple) else (results,)
        python = reference(text)
        for place, point in enumerate(points):
            expected = python_value(python, inputs, point)
            if expected is None:
                continue
            compared += 1
            for result, value in zip(results, expected):
                assert bits(float(result[place])) == bits(value), f"{seed} at {point}: {result[place]!r}, not {value!r}\n{text}"
    assert refused < COUNT // 2 and compared > 20 * COUNT, (refused, compared)


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__]))
