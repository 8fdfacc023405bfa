#include "framework/embedding/embedding_plan.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "framework/data/windows.h"
#include "framework/embedding/taken_bins.h"

namespace facet {

namespace {

/// In positions of a dense pass. A layer computes all of a window at first and one position at
/// last. Gathered, and in short rows, each takes longer than in a dense pass: 1.1 to 1.5 times as
/// long, where both were measured with windows of 5, 10 and 36 bins.
std::int64_t windowed_work(std::int64_t num_windows, const Offset& offset) {
  const std::int64_t positions = num_windows * (offset.size() + 1) / 2;
  return positions + positions / 4;
}

constexpr std::int64_t shape_step = 256;

std::int64_t next_shape(std::int64_t size) {
  return (size + shape_step - 1) / shape_step * shape_step;
}

/// Without waiting for what the device still computes, as a copy out of pageable memory does.
at::Tensor send(const at::Tensor& bins, const c10::Device& device) {
  if (!device.is_cuda()) return bins.to(device);
  return bins.pin_memory().to(bins.options().device(device), /*non_blocking=*/true);
}

at::Tensor embed_part(Model& model, const at::Tensor& signals, const EmbeddingPlan& plan,
                      std::int64_t begin, std::int64_t size) {
  const Offset offset = model.offset();
  if (plan.dense) {
    const at::Tensor span =
        signals.narrow(0, plan.first + begin - offset.left, size + offset.size() - 1);
    return model.forward(span.t().unsqueeze(0)).view({model.num_output(), size}).t();
  }
  const at::Tensor bins = send(plan.bins.narrow(0, begin, size), signals.device());
  return model.forward(gather_windows(signals, bins, offset));
}

}  // namespace

EmbeddingPlan plan_embedding(const std::vector<at::Tensor>& lists, std::int64_t num_bins,
                             const Model& model) {
  const Offset offset = model.offset();
  const at::Tensor all = at::cat(lists).clamp(offset.left, num_bins - offset.right);
  const TakenBins taken(all);
  EmbeddingPlan plan;
  plan.first = taken.first();
  plan.count = taken.span();
  plan.dense =
      model.convolutional() && !model.draws() && plan.count <= windowed_work(taken.size(), offset);
  if (!plan.dense) plan.bins = taken.in_order();
  const at::Tensor rows = plan.dense ? all - plan.first : taken.places(all);
  std::int64_t begin = 0;
  for (const at::Tensor& list : lists) {
    plan.rows.push_back(rows.narrow(0, begin, list.size(0)));
    begin += list.size(0);
  }
  return plan;
}

EmbeddingPlan in_few_shapes(EmbeddingPlan plan, std::int64_t num_bins, const Model& model) {
  if (!model.convolutional() || model.draws()) return plan;
  if (!plan.dense) {
    const std::int64_t size = plan.bins.size(0);
    const at::Tensor last = plan.bins.narrow(0, size - 1, 1);
    plan.bins = at::cat({plan.bins, last.expand({next_shape(size) - size})});
    return plan;
  }
  const Offset offset = model.offset();
  const std::int64_t begin = offset.left, end = num_bins - offset.right + 1;
  plan.count = std::min(next_shape(plan.count), end - begin);
  const std::int64_t first = std::min(plan.first, end - plan.count);
  for (at::Tensor& rows : plan.rows) rows = rows + (plan.first - first);
  plan.first = first;
  return plan;
}

std::vector<at::Tensor> embed(Model& model, const at::Tensor& signals, const EmbeddingPlan& exact,
                              Ranks& ranks) {
  const EmbeddingPlan plan =
      signals.is_cuda() ? in_few_shapes(exact, signals.size(0), model) : exact;
  const at::Tensor rows = send(at::cat(plan.rows), signals.device());
  const std::int64_t count = plan.dense ? plan.count : plan.bins.size(0);
  const at::Tensor embedding =
      compute_in_shares(ranks, count, [&](std::int64_t begin, std::int64_t size) {
        return embed_part(model, signals, plan, begin, size);
      });
  std::vector<at::Tensor> lists;
  // at::embedding picks rows like index_select, and its gradient is ten times faster on the CPU.
  std::int64_t begin = 0;
  for (const at::Tensor& list : plan.rows) {
    lists.push_back(at::embedding(embedding, rows.narrow(0, begin, list.size(0))));
    begin += list.size(0);
  }
  return lists;
}

}  // namespace facet
