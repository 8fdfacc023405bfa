#pragma once

#include <ATen/core/Tensor.h>

#include <string>

namespace facet {

/// Throws Error that names `loss` and both shapes where they differ: libtorch would broadcast them
/// and give a wrong loss.
void require_same_shape(const char* loss, const at::Tensor& prediction, const at::Tensor& target);

/// `512 x 3`
std::string shape(const at::Tensor& tensor);

}  // namespace facet
