"""Looks for checks of static initialisers in the loops of a native library.

Compiled ahead of time a static field that needs its initialiser is tested before it is read. In a loop over elements that costs a
twentieth, and variables that must outlive the possible call. Usage: loops.py LIBRARY, with its symbols beside it as LIBRARY.dbg. Prints the
methods in whose loops there is such a test; its exit code is 1 if there are any.
"""

import re
import subprocess
import sys
from collections import defaultdict

# Methods that walk over elements; others may initialise what they like.
LOOPS = re.compile(r"(Strip|ProgramLoop|Passes|IntegerPowers|Stage|Streaming|Undecided)__|ConditionFinder__AreFinite|TableBody_2<")
INITIALISER = re.compile(r"__Get\w*StaticBase")


def symbols(path):
    """Addresses of methods and their names."""
    lines = subprocess.run(["nm", path], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout.splitlines()
    found = (line.split(maxsplit=2) for line in lines if len(line.split(maxsplit=2)) == 3)
    return {int(address, 16): name for address, kind, name in found if kind in "tT"}


def instructions(path):
    """Address, mnemonic and operands of each instruction."""
    output = subprocess.run(["objdump", "-d", "--no-show-raw-insn", path], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    for line in output.splitlines():
        match = re.match(r"\s*([0-9a-f]+):\t(\S+)\s*(.*)", line)
        if match:
            yield int(match[1], 16), match[2], match[3]


def in_loops(code, initialisers):
    """Whether a call of an initialiser can be reached from itself."""
    next_of = {code[i][0]: [code[i + 1][0]] for i in range(len(code) - 1)}
    calls = []
    for address, mnemonic, operands in code:
        target = re.match(r"([0-9a-f]+)\b", operands)
        if mnemonic.startswith("j") and target:
            successors = [int(target[1], 16)]
            next_of[address] = successors if mnemonic == "jmp" else next_of.get(address, []) + successors
        elif mnemonic.startswith(("ret", "jmp", "int3", "ud2")):
            next_of[address] = []
        elif mnemonic == "call" and target and int(target[1], 16) in initialisers:
            calls.append(address)
    return any(reaches(next_of, call) for call in calls)


def reaches(next_of, start):
    """Whether there is a way from an instruction back to it."""
    seen, open_ends = set(), list(next_of.get(start, []))
    while open_ends:
        address = open_ends.pop()
        if address == start:
            return True
        if address not in seen:
            seen.add(address)
            open_ends += next_of.get(address, [])
    return False


def main():
    library = sys.argv[1]
    names = symbols(library + ".dbg")
    initialisers = {address for address, name in names.items() if INITIALISER.search(name)}
    methods, current = defaultdict(list), None
    for address, mnemonic, operands in instructions(library):
        current = names.get(address, current)
        methods[current].append((address, mnemonic, operands))
    walked = [name for name in methods if name and LOOPS.search(name)]
    if len(walked) < 100 or not initialisers:
        sys.exit(f"{library}: only {len(walked)} loops and {len(initialisers)} initialisers have been found: names have changed")
    bad = sorted(name for name in walked if in_loops(methods[name], initialisers))
    for name in bad:
        print(name)
    print(f"{len(walked)} methods with loops, {len(bad)} of them with checks of initialisers in loops")
    sys.exit(1 if bad else 0)


main()
