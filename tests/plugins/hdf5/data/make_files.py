"""Makes the HDF5 files beside this script (h5py 3.16)."""
import os

import h5py
import numpy as np

with h5py.File("recording.h5", "w") as f:
    group = f.create_group("session")
    group["neural"] = np.arange(6, dtype="<f4").reshape(3, 2)
    group.create_dataset(
        "packed", data=np.arange(12, dtype="<i2").reshape(4, 3), chunks=(2, 2),
        compression="gzip", shuffle=True, fletcher32=True)
    f["big_endian"] = np.array([1.5, -2.5], dtype=">f8")
    f["float16"] = np.array([0.5, 2], dtype="<f2")
    f["int8"] = np.array([-1, 2], dtype="i1")
    f["int64"] = np.array([-(2**40), 2], dtype="<i8")
    f["moving"] = np.array([True, False, True])
    f["scalar"] = np.float64(7)
    f["uint8"] = np.array([255], dtype="u1")
    f["uint16"] = np.array([65535], dtype="<u2")
    f["uint32"] = np.array([4294967295], dtype="<u4")
    f["uint64"] = np.array([2**62], dtype="<u8")
    f["words"] = np.array(["left", "right"], dtype=h5py.string_dtype())
    f["records"] = np.zeros(2, dtype=[("x", "f4"), ("y", "f4")])
    f.create_dataset("ragged", (2,), dtype=h5py.vlen_dtype("f4"))
    f["nothing"] = h5py.Empty("f4")
with h5py.File("lzf.h5", "w") as f:
    f.create_dataset("neural", data=np.zeros((4, 3)), compression="lzf")
with h5py.File("large.h5", "w") as f:
    f["count"] = np.array([2**63], dtype="<u8")
# What nobody asks for: an hour of raw data (no chunk of it is written), a filter that is not there.
with h5py.File("unasked.h5", "w") as f:
    f["neural"] = np.arange(6, dtype="<f4").reshape(3, 2)
    f.create_dataset("raw/data", shape=(1_080_000_000, 384), dtype="<i2", chunks=(10000, 384))
    f.create_dataset("raw/lzf", data=np.zeros((4, 3)), compression="lzf")
    f["raw/link"] = h5py.SoftLink("/nowhere")
# What is elsewhere, or was never written.
with h5py.File("elsewhere.h5", "w") as f:
    f["here"] = np.arange(6, dtype="<f4").reshape(3, 2)
    shown = h5py.VirtualLayout((6, 2), "<f4")
    shown[:3] = h5py.VirtualSource("elsewhere.h5", "here", (3, 2))
    shown[3:] = h5py.VirtualSource("gone.h5", "neural", (3, 2))
    f.create_virtual_dataset("shown", shown, fillvalue=0.5)
    whole = h5py.VirtualLayout((3, 2), "<f4")
    whole[:] = h5py.VirtualSource("elsewhere.h5", "here", (3, 2))
    f.create_virtual_dataset("shown_whole", whole)
    f.create_dataset("raw", (3, 2), "<f4", external=[("short.raw", 0, h5py.h5f.UNLIMITED)])
    f.create_dataset("never", (4, 2), "<f4", chunks=(2, 2), fillvalue=-7)
    f.create_dataset("partly", (4, 2), "<f4", chunks=(2, 2))[:2] = 1
    f["soft"] = h5py.SoftLink("/here")
    f["outer"] = h5py.ExternalLink("gone.h5", "/neural")
# 20 of the 24 bytes of `raw`
open("short.raw", "wb").write(bytes(20))
# Checksums without compression: the test finds the values and changes one.
with h5py.File("checked.h5", "w") as f:
    f.create_dataset("neural", data=np.arange(6, dtype="<f8").reshape(3, 2) + 1234.5,
                     chunks=(3, 2), fletcher32=True)
    f["speed"] = np.array([1.0, 2.0, 3.0])
# Links, to what is here, in another file, nowhere, and in circles.
positions = np.arange(8, dtype="<f8").reshape(4, 2) / 4
with h5py.File("linked_to.h5", "w") as f:
    f["raw/counts"] = np.arange(6, dtype="<i4").reshape(3, 2)
    f["raw/back"] = h5py.ExternalLink("links.h5", "/raw")
with h5py.File("links.h5", "w") as f:
    f["camera/position"] = positions
    f["camera/inner"] = h5py.SoftLink("/again")  # in a group that is entered by links, too
    f["camera/whole"] = h5py.SoftLink("/")
    f["again"] = h5py.SoftLink("camera")
    f["tracked/position"] = h5py.SoftLink("/camera/position")
    f["tracked/camera"] = h5py.SoftLink("/camera")
    f["seen"] = h5py.SoftLink("/tracked")
    f["twice"] = h5py.SoftLink("/tracked/position")
    f["hard"] = f["camera/position"]
    f["counts"] = h5py.ExternalLink("linked_to.h5", "/raw/counts")
    f["raw"] = h5py.ExternalLink("linked_to.h5", "/raw")
    f["itself"] = h5py.SoftLink("/itself")
    f["round"] = h5py.SoftLink("/and_round")
    f["and_round"] = h5py.SoftLink("/round")
    f["nowhere"] = h5py.SoftLink("/gone")
    f["no_file"] = h5py.ExternalLink("gone.h5", "/x")
    f["no_object"] = h5py.ExternalLink("linked_to.h5", "/gone")
np.savez("links.h5.expected.npz", **{
    "camera/position": positions, "again/position": positions, "tracked/position": positions, "twice": positions,
    "tracked/camera/position": positions, "seen/position": positions, "hard": positions, "counts": np.arange(6, dtype="<i4").reshape(3, 2),
    "raw/counts": np.arange(6, dtype="<i4").reshape(3, 2)})
# A table as NWB keeps its units (hdmf's DynamicTable): VectorIndex is a text of variable length.
with h5py.File("units.h5", "w") as f:
    def column(name, values, kind, index_of=None):
        f["units/" + name] = values
        f["units/" + name].attrs["neurodata_type"] = kind
        if index_of:
            f["units/" + name].attrs["target"] = f["units/" + index_of].ref
    column("id", np.array([2, 3, 5]), "ElementIdentifiers")
    column("depth", np.array([0.5, 1.5, 2.5]), "VectorData")
    column("spike_times", np.array([0.1, 0.2, 0.3, 1.1, 1.2]), "VectorData")
    column("spike_times_index", np.array([3, 3, 5], dtype="u1"), "VectorIndex", "spike_times")
    column("obs_intervals", np.array([[0.0, 2.0]] * 3), "VectorData")
    column("obs_intervals_index", np.array([1, 2, 3], dtype="<i8"), "VectorIndex", "obs_intervals")
    column("waveforms", np.zeros((6, 4)), "VectorData")  # of spikes, and these of units
    column("waveforms_index", np.array([2, 4, 6], dtype="u1"), "VectorIndex", "waveforms")
    column("waveforms_index_index", np.array([1, 2, 3], dtype="u1"), "VectorIndex", "waveforms_index")
    # named alike, and none
    f["trial"] = np.array([1, 2, 3])
    f["trial_index"] = np.array([7, 8, 9])
# As HDF5 2.0 writes it: chunked arrays, records and booleans are beyond HDF5 1.10.
with h5py.File("latest.h5", "w", libver="latest") as f:
    f.create_dataset("neural", data=np.arange(6, dtype="<f4").reshape(3, 2), chunks=(3, 2), compression="gzip")
    f["position"] = positions
    f["records"] = np.zeros(2, dtype=[("x", "f4"), ("y", "f4")])
    f["running"] = np.array([True, False])
    f["linked"], f["lost"] = h5py.SoftLink("/running"), h5py.SoftLink("/nowhere")
# Copied before it was closed, as when the program that writes it has died.
with h5py.File("closed_later.h5", "w", libver=("v110", "v110")) as f:
    f["speed"] = np.array([1.0, 2.0, 3.0])
    f.flush()
    open("not_closed.h5", "wb").write(open("closed_later.h5", "rb").read())
os.remove("closed_later.h5")
# Text, rows of variable length, records, units.
with h5py.File("text.h5", "w") as f:
    words = ["right", "", "links", "right", "ü"]
    f.create_dataset("variable", data=words, dtype=h5py.string_dtype())
    f.create_dataset("chunked", data=words, dtype=h5py.string_dtype(), chunks=(2,), compression="gzip")
    f["fixed"] = np.array([w.encode() for w in words], "S6")
    padded = h5py.h5t.C_S1.copy()
    padded.set_size(8)
    padded.set_strpad(h5py.h5t.STR_SPACEPAD)
    space = h5py.h5s.create_simple((5,))
    dataset = h5py.h5d.create(f.id, b"padded", padded, space)
    dataset.write(space, space, np.array([w.encode().ljust(8) for w in words], "S8"), padded)
    f.create_dataset("many", data=[f"row {i:04}" for i in range(3000)], dtype=h5py.string_dtype(), chunks=(500,), compression="gzip")
    f["single"] = "rat 7"
    f.create_dataset("table", data=[["a", "b"]], dtype=h5py.string_dtype())
    f.create_dataset("ragged", data=np.array([np.arange(i, dtype="f8") for i in range(4)], object), dtype=h5py.vlen_dtype("f8"))
    f.create_dataset("ragged_big_endian", data=np.array([np.array([1, -2], ">i4"), np.zeros(0, ">i4")], object), dtype=h5py.vlen_dtype(">i4"))
    f["records"] = np.array([(1, 2.0, b"x"), (3, 4.0, b"y")], dtype=[("a", "i4"), ("b", "f8"), ("name", "S1")])
    f["position"] = np.arange(8, dtype="<f8").reshape(4, 2)
    f["position"].attrs["unit"] = "cm"
# The same for damaged copies (tests/fuzz/corpus/h5-text), within 20 KB.
with h5py.File("text.h5") as a, h5py.File("../../../fuzz/corpus/h5-text/recording.h5", "w") as z:
    for name in a:
        if name != "many": a.copy(name, z)
