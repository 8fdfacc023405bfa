#include "framework/attribution/attribution_scores.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/searchsorted.h>

#include "facet/error.h"

namespace facet {

namespace {

struct Entries {
  at::Tensor connected, others;
};

Entries entries_of(const at::Tensor& map, const at::Tensor& connected) {
  if (map.sizes() != connected.sizes())
    throw Error("a ground truth must have the shape of the map that it is compared with");
  const at::Tensor is_connected = connected.to(at::kBool);
  const at::Tensor values = map.to(at::kDouble);
  Entries entries{values.masked_select(is_connected),
                  values.masked_select(is_connected.logical_not())};
  if (entries.connected.numel() == 0 || entries.others.numel() == 0)
    throw Error("a ground truth must have connected entries and others");
  return entries;
}

Extent extent_of(const at::Tensor& values) {
  return {values.max().item<double>(), values.mean().item<double>(), values.min().item<double>()};
}

}  // namespace

double auroc(const at::Tensor& map, const at::Tensor& connected) {
  const Entries entries = entries_of(map, connected);
  const at::Tensor others = std::get<0>(entries.others.sort());
  const at::Tensor below = at::searchsorted(others, entries.connected);
  const at::Tensor not_above =
      at::searchsorted(others, entries.connected, /*out_int32=*/false, /*right=*/true);
  const at::Tensor won = (below + not_above).to(at::kDouble) / 2;
  return won.mean().item<double>() / static_cast<double>(others.size(0));
}

AttributionGaps attribution_gaps(const at::Tensor& map, const at::Tensor& connected) {
  const Entries entries = entries_of(map, connected);
  return {extent_of(entries.connected), extent_of(entries.others)};
}

}  // namespace facet
