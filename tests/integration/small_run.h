#pragma once

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <string>

#include "facet/framework.h"
#include "facet/npz.h"
#include "framework/files/files.h"

namespace facet {

/// Writes `recording.npz` (400 bins, 6 channels that turn with an angle, labels `position` and
/// `phase`) and `run.toml` into `folder`: a contrastive and a supervised facet, trained in seconds.
inline std::string write_small_run(const std::string& folder) {
  const at::Tensor angle = at::arange(400, at::kFloat) / 20;
  const at::Tensor shift = at::arange(6, at::kFloat);
  write_npz(folder + "/recording.npz",
            {{"neural", (angle.unsqueeze(1) + shift).sin()},
             {"position", at::stack({angle.cos(), angle.sin()}, 1)},
             {"phase", angle.remainder(6.2831853F).floor().to(at::kLong)}});
  write_text(folder + "/run.toml", R"([data]
file = "recording.npz"
validation = 0.2

[model]
name = "offset1-model-mse-clip-5-5"
num_output = 4
hidden_units = [16, 16, 8]

[[objective]]
slice = [0, 2]
loss = { name = "LearnableEuclideanInfoNCE" }
distribution = { name = "time_delta", label = "position" }

[[objective]]
slice = [2, 4]
loss = { name = "nn.MSELoss" }
target = "position"

[training]
steps = 30
batch_size = 32
device = "cpu"
optimizer = { name = "Adam", lr = 3e-3 }
valid_frequency = 10
)");
  return folder + "/run.toml";
}

}  // namespace facet
