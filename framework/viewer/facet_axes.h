#pragma once

#include <ATen/core/Tensor.h>

#include <nlohmann/json.hpp>

namespace facet {

/// How a facet, T x d, is seen along its principal axes: an object of JSON with `mean` (d numbers)
/// and `principal`, three rows of d weights; fewer where the facet has fewer columns. Rows that are
/// not finite count for nothing. With `reference`, the same facet of another run on the same bins,
/// they are the axes of that one, to which this one is rotated (Procrustes, about the means), so
/// that the two look alike as far as they are.
nlohmann::json facet_axes(const at::Tensor& facet, const at::Tensor& reference = {});

}  // namespace facet
