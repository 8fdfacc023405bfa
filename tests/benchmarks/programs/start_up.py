#!/usr/bin/env python3
"""How long the program takes before it works: beside an empty program with libtorch.

    start_up.py --facet build/bin/facet --plugin build/tests/packaging/in_tree/template/my_plugin.so

`--plugin` is any plugin with its list of components beside it; 200 of another name are made of it, in
one folder and as packs, which nobody has signed.
Writes results/start_up.json, anew each time.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import time
from statistics import median

from measuring import measuring_arguments, measuring_parser
from results import read_results, write_results

EXAMPLE = pathlib.Path(__file__).resolve().parents[3] / "docs/examples/linear_track.toml"
NUM_PLUGINS = 200
REPEATS = 21


def _plugin(name):
    """The type of an argument: a plugin with its list of components."""
    plugin = pathlib.Path(name)
    for suffix in (".so", ".components.json"):
        if not plugin.with_suffix(suffix).is_file():
            raise argparse.ArgumentTypeError(f"{plugin.with_suffix(suffix)} is not there")
    return plugin


def _copies(plugin, folder):
    """Of a plugin, each with a name of its own of the same length."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    digits = len(str(NUM_PLUGINS))
    for number in range(NUM_PLUGINS):
        name = plugin.stem[:-digits] + f"{number:0{digits}}"
        for suffix in (".so", ".components.json"):
            content = plugin.with_suffix(suffix).read_bytes()
            (folder / (name + suffix)).write_bytes(
                content.replace(plugin.stem.encode(), name.encode()))
    return folder


def _packs(facet, plugins, folder):
    """A store with each plugin of a folder as a pack of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    store, work = folder / "store", folder / "work"
    for plugin in plugins.glob("*.so"):
        pack = work / plugin.stem
        pack.mkdir(parents=True)
        for suffix in (".so", ".components.json"):
            shutil.copy(plugin.with_suffix(suffix), pack)
        (pack / "pack.toml").write_text(
            f'name = "{plugin.stem}"\nversion = "1.0.0"\nplugins = ["{plugin.stem}"]\n')
        archive = work / f"{plugin.stem}.facetpack"
        for command in (["build", pack, "--out", archive],
                        ["install", archive, "--allow-unsigned"]):
            subprocess.run([facet, "pack", *command], check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL,
                           env={**os.environ, "FACET_PACK_PATH": str(store)})
    return store


def _milliseconds(command, **environment):
    """Of the whole command, the median."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, **environment})
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def _libtorch(facet):
    """What the engine is linked to."""
    engine = pathlib.Path(facet).resolve().parents[1] / "libexec" / "facet" / "facet"
    said = subprocess.run(["ldd", engine], check=True, text=True, stdout=subprocess.PIPE).stdout
    return " ".join(re.findall(r"=> (\S*/lib(?:torch\w*|c10)\.so\S*)", said))


def main():
    parser = measuring_parser(__doc__, "start_up.json", "10 MB")
    parser.add_argument("--plugin", type=_plugin, required=True)
    arguments = measuring_arguments(parser)
    facet = arguments.facet
    plugins = _copies(arguments.plugin, arguments.folder / "plugins")
    packs = _packs(facet, plugins, arguments.folder / "packs")
    arguments.results.unlink(missing_ok=True)
    results = read_results(arguments.results)
    results["libtorch"] = re.search(r"libtorch ([\w.+]+)", subprocess.run(
        [facet, "--version"], check=True, text=True, stdout=subprocess.PIPE).stdout)[1]
    results["ms"] = {
        "an empty program with libtorch": _milliseconds(["true"], LD_PRELOAD=_libtorch(facet)),
        "facet --help": _milliseconds([facet, "--help"]),
        "facet check docs/examples/linear_track.toml": _milliseconds([facet, "check", EXAMPLE]),
        "facet plugin list": _milliseconds([facet, "plugin", "list"]),
        f"facet plugin list, {NUM_PLUGINS} more plugins":
            _milliseconds([facet, "plugin", "list"], FACET_PLUGIN_PATH=str(plugins)),
        f"facet plugin list, {NUM_PLUGINS} packs":
            _milliseconds([facet, "plugin", "list"], FACET_PACK_PATH=str(packs))}
    write_results(arguments.results, results)
    for name, spent in results["ms"].items():
        print(f"{name}: {spent:.0f} ms")


if __name__ == "__main__":
    main()
