"""Makes the MAT files beside this script: version 5 with scipy 1.17; version 7.3 with h5py 3.16, laid
out as MATLAB does (a user block with a text, MATLAB_class attributes, dimensions reversed)."""
import struct
import zlib

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

# Sparse matrices: of doubles, of logicals, without a value, a row, and in a struct; complex ones stay unread.
sparse = scipy.sparse.csc_matrix(np.array([[0, 1.5, 0], [2, 0, 0], [0, 0, 3], [0, 0, -4]]))
sparse_ones = {"counts": sparse, "moving": sparse != 0, "zeros": scipy.sparse.csc_matrix((4, 3)), "row": sparse[:1],
               "session": {"lfp": sparse * 2}, "complex": sparse * 1j, "no_rows": scipy.sparse.csc_matrix((0, 3))}
scipy.io.savemat("sparse.mat", sparse_ones)
scipy.io.savemat("sparse_compressed.mat", sparse_ones, do_compression=True)
as_full = {"counts": sparse.toarray(), "moving": sparse.toarray() != 0, "zeros": np.zeros((4, 3)),
           "row": sparse.toarray()[0], "session.lfp": sparse.toarray() * 2}
for name in "sparse.mat", "sparse_compressed.mat", "classes73.mat":
    np.savez(name + ".expected.npz", **as_full)


# Variables of classes that only MATLAB reads, laid out as MATLAB does (version 5, "MCOS"): a name, the system,
# the class and handles; at the end a variable without a name that has what the handles mean. scipy writes none.
def element(kind, data):
    return struct.pack("<II", kind, len(data)) + data + bytes(-len(data) % 8)


def matrix(matlab_class, *parts):
    return element(14, element(6, struct.pack("<II", matlab_class, 0)) + b"".join(parts))


def text5(text):
    if len(text) <= 4 and text:  # within the tag
        return struct.pack("<HH", 1, len(text)) + text.encode().ljust(4, b"\0")
    return element(1, text.encode())


def size5(*dims):
    return element(5, struct.pack(f"<{len(dims)}i", *dims))


def opaque(name, matlab_class):
    handles = np.array([0xDD000000, 2, 1, 1, 1, 1], "<u4")
    return matrix(17, text5(name), text5("MCOS"), text5(matlab_class),
                  matrix(13, size5(6, 1), text5(""), element(6, handles.tobytes())))


def numbers(name, values):
    return matrix(6, size5(*values.shape), text5(name), element(9, values.tobytes("F")))


def function5(name):
    return matrix(16, size5(1, 1), text5(name), numbers("", np.zeros((1, 1))))


elements = [numbers("neural", neural), opaque("side", "string"), opaque("when", "datetime"), opaque("kind", "categorical"),
            opaque("info", "table"), opaque("fit", "cfit"), function5("handle"), numbers("position", neural[:, :1]),
            matrix(9, size5(1, 64), text5(""), element(2, bytes(range(64))))]
header = open("recording.mat", "rb").read(128)
with open("classes.mat", "wb") as f:
    f.write(header + b"".join(elements))
with open("classes_compressed.mat", "wb") as f:
    f.write(header)
    for e in elements:
        packed = zlib.compress(e)
        f.write(struct.pack("<II", 15, len(packed)) + packed)

# The same in version 7.3, as MATLAB lays it out: classes padded with zeros and of their own length, empties as
# their sizes, handles as uint32, a function as a group.
def padded_class(item, name, **more):
    text = h5py.h5t.C_S1.copy()
    text.set_size(len(name))
    text.set_strpad(h5py.h5t.STR_NULLPAD)
    attribute = h5py.h5a.create(item.id, b"MATLAB_class", text, h5py.h5s.create(h5py.h5s.SCALAR))
    attribute.write(np.array(name.encode()))
    for key, value in more.items():
        item.attrs[key] = value


def write73(group, name, values, matlab_class, **more):
    padded_class(group.create_dataset(name, data=values), matlab_class, **more)


def sparse73(group, name, matrix, matlab_class="double"):
    item = group.create_group(name)
    padded_class(item, matlab_class, MATLAB_sparse=np.uint64(matrix.shape[0]))
    item["jc"] = matrix.indptr.astype("<u8")
    if matrix.nnz > 0:
        item["data"], item["ir"] = matrix.data, matrix.indices.astype("<u8")


with h5py.File("classes73.mat", "w", userblock_size=512) as f:
    handles = np.array([[0xDD000000, 2, 1, 1, 1, 1]], "<u4")
    for name, matlab_class in (("side", "string"), ("when", "datetime"), ("kind", "categorical"), ("info", "table"),
                               ("fit", "cfit")):
        write73(f, name, handles, matlab_class, MATLAB_object_decode=np.int32(3))
    handle = f.create_group("handle")
    padded_class(handle, "function_handle", MATLAB_object_decode=np.int32(1))
    handle["arch"] = np.zeros((1, 1))
    f["#refs#/a"] = np.zeros((1, 1))
    f["#subsystem#/MCOS"] = np.zeros((1, 4), "u1")
    write73(f, "nothing", np.array([0, 0], "<u8"), "double", MATLAB_empty=np.uint8(1))
    write73(f, "no_rows", np.array([0, 3], "<u8"), "single", MATLAB_empty=np.uint8(1))
    write73(f, "no_cells", np.array([0, 0], "<u8"), "cell", MATLAB_empty=np.uint8(1))
    f["empty"] = np.zeros((3, 0))  # without any attribute
    f["word"] = "left"
    write73(f, "name", np.array([[114], [97], [116]], "<u2"), "char", MATLAB_int_decode=np.int32(2))
    write73(f, "cells", np.array([[f["#refs#/a"].ref]], h5py.ref_dtype), "cell")
    trials = f.create_group("trials")
    padded_class(trials, "struct")
    trials.create_dataset("start", data=np.array([[f["#refs#/a"].ref]] * 2, h5py.ref_dtype))
    sparse73(f, "counts", sparse)
    sparse73(f, "moving", (sparse != 0).astype("u1"), "logical")
    sparse73(f, "zeros", scipy.sparse.csc_matrix((4, 3)))
    sparse73(f, "row", sparse[:1].tocsc())
    session = f.create_group("session")
    padded_class(session, "struct")
    sparse73(session, "lfp", sparse * 2)
    write73(f, "z", np.array([[(1.0, 2.0)]], [("real", "f8"), ("imag", "f8")]), "double")
    sparse73(f, "complex", sparse)
    del f["complex/data"]
    f["complex/data"] = np.zeros(4, [("real", "f8"), ("imag", "f8")])
# Parts of a sparse matrix that do not fit together.
with h5py.File("damaged_sparse.mat", "w") as f:
    for name, rows, begins, row in (("ok", 2, [0, 1, 2], [0, 1]), ("beyond_rows", 2, [0, 1, 2], [0, 2]),
                                    ("backwards", 2, [0, 2, 1], [0, 1]), ("beyond_values", 2, [0, 1, 3], [0, 1]),
                                    ("from_one", 2, [1, 1, 2], [0, 1]), ("huge", 2**62, [0, 1, 2], [0, 1])):
        item = f.create_group(name)
        item.attrs["MATLAB_sparse"] = np.uint64(rows)
        item["jc"], item["ir"] = np.array(begins, "<u8"), np.array(row, "<u8")
        item["data"] = np.array([1.0, 2.0])
