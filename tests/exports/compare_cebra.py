"""compare_cebra.py FACET FOLDER: trains models of CEBRA anew, imports them, and compares what `facet embed` gives with CEBRA."""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np

from make_cebra import kinds, make

facet, folder = sys.argv[1], Path(sys.argv[2])
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)


def call(*words):
    subprocess.run([facet, *words], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def config(files):
    data = f'file = "{files[0]}"' if len(files) == 1 else "".join(f'[[data.session]]\nfile = "{file}"\n' for file in files)
    (folder / "run.toml").write_text(f"""[data]
{data}
[[objective]]
slice = [0, 3]
loss = "FixedCosineInfoNCE"
distribution = {{ name = "time_delta", label = "position" }}
[training]
device = "cpu"
""")


for kind, options in kinds.items():
    make(kind, options, folder)
    files = sorted(path.name for path in folder.glob(f"{kind}*.npz"))
    config(files)
    call("import", f"{kind}.safetensors", "run.toml", "--out", kind)
    worst = 0.0
    for file in files:
        call("embed", kind, file, "--out", "embedded.npz", "--overwrite", *(["--session", file[:-4]] if len(files) > 1 else []))
        own, peer = np.load(folder / "embedded.npz")["embedding"], np.load(folder / file)["peer"]
        whole = ~np.all(own[1:] == own[:-1], axis=1)  # without the bins at the ends, which repeat a row
        first, last = np.argmax(whole), len(whole) - np.argmax(whole[::-1])
        assert own.shape == peer.shape and last - first > len(own) // 2, f"{file}: {first} {last}"
        worst = max(worst, float(np.abs(own - peer)[first:last + 1].max()))
    assert worst <= 1e-6, f"{kind}: {worst}"
    print(f"{kind} ({options['model_architecture']}, {len(files)} recordings): differs by {worst:.1e}")
