"""Makes the MAT files beside this script: version 5 with scipy 1.17; version 7.3 with h5py 3.16, laid
out as MATLAB does (a user block with a text, MATLAB_class attributes, dimensions reversed)."""
import h5py
import numpy as np
import scipy.io
import scipy.sparse

neural = np.arange(6, dtype="f8").reshape(3, 2)
variables = {
    "neural": neural,
    "single": neural.astype("f4") / 2,
    "int8": np.array([[-1, 2]], dtype="i1"),
    "uint16": np.array([[65535, 1]], dtype="u2"),
    "uint32": np.array([[4294967295, 1]], dtype="u4"),
    "int64": np.array([[-(2**40), 2]], dtype="i8"),
    "moving": np.array([[True], [False], [True]]),
    "row": np.array([[1.5, 2.5, 3.5]]),
    "scalar": np.array([[7.0]]),
    "cube": np.arange(24, dtype="f8").reshape(2, 3, 4),
    "session": {"rat": {"speed": np.array([[1.0], [2.0], [3.0]])}, "name": "Achilles"},
    "trials": np.array([(1,), (2,)], dtype=[("start", "O")]),
    "words": np.array(["left", "right"], dtype=object),
    "sparse": scipy.sparse.csc_matrix(neural),
    "complex": neural * 1j,
    "nothing": np.zeros((0, 0)),
}
scipy.io.savemat("recording.mat", variables)
scipy.io.savemat("compressed.mat", {"neural": neural, "moving": variables["moving"]},
                 do_compression=True)
scipy.io.savemat("labels.mat", {"neural": neural, "count": np.array([[1, 2, 3]], dtype="i4"),
                                "trial": np.array([[1.0, 1.0, 2.0]])})


def set_class(item, name):
    """As MATLAB does: a string that is said to end with a zero, and has no room for one."""
    text = h5py.h5t.C_S1.copy()
    text.set_size(len(name))
    text.set_strpad(h5py.h5t.STR_NULLTERM)
    space = h5py.h5s.create(h5py.h5s.SCALAR)
    attribute = h5py.h5a.create(item.id, b"MATLAB_class", text, space)
    attribute.write(np.array(name.encode(), dtype=f"S{len(name)}"), mtype=text)


def write(group, name, values, matlab_class, **attributes):
    dataset = group.create_dataset(name, data=values.T, **attributes)
    set_class(dataset, matlab_class)
    if matlab_class == "logical":
        dataset.attrs["MATLAB_int_decode"] = np.int32(1)


with h5py.File("recording73.mat", "w", userblock_size=512) as f:
    write(f, "neural", neural, "double", chunks=(2, 3), compression="gzip")
    write(f, "count", np.array([[1, 2, 3]], dtype="i4"), "int32")
    write(f, "moving", np.array([[1], [0], [1]], dtype="u1"), "logical")
    session = f.create_group("session")
    set_class(session, "struct")
    write(session, "speed", np.array([[1.0], [2.0], [3.0]]), "double")
with open("recording73.mat", "r+b") as f:
    text = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Tue Nov 24 12:00:00 2026 HDF5 schema 1.00 ."
    f.write(text.ljust(116) + bytes(8) + b"\x00\x02IM")

# As hdf5storage 0.2.2 writes them: strings padded with zeros, arrays neither chunked nor compressed.
import hdf5storage
hdf5storage.savemat("hdf5storage.mat", {
    "neural": neural, "position": np.arange(3.0)[:, None], "name": "rat",
    "session": {"speed": np.ones((3, 1)), "moving": np.array([[True], [False], [True]])},
}, format="7.3", matlab_compatible=True, oned_as="column")
# Without any of MATLAB's attributes, as h5py alone writes it.
with h5py.File("plain73.mat", "w", userblock_size=512) as f:
    f["neural"] = neural.T
    f["count"] = np.array([[1], [2], [3]], dtype="i4").T
with open("plain73.mat", "r+b") as f:
    f.write(text.ljust(116) + bytes(8) + b"\x00\x02IM")
