"""Runs the tests of tracing without pytest: python tests/run_tracing.py [part of a name]"""

import importlib
import sys
import time
import traceback
from pathlib import Path

MODULES = ("test_graph", "test_tracing", "test_purity", "test_names", "test_frozen", "test_random_functions")


def run(modules, part=""):
    """Runs every plain function whose name begins with test; returns the number of failures."""
    passed = failed = 0
    start = time.perf_counter()
    for module in modules:
        for name, test in sorted(vars(module).items()):
            if name.startswith("test") and part in name and callable(test):
                try:
                    test()
                    passed += 1
                except Exception:
                    failed += 1
                    print(f"FAILED {module.__name__}.{name}")
                    traceback.print_exc()
    version = ".".join(map(str, sys.version_info[:3]))
    numpy = f", NumPy {sys.modules['numpy'].__version__}" if "numpy" in sys.modules else ""
    print(f"Python {version}{numpy}: {passed} passed, {failed} failed, {time.perf_counter() - start:.1f} s")
    return failed


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    wanted = [name for name in MODULES if (Path(__file__).resolve().parent / f"{name}.py").exists()]
    sys.exit(min(run(list(map(importlib.import_module, wanted)), *sys.argv[1:]), 1))
