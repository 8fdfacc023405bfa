#pragma once

#include <string>

#include "framework/exchange/exported_encoder.h"

namespace facet {

/// A model of ONNX: its input `windows`, B x neurons x window, or as long as it may be where the
/// encoder is convolutional, float32; its output `embedding`, B x outputs, or B x outputs x bins.
/// Z-scores and renormalization are within. Throws Error where it would be larger than 2 GB.
std::string onnx_encoder(const ExportedEncoder& encoder);

}  // namespace facet
