#!/usr/bin/env python3
"""How the time of a step grows with the size of a run, and how much of the machine it uses.

    sweep.py --facet build/bin/facet

Writes results/sweep.json as soon as each point is there; as with compare_peer.py it goes on where
it was interrupted, and begins anew when that file is removed.
"""
import dataclasses
import os

from facet_run import measure_facet
from measuring import count, measuring_arguments, measuring_parser
from multiply_adds import multiply_adds, sgemm_multiply_adds_per_second
from results import read_results, write_results
from workload import Workload

# Of each axis: the field of the workload, its values, and the steps that are measured at each.
AXES = {
    "bins": ([10_000, 100_000, 1_000_000, 10_000_000], [200, 200, 200, 200]),
    "batch": ([128, 512, 2048, 8192, 32_768], [400, 200, 100, 30, 10]),
    "neurons": ([30, 120, 500, 2000], [200, 200, 100, 50]),
    "num_objectives": ([1, 2, 4, 8], [200, 200, 100, 100]),
    "threads": (list(range(1, len(os.sched_getaffinity(0)) + 1)), None),
}


def points(axis):
    """(value, workload, steps)"""
    values, steps = AXES[axis]
    for value, number in zip(values, steps or [200] * len(values)):
        yield value, dataclasses.replace(Workload(), **{axis: value}), number


def measure(arguments, results):
    for repeat in range(arguments.repeats):
        for axis in arguments.axes:
            for value, workload, steps in points(axis):
                runs = results["axes"].setdefault(axis, {}).setdefault(str(value), [])
                if repeat < len(runs):
                    continue
                sgemm = sgemm_multiply_adds_per_second()
                run = measure_facet(arguments.facet, arguments.folder, workload, steps, repeat)
                runs.append({**run, "sgemm": sgemm, "multiply_adds": multiply_adds(workload)})
                write_results(arguments.results, results)
                print(f"{axis} {value}: {run['ms']:.2f} ms", flush=True)


def main():
    parser = measuring_parser(__doc__, "sweep.json", "6 GB")
    parser.add_argument("--axes", nargs="+", choices=AXES, default=list(AXES))
    parser.add_argument("--repeats", type=count, default=3)
    arguments = measuring_arguments(parser)
    measure(arguments, read_results(arguments.results, axes={}))


if __name__ == "__main__":
    main()
