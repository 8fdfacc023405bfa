"""Ranks that Slurm starts on two nodes: by srun, and by the batch file of the document on ranks, which is told to end
and goes on when it is put into the queue again."""
import os
import re
import subprocess
import tempfile
from pathlib import Path

from trained_alike import STOPPED, Training, free_port, kill_one, ranks_of, wait_until
from two_nodes import TwoNodes

training = Training()


def srun(*words):
    return ["srun", "-N", "2", "-n", "2", "-K", *words]


def batch_file():
    """That of the document, with what is this test's own."""
    text = Path(training.docs).read_text(encoding="utf-8")
    block = re.search(r"((?:    .*\n|\n)*    #!/bin/bash\n(?:    .*\n|\n)*)", text).group(1)
    script = "".join(line[4:] for line in block[block.index("    #!"):].splitlines(keepends=True))
    script = script.replace("facet train", f"{training.facet} train").replace("run.toml", "config.toml")
    return script


def state_of(job):
    told = subprocess.run(["scontrol", "show", "job", job], capture_output=True, text=True, check=False).stdout
    return re.search(r"JobState=(\w+)", told).group(1) if "JobState" in told else "GONE"


with tempfile.TemporaryDirectory() as folder, TwoNodes(folder):
    # Names of nodes do not resolve here.
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=free_port())
    training.run(srun(*training.words("run")))
    training.require_alike("run")

    killed = training.start(srun(*training.words("killed", "--set", "training.steps=100000")))
    training.wait_for_checkpoint("killed")
    kill_one(training)
    told, _ = killed.communicate(timeout=60)
    assert killed.returncode != 0, told
    wait_until(lambda: not ranks_of(training.facet), 15, "the end of all ranks")

    (training.folder / "job.sbatch").write_text(batch_file())
    job = training.run(["sbatch", "--parsable", "job.sbatch"]).stdout.strip()
    wait_until(lambda: state_of(job) in ("COMPLETED", "FAILED", "GONE"), 90, "the end of the job")
    output = (training.folder / f"slurm-{job}.out").read_text()
    assert state_of(job) == "COMPLETED", output
    print(output)
