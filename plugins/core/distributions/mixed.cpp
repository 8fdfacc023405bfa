#include "mixed.h"

#include <ATen/ops/index_select.h>
#include <ATen/ops/tensor.h>

#include "facet/plugin.h"
#include "priors.h"

namespace facet {

void Mixed::Options::describe(OptionsDescription<Options>& options) {
  options.add("discrete", &Options::discrete, "the discrete label that is the same").required();
  options.add("label", &Options::label, "the continuous label that is compared").required();
  options.add("time_delta", &Options::time_delta, "bins between the two labels of a difference")
      .at_least(1);
  TiesOption::describe(options);
}

Mixed::Mixed(const Options& options, const SamplingSpace& space)
    : ties_(options.chosen()),
      discrete_(options.discrete),
      bins_(space.bins),
      differences_(space, options.label, options.time_delta),
      classes_(space, options.discrete) {
  classes_.require_in_every_session();
  for (const auto& [value, own] : classes_.bins())
    searches_.emplace(value, LabelSearch(differences_.labels(), own));
}

std::vector<std::int64_t> Mixed::sample(std::span<const std::int64_t> references,
                                        Random& random) const {
  const at::Tensor queries = differences_.added_to(references, random);
  const auto sessions = deal_out_sessions(bins_, references, random);
  std::map<std::int64_t, std::vector<std::int64_t>> places;  // in references, by class
  for (std::size_t i = 0; i < references.size(); ++i)
    places[classes_.class_of(references[i])].push_back(static_cast<std::int64_t>(i));

  std::vector<std::int64_t> positives(references.size());
  for (const auto& [value, own] : places) {
    std::vector<std::int64_t> own_sessions;
    for (const std::int64_t i : own) own_sessions.push_back(sessions[static_cast<std::size_t>(i)]);
    const at::Tensor asked = queries.index_select(0, at::tensor(own, at::kLong));
    const auto found = searches_.at(value).nearest(asked, own_sessions, ties_, random);
    for (std::size_t k = 0; k < own.size(); ++k)
      positives[static_cast<std::size_t>(own[k])] = found[k];
  }
  return positives;
}

std::optional<ComponentChoice> Mixed::default_prior() const {
  return ComponentChoice{"core/uniform",
                         OptionsDescription<UniformPrior::Options>().write({discrete_})};
}

FACET_PLUGIN(registrar) {
  registrar.add<Mixed>(
      "mixed", "positives of the same class whose label differs as labels do within a time");
}

}  // namespace facet
