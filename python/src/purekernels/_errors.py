"""Errors that show the place in the function's own text."""

import dis
import linecache
import sys
from itertools import islice
from types import CodeType, FrameType, TracebackType
from typing import Iterator, NamedTuple, Optional

TRACED = "purekernels: traced"
"""The key that marks the globals of functions that are being traced; no name is spelled like this."""


class Place(NamedTuple):
    """A line of a file and, from Python 3.11, columns in it: numbers of bytes, from 0."""

    filename: str
    lineno: Optional[int]
    start: Optional[int] = None
    end: Optional[int] = None


class PureError(TypeError):
    """A function is not pure, or does what cannot be done for each element of an array.

    The message says what it is, what to write instead, and where: file, line and, from Python 3.11, carets.

    Attributes:
        name: the name that is refused, if it is one.
        filename, lineno: where it is; None if that is not known.
        offset: the column, counted from 1; None before Python 3.11.
    """

    def __init__(self, message: str, name: Optional[str] = None, place: Optional[Place] = None) -> None:
        self.name = name
        self.message = message
        self.filename: Optional[str] = None
        self.lineno: Optional[int] = None
        self.offset: Optional[int] = None
        super().__init__(message)
        if place is not None:
            self.locate(place)

    def locate(self, place: Place) -> None:
        """Adds the place to the message."""
        self.filename, self.lineno = place.filename, place.lineno
        text = linecache.getline(place.filename, place.lineno).rstrip() if place.lineno else ""
        lines = [self.message, f"  {place.filename}:{place.lineno}"]
        if text:
            lines.append("    " + text.lstrip())
        if place.start is not None:
            raw = text.encode()
            start = len(raw[: place.start].decode(errors="replace"))
            self.offset = start + 1
            if text:
                indent = len(text) - len(text.lstrip())
                end = len(text) if place.end is None else len(raw[: place.end].decode(errors="replace"))
                lines.append("    " + " " * (start - indent) + "^" * max(end - start, 1))
        self.args = ("\n".join(lines),)


class UndefinedName(PureError):
    """A global or a variable of an enclosing function is not defined yet."""


def place_of(code: CodeType, offset: int) -> Place:
    """The place of the instruction at an offset."""
    if sys.version_info >= (3, 11):
        lineno, end_lineno, start, end = next(islice(code.co_positions(), offset // 2, None), (None,) * 4)
        if lineno is not None:
            return Place(code.co_filename, lineno, start, end if lineno == end_lineno else None)
    lineno = code.co_firstlineno
    for first, line in dis.findlinestarts(code):
        if first > offset:
            break
        lineno = line or lineno
    return Place(code.co_filename, lineno)


def definition_of(code: CodeType) -> Place:
    """The line with a function's name, after its decorators; a lambda's own."""
    first = code.co_firstlineno
    for lineno in range(first, first + 20) if code.co_name != "<lambda>" else ():
        if linecache.getline(code.co_filename, lineno).lstrip().startswith(("def ", "async def ")):
            return Place(code.co_filename, lineno)
    return Place(code.co_filename, first)


def is_traced(frame: FrameType) -> bool:
    """Whether a frame is one of the function that is being traced, of its helpers or its inner functions."""
    return TRACED in frame.f_globals


def traced_frames() -> Iterator[FrameType]:
    """The frames of functions that are being traced, from the innermost one on."""
    frame: Optional[FrameType] = sys._getframe(1)
    while frame is not None:
        if is_traced(frame):
            yield frame
        frame = frame.f_back


def current_place() -> Optional[Place]:
    """The place in the innermost function that is being traced."""
    frame = next(traced_frames(), None)
    return None if frame is None else place_of(frame.f_code, frame.f_lasti)


def current_operation() -> str:
    """The name of the instruction in the innermost function that is being traced."""
    frame = next(traced_frames(), None)
    return "" if frame is None else dis.opname[frame.f_code.co_code[frame.f_lasti]]


def is_in_loop() -> bool:
    """Whether a function that is being traced has a loop."""
    jumps = frozenset((*dis.hasjrel, *dis.hasjabs))
    return any(
        instruction.opcode in jumps and instruction.argval <= instruction.offset
        for frame in traced_frames()
        for instruction in dis.get_instructions(frame.f_code)
    )


def innermost(traceback: Optional[TracebackType]) -> Optional[TracebackType]:
    """The innermost entry of a traceback that is within a traced function."""
    found = None
    while traceback is not None:
        if is_traced(traceback.tb_frame):
            found = traceback
        traceback = traceback.tb_next
    return found


def refusal(message: str, name: Optional[str] = None) -> PureError:
    """An error at the place that is being traced."""
    return PureError(message, name, current_place())
