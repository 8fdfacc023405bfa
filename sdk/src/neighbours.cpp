#include "facet/neighbours.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/isfinite.h>

#include <cmath>

#include "facet/error.h"
#include "neighbours/point_search.h"

namespace facet {

namespace {

template <class Set>
std::vector<NearestSet*> pointers_to(std::vector<Set>& sets) {
  std::vector<NearestSet*> pointers;
  for (Set& set : sets) pointers.push_back(&set);
  return pointers;
}

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
  if (!std::isfinite(queries.sum().item<double>()) && !at::isfinite(queries).all().item<bool>())
    throw Error("the queries of a neighbour search must be finite");
  return queries.cpu().contiguous();
}

at::Tensor NearestNeighbours::nearest(const at::Tensor& queries, std::int64_t k) const {
  if (k < 1 || k > size())
    throw Error("cannot find " + std::to_string(k) + " neighbours among " + std::to_string(size()) +
                " points");
  const at::Tensor given = checked(queries);
  const auto each = static_cast<std::size_t>(k);
  std::vector<BestRows::Found> found(static_cast<std::size_t>(given.size(0)) * each);
  std::vector<BestRows> sets;
  for (std::size_t first = 0; first < found.size(); first += each)
    sets.emplace_back(index_->points, std::span(found).subspan(first, each));
  index_->search->find(given, pointers_to(sets));

  const at::Tensor rows = at::empty({given.size(0), k}, at::kLong);
  auto* row = rows.data_ptr<std::int64_t>();
  for (const auto& [distance, own] : found) *row++ = own;
  return rows;
}

at::Tensor NearestNeighbours::nearest(const at::Tensor& queries) const {
  return nearest(queries, 1).squeeze(1);
}

at::Tensor NearestNeighbours::any_nearest(const at::Tensor& queries, Random& random) const {
  const at::Tensor given = checked(queries);
  std::vector<TiedPoints> sets(static_cast<std::size_t>(given.size(0)));
  index_->search->find(given, pointers_to(sets));

  const at::Tensor rows = at::empty({given.size(0)}, at::kLong);
  auto* row = rows.data_ptr<std::int64_t>();
  for (TiedPoints& set : sets) *row++ = set.row_at(random.uniform(), index_->points);
  return rows;
}

}  // namespace facet
