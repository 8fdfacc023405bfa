#!/usr/bin/env python3
"""Writes docs/performance.md from results/*.json and performance.md.in."""
import argparse
import json
import math
import pathlib
import re
from statistics import median

from compare_devices import ROWS as DEVICE_ROWS
from compare_peer import ROWS
from compare_ranks import WAYS
from results import RESULTS
from sweep import AXES
from tables import circumstances, spread, table

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE.parents[2] / "docs" / "performance.md"


def description(row):
    work = row.workload
    parts = [f"{work.bins // 1000}k" if work.bins < 1_000_000 else f"{work.bins // 1_000_000}M",
             str(work.batch), work.model]
    if work.label_columns != 3:
        parts.append(f"label of {work.label_columns} columns")
    if work.jacobian:
        parts.append("JacobianReg, n = 1")
    return ", ".join(parts)


def peer_row(row, runs):
    facet, peer = ([run[side] for run in runs] for side in ("facet", "peer"))
    ratios = [p["ms"] / f["ms"] for f, p in zip(facet, peer)]

    def of(key, digits):
        return [f"{median(run[key] for run in side):.{digits}f}" for side in (peer, facet)]

    return [description(row), *of("ms", 1), f"{median(ratios):.1f}", spread(ratios), row.target,
            *of("memory_mib", 0), *(of("r2", 3) if row.decodes else ["", ""]), len(runs)]


def peer_table(results):
    head = ["bins, batch, model", "CEBRA ms", "Facet ms", "ratio", "from-to", "wanted", "CEBRA MiB",
            "Facet MiB", "CEBRA R2", "Facet R2", "runs"]
    return table(head, [peer_row(ROWS[name], results["rows"][name]) for name in ROWS
                        if results["rows"].get(name)])


def exponent(sizes, times):
    """The slope of a straight line through the logarithms, by least squares."""
    x, y = [math.log(s) for s in sizes], [math.log(t) for t in times]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    return (sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y)) /
            sum((a - mean_x)**2 for a in x))


def sweep_table(results):
    rows = []
    for axis in AXES:
        measured = {int(v): median(r["ms"] for r in runs)
                    for v, runs in results["axes"].get(axis, {}).items()}
        if len(measured) < 2:
            continue
        sizes, times = list(measured), list(measured.values())
        rows.append([axis.replace("num_", ""),
                     "; ".join(f"{s}: {t:.1f}" for s, t in measured.items()),
                     f"{exponent(sizes, times):.2f}", f"{exponent(sizes[-2:], times[-2:]):.2f}"])
    return table(["what grows", "ms a step", "exponent", "of the last two"], rows)


def roofline_table(results):
    rows = []
    for batch, runs in results["axes"].get("batch", {}).items():
        rate = median(run["multiply_adds"] / run["ms"] / 1e6 for run in runs)
        sgemm = median(run["sgemm"] / 1e9 for run in runs)
        rows.append([batch, f"{runs[0]['multiply_adds'] / 1e6:.0f}", f"{rate:.1f}",
                     f"{sgemm:.1f}", f"{100 * rate / sgemm:.0f} %"])
    return table(["batch", "million multiply-adds a step", "billion a second", "sgemm", "share"],
                 rows)


def account_column(step, cores):
    """Milliseconds of all cores by what they are for. A kernel's own part is what it takes longer
    than sgemm would for the multiply-adds that it computes."""
    sgemm = step["sgemm"] / cores / 1000  # multiply-adds a millisecond of one core
    computed, spent = step["computed"], dict(step["core_ms"])
    parts = {"needed multiply-adds, at the speed of sgemm": step["needed"] / sgemm,
             "multiply-adds that no sampled bin needs, at that speed":
                 (sum(computed.values()) - step["needed"]) / sgemm}
    for kernel, own in (("products", "convolutions and their inputs' gradients, beyond that speed"),
                        ("outer products", "gradients of convolutions' weights, beyond that speed"),
                        ("softmax", "InfoNCE, beyond that speed: exponentials")):
        parts[own] = spent.pop(kernel) - computed[kernel] / sgemm
    return {**parts, **spent, "idle": cores * step["ms"] - sum(step["core_ms"].values())}


def account_table(results):
    cores = results["machine"]["cores"]
    columns = [account_column(step, cores) for step in results["steps"].values()]
    whole = [sum(column.values()) for column in columns]
    rows = [[part, *(f"{column[part]:.2f} ms, {100 * column[part] / all_of_it:.0f} %"
                     for column, all_of_it in zip(columns, whole))] for part in columns[0]]
    return table(["a step's time on all cores", *results["steps"]],
                 [*rows, ["all", *(f"{all_of_it:.2f} ms" for all_of_it in whole)]])


def account_texts(results):
    libtorch = next(iter(results["steps"].values()))["libtorch"]
    return {"account": account_table(results),
            "account circumstances": circumstances(results, f"libtorch {libtorch}")}


def peer_texts(results):
    last = [run for runs in results["rows"].values() for run in runs][-1]
    programs = (f"libtorch {last['facet']['libtorch']} for Facet, CEBRA 0.6.1 with torch "
                f"{last['peer']['torch']}")
    return {"peer": peer_table(results), "peer circumstances": circumstances(results, programs)}


def sweep_texts(results):
    last = [run for axis in results["axes"].values() for runs in axis.values() for run in runs][-1]
    return {"sweep": sweep_table(results), "roofline": roofline_table(results),
            "sweep circumstances": circumstances(results, f"libtorch {last['libtorch']}")}


def builds_texts(results):
    """Median of one build, of the other, and of the ratios of each pair of runs."""
    rows = []
    for name, runs in results["rows"].items():
        own, other = ([run[side]["ms"] for run in runs] for side in ("facet", "other"))
        ratios = [b / a for a, b in zip(own, other)]
        rows.append([description(ROWS[name]), f"{median(own):.1f}", f"{median(other):.1f}",
                     f"{median(ratios):.2f}", len(runs)])
    last = runs[-1]
    head = ["bins, batch, model", *(f"libtorch {last[side]['libtorch']}, ms"
                                    for side in ("facet", "other")), "ratio", "runs"]
    return {"builds": table(head, rows), "builds circumstances": circumstances(results, "Facet")}


def devices_texts(results):
    """A GPU and the CPU beside it: times from the smallest to the largest, medians of R2."""
    rows = []
    for name, runs in results["rows"].items():
        row, sides = DEVICE_ROWS[name], [[run[side] for run in runs] for side in ("cuda", "cpu")]
        times = [spread([run["ms"] for run in side]) for side in sides]
        r2 = [f"{median(run['r2'] for run in side):.3f}" if row.decodes else "" for side in sides]
        rows.append([description(row), *times, *r2, len(runs)])
    last = runs[-1]
    head = ["bins, batch, model", "GPU ms", "CPU ms", "GPU R2", "CPU R2", "runs"]
    program = f"{last['card']}, libtorch {last['cuda']['libtorch']}"
    return {"devices": table(head, rows), "devices circumstances": circumstances(results, program)}


def ranks_texts(results):
    """Medians of each way to train."""
    rows = []
    for name, runs in results["rows"].items():
        ms, cpu = ({way: median(run[way][key] for run in runs) for way in WAYS}
                   for key in ("ms", "cpu_ms"))
        rows.append([name, *(f"{ms[way]:.1f}" for way in WAYS),
                     f"{ms['2 x 1'] / ms['1 x 1']:.2f}", f"{cpu['2 x 1'] / cpu['1 x 1']:.2f}", len(runs)])
    head = ["encoder", *(f"{way} ms" for way in WAYS), "2 x 1 to 1 x 1", "CPU time of a rank", "runs"]
    program = f"libtorch {runs[-1]['1 x 1']['libtorch']}"
    return {"ranks": table(head, rows), "ranks circumstances": circumstances(results, program)}


def start_up_texts(results):
    return {"start up": table(["command", "ms"],
                              [[f"`{name}`" if name.startswith("facet") else name, f"{spent:.0f}"]
                               for name, spent in results["ms"].items()]),
            "start up circumstances": circumstances(results, f"libtorch {results['libtorch']}")}


def stream_texts(results):
    """Of each form and pace: milliseconds, and of which bins how many took how long."""
    spans = next(iter(results["rows"].values()))["histogram"]
    figures = ("median", "p99", "p99.9", "max")
    rows = [[name, *(f"{row[figure]:.2f}" for figure in figures),
             f"{100 * row['within 1 ms']:.2f} %", f"{row['load'][0]:.1f}"]
            for name, row in results["rows"].items()]
    head = ["rows", *(f"{figure} ms" for figure in figures), "within 1 ms", "load"]
    histogram = [[span.removesuffix(" ms"), *(row["histogram"][span]
                                              for row in results["rows"].values())]
                 for span in spans]
    return {"stream": table(head, rows),
            "stream histogram": table(["ms", *results["rows"]], histogram),
            "stream circumstances": circumstances(results, f"libtorch {results['libtorch']}")}


def main():
    argparse.ArgumentParser(description=__doc__).parse_args()  # it takes none
    page = (HERE / "performance.md.in").read_text()
    for file, texts in (("peer.json", peer_texts), ("sweep.json", sweep_texts),
                        ("account.json", account_texts),
                        ("builds.json", builds_texts),
                        ("devices.json", devices_texts),
                        ("ranks.json", ranks_texts),
                        ("start_up.json", start_up_texts),
                        ("stream.json", stream_texts)):
        if not (RESULTS / file).exists():
            continue
        for key, text in texts(json.loads((RESULTS / file).read_text())).items():
            page = page.replace("{" + key + "}", text)
    PAGE.write_text(re.sub(r"\{[a-z ]+\}", "Not measured yet.", page))


if __name__ == "__main__":
    main()
