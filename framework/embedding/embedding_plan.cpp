#include "framework/embedding/embedding_plan.h"

#include <ATen/Functions.h>

#include <algorithm>

#include "framework/data/windows.h"

namespace facet {

namespace {

/// Positions that a layer computes on average: all of a window at first, one at last.
std::int64_t windowed_work(std::int64_t num_windows, const Offset& offset) {
  return num_windows * (offset.size() + 1) / 2;
}

}  // namespace

EmbeddingPlan plan_embedding(const std::vector<at::Tensor>& lists, std::int64_t num_bins,
                             const Model& model) {
  const Offset offset = model.offset();
  const at::Tensor all = at::cat(lists).clamp(offset.left, num_bins - offset.right);
  EmbeddingPlan plan;
  plan.first = all.min().item<std::int64_t>();
  plan.count = all.max().item<std::int64_t>() - plan.first + 1;

  const at::Tensor taken = at::zeros({plan.count}, at::kLong).index_fill_(0, all - plan.first, 1);
  const std::int64_t num_windows = taken.sum().item<std::int64_t>();
  plan.dense =
      model.convolutional() && !model.draws() && plan.count <= windowed_work(num_windows, offset);

  at::Tensor rows = all - plan.first;
  if (!plan.dense) {
    plan.bins = taken.nonzero().flatten() + plan.first;
    rows = (taken.cumsum(0) - 1).index_select(0, rows);
  }
  std::int64_t begin = 0;
  for (const at::Tensor& list : lists) {
    plan.rows.push_back(rows.narrow(0, begin, list.size(0)));
    begin += list.size(0);
  }
  return plan;
}

std::vector<at::Tensor> embed(Model& model, const at::Tensor& signals, const EmbeddingPlan& plan) {
  const Offset offset = model.offset();
  at::Tensor embedding;
  if (plan.dense) {
    const at::Tensor span =
        signals.narrow(0, plan.first - offset.left, plan.count + offset.size() - 1);
    embedding = model.forward(span.t().unsqueeze(0)).view({model.num_output(), plan.count}).t();
  } else {
    embedding = model.forward(gather_windows(signals, plan.bins.to(signals.device()), offset));
  }
  std::vector<at::Tensor> lists;
  // at::embedding picks rows like index_select, and its gradient is ten times faster on the CPU.
  for (const at::Tensor& rows : plan.rows)
    lists.push_back(at::embedding(embedding, rows.to(signals.device())));
  return lists;
}

}  // namespace facet
