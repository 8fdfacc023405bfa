"""Two ranks, each held to 3 GB of memory by a cgroup, train on a recording of 4.8 GB."""
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

from trained_alike import free_port

BINS, NEURONS, LIMIT = 10_000_000, 120, 3 << 30
CONFIG = f"""
[data]
file = "recording.npy"
signals = "recording"
[model]
name = "offset10-model"
num_units = 32
num_output = 4
[[objective]]
slice = [0, 4]
loss = "FixedCosineInfoNCE"
distribution = {{ name = "time", time_offset = 10 }}
[training]
steps = 200
batch_size = 512
threads = 1
"""


def write_recording(path):
    """Slow waves in noise, a piece at a time."""
    array = np.lib.format.open_memmap(path, mode="w+", dtype="float32", shape=(BINS, NEURONS))
    random = np.random.default_rng(0)
    phases = np.linspace(0, 6, NEURONS)
    for begin in range(0, BINS, 100_000):
        wave = np.sin(np.arange(begin, begin + 100_000)[:, None] / 500 + phases)
        array[begin:begin + 100_000] = wave + random.random((100_000, NEURONS), dtype="float32")
    array.flush()


def cgroup(number):
    """One of its own for each rank; version 1 or 2, as this machine has."""
    for root, name in (("/sys/fs/cgroup/memory", "memory.limit_in_bytes"), ("/sys/fs/cgroup", "memory.max")):
        group = Path(root) / f"facet_rank_{number}"
        try:
            group.mkdir(exist_ok=True)
            (group / name).write_text(str(LIMIT))
            return group
        except OSError:
            continue
    raise SystemExit("no cgroup can be made here: run it as root")


def peak(group):
    for name in ("memory.max_usage_in_bytes", "memory.peak"):
        if (group / name).exists():
            return int((group / name).read_text())
    return None


def main():
    facet, folder = sys.argv[1], Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write_recording(folder / "recording.npy")
    (folder / "config.toml").write_text(CONFIG)
    groups, ranks = [cgroup(number) for number in range(2)], []
    place = {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": free_port(), "OMP_NUM_THREADS": "1"}
    for number, group in enumerate(groups):
        words = [facet, "train", "config.toml", "--distributed", "--out", "run", "-q", "--no-report"]
        ranks.append(subprocess.Popen(["sh", "-c", f'echo $$ > {group}/cgroup.procs; exec "$@"', "sh", *words],
                                      cwd=folder, env={**os.environ, **place, "RANK": str(number)}))
    codes = [rank.wait(timeout=1500) for rank in ranks]
    assert codes == [0, 0], codes
    rows = np.load(folder / "run" / "embedding.npz")["embedding"]
    assert rows.shape == (BINS, 4) and np.isfinite(rows).all(), rows.shape
    losses = np.genfromtxt(folder / "run" / "history.csv", delimiter=",", names=True)["total"]
    assert losses[-20:].mean() < losses[:20].mean() - 0.1, losses
    print("peak memory of the ranks, with what the system keeps of the file:", [peak(group) for group in groups])
    print("seconds of both ranks together:", resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)
    for group in groups:
        group.rmdir()
    shutil.rmtree(folder)


main()
