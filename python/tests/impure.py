"""Functions with effects, or that depend on more than their arguments. What is refused is in the line with '# here'."""

import asyncio
import datetime
import os
import random
import sys
import threading
import time
from random import random as draw
from time import time as now

from refusals import refused

LOG = []
RATE = 0.5


class Counter:
    """An object with state."""

    def __init__(self):
        self.n = 1.0

    def next(self):
        """Counts."""
        self.n += 1
        return self.n

    def scaled(self, t):
        """A method."""
        return self.n * t


count = 0
counter = Counter()
method = counter.scaled
rng = random.Random(7)
clock = time.perf_counter
local = threading.local()


def noisy(t):
    return t + random.gauss(0, 1)  # here


def helper_that_prints(t):
    print(t)  # here
    return t


def appends(t, log=[]):
    log.append(t)  # here
    return t



def attribute_of_helper(t):
    return t


attribute_of_helper.calls = 0


async def later(t):
    return t


def generator(t):
    yield t  # here


@refused("random", "the module random, which is not known to be pure: draw the numbers outside")
def calls_random(t):
    return t * random.random()  # here


@refused("draw", "is a method of an object of")
def draws(t):
    return t * draw()  # here


@refused("rng", "is an object of random.Random")
def own_generator(t):
    return t + rng.random()  # here


@refused("time", "the module time")
def clock_of_module(t):
    return t + time.time()  # here


@refused("now", "the function time.time")
def clock_by_name(t):
    return t + now()  # here


@refused("clock", "the function time.perf_counter")
def clock_by_another_name(t):
    return t + clock()  # here


@refused("datetime", "the module datetime")
def today(t):
    return t + datetime.datetime.now().second  # here


@refused("print", "it reads or writes")
def prints(t):
    y = t * t
    print(y)  # here
    return y


@refused("open", "it reads or writes")
def reads(t):
    return t + len(open(__file__).read())  # here


@refused("input", "it reads or writes")
def asks(t):
    return t + float(input())  # here


@refused("LOG", "a list, which can change")
def logs(t):
    LOG.append(t)  # here
    return t


@refused("count", "a global variable, and is assigned here")
def counts(t):
    global count
    count += 1  # here
    return t + count


@refused("count", "a global variable, and is deleted here")
def deletes(t):
    global count
    del count  # here
    return t


def make_counter():
    calls = 0

    @refused("calls", "a variable of an enclosing function, and is assigned here")
    def counts_in_closure(t):
        nonlocal calls
        calls += 1  # here
        return t + calls

    seen = []

    @refused("seen", "a list, which can change")
    def collects(t):
        seen.append(t)  # here
        return t

    @refused("calls", "a variable of an enclosing function, and is assigned here")
    def counts_deeper(t):
        def inner():
            nonlocal calls
            calls += 1  # here
            return t

        return inner()

    return counts_in_closure, collects, counts_deeper


make_counter()


@refused("log", "a list, which can change")
def mutable_default(t, log=[]):
    log.append(t)  # here
    return t


@refused("n", "attribute 'n' is assigned here")
def sets_attribute(t):
    counter.n += t  # here
    return t


@refused("counter", "an object of impure.Counter")
def reads_attribute(t):
    return t * counter.n  # here


@refused("counter", "an object of impure.Counter")
def calls_method(t):
    return t * counter.next()  # here


@refused("method", "a method of an object of impure.Counter")
def calls_bound_method(t):
    return method(t)  # here


@refused("os", "the module os")
def reads_environment(t):
    return t * len(os.environ)  # here


@refused("sys", "the module sys")
def reads_arguments(t):
    return t * len(sys.argv)  # here


@refused("local", "an object of _thread._local")
def reads_thread_local(t):
    return t + local.x  # here


@refused("random", "the module random", noisy)
def impure_helper(t):
    return noisy(t)


@refused("print", "it reads or writes", helper_that_prints)
def printing_helper(t):
    return helper_that_prints(t) + 1


@refused("log", "a list, which can change", appends)
def helper_with_mutable_default(t):
    return appends(t)


@refused("calls", "has no attribute 'calls'")
def reads_attribute_of_helper(t):
    return t + attribute_of_helper.calls  # here


@refused("random", "'random' is imported here")
def imports_random(t):
    import random  # here

    return t * random.random()


@refused("time", "'time' is imported here")
def imports_from_time(t):
    from time import time  # here

    return t * time()


@refused("os.path", "'os.path' is imported here")
def imports_submodule(t):
    import os.path as path  # here

    return t * len(path.sep)


@refused("id", "differs from run to run")
def identity_number(t):
    return t + id(t) % 7  # here


@refused("hash", "differs from run to run")
def hashes(t):
    return t + hash("t") % 7  # here


@refused("format", "text has no place")
def formats(t):
    return len(f"{t}") + t  # here


@refused("str", "text has no place")
def makes_a_string(t):
    return len(str(t)) + t  # here


@refused("float", "No plain float")
def percent_format(t):
    return len("%f" % t) + t  # here


@refused("repr", "differs from run to run")
def represents(t):
    return len(repr(t))  # here


@refused("try", "'try' has no place")
def tries(t):
    try:  # here
        return 1 / t
    except ZeroDivisionError:
        return 0.0


@refused("try", "'try' has no place")
def tries_finally(t):
    y = t
    try:  # here
        y = y + 1
    finally:
        y = y * 2
    return y


@refused("with", "'with' has no place")
def locks(t):
    with threading.Lock():  # here
        return t


@refused("with", "'with' has no place")
def suppresses(t):
    y = t
    with open(__file__) as file:  # here
        y += 1
    return y


@refused("yield", "'yield' has no place")
def yields(t):
    yield t  # here


@refused("yield", "'yield' has no place", generator)
def uses_generator(t):
    return sum(generator(t))


@refused("await", "'await' has no place in a pure function: await it outside")
async def waits(t):
    await asyncio.sleep(0)  # here
    return t


@refused("later", "is an async function")
def calls_async(t):
    return later(t) + 1  # here


@refused("class", "A class is defined here")
def defines_class(t):
    class Inner:  # here
        x = 1.0

    return t * Inner.x


@refused("eval", "reaches what the function does not name")
def evaluates(t):
    return eval("t + 1")  # here


@refused("globals", "reaches what the function does not name")
def changes_globals(t):
    globals()["count"] = 3  # here
    return t


@refused("setattr", "reaches what the function does not name")
def sets_by_name(t):
    setattr(counter, "n", 3)  # here
    return t


@refused("getattr", "reaches what the function does not name")
def gets_by_name(t):
    return getattr(t, "real")  # here


@refused("__class__", "reaches into the interpreter")
def subclasses(t):
    return t * len(().__class__.__base__.__subclasses__())  # here


@refused("__globals__", "reaches into the interpreter")
def globals_of_helper(t):
    return t + noisy.__globals__["count"]  # here


@refused("gi_frame", "reaches into the interpreter")
def frames_of_generators(t):
    return t + len((x for x in ()).gi_frame.f_globals)  # here


@refused("_node", "reaches into the interpreter")
def parts_of_symbols(t):
    return t + t._node  # here


@refused("format", "reaches into the interpreter")
def formats(t):
    return t + len("{0.__globals__}".format(noisy))  # here


@refused("is", "is a number: write ==")
def same_object(t):
    return 1.0 if t is RATE else 2.0  # here
