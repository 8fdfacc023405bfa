#include <ATen/ops/scalar_tensor.h>

#include "facet/error.h"
#include "framework/calls/call.h"
#include "framework/training/early_stopping.h"
#include "framework/training/named_state.h"
#include "framework/training/solver.h"

namespace facet {

std::vector<NamedTensor> Solver::learned() const {
  std::vector<NamedTensor> learned;
  append_under("state.", model_state(models_), learned);
  append_under("criterion.", criterion_->state(), learned);
  return learned;
}

std::vector<NamedTensor> Solver::optimizer_state() const {
  return call(*optimizer_, "in state()", [&] { return optimizer_->state(); });
}

void Solver::load_optimizer_state(const std::vector<NamedTensor>& state) {
  call(*optimizer_, "in load_state()", [&] { optimizer_->load_state(state); });
}

std::vector<NamedTensor> Solver::state() const {
  std::vector<NamedTensor> state = learned();
  append_under("optimizer.", optimizer_state(), state);
  append_under("history.", log_.state(), state);
  append_under("validation.", validation_log_.state(), state);
  if (early_stopping_) append_under("early_stopping.", early_stopping_->state(), state);
  append_under("recovered.", recovered_.state(), state);
  state.push_back({"batches_seen", at::scalar_tensor(metadata_.batches_seen, at::kLong)});
  return state;
}

void Solver::load_state(const std::vector<NamedTensor>& state) {
  const std::string wrong = copy_state(state, learned());
  if (!wrong.empty()) throw Error("the state does not fit the solver:" + wrong);
  load_optimizer_state(taken_from("optimizer.", state));
  log_ = History::load(taken_from("history.", state));
  validation_log_ = History::load(taken_from("validation.", state));
  const std::vector<NamedTensor> stopping = taken_from("early_stopping.", state);
  if (!stopping.empty()) {
    early_stopping_ = std::make_unique<EarlyStopping>();
    early_stopping_->load_state(stopping);
  }
  recovered_ = Recovered::load(taken_from("recovered.", state));
  metadata_.batches_seen = find_tensor(state, "batches_seen").item<std::int64_t>();
}

}  // namespace facet
