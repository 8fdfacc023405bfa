#pragma once

#include <ATen/core/Tensor.h>

#include "facet/c_interface.h"

namespace facet {

/// A tensor as the C interface has it; shares its memory, and keeps it alive.
class CTensor {
 public:
  /// Float64, float32 or int64, on the CPU, contiguous.
  explicit CTensor(at::Tensor tensor);
  CTensor(const CTensor&) = delete;
  CTensor& operator=(const CTensor&) = delete;

  const facet_tensor* get() const { return &described_; }

 private:
  at::Tensor tensor_;
  std::vector<std::int64_t> shape_, strides_;
  facet_tensor described_;
};

}  // namespace facet
