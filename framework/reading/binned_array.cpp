#include "framework/reading/binned_array.h"

#include <ATen/TensorOperators.h>

#include <cmath>

namespace facet {

FileArray text_in_memory(const std::string& name, const TextValues& text) {
  return FileArray::text(name, text.codes.size(0), [text] { return text; });
}

at::Tensor nan_where(const at::Tensor& values, const at::Tensor& missing) {
  return values.to(at::kDouble)
      .masked_fill(values.dim() > 1 ? missing.unsqueeze(1) : missing, std::nan(""));
}

}  // namespace facet
