"""Arrays of Dask: lazily, chunk by chunk, with the bits of the plain call."""

from math import sin

import numpy as np
import pytest
from functions import Polar, assert_same, damped, heart, points, polar, sine, total

from purekernels import get_num_threads, pure

dask = pytest.importorskip("dask")
da = pytest.importorskip("dask.array")

ARRAY = points(10_000).reshape(100, 100)
SCHEDULERS = ("synchronous", "threads", "processes")


def chunked(chunks=(30, 40), array=ARRAY):
    return da.from_array(array, chunks=chunks)


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_one_result(scheduler):
    result = sine(chunked())
    assert type(result) is da.Array and result.dtype == float and result.shape == (100, 100) and result.chunks == chunked().chunks
    assert_same(result.compute(scheduler=scheduler), sine(ARRAY))


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_two_results(scheduler):
    result = heart(chunked())
    assert type(result) is tuple and all(type(value) is da.Array for value in result)
    assert_same(tuple(dask.compute(*result, scheduler=scheduler)), heart(ARRAY))


def test_nothing_is_computed_before():
    seen = []

    def noted(block):
        seen.append(block.shape)
        return block

    # Dask itself tries an empty block.
    lazy = heart(chunked().map_blocks(noted, dtype=float, meta=np.zeros((0, 0))))
    assert not any(0 not in shape for shape in seen)
    lazy[0].compute(scheduler="synchronous")
    assert len([shape for shape in seen if 0 not in shape]) == 12


def test_chunks_that_are_unlike():
    result = total(chunked((30, 40)), chunked((50, 7)))
    assert_same(result.compute(scheduler="synchronous"), total(ARRAY, ARRAY))


def test_broadcasting():
    row, column = points(100, 2), points(100, 3).reshape(100, 1)
    for x, y in ((chunked(), da.from_array(row, chunks=33)), (da.from_array(column, chunks=(20, 1)), da.from_array(row, chunks=33)),
                 (chunked(), da.from_array(column, chunks=(20, 1)))):
        expected = total(np.asarray(x), np.asarray(y))
        assert total(x, y).shape == expected.shape == (100, 100)
        assert_same(total(x, y).compute(scheduler="synchronous"), expected)


def test_arrays_of_numpy_and_numbers_among_them():
    row = points(100, 2)
    others = ARRAY, row, 0.5, 2, True, np.float64(3), [0.25] * 100
    for x, y in (*((chunked(), other) for other in others), *((other, chunked()) for other in others)):
        plain = [ARRAY if isinstance(value, da.Array) else value for value in (x, y)]
        assert_same(total(x, y).compute(scheduler="synchronous"), total(*plain))
    assert_same(damped(chunked(), rate=0.25).compute(scheduler="synchronous"), damped(ARRAY, 0.25))
    assert_same(damped(chunked(), scale=chunked((7, 7))).compute(scheduler="synchronous"), damped(ARRAY, scale=ARRAY))


def test_dtypes():
    for dtype in ("f", "i4", "i8", "u1", "?", "e"):
        array = np.abs(ARRAY).astype(dtype)
        result = sine(chunked(array=array))
        assert result.dtype == sine(array).dtype
        assert result.compute(scheduler="synchronous").dtype == sine(array).dtype
        assert_same(result.compute(scheduler="synchronous"), sine(array))
        assert sine(array).dtype == np.sin(array).dtype or dtype in "?eu1"
    assert total(chunked(array=ARRAY.astype("f")), 0.5).dtype == np.float32
    assert total(0.5, chunked(array=ARRAY.astype("f"))).compute(scheduler="synchronous").dtype == np.float32
    single = da.from_array(np.array(1, "f"), chunks=())
    assert total(single, 0.5).dtype == total(single.compute(), 0.5).dtype == total(single, 0.5).compute().dtype
    result = sine(chunked(), dtype="f")
    assert result.dtype == np.float32
    assert_same(result.compute(scheduler="synchronous"), sine(ARRAY, dtype="f"))
    with pytest.raises(TypeError):
        sine(chunked(array=ARRAY.astype(complex)))


def test_options_that_make_no_sense():
    for options in ({"out": np.empty((100, 100))}, {"where": ARRAY > 0}, {"order": "C"}):
        with pytest.raises(TypeError, match="over arrays of Dask has no option"):
            sine(chunked(), **options)


def test_named_tuples():
    result = polar(chunked(), 2.0)
    assert type(result) is Polar
    assert_same(result.angle.compute(scheduler="synchronous"), polar(ARRAY, 2.0).angle)


def test_empty_chunks_and_shapes():
    for chunks in (((0, 100), (100, 0)), ((50, 0, 50), (100,))):
        assert_same(sine(chunked(chunks)).compute(scheduler="synchronous"), sine(ARRAY))
    empty = da.from_array(np.zeros((0, 3)), chunks=2)
    assert sine(empty).compute(scheduler="synchronous").shape == (0, 3)
    single = da.from_array(np.array(0.5), chunks=())
    assert sine(single).compute(scheduler="synchronous") == sine(0.5)


def test_unknown_chunks():
    array = da.from_array(points(1000), chunks=100)
    positive = array[array > 0]
    assert_same(sine(positive).compute(scheduler="synchronous"), sine(points(1000)[points(1000) > 0]))


def test_tokens():
    names = {sine(chunked()).name for _ in range(3)}
    assert len(names) == 1
    assert sine(chunked()).name != sine(chunked(), dtype="f").name
    assert dask.base.tokenize(sine) == dask.base.tokenize(sine) != dask.base.tokenize(heart)
    assert damped(chunked(), 0.5).name == damped(chunked(), 0.5).name != damped(chunked(), 0.25).name

    assert dask.base.tokenize(pure(lambda t: sin(t))) == dask.base.tokenize(sine)
    assert dask.base.tokenize(pure(lambda t: sin(t), correctly_rounded=True)) != dask.base.tokenize(sine)


def test_other_ways():
    x = chunked()
    assert_same(x.map_blocks(sine).compute(scheduler="synchronous"), sine(ARRAY))
    assert_same(da.map_blocks(sine, x, dtype=float).compute(scheduler="threads"), sine(ARRAY))
    assert_same(da.apply_gufunc(heart, "()->(),()", x)[1].compute(scheduler="threads"), heart(ARRAY)[1])
    assert_same(tuple(dask.compute(*map(dask.delayed(heart), [0.5, 1.5]), scheduler="processes")), (heart(0.5), heart(1.5)))


def test_frames_of_dask():
    frames = pytest.importorskip("dask.dataframe")
    import pandas

    series = frames.from_pandas(pandas.Series(points(100), name="t"), npartitions=4)
    assert_same(series.map_partitions(sine).compute(scheduler="synchronous").to_numpy(), sine(points(100)))


@pytest.fixture(scope="module", params=[False, True], ids=["threads", "processes"])
def client(request):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=2, processes=request.param, dashboard_address=None) as cluster:
        with distributed.Client(cluster) as client:
            yield client


def test_clusters(client):
    assert_same(sine(chunked()).compute(), sine(ARRAY))
    assert_same(tuple(dask.compute(*heart(chunked()))), heart(ARRAY))
    assert_same(total(chunked((30, 40)), chunked((50, 7))).compute(), total(ARRAY, ARRAY))
    x = heart(chunked())[0].persist()
    assert_same(sine(x).compute(), sine(heart(ARRAY)[0]))


def test_functions_are_sent_to_clusters(client):
    assert client.gather(client.map(heart, [0.5, 1.5])) == [heart(0.5), heart(1.5)]
    assert_same(client.submit(heart, ARRAY).result(timeout=60), heart(ARRAY))
    assert_same(client.submit(polar, 3.0, 4.0, pure=False).result(timeout=60), polar(3.0, 4.0))


def test_functions_made_in_main_are_sent_to_clusters(client):
    factor = 2.5
    local = pure(lambda t: t * factor)
    assert client.submit(local, 2.0).result(timeout=60) == 5.0
    assert_same(local(chunked()).compute(), local(ARRAY))


def test_workers_are_not_oversubscribed(client):
    # Those in processes are told so by the cluster; and blocks take one thread each, whatever is set.
    if client.cluster.processes:
        assert client.submit(get_num_threads).result(timeout=60) == 1


FACTOR = 2.0


def test_constants_are_those_of_the_call():
    global FACTOR

    @pure
    def scaled(t):
        return FACTOR * t

    try:
        before = scaled(chunked())
        FACTOR = 5.0
        after = scaled(chunked())
        assert before.name != after.name
        assert_same(dask.compute(before, after), (2.0 * ARRAY, 5.0 * ARRAY))
    finally:
        FACTOR = 2.0


def test_chunks_have_a_thread_each(monkeypatch):
    from purekernels._kernel import Kernel

    seen = []
    evaluate = Kernel.evaluate
    monkeypatch.setattr(Kernel, "evaluate", lambda self, arguments, options: seen.append(options.get("threads")) or evaluate(
        self, arguments, options))
    heart(chunked())[0].compute(scheduler="synchronous")
    assert seen and set(seen) == {1}
