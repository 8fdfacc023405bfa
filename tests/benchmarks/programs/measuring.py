"""What the programs that measure Facet are asked on their command lines."""
import argparse
import pathlib

from results import RESULTS


def measuring_parser(doc, results, space):
    """For results/`results`; recordings and runs take `space`."""
    parser = argparse.ArgumentParser(description=doc,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facet", default="build/bin/facet", help="the program")
    parser.add_argument("--results", type=pathlib.Path, default=RESULTS / results)
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("build/benchmarks"),
                        help=f"for recordings and runs, {space}")
    return parser


def measuring_arguments(parser):
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    return arguments
