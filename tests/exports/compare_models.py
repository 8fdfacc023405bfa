"""compare_models.py FOLDER: every exported model in it at two lengths, against the embedding that Facet gave."""

import sys
from pathlib import Path

import numpy as np

from exported import check, differences

folders = sorted(path for path in Path(sys.argv[1]).iterdir() if path.is_dir())
assert len(folders) >= 147, len(folders)
largest = [0.0, 0.0]
for folder in folders:
    check(folder)
    expected = np.load(folder / "expected.npz")
    for bins in (64, 101):
        found = differences(folder, expected[f"signals{bins}"], expected[f"embedding{bins}"])
        largest = [max(pair) for pair in zip(largest, found)]
print(f"{len(folders)} models: PyTorch differs by {largest[0]:.1e}, ONNX Runtime by {largest[1]:.1e} at most")
