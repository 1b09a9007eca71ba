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
    numbers = {place: argument for place, argument in enumerate(arguments) if isinstance(argument, (int, float, numpy.generic))}
    others = [argument for place, argument in enumerate(arguments) if place not in numbers]
    arrays = array.broadcast_arrays(*(other if is_array(other) else array.asarray(other) for other in others))
    block = Block(function._snapshot(), numbers, options)
    with numpy.errstate(all="ignore"):
        samples = block(*[numpy.zeros((0,) * one.ndim, one.dtype) for one in arrays])
    samples = samples if isinstance(samples, tuple) else (samples,)
    dtypes = [sample.dtype for sample in samples]
    if len(samples) == 1:
        results, dtypes = "()", dtypes[0]
    else:
        results = ",".join(["()"] * len(samples))
    return array.apply_gufunc(block, ",".join(["()"] * len(arrays)) + "->" + results, *arrays, output_dtypes=dtypes)


class Block:
    """What is done with a chunk, in whatever process. Numbers stay what they are, since dtypes do not follow them."""

    def __init__(self, function, numbers, options):
        self._function = function
        self._numbers = numbers
        self._options = options

    def __call__(self, *arrays):
        function = self._function
        left = iter(arrays)
        arguments = [self._numbers[place] if place in self._numbers else next(left) for place in range(len(arrays) + len(self._numbers))]
        return function._loaded().evaluate(arguments, {**self._options, "threads": 1})

    def __dask_tokenize__(self):
        return self._function.__dask_tokenize__(), sorted(self._numbers.items()), sorted(self._options.items())

    @property
    def __name__(self):
        return self._function.__name__
