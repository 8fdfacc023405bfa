#!/usr/bin/env python3
"""Two builds of Facet, such as with two versions of libtorch, in alternation on compare_peer's rows.

    compare_builds.py --facet build/bin/facet --other build-newest/bin/facet

Goes on and begins anew as compare_peer.py does, with results/builds.json.
"""
from compare_peer import ROWS
from facet_run import measure_facet
from measuring import count, measuring_arguments, measuring_parser, program
from results import read_results, write_results


def compare(arguments, results):
    for seed in range(arguments.alternations):
        for name in arguments.rows:
            row, runs = ROWS[name], results["rows"].setdefault(name, [])
            if seed < len(runs):
                continue
            pair = {side: measure_facet(facet, arguments.folder, row.workload, row.facet_steps,
                                        seed, row.decodes)
                    for side, facet in (("facet", arguments.facet), ("other", arguments.other))}
            runs.append(pair)
            write_results(arguments.results, results)
            print(f"{name} {seed}: {pair['facet']['ms']:.2f} ms with {pair['facet']['libtorch']}, "
                  f"{pair['other']['ms']:.2f} with {pair['other']['libtorch']}", flush=True)


def main():
    parser = measuring_parser(__doc__, "builds.json", "700 MB")
    parser.add_argument("--other", type=program, required=True, help="the program of the other build")
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS))
    parser.add_argument("--alternations", type=count, default=5)
    arguments = measuring_arguments(parser)
    compare(arguments, read_results(arguments.results, rows={}))


if __name__ == "__main__":
    main()
