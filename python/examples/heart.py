#!/usr/bin/env python3
"""Draws the heart with matplotlib: python3 python/examples/heart.py --out heart.png"""

import argparse
from math import cos, pi, sin

import matplotlib
import numpy as np

from purekernels import pure

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402


@pure
def f(t):
    x = 16 * sin(t) ** 3
    y = 13 * cos(t) - 5 * cos(2*t) - 2 * cos(3*t) - cos(4*t)
    return (x, y)


parser = argparse.ArgumentParser(description="Draws the heart.")
parser.add_argument("--out", default="heart.png", help="the picture (default: %(default)s)")
options = parser.parse_args()

x, y = f(np.linspace(0, 2 * pi, 1000))

figure = pyplot.figure(figsize=(4, 3.6))
pyplot.plot(x, y, color="crimson", linewidth=2)
pyplot.axis("equal")
pyplot.axis("off")
figure.savefig(options.out, dpi=100, bbox_inches="tight")
