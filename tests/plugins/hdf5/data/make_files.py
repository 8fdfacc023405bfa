"""Makes the HDF5 files beside this script (h5py 3.16)."""
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
