#include "framework/config/solver_rules.h"

#include "facet/error.h"

namespace facet {

const std::vector<SolverRule>& solver_rules() {
  static const std::vector<SolverRule> rules = {
      {.name = "multiobjective-solver"},
      {.name = "supervised-solver-xcebra", .contrastive = false},
      {.name = "single-session",
       .num_objectives = 1,
       .supervised = false,
       .several_sessions = false},
      {.name = "single-session-aux",
       .num_objectives = 1,
       .supervised = false,
       .several_sessions = false,
       .labelled = true},
      {.name = "single-session-full",
       .num_objectives = 1,
       .supervised = false,
       .several_sessions = false,
       .full_batch = true},
      {.name = "single-session-hybrid",
       .num_objectives = 2,
       .supervised = false,
       .hybrid = true,
       .several_sessions = false},
      {.name = "multi-session", .several_sessions = true},
      {.name = "multi-session-aux", .several_sessions = true, .labelled = true},
      {.name = "unified", .several_sessions = true, .unified = true}};
  return rules;
}

std::vector<std::string> solver_names() {
  std::vector<std::string> names;
  for (const SolverRule& rule : solver_rules()) names.push_back(rule.name);
  return names;
}

const SolverRule& solver_rule(const std::string& name) {
  for (const SolverRule& rule : solver_rules())
    if (rule.name == name) return rule;
  throw Error("there is no solver '" + name + "'" + did_you_mean(name, solver_names()));
}

}  // namespace facet
