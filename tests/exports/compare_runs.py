"""compare_runs.py FACET FOLDER: trains small runs, exports them, and compares with what `facet embed` gives."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

from exported import by_torch, check, close, differences

facet, folder = sys.argv[1], Path(sys.argv[2]).resolve()
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
random = np.random.default_rng(0)


def code_blocks(page):
    """The indented blocks of a page; an empty line within one is part of it."""
    blocks, inside = [], False
    for line in page.splitlines():
        code = line.startswith("    ")
        if code and not inside:
            blocks.append([])
        inside = code or (inside and not line)
        if inside:
            blocks[-1].append(line)
    return blocks


def call(*words):
    subprocess.run([facet, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def recording(name, neurons, bins):
    signals = (random.gamma(2.0, 1.5, size=(bins, neurons)) * np.linspace(0.5, 20, neurons)).astype("f4")
    np.savez(folder / name, neural=signals, position=random.normal(size=(bins, 2)), phase=np.arange(bins) % 3)


def config(name, model, data="", more=""):
    (folder / name).write_text(f"""[data]
{data}
[model]
{model}
num_output = 6
num_units = 8
[[objective]]
slice = [0, 4]
loss = "FixedEuclideanInfoNCE"
distribution = {{ name = "time_delta", label = "position" }}
[[objective]]
slice = [4, 6]
loss = "nn.MSELoss"
target = "position"
[training]
steps = 20
batch_size = 32
device = "cpu"
{more}
""")


def compare(run, export, other, session=()):
    """At two lengths: other recordings than the one of the training."""
    worst = [0.0, 0.0]
    check(folder / export)
    for data in other:
        call("embed", run, data, "--out", "embedded.npz", "--overwrite", *session)
        expected = np.load(folder / "embedded.npz")["embedding"]
        found = differences(folder / export, np.load(folder / data)["neural"], expected)
        worst = [max(pair) for pair in zip(worst, found)]
    print(f"{run} {export}: PyTorch {worst[0]:.1e}, ONNX Runtime {worst[1]:.1e}")


for name, neurons, bins in (("a.npz", 9, 300), ("b.npz", 9, 177), ("c.npz", 5, 300), ("d.npz", 5, 90)):
    recording(name, neurons, bins)

config("scaled.toml", 'name = "offset10-model"\nrenormalize = true', 'file = "a.npz"\nzscore = true')
call("train", "scaled.toml", "--out", "scaled", "-q")
call("export", "scaled", "scaled_export")
compare("scaled", "scaled_export", ["a.npz", "b.npz"])
about = by_torch(folder / "scaled_export", np.load(folder / "a.npz")["neural"])[1]
assert about["neurons"] == [f"neural[{i}]" for i in range(9)], about
assert about["facets"][0]["labels"] == ["position"] and about["facets"][1]["slice"] == [4, 6], about
assert about["zscored"] and about["renormalized"] and about["bin"] is None, about
with open(folder / "scaled_export/embedding.csv", newline="") as file:
    rows = list(csv.DictReader(file))
own = np.load(folder / "scaled/embedding.npz")
table = np.array([[float(row[f"embedding_{i}"]) for i in range(6)] for row in rows], "f4")
assert np.array_equal(table, own["embedding"]) and [int(row["phase"]) for row in rows] == list(own["phase"])

# The code of docs/export.md, as it stands there.
page = (Path(__file__).parents[2] / "docs/export.md").read_text()
blocks = ["\n".join(line[4:] for line in block) for block in code_blocks(page)]
torch_code, windows_code, one_pass_code = (code for code in blocks if not code.startswith("facet"))
(folder / "scaled_export").rename(folder / "exported")
signals, expected = np.load(folder / "b.npz")["neural"], np.load(folder / "embedded.npz")["embedding"]
os.chdir(folder)
sys.path.insert(0, str(folder / "exported"))
names = {"signals": signals}
exec(torch_code, names)
close(names["embedding"].numpy(), expected, 1e-6)
for code in (windows_code, one_pass_code):
    exec(code, names)
    close(names["rows"], expected[names["left"]:len(expected) - names["right"] + 1], 1e-5)
(folder / "exported").rename(folder / "scaled_export")

config("some.toml", 'name = "offset40-model-4x-subsample"', 'file = "a.npz"\nneurons = [3, [5, 8]]\nzscore = true')
call("train", "some.toml", "--out", "some", "-q")
call("export", "some", "some_export")
call("embed", "some", "b.npz", "--out", "some.npz")
signals = np.load(folder / "b.npz")["neural"][:, [3, 5, 6, 7]]
print("some", differences(folder / "some_export", signals, np.load(folder / "some.npz")["embedding"]))
about = by_torch(folder / "some_export", signals)[1]
assert about["neurons"] == ["neural[3]", "neural[5]", "neural[6]", "neural[7]"], about

sessions = 'zscore = true\n[[data.session]]\nfile = "a.npz"\n[[data.session]]\nfile = "c.npz"'
config("two.toml", 'name = "offset5-model"', sessions)
call("train", "two.toml", "--out", "two", "-q")
call("export", "two", "two_export")
compare("two", "two_export/a", ["a.npz", "b.npz"], ("--session", "a"))
compare("two", "two_export/c", ["c.npz", "d.npz"], ("--session", "c"))

config("unified.toml", 'name = "offset10-model"', sessions, 'solver = "unified"\nalign_by = "position"')
call("train", "unified.toml", "--out", "unified", "-q")
call("export", "unified", "unified_export")
check(folder / "unified_export")
signals = random.normal(size=(60, 14)).astype("f4")
embedding, about = by_torch(folder / "unified_export", signals)
assert embedding.shape == (60, 6) and len(about["neurons"]) == 14
differences(folder / "unified_export", signals, embedding)
