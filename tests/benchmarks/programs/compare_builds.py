#!/usr/bin/env python3
"""Two builds of Facet, such as with two versions of libtorch, in alternation on compare_peer's rows.

    compare_builds.py --facet build/bin/facet --other build-newest/bin/facet

Goes on and begins anew as compare_peer.py does, with results/builds.json.
"""
from compare_peer import ROWS
from facet_run import measure_facet
from measuring import alternate, measuring_parser, program


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
    alternate(parser, ROWS, pair, told)


if __name__ == "__main__":
    main()
