"""A small training, alone and by ranks that something has started: the same losses, and one run."""
import csv
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

CONFIG = """
[data]
file = "recording.npz"
signals = "neurons"
[model]
name = "offset10-model"
num_units = 16
num_output = 4
[[objective]]
slice = [0, 4]
loss = "LearnableCosineInfoNCE"
distribution = { name = "time", time_offset = 3 }
[training]
steps = 60
batch_size = 128
checkpoint_frequency = 10
ranks_timeout = 20
"""
STOPPED = 75  # the exit code of a training that was asked to end


class Training:
    def __init__(self):
        self.facet, folder, self.docs, self.torchrun = sys.argv[1:5]
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run([self.facet, "simulate", "recording.npz", "--num-bins", "2000"])
        (self.folder / "config.toml").write_text(CONFIG)
        self.run([self.facet, "train", "config.toml", "--out", "alone", "-q", "--no-report"])

    def words(self, out, *more):
        """What every rank runs."""
        return [self.facet, "train", "config.toml", "--distributed", "--out", out, "-q", "--no-report", *more]

    def run(self, words, expected=0, **more):
        result = subprocess.run([str(word) for word in words], cwd=self.folder, capture_output=True, text=True,
                                timeout=120, **more)
        assert result.returncode == expected, (words, result.returncode, result.stdout, result.stderr)
        return result

    def start(self, words, **more):
        return subprocess.Popen([str(word) for word in words], cwd=self.folder, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True, **more)

    def losses(self, run):
        with open(self.folder / run / "history.csv", encoding="utf-8") as file:
            return [float(row["total"]) for row in csv.DictReader(file)]

    def require_alike(self, run):
        """Tests that a run has the losses of the one that was trained alone."""
        alone, found = self.losses("alone"), self.losses(run)
        assert len(found) == len(alone), (run, len(found))
        worst = max(abs(a - b) for a, b in zip(alone, found))
        assert worst <= 1e-5 * max(map(abs, alone)), (run, worst)
        print(f"{run}: {len(found)} steps, losses within {worst:.1e} of one rank's")

    def steps_saved(self, run):
        path = self.folder / run / "history.csv"
        return len(self.losses(run)) if path.exists() else 0

    def wait_for_checkpoint(self, run):
        wait_until(lambda: self.steps_saved(run) > 0, 60, f"a checkpoint of {run}")


def wait_until(is_so, seconds, what):
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"{what}: not within {seconds} s"
        time.sleep(0.05)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return str(taken.getsockname()[1])


def ranks_of(program):
    """The processes of a training by several ranks, by their numbers as processes."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except (OSError, NotADirectoryError):
            continue
        if b"--distributed" in words and words[0].endswith(Path(program).name.encode()):
            found.append(int(process.name))
    return found


def kill_one(training):
    os.kill(max(ranks_of(training.facet)), signal.SIGKILL)


def install(program, *packages):
    """Debian's packages, where a program of theirs is missing."""
    if shutil.which(program):
        return
    subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *packages], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
