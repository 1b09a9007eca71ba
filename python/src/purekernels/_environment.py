"""The floating-point environment: a program has the same constants whatever other libraries have made of the thread's."""

import contextlib
import ctypes
from typing import Iterator

_LIBM = ctypes.CDLL("libm.so.6")
_DEFAULT = ctypes.c_void_p(-1)  # FE_DFL_ENV of the GNU C library.
_BYTES = 128  # Of a fenv_t, which takes 32.


@contextlib.contextmanager
def default_environment() -> Iterator[None]:
    """Rounding to nearest, with subnormal numbers, for a while."""
    state = ctypes.create_string_buffer(_BYTES)
    _LIBM.fegetenv(state)
    _LIBM.fesetenv(_DEFAULT)
    try:
        yield
    finally:
        _LIBM.fesetenv(state)
