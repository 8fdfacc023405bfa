#include "framework/assembly/check_convolution.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>

#include "facet/text.h"
#include "framework/calls/repeatable_operators.h"
#include "framework/data/sessions.h"
#include "framework/data/windows.h"
#include "framework/embedding/eval_mode.h"
#include "framework/layout/session_layout.h"

namespace facet {

namespace {

constexpr std::int64_t most_bins = 32;
constexpr double tolerance = 1e-3;  // of the largest value: convolutions round differently

/// Bins [begin, end) of a session have full windows.
void require_convolution(SubspaceModel& model, const at::Tensor& signals, std::int64_t begin,
                         std::int64_t end) {
  const Offset offset = model.offset();
  const at::Tensor span = signals.narrow(0, begin - offset.left, end - begin + offset.size() - 1);
  const at::Tensor at_once = model.forward(span.t().unsqueeze(0)).squeeze(0).t();
  const at::Tensor bins = at::arange(begin, end, signals.options().dtype(at::kLong));
  const at::Tensor one_by_one = model.forward(gather_windows(signals, bins, offset));
  const double apart = (at_once - one_by_one).abs().max().item<double>();
  const double largest = one_by_one.abs().max().item<double>();
  if (apart > tolerance * largest)
    throw Error(
        "it says that it is convolutional, but encodes bins otherwise in one long pass "
        "than each from its own window, by up to " +
        number_text(apart, 3) + ": let convolutional() be false");
}

}  // namespace

void check_convolution(const Encoders& encoders, const SampledData& data, Problems& problems) {
  if (data.layout->joins_sessions()) return;  // are encoded by windows alone
  const at::NoGradGuard no_grad;
  const RepeatableOperators repeatable;
  const EvalMode eval(encoders);
  for (std::size_t i = 0; i < data.signals.size(); ++i) {
    const auto session = static_cast<std::int64_t>(i);
    const Bins bins = data.space.bins.of_session(session);
    if (!encoders.of(session).convolutional() || bins.empty()) continue;
    const Segment& first = bins.segments().front();
    const std::int64_t begin = first.begin - data.sessions->first_bin(session);
    const std::int64_t end = begin + std::min(first.size(), most_bins);
    if (end - begin > 1)
      problems.attempt({}, "model", [&] {
        require_convolution(encoders.of(session), data.signals[i], begin, end);
      });
  }
}

}  // namespace facet
