"""Evaluates a program's bytes over floats of Python, operator by operator; independent of the tracer."""

import math
import struct
from fractions import Fraction

NAN = math.nan


def _guarded(function):
    """A function of math as arrays have it: NaN or infinity where it raises."""

    def call(*values):
        try:
            return float(function(*values))
        except OverflowError:
            return math.inf
        except (ValueError, ZeroDivisionError):
            return NAN

    return call


def _log_of(function):
    return lambda x: -math.inf if x == 0 else NAN if x < 0 else float(function(x))


def integer_power(x, n):
    """The double nearest to the exact power."""
    n = int(n)
    if x != x or math.isinf(x) or x == 0 or n == 0:
        return _guarded(math.pow)(x, n) if x or n >= 0 else math.copysign(math.inf, x if n % 2 else 1.0)
    exact = Fraction(x) ** n
    try:
        value = float(exact) if abs(exact) < Fraction(2) ** 1024 else math.copysign(math.inf, exact)
    except OverflowError:
        value = math.copysign(math.inf, exact)
    return math.copysign(value, -1.0 if x < 0 and n % 2 else 1.0)


def platform_power(x, n):
    """C's pow, as CPython has it."""
    is_odd = math.isfinite(n) and n == int(n) and n % 2
    if x == 0 and n < 0:
        return math.copysign(math.inf, x if is_odd else 1.0)
    try:
        return math.pow(x, n)
    except OverflowError:
        return -math.inf if x < 0 and is_odd else math.inf
    except ValueError:
        return NAN


FUNCTIONS = {
    64: _guarded(math.sin), 65: _guarded(math.cos), 66: _guarded(math.exp), 67: _guarded(getattr(math, "exp2", lambda x: 2.0**x)),
    68: _guarded(lambda x: 10.0**x), 69: _guarded(math.expm1), 70: _log_of(math.log), 71: _log_of(math.log2), 72: _log_of(math.log10),
    73: lambda x: -math.inf if x == -1 else NAN if x < -1 else math.log1p(x), 74: platform_power, 75: _guarded(math.hypot),
    76: _guarded(getattr(math, "cbrt", lambda x: math.copysign(abs(x) ** (1 / 3), x))), 16: platform_power,
}
"""The functions that differ from platform to platform: by default those of this one."""


def _divide(x, y):
    if y == 0:
        return NAN if x == 0 or x != x else math.copysign(1, x) * math.copysign(1, y) * math.inf
    return x / y


def _rounding(function):
    return lambda x: x if x != x or math.isinf(x) else math.copysign(function(x), x)


def _minimum(x, y, sign=1):
    if x != x or y != y:
        return NAN
    if x == y:
        return x if (math.copysign(1, x) < 0) == (sign > 0) else y
    return (x if x < y else y) if sign > 0 else (x if x > y else y)


def _fused(x, y, z):
    if not all(map(math.isfinite, (x, y, z))):
        return x * y + z
    exact = Fraction(x) * Fraction(y) + Fraction(z)
    if exact:
        return float(exact)
    return x * y + z


EXACT = {
    1: lambda x, y: x + y, 2: lambda x, y: x - y, 3: lambda x, y: x * y, 4: _divide, 5: lambda x: -x, 6: abs,
    7: lambda x: math.sqrt(x) if x >= 0 else NAN, 8: _rounding(math.floor), 9: _rounding(math.ceil), 10: _rounding(math.trunc),
    11: _rounding(round), 12: _minimum, 13: lambda x, y: _minimum(x, y, -1), 14: lambda x, y: math.copysign(x, 1.0 if y != y else y),
    15: _fused, 32: lambda x, y: x < y, 33: lambda x, y: x <= y, 34: lambda x, y: x == y, 35: lambda a, b: a and b,
    36: lambda a, b: a or b, 37: lambda a: not a, 38: lambda c, x, y: x if c else y,
}
ARITY = {**dict.fromkeys((*range(5, 12), 37, *range(64, 74), 76), 1), **dict.fromkeys((15, 38), 3)}
CONDITIONS = range(32, 38)


class Program:
    """A program, checked as strictly as the library does."""

    def __init__(self, program):
        self._bytes, self._offset = program, 0
        assert self._take(3) == b"KPF" and self._number(1) == 1
        self.tier = self._number(1)
        inputs, outputs, constants, operations = self._number(1), self._number(1), self._number(2), self._number(2)
        assert self.tier in (0, 1) and inputs <= 8 and 0 < outputs <= 8 and constants <= 256 and operations <= 1024
        names = [self._take(self._number(1)).decode() for _ in range(inputs + outputs)]
        self.inputs, self.outputs = names[:inputs], names[inputs:]
        assert len(set(self.inputs)) == inputs and len(set(self.outputs)) == outputs
        self.constants = [struct.unpack("<d", self._take(8))[0] for _ in range(constants)]
        kinds = [False] * (inputs + constants)
        self.operations = []
        for _ in range(operations):
            operator = self._number(1)
            assert operator in EXACT or operator in FUNCTIONS, operator
            operands = [self._number(2) for _ in range(ARITY.get(operator, 2))]
            for place, operand in enumerate(operands):
                wants_condition = operator in (35, 36, 37) or operator == 38 and place == 0
                assert operand < len(kinds) and kinds[operand] == wants_condition, (operator, operands)
            if operator == 16:
                exponent = (([0.0] * inputs) + self.constants)[operands[1]]
                assert operands[1] >= inputs and exponent == int(exponent) and abs(exponent) <= 64
            kinds.append(operator in CONDITIONS)
            self.operations.append((operator, operands))
        self.results = [self._number(2) for _ in range(outputs)]
        assert self._offset == len(program) and not any(kinds[result] for result in self.results)

    def _take(self, count):
        self._offset += count
        return self._bytes[self._offset - count : self._offset]

    def _number(self, count):
        return int.from_bytes(self._take(count), "little")

    def __call__(self, *arguments, functions=FUNCTIONS):
        """The results, a list of floats."""
        values = [*map(float, arguments), *self.constants]
        for operator, operands in self.operations:
            function = functions.get(operator) or FUNCTIONS.get(operator) or EXACT[operator]
            values.append(function(*(values[operand] for operand in operands)))
        return [values[result] for result in self.results]


def bits(value):
    """The bits of a float; all NaNs are one."""
    return struct.pack("<d", value if value == value else NAN)
