"""Programs: graphs of operations in which what is equal is there once, and their bytes."""

import math
import struct
import unicodedata
from typing import Callable, Dict, List, Sequence, Tuple

from ._errors import PureError, refusal

ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, ABS, SQRT, FLOOR, CEILING, TRUNCATE, ROUND = range(1, 12)
MIN, MAX, COPY_SIGN, FUSED_MULTIPLY_ADD, INTEGER_POWER = range(12, 17)
LESS, LESS_OR_EQUAL, EQUAL, AND, OR, NOT, SELECT = range(32, 39)
SIN, COS, EXP, EXP2, EXP10, EXP_M1, LOG, LOG2, LOG10, LOG_P1, POW, HYPOT, CBRT = range(64, 77)

INPUT, CONSTANT, CONDITION = -1, -2, -3
"""What a node without operands is: its second entry is the input's number, the constant's bits, or whether the condition holds."""

OPERANDS = {
    **dict.fromkeys((NEGATE, ABS, SQRT, FLOOR, CEILING, TRUNCATE, ROUND, NOT), 1),
    **dict.fromkeys((ADD, SUBTRACT, MULTIPLY, DIVIDE, MIN, MAX, COPY_SIGN, INTEGER_POWER), 2),
    **dict.fromkeys((LESS, LESS_OR_EQUAL, EQUAL, AND, OR), 2),
    **dict.fromkeys((FUSED_MULTIPLY_ADD, SELECT), 3),
    **dict.fromkeys(range(SIN, CBRT + 1), 1),
    **dict.fromkeys((POW, HYPOT), 2),
}
CONDITIONS = frozenset((LESS, LESS_OR_EQUAL, EQUAL, AND, OR, NOT, CONDITION))
"""What is a condition; everything else is a number."""

MOST_INPUTS = MOST_OUTPUTS = 8
MOST_OPERATIONS, MOST_CONSTANTS, LONGEST_NAME, LARGEST_EXPONENT = 1024, 256, 64, 64
MOST_NODES = 1 << 16
"""Nodes while a program is made, those among them that no result will need."""

Node = Tuple[int, ...]


def bits_of(value: float) -> int:
    """The bits of a double; there is one NaN."""
    return struct.unpack("<Q", struct.pack("<d", value if value == value else math.nan))[0]


def _integral(function: Callable[[float], float]) -> Callable[[float], float]:
    return lambda x: math.copysign(float(function(x)), x) if math.isfinite(x) else x


def _quotient(x: float, y: float) -> float:
    if y:
        return x / y
    return math.nan if x != x or x == 0 else math.copysign(math.inf, x) * math.copysign(1.0, y)


def _is_below(x: float, y: float) -> bool:
    return x < y or x == y and math.copysign(1.0, x) < math.copysign(1.0, y)


def _least(x: float, y: float) -> float:
    return math.nan if x != x or y != y else x if _is_below(x, y) else y


def _greatest(x: float, y: float) -> float:
    return math.nan if x != x or y != y else y if _is_below(x, y) else x


EXACT: Dict[int, Callable[..., float]] = {
    ADD: lambda x, y: x + y,
    SUBTRACT: lambda x, y: x - y,
    MULTIPLY: lambda x, y: x * y,
    DIVIDE: _quotient,
    NEGATE: lambda x: -x,
    ABS: abs,
    SQRT: lambda x: math.nan if x < 0 else math.sqrt(x),
    FLOOR: _integral(math.floor),
    CEILING: _integral(math.ceil),
    TRUNCATE: _integral(math.trunc),
    ROUND: _integral(round),
    MIN: _least,
    MAX: _greatest,
    COPY_SIGN: lambda x, y: math.copysign(x, 1.0 if y != y else y),
    LESS: lambda x, y: x < y,
    LESS_OR_EQUAL: lambda x, y: x <= y,
    EQUAL: lambda x, y: x == y,
}
"""Operations that have the same result everywhere: of constants they are computed at once. All others are left to the library."""


def is_name(text: str) -> bool:
    """Whether inputs and results may be called so: letters, digits and _, not too long, and no word of the text form."""
    start = ("Lu", "Ll", "Lt", "Lm", "Lo")
    part = start + ("Nd", "Mn", "Mc", "Pc")
    if not 0 < len(text) <= LONGEST_NAME or max(text) > "\uffff" or len(text.encode()) > 255:
        return False
    if text in ("and", "or", "not", "if", "else", "lambda", "True", "False", "None"):
        return False
    return (text[0] == "_" or unicodedata.category(text[0]) in start) and all(unicodedata.category(c) in part for c in text)


class Graph:
    """Inputs, constants and operations. Nodes are known by their numbers; equal nodes have equal numbers."""

    def __init__(self, inputs: Sequence[str], correctly_rounded: bool = False) -> None:
        if len(inputs) > MOST_INPUTS:
            raise PureError(f"There are {len(inputs)} arguments; at most {MOST_INPUTS} are allowed: make constants of some")
        for name in inputs:
            if not is_name(name):
                raise PureError(f"'{name}' cannot be an argument's name: letters, digits and '_', at most {LONGEST_NAME}", name)
        self.names = tuple(inputs)
        self.correctly_rounded = correctly_rounded
        self.nodes: List[Node] = []
        self._known: Dict[Node, int] = {}
        self.inputs = [self._add((INPUT, number)) for number in range(len(inputs))]
        self.false, self.true = self._add((CONDITION, 0)), self._add((CONDITION, 1))

    def constant(self, value: float) -> int:
        """A constant: two are one if their bits are equal."""
        return self._add((CONSTANT, bits_of(value)))

    def condition(self, holds: bool) -> int:
        """A condition that always holds, or never."""
        return self.true if holds else self.false

    def is_condition(self, node: int) -> bool:
        """Whether a node is a condition and no number."""
        return self.nodes[node][0] in CONDITIONS

    def as_number(self, node: int) -> int:
        """A number as it is; of a condition 1 or 0."""
        return self.apply(SELECT, node, self.constant(1.0), self.constant(0.0)) if self.is_condition(node) else node

    def apply(self, operator: int, *operands: int) -> int:
        """An operation, or its value if that is known."""
        if operator in (AND, OR, NOT, SELECT):
            known = self._decided(operator, *operands)
            if known is not None:
                return known
        elif operator in EXACT and all(self.nodes[operand][0] == CONSTANT for operand in operands):
            value = EXACT[operator](*(self.value(operand) for operand in operands))
            return self.condition(bool(value)) if operator in CONDITIONS else self.constant(value)
        return self._add((operator, *operands))

    def value(self, node: int) -> float:
        """A constant's value."""
        return struct.unpack("<d", struct.pack("<Q", self.nodes[node][1]))[0]

    def names_in(self, node: int) -> List[str]:
        """The names of the inputs that a value depends on."""
        needed = set(self._in_order([node]))
        return [name for name, number in zip(self.names, self.inputs) if number in needed]

    def replay(self, program: bytes, arguments: Sequence[int]) -> List[int]:
        """The results of another program at values of this one."""
        constants, operations, results = read(program)[3:]
        values = [*arguments, *map(self.constant, constants)]
        for operator, *operands in operations:
            values.append(self.apply(operator, *(values[operand] for operand in operands)))
        return [values[result] for result in results]

    def to_bytes(self, results: Sequence[Tuple[str, int]]) -> bytes:
        """The program with these results: version 1 of the format."""
        if not 0 < len(results) <= MOST_OUTPUTS:
            raise PureError(f"There are {len(results)} results; 1 to {MOST_OUTPUTS} are allowed")
        roots = [self.as_number(node) for _, node in results]
        order = self._in_order(roots)
        constants = [node for node in order if self.nodes[node][0] == CONSTANT]
        operations = [node for node in order if self.nodes[node][0] > 0]
        instead = "split it, and call one after the other outside: g(f(x))"
        for what, nodes, most in (("operations", operations, MOST_OPERATIONS), ("constants", constants, MOST_CONSTANTS)):
            if len(nodes) > most:
                raise PureError(f"The function needs {len(nodes)} {what}; at most {most} are allowed: {instead}")
        numbers = {node: number for number, node in enumerate([*self.inputs, *constants, *operations])}
        parts = [struct.pack("<3s4B2H", b"KPF", 1, self.correctly_rounded, len(self.inputs), len(roots), len(constants), len(operations))]
        for name in (*self.names, *(name for name, _ in results)):
            parts.append(bytes((len(name.encode()),)) + name.encode())
        parts += (struct.pack("<Q", self.nodes[node][1]) for node in constants)
        for node in operations:
            operator, *operands = self.nodes[node]
            parts.append(struct.pack(f"<B{len(operands)}H", operator, *(numbers[operand] for operand in operands)))
        parts.append(struct.pack(f"<{len(roots)}H", *(numbers[root] for root in roots)))
        return b"".join(parts)

    def _add(self, node: Node) -> int:
        number = self._known.setdefault(node, len(self.nodes))
        if number == len(self.nodes):
            if number == MOST_NODES:
                raise refusal(f"The function needs more than {MOST_NODES} operations (a loop?)")
            self.nodes.append(node)
        return number

    def _decided(self, operator: int, first: int, *rest: int) -> "int | None":
        # A condition that is constant decides now: no program contains it.
        known = {self.true: True, self.false: False}
        if first in known:
            holds = known[first]
            if operator == NOT:
                return self.condition(not holds)
            if operator == SELECT:
                return rest[0] if holds else rest[1]
            return rest[0] if holds == (operator == AND) else first
        if operator in (AND, OR) and rest[0] in known:
            return first if known[rest[0]] == (operator == AND) else rest[0]
        return None

    def _in_order(self, roots: Sequence[int]) -> List[int]:
        # Operands before what is made of them, as a reader of the results meets them.
        order: Dict[int, None] = {}
        path = [(root, False) for root in reversed(roots)]
        while path:
            node, is_ready = path.pop()
            if node in order:
                continue
            kind, *operands = self.nodes[node]
            if is_ready or kind < 0:
                order[node] = None
            else:
                path.append((node, True))
                path += ((operand, False) for operand in reversed(operands))
        return list(order)


def read(program: bytes) -> Tuple[bool, List[str], List[str], List[float], List[Node], List[int]]:
    """Whether a program is correctly rounded, its inputs' and results' names, constants, operations and results."""
    mark, version, tier, inputs, outputs, constants, operations = struct.unpack_from("<3s4B2H", program)
    if mark != b"KPF" or version != 1:
        raise ValueError("The bytes are no function")
    offset = struct.calcsize("<3s4B2H")
    names = []
    for _ in range(inputs + outputs):
        end = offset + 1 + program[offset]
        names.append(program[offset + 1 : end].decode())
        offset = end
    values = list(struct.unpack_from(f"<{constants}d", program, offset))
    offset += 8 * constants
    nodes: List[Node] = []
    for _ in range(operations):
        layout = f"<B{OPERANDS[program[offset]]}H"
        nodes.append(struct.unpack_from(layout, program, offset))
        offset += struct.calcsize(layout)
    results = list(struct.unpack_from(f"<{outputs}H", program, offset))
    return bool(tier), names[:inputs], names[inputs:], values, nodes, results
