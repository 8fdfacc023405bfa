#include "framework/layout/embed_sessions.h"

#include <ATen/Functions.h>

#include "framework/data/windows.h"
#include "framework/embedding/embedding_plan.h"

namespace facet {

namespace {

std::vector<at::Tensor> lists_of(const at::Tensor& rows, const std::vector<at::Tensor>& lists) {
  std::vector<std::int64_t> sizes;
  for (const at::Tensor& list : lists) sizes.push_back(list.size(0));
  return rows.split_with_sizes(sizes);
}

/// Each row of bins once, through the one encoder.
at::Tensor embed_side_by_side(Model& model, const std::vector<at::Tensor>& signals,
                              const at::Tensor& bins) {
  const auto [rows, inverse, counts] = at::unique_dim(bins, 0, true, /*return_inverse=*/true);
  const at::Tensor windows = gather_joined_windows(signals, rows, model.offset());
  return at::embedding(model.forward(windows), inverse.to(windows.device()));
}

at::Tensor embed_each(const Encoders& encoders, const std::vector<at::Tensor>& signals,
                      const at::Tensor& bins) {
  const std::vector<SessionBins> groups = group_by_session(bins, signals);
  std::vector<at::Tensor> parts;
  for (const SessionBins& group : groups) {
    const at::Tensor& own = signals[static_cast<std::size_t>(group.session)];
    Model& model = encoders.of(group.session);
    parts.push_back(embed(model, own, plan_embedding({group.bins}, own.size(0), model))[0]);
  }
  return in_order(parts, groups);
}

}  // namespace

std::vector<at::Tensor> embed_sessions(const Encoders& encoders,
                                       const std::vector<at::Tensor>& signals,
                                       const std::vector<at::Tensor>& lists) {
  if (signals.size() == 1) {
    Model& model = encoders.of(0);
    return embed(model, signals[0], plan_embedding(lists, signals[0].size(0), model));
  }
  const at::Tensor bins = at::cat(lists);
  const bool side_by_side = bins.dim() == 2;
  return lists_of(side_by_side ? embed_side_by_side(encoders.of(0), signals, bins)
                               : embed_each(encoders, signals, bins),
                  lists);
}

std::vector<SessionBins> group_by_session(const at::Tensor& bins,
                                          const std::vector<at::Tensor>& signals) {
  std::vector<SessionBins> groups;
  std::int64_t first = 0;
  for (std::size_t session = 0; session < signals.size(); ++session) {
    const std::int64_t end = first + signals[session].size(0);
    const at::Tensor positions = bins.ge(first).logical_and(bins.lt(end)).nonzero().flatten();
    if (positions.numel() > 0)
      groups.push_back(
          {static_cast<std::int64_t>(session), positions, bins.index_select(0, positions) - first});
    first = end;
  }
  return groups;
}

at::Tensor in_order(const std::vector<at::Tensor>& parts, const std::vector<SessionBins>& groups) {
  std::vector<at::Tensor> positions;
  for (const SessionBins& group : groups) positions.push_back(group.positions);
  const at::Tensor order = at::cat(positions).argsort();
  const at::Tensor rows = at::cat(parts);
  return rows.index_select(0, order.to(rows.device()));
}

}  // namespace facet
