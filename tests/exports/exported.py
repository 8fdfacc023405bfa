"""An exported encoder, run by PyTorch, by ONNX Runtime, and held against what Facet gave."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime


def refuses(module, signals, said):
    """What is no recording of its neurons, or shorter than a window."""
    try:
        module.embed(signals)
    except ValueError as error:
        assert said in str(error), error
    else:
        raise AssertionError(f"not refused: {signals.shape}")


def by_torch(folder, signals):
    """As a user has it: import encoder."""
    spec = importlib.util.spec_from_file_location("encoder", folder / "encoder.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    neurons, window = signals.shape[1], sum(module.about["offset"])
    refuses(module, signals[:, 1:], f"must be bins x {neurons} neurons, got ({len(signals)}, {neurons - 1})")
    refuses(module, signals[0], f"must be bins x {neurons} neurons, got ({neurons},)")
    refuses(module, signals[: window - 1], f"have {window - 1} bins, the encoder's window has {window}")
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


def close(rows, expected, most):
    """How far rows are from those of Facet, in numbers near 1, which must be `most` at most. Where a vector is near zero
    before it is brought to unit length, rounding counts more: such bins, one of a hundred, may be 1e-5 far."""
    assert rows.shape == expected.shape and np.isfinite(expected).all(), f"{rows.shape} {expected.shape}"
    far = np.abs(rows - expected).max(1) / max(1.0, float(np.abs(expected).max()))
    found = float(np.quantile(far, 0.99))
    assert found <= most and far.max() <= 1e-5, f"{found}, {far.max()} at most"
    return found


def differences(folder, signals, expected):
    """Those of PyTorch and of ONNX Runtime."""
    folder, signals = Path(folder), np.ascontiguousarray(signals, np.float32)
    torch_rows, torch_about = by_torch(folder, signals)
    onnx_rows, onnx_about = by_onnxruntime(folder, signals)
    assert torch_about == onnx_about, folder
    return [close(torch_rows, expected, 1e-6), close(onnx_rows, expected, 1e-5)]
