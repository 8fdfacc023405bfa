#!/usr/bin/env python3
"""How long a bin's embedding takes when bins come one by one, as a closed loop waits for it.

    stream_latency.py --facet build/bin/facet
    chrt -f 10 stream_latency.py --facet build/bin/facet

Trains a few steps of offset36-model on 200 neurons and starts `facet embed RUN - --stream`. Writes a
bin to its pipe every 1 or 5 ms, as text and as float32, and measures from before the bin is written
until the whole row that it completes has been read. Under `chrt -f 10` both programs go before all
others of a busy machine; these rows of results/stream.json stand beside the plain ones.
"""
import gc
import os
import subprocess
import time

import numpy as np

from facet_run import train
from measuring import count, measuring_arguments, measuring_parser
from recording import write_recording
from results import read_results, write_results
from workload import NUM_OUTPUT, Workload

WORKLOAD = Workload(model="offset36-model", neurons=200)
WINDOW = 36
INTERVALS = (1, 5)  # ms
HISTOGRAM = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2, 5, 10, 100]  # ms, upper ends


class Text:
    name, options = "text", ()

    @staticmethod
    def write(row):
        return (",".join(f"{value:.6g}" for value in row) + "\n").encode()

    @staticmethod
    def is_whole(answer):
        return answer.endswith(b"\n")


class Binary:
    name, options = "float32", ("--binary",)

    @staticmethod
    def write(row):
        return row.astype("<f4").tobytes()

    @staticmethod
    def is_whole(answer):
        return len(answer) == 4 * NUM_OUTPUT


def _answer(facet, form):
    answer = b""
    while not form.is_whole(answer):
        part = os.read(facet.stdout.fileno(), 65536)
        if not part:
            raise SystemExit("facet has ended")
        answer += part
    return answer


def _latencies(facet, form, rows, interval):
    """Milliseconds, of each bin that completes a window after the first."""
    first, rest = rows[:WINDOW], rows[WINDOW:]
    os.write(facet.stdin.fileno(), b"".join(first))
    time.sleep(0.5)
    os.read(facet.stdout.fileno(), 65536)  # the rows of all bins that have no window of their own
    latencies = []
    due = time.perf_counter()
    for row in rest:
        due = max(due + interval / 1000, time.perf_counter())
        time.sleep(max(0, due - time.perf_counter()))
        begin = time.perf_counter()
        os.write(facet.stdin.fileno(), row)
        _answer(facet, form)
        latencies.append(1000 * (time.perf_counter() - begin))
    return np.array(latencies)


def _measure(program, run, form, signals, interval):
    rows = [form.write(row) for row in signals]
    command = [program, "embed", run, "-", "--stream", *form.options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, bufsize=0) as facet:
        facet.stderr.readline()  # it is ready
        before = os.getloadavg()[0]
        gc.disable()
        latencies = _latencies(facet, form, rows, interval)
        gc.enable()
        facet.stdin.close()
    quantiles = np.quantile(latencies, [0.5, 0.99, 0.999])
    bounds = [0, *HISTOGRAM, np.inf]
    return {"bins": len(latencies), "median": quantiles[0], "p99": quantiles[1],
            "p99.9": quantiles[2], "max": latencies.max(),
            "within 1 ms": float((latencies <= 1).mean()), "load": [before, os.getloadavg()[0]],
            "histogram": {f"<= {upper:g} ms": int(number) for upper, number in
                          zip(bounds[1:], np.histogram(latencies, bounds)[0])}}


def main():
    parser = measuring_parser(__doc__, "stream.json", "10 MB")
    parser.add_argument("--bins", type=count, default=10_000)
    arguments = measuring_arguments(parser)
    trained, *_ = train(arguments.facet, arguments.folder, WORKLOAD, 10)
    signals = np.load(write_recording(arguments.folder, WORKLOAD))["neural"]
    signals = np.resize(signals, (arguments.bins + WINDOW, WORKLOAD.neurons))
    first = ", before others" if os.sched_getscheduler(0) == os.SCHED_FIFO else ""
    results = read_results(arguments.results, rows={})
    results["libtorch"] = trained["libtorch"]
    for form in (Text, Binary):
        for interval in INTERVALS:
            name = f"{form.name}, a bin every {interval} ms{first}"
            row = _measure(arguments.facet, arguments.folder / "run", form, signals, interval)
            results["rows"][name] = row
            write_results(arguments.results, results)
            print(f"{name}: " + ", ".join(f"{key} {row[key]:.3f}" for key in
                                          ("median", "p99", "p99.9", "max", "within 1 ms")) +
                  f" (load {row['load'][0]:.1f})", flush=True)


if __name__ == "__main__":
    main()
