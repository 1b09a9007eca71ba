"""Functions that do what cannot be done for each element: with their arguments, on the way, or at the end."""

import math
from math import tan

from refusals import refused

SENTINEL = object()
NOTHING_BUT_ONE = 1.0


def endless(t):
    return endless(t) + 1  # here


def factorial_of(t):
    return 1.0 if t < 1 else t * factorial_of(t - 1)  # here


def doubled(t):
    return t * 2


@refused("real", "an attribute of a float or an array")
def real_part(t):
    return t.real  # here


@refused("hex", "an attribute of a float or an array")
def hexadecimal(t):
    return len(t.hex())  # here


@refused("sum", "an attribute of a float or an array")
def sum_of_array(t):
    return t - t.sum()  # here


@refused("is_integer", "write x == floor(x)")
def whole_number(t):
    return 1.0 if t.is_integer() else 0.0  # here


@refused("index", "'t' is an argument: a loop and an index need a number that is known when the function is marked")
def counts_to(t):
    return sum(t for _ in range(t))  # here


@refused("index", "make it a constant of the module, or choose with if and elif")
def looks_up(t):
    return (1.0, 2.0, 3.0)[int(t)]  # here


@refused("hash", "can be no key")
def key_of_dict(t):
    return {0: 1.0, 1: 2.0}[t]  # here


@refused("hash", "can be no key")
def in_a_set(t):
    return 1.0 if t in {0, 1, 2} else 0.0  # here


@refused("len", "has no length")
def length(t):
    return len(t)  # here


@refused("iteration", "cannot be iterated over")
def unpacks(t):
    x, y = t  # here
    return x + y


@refused("[]", "it has no items; pass its neighbours as arguments")
def neighbour(t):
    return t[1] - t[0]  # here


@refused("[]", "has no items")
def writes_argument(t):
    t[0] = 3.0  # here
    return t


@refused("[]", "write 0 if k > 100 else k in place of k[k > 100] = 0")
def writes_where_it_is_large(t):
    t[t > 100] = 0  # here
    return t


@refused("index", "This depends on 't' and 'u', which are arguments")
def counts_to_a_sum(t, u):
    return sum(t for _ in range(int(t + u)))  # here


@refused("any", "leave it out")
def any_of_a_condition(t):
    return 1.0 if (t > 0).any() else t  # here


@refused("()", "cannot be called")
def calls_number(t):
    return t(2)  # here


@refused("%", "write x - y*floor(x/y)")
def remainder(t):
    return t % 1.0  # here


@refused("//", "write floor(x/y)")
def floor_division(t):
    return 7 // t  # here


@refused("divmod", "write floor(x/y) and")
def divides(t):
    return divmod(t, 2)[1]  # here


@refused("^", "for a power write x**y")
def power_as_in_a_formula(t):
    return t ^ 2  # here


@refused("&", "only of conditions")
def bits_of_number(t):
    return t & 1  # here


@refused("round", "write np.round(x, 2)")
def rounds_to_digits(t):
    return round(t, 2)  # here


@refused("math.tan", "write sin(x)/cos(x)")
def tangent(t):
    return tan(t)  # here


@refused("math.atan2", "there is no kernel yet: end the function before it, and call np.arctan2 on the result")
def angle(t):
    return math.atan2(t, 1.0)  # here


@refused("math.erf", "call scipy.special.erf on the result")
def error_function(t):
    return math.erf(t)  # here


@refused("math.tan", "compute it outside, as a constant of the module")
def tangent_of_a_constant(t):
    return t * math.tan(math.radians(30))  # here


@refused("math.dist", "compute it outside, as a constant of the module")
def distance_of_constants(t):
    return t * math.dist((0.0, 1.0), (2, 3))  # here


@refused("math.fsum", "write sum, which is less exact")
def exact_sum(t):
    return math.fsum((t, 1.0))  # here


@refused("math.fmod", "write x - y*trunc(x/y), which is less exact for large x/y")
def remainder_of_c(t):
    return math.fmod(t, 3)  # here


@refused("hypot", "takes 2 arguments here, not 1: write abs(x)")
def distance_of_one(t):
    return math.hypot(t)  # here


@refused("hypot", "takes 2 arguments here, not 3: write hypot(hypot(x, y), z)")
def distance_of_three(t):
    return math.hypot(t, t, 1)  # here


@refused("int", "is no double: write float(…) of it, which is 1.5511210043330986e+25")
def factorial(t):
    return t / (math.factorial(25) + 1)  # here


@refused("int", "larger than every double: write float('inf')")
def large_factorial(t):
    return t / math.factorial(200)  # here


@refused("complex", "no complex numbers")
def complex_literal(t):
    return t * 2j  # here


@refused("set", "order of a set")
def set_of_strings(t):
    for name in {"a", "b", "c"}:  # here
        t = t * 2 + len(name)
    return t


@refused("set", "order of a set")
def set_by_name(t):
    return sum(t * len(name) for name in set(("a", "bb")))  # here


@refused("is", "'is' compares objects")
def is_true(t):
    return 1.0 if (t > 0) is True else 0.0  # here


@refused("ValueError", "return float('nan') there")
def raises(t):
    if t < 0:
        raise ValueError("negative")  # here
    return math.sqrt(t)


@refused("NameError", "return float('nan') there")
def raises_without_quotes(t):
    raise NameError("none")  # here


@refused("AssertionError", "return float('nan') there")
def asserts(t):
    assert t >= 0  # here
    return t


@refused("ZeroDivisionError", ": there is nothing to raise for one element; write float('inf') or float('nan')")
def divides_by_zero(t):
    return t + 1 / (2 - 2.0 * NOTHING_BUT_ONE)  # here


@refused("TypeError", "takes 1 positional argument but 2 were given")
def wrong_number_of_arguments(t):
    return doubled(t, 2)  # here


@refused("TypeError", "log() takes from 1 to 2 positional arguments but 3 were given")
def wrong_number_for_a_function(t):
    return math.log(t, 2, 3)  # here


@refused("TypeError", "'<' not supported between instances of 'float' and 'NoneType'")
def compares_with_none(t):
    return t < None  # here


@refused("foo", "has no attribute 'foo'")
def unknown_attribute(t):
    return (t, 1).foo  # here


@refused("UnboundLocalError", "y")
def unbound(t):
    if t > 0:
        y = t
    return y  # here


@refused(None, "more than 40 times: use a shorter loop of fixed length, leave out its break")
def newton_until_it_converges(t):
    x = t
    while abs(x * x - t) > 1e-12:  # here
        x = 0.5 * (x + t / x)
    return x


@refused(None, "more than 40 times: use a shorter loop of fixed length, leave out its break")
def newton_with_a_break(t):
    x = t
    for _ in range(100):
        if abs(x * x - t) < 1e-12:  # here
            break
        x = 0.5 * (x + t / x)
    return x


@refused("self", "'self' is an object and no number: mark a function outside of the class")
def method(self, t):  # here
    return self.a * t


@refused("cls", "'cls' is an object and no number")
def method_of_class(cls, t):  # here
    return t


@refused(None, "at most 1024 are allowed: split it, and call one after the other outside: g(f(x))")
def long(t):  # here
    for k in range(600):
        t = t * t + k
    return t


@refused(None, "more than 64 ways")
def too_many_branches(a, b, c, d, e, f, g):
    y = 0.0
    for v in (a, b, c, d, e, f, g):
        if v > 0:  # here
            y += v
    return y


@refused("endless", "a recursion?", endless)
def recursion(t):
    return endless(t)


@refused(None, "the same number of steps for every element (a recursion does not)", factorial_of)
def recursion_until_it_is_small(t):
    return factorial_of(t)


@refused("return", "returns a list: return a tuple")
def returns_list(t):
    return [t, 2 * t]  # here


@refused("return", "returns a dict: return a tuple")
def returns_dict(t):
    return {"x": t}  # here


@refused("return", "returns None")
def returns_nothing(t):
    t * 2
    return  # here


@refused("return", "returns a str")
def returns_text(t):
    return "t"  # here


@refused("complex", "no complex numbers")
def returns_complex(t):
    return 1j  # here


@refused("tuple", "A tuple is no number")
def returns_nested(t):
    return (t, (t, t))  # here


@refused("return", "return one number or a tuple of 2")
def returns_one_or_two(t):  # here
    if t > 0:
        return t
    return t, t


@refused("a", "an object of object")
def default_object(t, a=SENTINEL):
    return t * a  # here


@refused("rest", "stands for any number of arguments")
def many_arguments(*rest):  # here
    return sum(rest)


@refused("options", "stands for any number of arguments")
def many_options(t, **options):  # here
    return t


@refused(None, "at most 8")
def nine_arguments(a, b, c, d, e, f, g, h, i):  # here
    return a


@refused("return", "1 to 8")
def nine_results(t):
    return t, t, t, t, t, t, t, t, t  # here


@refused("not_there", "is not defined yet")
def undefined(t):
    return t + not_there  # here  # noqa: F821


@refused("counter_call", "no plain function")
def object_that_is_called(t):
    return t + counter_call(t)  # here


class _Callable:
    def __call__(self, t):
        return t


counter_call = _Callable()
