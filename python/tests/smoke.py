"""Whether an installed package works on this machine and interpreter, with nothing but NumPy: `python3 smoke.py`. Prints one line.

The golden hashes are those of the repository's other smoke tests: they follow from the texts alone.
"""

import asyncio
import os
import platform
import struct
import sys
import threading
import warnings
from math import cos, copysign, floor, sin, sqrt

import numpy

import purekernels
from purekernels import PureError, PureFunction, pure

HEART, CHOICE = 0x10B0D422C3FA6F17, 0x5729D65A214757AC
COUNT = 20_003


@pure(correctly_rounded=True)
def heart(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)
    return (x, y)


@pure(correctly_rounded=True)
def choice(t):
    if t < 0.5 or t > 2:
        return numpy.floor(t) - copysign(2.5, t)
    return numpy.minimum(t, 1.5) * sqrt(abs(t))


@pure
async def awaited(t):
    return sin(t), cos(t)


def arguments():
    """Arguments of every binade and both signs, ordinary ones, and the special values."""
    special = [0.0, -0.0, float("nan"), float("inf"), float("-inf"), 5e-324, sys.float_info.max, 1048576.0]
    state, values = 1, []
    for i in range(COUNT):
        state = z = (state + 0x9E3779B97F4A7C15) % 2**64
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ z >> 27) * 0x94D049BB133111EB % 2**64
        z ^= z >> 31
        integer = float((z - 2**64 if z >= 2**63 else z) >> 11)
        if i % 4 == 0:
            values.append(struct.unpack("<d", struct.pack("<Q", z))[0])
        elif i % 4 == 3 and i % 100 == 3:
            values.append(special[i // 100 % len(special)])
        else:
            values.append(integer * ((100.0, 1e6 if i % 8 == 2 else 4e6, 8.0)[i % 4 - 1] / 2**52))
    return numpy.array(values)


def hash_of(*results):
    """The hash of results' bits."""
    value = 0xCBF29CE484222325
    for result in results:
        for byte in result.tobytes():
            value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def check(holds, what):
    """Ends with an error unless something holds."""
    if not holds:
        sys.exit(f"smoke: {what}")


def in_child(function):
    """Whether a forked child does something."""
    child = os.fork()
    if child == 0:
        os._exit(0 if function() else 1)
    return os.waitpid(child, 0)[1] == 0


def main():
    # Of results that are not finite, and of forks where there are threads.
    warnings.simplefilter("ignore")
    t = arguments()
    check(hash_of(*heart(t)) == HEART, "the heart has other bits")
    check(hash_of(choice(t)) == CHOICE, "choices have other bits")
    results = [None, None]

    def evaluate(place):
        results[place] = heart(t)

    threads = [threading.Thread(target=evaluate, args=(place,)) for place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    check(all(hash_of(*result) == HEART for result in results), "threads get other bits")
    check(in_child(lambda: hash_of(*heart(t)) == HEART), "a forked child gets other bits")
    text = "x = 16*sin(t)**3; y = 13*cos(t) - 5*cos(2*t) - 2*cos(3*t) - cos(4*t)"
    parsed = PureFunction.parse(text, correctly_rounded=True)
    check(parsed.program == heart.program, "the function as written has another program than its text")
    check(heart(0.5) == tuple(result[0] for result in heart(numpy.array([0.5]))), "numbers get other bits than arrays")

    async def gathered():
        return await asyncio.gather(*[asyncio.create_task(awaited(step / 10)) for step in range(100)])

    check(len(asyncio.run(gathered())) == 100, "tasks are lost")
    try:
        pure(lambda t: print(t))
    except PureError as error:
        check("print" in str(error), f"print is refused as: {error}")
    else:
        check(False, "print is pure")
    bits = heart._loaded().library.vector_bits
    print(f"purekernels {purekernels.__version__}, Python {platform.python_version()}, NumPy {numpy.__version__}, {bits} bits: works")


if __name__ == "__main__":
    main()
