"""make_cebra.py FOLDER: trains small models of CEBRA 0.6.1, saves each as KIND.pt, makes KIND.safetensors of it by the script
of docs/coming_from_cebra.md, and writes recordings (KIND.npz, of several sessions KIND-0.npz, KIND-1.npz) with CEBRA's
embedding of them as `peer`."""

import subprocess
import sys
import textwrap
from pathlib import Path

import cebra
import numpy as np
import torch

kinds = {
    "cosine": dict(model_architecture="offset10-model"),
    "euclidean": dict(model_architecture="offset1-model-mse", distance="euclidean"),
    "sessions": dict(model_architecture="offset5-model"),
    "residual": dict(model_architecture="offset1-model-mse-resnet-2layers-tanh", distance="euclidean"),
    "long": dict(model_architecture="offset36-model", temperature_mode="auto"),
}


def script():
    """The block of code of the page that makes a file of safetensors."""
    page = (Path(__file__).parents[2] / "docs/coming_from_cebra.md").read_text()
    return textwrap.dedent(page[page.index("    import json, sys\n"):page.index("\n\nThe config says what")])


def recording(seed, bins, neurons):
    random = np.random.default_rng(seed)
    angle = np.cumsum(random.normal(0.1, 0.05, size=bins))
    position = np.stack([np.cos(angle), np.sin(angle)], 1).astype("f4")
    mixed = position @ random.normal(size=(2, neurons)) + 0.3 * random.normal(size=(bins, neurons))
    return mixed.astype("f4"), position


def make(kind, options, folder):
    torch.manual_seed(1)
    model = cebra.CEBRA(max_iterations=20, batch_size=32, num_hidden_units=6, output_dimension=3, device="cpu",
                        conditional="time_delta", verbose=False, **options)
    sizes = [(90, 7), (80, 5)] if kind == "sessions" else [(90, 7)]
    recordings = [recording(i, *size) for i, size in enumerate(sizes)]
    several = len(recordings) > 1
    model.fit(*map(list, zip(*recordings))) if several else model.fit(*recordings[0])
    model.save(folder / f"{kind}.pt")
    subprocess.run([sys.executable, "-c", script(), folder / f"{kind}.pt", folder / f"{kind}.safetensors"], check=True)
    for i, (neural, position) in enumerate(recordings):
        peer = model.transform(neural, session_id=i if several else None)
        np.savez(folder / (f"{kind}-{i}.npz" if several else f"{kind}.npz"), neural=neural, position=position, peer=peer)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    for kind, options in kinds.items():
        make(kind, options, place)
