#!/usr/bin/env python3
"""Two builds of Facet, such as with two versions of libtorch, in alternation on compare_peer's rows.

    compare_builds.py --facet build/bin/facet --other build-newest/bin/facet

Goes on and begins anew as compare_peer.py does, with results/builds.json.
"""
import functools

from compare_peer import ROWS
from facet_run import measure_facet
from measuring import add_rows, alternate, measuring_arguments, measuring_parser, program
from results import read_results


def pair(arguments, name, seed):
    row = ROWS[name]
    return {side: measure_facet(facet, arguments.folder, row.workload, row.facet_steps, seed,
                                row.decodes)
            for side, facet in (("facet", arguments.facet), ("other", arguments.other))}


def told(run):
    return ", ".join(f"{of['ms']:.2f} ms with {of['libtorch']}" for of in run.values())


def main():
    parser = measuring_parser(__doc__, "builds.json", "700 MB")
    parser.add_argument("--other", type=program, required=True, help="the program of the other build")
    add_rows(parser, ROWS)
    arguments = measuring_arguments(parser)
    alternate(arguments, read_results(arguments.results, rows={}),
              functools.partial(pair, arguments), told)


if __name__ == "__main__":
    main()
