#!/usr/bin/env python3
"""Facet against CEBRA 0.6.1 (the peer), in alternation, on the rows of a table.

    python3 -m venv peer && peer/bin/pip install cebra==0.6.1
    compare_peer.py --peer peer/bin/python --facet build/bin/facet

Writes what each run gave into results/peer.json as soon as it is there; what is there already is
not measured again, so an interrupted measurement goes on with the same command. Begin anew by
removing that file, which a new build asks for. write_page.py makes docs/performance.md of it.
"""
import dataclasses
import json
import pathlib
import subprocess

from facet_run import measure_facet
from measuring import alternate, measuring_parser, program
from recording import write_recording
from workload import Workload


@dataclasses.dataclass(frozen=True)
class Row:
    workload: Workload
    target: float       # the ratio to reach
    peer_steps: int
    facet_steps: int
    decodes: bool = False  # only where both train as many steps


ROWS = {
    "10k-512": Row(Workload(), 6, 300, 300, True),
    "10k-2048": Row(Workload(batch=2048), 16, 40, 200),
    "10k-8192": Row(Workload(batch=8192), 60, 6, 60),
    "100k-512": Row(Workload(bins=100_000), 45, 30, 300),
    "1M-512": Row(Workload(bins=1_000_000), 450, 5, 200),
    "offset1": Row(Workload(model="offset1-model-mse"), 6, 300, 300, True),
    "offset36": Row(Workload(model="offset36-model"), 10, 300, 300, True),
    "label-768": Row(Workload(label_columns=768), 8, 300, 300, True),
    "jacobian": Row(Workload(jacobian=True), 4, 300, 300, True),
}


def measure_peer(python, folder, row, seed):
    asked = {"workload": dataclasses.asdict(row.workload), "steps": row.peer_steps, "seed": seed,
             "trained": str(write_recording(folder, row.workload))}
    if row.decodes:
        asked["whole"] = str(write_recording(folder, row.workload, held_out=True))
    peer_run = pathlib.Path(__file__).with_name("peer_run.py")
    said = subprocess.run([python, "-W", "ignore", peer_run, json.dumps(asked)], check=True,
                          text=True, stdout=subprocess.PIPE).stdout
    return json.loads(said.splitlines()[-1])


def pair(arguments, name, seed):
    row = ROWS[name]
    return {"facet": measure_facet(arguments.facet, arguments.folder, row.workload, row.facet_steps,
                                   seed, row.decodes),
            "peer": measure_peer(arguments.peer, arguments.folder, row, seed)}


def ratio(run):
    facet, peer = run["facet"]["ms"], run["peer"]["ms"]
    return f"peer {peer:.2f} ms, Facet {facet:.2f} ms, ratio {peer / facet:.1f}"


def main():
    parser = measuring_parser(__doc__, "peer.json", "700 MB")
    parser.add_argument("--peer", type=program, required=True, help="the Python that has cebra==0.6.1")
    alternate(parser, ROWS, pair, ratio)


if __name__ == "__main__":
    main()
