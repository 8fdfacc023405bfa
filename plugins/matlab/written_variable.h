#pragma once

#include <ATen/core/Tensor.h>
#include <matio.h>

#include <memory>
#include <string>

#include "facet/file_array.h"

namespace facet::matlab {

using Variable = std::unique_ptr<matvar_t, void (*)(matvar_t*)>;

/// Numbers as a variable of their class, float16 as single; T is T x 1, one number 1 x 1. Throws
/// Error for more than version 5 holds in a variable, 2 GB.
Variable number_variable(const std::string& name, const at::Tensor& values);

/// T x 1 cells, of which each holds a text.
Variable text_variable(const std::string& name, const TextValues& text);

}  // namespace facet::matlab
