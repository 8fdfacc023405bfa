"""Trains by the program `facet`, as its user does, and measures it."""
import json
import shutil
import subprocess
import time

import numpy as np

from memory import peak_memory_mib
from recording import decoding_r2, write_recording
from workload import config


def _watch(command, look):
    """Runs it: when each line of progress came, and what look(process id) gave then, by step."""
    process = subprocess.Popen(command, text=True, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    times, looks, said = {}, {}, []
    for line in process.stderr:
        words = line.split()
        if len(words) > 3 and words[0] == "step" and words[2] == "of":
            step = int(words[1])
            times[step], looks[step] = time.perf_counter(), look(process.pid)
        said.append(line)
    if process.wait() != 0 or not times:
        raise SystemExit(f"{' '.join(map(str, command))} failed, or told no progress:\n"
                         f"{''.join(said)}")
    return times, looks


def train(facet, folder, workload, steps, seed=0, under=(), options=(), look=peak_memory_mib):
    """Into the run folder / "run", by a program that is told what to run, where `under` is one: what
    was measured; when the lines of progress came, and what was seen of the process then, by step."""
    run, file = folder / "run", folder / "run.toml"
    shutil.rmtree(run, ignore_errors=True)
    file.write_text(config(workload, write_recording(folder, workload), steps, seed))
    times, looks = _watch([*under, facet, "train", file, "--out", run, *options], look)
    first, last = min(times), max(times)
    record = json.loads((run / "run.json").read_text())
    return {"ms": 1000 * (times[last] - times[first]) / (last - first), "steps": steps,
            "libtorch": record["libtorch"], "threads": record["threads"]}, times, looks


def measure_facet(facet, folder, workload, steps, seed=0, decodes=False):
    """Milliseconds a step after the first tenth, peak memory (MiB) until the last step and, where
    asked for, how well the label is decoded."""
    result, _, memory = train(facet, folder, workload, steps, seed)
    result["memory_mib"] = max(memory.values())
    if decodes:
        whole = write_recording(folder, workload, held_out=True)
        embedding = folder / "embedding.npz"
        embedding.unlink(missing_ok=True)
        subprocess.run([facet, "embed", folder / "run", whole, "--out", embedding], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        result["r2"] = decoding_r2(np.load(embedding)["embedding"], np.load(whole)["label"],
                                   workload.bins)
    return result
