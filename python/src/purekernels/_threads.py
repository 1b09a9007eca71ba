"""How many threads a call may have."""

import math
import os
from pathlib import Path

from ._lock import lock

_set = None


def set_num_threads(number: int) -> None:
    """Sets how many threads a call may have, for the whole process.

    The order is: the argument ``threads`` of a call, this function, ``KERNELS_NUM_THREADS``, ``OMP_NUM_THREADS``, then the processors that
    the process may use. More than those are never used.
    """
    global _set
    _set = checked(number)
    with lock:
        from . import _native

    if _native.is_loaded():
        _native.library().set_threads(_set)


def get_num_threads() -> int:
    """How many threads a call may have."""
    return min(number(), processors())


def checked(number):
    """The number itself, if it is one of threads."""
    if isinstance(number, bool) or not hasattr(number, "__index__"):
        raise TypeError(f"the number of threads must be an integer, not {type(number).__name__}")
    number = number.__index__()
    if number < 1:
        raise ValueError(f"the number of threads must be at least 1, not {number}")
    return min(number, 1 << 16)


def number():
    """How many are wanted."""
    if _set is not None:
        return _set
    text = os.environ.get("KERNELS_NUM_THREADS", "").strip()
    if text:
        if not _is_number(text):
            raise ValueError(f"KERNELS_NUM_THREADS is {text[:80]!r}, not a number of threads")
        return checked(int(text))

    # Of nested levels the first; what is wrong is for others to complain of.
    text = os.environ.get("OMP_NUM_THREADS", "").split(",")[0].strip()
    return checked(int(text)) if _is_number(text) else processors()


def _is_number(text):
    return text.isdecimal() and len(text) < 10 and int(text) >= 1


def processors():
    """The processors that the process may use: its affinity, and the quota of its control group."""
    available = len(os.sched_getaffinity(0))
    quota = _quota()
    return available if quota is None else max(1, min(available, math.ceil(quota)))


def _quota():
    try:
        group = next(line for line in Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::"))[3:]
        folder = Path("/sys/fs/cgroup") / group.lstrip("/")
        quotas = [_read_quota(parent / "cpu.max") for parent in (folder, *folder.parents) if parent.is_relative_to("/sys/fs/cgroup")]
    except (OSError, StopIteration, ValueError, AttributeError):
        return None
    return min((quota for quota in quotas if quota is not None), default=None)


def _read_quota(path):
    if not path.exists():
        return None
    quota, period = path.read_text().split()
    return None if quota == "max" else int(quota) / int(period)
