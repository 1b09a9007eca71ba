"""The native library: one file for each level of instruction sets, chosen by the processor's flags, loaded when it is first needed."""

import contextlib
import ctypes
import os
import signal
from pathlib import Path

from . import _threads
from ._lock import lock

ABI_VERSION = 1

# What a level's file was compiled for, as /proc/cpuinfo names it: the last level first.
LEVELS = {
    "v4": ("avx2", "fma", "bmi1", "bmi2", "avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"),
    "v3": ("avx2", "fma", "bmi1", "bmi2"),
}

# Address space that the library takes when it is first called: where there is less, its runtime would end the process.
ADDRESS_SPACE = 400 << 20

_DIRECTORY = Path(__file__).parent / "_lib"


class NativeError(RuntimeError):
    """The native library cannot be used here; the message says why."""


class Library:
    """A copy of the library within this process."""

    def __init__(self, path, name):
        try:
            # Its runtime cannot be unloaded.
            handle = ctypes.CDLL(path, mode=os.RTLD_NOW | os.RTLD_LOCAL | os.RTLD_NODELETE)
            version = handle.kn_abi_version()
        except (OSError, AttributeError) as error:
            raise NativeError(f"purekernels: {name} cannot be loaded: {error}") from error
        if version != ABI_VERSION:
            raise NativeError(f"purekernels: {name} has the interface's version {version}, not {ABI_VERSION}: install the package anew")
        self._handle = handle
        try:
            self._bind(handle)
        except AttributeError as error:
            raise NativeError(f"purekernels: {name} cannot be loaded: {error}") from error
        interpreter = (_address(name) for name in ("PyGILState_Ensure", "PyErr_CheckSignals", "PyErr_Fetch", "PyGILState_Release"))
        self._set_host(*interpreter)
        self.set_threads(_threads.number())

    def _bind(self, handle):
        self.loops = tuple(ctypes.cast(getattr(handle, f"kn_loop_{kind}"), ctypes.c_void_p).value for kind in "fld")
        # Its arguments are C's already: to have them converted would take as long as the call.
        self.invoke = handle.kn_program_invoke
        self.free = _declare(handle.kn_program_free, None, ctypes.c_void_p)
        self.set_own_threads = _declare(handle.kn_threads_set_own, None, ctypes.c_int)
        self.set_threads = _declare(handle.kn_threads_set, None, ctypes.c_int)
        self.allocated_bytes = _declare(handle.kn_allocated_bytes, ctypes.c_int64)
        self.vector_bits = handle.kn_vector_bits()
        self._create = _declare(handle.kn_program_create, ctypes.c_int, ctypes.c_char_p, ctypes.c_ssize_t, ctypes.c_void_p)
        self._parse = _declare(handle.kn_program_parse, ctypes.c_int, ctypes.c_char_p, ctypes.c_ssize_t, ctypes.c_int, ctypes.c_void_p)
        self._bytes = _declare(handle.kn_program_bytes, ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_ssize_t)
        self._text = _declare(handle.kn_program_text, ctypes.c_ssize_t, ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_ssize_t)
        self._error = _declare(handle.kn_error, ctypes.c_ssize_t, ctypes.c_char_p, ctypes.c_ssize_t)
        self._loop_status = _declare(handle.kn_loop_status, ctypes.c_int)
        self._take = _declare(handle.kn_host_take, None, ctypes.c_void_p)
        self.failures = ctypes.c_int.from_address(_declare(handle.kn_loop_failures, ctypes.c_void_p)())
        self._set_host = _declare(handle.kn_host_set, None, *[ctypes.c_void_p] * 4)

    def create(self, program):
        """The handle of a program's bytes."""
        handle = ctypes.c_void_p()
        self.check(self._create(program, len(program), ctypes.byref(handle)))
        return handle.value

    def parse(self, text, correctly_rounded):
        """The handle of a text's program."""
        handle = ctypes.c_void_p()
        encoded = text.encode()
        self.check(self._parse(encoded, len(encoded), int(correctly_rounded), ctypes.byref(handle)))
        return handle.value

    def bytes_of(self, handle):
        """The bytes of a program."""
        buffer = ctypes.create_string_buffer(self._bytes(handle, None, 0))
        self._bytes(handle, buffer, len(buffer))
        return buffer.raw

    def text_of(self, handle, explains):
        """A program as a text, or what is computed and how."""
        return _read(lambda buffer, capacity: self._text(handle, explains, buffer, capacity))

    def check(self, status):
        """Raises the exception that a status stands for."""
        if status == 0:
            return
        if status == 3:
            pending = (ctypes.c_void_p * 3)()
            self._take(pending)
            restore = ctypes.pythonapi.PyErr_Restore
            restore.argtypes, restore.restype = [ctypes.c_void_p] * 3, None
            restore(*pending)
        text = _read(self._error)
        raise {1: ValueError, 2: MemoryError}.get(status, RuntimeError)(text)

    def check_loop(self):
        """Raises what the calling thread's loops have met; call it where `failures` is not 0."""
        self.check(self._loop_status())


def library():
    """The library of this process, loaded if it has not been."""
    return _library or _load()


def is_loaded():
    """Whether it has been loaded."""
    return _library is not None


def level():
    """The level of instruction sets of the file that is used here."""
    flags = _processor_flags()
    wanted = os.environ.get("KERNELS_LEVEL") or None
    if wanted is not None and wanted not in LEVELS:
        raise NativeError(f"purekernels: KERNELS_LEVEL is {wanted!r}, not one of {', '.join(LEVELS)}")
    for name, needed in LEVELS.items():
        missing = [flag for flag in needed if flag not in flags]
        if wanted == name and missing:
            raise NativeError(f"purekernels: KERNELS_LEVEL is {wanted}, but this processor lacks {', '.join(missing)}")
        if not missing and wanted in (None, name):
            return name
    missing = [flag for flag in LEVELS["v3"] if flag not in flags]
    raise NativeError(f"purekernels needs a processor with AVX2 and FMA (x86-64-v3); this one lacks {', '.join(missing)}")


def at_fork(forget):
    """Has something called in every forked child that has inherited a loaded library, which it must not enter."""
    _forgotten.append(forget)


_library = None
_is_forked = False
_forgotten = []


def _load():
    global _library
    with lock:
        if _library is None:
            path = _DIRECTORY / f"kernels-{level()}.so"
            if not path.exists():
                raise NativeError(f"purekernels: {path} is missing: install the package anew")
            _check_size(path)
            _check_address_space()
            _check_threads()
            with _undisturbed():
                _library = _load_copy(path) if _is_forked else Library(str(path), path.name)
        return _library


# Signals that the runtime uses itself, and those of a thread's own mistakes.
_RUNTIME_SIGNALS = frozenset(
    (signal.SIGRTMIN, signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT, signal.SIGSYS))


@contextlib.contextmanager
def _undisturbed():
    # The runtime's threads take no signals from the program, which may have blocked them to wait for them; and settings of other programs
    # for its heap (DOTNET_GC…) would have it end the process.
    settings = {name: value for name, value in os.environ.items() if name.upper().startswith(("DOTNET_GC", "COMPLUS_GC"))}
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals() - _RUNTIME_SIGNALS)
    try:
        for name in settings:
            os.unsetenv(name)
        yield
    finally:
        for name, value in settings.items():
            os.putenv(name, value)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


def _load_copy(path):
    # The dynamic linker knows files by their inodes: a copy is another library, with a runtime of its own.
    try:
        file = os.memfd_create(path.name)
    except (AttributeError, OSError):
        return _load_temporary_copy(path)
    try:
        with open(file, "wb", closefd=False) as copy:
            copy.write(path.read_bytes())
        try:
            return Library(f"/proc/self/fd/{file}", path.name)
        except NativeError:
            return _load_temporary_copy(path)
    finally:
        os.close(file)


def _load_temporary_copy(path):
    import tempfile

    with tempfile.NamedTemporaryFile(prefix=f"{path.stem}.", suffix=".so") as copy:
        copy.write(path.read_bytes())
        copy.flush()
        return Library(copy.name, path.name)


def _after_fork():
    global _library, _is_forked
    if _library is not None:
        _library, _is_forked = None, True
        for forget in _forgotten:
            forget()


os.register_at_fork(after_in_child=_after_fork)


def _processor_flags():
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:
            for line in file:
                if line.startswith("flags"):
                    return frozenset(line.partition(":")[2].split())
    except OSError as error:
        raise NativeError(f"purekernels: what the processor can do stands in /proc/cpuinfo, which cannot be read: {error}") from error
    return frozenset()


def _check_size(path):
    # The dynamic linker maps a file as it describes itself: where its end is missing, that ends the process.
    with open(path, "rb") as file:
        header = file.read(64)
        size = os.fstat(file.fileno()).st_size
    is_library = len(header) == 64 and header[:5] == b"\x7fELF\x02"
    if not is_library or size < _end_of(header):
        raise NativeError(f"purekernels: {path} is damaged: install the package anew")


# Of an ELF file: the table of its sections is last, and its header says where that is, how long an entry is, and how many there are.
def _end_of(header):
    start, length, count = (int.from_bytes(header[place], "little") for place in (slice(40, 48), slice(58, 60), slice(60, 62)))
    return start + length * count


def _check_threads():
    # The runtime starts a thread of its own; where none is to be had, it ends the process.
    thread = ctypes.c_void_p()
    if ctypes.pythonapi.pthread_create(ctypes.byref(thread), None, ctypes.pythonapi.getpid, None):
        raise NativeError("purekernels: the native library needs a thread of its own, and a limit (ulimit -u) allows no other")
    ctypes.pythonapi.pthread_join(thread, None)


def _check_address_space():
    import resource

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit == resource.RLIM_INFINITY:
        return
    with open("/proc/self/statm", encoding="ascii") as file:
        used = int(file.read().split()[0]) * resource.getpagesize()
    if limit - used < ADDRESS_SPACE:
        raise MemoryError(
            f"purekernels takes {ADDRESS_SPACE >> 20} MiB of address space, and the limit of the process (ulimit -v) leaves "
            f"{max(limit - used, 0) >> 20} MiB"
        )


def _declare(function, result, *arguments):
    function.restype, function.argtypes = result, arguments
    return function


def _address(name):
    return ctypes.cast(getattr(ctypes.pythonapi, name), ctypes.c_void_p)


def _read(write):
    buffer = ctypes.create_string_buffer(1024)
    length = write(buffer, len(buffer))
    if length >= len(buffer):
        buffer = ctypes.create_string_buffer(length + 1)
        write(buffer, len(buffer))
    return buffer.value.decode()
