"""README's examples, tables and limits are what the package and its result files say; the script draws."""

import contextlib
import importlib.util
import io
import linecache
import os
import re
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

import purekernels
from purekernels import _graph, _native, _paths, _scope

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
OPTIONAL = ("pandas", "dask")

# A block of Python, and the block of text that follows it at once.
EXAMPLES = re.findall(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```)?", README, re.DOTALL)


def load(path):
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tables = load(ROOT / "bench" / "tables.py")


def run(code, names):
    """What a block prints; None if a package that it imports is not here."""
    lines = code.splitlines(keepends=True)
    linecache.cache["example.py"] = (len(code), None, lines, "example.py")
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "example.py", "exec"), names)
    except ImportError as error:
        if (error.name or "").partition(".")[0] in OPTIONAL:
            return None
        raise
    except purekernels.PureError as error:
        return f"{printed.getvalue()}PureError: {error}\n"
    return printed.getvalue()


@pytest.fixture(scope="module")
def outputs():
    """What each block prints, run in their order as one program."""
    names = {"__name__": "examples"}
    found = []
    for code, _ in EXAMPLES:
        try:
            found.append(run(code, names))
        except Exception:
            found.append(traceback.format_exc())
    return found


def without_carets(text):
    return "".join(line for line in text.splitlines(keepends=True) if set(line.strip()) != {"^"})


def test_there_are_examples():
    assert len(EXAMPLES) == README.count("```python") > 10
    assert sum(bool(expected) for _, expected in EXAMPLES) == README.count("```text") > 10


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_example_prints_what_is_below_it(outputs, number):
    expected, printed = EXAMPLES[number][1], outputs[number]
    if printed is None:
        pytest.skip("a package that is optional is not here")
    if sys.version_info < (3, 11):
        expected, printed = without_carets(expected), without_carets(printed)
    assert printed == expected


def test_a_wrong_output_is_noticed():
    assert run("print(1)", {}) != "2\n"
    assert run("from purekernels import pure\npure(len)", {}).startswith("PureError: 'len'")


def test_tables_are_those_of_the_result_files():
    assert [match[1] for match in tables.MARKED.finditer(README)] == ["speed", "calls"]
    assert tables.filled(README) == README


def test_a_changed_digit_is_noticed():
    for match in tables.MARKED.finditer(README):
        places = [match.start() + digit.start() for digit in re.finditer(r"\d", match[0]) if "\n" in match[0][: digit.start()]]
        assert len(places) > 40
        for place in places:
            changed = README[:place] + str((int(README[place]) + 1) % 10) + README[place + 1 :]
            assert tables.filled(changed) != changed, README[place - 20 : place + 20]


def test_limits_are_those_of_the_package():
    limits = dict(re.findall(r"^\| ([a-z ]+) \| ([\d,]+) \|$", README.partition("## Limits")[2], re.MULTILINE))
    assert {name: int(number.replace(",", "")) for name, number in limits.items()} == {
        "arguments": _graph.MOST_INPUTS,
        "results": _graph.MOST_OUTPUTS,
        "ways through it": _paths.MOST_PATHS,
        "conditions on one way": _paths.MOST_DECISIONS,
        "operations": _graph.MOST_OPERATIONS,
        "constants": _graph.MOST_CONSTANTS,
        "helpers called within each other": _scope.DEEPEST_CALLS,
        "characters of a name": _graph.LONGEST_NAME,
        "size of an exponent that counts as an integer": _graph.LARGEST_EXPONENT,
    }
    assert f"{_native.ADDRESS_SPACE >> 20} MiB of address space" in README


def test_links_lead_to_files():
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", README):
        if not target.startswith("../") or (ROOT.parent / "README.md").exists():
            assert (ROOT / target).exists(), target


def test_lines_are_not_too_long():
    outside = re.sub(r"(?m)^\|.*$", "", tables.MARKED.sub("", README))
    assert max(map(len, outside.splitlines())) <= 140
    assert (ROOT / "heart.png").stat().st_size < 40_000


def script(*arguments):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.run([sys.executable, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding="utf-8", env=environment, check=False)


def test_heart_is_drawn(tmp_path):
    pytest.importorskip("matplotlib")
    result = script(ROOT / "examples" / "heart.py", "--out", tmp_path / "heart.png")
    assert (result.returncode, result.stderr) == (0, "")
    assert (tmp_path / "heart.png").read_bytes()[1:4] == b"PNG"


def test_comparison_runs(tmp_path):
    pytest.importorskip("numpy")
    result = script(ROOT / "bench" / "compare.py", "--level", "v3", "--points", 16_000, "--rounds", 1, "--out", tmp_path / "name-v3.json")
    assert (result.returncode, result.stderr) == (0, "")
    assert "purekernels, two Python threads on halves" in result.stdout or purekernels.get_num_threads() == 1
    tables.RESULTS, before = tmp_path, tables.RESULTS
    try:
        assert "| a Python loop |" in tables.table("speed", "name") and "| one number |" in tables.table("calls", "name")
    finally:
        tables.RESULTS = before


@pytest.mark.parametrize("arguments", [
    ("--points", 17), ("--points", 0), ("--points", "many"), ("--rounds", 0), ("--level", "v2"), ("--out", "/nowhere/at/all.json"),
    ("--what",),
])
def test_mistakes_are_one_line(arguments):
    result = script(ROOT / "bench" / "compare.py", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
