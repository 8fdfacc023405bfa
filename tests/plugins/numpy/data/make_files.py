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

# pynapple's objects, each in a file of its own, called as the file. Events of units are expected one unit
# after the other, with where each ends.
support = nap.IntervalSet(0, 2)
units = {2: times[:5], 3: times[2:], 41: times[:0]}


def expect_events(path, name, units, **more):
    expect(path, **{name: np.concatenate(units), name + " ends": np.cumsum([len(unit) for unit in units])}, **more)


nap.TsGroup({i: nap.Ts(unit, time_support=support) for i, unit in units.items()}, time_support=support,
            metadata={"region": np.array(["CA1", "CA3", "CA1"])}).save("group.npz")
expect_events("group.npz", "group", list(units.values()), **{"group.support": [[0.0, 2.0]]})
nap.Ts(times, time_support=support).save("licks.npz")
expect("licks.npz", licks=times, **{"licks.support": [[0.0, 2.0]]})
nap.Tsd(times, times * 2, time_support=support).save("speed.npz")
expect("speed.npz", speed=times * 2, **{"speed.t": times, "speed.support": [[0.0, 2.0]]})
xy = np.stack([times, -times], 1)
nap.TsdFrame(times, xy, columns=["x", "y"], time_support=support).save("position.npz")
expect("position.npz", position=xy, **{"position.t": times, "position.support": [[0.0, 2.0]]})
nap.TsdFrame(times, xy.astype("f4"), columns=[3, 7], time_support=support).save("numbered.npz")
expect("numbered.npz", numbered=xy.astype("f4"), **{"numbered.t": times, "numbered.support": [[0.0, 2.0]]})
nap.TsdTensor(times, np.zeros((12, 2, 3)), time_support=support).save("tensor.npz")
begins = times[::4]
nap.IntervalSet(begins, begins + 0.2, metadata={"outcome": side[:3]}).save("trials.npz")
expect("trials.npz", trials=np.stack([begins, begins + 0.2], 1))
# As it wrote them until 0.6: what is known of the units in arrays beside, no list of them.
whose = np.arange(12) % 3
np.savez_compressed("old_group.npz", t=times, index=whose, start=[0.0], end=[2.0],
                    type=np.array(["TsGroup"]), region=np.array(["CA1", "CA3", "CA1"]), depth=np.array([1.5, 2.5, 3.5]))
expect_events("old_group.npz", "old_group", [times[whose == i] for i in range(3)],
              **{"old_group.depth": [1.5, 2.5, 3.5], "old_group.support": [[0.0, 2.0]]})
np.savez_compressed("strange_unit.npz", t=times, index=np.arange(12) // 4, keys=[0, 2], start=[0.0], end=[2.0],
                    type=np.array(["TsGroup"]))
# Spike times beside the unit of each.
which = np.array([7, 3, 7, 40, 3, 7, 7, 3, 40, 40, 7, 7], "i4")
np.savez_compressed("pairs.npz", spike_times=times, spike_clusters=which, position=xy)
expect_events("pairs.npz", "spike_times", [times[which == i] for i in (3, 7, 40)], position=xy)
np.savez_compressed("no_pairs.npz", spike_times=np.arange(12) * 600, unit=which, index=np.arange(5))
expect("no_pairs.npz", spike_times=np.arange(12) * 600, unit=which, index=np.arange(5))
# No file of pynapple's: the names of its members alone say nothing.
np.savez_compressed("own_names.npz", neural=counts, t=times, index=np.arange(12), start=times, end=times,
                    type=np.array(side))
expect("own_names.npz", neural=counts, t=times, index=np.arange(12), start=times, end=times)
