"""Ranks that Slurm starts on two nodes: by srun, and by the batch file of the document on ranks, which is told to end
and goes on when it is put into the queue again."""
import os
import re
import subprocess
import tempfile
from pathlib import Path

from trained_alike import CONFIG, Training, free_port, kill_one, ranks_of, wait_until
from two_nodes import TwoNodes

training = Training()
STEPS = 2000


def srun(*words):
    return ["srun", "-N", "2", "-n", "2", "-K", *words]


def batch_file():
    """That of the document, with what is this test's own."""
    text = Path(training.docs).read_text(encoding="utf-8")
    block = re.search(r"((?:    .*\n|\n)*    #!/bin/bash\n(?:    .*\n|\n)*)", text).group(1)
    script = "".join(line[4:] for line in block[block.index("    #!"):].splitlines(keepends=True))
    for own, of_the_document in ((f"{training.facet} train long.toml", "facet train run.toml"),
                                 ("--nodes=2", "--nodes=4"), ("--cpus-per-task=1", "--cpus-per-task=16"),
                                 ("--out batch", "--out runs/rat")):
        assert of_the_document in script, (of_the_document, script)
        script = script.replace(of_the_document, own)
    return script


def field_of(job, name):
    told = subprocess.run(["scontrol", "show", "job", job], capture_output=True, text=True, check=True).stdout
    return re.search(rf"{name}=(\w+)", told).group(1)


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

    (training.folder / "long.toml").write_text(CONFIG.replace("steps = 60", f"steps = {STEPS}"))
    (training.folder / "job.sbatch").write_text(batch_file())
    job = training.run(["sbatch", "--parsable", "job.sbatch"]).stdout.strip()
    training.wait_for_checkpoint("batch")
    training.run(["scancel", "--signal=USR1", job])  # as Slurm does before the time is up
    wait_until(lambda: field_of(job, "Restarts") == "1", 60, "the job in the queue again")
    done = training.steps_saved("batch")
    assert 0 < done < STEPS, done
    training.run(["scontrol", "update", f"JobId={job}", "StartTime=now"])  # Slurm would wait two minutes
    wait_until(lambda: field_of(job, "JobState") in ("COMPLETED", "FAILED"), 120, "the end of the job")
    assert field_of(job, "JobState") == "COMPLETED", (training.folder / f"slurm-{job}.out").read_text()
    assert training.steps_saved("batch") == STEPS
    print(f"a batch job, told to end after {done} steps, put back into the queue, done after {STEPS}")
