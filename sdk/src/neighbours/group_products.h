#pragma once

#include <cstdint>

namespace facet {

/// What PointGroups calculates, compiled for several processors; the one at hand decides when the
/// library is loaded. How the sums are rounded depends on it.
namespace group_products {

constexpr std::int64_t lanes = 16;
constexpr std::int64_t panels = 4;

/// products[i] = row . row i of the group.
void all(const float* row, std::int64_t columns, const float* group, float* products);

/// The smallest for each of `count` rows that lie one behind the other: lowest[0], lowest[step],
/// ... of the present ones and these.
void lowest(const float* rows, std::int64_t count, std::int64_t columns, const float* group,
            float* lowest, std::int64_t step);

}  // namespace group_products

}  // namespace facet
