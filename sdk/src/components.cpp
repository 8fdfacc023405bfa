// The key functions of all interfaces: their type information lives in this library alone, so that
// casts work across the borders between plugins and the host.
#include "facet/attribution.h"
#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/error.h"
#include "facet/learning_rate.h"
#include "facet/mask.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/registrar.h"
#include "facet/regularizer.h"
#include "facet/scheduler.h"

namespace facet {

Stateful::~Stateful() = default;
std::vector<NamedTensor> Stateful::state() const {
  return {};
}

Criterion::~Criterion() = default;
std::vector<Quantity> Criterion::quantities() const {
  return {};
}

ContrastiveCriterion::~ContrastiveCriterion() = default;
bool ContrastiveCriterion::expects_unit_length() const {
  return false;
}
bool ContrastiveCriterion::is_info_nce() const {
  return false;
}

SupervisedCriterion::~SupervisedCriterion() = default;
void SupervisedCriterion::check(std::int64_t, const Targets&) const {}
std::vector<OtherLabel> SupervisedCriterion::other_labels() const {
  return {};
}

Prior::~Prior() = default;
Distribution::~Distribution() = default;
std::optional<ComponentChoice> Distribution::default_prior() const {
  return std::nullopt;
}

Attribution::~Attribution() = default;
bool Attribution::is_jacobian() const {
  return false;
}

Mask::~Mask() = default;
Regularizer::~Regularizer() = default;
Scheduler::~Scheduler() = default;
LearningRate::~LearningRate() = default;

Optimizer::~Optimizer() = default;
void Optimizer::scale_learning_rate(double) {
  throw Error("the optimizer has no learning rate that could follow a schedule");
}
std::vector<NamedTensor> Optimizer::state() const {
  return {};
}
void Optimizer::load_state(const std::vector<NamedTensor>& state) {
  if (!state.empty()) throw Error("the optimizer keeps no '" + state.front().name + "'");
}

Observer::~Observer() = default;
void Observer::on_begin(const TrainingStart&) {}
Training Observer::on_step(const Report&) {
  return Training::goes_on;
}
Training Observer::on_validation(const Report&) {
  return Training::goes_on;
}
Training Observer::on_checkpoint(std::int64_t) {
  return Training::goes_on;
}
void Observer::on_end() {}

Registrar::~Registrar() = default;

}  // namespace facet
