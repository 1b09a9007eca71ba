#!/usr/bin/env python3
"""Fills the tables of python/README.md from the result files of compare.py.

    python3 python/bench/tables.py                  # from the files that README names
    python3 python/bench/tables.py --from NAME      # from results/NAME-v3.json and results/NAME-v4.json
    python3 python/bench/tables.py --check          # exit code 1 if the tables are others
"""

import argparse
import json
import re
import sys
import textwrap
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
RESULTS = Path(__file__).parent / "results"
MARKED = re.compile(r"(?<=<!-- table )(\w+) from ([\w-]+) -->\n.*?(?=<!-- end of table -->)", re.DOTALL)
LEVELS = {"v3": "AVX2", "v4": "AVX-512"}


def filled(text, name=None):
    """The text with the tables that its result files, or those of another name, make."""
    return MARKED.sub(lambda match: f"{match[1]} from {name or match[2]} -->\n{table(match[1], name or match[2])}", text)


def table(kind, name):
    """A table by its kind, of the result files by their name."""
    reports = {}
    for level in LEVELS:
        path = RESULTS / f"{name}-{level}.json"
        if path.exists():
            reports[level] = json.loads(path.read_text(encoding="utf-8"))
    if not reports:
        raise FileNotFoundError(f"there is no {RESULTS / name}-v3.json")
    return {"speed": speed, "calls": calls}[kind](reports)


def speed(reports):
    """Nanoseconds a point, and how many times as long as purekernels takes."""
    report = next(iter(reports.values()))
    columns = [(level, threads) for level in reports for threads in dict.fromkeys((1, reports[level]["threads"]))]
    heads = [f"{LEVELS[level]}, {threads} thread{'s' * (threads > 1)}" for level, threads in columns]
    names = [row["contender"] for row in report["rows"] if "two" not in row["contender"]]
    caption = (
        f"{where(report)}, {report['points']:,} points at random in ±100, `out=` where it can be given: nanoseconds a point, "
        "and how many times as long as the first row. "
        f"{versions(report)}. {builds(reports)}"
    )
    lines = [
        textwrap.fill(caption, 140),
        "",
        "| contender | " + " | ".join(heads) + " | until the first result, ms |",
        "|---|" + "---:|" * (len(heads) + 1),
    ]
    for name in dict.fromkeys(names):
        cells = [cell(reports[level], name, threads) for level, threads in columns]
        first = report["first"].get(name, "–")
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {first if first == '–' else f'{first:.0f}'} |")
    return "\n".join(lines) + "\n"


def cell(report, name, threads):
    times = {row["contender"]: row["nanoseconds"] for row in report["rows"] if row["threads"] == threads}
    if name not in times:
        return "–"
    ratio = times[name] / times["purekernels"]
    return figure(times[name]) if name == "purekernels" else f"{figure(times[name])} ({figure(ratio)}×)"


def calls(reports):
    """Microseconds of a call."""
    report = next(iter(reports.values()))
    measured = report["calls"]
    lines = [
        f"{where(report)}, {LEVELS[report['level']]}: microseconds of a call, without `out=`.",
        "",
        "| | purekernels | NumPy | Python |",
        "|---|---:|---:|---:|",
    ]
    for points in (1, 10, 100, 1000, 10_000):
        cells = [measured.get(f"{name}, {points}") for name in ("purekernels", "NumPy", "a Python loop")]
        lines.append(f"| an array of {points:,} point{'s' * (points > 1)} | " + " | ".join(map(figure, cells)) + " |")
    for text, key in (("one number", "a number"), ("one number, awaited: one of 1,000 tasks that are gathered", "a number gathered")):
        lines.append(f"| {text} | {figure(measured[f'purekernels, {key}'])} | – | {figure(measured[f'Python, {key}'])} |")
    times = {row["contender"]: row["nanoseconds"] * report["points"] / 1e3 for row in report["rows"] if "two" in row["contender"]}
    for name, value in times.items():
        lines.append(f"| {report['points']:,} points, {name.partition(', ')[2]} | {value:,.0f} | – | – |")
    return "\n".join(lines) + "\n"


def where(report):
    processor = report["processor"]
    return f"{processor['name']}, family {processor['family']}, model {processor['model']}, {report['date']}"


def versions(report):
    names = {"python": "Python", "numpy": "NumPy", "numba": "Numba", "numexpr": "numexpr"}
    return ", ".join(f"{names[key]} {version}" for key, version in report["versions"].items() if key in names)


def builds(reports):
    """What the others have of vector functions, and what the row of libmvec is for."""
    report = next(iter(reports.values()))
    without = [f"{name} without {what}" for name, what in (("Numba", "SVML"), ("numexpr", "VML")) if name in report["builds"]
               and not report["builds"][name]]
    text = ""
    if without:
        text = (
            f"These builds (Debian's) are {' and '.join(without)}, Intel's vector functions. The last row stands in for those: the same "
            "job over the GNU C library's vector functions, called from C, is about what a build that has them could come to. Its results "
            "are off by up to 4 units in the last place."
        )
    levels = [LEVELS[level] for level in reports if reports[level]["builds"].get("NumPy")]
    text += f" NumPy has SVML's functions, and uses them with {' and '.join(levels)}." if levels else ""
    is_busy = any(report["load"] > report["threads"] for report in reports.values())
    return text + (" Provisional: the machine had other work." if is_busy else "")


def figure(value):
    """Three digits, of numbers from 100 on all."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.error = lambda message: parser.exit(2, f"{parser.prog}: {message}\n")
    parser.add_argument("--from", dest="name", metavar="NAME", help="the result files' name without -v3.json")
    parser.add_argument("--check", action="store_true", help="change nothing; exit code 1 if something would change")
    options = parser.parse_args(arguments)
    text = README.read_text(encoding="utf-8")
    try:
        new = filled(text, options.name)
    except FileNotFoundError as error:
        parser.error(str(error))
    if options.check:
        return int(new != text)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
