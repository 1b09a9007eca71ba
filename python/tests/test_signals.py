"""Signals end long calls, or do not, as their handlers want."""

import pytest
from children import output, start

# An array so large that one call takes seconds, and a function that takes long for each element.
LARGE = """
import faulthandler
large = np.linspace(0, 100, 12_000_000)

@pure
def heavy(t):
    total = t
    for k in range(1, 25):
        total = total + sin(k * t) * cos(t / k) * exp(-t * k)
    return total

class Alarm(Exception):
    pass

def after(seconds, number=signal.SIGINT):
    def send():
        time.sleep(seconds)
        after.at = time.perf_counter()
        os.kill(os.getpid(), number)
    threading.Thread(target=send).start()

def milliseconds_until(error, call):
    after(0.25)
    start = time.perf_counter()
    try:
        call()
        print("the call has ended before the signal:", time.perf_counter() - start)
        raise SystemExit(1)
    except error:
        return round((time.perf_counter() - after.at) * 1000)
"""

LAYOUTS = {
    "contiguous": "heavy(large)", "one thread": "heavy(large, threads=1)", "two results": "pure(lambda t: (heavy(t), heavy(t + 1)))(large)",
    "strided": "heavy(np.repeat(large[:6_000_000], 2)[::2])", "reversed": "heavy(large[::-1])", "floats": "heavy(large.astype('f'))",
    "integers": "heavy(large.astype(int))", "converted": "heavy(large.astype(np.int32))", "swapped": "heavy(large.astype('>f8'))",
    "rows": "heavy(large.reshape(3000, 4000)[:, 1:])", "short rows": "heavy(large.reshape(300_000, 40)[:, 1:])",
    "transposed": "heavy(large.reshape(3000, 4000).T)", "repeated": "heavy(np.broadcast_to(1.5, 12_000_000))",
    "in place": "heavy(large, out=large)", "where": "heavy(large, where=large < 99, out=np.zeros(12_000_000))",
    "every other": "heavy(large, where=np.arange(12_000_000) % 2 == 0, out=np.zeros(12_000_000))",
    "converted results": "heavy(large, out=np.empty(12_000_000, 'f'))",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_interrupt(layout):
    waited = int(output(LARGE + f"""
heavy(large[:100_000])
f(large[:100_000])
print(milliseconds_until(KeyboardInterrupt, lambda: {LAYOUTS[layout]}))
large = np.linspace(0, 1, 1000)
assert f(0.5)[0] == f(np.full(100_000, 0.5))[0][-1]
assert heavy(large)[7] == heavy(float(large[7])) and heavy(large, threads=2)[8] == heavy(float(large[8]))
"""))
    # 100 ms are promised, of a machine that has nothing else to do.
    assert waited < 400


def test_many_interrupts():
    assert output(LARGE + """
for _ in range(10):
    after(0.05)
    try:
        while True:
            f(large[:3_000_000])
            s(0.5)
            heavy(large[:20_000].astype(np.int32))
    except KeyboardInterrupt:
        pass
    assert f(0.5)[0] == f(np.full(100_000, 0.5))[0][-1]
print("right")
""") == "right"


def test_handler_that_does_not_raise():
    # It is called while the call goes on, and may call the library itself.
    assert output(LARGE + """
large = large[:3_000_000]
expected = heavy(large)
small = s(large[:300_000])
calls = []
def handler(*_):
    calls.append(1)
    assert (s(large[:300_000]) == small).all() and s(0.5) == s(np.full(3, 0.5))[0]
    assert pure(lambda t: t + 1)(1) == 2
signal.signal(signal.SIGALRM, handler)
for threads in (1, 2):
    before = len(calls)
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
    result = heavy(large, threads=threads)
    signal.setitimer(signal.ITIMER_REAL, 0)
    assert (result == expected).all() and len(calls) > before
print("right")
""") == "right"


def test_handler_that_raises_its_own():
    assert output(LARGE + """
def handler(*_):
    raise Alarm("mine", 3)
signal.signal(signal.SIGALRM, handler)
for _ in range(4):
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    try:
        heavy(large)
        print("ended")
    except Alarm as error:
        assert error.args == ("mine", 3) and error.__traceback__.tb_next is not None
    assert s(np.ones(300_000))[-1] == s(1.0)
print("right")
""") == "right"


def test_signal_during_calls_of_other_threads():
    # Python handles signals on its main thread, which waits here; the calls of others go on.
    assert output(LARGE + """
results = []
thread = threading.Thread(target=lambda: results.append(heavy(large[:2_000_000])))
thread.start()
after(0.1)
try:
    time.sleep(60)
except KeyboardInterrupt:
    pass
thread.join()
assert len(results) == 1 and results[0][-1] == heavy(float(large[1_999_999]))
print("right")
""") == "right"


def test_terminated():
    process = start(LARGE + "f(0.5)\nafter(0.2, signal.SIGTERM)\nheavy(large)\n")
    assert process.returncode == -15


def test_uncaught_interrupt():
    process = start(LARGE + "f(0.5)\nafter(0.2)\nheavy(large)\n")
    assert process.returncode == -2 and process.stderr.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.parametrize("before", ["f(0.5); faulthandler.enable()", "faulthandler.enable(); f(large[:300_000])"])
def test_faulthandler(before):
    process = start(LARGE + before + "\nimport ctypes\nprint('alive', flush=True)\nctypes.string_at(0)\n")
    assert process.stdout == "alive\n" and process.returncode == -11
    assert "Fatal Python error: Segmentation fault" in process.stderr and "string_at" in process.stderr


def test_handlers_that_were_there_stay():
    assert output(LARGE + """
def handler(*_):
    pass
kinds = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGCHLD, signal.SIGPIPE, signal.SIGUSR1, signal.SIGALRM)
signal.signal(signal.SIGUSR1, handler)
before = [signal.getsignal(kind) for kind in kinds], int(status("SigIgn"), 16), int(status("SigCgt"), 16)
f(large[:300_000])
assert [signal.getsignal(kind) for kind in kinds] == before[0]
assert int(status("SigIgn"), 16) == before[1]
changed = int(status("SigCgt"), 16) ^ before[2]
print(all(not changed >> kind - 1 & 1 for kind in kinds))
""") == "True"


def test_threads_of_the_library_take_no_signals():
    # Who blocks a signal to wait for it would lose it to them.
    assert output("""
        f(np.ones(3_000_000)); s(np.ones(3_000_000), threads=2)
        def blocked(task):
            with open(f"/proc/self/task/{task}/status") as file:
                return int(next(line.split()[1] for line in file if line.startswith("SigBlk:")), 16)
        own = threading.get_native_id()
        others = [task for task in os.listdir("/proc/self/task") if int(task) != own]
        wanted = [signal.SIGUSR1, signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD, signal.SIGALRM]
        assert len(others) >= 2 and all(blocked(task) >> (number - 1) & 1 for task in others for number in wanted), others
        assert not any(blocked(own) >> (number - 1) & 1 for number in wanted)
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        os.kill(os.getpid(), signal.SIGUSR1)
        assert signal.sigtimedwait({signal.SIGUSR1}, 5).si_signo == signal.SIGUSR1
        print("right")
    """) == "right"
