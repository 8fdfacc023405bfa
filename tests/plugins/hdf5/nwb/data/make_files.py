"""Makes the NWB files beside this script, of one made-up session, and what a reader has to find in each: X.expected.json, and its numbers in
X.expected.npz, made from the arrays that were written.

    python3 -m venv venv && venv/bin/pip install pynwb==4.2 h5py==3.16 && venv/bin/python make_files.py
"""
import json, shutil
from datetime import datetime, timezone
from pathlib import Path
import numpy as np

OUT = Path(__file__).parent
FS = 20000
# pynwb 4 writes table columns chunked, so that rows can be added (8 KB each); older ones contiguous. Both are here.
EXPANDABLE = lambda d, io: ("VectorData", "ElementIdentifiers") if "index_u1" in str(io.source) else []



# ---------------------------------------------------------------- the session
def make_session(seed=14):
    r = np.random.default_rng(seed)
    S = {}
    # what the rat does, in steps of 1 ms
    t = np.arange(60020) / 1000.0
    starts = np.round(0.513 + 7.5 * np.arange(8), 6)
    stops = np.round(starts + 6.2, 6)          # neither is a multiple of a bin
    pos = np.zeros_like(t)
    for i, (a, b) in enumerate(zip(starts, stops)):
        ramp = np.clip((t - a) / (b - a), 0, 1)
        ramp = 0.5 - 0.5 * np.cos(np.pi * ramp)
        pos = np.where(t >= a, 2 * ramp if i % 2 == 0 else 2 - 2 * ramp, pos)
    speed = np.abs(np.gradient(pos, 0.001))
    head = np.mod(0.4 * np.cumsum(r.normal(size=t.size)) * 0.05 + 6.0 + 0.3 * np.sin(t), 2 * np.pi)  # crosses 0 = 2 pi
    # spikes: Poisson, place field and speed, on samples of 20 kHz
    centre, width = r.uniform(0, 2, 12), r.uniform(0.1, 0.3, 12)
    units = []
    for u in range(12):
        rate = 0.6 + 16 * np.exp(-((pos - centre[u]) ** 2) / (2 * width[u] ** 2)) * (0.3 + speed)
        hit = np.nonzero(r.random(t.size) < rate * 0.001)[0]
        units.append(np.unique(hit * 20 + r.integers(0, 20, hit.size)).astype(np.int64))
    # exactly on edges; the first moment, the last bin, the end (left out), behind it (left out)
    edges = np.array([0.0, 0.15, 0.3, 0.35, 1.15, 2.05, 16.4, 32.85, 59.95, 60.0, 60.01])
    units[0] = np.unique(np.concatenate([units[0], np.round(edges * FS).astype(np.int64)]))
    # one sample (50 us) before an edge
    units[1] = np.unique(np.concatenate([units[1], np.round(edges[1:] * FS).astype(np.int64) - 1]))
    S["samples"] = units
    S["spikes"] = [u / FS for u in units]
    S["ids"] = np.array([2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37], np.int64)
    S["quality"] = ["good", "good", "mua", "good", "good", "good", "noise", "good", "mua", "good", "good", "good"]
    S["region"] = ["CA1", "CA1", "CA1", "CA1", "CA3", "CA3", "CA3", "CA3", "CA1", "CA1", "CA3", "CA3"]
    S["depth"] = np.round(r.uniform(100, 900, 12), 1)
    # the camera: 10 Hz, jittered, frames lost from 31.0 to 32.4 s
    ft = np.round(0.004 + np.arange(600) / 10 + r.uniform(-0.004, 0.004, 600), 6)
    ft = ft[(ft < 31.0) | (ft > 32.4)]
    S["frame_times"] = ft
    S["x"] = np.interp(ft, t, pos)
    S["y"] = np.round(0.05 * np.sin(3 * ft), 6)
    S["x"] = np.round(S["x"], 6)
    lost = [100, 101, 102, 450]
    S["x_nan"] = S["x"].copy(); S["x_nan"][lost] = np.nan
    S["y_nan"] = S["y"].copy(); S["y_nan"][lost] = np.nan
    S["speed"] = np.round(np.interp(ft, t, speed), 6)
    # head direction: 50 Hz from 0.01 s, a rate and a start
    S["head_start"], S["head_rate"] = 0.01, 50.0
    ht = S["head_start"] + np.arange(2999) / 50.0
    i = np.minimum((ht * 1000).astype(int), t.size - 1)
    S["head"] = head[i].astype(np.float32)
    # trials
    S["trial_start"], S["trial_stop"] = starts, stops
    S["outcome"] = ["correct", "error", "correct", "correct", "omission", "correct", "error", "correct"]
    S["side"] = ["left", "right"] * 4
    S["reward"] = np.array([4.0, np.nan, 4.0, 6.0, np.nan, 4.0, np.nan, 6.0])
    S["rewarded"] = np.isfinite(S["reward"])
    S["licks"] = np.round(np.sort(r.uniform(1, 59, 57)), 4)
    S["lfp"] = np.round(200 * np.sin(2 * np.pi * 8 * np.arange(1500)[:, None] / 25 + [0, 1])).astype(np.int16)
    # two-photon: 5 Hz, 8 cells
    ct = np.arange(300) / 5.0
    F = 200 + 400 * np.exp(-((np.interp(ct, t, pos)[None] - r.uniform(0, 2, 8)[:, None]) ** 2) / 0.03)
    S["F"] = np.round(F + r.normal(size=F.shape) * 5, 2).astype(np.float32)          # cells x frames
    S["Fneu"] = np.round(100 + r.normal(size=F.shape) * 3, 2).astype(np.float32)
    S["spks"] = np.where(r.random(F.shape) < 0.1, np.round(r.exponential(30, F.shape), 2), 0).astype(np.float32)
    S["iscell"] = np.stack([np.array([1, 1, 0, 1, 1, 0, 1, 1.0]), np.round(r.random(8), 4)], 1)
    # pose: 10 Hz
    pt = np.arange(600) / 10.0
    px = np.interp(pt, t, pos)
    nose = np.stack([px * 300 + 12, 40 + 5 * np.sin(pt), np.where(r.random(600) < 0.05, 0.2, 0.98)], 1)
    tail = np.stack([px * 300 - 18, 41 + 5 * np.sin(pt + 1), np.where(r.random(600) < 0.08, 0.1, 0.95)], 1)
    S["pose"] = np.round(np.stack([nose, tail], 1), 3)                                # frames x parts x (x, y, p)
    return S


# ---------------------------------------------------------------- what is expected
class Expected:
    """What a reader lists, and the values; numbers go into the npz, text and the rest into the json."""

    written = {}

    def __init__(self, path, note=""):
        self.path, self.items, self.values = Path(path), [], {}
        self.note = note

    def add(self, name, values, serves_as, unit="", classes=None, **more):
        item = {"name": name, "serves_as": serves_as}
        if unit: item["unit"] = unit
        if serves_as.startswith("events"):                      # a list of arrays, one for each unit
            item["units"] = len(values)
            item["counts"] = [len(v) for v in values]
            self.values[name] = np.concatenate([np.asarray(v, np.float64) for v in values] or [np.zeros(0)])
        elif isinstance(values, list) and (not values or isinstance(values[0], str)):
            item["shape"], item["type"], item["text"] = [len(values)], "text", values
            item["classes"] = sorted(set(values) - {""})   # by code point: by bytes of UTF-8
        else:
            a = np.asarray(values)
            item["shape"], item["type"] = list(a.shape), a.dtype.newbyteorder("=").name
            self.values[name] = a.astype(a.dtype.newbyteorder("="))
        if classes: item["classes"] = classes
        item.update(more)
        self.items.append(item)
        return self

    def unreadable(self, name, why):
        self.items.append({"name": name, "unreadable": why})
        return self

    def write(self):
        base = str(self.path)
        content = {"note": self.note, "arrays": self.items}
        key = json.dumps([i["name"] for i in self.items]) + repr([(k, v.shape, v.tobytes()) for k, v in self.values.items()])
        first = Expected.written.setdefault((self.path.parent, hash(key)), self.path.name)
        if self.values: content["values"] = first + ".expected.npz"      # of several alike the first
        with open(base + ".expected.json", "w") as f:
            f.write(json.dumps(content, ensure_ascii=False).replace('{"name"', '\n {"name"') + "\n")
        if self.values and first == self.path.name:
            # names with / cannot be members of every zip tool: they can of numpy's
            np.savez_compressed(base + ".expected.npz", **self.values)


def folder(name):
    p = OUT
    p.mkdir(parents=True, exist_ok=True)
    return p


# ---------------------------------------------------------------- NWB
def nwb_file(identifier):
    from pynwb import NWBFile
    return NWBFile(session_description="a made-up rat", identifier=identifier, session_start_time=datetime(2026, 11, 27, 9, tzinfo=timezone.utc))


def nwb_units(nwb, S, silent=True):
    device = nwb.create_device(name="probe")
    groups = [nwb.create_electrode_group(name=f"shank{i}", description="d", location=loc, device=device) for i, loc in enumerate(("CA1", "CA3"))]
    for i in range(8):
        nwb.add_electrode(location="CA1" if i < 4 else "CA3", group=groups[i // 4], x=float(i))
    for name, what in (("quality", "by hand"), ("region", "where"), ("depth", "um"), ("isolated", "yes or no")): nwb.add_unit_column(name, what)
    for u in range(12):
        first = 0 if S["region"][u] == "CA1" else 4
        nwb.add_unit(spike_times=S["spikes"][u], id=int(S["ids"][u]), quality=S["quality"][u], region=S["region"][u], depth=S["depth"][u],
                     isolated=bool(u % 3), electrodes=[first + u % 4, first + (u + 1) % 4], electrode_group=groups[first // 4],
                     obs_intervals=[[0.0, 31.0], [32.4, 60.02]] if u == 4 else [[0.0, 60.02]])
    if silent:
        nwb.add_unit(spike_times=np.zeros(0), id=41, quality="noise", region="CA1", depth=0.0, isolated=False, electrodes=[0], electrode_group=groups[0],
                     obs_intervals=np.array([[0.0, 60.02]]))


def write_nwb(S):
    import h5py
    from pynwb import NWBHDF5IO, TimeSeries, H5DataIO
    from pynwb.behavior import BehavioralEvents, BehavioralTimeSeries, CompassDirection, Position, SpatialSeries, IntervalSeries, BehavioralEpochs
    from pynwb.misc import AnnotationSeries
    d = folder("nwb")
    Z = lambda a: H5DataIO(a, compression="gzip", compression_opts=9, shuffle=True)
    nwb = nwb_file("session")
    nwb_units(nwb, S)
    nwb.add_trial_column("outcome", "what the rat did")
    nwb.add_trial_column("reward", "ml"); nwb.add_trial_column("rewarded", "yes or no")
    for i in range(8):
        nwb.add_trial(start_time=S["trial_start"][i], stop_time=S["trial_stop"][i], outcome=S["outcome"][i], reward=S["reward"][i], rewarded=bool(S["rewarded"][i]))
    b = nwb.create_processing_module("behavior", "what the rat did")
    pixels = np.round(np.stack([(S["x"] - 0.1) / 0.0025, (S["y"] - 0.1) / 0.0025], 1)).astype(np.int16)
    position = Position(name="Position"); b.add(position)
    place = SpatialSeries(name="position", data=Z(np.stack([S["x_nan"], S["y_nan"]], 1)), timestamps=Z(S["frame_times"]), reference_frame="the left end", unit="meters")
    position.add_spatial_series(place)
    camera = SpatialSeries(name="position_pixels", data=Z(pixels), timestamps=place, reference_frame="the image", unit="meters", conversion=0.0025, offset=0.1)
    position.add_spatial_series(camera)
    moving = BehavioralTimeSeries(name="BehavioralTimeSeries"); b.add(moving)
    speed = TimeSeries(name="speed", data=Z(S["speed"]), timestamps=place, unit="m/s"); moving.add_timeseries(speed)
    with NWBHDF5IO(d / "session.nwb", "w") as f: f.write(nwb, cache_spec=False, expandable=EXPANDABLE(d, f))
    with h5py.File(d / "session.nwb", "a") as f:      # the schemas, which pynwb stores too (here one line of the 200 KB)
        f["specifications/core/2.9.0/namespace"] = '{"namespaces":[{"name":"core"}]}'
    e = Expected(d / "session.nwb", "rows of `units` are in the file's order; 41 never fires; bins from 0 to 60 s at 0.05 s: binned.npz, and zeros for 41")
    e.add("units", S["spikes"] + [np.zeros(0)], "events", "s", ids=S["ids"].tolist() + [41])
    e.add("units.quality", S["quality"] + ["noise"], "per unit").add("units.region", S["region"] + ["CA1"], "per unit")
    e.add("units.depth", np.append(S["depth"], 0.0), "per unit").add("units.isolated", np.array([bool(u % 3) for u in range(12)] + [False]), "per unit")
    e.add("units.id", np.append(S["ids"], 41), "per unit")
    e.add("units.obs_intervals", np.array(([[0.0, 60.02]] * 4) + [[0.0, 31.0], [32.4, 60.02]] + [[0.0, 60.02]] * 8), "intervals per unit", lengths=[1] * 4 + [2] + [1] * 8)
    e.add("units.electrodes.location", S["region"] + ["CA1"], "per unit", note="of the first electrode; the unit's own column of that name goes before")
    e.add("units.electrode_group.location", S["region"] + ["CA1"], "per unit")
    starts_stops = np.stack([S["trial_start"], S["trial_stop"]], 1)
    e.add("trials", starts_stops, "intervals", "s").add("trials.outcome", S["outcome"], "per interval")
    e.add("trials.reward", S["reward"], "per interval").add("trials.rewarded", S["rewarded"], "per interval").add("trials.id", np.arange(8), "per interval")
    e.add("position", np.stack([S["x_nan"], S["y_nan"]], 1), "samples", "m", times="timestamps")
    e.add("position_pixels", pixels * 0.0025 + 0.1, "samples", "m", times="linked to position's", note="int16 with conversion and offset: float64")
    e.add("speed", S["speed"], "samples", "m/s", times="linked to position's")
    e.values["frame_times"] = S["frame_times"]
    e.write()
    # a rate and a start
    nwb = nwb_file("rates"); b = nwb.create_processing_module("behavior", "what the rat did")
    compass = CompassDirection(name="CompassDirection"); b.add(compass)
    compass.create_spatial_series(name="head_direction", data=Z(S["head"]), starting_time=S["head_start"], rate=S["head_rate"], reference_frame="north", unit="radians")
    events = BehavioralEvents(name="BehavioralEvents"); b.add(events)
    events.create_timeseries(name="licks", data=np.ones(57, np.int8), timestamps=S["licks"], unit="n/a")
    lfp = TimeSeries(name="lfp", data=Z(S["lfp"]), starting_time=0.0, rate=25.0, unit="volts", conversion=1e-6); nwb.add_acquisition(lfp)
    with NWBHDF5IO(d / "rates.nwb", "w") as f: f.write(nwb, cache_spec=False)
    Expected(d / "rates.nwb").add("head_direction", S["head"], "samples", "rad", rate=50.0, start=0.01).add("licks", [S["licks"]], "events", "s").add(
        "lfp", S["lfp"] * 1e-6, "samples", "V", rate=25.0, start=0.0).write()
    # what is rarer
    nwb = nwb_file("more")
    nwb.add_epoch(0.0, 30.0, ["track", "familiar"]); nwb.add_epoch(30.0, 60.02, ["track"])
    b = nwb.create_processing_module("behavior", "what the rat did")
    moving = BehavioralTimeSeries(name="BehavioralTimeSeries"); b.add(moving)
    speed = TimeSeries(name="speed", data=Z(S["speed"]), timestamps=Z(S["frame_times"]), unit="m/s"); moving.add_timeseries(speed)
    twin = TimeSeries(name="speed_copy", data=speed, timestamps=speed, unit="m/s"); moving.add_timeseries(twin)   # the data too are a link
    rewards = S["trial_stop"][S["rewarded"]]
    events = BehavioralEvents(name="BehavioralEvents"); b.add(events)
    events.create_timeseries(name="rewards", data=S["reward"][S["rewarded"]], timestamps=rewards, unit="ml")
    epochs = BehavioralEpochs(name="BehavioralEpochs"); b.add(epochs)
    on_off = np.sort(np.concatenate([S["trial_start"], S["trial_stop"]]))
    epochs.add_interval_series(IntervalSeries(name="running", data=np.tile([1, -1], 8).astype(np.int8), timestamps=on_off))
    nwb.add_acquisition(AnnotationSeries(name="notes", data=["start", "coughed", "end"], timestamps=[0.0, 12.5, 60.0]))
    try:
        from pynwb.event import EventsTable
        t = EventsTable(name="pokes", description="nose pokes")
        t.add_column(name="port", description="which")
        for i, x in enumerate(S["licks"][:10]): t.add_row(timestamp=float(x), port="left" if i % 2 else "right")
        nwb.add_events_table(t); pokes = True
    except Exception as error:
        print("no EventsTable:", error); pokes = False
    with NWBHDF5IO(d / "more.nwb", "w") as f: f.write(nwb, cache_spec=False)
    e = Expected(d / "more.nwb")
    e.add("epochs", np.array([[0.0, 30.0], [30.0, 60.02]]), "intervals", "s").unreadable("epochs.tags", "several texts in a row")
    e.add("speed", S["speed"], "samples", "m/s").add("speed_copy", S["speed"], "samples", "m/s", note="data is a link")
    e.add("rewards", [rewards], "events", "s", marks=S["reward"][S["rewarded"]].tolist())
    e.add("running", starts_stops, "intervals", "s", note="IntervalSeries")
    e.add("notes", [np.array([0.0, 12.5, 60.0])], "events", "s", text=["start", "coughed", "end"])
    if pokes: e.add("pokes", [S["licks"][:10]], "events", "s").add("pokes.port", ["left" if i % 2 else "right" for i in range(10)], "per event")
    e.write()
    # the same through HDF5's newest structures: by h5py's own HDF5 (2.0) bounded to what 1.10 reads, and not
    for name, bound in (("latest.nwb", "latest"),):
        if (d / name).exists(): (d / name).unlink()
        with h5py.File(d / "session.nwb") as a, h5py.File(d / name, "w", libver=bound) as z:
            for k in ("intervals",): a.copy(k, z)
            for k, v in a.attrs.items(): z.attrs[k] = v
            z["session_start_time"] = "2026-11-27T09:00:00+00:00"
        Expected(d / name, "libver = latest by HDF5 2.0: Debian 12's HDF5 1.10 reads some of it only").add("trials", starts_stops, "intervals", "s").add(
            "trials.outcome", S["outcome"], "per interval").write()
    # 80 GB of raw data that was never written, beside the units
    nwb = nwb_file("raw")
    for i, u in zip(S["ids"], S["spikes"]): nwb.add_unit(spike_times=u, id=int(i))
    nwb.add_acquisition(TimeSeries(name="raw", data=np.zeros((2, 384), np.int16), rate=30000.0, starting_time=0.0, unit="volts", conversion=1e-7))
    with NWBHDF5IO(d / "raw80gb.nwb", "w") as f: f.write(nwb, cache_spec=False, expandable=EXPANDABLE(d, f))
    with h5py.File(d / "raw80gb.nwb", "a") as f:
        attrs = dict(f["acquisition/raw/data"].attrs); del f["acquisition/raw/data"]
        z = f.create_dataset("acquisition/raw/data", shape=(108000000, 384), dtype="i2", chunks=(10000, 384), compression="gzip")
        for k, v in attrs.items(): z.attrs[k] = v
    Expected(d / "raw80gb.nwb", "raw is 108000000 x 384 int16 and was never written").add("units", S["spikes"], "events", "s", ids=S["ids"].tolist()).write()
    # every type an index may have
    for kind in ("u1", "u4", "u8", "i8"):
        nwb = nwb_file(kind)
        short = [s[:20] for s in S["spikes"][:3]] + [np.zeros(0)] + [S["spikes"][3][:20]]
        for i, s in enumerate(short): nwb.add_unit(spike_times=s, id=i)
        path = d / f"index_{kind}.nwb"
        with NWBHDF5IO(path, "w") as f: f.write(nwb, cache_spec=False, expandable=EXPANDABLE(d, f))
        with h5py.File(path, "a") as f:
            o = f["units/spike_times_index"]; v, attrs = o[:].astype(kind), dict(o.attrs); del f["units/spike_times_index"]
            z = f.create_dataset("units/spike_times_index", data=v)
            for k, a in attrs.items(): z.attrs[k] = a
        Expected(path).add("units", short, "events", "s", ids=list(range(5))).write()
    # two-photon
    from pynwb.ophys import Fluorescence, ImageSegmentation, OpticalChannel, RoiResponseSeries, DfOverF
    nwb = nwb_file("ophys")
    device = nwb.create_device(name="scope")
    plane = nwb.create_imaging_plane(name="plane", optical_channel=OpticalChannel(name="green", description="d", emission_lambda=500.0), description="d", device=device,
                                     excitation_lambda=920.0, indicator="GCaMP", location="CA1", imaging_rate=5.0)
    o = nwb.create_processing_module("ophys", "d")
    seg = ImageSegmentation(); o.add(seg)
    table = seg.create_plane_segmentation(name="PlaneSegmentation", description="d", imaging_plane=plane)
    table.add_column("is_cell", "by hand"); table.add_column("kind", "of cell")
    for i in range(8): table.add_roi(pixel_mask=[(i, j, 1.0) for j in range(i + 1)], is_cell=bool(S["iscell"][i, 0]), kind="pyramidal" if i % 2 else "inter")
    rois = table.create_roi_table_region(region=list(range(8)), description="all")
    fl = Fluorescence(); o.add(fl)
    fl.add_roi_response_series(RoiResponseSeries(name="RoiResponseSeries", data=Z(S["F"].T.copy()), rois=rois, unit="n.a.", rate=5.0, starting_time=0.0))
    df = DfOverF(); o.add(df)
    some = table.create_roi_table_region(region=[7, 0, 3], description="three, in another order")
    df.add_roi_response_series(RoiResponseSeries(name="dff", data=Z(((S["F"][[7, 0, 3]] / 200 - 1).T).astype(np.float32)), rois=some, unit="n.a.", timestamps=Z(np.arange(300) / 5)))
    with NWBHDF5IO(d / "ophys.nwb", "w") as f: f.write(nwb, cache_spec=False, expandable=EXPANDABLE(d, f))
    Expected(d / "ophys.nwb", "columns of the segmentation are told of each series' cells, in the order of its rois").add(
        "RoiResponseSeries", S["F"].T, "samples", rate=5.0, start=0.0).add("RoiResponseSeries.is_cell", S["iscell"][:, 0] == 1, "per unit").add(
        "RoiResponseSeries.kind", ["pyramidal" if i % 2 else "inter" for i in range(8)], "per unit").add(
        "dff", (S["F"][[7, 0, 3]] / 200 - 1).T.astype(np.float32), "samples").add("dff.is_cell", (S["iscell"][:, 0] == 1)[[7, 0, 3]], "per unit").write()
    # data in another file, as labs keep raw data: an external link
    with NWBHDF5IO(d / "ophys.nwb", "r", load_namespaces=True) as source:
        other = source.read().processing["ophys"]["Fluorescence"]["RoiResponseSeries"]
        nwb = nwb_file("linked"); nwb.add_acquisition(TimeSeries(name="F", data=other.data, rate=5.0, starting_time=0.0, unit="n.a."))
        with NWBHDF5IO(d / "linked.nwb", "w", manager=None) as f: f.write(nwb, cache_spec=False, link_data=True, expandable=[])
    Expected(d / "linked.nwb", "the data lie in ophys.nwb, beside it").add("F", S["F"].T, "samples", rate=5.0, start=0.0).write()
    # stamps that run backwards, a rate of 0, an index that does not end at the spikes, fewer columns than ids
    def broken(name, change):
        shutil.copy(d / "index_u4.nwb", d / name)
        with h5py.File(d / name, "a") as f: change(f)
    broken("broken_index.nwb", lambda f: f["units/spike_times_index"].write_direct(np.array([20, 10, 60, 60, 80], np.uint32)))
    broken("broken_end.nwb", lambda f: f["units/spike_times_index"].write_direct(np.array([20, 40, 60, 60, 200], np.uint32)))
    broken("unsorted.nwb", lambda f: f["units/spike_times"].write_direct(f["units/spike_times"][:][::-1].copy()))
    broken("nan_spike.nwb", lambda f: f["units/spike_times"].__setitem__(5, np.nan))
    json.dump({"broken_index.nwb": "the index runs backwards at row 1 (10 after 20)", "broken_end.nwb": "the index ends at 200, there are 80 spike times",
               "unsorted.nwb": "read: counts do not depend on the order; told once", "nan_spike.nwb": "1 spike time of 80 is not finite, first of unit 0"},
              open(d / "mistakes.json", "w"), indent=1)


def write_channels(S):
    """Channels with factors of their own and electrodes in another order, columns of several numbers, what is no array, two objects of one name."""
    import h5py
    from pynwb import NWBHDF5IO, TimeSeries
    from pynwb.ecephys import ElectricalSeries
    from pynwb.image import ImageSeries
    path = OUT / "channels.nwb"
    nwb = nwb_file("channels")
    nwb_units(nwb, {**S, "spikes": [s[:3] for s in S["spikes"]]}, silent=False)
    raw = np.arange(12, dtype=np.int16).reshape(6, 2)
    factors = np.array([2.0, 0.5])
    nwb.add_acquisition(ElectricalSeries(name="probe", data=raw, electrodes=nwb.create_electrode_table_region([5, 0], "two, in another order"),
                                         rate=10.0, starting_time=-1.5, conversion=1e-6, offset=0.25, channel_conversion=factors))
    nwb.add_acquisition(TimeSeries(name="beep", data=np.array([1, 1, 2], np.int16), timestamps=[0.5, 1.0, 7.0], unit="n/a", continuity="instantaneous"))
    nwb.add_acquisition(ImageSeries(name="film", external_file=["film.avi"], rate=25.0, format="external", unit="n.a.", starting_frame=[0], num_samples=100))
    nwb.add_acquisition(TimeSeries(name="lost", data=np.arange(4.0), timestamps=np.arange(4.0), unit="m"))
    for module in ("left", "right"):
        m = nwb.create_processing_module(module, "an eye")
        m.add(TimeSeries(name="pupil", data=np.arange(3.0) + len(module), rate=2.0, starting_time=0.0, unit="mm"))
    nwb.add_trial_column("touches", "s", index=True)
    nwb.add_trial(start_time=0.0, stop_time=1.0, touches=[0.25, 0.5]); nwb.add_trial(start_time=1.0, stop_time=2.5, touches=[])
    nwb.add_trial(start_time=3.0, stop_time=4.0, touches=[3.5])
    with NWBHDF5IO(path, "w") as f: f.write(nwb, cache_spec=False, expandable=[])
    with h5py.File(path, "a") as f:
        stamps = f["acquisition/lost/timestamps"][:3]; del f["acquisition/lost/timestamps"]; f["acquisition/lost/timestamps"] = stamps
        quality = f["units/quality"][:11]; attrs = dict(f["units/quality"].attrs); del f["units/quality"]; f["units/quality"] = quality
        for k, v in attrs.items(): f["units/quality"].attrs[k] = v
    e = Expected(path, "a column and the timestamps of `lost` were cut short afterwards")
    e.add("units", [s[:3] for s in S["spikes"]], "events", "s", ids=S["ids"].tolist()).add("units.region", S["region"], "per unit")
    e.unreadable("units.quality", "is 11, 'units' has 12 rows")
    e.add("probe", raw * (factors * 1e-6) + 0.25, "samples", "V", rate=10.0, start=-1.5)
    e.add("probe.location", ["CA3", "CA1"], "per channel").add("probe.x", np.array([5.0, 0.0]), "per channel").add(
        "probe.group_name", ["shank1", "shank0"], "per channel").add("probe.group.location", ["CA3", "CA1"], "per channel")
    e.add("beep", [np.array([0.5, 1.0, 7.0])], "events", "s").add("beep.data", np.array([1, 1, 2], np.int16), "per event")
    e.unreadable("film", "lies in another file, 'film.avi', as images, which are not read")
    e.add("lost", np.arange(4.0), "samples", "m").unreadable("lost.timestamps", "does not fit: 4 rows of data, timestamps 3")
    e.add("left/pupil", np.arange(3.0) + 4, "samples", "mm", rate=2.0, start=0.0).add("right/pupil", np.arange(3.0) + 5, "samples", "mm", rate=2.0, start=0.0)
    e.add("trials", np.array([[0.0, 1.0], [1.0, 2.5], [3.0, 4.0]]), "intervals", "s")
    e.add("trials.touches", np.array([0.25, 0.5, 3.5]), "rows per interval", lengths=[2, 0, 1])
    e.write()


def write_version_1():
    import h5py
    with h5py.File(OUT / "version1.nwb", "w") as f: f["nwb_version"] = "1.0.6"


def write_small():
    """One of each kind within 20 KB, for damaged copies (tests/fuzz/corpus/nwb) and for readers' conformance: without NaN."""
    import h5py
    path = OUT / "small.nwb"
    with h5py.File(path, "w", libver=("v110", "v110")) as f:
        text = h5py.string_dtype()
        f.attrs["nwb_version"] = "2.9.0"
        def group(place, kind, **attrs):
            g = f.create_group(place); g.attrs["neurodata_type"] = kind
            for k, v in attrs.items(): g.attrs[k] = v
            return g
        def column(table, name, values, kind="VectorData", index=None, of=None):
            o = table.create_dataset(name, data=values, dtype=text if isinstance(values[0], str) else None); o.attrs["neurodata_type"] = kind
            if of is not None: o.attrs["table"] = of.ref
            if index is not None:
                o = table.create_dataset(name + "_index", data=np.array(index, np.uint8)); o.attrs["neurodata_type"] = "VectorIndex"
        def table(place, kind, ids): g = group(place, kind, colnames=np.array(["x"], object)); column(g, "id", np.array(ids)); return g
        groups = [group(f"general/extracellular_ephys/shank{i}", "ElectrodeGroup", location=l) for i, l in enumerate(("CA1", "CA3"))]
        electrodes = table("general/extracellular_ephys/electrodes", "DynamicTable", [0, 1, 2])
        column(electrodes, "location", ["CA1", "CA3", "CA3"]); column(electrodes, "x", np.arange(3.0))
        units = table("units", "Units", [4, 6])
        column(units, "spike_times", np.array([0.25, 0.5, 1.5, 0.75, 2.0]), index=[3, 5])
        column(units, "quality", ["good", "mua"]); column(units, "isolated", np.array([True, False]))
        column(units, "electrodes", np.array([2, 0, 1]), "DynamicTableRegion", index=[2, 3], of=electrodes)
        units.create_dataset("electrode_group", data=np.array([g.ref for g in groups], h5py.ref_dtype), dtype=h5py.ref_dtype)
        column(units, "obs_intervals", np.array([[0.0, 1.0], [1.25, 3.0], [0.0, 3.0]]), index=[2, 3])
        trials = table("intervals/trials", "TimeIntervals", [0, 1])
        column(trials, "start_time", np.array([0.0, 1.5])); column(trials, "stop_time", np.array([1.0, 2.5])); column(trials, "outcome", ["correct", "error"])
        group("processing/behavior/Position", "Position")
        def series(place, data, kind="TimeSeries", unit="m", conversion=1.0, **clock):
            g = group(place, kind); o = g.create_dataset("data", data=data, dtype=text if isinstance(data[0], str) else None)
            o.attrs["unit"] = unit; o.attrs["conversion"] = conversion
            if "rate" in clock: g["starting_time"] = clock["start"]; g["starting_time"].attrs["rate"] = clock["rate"]
            else: g["timestamps"] = clock["timestamps"]
        series("processing/behavior/Position/position", np.arange(8.0).reshape(4, 2), "SpatialSeries", "meters", timestamps=np.arange(4) / 2)
        series("processing/behavior/speed", np.array([1, 4, 2, 3], np.int16), conversion=0.25, timestamps=h5py.SoftLink("/processing/behavior/Position/position/timestamps"))
        series("acquisition/lfp", np.arange(12, dtype=np.int16).reshape(6, 2), unit="volts", conversion=1e-6, rate=2.0, start=-0.5)
        series("acquisition/notes", ["start", "end"], "AnnotationSeries", "n/a", timestamps=np.array([0.0, 2.5]))
        series("acquisition/running", np.array([1, -1], np.int8), "IntervalSeries", "n/a", timestamps=np.array([0.5, 2.0]))
    e = Expected(path).add("units", [np.array([0.25, 0.5, 1.5]), np.array([0.75, 2.0])], "events", "s", ids=[4, 6])
    e.add("units.quality", ["good", "mua"], "per unit").add("units.isolated", np.array([True, False]), "per unit").add("units.electrodes.location", ["CA3", "CA3"], "per unit")
    e.add("units.electrodes.x", np.array([2.0, 1.0]), "per unit").add("units.electrode_group.location", ["CA1", "CA3"], "per unit")
    e.add("units.obs_intervals", np.array([[0.0, 1.0], [1.25, 3.0], [0.0, 3.0]]), "intervals per unit", lengths=[2, 1])
    e.add("trials", np.array([[0.0, 1.0], [1.5, 2.5]]), "intervals", "s").add("trials.outcome", ["correct", "error"], "per interval")
    e.add("position", np.arange(8.0).reshape(4, 2), "samples", "m").add("speed", np.array([0.25, 1.0, 0.5, 0.75]), "samples", "m")
    e.add("lfp", np.arange(12).reshape(6, 2) * 1e-6, "samples", "V", rate=2.0, start=-0.5)
    e.add("notes", [np.array([0.0, 2.5])], "events", "s").add("running", np.array([[0.5, 2.0]]), "intervals", "s")
    e.write()
    corpus = OUT.parents[3] / "fuzz" / "corpus" / "nwb"
    corpus.mkdir(parents=True, exist_ok=True)
    shutil.copy(path, corpus / "recording.nwb")


if __name__ == "__main__":
    session = make_session()
    write_nwb(session)
    write_channels(session)
    write_version_1()
    write_small()
