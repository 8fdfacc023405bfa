#pragma once

#include <string>

#include "framework/exchange/exported_encoder.h"

namespace facet {

/// encoder.py: a module of Python that makes the encoder of torch.nn and model.safetensors beside
/// it. It needs torch and safetensors, nothing of Facet.
std::string python_encoder(const ExportedEncoder& encoder);

}  // namespace facet
