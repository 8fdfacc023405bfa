#include "framework/objectives/create_pairs.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/tensor.h>

#include <algorithm>

#include "facet/text.h"
#include "framework/calls/call.h"
#include "framework/layout/session_layout.h"
#include "framework/objectives/held_distribution.h"

namespace facet {

namespace {

LabelKind label_kind(const Labels& labels, const LabelChoice& choice) {
  const bool discrete =
      choice.terms.size() == 1 && labels.find(choice.terms[0].name).kind == LabelKind::discrete;
  return discrete ? LabelKind::discrete : LabelKind::continuous;
}

at::Tensor label_rows(const SampledData& data, const LabelChoice& choice) {
  const Labels& labels = data.sessions->labels();
  return label_kind(labels, choice) == LabelKind::discrete
             ? labels.discrete(choice)
             : labels.continuous(choice).to(at::kFloat);
}

bool accepts(const SupervisedCriterion& criterion, LabelKind kind) {
  return call(criterion, "in accepts()", [&] { return criterion.accepts(kind); });
}

std::vector<OtherLabel> other_labels(const SupervisedCriterion& criterion) {
  return call(criterion, "in other_labels()", [&] { return criterion.other_labels(); });
}

/// ` (classes of label 'side': 0 is 'left', 1 is 'right')`; empty where it holds no text.
std::string numbered_classes(const Label& label) {
  constexpr std::size_t most = 10;
  std::vector<std::string> numbered;
  for (std::size_t i = 0; i < std::min(label.classes.size(), most); ++i)
    numbered.push_back(std::to_string(i) + " is '" + label.classes[i] + "'");
  if (numbered.empty()) return "";
  return " (classes of label '" + label.name + "': " + join(numbered) +
         (label.classes.size() > most ? ", ..." : "") + ")";
}

/// A criterion sees the classes' numbers alone.
void check(const SupervisedCriterion& criterion, const FeatureRange& slice, const Targets& targets,
           const Label& label) {
  try {
    criterion.check(slice.size(), targets);
  } catch (const Error& error) {
    throw Error(error.what() + numbered_classes(label));
  }
}

}  // namespace

Pairs create_positives(Registry& registry, const SampledData& data,
                       const ComponentChoice& distribution, const std::string& key) {
  Pairs pairs;
  for (const SamplingSpace& part : data.layout->parts(data.space)) {
    const Unwritten labels = unwritten(part.labels);
    const auto created = registry.create<Distribution>(distribution, part, key);
    call(*created, "in its constructor", [&] { labels.require(); });
    pairs.distributions.push_back(held_to_its_promises(created, part));
  }
  return pairs;
}

Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const std::vector<LabelChoice>& others) {
  Pairs pairs;
  pairs.targets.target = label_rows(data, target);
  for (const LabelChoice& other : others) pairs.targets.others.push_back(label_rows(data, other));
  return pairs;
}

Pairs create_targets(const SampledData& data, const LabelChoice& target,
                     const SupervisedCriterion& criterion, const std::string& name,
                     const std::string& key, Problems& problems) {
  const LabelKind kind = label_kind(data.sessions->labels(), target);
  if (!accepts(criterion, kind))
    problems.add({}, key + ".target",
                 "is " + to_string(kind) + ", which '" + name +
                     "' does not take: choose another label or loss, or list the label in [data] "
                     "continuous or discrete");
  std::vector<LabelChoice> others;
  for (const OtherLabel& other : other_labels(criterion)) {
    if (other.choice.empty())
      problems.add({}, key + ".loss." + other.option,
                   "is missing: '" + name + "' needs the name of a label");
    else
      others.push_back(other.choice);
  }
  return create_targets(data, target, others);
}

void check_targets(const SupervisedCriterion& criterion, const FeatureRange& slice,
                   const SampledData& data, const LabelChoice& target, const Pairs& pairs) {
  const bool continuous = pairs.targets.target.is_floating_point();
  if (!accepts(criterion, continuous ? LabelKind::continuous : LabelKind::discrete) ||
      other_labels(criterion).size() != pairs.targets.others.size())
    return;
  const at::Tensor bins = at::tensor(data.space.bins.all(), at::kLong);
  const auto drawn = [&](const at::Tensor& rows) { return rows.index_select(0, bins); };
  Targets targets{drawn(pairs.targets.target), {}};
  for (const at::Tensor& other : pairs.targets.others) targets.others.push_back(drawn(other));
  const Label label = continuous ? Label{} : data.sessions->labels().find(target.terms[0].name);
  call(criterion, "in check()",
       [&] { own_errors_pass([&] { check(criterion, slice, targets, label); }); });
}

std::vector<std::string> check_targets_differ(const SampledData& data,
                                              const std::vector<Pairs>& objectives) {
  const at::Tensor bins = at::tensor(data.space.bins.all(), at::kLong);
  std::vector<std::string> warnings;
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    if (!objectives[i].targets.target.defined()) continue;
    const at::Tensor target = objectives[i].targets.target.index_select(0, bins);
    if (target.ne(target.narrow(0, 0, 1)).any().item<bool>()) continue;
    warnings.push_back(item_key("objective", i) +
                       ": its target is the same in all bins that are trained on, so that there is "
                       "nothing to predict: choose a label that differs, or select bins in which "
                       "it does");
  }
  return warnings;
}

}  // namespace facet
