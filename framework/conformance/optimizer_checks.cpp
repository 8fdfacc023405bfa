#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>

#include <set>

#include "facet/optimizer.h"
#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/use.h"

namespace facet {

namespace {

/// An optimizer on its way down a bowl that is steeper along one axis.
struct Descent {
  at::Tensor x = trial_numbers({3, 2}, {}, 1).requires_grad_();
  at::Tensor steepness = trial_numbers({3, 2}, {}, 2).abs() + 0.5;
  std::shared_ptr<Optimizer> optimizer;
  int evaluations = 0;

  explicit Descent(const Tried& tried) : optimizer(tried.make<Optimizer>({{x}})) {}

  at::Tensor loss() const { return (steepness * (x - 1).square()).sum(); }
  void step() {
    optimizer->step([&] {
      ++evaluations;
      x.mutable_grad().reset();
      const at::Tensor value = loss();
      value.backward();
      return value.detach();
    });
  }
  void steps(int number) {
    for (int i = 0; i < number; ++i) step();
  }
};

void require_descent(const Tried& tried) {
  Descent descent(tried);
  const double before = descent.loss().item<double>();
  descent.step();
  if (descent.evaluations == 0)
    throw Error("its step() did not call evaluate(): promised is that it does at least once");
  descent.steps(9);
  const double after = descent.loss().item<double>();
  if (!(after < before))
    throw Error("ten steps down a bowl led from a loss of " + number_text(before) + " to " +
                number_text(after));
}

void require_resumed(const Tried& tried) {
  Descent whole(tried), stopped(tried), resumed(tried);
  whole.steps(7);
  stopped.steps(3);
  resumed.x.set_data(stopped.x.detach().clone());
  std::set<std::string> names;
  std::vector<NamedTensor> saved;
  for (const NamedTensor& own : stopped.optimizer->state()) {
    if (!names.insert(own.name).second)
      throw Error("two tensors of its state are called '" + own.name + "'");
    saved.push_back({own.name, own.tensor.clone()});
  }
  if (!saved.empty()) resumed.optimizer->load_state(saved);
  resumed.steps(4);
  if (!at::equal(resumed.x, whole.x))
    throw Error(
        "a run that was saved and resumed after 3 of 7 steps ends at other parameters: "
        "something that later steps depend on is not in its state()");
}

void require_copies(const Tried& tried) {
  Descent descent(tried);
  descent.steps(2);
  const std::vector<NamedTensor> state = descent.optimizer->state();
  std::vector<at::Tensor> before;
  for (const NamedTensor& own : state) before.push_back(own.tensor.clone());
  descent.steps(2);
  for (std::size_t i = 0; i < state.size(); ++i)
    if (!at::equal(state[i].tensor, before[i]))
      throw Error("what its state() gave as '" + state[i].name +
                  "' changes with later steps: promised are copies");
}

void require_unknown_state_refused(const Tried& tried) {
  Descent descent(tried);
  try {
    descent.optimizer->load_state({{"unknown", at::ones({})}});
  } catch (const Error&) {
    return;
  } catch (const std::exception& error) {
    throw Error("a state that it does not know ends in an exception that is not a facet::Error: " +
                reason_of(error));
  }
  throw Error("a state that it does not know is taken without an error");
}

/// Schedules scale the learning rate; what has none says so.
void require_scaled_rate(const Tried& tried) {
  Descent descent(tried);
  try {
    descent.optimizer->scale_learning_rate(0);
  } catch (const Error&) {
    return;
  }
  const at::Tensor before = descent.x.detach().clone();
  descent.steps(2);
  if (!at::equal(descent.x.detach(), before))
    throw Error("with its learning rate scaled to 0, it moves its parameters");
}

}  // namespace

Checks optimizer_checks() {
  return {{"descends", "ten steps lead down a bowl, and each evaluates the loss", require_descent},
          {"resumes", "saved and resumed, it ends where it would have ended, to the bit",
           require_resumed},
          {"copies", "what its state() gave is not changed by later steps", require_copies},
          {"unknown_state", "a state that it does not know is refused by a facet::Error",
           require_unknown_state_refused},
          {"learning_rate", "scaled to 0 the learning rate moves nothing, or there is none",
           require_scaled_rate}};
}

}  // namespace facet
