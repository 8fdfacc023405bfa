#include "facet/neighbours.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// In double precision, of unit length where the metric is cosine: the order of their Euclidean
/// distances is then that of their cosines.
at::Tensor points(const at::Tensor& rows, const std::string& metric) {
  const at::Tensor exact = rows.to(at::kDouble);
  if (metric == "euclidean") return exact.contiguous();
  if (metric == "cosine") return (exact / exact.norm(2, 1, true)).contiguous();
  throw NotYetSupported("the metric " + metric);
}

}  // namespace

Arrays distribution_search(const ReferenceCase& reference, Registry&) {
  const std::string metric = reference.options.at("metric");
  const NearestNeighbours index(points(reference.input("index"), metric));
  const at::Tensor queries = points(reference.input("query"), metric);
  at::Tensor nearest = at::empty({queries.size(0)}, at::kLong);
  const auto width = static_cast<std::size_t>(queries.size(1));
  for (std::int64_t i = 0; i < queries.size(0); ++i) {
    const std::span<const double> query(queries[i].data_ptr<double>(), width);
    nearest.data_ptr<std::int64_t>()[i] = index.nearest(query);
  }
  return {{"nearest", nearest}};
}

}  // namespace facet::parity
