"""Pure functions of numbers, written in plain Python, evaluated over arrays on every SIMD lane of every core.

    from math import sin, cos
    from purekernels import pure

    @pure
    def f(t):
        x = 16 * sin(t) ** 3
        y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
        return (x, y)

    x, y = f(t)          # NumPy arrays, all cores, the interpreter's lock released, nothing copied
"""

import platform as _platform
import sys as _sys

if not (_sys.platform == "linux" and _platform.machine() == "x86_64"):
    raise ImportError(
        f"purekernels runs on Linux on x86-64 processors, not on {_platform.system()} on {_platform.machine()}: its native library is "
        "built for that alone"
    )

from ._errors import PureError
from ._pure import PureFunction, pure
from ._threads import get_num_threads, set_num_threads
from ._functions import where

__all__ = ["PureError", "PureFunction", "get_num_threads", "pure", "set_num_threads", "where"]
__version__ = "0.1.0"
