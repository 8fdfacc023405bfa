#include "point_groups.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/mm.h>

#include <algorithm>
#include <limits>

namespace facet {

namespace {

constexpr std::int64_t points_a_block = 1024;  // whose products with a block of queries fit a cache
constexpr std::int64_t points_a_group = 16;
constexpr std::int64_t groups_a_block = points_a_block / points_a_group;

std::int64_t groups_of(std::int64_t points) {
  return (points + points_a_group - 1) / points_a_group;
}

/// The minima of the groups of one block.
void keep_lowest(const float* products, std::int64_t size, float* lowest) {
  const std::int64_t step = groups_of(size);
  for (std::int64_t part = 0; part < size; part += step) {
    const std::int64_t count = std::min(step, size - part);
    for (std::int64_t j = 0; j < count; ++j)
      lowest[j] = products[part + j] < lowest[j] ? products[part + j] : lowest[j];
  }
}

}  // namespace

PointGroup::PointGroup(std::int64_t number, std::int64_t n) {
  const std::int64_t block = number / groups_a_block * points_a_block;
  end = std::min(block + points_a_block, n);
  step = groups_of(end - block);
  first = block + number % groups_a_block;
}

std::vector<float> lowest_products(const at::Tensor& queries, const at::Tensor& points) {
  const std::int64_t m = queries.size(0), n = points.size(0), groups = groups_of(n);
  std::vector<float> lowest(static_cast<std::size_t>(m * groups),
                            std::numeric_limits<float>::max());
  const at::Tensor room = at::empty({m * std::min(n, points_a_block)}, at::kFloat);
  for (std::int64_t block = 0; block < n; block += points_a_block) {
    const std::int64_t size = std::min(points_a_block, n - block);
    at::Tensor products = room.narrow(0, 0, m * size).view({m, size});
    at::mm_out(products, queries, points.narrow(0, block, size).t());
    for (std::int64_t i = 0; i < m; ++i)
      keep_lowest(products.data_ptr<float>() + i * size, size,
                  lowest.data() + i * groups + block / points_a_group);
  }
  return lowest;
}

}  // namespace facet
