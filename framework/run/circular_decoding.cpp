#include "framework/run/circular_decoding.h"

#include <algorithm>

namespace facet {

namespace {

void add_labels(const LabelChoice& choice, std::vector<std::string>& names) {
  for (const LabelTerm& term : choice.terms)
    if (std::find(names.begin(), names.end(), term.name) == names.end()) names.push_back(term.name);
}

/// The labels that a component's options name.
void add_labels(const std::string& kind, const ComponentChoice& choice, const Registry& registry,
                std::vector<std::string>& names) {
  for (const OptionInfo& option : registry.find(kind, choice.name).options) {
    const Value* given = choice.options.find(option.name);
    if (option.type != OptionType::label || !given || given->is_nothing()) continue;
    LabelChoice labels;
    detail::assign(labels, *given);
    add_labels(labels, names);
  }
}

}  // namespace

std::vector<std::string> trained_labels(const RunConfig& config, const Registry& registry) {
  std::vector<std::string> names;
  for (const ObjectiveConfig& objective : config.objective) {
    if (objective.distribution)
      add_labels("distribution", *objective.distribution, registry, names);
    add_labels(objective.target, names);
    add_labels("criterion", objective.loss, registry, names);
  }
  return names;
}

std::vector<std::string> check_decoding(const RunConfig& config, const Registry& registry,
                                        bool held_out) {
  std::vector<std::string> warnings;
  if (held_out) return warnings;
  for (const std::string& label : trained_labels(config, registry))
    warnings.push_back("label '" + label +
                       "' is decoded from an embedding that was given it: nothing was held out, "
                       "so that its scores say nothing of other data (set data.validation)");
  return warnings;
}

}  // namespace facet
