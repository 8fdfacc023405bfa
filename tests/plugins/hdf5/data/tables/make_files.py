"""Makes the tables and poses beside this script (pandas 3.1 with tables 3.11, sleap-io 0.9.5, h5py 3.16), and
beside each what a reader has to find in it, X.expected.npz: the arrays that were written. Text is there as the
places of its classes in their order, -1 for what is missing.
    pip install pandas tables sleap-io h5py; python make_files.py"""
import h5py
import numpy as np
import pandas as pd
import sleap_io as sio

rng = np.random.default_rng(14)
n = 24
squeezed = {"mode": "w", "complevel": 9, "complib": "zlib"}


def codes(texts):
    classes = sorted({text for text in texts if text})
    return np.array([classes.index(text) if text else -1 for text in texts])


def expect(path, **arrays):
    np.savez_compressed(path + ".expected.npz", **arrays)


# One table in both formats, its text with missing values; whole columns of each type.
t = np.round(0.004 + np.arange(n) / 10 + rng.uniform(-0.004, 0.004, n), 6)
side = ["left", "right", None] * (n // 3)
numbers = {"position": np.where(np.arange(n) == 5, np.nan, np.round(np.cos(np.arange(n) / 9), 6)),
           "trial": np.arange(n) // 6, "running": np.arange(n) % 3 == 0, "small": np.arange(n).astype("i1"),
           "count": np.arange(n).astype("u2"), "half": (np.arange(n) / 4).astype("f4"),
           **{f"unit_{i}": rng.poisson(0.8, n).astype(float) for i in range(3)}}
frame = pd.DataFrame(numbers, index=pd.Index(t, name="t"))
expected = {"t": t, **numbers, "count": numbers["count"].astype("i4")}
frame.to_hdf("fixed.h5", key="behavior", **squeezed)
expect("fixed.h5", **expected)
frame.insert(2, "side", np.array(side, object))
frame.to_hdf("fixed_text.h5", key="behavior", **squeezed)
expect("fixed_text.h5", **expected)
frame.to_hdf("table.h5", key="behavior", format="table", index=False, **squeezed)
frame.to_hdf("data_columns.h5", key="behavior", format="table", index=False, data_columns=["side", "trial"], **squeezed)
with_codes = {**expected, "side": codes(side)}
expect("table.h5", **with_codes)
expect("data_columns.h5", **with_codes)
# Categories in an order of their own, one that no row has.
frame["side"] = pd.Categorical(side, categories=["right", "up", "left"])
frame["level"] = pd.Categorical(np.arange(n) % 2)
frame.to_hdf("categories.h5", key="behavior", format="table", index=False, **squeezed)
expect("categories.h5", **with_codes)
frame[["position"]].to_hdf("blosc.h5", key="behavior", format="table", index=False, mode="w", complevel=9, complib="blosc")

# Series, two tables in a file, dates.
pd.Series(numbers["position"], name="position").to_hdf("series.h5", key="p", mode="w")
expect("series.h5", index=np.arange(n), position=numbers["position"])
pd.Series(numbers["trial"], name="trial", index=t).to_hdf("series_table.h5", key="p", format="table", index=False, **squeezed)
expect("series_table.h5", index=t, trial=numbers["trial"])
with pd.HDFStore("two_keys.h5", "w", complevel=9, complib="zlib") as store:
    store.put("a", frame[["position"]])
    store.put("b/deep", frame[["trial"]], format="table", index=False)
expect("two_keys.h5", **{"a.t": t, "a.position": numbers["position"], "b/deep.t": t, "b/deep.trial": numbers["trial"]})
seconds = 1.6e9 + np.arange(n) / 8
when = pd.to_datetime(seconds, unit="s").to_numpy("datetime64[us]").copy()
when[3] = np.datetime64("NaT")
dates = pd.DataFrame({"when": when, "lag": pd.to_timedelta(np.arange(n), unit="ms"), "word": ["α", "b"] * (n // 2)},
                     index=pd.to_datetime(seconds, unit="s").as_unit("ns").rename("clock"))
dates.to_hdf("dates_table.h5", key="d", format="table", index=False, **squeezed)
dates[["when", "lag"]].to_hdf("dates_fixed.h5", key="d", **squeezed)
times = {"clock": seconds, "when": np.where(np.arange(n) == 3, np.nan, seconds), "lag": np.arange(n) / 1e3}
expect("dates_fixed.h5", **times)
expect("dates_table.h5", **times, word=codes(["α", "b"] * (n // 2)))

# Names of several rows, with letters beyond Latin-1, whole numbers; and dates, which are pickled objects.
values = np.arange(2.0 * n).reshape(n, 2)
several = pd.DataFrame(values, columns=pd.MultiIndex.from_tuples([("grün €🐭", 1), ("b\\n", 2)]))
only = {"fixed": {"mode": "w"}, "table": {**squeezed, "index": False}}
for form in ("fixed", "table"):
    several.to_hdf(f"rows_of_names_{form}.h5", key="g", format=form, **only[form])
    expect(f"rows_of_names_{form}.h5", **{"index": np.arange(n), "grün €🐭.1": values[:, 0], "b\\n.2": values[:, 1]})
    pd.DataFrame(values, columns=pd.to_datetime(["2020", "2021"])).to_hdf(f"dates_as_names_{form}.h5", key="g", format=form, **only[form])
several_indices = pd.DataFrame({"v": numbers["position"]}, index=pd.MultiIndex.from_arrays([["a", "b"] * (n // 2), np.arange(n)], names=["animal", "day"]))
several_indices.to_hdf("indices_table.h5", key="m", format="table", **only["table"])
expect("indices_table.h5", index=np.arange(n), animal=codes(["a", "b"] * (n // 2)), day=np.arange(n), v=numbers["position"])
several_indices.to_hdf("indices_fixed.h5", key="m", mode="w")

# DeepLabCut's tables: places and how likely they are.
def pose(tracks):
    frames = np.arange(n) / 10
    places = [np.stack([300 * frames + 12 * i, 40 + 5 * np.sin(frames + i), np.where(rng.random(n) < 0.2, 0.2, 0.98)], 1) for i in range(tracks)]
    return np.round(np.concatenate(places, 1), 3)


def pose_table(path, animals, parts, coordinates, values, form="table"):
    levels = [("scorer", ["DLC_resnet50_trackMay1shuffle1_100000"]), ("individuals", animals), ("bodyparts", parts), ("coords", coordinates)]
    levels = [level for level in levels if level[1]]
    columns = pd.MultiIndex.from_product([names for _, names in levels], names=[name for name, _ in levels])
    pd.DataFrame(values, columns=columns).to_hdf(path, key="df_with_missing", format=form, **squeezed)
    arrays, likely = {}, {}
    for i, column in enumerate(columns):
        name = ".".join(column[1:-1])
        if column[-1] == "x":
            arrays[name] = likely[name] = values[:, i:i + len(coordinates) - ("likelihood" in coordinates)]
        elif column[-1] == "likelihood":
            arrays[name + ".likelihood"] = likely[name + ".likelihood"] = values[:, i]
            likely[name] = np.where(values[:, i, None] >= 0.6, arrays[name], np.nan)
    expect(path, **arrays)
    expect(path + ".likely", **likely)


xyp = ["x", "y", "likelihood"]
pose_table("dlc_single.h5", [], ["nose", "tail base"], xyp, pose(2))
several = pose(4)
several[5, 6:] = np.nan  # not found
pose_table("dlc_multi.h5", ["mouse1", "mouse2"], ["nose", "tail base"], xyp, several)
pose_table("dlc_space.h5", [], ["nose"], ["x", "y", "z"], pose(1))
pose_table("dlc_fixed.h5", [], ["nose", "tail base"], xyp, several[:, :6], "fixed")
pose_table("dlc_multi_fixed.h5", ["mouse1", "mouse2"], ["nose", "tail base"], xyp, several, "fixed")

# SLEAP's analysis, its axes in both orders, and as SLEAP wrote them before they were named.
skeleton = sio.Skeleton(nodes=["nose", "tail base", "ear"], edges=[("nose", "tail base")])
tracks = [sio.Track("mouse1"), sio.Track("mouse2")]
video = sio.Video(filename="video.mp4", backend=None)
found = pose(6).reshape(n, 2, 3, 3)
found[5, 1], found[7, 0, 2, :2] = np.nan, np.nan
frames = []
for i in range(n):
    instances = [sio.PredictedInstance.from_numpy(found[i, m, :, :2], skeleton=skeleton, point_scores=np.nan_to_num(found[i, m, :, 2]),
                                                  score=0.9, track=tracks[m]) for m in range(2) if np.isfinite(found[i, m, 0, 0])]
    frames.append(sio.LabeledFrame(video=video, frame_idx=i, instances=instances))
labels = sio.Labels(frames, videos=[video], skeletons=[skeleton], tracks=tracks)
arrays = {}
for m in range(2):
    for k, node in enumerate(skeleton.node_names):
        arrays[f"mouse{m + 1}.{node}"] = found[:, m, k, :2]
        arrays[f"mouse{m + 1}.{node}.score"] = found[:, m, k, 2]
for preset in ("matlab", "standard"):
    sio.save_analysis_h5(labels, f"sleap_{preset}.h5", preset=preset)
    expect(f"sleap_{preset}.h5", **arrays)
members = ("track_occupancy", "tracks", "track_names", "node_names", "point_scores", "instance_scores")
with h5py.File("sleap_matlab.h5") as new, h5py.File("sleap_legacy.h5", "w") as old, h5py.File("sleap_alone.h5", "w") as alone:
    for name in members:
        text = new[name].dtype.kind in "SO"
        stored = np.array([v if isinstance(v, bytes) else v.encode() for v in new[name][()]]) if text else new[name][()]
        old.create_dataset(name, data=stored, compression="gzip")
        if name == "track_names":
            stored = np.zeros(0)
        elif name in ("tracks", "point_scores", "instance_scores"):
            stored = stored[:1]
        alone.create_dataset(name, data=stored)
    alone["tracks"].attrs["dims"] = '["track", "xy", "node", "frame"]'
expect("sleap_legacy.h5", **arrays)
expect("sleap_alone.h5", **{name[7:]: values for name, values in arrays.items() if name.startswith("mouse1.")})
with h5py.File("sleap_legacy.h5") as old, h5py.File("sleap_strange.h5", "w") as strange:
    for name in members:
        strange[name] = old[name][()] if name != "tracks" else old[name][()].transpose(1, 0, 3, 2)
