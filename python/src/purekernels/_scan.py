"""What the bytecode of a function tells before it runs: effects that no symbol would notice, names, and the results' names."""

import dis
from types import CodeType
from typing import AbstractSet, Dict, FrozenSet, Iterator, List, Optional, Tuple

from ._errors import Place, PureError, place_of

Refusal = Tuple[str, str]
"""The name that is refused, and what to say of it."""

AWAIT = "'await' has no place in a pure function: await it outside, and pass what it gives as an argument"
ERRSTATE = "'with' has no place in a pure function: put np.errstate around the call"

_EFFECTS: Dict[str, Refusal] = {
    "STORE_GLOBAL": ("{0}", "'{0}' is a global variable, and is assigned here: return its new value"),
    "DELETE_GLOBAL": ("{0}", "'{0}' is a global variable, and is deleted here: leave it"),
    "STORE_ATTR": ("{0}", "The attribute '{0}' is assigned here: return its new value"),
    "DELETE_ATTR": ("{0}", "The attribute '{0}' is deleted here: leave it"),
    "LOAD_BUILD_CLASS": ("class", "A class is defined here: define it outside, or write functions"),
    "BUILD_SET": ("set", "The order of a set is not defined: write a tuple or a list"),
    **dict.fromkeys(
        ("SETUP_WITH", "BEFORE_WITH", "SETUP_ASYNC_WITH", "BEFORE_ASYNC_WITH"),
        ("with", "'with' has no place in a pure function: there is nothing to be opened, locked or restored"),
    ),
    **dict.fromkeys(
        ("SETUP_FINALLY", "PUSH_EXC_INFO"),
        ("try", "'try' has no place in a pure function: nothing is raised for one element; write an 'if' instead"),
    ),
    **dict.fromkeys(
        ("GET_AWAITABLE", "GET_AITER", "GET_ANEXT"), ("await", AWAIT)
    ),
    **dict.fromkeys(
        ("MATCH_SEQUENCE", "MATCH_MAPPING", "MATCH_CLASS"),
        ("match", "'case' looks into objects here, and there are numbers only: write an 'if'"),
    ),
    **dict.fromkeys(("YIELD_VALUE", "YIELD_FROM"), ("yield", "'yield' has no place in a pure function: return a tuple")),
}
_ATTRIBUTES = ("LOAD_ATTR", "LOAD_METHOD", "LOAD_SUPER_ATTR")
_GLOBALS = ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS")
_PLAIN_LOADS = ("LOAD_FAST", "LOAD_FAST_CHECK", "LOAD_FAST_LOAD_FAST", "LOAD_DEREF")
_SKIPPED = ("EXTENDED_ARG", "CACHE", "NOP", "PRECALL", "COPY_FREE_VARS", "MAKE_CELL")


def instructions(code: CodeType) -> List[dis.Instruction]:
    """The instructions of a function that do something."""
    return [instruction for instruction in dis.get_instructions(code) if instruction.opname not in _SKIPPED]


def inner_codes(code: CodeType) -> Iterator[CodeType]:
    """The functions, lambdas and comprehensions within a function, at any depth."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from inner_codes(constant)


def global_names(code: CodeType) -> List[str]:
    """The names of globals and builtins that a function and everything in it may read."""
    names = {
        instruction.argval: None
        for part in (code, *inner_codes(code))
        for instruction in dis.get_instructions(part)
        if instruction.opname in _GLOBALS
    }
    return list(names)


def check(code: CodeType, outer: AbstractSet[str] = frozenset()) -> None:
    """Raises an error if a function, or something in it, has an effect, or waits, or catches exceptions.

    Args:
        outer: the variables of enclosing functions that are being traced too, which may be assigned.
    """
    previous: Optional[dis.Instruction] = None
    steps = instructions(code)
    for count, instruction in enumerate(steps):
        refusal = _effect(code, instruction, previous, outer)
        if refusal is not None:
            if refusal[0] == "with" and any(step.argval == "errstate" for step in steps[max(count - 12, 0) : count]):
                refusal = "with", ERRSTATE
            name, message = (part.format(instruction.argval) for part in refusal)
            raise PureError(message, name, _place(code, instruction))
        previous = instruction
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            check(constant, frozenset(outer) | frozenset(code.co_cellvars))


def _effect(
    code: CodeType, instruction: dis.Instruction, previous: Optional[dis.Instruction], outer: AbstractSet[str]
) -> Optional[Refusal]:
    name, value = instruction.opname, instruction.argval
    if name in ("YIELD_VALUE", "YIELD_FROM") and code.co_name == "<genexpr>":
        return None
    if name in _EFFECTS:
        return _EFFECTS[name]
    if name in ("STORE_DEREF", "DELETE_DEREF") and value in code.co_freevars and value not in outer:
        return "{0}", "'{0}' is a variable of an enclosing function, and is assigned here: return its new value"
    if name in _ATTRIBUTES and _is_of_the_interpreter(value):
        return "{0}", "'{0}' reaches into the interpreter: write what is computed"
    if previous is None:
        return None
    if name == "IS_OP" or name == "COMPARE_OP" and value in ("is", "is not"):
        if previous.opname not in _GLOBALS and not (previous.opname == "LOAD_CONST" and previous.argval in (None, Ellipsis)):
            return "is", "'is' compares objects, and numbers are equal or not: write =="
    if previous.opname == "LOAD_CONST" and isinstance(previous.argval, frozenset):
        if name != "CONTAINS_OP" and not (name == "COMPARE_OP" and value in ("in", "not in")):
            return _EFFECTS["BUILD_SET"]
    return None


def compared_objects(code: CodeType) -> List[Tuple[str, Place]]:
    """The global names that are compared by 'is', of a function and those within it."""
    steps = instructions(code)
    found = [
        (previous.argval, _place(code, instruction))
        for previous, instruction in zip(steps, steps[1:])
        if previous.opname in _GLOBALS and (instruction.opname == "IS_OP" or instruction.argval in ("is", "is not"))
    ]
    return found + [pair for constant in code.co_consts if isinstance(constant, CodeType) for pair in compared_objects(constant)]


def _is_of_the_interpreter(attribute: str) -> bool:
    if attribute.startswith("_"):
        return attribute not in ("_make", "_replace", "_asdict", "_fields")
    return attribute.startswith(("gi_", "cr_", "ag_", "f_", "tb_", "co_")) or attribute in ("format", "format_map")


def _place(code: CodeType, instruction: dis.Instruction) -> Place:
    offset = instruction.offset
    if instruction.opname == "PUSH_EXC_INFO":
        # The line of 'try' is that of the instruction before the first one that is guarded.
        entries = dis.Bytecode(code).exception_entries  # type: ignore[attr-defined]
        start = min((entry.start for entry in entries if entry.target == offset), default=offset)
        before = [other.offset for other in dis.get_instructions(code) if other.offset < start and other.opname == "NOP"]
        offset = before[-1] if before and before[-1] >= start - 2 else start
    return place_of(code, offset)


def returned_names(code: CodeType) -> Optional[Tuple[str, ...]]:
    """The names of local variables, if every return statement lists the same ones and nothing else."""
    found: FrozenSet[Tuple[str, ...]] = frozenset()
    steps = instructions(code)
    for place, instruction in enumerate(steps):
        if instruction.opname in ("RETURN_VALUE", "RETURN_CONST"):
            names = _names_before(steps[: place + 1])
            if names is None:
                return None
            found |= {names}
    return next(iter(found)) if len(found) == 1 else None


def return_place(code: CodeType) -> Optional[Place]:
    """The place of the return statement, if there is one only."""
    returns = [step for step in instructions(code) if step.opname in ("RETURN_VALUE", "RETURN_CONST")]
    return place_of(code, returns[0].offset) if len({place_of(code, step.offset) for step in returns}) == 1 else None


def _names_before(steps: List[dis.Instruction]) -> Optional[Tuple[str, ...]]:
    step, count = steps.pop(), 1
    if steps and steps[-1].opname == "BUILD_TUPLE" and not step.is_jump_target:
        step = steps.pop()
        count = step.arg or 0
    names: List[str] = []
    while steps and len(names) < count:
        if step.is_jump_target:
            return None
        step = steps.pop()
        if step.opname == "STORE_FAST_LOAD_FAST":
            names.insert(0, step.argval[1])
        elif step.opname in _PLAIN_LOADS:
            names[:0] = step.argval if isinstance(step.argval, tuple) else (step.argval,)
        else:
            return None
    return tuple(names) if len(names) == count and len(set(names)) == count else None
