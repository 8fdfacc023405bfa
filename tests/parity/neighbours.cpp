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
  return {{"nearest", index.nearest(points(reference.input("query"), metric))}};
}

Arrays conditional_search(const ReferenceCase& reference, Registry&) {
  const at::Tensor index = points(reference.input("index"), "euclidean");
  const at::Tensor queries = points(reference.input("query"), "euclidean");
  const at::Tensor query_classes = reference.input("query_discrete");
  at::Tensor nearest = at::full({queries.size(0)}, -1, at::kLong);
  const auto classes = std::get<0>(at::_unique(query_classes));
  for (std::int64_t k = 0; k < classes.size(0); ++k) {
    const at::Tensor rows = at::nonzero(reference.input("discrete") == classes[k]).squeeze(1);
    const at::Tensor asked = at::nonzero(query_classes == classes[k]).squeeze(1);
    const at::Tensor found =
        NearestNeighbours(index.index_select(0, rows)).nearest(queries.index_select(0, asked));
    nearest.index_copy_(0, asked, rows.index_select(0, found));
  }
  return {{"nearest", nearest}};
}

}  // namespace facet::parity
