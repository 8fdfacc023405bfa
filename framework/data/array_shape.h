#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace facet {

/// `4125 x 31`, or `a single value`.
inline std::string shape_text(const at::Tensor& array) {
  std::string text;
  for (const std::int64_t size : array.sizes())
    text += (text.empty() ? "" : " x ") + std::to_string(size);
  return text.empty() ? "a single value" : text;
}

}  // namespace facet
