#include <ATen/TensorOperators.h>
#include <ATen/ops/equal.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "facet/text.h"
#include "framework/calls/promises.h"
#include "framework/conformance/check.h"
#include "framework/conformance/uses_by_kind.h"

namespace facet {

namespace {

/// One sample, and several; more of them, in more dimensions.
std::vector<Situation> batches(const Tried& tried) {
  std::vector<Situation> batches = {{1, 1}, {1, 2}, {1, 9}};
  std::ranges::copy(fitting(tried, {wider, widest}), std::back_inserter(batches));
  return batches;
}

void require_contrastive_shapes(const Tried& tried) {
  const auto criterion = tried.make<ContrastiveCriterion>();
  for (const Situation& situation : batches(tried)) {
    const TrialTriple given(situation);
    const ContrastiveLoss loss =
        criterion->forward(given.reference, given.positive, given.negative);
    const std::string of = " of " + std::to_string(situation.rows) + " samples";
    require_loss(loss.total, given.reference, true, "its total" + of);
    require_part(loss.alignment, given.reference, "its alignment" + of);
    require_part(loss.uniformity, given.reference, "its uniformity" + of);
  }
}

void require_supervised_shapes(const Tried& tried) {
  const auto criterion = tried.make<SupervisedCriterion>();
  for (const Situation& situation : batches(tried))
    for (const TrialPrediction& given : taken_predictions(*criterion, situation))
      require_loss(criterion->forward(given.prediction, given.targets), given.prediction, true,
                   "its loss of " + std::to_string(situation.rows) + " samples");
}

/// What was handed in, held to keep its values.
class Kept {
 public:
  explicit Kept(std::vector<NamedTensor> given) : given_(std::move(given)) {
    for (const NamedTensor& one : given_) values_.push_back(one.tensor.detach().clone());
  }
  void require() const {
    for (std::size_t i = 0; i < given_.size(); ++i)
      if (!at::equal(given_[i].tensor.detach(), values_[i]))
        throw Error("it wrote into the " + given_[i].name + " that it was given");
  }

 private:
  std::vector<NamedTensor> given_;
  std::vector<at::Tensor> values_;
};

void require_contrastive_inputs_kept(const Tried& tried) {
  const auto criterion = tried.make<ContrastiveCriterion>();
  const TrialTriple given({});
  const Kept kept(
      {{"reference", given.reference}, {"positive", given.positive}, {"negative", given.negative}});
  criterion->forward(given.reference, given.positive, given.negative);
  kept.require();
}

void require_supervised_inputs_kept(const Tried& tried) {
  const auto criterion = tried.make<SupervisedCriterion>();
  for (const TrialPrediction& given : taken_predictions(*criterion, {})) {
    const Kept kept({{"prediction", given.prediction}, {"target", given.targets.target}});
    criterion->forward(given.prediction, given.targets);
    kept.require();
  }
}

/// What several ranks do: each a part of the references, with the negatives of all.
void require_mean_over_references(const Tried& tried) {
  const auto criterion = tried.make<ContrastiveCriterion>();
  if (!criterion->is_mean_over_references()) return;
  const TrialTriple given({});
  const std::int64_t rows = given.reference.size(0), cut = 2;
  const auto total_of = [&](std::int64_t begin, std::int64_t size) {
    const at::Tensor total = criterion
                                 ->forward(given.reference.narrow(0, begin, size),
                                           given.positive.narrow(0, begin, size), given.negative)
                                 .total;
    return total.item<double>() * static_cast<double>(size) / static_cast<double>(rows);
  };
  const double whole = total_of(0, rows), parts = total_of(0, cut) + total_of(cut, rows - cut);
  if (std::abs(whole - parts) > 1e-4 * std::max(1.0, std::abs(whole)))
    throw Error("its total of all references is " + number_text(whole, 6) +
                ", the mean of those of its parts " + number_text(parts, 6) +
                ": it is no mean over the references, as is_mean_over_references() says");
}

/// A target that libtorch would repeat over samples or dimensions is a mistake of the config.
void require_no_broadcast(const Tried& tried) {
  const auto criterion = tried.make<SupervisedCriterion>();
  for (const TrialPrediction& given : taken_predictions(*criterion, {})) {
    const at::Tensor first = given.targets.target.narrow(0, 0, 1);
    try {
      criterion->forward(given.prediction, {first, given.targets.others});
    } catch (const Error&) {
      continue;
    } catch (const std::exception& error) {
      throw Error(
          "a target of one row for several predictions ends in an exception that is not a "
          "facet::Error: " +
          reason_of(error));
    }
    throw Error("a target of one row for several predictions is repeated, and not refused");
  }
}

void require_handles(const Criterion& criterion) {
  std::set<std::string> names;
  for (const NamedTensor& own : criterion.state())
    if (!names.insert(own.name).second)
      throw Error("two tensors of its state are called '" + own.name + "'");
  const auto once = criterion.state(), again = criterion.state();
  for (std::size_t i = 0; i < once.size(); ++i)
    if (again.size() != once.size() || !again[i].tensor.is_same(once[i].tensor))
      throw Error("its state() gives other tensors each time, and what was trained is lost");
}

/// A criterion that was used, moved a little as by an optimizer, and a new one with its state.
void require_saved_state(const Tried& tried) {
  const auto used = tried.make<Criterion>(), fresh = tried.make<Criterion>();
  require_handles(*used);
  const auto step = [&](const std::shared_ptr<Criterion>& criterion, const Situation& situation) {
    return use_of(tried, criterion)(situation);
  };
  for (std::uint64_t seed = 1; seed < 4; ++seed) step(used, {seed, 5});
  for (const NamedTensor& own : used->state())
    if (own.tensor.is_floating_point()) own.tensor.detach().mul_(1.01);
  const auto from = used->state(), to = fresh->state();
  for (std::size_t i = 0; i < to.size(); ++i)
    to[i].tensor.detach().copy_(from.at(i).tensor.detach());
  require_same(step(fresh, {9, 5}), step(used, {9, 5}), 0,
               "given the state() of one that was used");
}

}  // namespace

Checks criterion_checks(const std::string& form) {
  const bool contrastive = form == ContrastiveCriterion::form;
  Checks checks = {
      {"shapes", "its losses are scalars with a gradient, for one sample as for several",
       contrastive ? require_contrastive_shapes : require_supervised_shapes},
      {"inputs", "what it is given has the same values afterwards",
       contrastive ? require_contrastive_inputs_kept : require_supervised_inputs_kept},
      {"state", "a new one with the state() of a used one gives the same", require_saved_state}};
  if (contrastive)
    checks.push_back({"mean", "where it says that it is a mean over the references, it is one",
                      require_mean_over_references});
  else
    checks.push_back(
        {"broadcast", "a target that does not fit is refused, not repeated", require_no_broadcast});
  return checks;
}

}  // namespace facet
