"""Makes elements*.mat, letters.mat and circles73.mat beside this script: cell arrays, arrays of structs and text, by
scipy 1.17 (version 5), hdf5storage 0.2.2 and h5py 3.16 (version 7.3, laid out as MATLAB does: references into #refs#,
classes padded with zeros, empties as their sizes, fields of arrays of structs without a class). The values that were
written are in elements.expected.npz, of rows with different lengths one behind the other, and where each ends."""
import itertools
import shutil
import struct
from pathlib import Path

import h5py
import hdf5storage
import numpy as np
import scipy.io


def cells(*items, shape=None):
    array = np.empty(len(items), object)
    for i, item in enumerate(items):
        array[i] = item
    return array.reshape(shape or (-1, 1))


def structs(**fields):
    count = len(next(iter(fields.values())))
    array = np.zeros((1, count), [(name, object) for name in fields])
    for i in range(count):
        array[0, i] = tuple(items[i] for items in fields.values())
    return array


def column(*values, dtype="f8"):
    return np.array(values, dtype)[:, None]


none = np.zeros((0, 0))
trial_neural = [np.arange(2 * n, dtype="u1").reshape(n, 2) + n for n in (3, 1, 2)]
trial_position = [column(*np.linspace(0, 1, n)) for n in (3, 1, 2)]
variables = {
    "spikes": cells(column(0.5, 1.25, 2.0), none, column(3.125), np.array([[4.0, 5.0]])),
    "one_each": cells(column(1.5), column(2.5), shape=(1, 2)),
    "one_unit": cells(column(0.25, 0.5)),
    "silent": cells(none, none),
    "counts": cells(np.arange(6, dtype="u1").reshape(2, 3), np.zeros((0, 3), "u1"), np.array([[7, 8, 9]], "u1"),
                    np.arange(9, dtype="u1").reshape(3, 3)),
    "wide": cells(column(1, 65535, dtype="u2"), column(7, dtype="u2")),
    "moving": cells(np.array([[True], [False]]), np.array([[True]])),
    "side": cells("left", "größe λ", "right", "left"),
    "words": cells("b", "a", shape=(1, 2)),
    "name": "rat 7",
    "names": np.array(["left ", "right"]),
    "trials": structs(neural=trial_neural, position=trial_position, start=[0.5, 1.5, 2.5], correct=[np.array([[c]]) for c in (True, False, True)],
                      outcome=["hit", "miss", "hit"], reward=[column(1.0), none, column(2.0)],
                      info=[{"rate": 10.0 * i, "rat": {"name": f"rat {i}"}} for i in (1, 2, 3)]),
    "session": {"trials": structs(x=[column(1.0, 2.0), column(3.0)]), "spikes": cells(column(0.5), column(1.0, 1.5)),
                "side": cells("l", "r")},
    # unreadable
    "nested": cells(cells(column(1.0)), column(2.0)),
    "mixed": cells("left", column(2.0)),
    "types": cells(column(1.0), column(2, dtype="u1")),
    "rows": cells(np.zeros((2, 3)), np.zeros((2, 4))),
    "grid": cells(*[column(1.0)] * 4, shape=(2, 2)),
    "cubes": cells(np.zeros((2, 2, 2))),
    "complex": cells(column(1.0), column(1j, dtype="c16")),
    "lines": cells("left", np.array(["one", "two"])),
    "of_structs": cells({"x": 1.0}),
    "no_cells": cells(shape=(0, 1)),
    "nothing": none,
    "no_rows": np.zeros((0, 3)),
}
scipy.io.savemat("elements.mat", variables, do_compression=False)
scipy.io.savemat("elements_compressed.mat", variables, do_compression=True)


def ragged(*rows):
    return np.concatenate(rows), np.cumsum([len(row) for row in rows])


expected = {
    "spikes": ragged([0.5, 1.25, 2.0], [], [3.125], [4.0, 5.0]),
    "one_each": ragged([1.5], [2.5]),
    "one_unit": ragged([0.25, 0.5]),
    "silent": ragged(np.zeros(0), np.zeros(0)),
    "counts": ragged(*[matrix for matrix in variables["counts"][:, 0]]),
    "wide": ragged(np.array([1, 65535], "i4"), np.array([7], "i4")),
    "moving": ragged([True, False], [True]),
    "trials.neural": ragged(*trial_neural),
    "trials.position": ragged(*[position[:, 0] for position in trial_position]),
    "trials.reward": ragged([1.0], [], [2.0]),
    "session.trials.x": ragged([1.0, 2.0], [3.0]),
    "session.spikes": ragged([0.5], [1.0, 1.5]),
}
np.savez("elements.expected.npz", **{name: values for name, (values, _) in expected.items()},
         **{name + ".ends": ends for name, (_, ends) in expected.items()},
         **{"trials.start": np.array([0.5, 1.5, 2.5]), "trials.correct": np.array([True, False, True]),
            "trials.info.rate": np.array([10.0, 20.0, 30.0])})


# Version 7.3.
def set_class(item, name, **more):
    text = h5py.h5t.C_S1.copy()
    text.set_size(len(name))
    text.set_strpad(h5py.h5t.STR_NULLPAD)
    h5py.h5a.create(item.id, b"MATLAB_class", text, h5py.h5s.create(h5py.h5s.SCALAR)).write(np.array(name.encode()))
    for key, value in more.items():
        item.attrs[key] = value


numbers = itertools.count()
classes = {"f8": "double", "u1": "uint8", "u2": "uint16", "c16": "double"}


def referred(f, value):
    name = f"#refs#/r{next(numbers)}"
    write73(f, name, value)
    return f[name].ref


def references(f, items):
    return np.array([referred(f, item) for item in items.T.flat], h5py.ref_dtype).reshape(items.T.shape)


def write73(f, name, value):
    if isinstance(value, dict):
        set_class(f.create_group(name), "struct")
        for field, item in value.items():
            write73(f, f"{name}/{field}", item)
        return
    if isinstance(value, str) or getattr(value, "dtype", np.dtype(float)).kind == "U":
        lines = [value] if isinstance(value, str) else list(value)
        letters = np.array([list(line.encode("utf-16-le")) for line in lines], "u1").view("<u2")
        return set_class(f.create_dataset(name, data=letters.T), "char", MATLAB_int_decode=np.int32(2))
    value = np.atleast_2d(value)
    if value.dtype.names:
        group = f.create_group(name)
        set_class(group, "struct")
        for field in value.dtype.names:
            group.create_dataset(field, data=references(f, value[field]))
        group.attrs.create("MATLAB_fields", np.array([np.array(list(field), "S1") for field in value.dtype.names] + [0], object)[:-1],
                           dtype=h5py.vlen_dtype(np.dtype("S1")))
        return
    logical = value.dtype == bool
    matlab_class = "cell" if value.dtype == object else "logical" if logical else classes[value.dtype.str[1:]]
    more = {"MATLAB_int_decode": np.int32(1)} if logical else {}
    if value.size == 0:
        return set_class(f.create_dataset(name, data=np.array(value.shape, "u8")), matlab_class, MATLAB_empty=np.uint8(1))
    data = references(f, value) if value.dtype == object else value.view("u1").T if logical else value.T
    if value.dtype.kind == "c":
        data = data.view([("real", "f8"), ("imag", "f8")])
    set_class(f.create_dataset(name, data=data), matlab_class, **more)


text = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Tue Nov 24 12:00:00 2026 HDF5 schema 1.00 ."
header = text.ljust(116) + bytes(8) + b"\x00\x02IM"
with h5py.File("elements73.mat", "w", userblock_size=512) as f:
    for name, value in variables.items():
        write73(f, name, value)
with open("elements73.mat", "r+b") as f:
    f.write(header)
stored = {name: variables[name] for name in ("spikes", "counts", "moving", "name", "trials", "nothing", "no_rows")}
stored["side"] = cells(*[np.str_(side) for side in ("left", "größe λ", "right", "left")])
stored["name"] = np.str_("rat 7")
Path("elements_hdf5storage.mat").unlink(missing_ok=True)  # it writes into one that is there
hdf5storage.savemat("elements_hdf5storage.mat", stored, format="7.3", matlab_compatible=True, oned_as="column",
                    store_python_metadata=False)

# Text of HDF5's own, as h5py writes it; references that lead in circles, nowhere, and to two sides at once.
with h5py.File("circles73.mat", "w") as f:
    f["text"] = "rat 7"
    f["texts"] = ["b", "größe", "", "b"]
    f["one"] = np.bytes_("größe".encode())
    f["fixed"] = np.array([[b"ab"], [b"c"]])
    f["table_of_texts"] = np.array([["a", "b"], ["c", "d"]], h5py.string_dtype())
    f["x"] = np.array([[1.5, 2.5]])
    itself = f.create_dataset("itself", (1, 2), h5py.ref_dtype)
    itself[0, 0], itself[0, 1] = f["x"].ref, itself.ref
    set_class(itself, "cell")
    set_class(f.create_dataset("nowhere", data=np.array([[f["x"].ref, h5py.Reference()]], h5py.ref_dtype)), "cell")
    trials = f.create_group("trials")
    set_class(trials, "struct")
    info = f.create_group("#refs#/a")
    set_class(info, "struct")
    info["x"] = np.array([[1.0]])
    info["again"] = info
    other = f.create_group("#refs#/b")
    set_class(other, "struct")
    other["x"] = np.array([[2.0]])
    trials.create_dataset("info", data=np.array([[info.ref], [other.ref]], h5py.ref_dtype))
    sparse = f.create_group("#refs#/c")
    set_class(sparse, "double", MATLAB_sparse=np.uint64(2))
    sparse["jc"] = np.zeros(2, "u8")
    set_class(f.create_dataset("of_sparse", data=np.array([[sparse.ref]], h5py.ref_dtype)), "cell")
    regions = f.create_dataset("regions", data=np.array([[f["x"].regionref[:, :1]]], h5py.regionref_dtype))
    set_class(regions, "cell")


# Letters in each of the types that version 5 has for them, two lines column after column; a cell of MATLAB's own class.
def element(kind, data):
    return struct.pack("<II", kind, len(data)) + data + bytes(-len(data) % 8)


def matrix(matlab_class, rows, columns, name, *parts):
    size = element(5, struct.pack("<2i", rows, columns))
    return element(14, element(6, struct.pack("<II", matlab_class, 0)) + size + element(1, name.encode()) + b"".join(parts))


def char(name, kind, encoding, lines):
    letters = "".join(line[i] for i in range(len(lines[0])) for line in lines)
    return matrix(4, len(lines), len(lines[0]), name, element(kind, letters.encode(encoding)))


lines = ["größe ", "fünf  "]
opaque = element(14, element(6, struct.pack("<II", 17, 0)) + element(1, b"") + element(1, b"MCOS") + element(1, b"string") +
                 matrix(13, 2, 1, "", element(6, bytes(8))))
two = matrix(6, 2, 1, "", element(9, np.array([1.0, 2.0]).tobytes()))
with open("letters.mat", "wb") as f:
    f.write(open("elements.mat", "rb").read(128))
    f.write(char("uint8", 2, "latin-1", lines) + char("uint16", 4, "utf-16-le", lines) + char("utf8", 16, "utf-8", lines) +
            char("utf16", 17, "utf-16-le", lines) + matrix(4, 1, 4, "surrogates", element(4, "a𝄞b".encode("utf-16-le"))) +
            matrix(4, 1, 1, "half", element(4, b"\x34\xd8")) + matrix(4, 1, 2, "not_utf8", element(16, b"\xff\xfe")) +
            matrix(1, 1, 2, "objects", two, opaque) + matrix(6, 2, 1, "position", element(9, np.array([1.0, 2.0]).tobytes())))

# For the test of damaged files, smaller: version 5, 7.3, and of 7.3 what is wrong already.
corpus = Path("../../../fuzz/corpus")
few = {name: variables[name] for name in ("spikes", "counts", "side", "names", "session")}
few["trials"] = structs(x=[column(1.0, 2.0), none], side=["l", "r"], info=[{"rate": 1.0}, {"rate": 2.0}])
scipy.io.savemat(corpus / "mat-elements/recording.mat", few, do_compression=False)
with h5py.File(corpus / "mat73-elements/recording.mat", "w") as f:
    for name in ("spikes", "side", "trials"):
        write73(f, name, few[name])
shutil.copy("circles73.mat", corpus / "mat73-circles/recording.mat")
