"""What the library finds: limits of the process, processors, files. Nothing of that ends the interpreter."""

import os
import shutil
import subprocess

import pytest
from children import PREAMBLE, output, start

from purekernels import _native

MIB = 1 << 20


def test_import_alone_does_nothing():
    assert output("""
        def state():
            with open("/proc/self/maps") as file:
                return status("Threads"), status("SigCgt"), "kernels-v" in file.read()
        import ctypes, numpy
        before, size = state(), used()
        import purekernels
        from math import sin
        @purekernels.pure
        def f(t):
            return sin(t) * 2
        f.program, f.frozen, repr(f), purekernels.get_num_threads()
        purekernels.set_num_threads(2)
        assert state() == before and not before[2]
        assert used() - size < 20 << 20, used() - size
        f(0.5)
        assert state() != before and state()[2]
        print("right")
    """, preamble=PREAMBLE.partition("import numpy")[0] + "def status" + PREAMBLE.partition("def status")[2]) == "right"


LIMITED = """
f.program
large = np.linspace(0, 9, 200_000)
out, expected = [tuple(np.empty(200_000) for _ in range(2)) for _ in range(2)]
resource.setrlimit(resource.RLIMIT_AS, (used() + {room},) * 2)
error = None
for _ in range(2):
    try:
        f(0.5)
    except MemoryError as caught:
        error = caught
if error:
    print(error)
else:
    f(large, threads=1, out=expected)
    for threads in (2, 4, 2):
        for _ in range(5):
            f(large, threads=threads, out=out)
            assert out[0].tobytes() == expected[0].tobytes() and out[1].tobytes() == expected[1].tobytes()
    print("right")
"""


@pytest.mark.parametrize("room", [20, 100, 200, 260, 300, 350, 390, 399])
def test_too_little_address_space(room):
    text = output(LIMITED.format(room=room * MIB))
    assert "address space" in text and "ulimit -v" in text


@pytest.mark.parametrize("room", [402, 410, 420, 440, 460, 500, 560, 640, 800, 1500])
def test_enough_address_space(room):
    # Threads of the pool may not be had: then there are fewer.
    assert output(LIMITED.format(room=room * MIB)) == "right"


def test_address_space_that_is_taken():
    # What the check asks for is what the runtime takes, and no less than that.
    taken = int(output("""
        before = used()
        f(0.5)
        print((int(status("VmPeak")) << 10) - before)
    """))
    assert 200 * MIB < taken <= _native.ADDRESS_SPACE


def test_address_space_with_many_threads():
    assert output("""
        events = [threading.Event() for _ in range(30)]
        for event in events:
            threading.Thread(target=event.wait).start()
    """ + LIMITED.format(room=410 * MIB).replace("\n", "\n        ") + """
        for event in events:
            event.set()
    """) == "right"


def test_little_memory_later():
    # The limit comes, and is used up, after the library has been loaded, before threads of its pool are there.
    assert output("""
        f(0.5)
        large = np.linspace(0, 9, 200_000)
        out = np.empty(200_000), np.empty(200_000)
        resource.setrlimit(resource.RLIMIT_AS, (used() + (1 << 20),) * 2)
        for threads in (2, 4, 2):
            for _ in range(20):
                f(large, threads=threads, out=out)
        assert s(float(large[-1])) == s(large[-1:], threads=1)[0]
        print("right")
    """) == "right"


@pytest.mark.parametrize("room", [20, 64, 200])
def test_data_limit(room):
    text = output(f"""
        f.program
        resource.setrlimit(resource.RLIMIT_DATA, ((int(status("VmData")) << 10) + ({room} << 20),) * 2)
        try:
            f(0.5)
            f(np.linspace(0, 9, 200_000), threads=2)
            print("right")
        except MemoryError as error:
            print("MemoryError", error)
    """)
    assert text == "right" or text.startswith("MemoryError")


FEW_THREADS = """
f.program
import purekernels._kernel, purekernels._pure, resource, tempfile
os.setgid(65534)
os.setuid({user})
resource.setrlimit(resource.RLIMIT_NPROC, ({number}, {number}))
try:
    first = f(0.5)
    large = np.linspace(0, 9, 300_000)
    expected = f(large, threads=1)
    for _ in range(20):
        for one, other in zip(f(large, threads=2), expected):
            assert (one == other).all()
    print("right")
except RuntimeError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.skipif(os.getuid() != 0, reason="only root can become a user without processes")
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 8])
def test_few_threads(number):
    text = output(FEW_THREADS.format(number=number, user=54_000 + number))
    if number == 1:
        assert text.startswith("NativeError") and "ulimit -u" in text
    else:
        assert text == "right"


def test_small_stacks():
    assert output("""
        import threading
        results = []
        def work():
            results.append((s(0.5), s(np.full(100_000, 0.5))[-1], f(np.ones(300_000), threads=2)[0][0]))
        # In less, later versions of Python cannot call NumPy.
        for size in (32 << 10 if sys.version_info < (3, 12) else 48 << 10, 64 << 10, 256 << 10):
            threading.stack_size(size)
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
        assert len(results) == 3 and results[0] == results[1] == results[2] and results[0][0] == results[0][1]
        print("right")
    """) == "right"


def test_first_use_on_a_small_stack():
    assert output("""
        threading.stack_size(64 << 10)
        results = []
        thread = threading.Thread(target=lambda: results.append(s(0.5)))
        thread.start()
        thread.join()
        print(results[0] == s(0.5))
    """) == "True"


def level_with(flags, env=None):
    return start(f"""
        from purekernels import _native
        _native._processor_flags = lambda: frozenset({flags!r}.split())
        try:
            print(_native.level())
            f(0.5)
        except _native.NativeError as error:
            assert isinstance(error, RuntimeError)
            print("error", error)
            print("again", end=" ")
            try:
                f(0.5)
            except _native.NativeError as error:
                print(error)
    """, env=env).stdout.strip()


V3, V4 = (" ".join(_native.LEVELS[level]) for level in ("v3", "v4"))


def test_levels():
    assert level_with(V3).startswith("v3")
    for flags, missing in (("sse2", "avx2, fma"), ("sse2 avx2 bmi1 bmi2", "fma"), ("", "avx2, fma, bmi1, bmi2")):
        text = level_with(flags)
        assert text.startswith("error") and "AVX2 and FMA" in text and missing in text and "again" in text
    assert level_with(V3 + " avx512f") .startswith("v3")


def test_wanted_levels():
    assert level_with(V3, {"KERNELS_LEVEL": "v3"}).startswith("v3")
    text = level_with(V3 + " avx512f", {"KERNELS_LEVEL": "v4"})
    assert text.startswith("error") and "KERNELS_LEVEL is v4, but this processor lacks avx512bw" in text
    assert level_with(V4, {"KERNELS_LEVEL": ""}).startswith("v4")
    for value in ("v2", "V3", "avx2"):
        text = level_with(V4, {"KERNELS_LEVEL": value})
        assert text.startswith("error") and f"KERNELS_LEVEL is {value!r}, not one of v4, v3" in text


def with_library(directory, make):
    """What happens with another file in place of the library."""
    make(directory)
    return output(f"""
        from pathlib import Path
        from purekernels import _native
        _native._DIRECTORY = Path({str(directory)!r})
        texts = []
        for call in (lambda: f(0.5), lambda: f(np.ones(3)), lambda: PureFunction.parse("x = 1"), lambda: f.explain()):
            try:
                call()
                print("no error")
            except _native.NativeError as error:
                texts.append(str(error))
        print(*set(texts))
    """, env={"KERNELS_LEVEL": "v3"})


def test_missing_library(tmp_path):
    text = with_library(tmp_path, lambda directory: None)
    assert text == f"purekernels: {tmp_path}/kernels-v3.so is missing: install the package anew"


@pytest.mark.parametrize("size", [0, 10, 64, 5000, 1_000_000, -4096, -1])
def test_damaged_library(tmp_path, size):
    def make(directory):
        whole = (_native._DIRECTORY / "kernels-v3.so").read_bytes()
        (directory / "kernels-v3.so").write_bytes(whole[:size])

    text = with_library(tmp_path, make)
    assert text == f"purekernels: {tmp_path}/kernels-v3.so is damaged: install the package anew"


def test_library_that_is_none(tmp_path):
    text = with_library(tmp_path, lambda directory: (directory / "kernels-v3.so").write_text("no library" * 100))
    assert "damaged" in text


def compile_library(directory, text):
    (directory / "library.c").write_text(text)
    subprocess.run(["gcc", "-shared", "-fPIC", "library.c", "-o", "kernels-v3.so"], cwd=directory, check=True)


@pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no gcc")
@pytest.mark.parametrize("text,error", [
    ("int kn_abi_version(void) { return 99; }", "kernels-v3.so has the interface's version 99, not 1: install the package anew"),
    ("int kn_abi_version(void) { return 0; }", "kernels-v3.so has the interface's version 0, not 1"),
    ("int other(void) { return 1; }", "kernels-v3.so cannot be loaded: "),
    ("extern int missing(void); int kn_abi_version(void) { return missing(); }", "kernels-v3.so cannot be loaded: "),
    ("int kn_abi_version(void) { return 1; }", "kernels-v3.so cannot be loaded: "),
])
def test_other_library(tmp_path, text, error):
    assert error in with_library(tmp_path, lambda directory: compile_library(directory, text))


def test_two_packages_in_one_process(tmp_path):
    package = os.path.dirname(_native.__file__)
    shutil.copytree(package, tmp_path / "purekernels_too")
    assert output(f"""
        sys.path.append({str(tmp_path)!r})
        import purekernels_too
        from children import copies, in_child
        g = purekernels_too.pure(lambda t: sin(t))
        array = np.linspace(0, 100, 300_000)
        assert (g(array) == s(array)).all() and g(0.5) == s(0.5)
        assert len(copies()[0]) == 2
        expected = s(array)
        failures = []
        def work(function):
            for _ in range(20):
                if not (function(array) == expected).all() or function(0.5) != s(0.5):
                    failures.append(function)
        threads = [threading.Thread(target=work, args=(function,)) for function in (s, g, s, g)]
        for thread in threads:
            thread.start()
        assert in_child(lambda: (g(array) == s(array)).all() and copies()[1]) == 0
        for thread in threads:
            thread.join()
        assert not failures
        # One's functions within the other's: they are other objects.
        purekernels_too.set_num_threads(1)
        assert purekernels_too.get_num_threads() == 1
        print("right")
    """) == "right"


def test_runtime_variables_of_others():
    # Those are .NET's, and may be set for other programs.
    for name, value in (("DOTNET_gcServer", "1"), ("DOTNET_GCHeapHardLimit", "1000000"), ("DOTNET_TieredCompilation", "0"),
                        ("DOTNET_PROCESSOR_COUNT", "1"), ("DOTNET_GCgen0size", "4000000"), ("DOTNET_EnableEventPipe", "1"),
                        ("DOTNET_GCLargePages", "1"), ("DOTNET_GCRegionSize", "1"), ("DOTNET_GCRegionRange", "1"),
                        ("DOTNET_GCHeapHardLimit", "1"), ("COMPlus_GCRegionRange", "1")):
        process = start("print(f(0.5) == tuple(value[0] for value in f(np.full(300_000, 0.5))))", env={name: value})
        assert process.stdout.strip() == "True", (name, process)
