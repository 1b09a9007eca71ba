"""Tests of a clone that nothing has been installed from take the sources."""

import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
if importlib.util.find_spec("purekernels") is None:
    sys.path.insert(0, str(HERE.parent / "src"))
