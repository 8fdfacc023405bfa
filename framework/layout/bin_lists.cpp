#include "framework/layout/bin_lists.h"

#include <ATen/ops/tensor.h>

namespace facet {

at::Tensor sample_positives(const Distribution& distribution, const at::Tensor& references,
                            Random& random) {
  const at::Tensor list = references.contiguous();
  const std::span<const std::int64_t> bins(list.data_ptr<std::int64_t>(),
                                           static_cast<std::size_t>(list.numel()));
  return at::tensor(distribution.sample(bins, random), at::kLong);
}

std::vector<at::Tensor> cut_into_lists(const at::Tensor& rows,
                                       const std::vector<at::Tensor>& lists) {
  std::vector<std::int64_t> sizes;
  for (const at::Tensor& list : lists) sizes.push_back(list.size(0));
  return rows.split_with_sizes(sizes);
}

}  // namespace facet
