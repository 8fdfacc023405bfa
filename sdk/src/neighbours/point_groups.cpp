#include "point_groups.h"

#include <limits>

#include "group_products.h"

namespace facet {

using group_products::lanes;

static_assert(PointGroups::size == group_products::panels * lanes);

PointGroups::PointGroups(std::int64_t n, std::int64_t columns)
    : n_(n), columns_(columns), values_(static_cast<std::size_t>(count() * size * columns)) {}

void PointGroups::set(std::int64_t first, const at::Tensor& rows) {
  const at::Tensor given = rows.contiguous();
  const auto* value = given.data_ptr<float>();
  for (std::int64_t i = first; i < first + given.size(0); ++i) {
    float* panel = values_.data() + i / lanes * lanes * columns_;
    for (std::int64_t k = 0; k < columns_; ++k) panel[k * lanes + i % lanes] = *value++;
  }
}

void PointGroups::products(const float* row, std::int64_t group, float* to) const {
  group_products::all(row, columns_, values_of(group), to);
}

std::vector<float> PointGroups::lowest_products(const at::Tensor& rows) const {
  std::vector<float> lowest(static_cast<std::size_t>(rows.size(0) * count()),
                            std::numeric_limits<float>::max());
  for (std::int64_t group = 0; group < count(); ++group)
    group_products::lowest(rows.data_ptr<float>(), rows.size(0), columns_, values_of(group),
                           lowest.data() + group, count());
  return lowest;
}

}  // namespace facet
