#include "framework/ranks/ranks.h"

#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/custom_function.h>

namespace facet {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class GatherRows : public torch::autograd::Function<GatherRows> {
 public:
  static at::Tensor forward(AutogradContext* context, const at::Tensor& own, Ranks* ranks,
                            std::int64_t count) {
    context->saved_data["ranks"] = reinterpret_cast<std::int64_t>(ranks);
    context->saved_data["count"] = count;
    at::Tensor all = at::zeros({count, own.size(1)}, own.options());
    const RankShare share = share_of(*ranks, count);
    all.narrow(0, share.begin, share.size()).copy_(own);
    ranks->sum(all);
    return all;
  }

  static variable_list backward(AutogradContext* context, variable_list gradients) {
    auto* ranks = reinterpret_cast<Ranks*>(context->saved_data["ranks"].toInt());
    const RankShare share = share_of(*ranks, context->saved_data["count"].toInt());
    at::Tensor gradient = gradients[0].clone();
    ranks->sum(gradient);
    return {gradient.narrow(0, share.begin, share.size()), at::Tensor(), at::Tensor()};
  }
};

}  // namespace

RankShare share_of(const Ranks& ranks, std::int64_t count) {
  return {count * ranks.rank() / ranks.size(), count * (ranks.rank() + 1) / ranks.size()};
}

at::Tensor gather_rows(Ranks& ranks, const at::Tensor& own, std::int64_t count) {
  return ranks.several() ? GatherRows::apply(own, &ranks, count) : own;
}

}  // namespace facet
