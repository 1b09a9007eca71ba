"""What NumPy has, and a pure function has not: arrays, and functions about them."""

from refusals import refused

array = None
try:
    import numpy

    array = numpy.array([1.0, 2.0])
except ImportError:
    numpy = None


@refused("with", "put np.errstate around the call")
def quiet(t):
    with numpy.errstate(divide="ignore", invalid="ignore"):  # here
        return 1 / t


if numpy is not None:

    @refused("array", "an ndarray, which can change")
    def reads_array(t):
        return t * array[0]  # here

    @refused("array", "an ndarray, which can change")
    def writes_array(t):
        array[0] = 3.0  # here
        return t

    @refused("array", "an ndarray, which can change")
    def adds_array(t):
        return array + t  # here

    @refused("numpy.random", "compute it before")
    def random_of_numpy(t):
        return t + numpy.random.normal()  # here

    @refused("numpy.mean", "write it outside")
    def centred(t):
        return t - numpy.mean(t)  # here

    @refused("numpy.asarray", "leave it out: arguments are numbers here")
    def as_array(t):
        return numpy.asarray(t, dtype=float) + 1  # here

    @refused("numpy.array", "pass its elements")
    def array_of_two(t):
        return numpy.array([t, 1.0])[0]  # here

    @refused("numpy.atleast_1d", "leave it out: arguments are numbers here")
    def at_least_1d(t):
        return numpy.atleast_1d(t) + 1  # here

    @refused("numpy.zeros_like", "write 0.0")
    def zeros(t):
        return numpy.zeros_like(t) + t  # here

    @refused("numpy.full_like", "write the number")
    def full(t):
        return numpy.full_like(t, 3) + t  # here

    @refused("numpy.int64", "write trunc(x)")
    def as_int(t):
        return numpy.int64(t)  # here

    @refused("numpy.piecewise", "write if and elif")
    def pieces(t):
        return numpy.piecewise(t, [t < 0, t >= 0], [-1, 1])  # here

    @refused("numpy.polyval", "write a loop (Horner)")
    def polynomial(t):
        return numpy.polyval((1.0, 2.0), t)  # here

    @refused("numpy.any", "leave it out")
    def any_of_numpy(t):
        return 1.0 if numpy.any(t > 0) else t  # here

    @refused("sinn", "has no attribute 'sinn'")
    def misspelled(t):
        return numpy.sinn(t)  # here

    @refused("numpy.arcsin", "compute it outside, as a constant of the module")
    def angle_of_a_constant(t):
        return t * numpy.arcsin(0.5)  # here

    @refused("numpy.logaddexp", "which is NaN where both are the same infinity")
    def sum_of_logarithms(t):
        return numpy.logaddexp(t, 1.0)  # here

    @refused("numpy.arctan2", "there is no kernel yet: end the function before it, and call np.arctan2 on the result")
    def angle_of_numpy(t):
        return numpy.arctan2(t, 1.0)  # here

    @refused("numpy.roll", "is about arrays")
    def rolled(t):
        return numpy.roll(t, 1)  # here
