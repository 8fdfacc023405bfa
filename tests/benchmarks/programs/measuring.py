"""What the programs that measure Facet are asked on their command lines."""
import argparse
import pathlib
import shutil

from results import RESULTS, read_results, write_results


def program(name):
    """The type of an argument: a program that can be run."""
    found = shutil.which(name)
    if not found:
        raise argparse.ArgumentTypeError(f"'{name}' is no program that can be run")
    return found


def count(text):
    """The type of an argument: how many times, at least once."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be an integer >= 1, got '{text}'")
    return int(text)


def measuring_parser(doc, results, space):
    """For results/`results`; recordings and runs take `space`."""
    parser = argparse.ArgumentParser(description=doc,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facet", type=program, default="build/bin/facet", help="the program")
    parser.add_argument("--results", type=pathlib.Path, default=RESULTS / results)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/benchmarks"),
                        help=f"for recordings and runs, {space}")
    return parser


def measuring_arguments(parser):
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    return arguments


def alternate(parser, rows, measure, tell):
    """measure(arguments, row's name, seed), round by round, so that an interrupted measurement has
    something of every row; tell(what it gave) is a line for who waits."""
    parser.add_argument("--rows", nargs="+", choices=rows, default=list(rows))
    parser.add_argument("--alternations", type=count, default=5)
    arguments = measuring_arguments(parser)
    results = read_results(arguments.results, rows={})
    for seed in range(arguments.alternations):
        for name in arguments.rows:
            runs = results["rows"].setdefault(name, [])
            if seed < len(runs):
                continue
            runs.append(measure(arguments, name, seed))
            write_results(arguments.results, results)
            print(f"{name} {seed}: {tell(runs[-1])}", flush=True)
