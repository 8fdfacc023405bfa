#!/usr/bin/env python3
"""Where the rest of the machine goes: the time of all cores in a training step, by what it is for.

    account.py --facet build/bin/facet

Samples the program 1000 times a second by `perf` (linux-perf) between the first and the last line
of its progress. What the multiply-adds of a kernel take at the speed of sgemm is told apart from
the rest of its time. Goes on and begins anew as sweep.py does, with results/account.json.
"""
import collections
import re
import subprocess

from facet_run import train
from measuring import measuring_arguments, measuring_parser
from multiply_adds import (computed_multiply_adds, multiply_adds,
                           sgemm_multiply_adds_per_second)
from results import read_results, write_results
from workload import Workload

# Name: the workload, its steps, and whether Facet encodes all bins in one pass.
STEPS = {
    "10k bins, batch 2048": (Workload(batch=2048), 1500, True),
    "100k bins, batch 512": (Workload(bins=100_000), 1500, False),
}

# The first that a function's name, library included, matches.
KERNELS = {
    "outer products": r"PanelProducts<\d+>::outer",
    "products": r"PanelProducts<",
    "softmax": r"softmax",
    "GELU": r"GeluOf<",
    "sums and products by element": r"Elements<",
    "sampling": r"libfacet_sdk|core\.so.*(Prior|Label|TimeContrastive|TimeDelta|Positives)|TakenBins",
    "waiting for the other thread": r"libgomp",
    "system": r"\[kernel",
    "libtorch, memory": r"",
}
FREQUENCY = 1000


def _samples(file, begin, end):
    """How many fell into each kind of work."""
    said = subprocess.run(["perf", "script", "-i", file, "-F", "time,ip,sym,dso"], check=True,
                          text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    counts = collections.Counter()
    for line in said.splitlines():
        time, _, where = line.strip().partition(":")
        if begin <= float(time) <= end:
            counts[next(k for k, pattern in KERNELS.items() if re.search(pattern, where))] += 1
    return counts


def measure(arguments, name):
    workload, steps, dense = STEPS[name]
    sampled = arguments.folder / "perf.data"
    run, times, _ = train(arguments.facet, arguments.folder, workload, steps,
                       under=["perf", "record", "-q", "-e", "cpu-clock", "-F", str(FREQUENCY), "-k",
                              "CLOCK_MONOTONIC", "-o", sampled])
    first, last = min(times), max(times)
    counts = _samples(sampled, times[first], times[last])
    return {"libtorch": run["libtorch"], "ms": run["ms"],
            "core_ms": {kernel: 1000 / FREQUENCY * counts[kernel] / (last - first)
                        for kernel in KERNELS},
            "needed": multiply_adds(workload), "sgemm": sgemm_multiply_adds_per_second(),
            "computed": computed_multiply_adds(workload, dense)}


def main():
    arguments = measuring_arguments(measuring_parser(__doc__, "account.json", "60 MB"))
    results = read_results(arguments.results, steps={})
    for name in STEPS:
        if name not in results["steps"]:
            results["steps"][name] = measure(arguments, name)
            write_results(arguments.results, results)


if __name__ == "__main__":
    main()
