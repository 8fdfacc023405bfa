"""Makes the folder `suite2p` beside this script as suite2p writes it (numpy 2.4), two planes of which the second one
is two frames shorter, and beside it what a reader has to find, X.expected.npz, of each plane and of both: the arrays
that were written, frames x cells. Run it in this folder: python3 make_files.py"""
import os

import numpy as np

rng = np.random.default_rng(14)


def plane(number, cells, frames):
    folder = f"suite2p/plane{number}"
    os.makedirs(folder, exist_ok=True)
    F = np.round(200 + 400 * rng.random((cells, frames)), 2).astype(np.float32)
    Fneu = np.round(100 + rng.normal(size=F.shape) * 3, 2).astype(np.float32)
    spks = np.where(rng.random(F.shape) < 0.1, np.round(rng.exponential(30, F.shape), 2), 0).astype(np.float32)
    iscell = np.stack([rng.integers(0, 2, cells), np.round(rng.random(cells), 4)], 1).astype(float)
    redcell = np.stack([rng.integers(0, 2, cells), np.round(rng.random(cells), 4)], 1).astype(float)
    for name, values in {"F": F, "Fneu": Fneu, "spks": spks, "iscell": iscell, "redcell": redcell}.items():
        np.save(f"{folder}/{name}.npy", values)
    stat = np.array([{"ypix": np.arange(3), "xpix": np.arange(3), "med": [1, 2]} for _ in range(cells)], object)
    np.save(f"{folder}/stat.npy", stat, allow_pickle=True)
    np.save(f"{folder}/ops.npy", {"fs": 5.0, "nplanes": 2}, allow_pickle=True)
    return {"F": F.T, "Fneu": Fneu.T, "spks": spks.T, "F_corrected": (F - np.float32(0.7) * Fneu).T,
            "iscell": iscell[:, 0] == 1, "iscell_probability": iscell[:, 1], "redcell": redcell[:, 0] == 1,
            "redcell_probability": redcell[:, 1]}


first, second = plane(0, 8, 120), plane(1, 3, 118)
both = {name: np.concatenate([values[:118], second[name]], 1) if values.ndim == 2
        else np.concatenate([values, second[name]]) for name, values in first.items()}
for path, arrays in {"suite2p/plane0": first, "suite2p/plane1": second, "suite2p": both}.items():
    np.savez(path.replace("/", "_") + ".expected.npz",
             **{name: np.ascontiguousarray(values) for name, values in arrays.items()})
