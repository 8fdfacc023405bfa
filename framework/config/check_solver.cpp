#include "framework/config/check_solver.h"

#include <algorithm>
#include <variant>

#include "facet/criterion.h"
#include "framework/config/check_objectives.h"
#include "framework/config/solver_rules.h"

namespace facet {

namespace {

class SolverCheck {
 public:
  SolverCheck(const RunConfig& config, const Registry& registry, Problems& problems)
      : config_(config),
        rule_(solver_rule(config.training.solver)),
        registry_(registry),
        problems_(problems) {}

  void check() const {
    check_sessions();
    check_labels();
    check_batch();
    for (std::size_t i = 0; i < config_.objective.size(); ++i) check_form(i);
    const auto given = static_cast<std::int64_t>(config_.objective.size());
    if (rule_.num_objectives > 0 && given > 0 && given != rule_.num_objectives)
      add("training.solver", "'" + rule_.name + "' has " + std::to_string(rule_.num_objectives) +
                                 (rule_.num_objectives == 1 ? " objective" : " objectives") +
                                 ", but there are " + std::to_string(given));
    else if (rule_.hybrid && given == 2)
      check_hybrid();
  }

 private:
  void check_sessions() const {
    const bool several = config_.data.session.size() > 1;
    if (rule_.several_sessions == true && !several)
      add("training.solver", "'" + rule_.name + "' needs two or more [[data.session]]");
    if (rule_.several_sessions == false && several)
      add("training.solver", "'" + rule_.name + "' trains on one recording, but there are " +
                                 std::to_string(config_.data.session.size()) + " sessions");
    if (rule_.unified && config_.training.align_by.empty())
      add("training.align_by", "is missing: the labels by which the solver '" + rule_.name +
                                   "' finds bins that belong together");
    if (!rule_.unified && !config_.training.align_by.empty())
      add("training.align_by", "goes with the solver 'unified' alone");
  }

  void check_labels() const {
    if (!rule_.labelled) return;
    for (std::size_t i = 0; i < config_.objective.size(); ++i)
      if (uses_label(config_.objective[i].distribution) == false)
        add(item_key("objective", i) + ".distribution",
            "must use a label" + for_the_solver() + ", '" +
                config_.objective[i].distribution->name + "' does not");
  }

  void check_batch() const {
    if (rule_.full_batch && std::holds_alternative<std::int64_t>(config_.training.batch_size))
      add("training.batch_size", "must be \"full\"" + for_the_solver());
  }

  void check_form(std::size_t i) const {
    const std::string form = form_of(config_.objective[i].loss, registry_);
    const std::string loss = "'" + config_.objective[i].loss.name + "'";
    if (form == ContrastiveCriterion::form && !rule_.contrastive)
      add(item_key("objective", i) + ".loss", loss + " is contrastive, and the solver '" +
                                                  rule_.name + "' trains supervised losses alone");
    if (form == SupervisedCriterion::form && !rule_.supervised)
      add(item_key("objective", i) + ".loss", loss + " is supervised, and the solver '" +
                                                  rule_.name + "' trains contrastive losses alone");
  }

  void check_hybrid() const {
    const ObjectiveConfig& behaviour = config_.objective[0];
    const ObjectiveConfig& time = config_.objective[1];
    if (uses_label(behaviour.distribution) == false)
      add("objective[0].distribution", "must use a label" + for_the_solver() + ", '" +
                                           behaviour.distribution->name + "' does not");
    if (uses_label(time.distribution) == true)
      add("objective[1].distribution", "must be one of time" + for_the_solver() + ", '" +
                                           time.distribution->name + "' uses a label");
    const auto outputs = num_output(config_);
    if (outputs && time.slice.size() == 2 && time.slice != std::vector<std::int64_t>{0, *outputs})
      add("objective[1].slice",
          "must be the whole embedding, [0, " + std::to_string(*outputs) + "]," + for_the_solver());
    if (behaviour.loss.name != time.loss.name || !(behaviour.loss.options == time.loss.options))
      add("objective[1].loss",
          "must be that of objective[0], options included: they share one "
          "criterion" +
              for_the_solver());
    if (config_.model.renormalize) add("model.renormalize", "must be false" + for_the_solver());
  }

  /// Whether the distribution has an option for a label; nothing where it is not known.
  std::optional<bool> uses_label(const std::optional<ComponentChoice>& distribution) const {
    if (!distribution) return std::nullopt;
    try {
      const auto& options = registry_.find("distribution", distribution->name).options;
      return std::any_of(options.begin(), options.end(),
                         [](const OptionInfo& option) { return option.type == OptionType::label; });
    } catch (const Error&) {
      return std::nullopt;  // told elsewhere
    }
  }

  std::string for_the_solver() const { return " with the solver '" + rule_.name + "'"; }

  void add(const std::string& key, const std::string& what) const {
    if (!has_problem(problems_, key)) problems_.add({}, key, what);
  }

  const RunConfig& config_;
  const SolverRule& rule_;
  const Registry& registry_;
  Problems& problems_;
};

}  // namespace

void check_solver(const RunConfig& config, const Registry& registry, Problems& problems) {
  SolverCheck(config, registry, problems).check();
}

}  // namespace facet
