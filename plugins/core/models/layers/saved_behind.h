#pragma once

#include <torch/csrc/autograd/custom_function.h>

#include "../../kernels/convolution.h"

namespace facet {

inline void save_behind(torch::autograd::AutogradContext& context, const kernels::Behind& behind) {
  context.saved_data["gelu"] = behind.gelu;
  if (behind.crop) context.saved_data["crop"] = *behind.crop;
}

inline kernels::Behind saved_behind(torch::autograd::AutogradContext& context) {
  kernels::Behind behind{.gelu = context.saved_data.at("gelu").toBool()};
  if (context.saved_data.count("crop") > 0) behind.crop = context.saved_data.at("crop").toInt();
  return behind;
}

}  // namespace facet
