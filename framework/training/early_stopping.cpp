#include "framework/training/early_stopping.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>

#include "framework/training/named_state.h"

namespace facet {

namespace {

constexpr const char* best_prefix = "best.";

}  // namespace

void EarlyStopping::update(double loss, const std::vector<NamedTensor>& trained) {
  if (!(loss < lowest_)) {  // also where it is not a number
    ++waited_;
    return;
  }
  waited_ = 0;
  lowest_ = loss;
  best_.clear();
  for (const NamedTensor& own : trained) best_.push_back({own.name, own.tensor.detach().clone()});
}

void EarlyStopping::restore(const std::vector<NamedTensor>& trained) const {
  const at::NoGradGuard no_grad;
  for (std::size_t i = 0; i < best_.size(); ++i) trained[i].tensor.copy_(best_[i].tensor);
}

std::vector<NamedTensor> EarlyStopping::state() const {
  std::vector<NamedTensor> state = {{"waited", at::scalar_tensor(waited_, at::kLong)},
                                    {"lowest", at::scalar_tensor(lowest_, at::kDouble)}};
  append_under(best_prefix, best_, state);
  return state;
}

void EarlyStopping::load_state(const std::vector<NamedTensor>& state) {
  waited_ = find_tensor(state, "waited").item<std::int64_t>();
  lowest_ = find_tensor(state, "lowest").item<double>();
  best_ = taken_from(best_prefix, state);
}

}  // namespace facet
