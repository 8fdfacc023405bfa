#pragma once

#include <ATen/ops/ones.h>
#include <ATen/ops/scalar_tensor.h>
#include <torch/csrc/jit/api/module.h>

#include <cstdint>
#include <string>

#include "framework/files/files.h"

// A pack in TorchScript, as torch.jit.script(...).save(...) would write its files.
namespace facet::test {

/// Sums the bins of `num_neurons` neurons with weights of 1, to two outputs.
inline void write_encoder(const std::string& path, std::int64_t num_neurons) {
  torch::jit::Module module("Encoder");
  module.register_parameter("weight", at::ones({num_neurons, 2}).set_requires_grad(true), false);
  module.define("def forward(self, x):\n  return torch.mm(torch.sum(x, 2), self.weight)\n");
  module.save(path);
}

/// The squared distance of positives, times a parameter that begins as 2, less that of negatives
/// below 1.
inline void write_contrastive(const std::string& path) {
  torch::jit::Module module("Contrastive");
  module.register_parameter("weight", at::scalar_tensor(2.F).set_requires_grad(true), false);
  module.define(R"(
def forward(self, reference, positive, negative):
  alignment = torch.mean(torch.sum((reference - positive) ** 2, 1))
  apart = torch.sum((torch.unsqueeze(reference, 1) - torch.unsqueeze(negative, 0)) ** 2, 2)
  uniformity = torch.mean(torch.relu(1 - apart))
  return (self.weight * alignment + uniformity, alignment, uniformity)
)");
  module.save(path);
}

/// The mean absolute error.
inline void write_supervised(const std::string& path) {
  torch::jit::Module module("Supervised");
  module.define(
      "def forward(self, prediction, target):\n  return torch.mean(torch.abs(prediction - "
      "target))\n");
  module.save(path);
}

/// A folder with a pack `scripts` of these three: `summed`, `pulled` and `absolute`.
inline void write_torchscript_pack(const std::string& folder, std::int64_t num_neurons) {
  write_encoder(folder + "/summed.pt", num_neurons);
  write_contrastive(folder + "/pulled.pt");
  write_supervised(folder + "/absolute.pt");
  write_text(folder + "/pack.toml", R"(name = "scripts"
version = "1.0"
plugins = ["summed", "pulled", "absolute"]

[[torchscript]]
plugin = "summed"
kind = "model"
summary = "a weighted sum of a window"
left = 1
right = 2

[[torchscript]]
plugin = "pulled"
kind = "criterion"
form = "contrastive"
summary = "squared distances, with a trained weight"

[[torchscript]]
plugin = "absolute"
kind = "criterion"
form = "supervised"
target = "continuous"
summary = "the mean absolute error"
)");
}

}  // namespace facet::test
