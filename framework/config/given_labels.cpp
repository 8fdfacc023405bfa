#include "framework/config/given_labels.h"

#include <algorithm>

#include "framework/config/config_file.h"
#include "framework/config/options_within.h"

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
    add_labels(value_as<LabelChoice>(*given), names);
  }
}

/// Goes through a resolved config.
class LabelCollector {
 public:
  explicit LabelCollector(const Registry& registry) : registry_(registry) {}

  void take(const std::vector<OptionInfo>& options, const Table& table) {
    for (const OptionInfo& option : options) {
      const Value* value = table.find(option.name);
      if (value && !value->is_nothing()) take(option, *value);
    }
  }

  const std::vector<std::string>& names() const { return names_; }

 private:
  void take(const OptionInfo& option, const Value& value) {
    if (option.type == OptionType::label) {
      add_labels(value_as<LabelChoice>(value), names_);
    } else if (value.is_list()) {
      for (const Value& item : value.list()) take(option, item);
    } else if (value.is_table()) {
      take(options_within(option, value.table(), registry_), value.table());
    }
  }

  const Registry& registry_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> asked_labels(const RunConfig& config, const Registry& registry) {
  LabelCollector collector(registry);
  collector.take(OptionsDescription<RunConfig>().infos(), write_run_config(config, registry));
  return collector.names();
}

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

std::vector<std::string> compared_labels(const ObjectiveConfig& objective,
                                         const Registry& registry) {
  std::vector<std::string> names;
  if (objective.distribution) add_labels("distribution", *objective.distribution, registry, names);
  return names;
}

std::vector<std::string> check_alignment(const RunConfig& config) {
  std::vector<std::string> names, warnings;
  add_labels(config.training.align_by, names);
  for (const std::string& label : names)
    warnings.push_back("label '" + label +
                       "' is given to the embedding of every bin, held out or not: "
                       "training.align_by chooses by it what the encoder sees of the other "
                       "sessions, so that decoding it says nothing");
  return warnings;
}

std::vector<std::string> check_decoding(const RunConfig& config, const Registry& registry,
                                        bool held_out) {
  std::vector<std::string> warnings = check_alignment(config);
  if (held_out) return warnings;
  std::vector<std::string> aligned;
  add_labels(config.training.align_by, aligned);
  for (const std::string& label : trained_labels(config, registry)) {
    if (std::find(aligned.begin(), aligned.end(), label) != aligned.end()) continue;
    warnings.push_back("label '" + label +
                       "' is decoded from an embedding that was given it: nothing was held out, "
                       "so that its scores say nothing of other data (set data.validation)");
  }
  return warnings;
}

}  // namespace facet
