"""Makes the numpy files beside this script (numpy 2.4), and beside each what a reader has to find in it,
X.expected.npz: the arrays that were written, in the types that Facet has. The files of pynapple are made
with pynapple 0.11.4."""
import io
import zipfile

import numpy as np
import pynapple as nap

counts = (np.arange(36) * 7 % 5).reshape(12, 3)
times = np.round(np.arange(12) / 10 + 0.004, 6)
side = ["left", "right"] * 6


def expect(path, **arrays):
    """No reader of its own stands between: little-endian, signed where libtorch has no such type."""
    np.savez(path + ".expected.npz", **arrays)


# The other order of bytes, in C and Fortran order, and each type that becomes a larger one.
small, wide = np.array([1, 65535]), np.array([1, 2, 2**40])
half, unsigned = np.array([[0.5, -2.0]]), np.array([7, 2**32 - 1])
np.savez_compressed("big_endian.npz", neural=counts.astype(">f4"), position=times.astype(">f8"),
                    columns=np.asfortranarray(counts.astype(">i2")), trial=np.arange(8).astype(">i4"),
                    wide=wide.astype(">i8"), half=half.astype(">f2"), small=small.astype(">u2"),
                    unsigned=unsigned.astype(">u4"), samples=wide.astype(">u8"))
expect("big_endian.npz", neural=counts.astype("<f4"), position=times, columns=counts.astype("<i2"),
       trial=np.arange(8).astype("<i4"), wide=wide, half=half.astype("<f2"), small=small.astype("<i4"),
       unsigned=unsigned, samples=wide)
np.save("big_endian.npy", counts.astype(">f4"))
expect("big_endian.npy", big_endian=counts.astype("<f4"))
# Kilosort 2's samples, and numbers that int64 has not.
np.save("spike_times.npy", np.array([[12], [90], [2**63 - 1]], "<u8"))
expect("spike_times.npy", spike_times=np.array([[12], [90], [2**63 - 1]]))
too_large = np.array([[1, 2], [2**63, 2**64 - 1]], "<u8")
np.savez("too_large.npz", samples=too_large, fortran=np.asfortranarray(too_large), speed=times)
np.save("too_large.npy", too_large)
# What no tensor holds.
np.savez("no_numbers.npz", counts=counts, side=np.array(side), side_bytes=np.array(side, "S5"),
         big_endian=np.array(side, ">U5"), objects=np.array(side, object),
         records=np.array([(1, 2.0), (3, 4.0)], [("a", "i4"), ("b", "f8")]))
# Zipped again by macOS's Finder: a resource fork for each member, and the folder's own.
fork = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(38)
with zipfile.ZipFile("resource_forks.npz", "w", zipfile.ZIP_DEFLATED) as z:
    for name, array in (("neural", counts), ("position", times)):
        npy = io.BytesIO()
        np.save(npy, array)
        z.writestr(name + ".npy", npy.getvalue())
        z.writestr(f"__MACOSX/._{name}.npy", fork)
    z.writestr("._.DS_Store", fork)
    z.writestr(".DS_Store", b"\0\0\0\1Bud1")
    z.writestr("README.txt", "the rat of the attic\n")
expect("resource_forks.npz", neural=counts, position=times)

# pynapple's objects, each in a file of its own.
support = nap.IntervalSet(0, 2)
units = {2: nap.Ts(times[:5], time_support=support), 3: nap.Ts(times[2:], time_support=support),
         41: nap.Ts(np.zeros(0), time_support=support)}
nap.TsGroup(units, time_support=support, metadata={"region": np.array(["CA1", "CA3", "CA1"])}).save("group.npz")
nap.Ts(times, time_support=support).save("licks.npz")
nap.Tsd(times, times * 2, time_support=support).save("speed.npz")
nap.TsdFrame(times, np.stack([times, -times], 1), columns=["x", "y"], time_support=support).save("position.npz")
nap.IntervalSet(times[::4], times[::4] + 0.2, metadata={"outcome": side[:3]}).save("trials.npz")
expect("speed.npz", t=times, d=times * 2, start=[0.0], end=[2.0])
expect("position.npz", t=times, d=np.stack([times, -times], 1), start=[0.0], end=[2.0])
expect("trials.npz", start=times[::4], end=times[::4] + 0.2)
# As it wrote them until 0.6: what is known of the units in arrays beside.
np.savez_compressed("old_group.npz", t=times, index=np.arange(12) % 3, start=[0.0], end=[2.0],
                    type=np.array(["TsGroup"]), region=np.array(["CA1", "CA3", "CA1"]), depth=np.array([1.5, 2.5, 3.5]))
# No file of pynapple's: the names of its members alone say nothing.
np.savez_compressed("own_names.npz", neural=counts, t=times, index=np.arange(12), start=times, end=times,
                    type=np.array(side))
expect("own_names.npz", neural=counts, t=times, index=np.arange(12), start=times, end=times)
