#include "framework/data/borders.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include "facet/error.h"

namespace facet {

namespace {

constexpr double longest_step = 1.5;  // in medians

at::Tensor steps_of(const at::Tensor& values) {
  return values.slice(0, 1) - values.slice(0, 0, -1);
}

/// `between_bins` has one element less than there are bins.
at::Tensor before_bins(const at::Tensor& between_bins) {
  return at::cat({at::zeros({1}, at::kBool), between_bins});
}

std::int64_t first_true(const at::Tensor& wrong) {
  return wrong.nonzero()[0].item<std::int64_t>();
}

}  // namespace

at::Tensor trial_borders(const Labels& labels, const std::string& trials) {
  return before_bins(steps_of(labels.discrete(trials.c_str())).ne(0));
}

at::Tensor gap_borders(const Labels& labels, const std::string& time) {
  const at::Tensor steps = steps_of(time_stamps(labels, time));
  return before_bins(steps.numel() == 0 ? steps.to(at::kBool)
                                        : steps.gt(steps.median() * longest_step));
}

at::Tensor time_stamps(const Labels& labels, const std::string& time) {
  const Label& label = labels.find(time);
  if (!label.classes.empty())
    throw Error("the time stamps '" + time +
                "' hold text, they must be numbers: bring dates and "
                "clock times to seconds in the file");
  const at::Tensor values = label.values.to(at::kDouble);
  const at::Tensor columns = values.dim() == 1 ? values.unsqueeze(1) : values;
  if (columns.size(1) != 1)
    throw Error("the time stamps '" + time + "' must be one for each bin, they have " +
                std::to_string(columns.size(1)) + " columns");
  const at::Tensor stamps = columns.select(1, 0).contiguous();
  const at::Tensor unknown = stamps.isfinite().logical_not();
  if (unknown.any().item<bool>())
    throw Error("the time stamps '" + time + "' are not finite (NaN or infinity) in " +
                std::to_string(unknown.sum().item<std::int64_t>()) + " of " +
                std::to_string(stamps.size(0)) + " bins, first in bin " +
                std::to_string(first_true(unknown)) + ": every bin needs one");
  const at::Tensor back = steps_of(stamps).le(0);
  if (back.any().item<bool>())
    throw Error("the time stamps '" + time + "' must increase, they do not at bin " +
                std::to_string(first_true(back) + 1));
  return stamps;
}

}  // namespace facet
