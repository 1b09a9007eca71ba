"""Programs that have been loaded: universal functions of NumPy, and calls with single numbers."""

import ctypes
import weakref

import numpy
from numpy import may_share_memory, shares_memory

from . import _native, _threads

_FLOAT, _LONG, _DOUBLE = (numpy.dtype(kind).num for kind in ("f", "l", "d"))
_ELEMENTWISE = -1  # PyUFunc_None: no identity.

_alive = weakref.WeakSet()


class _Program:
    """A program of the library's, and what NumPy keeps the addresses of: it lives as long as the universal function."""

    def __init__(self, library, program, name, doc, inputs, outputs):
        self.library = library
        self.handle = None
        self.handle = library.create(program)
        self._memory = (
            (ctypes.c_void_p * 3)(*library.loops),
            (ctypes.c_void_p * 3)(*[self.handle] * 3),
            # For floats, integers, doubles: the types of the inputs, then of the results.
            ctypes.create_string_buffer(bytes([_FLOAT] * (inputs + outputs) + [_LONG] * inputs + [_DOUBLE] * (inputs + 2 * outputs))),
            ctypes.create_string_buffer(name.encode(errors="replace")),
            ctypes.create_string_buffer(doc.encode(errors="replace") if isinstance(doc, str) else b""),
        )
        self.addresses = [ctypes.addressof(memory) for memory in self._memory]

    def __del__(self):
        if self.handle is not None and self.library is not None:
            self.library.free(self.handle)


class Kernel:
    """A program within the library of this process."""

    def __init__(self, program, name, doc, inputs, outputs, returns):
        self.library = _native.library()
        self.returns = returns
        self._program = _Program(self.library, program, name, doc, inputs, outputs)
        self._handle = self._program.handle
        self._pointer = ctypes.c_void_p(self._handle)
        self._arguments = ctypes.c_double * inputs
        self._results = ctypes.c_double * outputs
        loops, data, types, c_name, c_doc = self._program.addresses
        self.ufunc = _new_ufunc(loops, data, types, 3, inputs, outputs, _ELEMENTWISE, c_name, c_doc, 0)
        _keep_alive(self.ufunc, self._program, c_name)
        _alive.add(self)

    def forget(self):
        """Leaves a library that a fork has made unusable."""
        self.library = self._program.library = None

    def invoke(self, arguments):
        """The results of single numbers."""
        results = self._results()
        status = self.library.invoke(self._pointer, self._arguments(*arguments), results)
        if status:
            self.library.check(status)
        return tuple(results[:])

    def evaluate(self, arguments, options):
        """The results of arrays, by NumPy's rules; one option, the number of threads, is not NumPy's."""
        library = self.library
        threads = None
        if options:
            threads = options.pop("threads", None)
            if threads is not None:
                library.set_own_threads(_threads.checked(threads))
            if type(options.get("out")) is tuple:
                _check_outputs(options["out"])
        try:
            return self.ufunc(*arguments, **options)
        finally:
            if threads is not None:
                library.set_own_threads(0)
            if library.failures.value:
                library.check_loop()

    @property
    def program(self):
        """The bytes of the program as the library writes it: the same for equal functions."""
        return self.library.bytes_of(self._handle)

    def explain(self):
        """What is computed, and how."""
        return self.library.text_of(self._handle, True)

    def __str__(self):
        return self.library.text_of(self._handle, False)


def _check_outputs(outputs):
    for place, one in enumerate(outputs):
        for other in outputs[:place]:
            if may_share_memory(one, other) and shares_memory(one, other):
                raise ValueError("two results cannot have the same memory: arrays of out overlap")


def parsed_program(text, correctly_rounded):
    """The bytes of a text's program."""
    library = _native.library()
    handle = library.parse(text, correctly_rounded)
    try:
        return library.bytes_of(handle)
    finally:
        library.free(handle)


def _forget_all():
    for kernel in list(_alive):
        kernel.forget()
    _alive.clear()


_native.at_fork(_forget_all)


def _ufunc_constructor():
    # Slot 1 of NumPy's table of functions is PyUFunc_FromFuncAndData, in both versions.
    core = getattr(numpy, "_core", None) or numpy.core
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, (ctypes.py_object, ctypes.c_char_p)
    table = ctypes.cast(pointer(core._multiarray_umath._UFUNC_API, None), ctypes.POINTER(ctypes.c_void_p))
    address, number = ctypes.c_void_p, ctypes.c_int
    prototype = ctypes.PYFUNCTYPE(
        ctypes.py_object, address, address, address, number, number, number, number, address, address, number)
    return prototype(table[1])


_new_ufunc = _ufunc_constructor()

# Where a universal function has its name, and an object that it owns: behind object's own fields, unchanged since NumPy 1.0.
_NAME, _OWNED = (object.__basicsize__ + offset for offset in (40, 72))


def _keep_alive(ufunc, program, name):
    # Errors of NumPy's, for one, refer to universal functions, and may outlive the function that has been called.
    owned = ctypes.c_void_p.from_address(id(ufunc) + _OWNED)
    if ctypes.c_void_p.from_address(id(ufunc) + _NAME).value != name or owned.value is not None:
        _immortal.append(program)
        return
    owned.value = id(program)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(program))


_immortal = []
