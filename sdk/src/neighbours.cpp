#include "facet/neighbours.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/isfinite.h>

#include "facet/error.h"
#include "neighbours/point_search.h"

namespace facet {

namespace {

/// Beyond, a k-d tree has to visit most of its leaves and a matrix product is faster.
constexpr std::int64_t max_tree_dimensions = 12;

}  // namespace

struct NearestNeighbours::Index {
  explicit Index(const at::Tensor& all)
      : points(all),
        search(points.num_dimensions() <= max_tree_dimensions ? make_tree_search(points)
                                                              : make_blocked_search(points)) {}

  DistinctPoints points;
  std::unique_ptr<PointSearch> search;
};

NearestNeighbours::NearestNeighbours(const at::Tensor& points)
    : index_(std::make_unique<Index>(points)) {}
NearestNeighbours::~NearestNeighbours() = default;
NearestNeighbours::NearestNeighbours(NearestNeighbours&&) noexcept = default;
NearestNeighbours& NearestNeighbours::operator=(NearestNeighbours&&) noexcept = default;

std::int64_t NearestNeighbours::size() const {
  return index_->points.num_rows();
}
std::int64_t NearestNeighbours::num_dimensions() const {
  return index_->points.num_dimensions();
}

at::Tensor NearestNeighbours::checked(const at::Tensor& queries) const {
  if (queries.dim() != 2 || queries.scalar_type() != at::kDouble ||
      queries.size(1) != num_dimensions())
    throw Error("the queries of a neighbour search must be m x " +
                std::to_string(num_dimensions()) + " in float64, as its points are");
  if (!at::isfinite(queries).all().item<bool>())
    throw Error("the queries of a neighbour search must be finite");
  return queries.cpu().contiguous();
}

at::Tensor NearestNeighbours::nearest(const at::Tensor& queries, std::int64_t k) const {
  if (k < 1 || k > size())
    throw Error("cannot find " + std::to_string(k) + " neighbours among " + std::to_string(size()) +
                " points");
  const at::Tensor given = checked(queries);
  std::vector<std::unique_ptr<NearestSet>> sets(static_cast<std::size_t>(given.size(0)));
  for (auto& set : sets) set = std::make_unique<BestRows>(index_->points, k);
  index_->search->find(given.data_ptr<double>(), sets);

  const at::Tensor rows = at::empty({given.size(0), k}, at::kLong);
  auto* row = rows.data_ptr<std::int64_t>();
  for (const auto& set : sets)
    for (const auto& [distance, found] : static_cast<const BestRows&>(*set).all()) *row++ = found;
  return rows;
}

at::Tensor NearestNeighbours::nearest(const at::Tensor& queries) const {
  return nearest(queries, 1).squeeze(1);
}

at::Tensor NearestNeighbours::any_nearest(const at::Tensor& queries, Random& random) const {
  const at::Tensor given = checked(queries);
  std::vector<std::unique_ptr<NearestSet>> sets(static_cast<std::size_t>(given.size(0)));
  for (auto& set : sets) set = std::make_unique<TiedPoints>();
  index_->search->find(given.data_ptr<double>(), sets);

  const at::Tensor rows = at::empty({given.size(0)}, at::kLong);
  auto* row = rows.data_ptr<std::int64_t>();
  for (const auto& set : sets)
    *row++ = static_cast<TiedPoints&>(*set).row_at(random.uniform(), index_->points);
  return rows;
}

}  // namespace facet
