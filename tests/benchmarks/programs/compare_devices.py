#!/usr/bin/env python3
"""A GPU and the CPU beside it, in alternation, by one build of Facet.

    compare_devices.py --facet build-newest/bin/facet

Goes on and begins anew as compare_peer.py does, with results/devices.json.
"""
import dataclasses
import subprocess

from facet_run import measure_facet
from measuring import alternate, measuring_parser
from workload import Workload


@dataclasses.dataclass(frozen=True)
class Row:
    workload: Workload
    steps: int
    decodes: bool = False


ROWS = {
    "10k-512": Row(Workload(), 300, True),
    "10k-2048": Row(Workload(batch=2048), 200),
    "10k-8192": Row(Workload(batch=8192), 60),
    "100k-32768": Row(Workload(bins=100_000, batch=32_768), 20),
    "offset36": Row(Workload(model="offset36-model"), 300, True),
    "jacobian": Row(Workload(jacobian=True), 300, True),
}


def card():
    asked = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
    return subprocess.run(asked, check=True, text=True, stdout=subprocess.PIPE).stdout.split("\n")[0]


def pair(arguments, name, seed):
    row = ROWS[name]
    run = {device: measure_facet(arguments.facet, arguments.folder,
                                 dataclasses.replace(row.workload, device=device), row.steps,
                                 seed, row.decodes)
           for device in ("cuda", "cpu")}
    return {**run, "card": card()}


def told(run):
    return ", ".join(f"{run[device]['ms']:.2f} ms on {device}" for device in ("cuda", "cpu"))


def main():
    alternate(measuring_parser(__doc__, "devices.json", "200 MB"), ROWS, pair, told)


if __name__ == "__main__":
    main()
