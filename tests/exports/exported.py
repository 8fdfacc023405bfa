"""An exported encoder, run by PyTorch, by ONNX Runtime, and held against what Facet gave."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime


def by_torch(folder, signals):
    """As a user has it: import encoder."""
    spec = importlib.util.spec_from_file_location("encoder", folder / "encoder.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.embed(signals).numpy(), module.about


def by_onnxruntime(folder, signals):
    """As docs/export.md has it."""
    session = onnxruntime.InferenceSession(folder / "model.onnx")
    about = json.loads(session.get_modelmeta().custom_metadata_map["facet"])
    left, right = about["offset"]
    if about["convolutional"]:
        rows = session.run(None, {"windows": signals.T[None]})[0][0].T
    else:
        windows = np.lib.stride_tricks.sliding_window_view(signals, left + right, axis=0)
        rows = session.run(None, {"windows": windows})[0]
    return np.concatenate([rows[:1].repeat(left, 0), rows, rows[-1:].repeat(right - 1, 0)]), about


def check(folder):
    onnx.checker.check_model(onnx.load(folder / "model.onnx"), full_check=True)


def differences(folder, signals, expected):
    """The largest ones: of PyTorch, which has to be 1e-6 at most, and of ONNX Runtime, 1e-5, both of numbers near 1."""
    folder, signals = Path(folder), np.ascontiguousarray(signals, np.float32)
    torch_rows, torch_about = by_torch(folder, signals)
    onnx_rows, onnx_about = by_onnxruntime(folder, signals)
    assert torch_about == onnx_about, folder
    scale = max(1.0, float(np.abs(expected).max()))
    found = []
    for rows, most in ((torch_rows, 1e-6), (onnx_rows, 1e-5)):
        assert rows.shape == expected.shape and np.isfinite(expected).all(), f"{folder}: {rows.shape} {expected.shape}"
        found.append(float(np.abs(rows - expected).max()) / scale)
        assert found[-1] <= most, f"{folder}: {found[-1]}"
    return found
