"""Arrays of any layout and dtype: results, result dtypes, errors and warnings are those of NumPy's own functions."""

import warnings

import numpy as np
import pytest
from functions import assert_same, exponential, heart, inverse, logarithm, mixed, points, sine, total

SHORT, LONG = 500, 10_000
DTYPES = "?bBhHiIlLqQefd"
NUMBERS = np.dtype("d"), np.dtype("f")


def result_dtype(dtype):
    """That of NumPy's sin, but for what it makes float16 of: that gives float32."""
    dtype = np.sin(np.ones(1, dtype)).dtype
    return np.dtype("f") if dtype == np.float16 else dtype


def random_array(random, shape=None, dtype=None):
    """An array of any layout: what it is a view of comes second."""
    dtype = np.dtype(dtype or random.choice(list(DTYPES)))
    if shape is None:
        shape = tuple(int(n) for n in random.integers(0, random.choice([3, 8, 40]), random.integers(0, 4)))
        if len(shape) == 1 and random.random() < 0.3:
            shape = int(random.integers(8000, 20_000)),
    steps = [int(random.choice([1, 1, 1, 2, 3, -1, -2])) for _ in shape]
    starts = [int(random.integers(0, 3)) for _ in shape]
    order = random.permutation(len(shape))
    whole = [start + max(n, 1) * abs(step) for n, step, start in zip(shape, steps, starts)]
    values = random.uniform(-50, 50, [whole[axis] for axis in order])
    if dtype.kind in "u?":
        values = np.abs(values)
    base = values.astype(dtype)
    if random.random() < 0.15:
        memory = np.empty(base.nbytes + 8, np.uint8)
        unaligned = memory[3:3 + base.nbytes].view(dtype).reshape(base.shape)
        unaligned[...] = base
        base = unaligned
    if random.random() < 0.15:
        base = base.astype(dtype.newbyteorder())
    view = base.transpose(np.argsort(order)) if len(shape) else base
    view = view[(..., *(slice(start, start + n * abs(step), abs(step)) for n, step, start in zip(shape, steps, starts)))]
    view = view[(..., *(slice(None, None, -1 if step < 0 else 1) for step in steps))]
    assert view.shape == shape
    if view.ndim and random.random() < 0.15:
        axis = int(random.integers(view.ndim))
        if view.shape[axis]:
            view = np.broadcast_to(view.take([0], axis=axis), view.shape)
    return view


def plain(array):
    """Its values as doubles, one after the other."""
    return np.ascontiguousarray(array, dtype=float).reshape(-1)


def expected_of(function, *arrays):
    """What it is by definition: of doubles in a row."""
    shape = np.broadcast_shapes(*(array.shape for array in arrays))
    result = function(*(plain(np.broadcast_to(array, shape)) for array in arrays))
    return result.reshape(shape)


def check_layout(random):
    array = random_array(random)
    with np.errstate(all="ignore"):
        theirs = np.sin(array)
    ours = sine(array)
    assert isinstance(ours, np.ndarray) == isinstance(theirs, np.ndarray) and ours.shape == theirs.shape
    assert ours.dtype == result_dtype(array.dtype)
    assert ours.strides == theirs.strides or theirs.dtype == np.float16
    assert_same(ours, expected_of(sine, array).astype(ours.dtype))


def check_out(random):
    array = random_array(random, dtype=random.choice(list("fdlhf")))
    target = random_array(random, array.shape, random.choice(["d", "f"])).copy(order="K")
    target = target[::-1] if target.ndim and random.random() < 0.3 else target
    chosen = random.random(array.shape) < 0.5 if random.random() < 0.4 else True
    theirs, ours = target.copy(), target.copy()
    np.sin(array, out=theirs, where=chosen)
    assert sine(array, out=ours, where=chosen) is ours
    expected = expected_of(sine, array).astype(result_dtype(array.dtype))
    assert_same(ours, np.where(chosen, expected.astype(ours.dtype), target))
    assert np.allclose(ours, theirs, rtol=1e-2, atol=1e-2, equal_nan=True)


def check_overlap(random):
    # A result that is a part of what the input is a part of.
    memory = points(int(random.choice([10, 100, 1000, 20_000])), seed=int(random.integers(1 << 30)))
    count = int(random.integers(0, len(memory) // 3 + 1))
    views = []
    for _ in range(2):
        step = int(random.choice([1, 1, 1, 2, 3, -1, -2]))
        start = int(random.integers(0, len(memory) - count * abs(step) + 1)) if count else 0
        view = memory[start:start + count * abs(step)][::step][:count]
        views.append(view)
    source, target = views
    expected = sine(source.copy())
    sine(source, out=target, threads=int(random.integers(1, 3)))
    assert_same(target, expected)


def check_two(random):
    shape = tuple(int(n) for n in random.integers(1, 12, random.integers(0, 4)))
    arrays = []
    for number in (0, 0.2):
        own = tuple(1 if random.random() < 0.3 else n for n in shape)[int(random.integers(0, len(shape) + 1)):]
        is_number = random.random() < number
        arrays.append(float(random.uniform(-9, 9)) if is_number else random_array(random, own, random.choice(list("dfilB"))))
    theirs = np.arctan2(*arrays)
    ours = total(*arrays)
    assert ours.shape == theirs.shape
    assert ours.dtype == (np.float32 if theirs.dtype == np.float16 else theirs.dtype)
    # Numbers of Python's follow the arrays.
    expected = expected_of(total, *(np.asarray(array, np.float32 if ours.dtype == np.float32 else None) for array in arrays))
    assert_same(ours, expected.astype(ours.dtype))


CHECKS = (check_layout, check_out, check_overlap, check_two)


@pytest.mark.parametrize("check", CHECKS)
def test_random_layouts(check):
    for seed in range(SHORT):
        run_seed(check, seed)


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS)
def test_many_random_layouts(check):
    for seed in range(SHORT, LONG):
        run_seed(check, seed)


def run_seed(check, seed):
    with np.errstate(all="ignore"), warnings.catch_warnings():
        # Of floats as large as this, bytes are undefined.
        warnings.simplefilter("ignore")
        try:
            check(np.random.default_rng(seed))
        except Exception as error:
            raise AssertionError(f"{check.__name__}, seed {seed}") from error


@pytest.mark.parametrize("dtype", list(DTYPES))
def test_dtypes(dtype):
    array = np.array([0, 1, 1, 0], dtype)
    for function in (sine, heart, mixed, total):
        results = function(*[array] * len(function.inputs))
        for result in results if isinstance(results, tuple) else (results,):
            assert result.dtype == result_dtype(dtype)


def test_mixed_dtypes():
    for one in DTYPES:
        for other in DTYPES:
            arrays = np.ones(3, one), np.ones(3, other)
            theirs = np.arctan2(*arrays).dtype
            assert total(*arrays).dtype == (np.float32 if theirs == np.float16 else theirs), (one, other)
    single = np.ones(3, "f")
    assert total(single, 0.1).dtype == total(0.1, single).dtype == total(single, 2).dtype == np.float32
    assert total(single, np.ones(3)).dtype == np.float64


@pytest.mark.parametrize("dtype", ["g", "F", "D", "G", "O", "S3", "U3", "M8[s]", "m8[s]", "V8", [("a", "f8")]])
def test_dtypes_that_are_refused(dtype):
    with pytest.raises(TypeError):
        sine(np.zeros(3, dtype))


def test_dtypes_as_options_of_others():
    # A long double is converted if that is asked for.
    assert sine(np.array([0.5], "g"), dtype="d", casting="same_kind")[0] == sine(0.5)
    with pytest.raises(TypeError):
        sine(np.array([0.5], "g"), dtype="d", casting="safe")


def test_integers_are_exact():
    plus = total
    numbers = np.array([1 << 53, (1 << 53) + 1, -(1 << 60) - 1, 0], np.int64)
    assert_same(plus(numbers, 0), numbers.astype(float) + 0.0)
    unsigned = np.array([(1 << 64) - 1, 1 << 63], np.uint64)
    assert_same(plus(unsigned, 0), unsigned.astype(float))


def test_empty_arrays():
    for shape in ((0,), (0, 3), (3, 0, 2)):
        result = heart(np.zeros(shape))
        assert all(value.shape == shape and value.dtype == float for value in result)
    assert total(np.zeros((0, 1)), np.zeros(4)).shape == (0, 4)
    with pytest.raises(ValueError):
        total(np.zeros(3), np.zeros(4))


def test_many_dimensions():
    array = points(64).reshape((2,) * 6 + (1,) * 20)
    assert_same(sine(array).reshape(-1), sine(array.reshape(-1)))


# Of one argument each: at every one of them another condition holds.
SPECIAL = (
    0.0, -0.0, 1.0, -1.0, 0.5, np.inf, -np.inf, np.nan, 709.0, 710.0, -710.0, -745.0, -746.0, -800.0, 1e308, -1e308, 5e-324, -5e-324,
)
PAIRS = ((sine, np.sin), (logarithm, np.log), (exponential, np.exp), (inverse, lambda t: 1 / t))
ARRANGEMENTS = (
    lambda value: np.array([value]),
    lambda value: np.array([1.0] * 600 + [value] + [1.0] * 600),
    lambda value: np.array([value, 1.0] * 700)[::2],
    lambda value: np.array([[1.0, value, 1.0]] * 5)[:, ::-1].T,
    lambda value: np.array(value),
    lambda value: np.array([1.0] * 20_000 + [value]).astype(">f8"),
    lambda value: np.array([value] + [1.0] * 20_000).astype(">f8"),
)


# That a result is rounded to a subnormal is nothing that NumPy tells by default.
def told(function, array):
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="warn", under="ignore"):
        warnings.simplefilter("always")
        function(array)
    assert all(warning.category is RuntimeWarning for warning in caught)
    return sorted(str(warning.message).split(" encountered")[0] for warning in caught)


@pytest.mark.parametrize("ours,theirs", PAIRS, ids=lambda function: getattr(function, "__name__", ""))
def test_warnings_are_those_of_numpy(ours, theirs):
    for value in SPECIAL:
        for arrangement in ARRANGEMENTS:
            array = arrangement(value)
            assert told(ours, array) == told(theirs, array), (value, array.shape)


def test_warnings_of_floats():
    assert told(exponential, np.array([89.0], "f")) == told(np.exp, np.array([89.0], "f")) == ["overflow"]
    assert told(exponential, np.array([88.0], "f")) == []
    for arrangement in ARRANGEMENTS:
        array = arrangement(89.0).astype("f")
        assert told(exponential, array) == told(np.exp, array) == ["overflow"]
        assert told(exponential, np.minimum(array, np.float32(88))) == []
    assert told(exponential, np.array([np.inf, np.nan, -200.0], "f")) == []
    assert told(inverse, np.array([0], int)) == ["divide by zero"]


def test_warnings_name_the_function():
    with pytest.warns(RuntimeWarning, match="divide by zero encountered in logarithm"):
        logarithm(np.array([0.0]))


@pytest.mark.parametrize("where", [True, np.array([True, False, True])])
def test_errors_are_raised_and_nothing_is_left_over(where):
    with np.errstate(all="raise"):
        for _ in range(3):
            with pytest.raises(FloatingPointError, match="divide by zero"):
                logarithm(np.array([0.0, 1.0, 2.0]), where=where)
            assert logarithm(np.array([1.0])) == 0.0
            assert np.log(np.array([1.0])) == 0.0
            with pytest.raises(FloatingPointError, match="invalid"):
                sine(np.array([np.inf] * 10_000))
            assert_same(sine(np.ones(10_000)), np.full(10_000, sine(1.0)))


def test_nothing_is_told_of_numbers():
    with np.errstate(all="raise"):
        assert logarithm(0.0) == -np.inf and np.isnan(logarithm(-1.0)) and exponential(1000) == np.inf and inverse(-0.0) == -np.inf
        # Nor is anything left over for NumPy's next function.
        assert np.exp(np.array([0.0])) == 1.0


def test_masked_elements_tell_nothing():
    with np.errstate(all="raise"):
        assert logarithm(np.array([0.0, 1.0]), where=[False, True], out=np.zeros(2)).tolist() == [0.0, 0.0]


def test_errors_can_be_called_back():
    seen = []
    before = np.seterrcall(lambda text, flags: seen.append((text, flags)))
    try:
        with np.errstate(all="call"):
            logarithm(np.array([0.0, 1.0]))
            np.log(np.array([0.0, 1.0]))
    finally:
        np.seterrcall(before)
    assert len(seen) == 2 and seen[0] == seen[1]
