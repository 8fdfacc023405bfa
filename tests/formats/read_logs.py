"""read_logs.py FACET FOLDER: has a run log its steps, killed and resumed in their midst, and reads them by TensorBoard."""

import csv
import json
import math
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

facet, folder = sys.argv[1], Path(sys.argv[2])
steps = 400
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
random = np.random.default_rng(0)
np.savez(folder / "rat.npz", neural=random.normal(size=(400, 5)).astype("f4"))
(folder / "run.toml").write_text(f"""[data]
file = "rat.npz"
validation = 0.2
[model]
name = "offset1-model"
num_output = 2
[[objective]]
slice = [0, 2]
loss = "LearnableEuclideanInfoNCE"
distribution = "time"
[training]
steps = {steps}
batch_size = 32
valid_frequency = 50
gradient_clip = 0.1
device = "cpu"
[output]
observers = [{{ name = "tensorboard", every = 1 }}, {{ name = "csv", every = 1 }}, {{ name = "jsonl", every = 1 }}]
""")


def logged_steps():
    log = folder / "run/log.jsonl"
    return log.read_text().count("\n") if log.exists() else 0


def killed_after_checkpoint():
    """The number of rows when it was killed: some after step 50, whose checkpoint is there."""
    run = subprocess.Popen([facet, "train", "run.toml", "--out", "run", "-q"], cwd=folder)
    while logged_steps() < 60:
        assert run.poll() is None, f"it ended after {logged_steps()} steps"
        time.sleep(0.001)
    run.send_signal(signal.SIGKILL)
    run.wait()
    return logged_steps()


def table(name):
    with open(folder / "run" / name, newline="") as file:
        return list(csv.DictReader(file))


def same(events, rows, column, what):
    """As floats, which is what TensorBoard keeps."""
    expected = [(int(row["step"]), np.float32(row[column])) for row in rows if row[column]]
    assert expected, what
    assert [(event.step, np.float32(event.value)) for event in events] == expected, what


killed_at = killed_after_checkpoint()
assert 60 <= killed_at < steps, killed_at
subprocess.run([facet, "train", "run", "--resume", "-q"], cwd=folder, check=True)
assert len(list((folder / "run/tensorboard").iterdir())) == 2
read = EventAccumulator(str(folder / "run/tensorboard"), size_guidance={"scalars": 0}).Reload()
tags = set(read.Tags()["scalars"])
history, validation = table("history.csv"), table("validation.csv")
assert len(history) == steps
for rows, prefix in ((history, ""), (validation, "validation/")):
    for column in set(rows[0]) - {"step"}:
        tag = prefix + column.replace(".", "/")
        same(read.Scalars(tag), rows, column, tag)
        tags.remove(tag)
assert tags == {"steps_per_second", "peak_memory_mib"}, tags
for tag in tags:
    assert [event.step for event in read.Scalars(tag)] == list(range(1, steps + 1)), tag
    assert all(event.value > 0 and math.isfinite(event.value) for event in read.Scalars(tag)), tag

objects = [json.loads(line) for line in (folder / "run/log.jsonl").read_text().splitlines()]
for name, rows in (("log.csv", table("log.csv")), ("log.jsonl", objects)):
    assert [int(row["step"]) for row in rows] == list(range(1, steps + 1)), name
    for column in history[0]:
        assert [float(row[column]) for row in rows] == [float(row[column]) for row in history], f"{name} {column}"
    held_out = [(int(row["step"]), float(row["validation.total"])) for row in rows if row.get("validation.total")]
    assert held_out == [(int(row["step"]), float(row["total"])) for row in validation], name
print(f"killed at step {killed_at}, resumed: TensorBoard reads {len(read.Tags()['scalars'])} tags of {steps} steps")
