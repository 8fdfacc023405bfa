#pragma once

#include <ATen/core/Tensor.h>
#include <matio.h>

#include <cstdint>
#include <string>
#include <vector>

namespace facet::matlab {

/// Its sizes as MATLAB has them.
std::vector<std::int64_t> dims_of(const matvar_t& variable);

/// Why a variable cannot be read, `is complex`; empty where one can. `name` is for the text.
/// Of its values nothing is asked.
std::string why_unreadable(const matvar_t& variable, const std::string& name);

/// Of values(): a vector (T x 1 or 1 x T) has one dimension, a scalar none. Integers that libtorch
/// has no type for become wider ones.
std::vector<std::int64_t> shape_of(const matvar_t& variable);
at::ScalarType type_of(const matvar_t& variable);

/// Its values, rows and columns as MATLAB shows them. Throws Error for numbers that no tensor
/// holds.
at::Tensor values(const matvar_t& variable);

}  // namespace facet::matlab
