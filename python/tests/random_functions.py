"""Random pure functions: their source text, by a seeded generator. Run it to see some: python random_functions.py [seed]"""

import math
import random
import sys

UNARY = (
    "sin", "cos", "exp", "abs", "sqrt", "floor", "ceil", "trunc", "round", "fabs", "float", "int", "math.expm1", "math.radians", "-", "+",
)
BINARY = ("+", "-", "*", "/")
COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")
CONSTANTS = ("0", "0.0", "1", "2", "-1", "0.5", "-2.5", "3", "K", "N", "pi", "1e-3", "1e10", "True")


class Writer:
    """Writes one function and its helpers."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self._helpers = []
        self._count = 0

    def source(self):
        """The text: constants, helpers and a function 'f' of one to three arguments."""
        chance = self._random
        lines = ["import math", "from math import ceil, cos, exp, fabs, floor, pi, sin, sqrt, trunc", ""]
        lines += [f"K = {chance.choice(('0.75', '-3', '2.0'))}", f"N = {chance.choice(('0', '2', '-1.5'))}", ""]
        for number in range(chance.randrange(3)):
            names = ["u", "v"][: chance.randint(1, 2)]
            lines += [f"def h{number}({', '.join(names)}):"] + self._block(names, 1, 2) + [""]
            self._helpers.append((f"h{number}", len(names)))
        arguments = ["x", "y", "z"][: chance.choice((1, 1, 2, 2, 3))]
        kind = chance.choice(("def", "def", "async def"))
        lines += [f"{kind} f({', '.join(arguments)}):"] + self._block(arguments, 1, 3, chance.choice((1, 1, 2, 3)))
        return "\n".join(lines) + "\n"

    def _block(self, names, depth, statements, results=1):
        chance, indent, names, lines = self._random, "    " * depth, list(names), []
        for _ in range(chance.randint(1, statements)):
            kind = chance.randrange(6)
            if kind == 0 and depth < 3:
                target = self._name()
                lines += [f"{indent}if {self._condition(names, 2)}:", f"{indent}    {target} = {self._number(names, 2)}"]
                if chance.random() < 0.4:
                    lines += [f"{indent}elif {self._condition(names, 1)}:", f"{indent}    {target} = {self._number(names, 2)}"]
                lines += [f"{indent}else:", f"{indent}    {target} = {self._number(names, 2)}"]
                names.append(target)
            elif kind == 1 and depth < 2:
                lines += [f"{indent}if {self._condition(names, 2)}:"] + self._block(names, depth + 1, 1, results)
            elif kind == 2:
                total = self._name()
                lines += [f"{indent}{total} = {self._number(names, 1)}", f"{indent}for i in range(1, {chance.randint(2, 4)}):"]
                lines += [f"{indent}    {total} = {total} {chance.choice('+-*')} {self._number([*names, 'i'], 1)}"]
                names.append(total)
            else:
                target = chance.choice((self._name(), chance.choice(names)))
                lines.append(f"{indent}{target} = {self._number(names, 3)}")
                names.append(target)
        returned = ", ".join(self._number(names, 3) for _ in range(results))
        return [*lines, f"{indent}return {returned if results == 1 else f'({returned})'}"]

    def _name(self):
        self._count += 1
        return f"v{self._count}"

    def _number(self, names, depth):
        chance = self._random
        if depth == 0 or chance.random() < 0.15:
            return chance.choice((chance.choice(names), chance.choice(names), chance.choice(CONSTANTS)))
        kind = chance.randrange(14)
        if kind < 4 or kind == 8 and chance.random() < 0.5:
            return f"({self._number(names, depth - 1)} {chance.choice(BINARY)} {self._number(names, depth - 1)})"
        if kind < 7:
            function = chance.choice(UNARY)
            return f"{function}({self._number(names, depth - 1)})"
        if kind == 7:
            operands = ", ".join(self._number(names, depth - 1) for _ in range(chance.randint(2, 3)))
            return f"{chance.choice(('min', 'max'))}({operands})"
        if kind == 8:
            return f"({self._number(names, depth - 1)} if {self._condition(names, depth - 1)} else {self._number(names, depth - 1)})"
        if kind == 9:
            return f"({self._number(names, depth - 1)})**{chance.choice((2, 3, 0, 1))}"
        if kind in (10, 13):
            return f"({self._condition(names, depth - 1)})"
        if kind == 11:
            if not self._helpers:
                return self._number(names, depth - 1)
            name, count = chance.choice(self._helpers)
            return f"{name}({', '.join(self._number(names, depth - 1) for _ in range(count))})"
        return f"({self._number(names, depth - 1)} {chance.choice(('and', 'or'))} {self._number(names, depth - 1)})"

    def _condition(self, names, depth):
        chance = self._random
        if depth == 0 or chance.random() < 0.7:
            return f"{self._number(names, 1)} {chance.choice(COMPARISONS)} {self._number(names, 1)}"
        kind = chance.randrange(4)
        if kind == 0:
            return f"not ({self._condition(names, depth - 1)})"
        if kind == 1:
            first, second = chance.choice(COMPARISONS), chance.choice(COMPARISONS)
            return f"{self._number(names, 1)} {first} {self._number(names, 1)} {second} {self._number(names, 1)}"
        return f"({self._condition(names, depth - 1)}) {chance.choice(('and', 'or'))} ({self._condition(names, depth - 1)})"


class Whole(int):
    """An int that says when it is no double: there arithmetic of ints and of doubles part."""

    def __new__(cls, value):
        if abs(value) > 2**53:
            raise OverflowError("no double")
        return super().__new__(cls, value)


def _watched(name):
    def method(self, *others):
        result = getattr(int, name)(self, *others)
        return Whole(result) if type(result) is int else result

    return method


for _name in ("add", "radd", "sub", "rsub", "mul", "rmul", "pow", "rpow", "neg", "pos", "abs"):
    setattr(Whole, f"__{_name}__", _watched(f"__{_name}__"))


def make(seed):
    """A random function, the same one for CPython, whose ints are watched, and the source text."""
    text = Writer(seed).source()
    code = compile(text, f"<random {seed}>", "exec")
    names, watching = {"__name__": f"random_{seed}"}, {"__name__": f"random_{seed}"}
    exec(code, names)
    exec(code, watching)
    for function in (int, round, math.floor, math.ceil, math.trunc):
        watching[function.__name__] = lambda x, function=function: Whole(function(x))
    return names["f"], watching["f"], text


if __name__ == "__main__":
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    for number in range(first, first + 3):
        print(Writer(number).source())
