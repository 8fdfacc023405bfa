#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/bins.h"
#include "facet/layers.h"
#include "facet/stateful.h"

namespace facet {

/// An encoder as other programs are told of it: all that makes an embedding of signals.
struct ExportedEncoder {
  std::string session;  ///< whose encoder it is; empty: of the only one, or of all side by side
  std::int64_t num_neurons = 0;
  std::int64_t num_output = 0;
  Offset offset;
  bool convolutional = false;
  bool zscored = false;       ///< signals are brought to z-scores before the layers see them
  std::vector<Layer> layers;  ///< those of the model, and what renormalizes; none is a squeeze
  /// The parameters that the layers name, and with `zscored` `signals.mean` and
  /// `signals.deviation`, float64, one for each neuron.
  std::vector<NamedTensor> state;
  std::string about;  ///< JSON: what inference needs beside, see about_encoder.h
};

/// What the layers make of windows B x neurons x T, by libtorch's operators.
at::Tensor encode(const ExportedEncoder& encoder, const at::Tensor& windows);

/// The tensor of that name. Throws Error where there is none.
const at::Tensor& state_of(const ExportedEncoder& encoder, const std::string& name);

}  // namespace facet
