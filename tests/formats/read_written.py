"""read_written.py FACET FOLDER: has a recording written in every format, and reads it by the format's own library."""

import subprocess
import sys
from pathlib import Path

import h5py
import numpy as np
import pandas as pd
import scipy.io

facet, folder = sys.argv[1], Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(0)
bins = 200
neural = random.normal(size=(bins, 5)).astype("f4") * np.float32(np.pi)
position = random.normal(size=(bins, 2)) / 3
speed = np.where(np.arange(bins) % 7 == 0, np.nan, random.normal(size=bins))
trial = np.arange(bins) // 20
side = np.array(["left", "Übergang", 'a "b", c', ""])[np.arange(bins) % 4]
np.savez(folder / "rat.npz", neural=neural, position=position, speed=speed, trial=trial, side=side)
(folder / "run.toml").write_text("""[data]
file = "rat.npz"
[model]
name = "offset1-model"
num_output = 2
[[objective]]
slice = [0, 2]
loss = "FixedEuclideanInfoNCE"
distribution = "time"
""")


def written(extension):
    path = folder / f"written.{extension}"
    subprocess.run([facet, "data", "convert", "run.toml", "--overwrite", "--out", path.name], cwd=folder, check=True)
    return path


def same(got, expected, what):
    assert np.asarray(got).shape == expected.shape, f"{what}: {np.asarray(got).shape}"
    assert np.array_equal(got, expected, equal_nan=expected.dtype.kind == "f"), what


def expect(arrays, texts, what):
    for name, expected in (("neural", neural), ("position", position), ("speed", speed), ("trial", trial)):
        same(np.asarray(arrays[name]).squeeze().astype(expected.dtype), expected, f"{what} {name}")
    assert list(texts) == list(side), f"{what}: {list(texts)[:4]}"


def columns(table, name, count):
    return table[[f"{name}_{i}" for i in range(count)]].to_numpy()


npz = np.load(written("npz"))
expect(npz, npz["side"], "npz")
same(np.load(written("npy")), neural, "npy")
with h5py.File(written("h5")) as h5:
    assert h5["neural"].dtype == "f4" and h5["trial"].dtype == "i8"
    expect({name: h5[name][()] for name in h5}, h5["side"].asstr()[()], "h5")
mat = scipy.io.loadmat(written("mat"))
assert mat["neural"].dtype == "f4" and mat["trial"].dtype == "i8"
expect(mat, [cell[0] if cell.size else "" for cell in mat["side"][:, 0]], "mat")
for extension, separator in (("csv", ","), ("tsv", "\t")):
    table = pd.read_csv(written(extension), sep=separator, float_precision="round_trip")
    arrays = {"neural": columns(table, "neural", 5), "position": columns(table, "position", 2)}
    expect(arrays | {name: table[name].to_numpy() for name in ("speed", "trial")}, table["side"].fillna(""), extension)
