#pragma once

namespace facet {

// What encoder.py consists of, in its order.

inline constexpr const char* python_head =
    R"("""An encoder that was trained by Facet, written by `facet export`; it needs torch and safetensors.

    from encoder import about, embed
    embedding = embed(signals)    # bins x neurons, in the order of about["neurons"] -> bins x outputs

`encoder` itself takes windows, B x neurons x bins, and is a torch.nn.Module as any other."""

import json
from pathlib import Path

import torch
from safetensors import safe_open
from torch import nn
)";

inline constexpr const char* python_state = R"(
with safe_open(Path(__file__).with_name("model.safetensors"), "pt") as file:
    state = {key: file.get_tensor(key) for key in file.keys()}
    about = json.loads(file.metadata()["facet"])


def trained(layer, key):
    layer.load_state_dict({"weight": state[key + ".weight"], "bias": state[key + ".bias"]})
    return layer


)";

inline constexpr const char* python_checked = R"(

def checked(signals, window):
    signals = torch.as_tensor(signals, dtype=torch.float32)
    neurons = len(about["neurons"])
    if signals.dim() != 2 or signals.shape[1] != neurons:
        raise ValueError(f"signals must be bins x {neurons} neurons, got {tuple(signals.shape)}")
    if len(signals) < window:
        raise ValueError(f"signals have {len(signals)} bins, the encoder's window has {window}")
    return signals
)";

struct PythonPart {
  const char* used;  ///< how the layers name it
  const char* text;
};

inline constexpr PythonPart python_parts[] = {
    {"linear(", R"(def linear(key):
    outputs, inputs = state[key + ".weight"].shape
    return trained(nn.Linear(inputs, outputs), key)


)"},
    {"convolution(", R"(def convolution(key, stride=1):
    outputs, inputs, size = state[key + ".weight"].shape
    return trained(nn.Conv1d(inputs, outputs, size, stride), key)


)"},
    {"unit_length", R"(def unit_length(x):
    norm = x.norm(dim=1, keepdim=True)
    return x / norm.masked_fill(norm == 0, 1)


)"},
    {"Apply(", R"(class Apply(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.forward = function


)"},
    {"Sum(", R"(class Sum(nn.ModuleList):
    def __init__(self, *branches):
        super().__init__(branches)

    def forward(self, x):
        return sum(branch(x) for branch in self)


)"},
    {"Concatenation(", R"(class Concatenation(nn.ModuleList):
    def __init__(self, *branches):
        super().__init__(branches)

    def forward(self, x):
        return torch.cat([branch(x) for branch in self], 1)


)"},
    {"ZScores(", R"(class ZScores(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("mean", state["signals.mean"][:, None])
        self.register_buffer("deviation", state["signals.deviation"][:, None])

    def forward(self, x):
        return ((x - self.mean) / self.deviation).float()


)"},
};

inline constexpr const char* python_embed_in_one_pass = R"(

@torch.no_grad()
def embed(signals):
    left, right = about["offset"]
    signals = checked(signals, left + right)
    rows = encoder(signals.T[None])[0].T
)";

inline constexpr const char* python_embed_by_windows = R"(

@torch.no_grad()
def embed(signals):
    left, right = about["offset"]
    signals = checked(signals, left + right)
    rows = encoder(signals.unfold(0, left + right, 1))
)";

inline constexpr const char* python_edges =
    R"(    first, last = rows[:1].expand(left, -1), rows[-1:].expand(right - 1, -1)
    return torch.cat([first, rows, last])    # bins without a whole window are as the nearest with one
)";

}  // namespace facet
