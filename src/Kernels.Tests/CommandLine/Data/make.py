"""Writes the files of this folder, by pandas' and NumPy's own writers: python3 make.py (pandas 1.5, NumPy 1.24).

Rows i = 0 to 96: t = i/7, w = 1 + i/16; the tests compute the same numbers.
"""
import csv
import numpy as np
import pandas as pd
from numpy.lib import format as npy

i = np.arange(97)
t, w = i / 7, 1 + i / 16
frame = pd.DataFrame({"t": t, "w": w, "label": ['a,b', 'say "hi"', 'two\nlines', ''] * 24 + ['']})

# CSV.
frame.to_csv("pandas.csv")
frame.to_csv("pandas-quoted.csv", index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
frame[["t", "w"]].to_csv("pandas-bom.csv", index=False, encoding="utf-8-sig")
special = pd.DataFrame({"x": [np.nan, np.inf, -np.inf, -0.0, 5e-324, 1.7976931348623157e308]})
special.to_csv("pandas-special.csv", index=False, na_rep="nan")
special.assign(y=1.5).to_csv("pandas-empty.csv", index=False)
np.savetxt("savetxt.csv", np.column_stack([t, w]), delimiter=",", header="t,w", fmt="%r")
np.savetxt("savetxt-e.csv", np.column_stack([t, w]), delimiter=",", header="t,w", comments="")
np.savetxt("savetxt-bare.csv", np.column_stack([t, w]), delimiter=",")
np.savetxt("savetxt-special.csv", special["x"], header="x", comments="")

# Arrays without names.
both = np.column_stack([t, w])
np.save("f8.npy", both)
np.save("f4.npy", both.astype("<f4"))
np.save("f8-fortran.npy", np.asfortranarray(both))
np.save("f4-fortran-big.npy", np.asfortranarray(both.astype(">f4")))
np.save("f8-big.npy", both.astype(">f8"))
np.save("i4.npy", np.column_stack([i, 2 * i]).astype("<i4"))
np.save("t.npy", t)

# Records.
records = np.zeros(97, dtype=[("label", "U3"), ("t", "<f8"), ("n", "<i2"), ("w", ">f4"), ("c", "<c16"), ("box", "<f8", (2, 3))])
records["t"], records["w"], records["n"], records["label"] = t, w, i - 48, "abc"
np.save("records.npy", records)
aligned = np.zeros(97, dtype=np.dtype([("n", "i1"), ("t", "f8"), ("w", "f4")], align=True))
aligned["n"], aligned["t"], aligned["w"] = i - 48, t, w
np.save("records-aligned.npy", aligned)
np.save("frame.npy", frame[["t", "w"]].to_records(index=True))
for version in (1, 2, 3):
    with open(f"version-{version}.npy", "wb") as file:
        npy.write_array(file, both, version=(version, 0))
unicode = np.zeros(97, dtype=[("τ", "<f8"), ("ω", "<f8")])
unicode["τ"], unicode["ω"] = t, w
np.save("unicode.npy", unicode)

# What is refused.
np.save("objects.npy", np.array([1, "a", None], dtype=object))
np.save("cube.npy", np.zeros((2, 3, 4)))
np.save("complex.npy", np.zeros(3, dtype=complex))
np.save("none.npy", np.zeros((0,)))
