#pragma once

#include <ATen/core/Tensor.h>
#include <matio.h>

#include <string>

namespace facet::matlab {

/// Why no tensor can hold a variable, `holds text`; empty where one can. `name` is for the text.
std::string why_unreadable(const matvar_t& variable, const std::string& name);

/// Its values, rows and columns as MATLAB shows them; a vector (T x 1 or 1 x T) has one dimension,
/// a scalar none. Integers that libtorch has no type for become wider ones.
at::Tensor values(const matvar_t& variable);

}  // namespace facet::matlab
