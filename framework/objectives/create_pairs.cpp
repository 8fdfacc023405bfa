#include "framework/objectives/create_pairs.h"

#include "framework/layout/session_layout.h"

namespace facet {

namespace {

LabelKind label_kind(const Labels& labels, const LabelChoice& choice) {
  const bool discrete =
      choice.terms.size() == 1 && labels.find(choice.terms[0].name).kind == LabelKind::discrete;
  return discrete ? LabelKind::discrete : LabelKind::continuous;
}

at::Tensor label_rows(const SampledData& data, const LabelChoice& choice) {
  const Labels& labels = data.sessions->labels();
  const at::Tensor rows = label_kind(labels, choice) == LabelKind::discrete
                              ? labels.discrete(choice)
                              : labels.continuous(choice).to(at::kFloat);
  return rows.to(data.signals[0].device());
}

}  // namespace

Pairs create_positives(Registry& registry, const SampledData& data,
                       const ComponentChoice& distribution, const std::string& key) {
  Pairs pairs;
  for (const SamplingSpace& part : data.layout->parts(data.space))
    pairs.distributions.push_back(registry.create<Distribution>(distribution, part, key));
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
  if (!criterion.accepts(kind))
    problems.add({}, key + ".target",
                 "is " + to_string(kind) + ", which '" + name +
                     "' does not take: choose another label or loss, or list the label in [data] "
                     "continuous or discrete");
  std::vector<LabelChoice> others;
  for (const OtherLabel& other : criterion.other_labels()) {
    if (other.choice.empty())
      problems.add({}, key + ".loss." + other.option,
                   "is missing: '" + name + "' needs the name of a label");
    else
      others.push_back(other.choice);
  }
  return create_targets(data, target, others);
}

}  // namespace facet
