// All kinds of components, and the key functions of their interfaces: their type information lives
// in this library alone, so that casts work across the borders between plugins and the host.
#include <algorithm>

#include "facet/attribution.h"
#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/error.h"
#include "facet/kinds.h"
#include "facet/learning_rate.h"
#include "facet/mask.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/registrar.h"
#include "facet/regularizer.h"
#include "facet/scheduler.h"
#include "facet/writer.h"

namespace facet {

const std::vector<ComponentKind>& component_kinds() {
  static const std::vector<ComponentKind> kinds = {
      {"attribution", "maps of which neurons an encoder's outputs depend on"},
      {"criterion", "the loss of an objective"},
      {"distribution", "which bins are the positives of a reference"},
      {"learning_rate", "a schedule of the learning rate"},
      {"mask", "hides parts of the windows while training"},
      {"model", "the encoder", {"renormalize", "adapt"}},
      {"observer", "watches a run"},
      {"optimizer", "how parameters are updated"},
      {"prior", "how references and negatives are drawn"},
      {"reader", "reads the files of a format"},
      {"regularizer", "a penalty beside the losses", {"weight", "objectives"}},
      {"scheduler", "weights by step"},
      {"writer", "writes the files of a format"}};
  return kinds;
}

bool is_reserved(const std::string& kind, const std::string& option) {
  if (option == "name") return true;
  return std::any_of(
      component_kinds().begin(), component_kinds().end(), [&](const ComponentKind& known) {
        const auto& keys = known.engine_keys;
        return known.name == kind && std::find(keys.begin(), keys.end(), option) != keys.end();
      });
}

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
bool ContrastiveCriterion::is_mean_over_references() const {
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

Writer::~Writer() = default;

Registrar::~Registrar() = default;

}  // namespace facet
