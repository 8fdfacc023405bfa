#include "framework/layout/session_alignment.h"

#include <ATen/ops/stack.h>
#include <ATen/ops/tensor.h>

namespace facet {

SessionAlignment::SessionAlignment(const SamplingSpace& space, const LabelChoice& label)
    : sessions_(space.bins.sessions()), search_(space.labels.continuous(label), space.bins) {}

at::Tensor SessionAlignment::align(std::span<const std::int64_t> bins, std::int64_t session) const {
  Random unused(0);  // ties are not drawn
  const at::Tensor queries = search_.labels_of(bins);
  std::vector<at::Tensor> columns;
  for (const std::int64_t other : sessions_) {
    const std::vector<std::int64_t> searched(bins.size(), other);
    const std::vector<std::int64_t> found =
        other == session ? std::vector<std::int64_t>(bins.begin(), bins.end())
                         : search_.nearest(queries, searched, Ties::lowest, unused);
    columns.push_back(at::tensor(found, at::kLong));
  }
  return at::stack(columns, 1);
}

}  // namespace facet
