"""Arrays of Dask: lazily, chunk by chunk, each on one thread, since Dask has threads of its own."""

import numpy
from dask import array


def is_array(value):
    """Whether a value is an array of Dask."""
    return isinstance(value, array.Array)


def evaluate(function, arguments, options):
    """The results, not yet computed."""
    unknown = sorted(set(options) - {"dtype"})
    if unknown:
        raise TypeError(f"{function.__name__}() over arrays of Dask has no option {unknown[0]!r}")
    arguments = array.broadcast_arrays(*[argument if is_array(argument) else array.asarray(argument) for argument in arguments])
    block = Block(function, options)
    samples = block(*[numpy.zeros(0, argument.dtype) for argument in arguments])
    samples = samples if isinstance(samples, tuple) else (samples,)
    signature = ",".join(["()"] * len(arguments)) + "->" + ",".join(["()"] * len(samples))
    if len(samples) == 1:
        signature, dtypes = signature[:-2] + "()", samples[0].dtype
    else:
        dtypes = [sample.dtype for sample in samples]
    return array.apply_gufunc(block, signature, *arguments, output_dtypes=dtypes)


class Block:
    """What is done with a chunk, in whatever process."""

    def __init__(self, function, options):
        self._function = function
        self._options = options

    def __call__(self, *arguments):
        function = self._function
        result = function._of_arrays(function._loaded(), arguments, {**self._options, "threads": 1})
        return result

    def __dask_tokenize__(self):
        return (self._function.__dask_tokenize__(), sorted(self._options.items()))

    @property
    def __name__(self):
        return self._function.__name__
