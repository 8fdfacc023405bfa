#include "framework/data/windows.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>

#include <string>

#include "facet/error.h"

namespace facet {

at::Tensor gather_windows(const at::Tensor& signals, const at::Tensor& bins, const Offset& offset) {
  if (signals.dim() != 2) throw Error("windows are gathered from signals of T x C");
  if (bins.dim() != 1 || bins.scalar_type() != at::kLong)
    throw Error("the bins of windows must be a list of int64");
  const std::int64_t num_bins = signals.size(0);
  const std::int64_t length = offset.size();
  if (num_bins < length)
    throw Error("the recording has " + std::to_string(num_bins) +
                " bins and is shorter than the model's window of " + std::to_string(length));

  const at::Tensor first = bins.clamp(offset.left, num_bins - offset.right) - offset.left;
  if (length == 1) return signals.index_select(0, first).unsqueeze(2);
  // Whole rows are copied, which is fast, and the transpose is left to whoever needs it.
  const at::Tensor rows = first.unsqueeze(1) + at::arange(length, first.options());
  return signals.index_select(0, rows.reshape(-1))
      .reshape({bins.size(0), length, signals.size(1)})
      .transpose(1, 2);
}

at::Tensor gather_joined_windows(const std::vector<at::Tensor>& signals, const at::Tensor& bins,
                                 const Offset& offset) {
  if (bins.dim() != 2 || bins.size(1) != static_cast<std::int64_t>(signals.size()))
    throw Error("joined windows need rows of one bin in each of the " +
                std::to_string(signals.size()) + " sessions");
  std::vector<at::Tensor> windows;
  std::int64_t first = 0;
  for (std::size_t session = 0; session < signals.size(); ++session) {
    const at::Tensor own = bins.select(1, static_cast<std::int64_t>(session)) - first;
    windows.push_back(gather_windows(signals[session], own.to(signals[session].device()), offset));
    first += signals[session].size(0);
  }
  return at::cat(windows, 1);
}

}  // namespace facet
