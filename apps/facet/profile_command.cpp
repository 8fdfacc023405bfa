#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "command_line.h"
#include "commands.h"
#include "exit_codes.h"
#include "facet/atomic_file.h"
#include "framework/figures/text_table.h"
#include "framework/profiling/chrome_trace.h"
#include "framework/profiling/profile_training.h"
#include "framework/profiling/step_profile.h"
#include "framework/run_folder/output_file.h"
#include "framework/run_folder/run_inputs.h"
#include "json_text.h"
#include "messages.h"
#include "opened_config.h"
#include "usage.h"

namespace facet {

namespace {

constexpr std::int64_t warm_up_steps = 10;  // memory is got
constexpr std::int64_t most_steps = 1000;   // all that they did is kept until the end
constexpr std::size_t operations_shown = 15;

std::vector<std::string> row(const StepCost& cost, const StepProfile& whole) {
  return {cost.name, digits(cost.milliseconds, 3),
          digits(100 * cost.milliseconds / whole.milliseconds, 1) + " %"};
}

std::string table_of_parts(const StepProfile& profile) {
  TableRows rows{{"part of a step", "ms", "share"}};
  for (const StepCost& part : profile.parts) rows.push_back(row(part, profile));
  rows.push_back(row({"a step", 1, profile.milliseconds}, profile));
  return text_table(rows, 1);
}

/// The costliest by name, the others as one.
std::string table_of_operations(const StepProfile& profile) {
  TableRows rows{{"operation", "calls", "ms", "share"}};
  const auto add = [&](const StepCost& cost) {
    rows.push_back(row(cost, profile));
    rows.back().insert(rows.back().begin() + 1, digits(cost.calls, 1));
  };
  const auto& all = profile.operations;
  const std::size_t shown = std::min(operations_shown, all.size());
  StepCost others{std::to_string(all.size() - shown) + " others"};
  for (std::size_t i = 0; i < shown; ++i) add(all[i]);
  for (std::size_t i = shown; i < all.size(); ++i) {
    others.calls += all[i].calls;
    others.milliseconds += all[i].milliseconds;
  }
  if (shown < all.size()) add(others);
  return text_table(rows, 1);
}

void write_tables(const StepProfile& profile) {
  std::cout << table_of_parts(profile) << '\n';
  if (profile.drawing_milliseconds > 0)
    std::cout << "Meanwhile the batches of a later step are drawn in threads of their own: "
              << digits(profile.drawing_milliseconds, 3) << " ms.\n\n";
  std::cout << table_of_operations(profile) << std::flush;
}

nlohmann::ordered_json json_of(const std::vector<StepCost>& costs) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const StepCost& cost : costs)
    list.push_back(
        {{"name", cost.name}, {"calls", cost.calls}, {"milliseconds", cost.milliseconds}});
  return list;
}

nlohmann::ordered_json json_of(const StepProfile& profile) {
  return {{"steps", profile.num_steps},
          {"milliseconds", profile.milliseconds},
          {"drawing_milliseconds", profile.drawing_milliseconds},
          {"parts", json_of(profile.parts)},
          {"operations", json_of(profile.operations)}};
}

void tell(const Assembly& assembly) {
  for (const std::string& line : assembly.decisions) std::cerr << line << '\n';
  for (const std::string& line : assembly.warnings.all()) tell_warning(line);
  const c10::Device device = assembly.solver->device();
  if (!device.is_cpu())
    std::cerr << "the times are those of the CPU, which hands work to " << device.str()
              << " and goes on before it is done\n";
}

int run_profile(const Given& given) {
  const std::int64_t num_steps = given["steps"].as<std::int64_t>();
  if (num_steps < 1 || num_steps > most_steps)
    wrong_usage("--steps must be >= 1 and <= " + std::to_string(most_steps) + ", got " +
                std::to_string(num_steps));

  OpenedConfig opened = open_config(given["CONFIG"].as<std::string>(), given["set"].as<Texts>());
  std::optional<AtomicFile> trace;
  if (given.count("trace")) {
    const std::string path = given["trace"].as<std::string>();
    require_output(path, input_files(opened.config), existing_file(given), {".json"});
    trace.emplace(path);
  }
  std::int64_t& steps_of_the_run = opened.config.training.steps;
  steps_of_the_run = std::max(steps_of_the_run, warm_up_steps + num_steps);
  Assembly assembly = assemble(opened.config, *opened.registry);
  tell(assembly);

  const auto operations = profile_training(assembly, warm_up_steps + num_steps);
  const StepProfile profile = step_profile(operations, warm_up_steps);
  if (given.count("json"))
    std::cout << json_text(json_of(profile)) << std::flush;
  else
    write_tables(profile);
  if (trace && std::cout) {
    trace->write(chrome_trace(operations));
    trace->finish();
  }
  return exit_done;
}

}  // namespace

Command profile_command() {
  Command command{"profile", "where the time of a training step goes", {"CONFIG"}};
  command.description = "Where the time of a training step goes. Nothing of the run is written.";
  command.options.add_options()(
      "steps", boost::program_options::value<std::int64_t>()->value_name("N")->default_value(100),
      "training steps that are timed, after 10 that are not")(
      "trace", text_of("FILE"),
      "write all that ran, for chrome://tracing or ui.perfetto.dev (json)")(
      "overwrite", "replaces a file that is there already")(
      "set", texts_of("KEY=VALUE"),
      "overrides a key, such as training.batch_size=100; may be repeated");
  command.examples = {
      {"facet profile run.toml", "the parts of a step, and the costliest operations"},
      {"facet profile run.toml --steps 20 --trace trace.json", "all that ran in 20 steps"}};
  command.reports = true;
  command.run = run_profile;
  return command;
}

}  // namespace facet
