#include "framework/config/check_run_config.h"

#include <algorithm>
#include <regex>

#include "framework/config/check_data.h"
#include "framework/config/check_objectives.h"
#include "framework/config/check_plugins.h"
#include "framework/config/check_solver.h"

namespace facet {

namespace {

void check_device(const std::string& device, Problems& problems) {
  static const std::regex known("auto|cpu|cuda(:[0-9]+)?");
  if (!std::regex_match(device, known))
    problems.add({}, "training.device",
                 "must be auto, cpu, cuda or cuda:N, got \"" + device + "\"");
}

void check_regularized(const RunConfig& config, Problems& problems) {
  if (!config.training.regularizer) return;
  const auto& objectives = config.training.regularizer->objectives;
  for (std::size_t i = 0; i < objectives.size(); ++i) {
    const std::string key = item_key("training.regularizer.objectives", i);
    if (objectives[i] >= static_cast<std::int64_t>(config.objective.size()))
      problems.add({}, key,
                   "must be one of the " + std::to_string(config.objective.size()) +
                       " objectives, counted from 0, got " + std::to_string(objectives[i]));
  }
}

/// That of a component that is not there, where a run needs it no more, is what it is called.
std::string full_name(const std::string& name, const Registry& registry) {
  try {
    return registry.plugin_of("observer", name).name + "/" + registry.find("observer", name).name;
  } catch (const Error&) {
    return name;
  }
}

/// Two of a component would write the same files.
void check_observers(const RunConfig& config, const Registry& registry, Problems& problems) {
  const auto& observers = config.output.observers;
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < observers.size(); ++i) {
    const std::string full = full_name(observers[i].name, registry);
    const auto first = std::ranges::find(seen, full) - seen.begin();
    if (first < static_cast<std::ptrdiff_t>(i))
      problems.add({}, item_key("output.observers", i),
                   "is " + full + " again, as observers[" + std::to_string(first) +
                       "] is: both would write the same files; leave one of them");
    seen.push_back(full);
  }
}

/// Whether `inner` is `outer`, or lies in it.
bool within(const std::string& inner, const std::string& outer) {
  return inner.starts_with(outer) &&
         (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

}  // namespace

bool has_problem(const Problems& problems, const std::string& key) {
  return std::any_of(problems.all().begin(), problems.all().end(), [&](const Problem& problem) {
    return within(problem.key, key) || within(key, problem.key);
  });
}

void check_run_config(const RunConfig& config, const Registry& registry, Problems& problems) {
  for_each_recording(config.data, [&](const RecordingConfig& recording, const std::string& key) {
    check_recording(recording, key, problems);
  });
  check_sessions(config.data, problems);
  check_device(config.training.device, problems);
  check_plugins(config.plugins, registry, problems);
  check_regularized(config, problems);
  check_observers(config, registry, problems);
  check_slices(config, problems);
  check_pairs(config, registry, problems);
  if (!has_problem(problems, "training.solver")) check_solver(config, registry, problems);
}

void require_usable(const RunConfig& config, const Registry& registry) {
  require_valid(config);
  Problems problems;
  check_run_config(config, registry, problems);
  problems.throw_if_any();
}

void check_data_files(const RunConfig& config, Problems& problems) {
  for_each_recording(config.data, [&](const RecordingConfig& recording, const std::string& key) {
    check_recording_files(recording, key, problems);
  });
}

}  // namespace facet
