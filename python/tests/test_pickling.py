"""Functions are pickled as what they compute, and read by every later version."""

import base64
import copy
import inspect
import pickle
from math import sin

import numpy as np
import pytest
from children import output
from functions import ALL, HEART, Polar, assert_same, damped, heart, heart_async, inputs_of, points, polar, run, sine, total

from purekernels import PureFunction, _pure, pure

PROTOCOLS = range(2, 6)
FACTOR = 2.5


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_protocols(protocol):
    for function in ALL:
        twin = pickle.loads(pickle.dumps(function, protocol))
        assert type(twin) is PureFunction and twin.program == function.program
        for name in "__name__ __qualname__ __module__ __doc__ __signature__ inputs outputs returns correctly_rounded".split():
            assert getattr(twin, name) == getattr(function, name), name
        arrays = [points(1000, seed) for seed in range(inputs_of(function))]
        assert_same(twin(*arrays), function(*arrays))
        assert_same(twin(*[0.5] * len(arrays)), function(*[0.5] * len(arrays)))
        assert twin.__wrapped__ is None and repr(twin) == repr(function) and twin.explain() == function.explain()


def test_defaults_and_keywords():
    twin = pickle.loads(pickle.dumps(damped))
    assert twin(1.5) == damped(1.5) and twin(1.5, scale=3) == damped(1.5, scale=3) and twin(rate=1, t=2) == damped(2, 1)
    assert str(inspect.signature(twin)) == "(t, rate=0.5, *, scale=2)"
    with pytest.raises(TypeError):
        twin(1, 2, 3)


def test_named_tuples():
    result = pickle.loads(pickle.dumps(polar))(3.0, 4.0)
    assert type(result) is Polar and result == polar(3.0, 4.0)


def test_async_functions():
    twin = pickle.loads(pickle.dumps(heart_async))
    assert run(twin(0.5)) == heart(0.5)
    assert_same(run(twin(points(10))), heart(points(10)))


def test_lambdas_and_inner_functions():
    shift = 1.5
    for function in (pure(lambda t: sin(t) + shift), pure(lambda t: t * FACTOR)):
        twin = pickle.loads(pickle.dumps(function))
        assert twin(0.5) == function(0.5) and twin.__name__ == "<lambda>"


def test_frozen_constants_stay():
    global FACTOR
    function = pure(lambda t: t * FACTOR)
    twin = pickle.loads(pickle.dumps(function))
    try:
        FACTOR = 4.0
        assert function(1.0) == 4.0 and twin(1.0) == 2.5
        assert pickle.loads(pickle.dumps(function))(1.0) == 4.0
    finally:
        FACTOR = 2.5


def test_correctly_rounded():
    exact = pure(lambda t: sin(t), correctly_rounded=True)
    twin = pickle.loads(pickle.dumps(exact))
    assert twin.correctly_rounded and twin.program == exact.program
    assert_same(twin(points(100)), exact(points(100)))


def test_names_that_are_not_defined_yet_cannot_be_pickled():
    scope = {"pure": pure}
    exec("@pure\ndef f(t):\n    return later(t)\n", scope)
    with pytest.raises(TypeError, match="'later'"):
        pickle.dumps(scope["f"])


def test_twins_of_twins():
    twin = heart
    for _ in range(5):
        twin = pickle.loads(pickle.dumps(twin))
    assert pickle.dumps(twin) == pickle.dumps(heart) and len(pickle.dumps(heart)) < 1500


def test_copies():
    for function in ALL:
        assert copy.copy(function) is function and copy.deepcopy(function) is function
    holder = {"f": heart, "points": [0.5]}
    assert copy.deepcopy(holder)["f"] is heart


def test_cloudpickle():
    cloudpickle = pytest.importorskip("cloudpickle")
    factor = 3.0
    local = pure(lambda t: t * factor)

    def caller(t):
        return local(t) + heart(t)[0]

    twin = pickle.loads(cloudpickle.dumps(caller))
    assert twin(0.5) == caller(0.5)
    assert pickle.loads(cloudpickle.dumps(local))(2.0) == 6.0


def test_another_process_reads_it():
    assert output(f"""
        import base64, pickle
        function = pickle.loads(base64.b64decode({base64.b64encode(pickle.dumps(heart)).decode()!r}))
        print(function(0.5) == f(0.5), function.program == f.program, function.__name__)
    """) == "True True heart"


# Made by version 0.1.0. These must load for ever: nothing here may ever be changed, only added to.
GOLDEN = {
    "heart": (
        "gAJjcHVyZWtlcm5lbHMuX3B1cmUKX3Jlc3RvcmUKcQBLAX1xAShYBwAAAHByb2dyYW1xAmNfY29kZWNzCmVuY29kZQpxA1iLAAAAS1BGAQABAgYAEAABdAF4"
        "AXkAAAAAAAAwQAAAAAAAAAhAAAAAAAAAKkAAAAAAAAAUQAAAAAAAAABAAAAAAAAAEEBAAAAQBwACAAMBAAgAQQAAAwMACgADBQAAAEEMAAMEAA0AAgsADgAD"
        "AgAAAEEQAAMFABEAAg8AEgADBgAAAEEUAAITABUACQAWAHEEWAYAAABsYXRpbjFxBYZxBlJxB1gKAAAAcGFyYW1ldGVyc3EIXXEJWAEAAAB0cQpLAYZxC2FY"
        "BwAAAG91dHB1dHNxDFgBAAAAeHENWAEAAAB5cQ6GcQ9YCAAAAGlzX3R1cGxlcRCIWAcAAAByZXR1cm5zcRFOWAgAAABpc19hc3luY3ESiVgRAAAAY29ycmVj"
        "dGx5X3JvdW5kZWRxE4lYBAAAAG5hbWVxFFgFAAAAaGVhcnRxFVgIAAAAcXVhbG5hbWVxFmgVWAYAAABtb2R1bGVxF1gJAAAAZnVuY3Rpb25zcRhYAwAAAGRv"
        "Y3EZWAgAAABBIGhlYXJ0LnEadYZxG1JxHC4=",
        "(t)", tuple, [
            ((0.5,), ["0x1.c35c4268836bap+0", "0x1.1f6a5ddbd476ep+3"]),
            ((10000000000.0,), ["-0x1.da91d10113571p+0", "0x1.22e4c8429ae5dp+3"]),
            ((-3.25,), ["0x1.4c04e620a0963p-6", "-0x1.0d1a42842f4b7p+4"]),
        ],
    ),
    "damped": (
        "gAJjcHVyZWtlcm5lbHMuX3B1cmUKX3Jlc3RvcmUKcQBLAX1xAShYBwAAAHByb2dyYW1xAmNfY29kZWNzCmVuY29kZQpxA1g5AAAAS1BGAQADAQAABgABdARy"
        "YXRlBXNjYWxlBnJlc3VsdAUBAAMDAAAAQgQAAwIABQBAAAADBgAHAAgAcQRYBgAAAGxhdGluMXEFhnEGUnEHWAoAAABwYXJhbWV0ZXJzcQhdcQkoWAEAAAB0"
        "cQpLAYZxC1gEAAAAcmF0ZXEMSwFHP+AAAAAAAACHcQ1YBQAAAHNjYWxlcQ5LA0sCh3EPZVgHAAAAb3V0cHV0c3EQWAYAAAByZXN1bHRxEYVxElgIAAAAaXNf"
        "dHVwbGVxE4lYBwAAAHJldHVybnNxFE5YCAAAAGlzX2FzeW5jcRWJWBEAAABjb3JyZWN0bHlfcm91bmRlZHEWiVgEAAAAbmFtZXEXWAYAAABkYW1wZWRxGFgI"
        "AAAAcXVhbG5hbWVxGWgYWAYAAABtb2R1bGVxGlgJAAAAZnVuY3Rpb25zcRtYAwAAAGRvY3EcWCsAAABBIHdhdmUgdGhhdCBmYWRlcy4KCiAgICBNb3JlIGFi"
        "b3V0IGl0LgogICAgcR11hnEeUnEfLg==",
        "(t, rate=0.5, *, scale=2)", float, [
            ((1.5, 0.5), ["0x1.e27ddddd5770fp-1"]),
            ((0.25, 1.0), ["0x1.8a9af8b50a267p-2"]),
        ],
    ),
    "polar": (
        "gAJjcHVyZWtlcm5lbHMuX3B1cmUKX3Jlc3RvcmUKcQBLAX1xAShYBwAAAHByb2dyYW1xAmNfY29kZWNzCmVuY29kZQpxA1g3AAAAS1BGAQACAgAABQABeAF5"
        "BnJhZGl1cwVhbmdsZQMAAAAAAwEAAQABAgADAAcEAAQAAAEABQAGAHEEWAYAAABsYXRpbjFxBYZxBlJxB1gKAAAAcGFyYW1ldGVyc3EIXXEJKFgBAAAAeHEK"
        "SwGGcQtYAQAAAHlxDEsBhnENZVgHAAAAb3V0cHV0c3EOWAYAAAByYWRpdXNxD1gFAAAAYW5nbGVxEIZxEVgIAAAAaXNfdHVwbGVxEohYBwAAAHJldHVybnNx"
        "E2NmdW5jdGlvbnMKUG9sYXIKcRRYCAAAAGlzX2FzeW5jcRWJWBEAAABjb3JyZWN0bHlfcm91bmRlZHEWiVgEAAAAbmFtZXEXWAUAAABwb2xhcnEYWAgAAABx"
        "dWFsbmFtZXEZaBhYBgAAAG1vZHVsZXEaWAkAAABmdW5jdGlvbnNxG1gDAAAAZG9jcRxOdYZxHVJxHi4=",
        "(x, y)", Polar, [
            ((3.0, 4.0), ["0x1.4000000000000p+2", "0x1.8000000000000p-1"]),
            ((-1.0, 0.5), ["0x1.1e3779b97f4a8p+0", "-0x1.0000000000000p+1"]),
        ],
    ),
    "mixed": (
        "gAJjcHVyZWtlcm5lbHMuX3B1cmUKX3Jlc3RvcmUKcQBLAX1xAShYBwAAAHByb2dyYW1xAmNfY29kZWNzCmVuY29kZQpxA1iAAAAAS1BGAQACAwIADgABeAF5"
        "B3Jlc3VsdDEHcmVzdWx0MgdyZXN1bHQzAAAAAAAACEAAAAAAAADDsD8gAAABAAYAAAcFAAMAAAEAAgcAAgAmBAAGAAgAAwEAAQABAwAKAAQJAAsAIAEAAAAm"
        "DQABAAAABQUAQg8AEBAAAgAMAA4AEQBxBFgGAAAAbGF0aW4xcQWGcQZScQdYCgAAAHBhcmFtZXRlcnNxCF1xCShYAQAAAHhxCksBhnELWAEAAAB5cQxLAYZx"
        "DWVYBwAAAG91dHB1dHNxDlgHAAAAcmVzdWx0MXEPWAcAAAByZXN1bHQycRBYBwAAAHJlc3VsdDNxEYdxElgIAAAAaXNfdHVwbGVxE4hYBwAAAHJldHVybnNx"
        "FE5YCAAAAGlzX2FzeW5jcRWJWBEAAABjb3JyZWN0bHlfcm91bmRlZHEWiVgEAAAAbmFtZXEXWAUAAABtaXhlZHEYWAgAAABxdWFsbmFtZXEZaBhYBgAAAG1v"
        "ZHVsZXEaWAkAAABmdW5jdGlvbnNxG1gDAAAAZG9jcRxYGQAAAE1vc3Qga2luZHMgb2Ygb3BlcmF0aW9ucy5xHXWGcR5ScR8u",
        "(x, y)", tuple, [
            ((0.5, 2.0), ["0x1.21a1851ff630ap-3", "0x1.0000000000000p-1", "0x1.c8f87724b5c1dp-3"]),
            ((2.0, 0.5), ["-0x1.999999999999ap+0", "0x1.0000000000000p-1", "0x1.44e51f113d4d7p-9"]),
        ],
    ),
    "heart_async": (
        "gAJjcHVyZWtlcm5lbHMuX3B1cmUKX3Jlc3RvcmUKcQBLAX1xAShYBwAAAHByb2dyYW1xAmNfY29kZWNzCmVuY29kZQpxA1iLAAAAS1BGAQABAgYAEAABdAF4"
        "AXkAAAAAAAAwQAAAAAAAAAhAAAAAAAAAKkAAAAAAAAAUQAAAAAAAAABAAAAAAAAAEEBAAAAQBwACAAMBAAgAQQAAAwMACgADBQAAAEEMAAMEAA0AAgsADgAD"
        "AgAAAEEQAAMFABEAAg8AEgADBgAAAEEUAAITABUACQAWAHEEWAYAAABsYXRpbjFxBYZxBlJxB1gKAAAAcGFyYW1ldGVyc3EIXXEJWAEAAAB0cQpLAYZxC2FY"
        "BwAAAG91dHB1dHNxDFgBAAAAeHENWAEAAAB5cQ6GcQ9YCAAAAGlzX3R1cGxlcRCIWAcAAAByZXR1cm5zcRFOWAgAAABpc19hc3luY3ESiFgRAAAAY29ycmVj"
        "dGx5X3JvdW5kZWRxE4lYBAAAAG5hbWVxFFgLAAAAaGVhcnRfYXN5bmNxFVgIAAAAcXVhbG5hbWVxFmgVWAYAAABtb2R1bGVxF1gJAAAAZnVuY3Rpb25zcRhY"
        "AwAAAGRvY3EZTnWGcRpScRsu",
        "(t)", tuple, [
            ((0.5,), ["0x1.c35c4268836bap+0", "0x1.1f6a5ddbd476ep+3"]),
        ],
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_pickles(name):
    text, signature, returns, points_and_results = GOLDEN[name]
    function = pickle.loads(base64.b64decode(text))
    assert function.__name__ == name and str(inspect.signature(function)) == signature and function.returns is returns
    for arguments, results in points_and_results:
        result = run(function(*arguments)) if inspect.iscoroutinefunction(function) or function._is_async else function(*arguments)
        assert [value.hex() for value in (result if isinstance(result, tuple) else (result,))] == results
        assert_same(np.asarray(result), np.array([float.fromhex(value) for value in results]).reshape(np.shape(result)))


def test_golden_pickle_is_a_heart():
    assert pickle.loads(base64.b64decode(GOLDEN["heart"][0])).program == PureFunction.parse(HEART).program == heart.program


def test_later_versions_are_refused():
    kind, (version, state) = heart.__reduce__()
    assert kind is _pure._restore and version == 1
    with pytest.raises(ValueError, match="later version"):
        kind(version + 1, state)


def test_damaged_programs_are_refused():
    kind, (version, state) = heart.__reduce__()
    program = state["program"]
    refused = 0
    for place in range(len(program)):
        for damaged in (program[:place] + bytes([program[place] ^ 0x40]) + program[place + 1:], program[:place]):
            try:
                kind(version, {**state, "program": damaged})(0.5)
            except Exception as error:
                assert isinstance(error, ValueError), (place, repr(error))
                refused += 1
    assert refused > len(program)


def test_one_function_per_process():

    both = pickle.loads(pickle.dumps((sine, sine)))
    assert both[0] is both[1]


def test_arguments_and_results_are_those_of_the_program():
    restore, (version, state) = total.__reduce__()
    names = [name for name, *_ in state["parameters"]]
    assert names == ["x", "y"]
    for change in (
        {"parameters": state["parameters"][:1]},
        {"parameters": [*state["parameters"], ("z", 1)]},
        {"parameters": [("u", 1), ("y", 1)]},
        {"parameters": []},
    ):
        with pytest.raises(ValueError, match="damaged"):
            restore(version, {**state, **change})
    restore, (version, state) = heart.__reduce__()
    with pytest.raises(ValueError, match="damaged"):
        restore(version, {**state, "is_tuple": False})
