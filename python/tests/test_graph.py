"""Programs as bytes: what is equal is there once, in the order in which the results are read, within the limits."""

import math
import struct
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

from evaluate import EXACT, Program, bits  # noqa: E402
from purekernels import _graph as g  # noqa: E402
from purekernels._errors import PureError  # noqa: E402
from purekernels._trace import trace  # noqa: E402

VALUES = (0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1.5, 3.0, 1e308, -1e308, 5e-324, math.inf, -math.inf, math.nan)


def test_bytes_of_a_small_program():
    def f(t, a):
        x = math.sin(t) * 2
        y = a - x
        return y, x

    expected = b"KPF\x01\x00\x02\x02" + struct.pack("<2H", 1, 3) + b"\x01t\x01a\x01y\x01x" + struct.pack("<d", 2.0)
    expected += b"\x40\x00\x00" + b"\x03\x03\x00\x02\x00" + b"\x02\x01\x00\x04\x00" + b"\x05\x00\x04\x00"
    assert trace(f).program == expected
    assert trace(f, correctly_rounded=True).program == expected[:4] + b"\x01" + expected[5:]


def test_equal_operations_are_shared():
    def f(t):
        return math.sin(t) + math.cos(t) * math.sin(t) - (t + 1.0) * (t + 1)

    program = Program(trace(f).program)
    assert len(program.operations) == 7 and program.constants == [1.0]


def test_what_no_result_needs_is_left_out():
    def f(t):
        unused = math.exp(t)
        return t + 0 * len((unused,))

    assert len(Program(trace(f).program).operations) == 1


def test_order_is_that_of_a_reader():
    def f(t):
        late = math.exp(t)
        early = math.sin(t)
        return early + late

    assert [operator for operator, _ in Program(trace(f).program).operations] == [g.SIN, g.EXP, g.ADD]


def test_constants_are_one_by_their_bits():
    graph = g.Graph(["t"])
    other_nan = struct.unpack("<d", struct.pack("<Q", 0xFFF8000000000001))[0]
    assert graph.constant(math.nan) == graph.constant(other_nan)
    assert graph.constant(0.0) != graph.constant(-0.0)
    assert graph.constant(1.0) == graph.constant(1)


def test_exact_operations_of_constants_are_computed():
    for operator, function in g.EXACT.items():
        for x in VALUES:
            for y in VALUES:
                operands = (x, y)[: g.OPERANDS[operator]]
                assert bits(float(function(*operands))) == bits(float(EXACT[operator](*operands))), (operator, operands)


def test_constant_conditions_decide():
    def f(t):
        return math.sqrt(2.0) if np_like(1.0) > 0.5 else t

    def np_like(x):
        return x

    assert Program(trace(f).program).operations == []


def error_of(function):
    try:
        trace(function)
    except PureError as error:
        return error
    raise AssertionError


def test_limits():
    def operations(t):
        for k in range(1100):
            t = t * t
        return t

    def constants(t):
        return sum(t * (k + 0.5) for k in range(300))

    def endless(t):
        k = 0.0
        while True:
            k += 1.0
            t = t + k

    assert "at most 1024" in str(error_of(operations)) and error_of(operations).lineno
    assert "300 constants" in str(error_of(constants)) or "301 constants" in str(error_of(constants))
    assert "more than 65536 operations" in str(error_of(endless))


def test_names():
    names = {}
    exec(f"def f({'x' * 65}): return 1.0", names)
    assert "at most 64" in str(error_of(names["f"]))
    exec("def f(größe, _x1, λ): return größe + _x1 + λ", names)
    assert Program(trace(names["f"]).program).inputs == ["größe", "_x1", "λ"]
    for name in ("", "1x", "x-y", "not", "x" * 65, "\U0001d465"):
        assert not g.is_name(name)


def test_a_program_can_be_read_and_replayed():
    def f(t, a):
        return (max(t, a), abs(t) * 3 if t < a else a)

    program = trace(f).program
    graph = g.Graph(["t", "a"])
    assert graph.to_bytes(list(zip(trace(f).outputs, graph.replay(program, graph.inputs)))) == program
    try:
        g.read(b"KPG" + program[3:])
        raise AssertionError
    except ValueError:
        pass
