#pragma once

#include <string>

#include "facet/framework.h"
#include "framework/data/simulate.h"
#include "framework/files/files.h"

namespace facet {

/// Writes `first.npz` (12 neurons), `second.npz` (9) and `third.npz` (15), recordings of the same
/// latents, and `run.toml` for the first two into `folder`: a contrastive facet for Z1, a
/// supervised one for Z2 and one for the side, trained in seconds.
inline std::string write_two_sessions(const std::string& folder) {
  simulate({.num_bins = 400, .num_neurons = 12}, folder + "/first.npz");
  simulate({.num_bins = 400, .num_neurons = 9, .session = 1}, folder + "/second.npz");
  simulate({.num_bins = 400, .num_neurons = 15, .session = 2}, folder + "/third.npz");
  write_text(folder + "/run.toml", R"([data]
signals = "neurons"
validation = 0.2

[[data.session]]
file = "first.npz"

[[data.session]]
file = "second.npz"
validation = 0.25

[model]
name = "offset10-model"
num_units = 8
num_output = 8

[[objective]]
slice = [0, 3]
loss = { name = "LearnableEuclideanInfoNCE" }
distribution = { name = "time_delta", label = "Z1" }

[[objective]]
slice = [3, 6]
loss = { name = "nn.MSELoss" }
target = "Z2"

[[objective]]
slice = [6, 8]
loss = { name = "nn.CrossEntropyLoss" }
target = "side"

[training]
steps = 20
batch_size = 16
device = "cpu"
optimizer = { name = "Adam", lr = 3e-3 }
)");
  return folder + "/run.toml";
}

}  // namespace facet
