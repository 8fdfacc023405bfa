// The key functions of all interfaces: their type information lives in this library alone, so that
// casts work across the borders between plugins and the host.
#include "facet/criterion.h"
#include "facet/distribution.h"
#include "facet/observer.h"
#include "facet/optimizer.h"
#include "facet/reader.h"
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

SupervisedCriterion::~SupervisedCriterion() = default;
std::vector<LabelChoice> SupervisedCriterion::other_labels() const {
  return {};
}

Prior::~Prior() = default;
Distribution::~Distribution() = default;
std::optional<ComponentChoice> Distribution::default_prior() const {
  return std::nullopt;
}

Regularizer::~Regularizer() = default;
Scheduler::~Scheduler() = default;
Optimizer::~Optimizer() = default;
Reader::~Reader() = default;

Observer::~Observer() = default;
void Observer::on_step(const Report&) {}
void Observer::on_validation(const Report&) {}
void Observer::on_end() {}

Registrar::~Registrar() = default;

}  // namespace facet
