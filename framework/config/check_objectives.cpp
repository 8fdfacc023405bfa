#include "framework/config/check_objectives.h"

#include <optional>
#include <string_view>

#include "facet/criterion.h"
#include "framework/embedding/feature_ranges.h"

namespace facet {

namespace {

/// What is wrong with a slice; empty: nothing.
std::string slice_mistake(const std::vector<std::int64_t>& slice,
                          std::optional<std::int64_t> outputs) {
  if (slice.size() != 2) return "must be two integers, begin and end";
  if (slice[0] < 0) return "must begin at 0 or later";
  if (slice[0] >= slice[1]) return "must not be empty, so begin < end";
  if (outputs && slice[1] > *outputs)
    return "must lie within the " + std::to_string(*outputs) + " outputs of the model (num_output)";
  return "";
}

void check_renormalize(const RunConfig& config, std::int64_t outputs, Problems& problems) {
  std::vector<FeatureRange> ranges;
  for (const ObjectiveConfig& objective : config.objective)
    ranges.push_back({objective.slice[0], objective.slice[1]});
  try {
    renormalize_ranges(ranges, outputs);
  } catch (const Error& error) {
    problems.add({}, "model.renormalize", std::string("is not possible: ") + error.what());
  }
}

/// One loss and what it compares.
class PairCheck {
 public:
  PairCheck(const ObjectiveConfig& objective, std::size_t index, Problems& problems)
      : objective_(objective), key_(item_key("objective", index)), problems_(problems) {}

  void contrastive() const {
    if (!objective_.distribution)
      missing("distribution", "the contrastive loss '" + objective_.loss.name + "' needs one");
    if (!objective_.target.empty()) superfluous("target", ContrastiveCriterion::form);
  }

  void supervised() const {
    if (objective_.target.empty())
      missing("target",
              "the supervised loss '" + objective_.loss.name + "' needs the name of a label");
    if (objective_.distribution) superfluous("distribution", SupervisedCriterion::form);
  }

 private:
  void add(const std::string& name, const std::string& what) const {
    problems_.add({}, key_ + "." + name, what);
  }
  void missing(const std::string& name, const std::string& why) const {
    if (!has_problem(problems_, key_ + "." + name)) add(name, "is missing: " + why);
  }
  void superfluous(const std::string& name, std::string_view form) const {
    add(name, "does not go with the " + std::string(form) + " loss '" + objective_.loss.name + "'");
  }

  const ObjectiveConfig& objective_;
  const std::string key_;
  Problems& problems_;
};

}  // namespace

std::optional<std::int64_t> num_output(const RunConfig& config) {
  const Value* value = config.model.options.find("num_output");
  if (!value || !value->is_integer() || value->integer() < 1) return std::nullopt;
  const Value* predicted = config.model.options.find("label_num");
  return value->integer() + (predicted && predicted->is_integer() ? predicted->integer() : 0);
}

std::string form_of(const ComponentChoice& loss, const Registry& registry) {
  try {
    return loss.name.empty() ? "" : registry.find("criterion", loss.name).form;
  } catch (const Error&) {
    return "";
  }
}

void check_slices(const RunConfig& config, Problems& problems) {
  const std::optional<std::int64_t> outputs = num_output(config);
  if (config.objective.empty() && !has_problem(problems, "objective"))
    problems.add({}, "objective",
                 "is missing: at least one [[objective]] with a slice, a loss and a distribution "
                 "(or a target)");
  bool all_right = !config.objective.empty();
  for (std::size_t i = 0; i < config.objective.size(); ++i) {
    const std::string key = item_key("objective", i) + ".slice";
    const std::string mistake = slice_mistake(config.objective[i].slice, outputs);
    all_right = all_right && mistake.empty();
    if (mistake.empty() || has_problem(problems, key)) continue;
    Value::List list(config.objective[i].slice.begin(), config.objective[i].slice.end());
    problems.add({}, key, mistake + ", got " + Value(std::move(list)).to_string());
  }
  if (config.model.renormalize && all_right && outputs)
    check_renormalize(config, *outputs, problems);
}

void check_pairs(const RunConfig& config, const Registry& registry, Problems& problems) {
  for (std::size_t i = 0; i < config.objective.size(); ++i) {
    const PairCheck check(config.objective[i], i, problems);
    const std::string form = form_of(config.objective[i].loss, registry);
    if (form == ContrastiveCriterion::form) check.contrastive();
    if (form == SupervisedCriterion::form) check.supervised();
  }
}

}  // namespace facet
