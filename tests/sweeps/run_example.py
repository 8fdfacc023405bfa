"""run_example.py EXAMPLE FACET PAGE FOLDER: runs an example of PAGE in FOLDER, beside a small run.toml."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

example, page, folder = sys.argv[1], Path(sys.argv[3]), Path(sys.argv[4])
facet = Path(sys.argv[2]).absolute()
figure = "decoding 0:2 position knn r2"
env = {**os.environ, "PATH": f"{facet.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"}


def block(first_line):
    """The block of code of the page that begins so."""
    lines = page.read_text().splitlines()
    start = lines.index("    " + first_line)
    end = start
    while end < len(lines) and (not lines[end] or lines[end].startswith("    ")):
        end += 1
    return "\n".join(line[4:] for line in lines[start:end]) + "\n"


def run(*words, **more):
    ended = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, **more)
    print(ended.stdout, ended.stderr, sep="\n")
    return ended


def metrics(run_folder):
    return json.loads((folder / "runs" / run_folder / "metrics.json").read_text())


shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
angle = np.arange(400) / 20
np.savez(folder / "rat.npz", neural=np.sin(angle[:, None] + np.arange(6)).astype("f4"),
         position=np.stack([np.cos(angle), np.sin(angle)], 1).astype("f4"))
(folder / "run.toml").write_text("""[data]
file = "rat.npz"
validation = 0.2
[model]
name = "offset1-model"
num_output = 2
[[objective]]
slice = [0, 2]
loss = "FixedEuclideanInfoNCE"
distribution = { name = "time_delta", label = "position" }
[training]
steps = 20
batch_size = 32
device = "cpu"
optimizer = { name = "Adam", lr = 1e-3 }
""")

if example == "optuna":
    ended = run(sys.executable, "-", input=block("import json"))
    assert ended.returncode == 0
    values = [metrics(f"optuna-{i}")[figure] for i in range(3)]
    assert int(ended.stdout.split()[-1]) == int(np.argmax(values)), values
elif example == "snakemake":
    (folder / "Snakefile").write_text(block('RATES = ["1e-3", "1e-2"]'))
    assert run("snakemake", "--cores", "2").returncode == 0
    assert metrics("rate-1e-3")[figure] != metrics("rate-1e-2")[figure]
    assert "Nothing to be done" in run("snakemake", "--cores", "2").stderr
    # Stopped before its end, and tried again: it goes on from its checkpoint.
    (folder / "runs/rate-1e-3/metrics.json").unlink()
    assert run("snakemake", "--cores", "2").returncode == 0
    assert json.loads((folder / "runs/rate-1e-3/run.json").read_text())["resumed_at"] == 20
else:
    script = block("export OMP_NUM_THREADS=1")
    assert run("bash", "-c", script).returncode == 0
    for rate in ("1e-3", "1e-2"):
        seeds = [metrics(f"rate-{rate}-seed-{seed}")[figure] for seed in (0, 1)]
        assert seeds[0] != seeds[1]
    before = (folder / "jobs.log").read_text()
    assert run("bash", "-c", script).returncode == 0
    assert (folder / "jobs.log").read_text() == before  # all were done
