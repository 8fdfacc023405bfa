#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <nlohmann/json.hpp>

namespace facet {

/// Classes have numbers up to this one.
inline constexpr std::int64_t last_class = 65534;

/// How many steps keep a page of so many bins small, and are more than are told apart where so many
/// points lie beside each other: those of places, and those of labels, whose numbers are shown.
std::int64_t steps_of_places(std::int64_t bins);
std::int64_t steps_of_labels(std::int64_t bins);

/// Numbers (one dimension, any type) as an object of JSON: `low` and `high`, the smallest and the
/// largest finite one; `top`, the number of equal steps between them, at most 65534; and `levels`:
/// to each number the nearest step, top + 1 where it is not finite; of each the difference from the
/// one before (from 0 for the first) modulo 2^16, 0, -1, 1, -2, ... as 0, 1, 2, 3, ...; of these
/// the low bytes, then the high ones; deflated (zlib), as base64.
nlohmann::json packed_column(const at::Tensor& numbers, std::int64_t top);

/// The same of numbers that are levels themselves, from 0 to 65534; others are missing.
nlohmann::json packed_classes(const at::Tensor& numbers);

}  // namespace facet
