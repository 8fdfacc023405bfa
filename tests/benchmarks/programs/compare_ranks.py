#!/usr/bin/env python3
"""Two ranks on this machine against one process, in alternation.

    compare_ranks.py --facet build/bin/facet

Goes on and begins anew as compare_peer.py does, with results/ranks.json.
"""
import os
import pathlib
from dataclasses import dataclass, replace

from facet_run import train
from measuring import alternate, measuring_parser
from workload import Workload


@dataclass(frozen=True)
class Row:
    workload: Workload
    steps: int


SMALL, LARGE = Workload(bins=100_000), Workload(bins=100_000, num_units=256)
ROWS = {
    "32 units, batch 512": Row(SMALL, 200),
    "32 units, batch 2048": Row(replace(SMALL, batch=2048), 100),
    "256 units, batch 512": Row(LARGE, 40),
    "256 units, batch 2048": Row(replace(LARGE, batch=2048), 20),
}

# Ranks and the threads of each.
WAYS = {"1 x 1": (1, 1), "1 x 2": (1, 2), "2 x 1": (2, 1)}


def ranks_of(process):
    """The processes that train: the children of one that started them, else it alone."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return children or [process]


def cpu_seconds(process):
    """Of a rank, on average."""
    ranks = ranks_of(process)
    ticks = 0
    for rank in ranks:
        fields = pathlib.Path(f"/proc/{rank}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK") / len(ranks)


def measure(arguments, row, seed, ranks, threads):
    options = ["--no-report", *(["--ranks", str(ranks)] if ranks > 1 else [])]
    run, _, spent = train(arguments.facet, arguments.folder, replace(row.workload, threads=threads),
                          row.steps, seed, options=options, look=cpu_seconds)
    first, last = min(spent), max(spent)
    return {**run, "cpu_ms": 1000 * (spent[last] - spent[first]) / (last - first)}


def compare(arguments, name, seed):
    return {way: measure(arguments, ROWS[name], seed, *numbers) for way, numbers in WAYS.items()}


def told(run):
    return ", ".join(f"{way}: {of['ms']:.1f} ms, {of['cpu_ms']:.1f} ms of CPU time a rank"
                     for way, of in run.items())


def main():
    alternate(measuring_parser(__doc__, "ranks.json", "100 MB"), ROWS, compare, told)


if __name__ == "__main__":
    main()
