"""Async functions: numbers at once, arrays while the loop goes on."""

import asyncio
import inspect
import warnings
import sys
import time
from math import log

import numpy as np
import pytest
from functions import assert_same, damped, heart, heart_async, points, run

from purekernels import pure


@pure
async def slow(t):
    total = t
    for k in range(1, 20):
        total = total + log(abs(t) + k) / k
    return total


@pure
async def weighted(t, weight=2.0, *, shift=0):
    return t * weight + shift


def test_kinds():
    assert asyncio.iscoroutinefunction(heart_async) and not asyncio.iscoroutinefunction(heart)
    if sys.version_info >= (3, 12):
        assert inspect.iscoroutinefunction(heart_async)
    coroutine = heart_async(0.5)
    assert inspect.iscoroutine(coroutine) and inspect.isawaitable(coroutine)
    assert run(coroutine) == heart(0.5)


def test_gather_and_tasks():
    async def main():
        by_gather = await asyncio.gather(*[heart_async(t / 10) for t in range(100)])
        by_tasks = [await task for task in [asyncio.create_task(heart_async(t / 10)) for t in range(100)]]
        finished = [await next_one for next_one in asyncio.as_completed([heart_async(0.5)])]
        return by_gather, by_tasks, finished, await asyncio.wait_for(heart_async(0.5), 10)

    by_gather, by_tasks, finished, waited = run(main())
    assert by_gather == by_tasks == [heart(t / 10) for t in range(100)]
    assert finished == [heart(0.5)] and waited == heart(0.5)


def test_numbers_are_computed_at_once():
    # Without a turn of the loop, and without any loop.
    coroutine = heart_async(0.5)
    with pytest.raises(StopIteration) as stop:
        coroutine.send(None)
    assert stop.value.value == heart(0.5)


def test_arrays():
    async def main():
        array = points(1000)
        out = np.empty(1000), np.empty(1000)
        await heart_async(array, out=out)
        return await heart_async(array), out, await heart_async([0.5, 1.5]), await heart_async(array, threads=1)

    one, two, three, four = run(main())
    assert_same(one, heart(points(1000)))
    assert_same(two, one)
    assert_same(three, heart(np.array([0.5, 1.5])))
    assert_same(four, one)


def test_loop_goes_on():
    large = points(8_000_000)

    async def main():
        ticks = 0

        async def tick():
            nonlocal ticks
            while True:
                await asyncio.sleep(0.005)
                ticks += 1

        ticker = asyncio.create_task(tick())
        start = time.perf_counter()
        result = await slow(large)
        seconds = time.perf_counter() - start
        ticker.cancel()
        return ticks, seconds, result[7]

    ticks, seconds, result = run(main())
    assert result == run(slow(float(large[7])))
    assert ticks >= seconds / 0.005 / 10


def test_arguments():
    async def main():
        array = await weighted(np.ones(3), shift=np.ones(3))
        return await weighted(1.0), await weighted(1.0, 3.0), await weighted(t=1.0, shift=1), array.tolist()

    assert run(main()) == (2.0, 3.0, 3.0, [3.0, 3.0, 3.0])
    for call in (lambda: weighted(), lambda: weighted(1, 2, 3), lambda: weighted(1, speed=2)):
        with pytest.raises(TypeError, match=r"weighted\(\)"):
            call()
    assert str(inspect.signature(weighted)) == "(t, weight=2.0, *, shift=0)"


def test_exceptions():
    async def main():
        with pytest.raises(TypeError):
            await heart_async("text")
        with pytest.raises(ValueError):
            await weighted(np.ones(3), np.ones(4))
        results = await asyncio.gather(heart_async(0.5), heart_async("text"), heart_async(np.ones(2)), return_exceptions=True)
        return results

    number, error, array = run(main())
    assert number == heart(0.5) and isinstance(error, TypeError)
    assert_same(array, heart(np.ones(2)))


def test_cancellation():
    large = points(6_000_000)

    async def main():
        task = asyncio.create_task(slow(large))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(slow(large), 0.001)
        return await slow(1.0)

    assert run(main()) == run(slow(1.0))


def test_async_function_over_dask():
    da = pytest.importorskip("dask.array")

    async def main():
        return await heart_async(da.from_array(points(1000), chunks=100))

    x, y = run(main())
    assert_same((x.compute(scheduler="synchronous"), y.compute(scheduler="synchronous")), heart(points(1000)))


def test_plain_functions_in_executors():
    async def main():
        loop = asyncio.get_running_loop()
        return await asyncio.gather(*[loop.run_in_executor(None, damped, points(1000, seed)) for seed in range(8)])

    for seed, result in enumerate(run(main())):
        assert_same(result, damped(points(1000, seed)))


def test_coroutines_that_nobody_awaits():
    with pytest.warns(RuntimeWarning, match="never awaited"):
        heart_async(0.5)
        import gc

        gc.collect()


RATE = 1.0


def test_constants_and_settings_are_those_of_the_awaiting():
    global RATE

    @pure
    async def rated(t):
        return RATE / t

    async def main():
        global RATE
        call = rated(2.0)
        RATE = 4.0
        assert await call == 2.0
        with np.errstate(all="raise"), pytest.raises(FloatingPointError):
            await rated(np.zeros(3))
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("error")
            assert (await rated(np.zeros(3)) == np.inf).all()

    try:
        run(main())
    finally:
        RATE = 1.0
