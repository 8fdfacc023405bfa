"""Files of results, and on which machine they were measured."""
import datetime
import json
import os
import pathlib
import re

RESULTS = pathlib.Path(__file__).resolve().parent.parent / "results"


def _machine():
    """The processor, its cores, and the memory."""
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    kilobytes = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return {"processor": processor[1] if processor else "unknown",
            "cores": len(os.sched_getaffinity(0)),
            "memory_gib": round(int(kilobytes[1]) / 2**20)}


def read_results(file, **empty):
    """What was measured until now, or `empty` with the machine."""
    if file.exists():
        return json.loads(file.read_text())
    return {"machine": _machine(), **empty}


def write_results(file, results):
    """As a whole or not at all."""
    results["measured"] = datetime.date.today().isoformat()
    file.parent.mkdir(parents=True, exist_ok=True)
    written = file.with_suffix(".new")
    written.write_text(json.dumps(results, indent=1) + "\n")
    written.replace(file)
