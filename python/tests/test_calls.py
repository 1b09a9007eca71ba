"""Functions are called as they were, and as NumPy's."""

import asyncio
import decimal
import fractions
import inspect
import pydoc
import sys
from asyncio import create_task, gather, run

import numpy as np
import pytest
from functions import HEART, PARSED, Polar, assert_same, damped, heart, number_bits, points, polar, sine, total
from math import cos, sin

from purekernels import PureFunction, pure

ARRAY = points(1000)


def test_program_of_a_hundred_tasks():
    @pure
    async def f(t):
        x = 16 * sin(t) ** 3
        y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
        return (x, y)

    step_size = 0.1

    async def main():
        return await gather(*[create_task(f(t / step_size)) for t in range(0, round(10 / step_size))])

    results = run(main())
    assert type(results) is list and len(results) == 100
    assert all(type(result) is tuple and len(result) == 2 and all(type(value) is float for value in result) for result in results)
    assert results == [PARSED(t / step_size) for t in range(100)]
    assert f.program == PARSED.program


def test_plain_form_on_numbers_lists_and_arrays():
    assert heart.program == PARSED.program == PureFunction.parse(HEART).program
    arrays = ARRAY, ARRAY[::-3], ARRAY.astype("f"), np.array(0.5), np.float64(2)
    for argument in (0.5, 3, True, [0.5, 1.5, -2.5], [[0.5, 1], [2, 3]], *arrays):
        result = heart(argument)
        assert type(result) is tuple and len(result) == 2
        assert_same(result, PARSED(argument))
    assert_same(heart(ARRAY), tuple(map(np.array, zip(*[heart(float(t)) for t in ARRAY]))))


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("argument", [0.5, -0.0, 2, 0, True, False, 1 << 60, float("nan"), float("inf")])
def test_numbers_of_python_give_floats(argument):
    result = sine(argument)
    assert type(result) is float
    assert number_bits(abs(result)) == number_bits(abs(float(sine(np.array([float(argument)]))[0])))


def test_large_ints():
    plus = pure(lambda t: t + 0.0)
    assert plus((1 << 53) + 1) == float((1 << 53) + 1)
    assert plus(1 << 70) == float(1 << 70)
    with pytest.raises(OverflowError):
        plus(10**400)


def test_scalars_of_numpy():
    assert type(sine(np.float64(0.5))) is np.float64 and sine(np.float64(0.5)) == sine(0.5)
    assert type(sine(np.float32(0.5))) is np.float32
    assert type(sine(np.int64(2))) is np.float64
    assert type(sine(np.array(0.5))) is np.float64
    assert all(type(value) is np.float64 for value in heart(np.array(0.5)))
    assert sine(np.array(0.5), out=np.empty(())) == sine(0.5)


def test_keywords_and_defaults():
    expected = damped(1.5, 0.5, scale=2)
    assert damped(1.5) == damped(t=1.5) == damped(1.5, rate=0.5) == damped(rate=0.5, t=1.5) == damped(1.5, 0.5) == expected
    assert damped(1.5, scale=4) == 2 * expected
    assert_same(damped(ARRAY, rate=ARRAY), damped(ARRAY, ARRAY, scale=2.0))
    out = np.empty(1000)
    assert damped(ARRAY, out=out) is out
    assert damped(t=ARRAY, scale=ARRAY, out=out) is out
    assert_same(out, damped(ARRAY, scale=ARRAY))


def test_kinds_of_parameters():
    @pure
    def f(a, /, b=2, *, c, d=4):
        return a + 10 * b + 100 * c + 1000 * d

    assert f(1, c=3) == 4321.0
    assert f(1, 5, d=0, c=3) == f(1, b=5, d=0, c=3) == 351.0
    with pytest.raises(TypeError, match=r"f\(\) missing a required.*'c'"):
        f(1)
    with pytest.raises(TypeError, match=r"f\(\).*'a'"):
        f(a=1, c=3)


@pytest.mark.parametrize("call", [
    lambda: heart(), lambda: heart(1.0, 2.0), lambda: sine(ARRAY, ARRAY.copy()), lambda: sine(ARRAY, np.empty(1000), np.empty(1000)),
    lambda: damped(), lambda: damped(1, 2, 3), lambda: damped(1, 2, 3, 4), lambda: damped(rate=1), lambda: sine(0.5, speed=1),
    lambda: damped(0.5, t=1), lambda: damped(ARRAY, speed=1), lambda: sine(x=1), lambda: total(1), lambda: total(1, 2, 3),
])
def test_wrong_arguments(call):
    with pytest.raises(TypeError, match=r"^(heart|sine|damped|total)\(\) .*"):
        call()


def test_a_result_is_never_written_to_an_argument_too_many():
    target = np.zeros(1000)
    with pytest.raises(TypeError):
        sine(ARRAY, target)
    assert not target.any()


def test_out():
    x, y = np.empty(1000), np.empty(1000)
    result = heart(ARRAY, out=(x, y))
    assert type(result) is tuple and result[0] is x and result[1] is y
    assert_same(result, heart(ARRAY))
    x[:] = 0
    result = heart(ARRAY, out=(None, y))
    assert result[1] is y and result[0] is not x and not x.any()
    assert_same(result, heart(ARRAY))
    single, = sine(ARRAY, out=(x,)),
    assert single is x
    assert_same(sine(ARRAY, out=np.empty(1000, "f")), sine(ARRAY).astype("f"))
    wide = np.empty((3, 1000))
    assert_same(sine(ARRAY, out=wide)[2], sine(ARRAY))
    assert sine(0.5, out=np.empty(2)).tolist() == [sine(0.5)] * 2


def test_defaults_that_are_no_numbers():
    @pure
    def pay(spot, strike=100.0, kind="call"):
        return spot - strike if kind == "call" else strike - spot

    assert pay(110.0) == 10.0 and pay(np.array([90.0]), strike=80)[0] == 10.0
    for call in (lambda: pay(90.0, kind="put"), lambda: pay(90.0, 100.0, "put")):
        with pytest.raises(TypeError, match=r"^pay\(\) .*: pay\(spot, strike=100.0\); 'kind' has a default that is no number"):
            call()
    with pytest.raises(TypeError, match=r"pay\(\) missing a required argument: 'spot'"):
        pay(strike=2)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="notes came with Python 3.11")
@pytest.mark.parametrize("argument, note", [
    (np.array([1.0], object), "'t' is of dtype object: convert it, as by t.astype(float)"),
    (np.longdouble(1), "'t' is of dtype float128"),
    (np.array(["a"]), "'t' is of dtype <U1"),
    (None, "'t' is of type NoneType"),
    ("a", "'t' is of type str"),
])
def test_notes_on_types(argument, note):
    with pytest.raises(TypeError) as error:
        sine(argument)
    assert any(text.startswith(note) for text in error.value.__notes__)


def test_wrong_out():
    good = np.empty(1000)
    read_only = np.empty(1000)
    read_only.flags.writeable = False
    for error, function, out in (
        (ValueError, sine, read_only), (ValueError, sine, np.empty(999)), (TypeError, sine, np.empty(1000, int)), (TypeError, sine, [good]),
        (TypeError, heart, good), (ValueError, heart, (good,)), (TypeError, heart, [good, good]), (ValueError, heart, (good, good)),
        (ValueError, heart, (good, good[::-1])), (ValueError, sine, (good, good)), (TypeError, sine, "text"), (TypeError, heart, (good, 1)),
    ):
        with pytest.raises(error):
            function(ARRAY, out=out)
    parts = np.empty(2000)
    assert_same(heart(ARRAY, out=(parts[::2], parts[1::2])), heart(ARRAY))


def test_in_place():
    t = ARRAY.copy()
    assert sine(t, out=t) is t
    assert_same(t, sine(ARRAY))
    t, other = ARRAY.copy(), np.empty(1000)
    heart(t, out=(other, t))
    assert_same((other, t), heart(ARRAY))


def test_where():
    chosen = ARRAY > 0
    out = np.full(1000, 7.0)
    result = sine(ARRAY, where=chosen, out=out)
    assert result is out
    assert_same(out, np.where(chosen, sine(ARRAY), 7.0))
    x, y = np.full(1000, 7.0), np.full(1000, 8.0)
    heart(ARRAY, where=chosen, out=(x, y))
    assert_same((x, y), tuple(np.where(chosen, value, old) for value, old in zip(heart(ARRAY), (7.0, 8.0))))
    assert sine(0.5, where=True) == sine(0.5)


def test_dtype_casting_order():
    assert sine(ARRAY, dtype="f").dtype == np.float32 and sine(ARRAY.astype("f"), dtype=float).dtype == np.float64
    assert sine(np.arange(4, dtype=np.int8), dtype=float).dtype == np.float64
    assert sine(0.5, dtype="f") == np.float32(sine(0.5))
    for options in ({"dtype": int}, {"dtype": "f", "casting": "no"}, {"dtype": "f", "casting": "safe"}):
        with pytest.raises(TypeError):
            np.sin(ARRAY, **options)
        with pytest.raises(TypeError):
            sine(ARRAY, **options)
    fortran = np.asfortranarray(ARRAY.reshape(10, 100))
    assert sine(fortran).flags.f_contiguous and sine(fortran, order="C").flags.c_contiguous
    assert sine(ARRAY, signature="d->d").dtype == float


def test_threads_option():
    for threads in (1, 2, 1000, np.int64(2)):
        assert_same(heart(points(300_000), threads=threads), heart(points(300_000)))
    assert sine(0.5, threads=1) == sine(0.5)
    for error, threads in ((ValueError, 0), (ValueError, -1), (TypeError, 1.5), (TypeError, "2"), (TypeError, True)):
        with pytest.raises(error, match="number of threads"):
            sine(ARRAY, threads=threads)


def test_parameters_named_as_options():
    @pure
    def f(out, where, threads, dtype=3):
        return out + 10 * where + 100 * threads + 1000 * dtype

    assert f(1, 2, 3) == f(out=1, where=2, threads=3) == 3321.0
    assert_same(f(ARRAY, where=2, threads=ARRAY), f(ARRAY, 2.0, ARRAY, 3.0))
    assert f(1, 2, threads=0, dtype=0) == 21.0


def test_functions_without_inputs():
    constant = pure(lambda: 1.5)
    assert constant() == 1.5 and type(constant()) is float
    assert pure(lambda: (1, 2))() == (1.0, 2.0)
    with pytest.raises(TypeError):
        constant(1.0)
    assert PureFunction.parse("x = 1.5")() == 1.5


def test_constants_as_results():
    assert pure(lambda t: 2)(0.5) == 2.0
    assert_same(pure(lambda t: (2, t))(ARRAY), (np.full(1000, 2.0), ARRAY))
    assert_same(pure(lambda t: (t, t))(ARRAY), (ARRAY, ARRAY))
    first, second = pure(lambda t: (t, t))(ARRAY)
    assert not np.shares_memory(first, second)


def test_named_tuples():
    for x in (3.0, ARRAY):
        result = polar(x, 4.0)
        assert type(result) is Polar
        assert_same(result.radius, np.sqrt(np.asarray(x) ** 2 + 16) if x is ARRAY else 5.0)
    assert type(polar(ARRAY, 4.0, out=(np.empty(1000), None))) is Polar


def test_most_arguments_and_results():
    f = pure(lambda a, b, c, d, e, f, g, h: (a, b, c, d, e, f, g, h + ARRAY_STEP))
    result = f(1, 2, 3, 4, 5, 6, 7, ARRAY)
    assert [value[0] for value in result[:7]] == [1, 2, 3, 4, 5, 6, 7]
    assert_same(result[7], ARRAY + ARRAY_STEP)


ARRAY_STEP = 0.25


@pytest.mark.parametrize("argument", [None, "text", b"text", 1j, [1j], object(), [None], {}, {1: 2}, [[1.0], [1.0, 2.0]], lambda: 1,
                                      decimal.Decimal("0.5"), fractions.Fraction(1, 2), np.array(["a"]), np.array([1, None]),
                                      np.array(["2020-01-01"], "M8[D]"), np.array([1], "m8[s]"), np.array([1.0], np.longdouble)])
def test_what_is_no_number_is_refused_as_by_numpy(argument):
    with pytest.raises((TypeError, ValueError)):
        sine(argument)


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_subclasses():
    class Tagged(np.ndarray):
        def __array_finalize__(self, other):
            self.tag = getattr(other, "tag", None)

    tagged = ARRAY.view(Tagged)
    tagged.tag = "metres"
    assert type(sine(tagged)) is Tagged and sine(tagged).tag == "metres"
    assert all(type(value) is Tagged for value in heart(tagged))
    assert type(sine(tagged, subok=False)) is np.ndarray
    matrix = np.matrix([[1.0, 2.0], [3.0, 4.0]])
    assert type(sine(matrix)) is np.matrix
    assert_same(np.asarray(sine(matrix)), sine(np.asarray(matrix)))


def test_objects_that_override_functions_of_numpy():
    class Mine:
        def __array_ufunc__(self, function, method, *inputs, **options):
            return function.__name__, method, len(inputs)

    assert sine(Mine()) == ("sine", "__call__", 1)
    assert total(1.0, Mine()) == ("total", "__call__", 2)

    class Wrapped:
        def __array__(self, dtype=None):
            return np.array([1.0, 2.0])

    assert_same(sine(Wrapped()), sine([1.0, 2.0]))


def test_masked_arrays():
    masked = np.ma.array([1.0, 2.0, 3.0], mask=[False, True, False])
    result = sine(masked)
    assert type(result) is np.ma.MaskedArray and result.mask.tolist() == [False, True, False]
    assert_same(result.compressed(), sine(np.array([1.0, 3.0])))
    for result in heart(masked):
        assert result.mask.tolist() == [False, True, False]
    other = np.ma.array([1.0, 2.0, 3.0], mask=[True, False, False])
    assert total(masked, other).mask.tolist() == [True, True, False]


def test_pandas():
    pandas = pytest.importorskip("pandas")
    series = pandas.Series([1.0, 2.0, 3.0], index=list("abc"), name="t")
    result = sine(series)
    assert type(result) is pandas.Series and result.index.equals(series.index) and result.name == "t"
    assert_same(result.to_numpy(), sine(series.to_numpy()))
    result = heart(series)
    assert type(result) is tuple and all(value.index.equals(series.index) for value in result)
    assert_same(tuple(value.to_numpy() for value in result), heart(series.to_numpy()))
    assert_same(damped(series, rate=series).to_numpy(), damped(series.to_numpy(), series.to_numpy()))
    shuffled = pandas.Series([1.0, 2.0, 3.0], index=list("cba"))
    assert total(series, shuffled).to_dict() == {"a": 4.0, "b": 4.0, "c": 4.0}
    shuffled.index = list("abd")
    both = damped(series, shuffled, scale=3)
    assert list(both.index) == list("abcd") and both.isna().tolist() == [False, False, True, True]
    assert both["b"] == damped(2.0, 2.0, scale=3)
    frame = pandas.DataFrame({"u": [1.0, 2.0], "v": [3, 4]}, index=[5, 6])
    result = sine(frame)
    assert type(result) is pandas.DataFrame and list(result.columns) == ["u", "v"] and list(result.index) == [5, 6]
    assert result.loc[6, "v"] == sine(4.0)
    assert all(type(value) is pandas.DataFrame for value in heart(frame))
    assert damped(frame, frame).loc[5, "v"] == damped(3.0, 3.0)


def test_what_a_function_tells_of_itself():
    assert str(inspect.signature(damped)) == "(t, rate=0.5, *, scale=2)"
    assert damped.__name__ == "damped" and damped.__qualname__ == "damped" and damped.__module__ == "functions"
    assert damped.__doc__.startswith("A wave that fades.") and inspect.getdoc(damped).endswith("More about it.")
    assert damped.__wrapped__(1.0) == pytest.approx(damped(1.0))
    assert repr(damped) == "<pure function damped(t, rate=0.5, *, scale=2)>"
    assert inspect.getsourcefile(inspect.unwrap(damped)).endswith("functions.py") and callable(damped)
    assert PARSED.__wrapped__ is None and str(inspect.signature(PARSED)) == "(t)"
    text = pydoc.plain(pydoc.render_doc(damped))
    assert "A wave that fades." in text and "damped(t, rate=0.5, *, scale=2)" in text
    assert heart.inputs == ("t",) and heart.outputs == ("x", "y") and heart.returns is tuple and sine.returns is float
    assert polar.returns is Polar and polar.outputs == ("radius", "angle")


def test_results_own_their_memory():
    x, y = heart(ARRAY)
    assert x.flags.owndata and x.flags.writeable and not np.shares_memory(x, y) and not np.shares_memory(x, ARRAY)


def test_pure_of_pure():
    assert pure(sine) is sine
    exact = pure(sine, correctly_rounded=True)
    assert exact is not sine and exact.correctly_rounded and not sine.correctly_rounded
    assert exact.program != sine.program
    assert pure(correctly_rounded=True)(lambda t: sin(t)).program == exact.program
    assert abs(exact(0.5) - sine(0.5)) <= 2e-16


def test_errors_do_not_outlive_the_function():
    def error():
        function = pure(lambda t: t + 1)
        try:
            function("text")
        except TypeError as raised:
            return raised

    errors = [error() for _ in range(100)]
    assert all("<lambda>" in str(raised) for raised in errors)


def test_coroutines_are_of_asyncio():
    @pure
    async def f(t):
        return t + 1

    assert asyncio.iscoroutinefunction(f) and run(f(1)) == 2.0


def test_reductions_go_one_by_one():
    # Only who overrides NumPy's functions ever sees this one.
    seen = []

    class Catcher:
        def __array_ufunc__(self, ufunc, method, *inputs, **options):
            seen.append(ufunc)
            return 0.0

    pure(lambda a, b: a + 2 * b)(Catcher(), 1.0)
    values = np.arange(1.0, 2000.0)
    assert seen[0].reduce(values) == 1.0 + 2 * values[1:].sum()
    assert (seen[0].accumulate(values) == np.add.accumulate(np.r_[1.0, 2 * values[1:]])).all()
