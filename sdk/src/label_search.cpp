#include "facet/label_search.h"

#include <ATen/ops/index_select.h>
#include <ATen/ops/tensor.h>

namespace facet {

namespace {

at::Tensor rows_of(const at::Tensor& labels, std::span<const std::int64_t> bins) {
  return labels.index_select(0, at::tensor(c10::ArrayRef(bins.data(), bins.size()), at::kLong));
}

}  // namespace

LabelSearch::LabelSearch(at::Tensor labels, const Bins& bins) : labels_(std::move(labels)) {
  for (const std::int64_t session : bins.sessions()) {
    std::vector<std::int64_t> own = bins.of_session(session).all();
    NearestNeighbours neighbours(rows_of(labels_, own));
    sessions_.emplace(session, Session{std::move(own), std::move(neighbours)});
  }
}

std::vector<std::int64_t> LabelSearch::nearest(const at::Tensor& queries,
                                               std::span<const std::int64_t> sessions, Ties ties,
                                               Random& random) const {
  std::vector<std::int64_t> found(sessions.size());
  for (const auto& [session, own] : sessions_) {
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < sessions.size(); ++i)
      if (sessions[i] == session) places.push_back(static_cast<std::int64_t>(i));
    if (places.empty()) continue;
    const at::Tensor asked = places.size() == found.size() ? queries : rows_of(queries, places);
    const at::Tensor rows = ties == Ties::random ? own.neighbours.any_nearest(asked, random)
                                                 : own.neighbours.nearest(asked);
    const auto* row = rows.data_ptr<std::int64_t>();
    for (const std::int64_t place : places)
      found[static_cast<std::size_t>(place)] = own.bins[static_cast<std::size_t>(*row++)];
  }
  return found;
}

at::Tensor LabelSearch::labels_of(std::span<const std::int64_t> bins) const {
  return rows_of(labels_, bins);
}

}  // namespace facet
