#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "apps/facet/plugin/plugin_actions.h"
#include "apps/facet/usage.h"
#include "facet/text.h"
#include "framework/config/overrides.h"
#include "framework/conformance/check_conformance.h"
#include "framework/plugin_loader/plugin_loader.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Tells outcomes as they come, and counts them.
class Outcomes {
 public:
  explicit Outcomes(bool json) : json_(json) {}

  void tell(const ConformanceOutcome& outcome) {
    ++(outcome.passed() ? passed_ : outcome.not_tried.empty() ? failed_ : not_tried_);
    json_ ? add(outcome) : write(outcome);
  }
  int finish() {
    if (json_) {
      std::cout << json_text(list_);
    } else {
      write_not_tried();
      std::cout << passed_ + failed_ + not_tried_ << " checks: " << passed_ << " passed, "
                << failed_ << " failed";
      if (not_tried_ > 0) std::cout << ", " << not_tried_ << " not tried";
      std::cout << '\n';
    }
    return failed_ == 0 ? exit_done : exit_failed;
  }

 private:
  void add(const ConformanceOutcome& outcome) {
    list_.push_back({{"kind", outcome.kind},
                     {"component", outcome.component},
                     {"check", outcome.check},
                     {"tried", outcome.tried},
                     {"passed", outcome.passed()}});
    if (!outcome.failure.empty()) list_.back()["failure"] = outcome.failure;
    if (!outcome.not_tried.empty()) list_.back()["not_tried"] = outcome.not_tried;
  }
  void write(const ConformanceOutcome& outcome) {
    const std::string heading = outcome.kind + " " + outcome.component;
    if (heading != heading_) {
      write_not_tried();
      std::cout << heading << '\n';
    }
    heading_ = heading;
    if (!outcome.not_tried.empty()) {
      why_not_ = outcome.not_tried;
      ++left_out_;
      return;
    }
    std::cout << (outcome.failure.empty() ? "  passed  " : "  FAILED  ") << outcome.check << ": "
              << outcome.tried << '\n';
    if (!outcome.failure.empty()) std::cout << "          " << printable(outcome.failure) << '\n';
    std::cout.flush();
  }

  /// In one line for a component.
  void write_not_tried() {
    if (left_out_ > 0)
      std::cout << "  not tried: " << left_out_ << (left_out_ == 1 ? " check" : " checks")
                << ", since " << why_not_ << '\n';
    left_out_ = 0;
  }

  bool json_;
  nlohmann::ordered_json list_ = nlohmann::ordered_json::array();
  std::string heading_;
  std::string why_not_;
  int left_out_ = 0;
  int passed_ = 0, failed_ = 0, not_tried_ = 0;
};

/// A file, or the name of a plugin where plugins are looked for, or of a pack with one plugin.
std::string plugin_file(const std::string& given) {
  if (fs::path(given).extension() == ".cpp")
    throw Error(given + ": is a source file: `facet plugin build " + given +
                "` makes a plugin of it, which `facet plugin check " +
                fs::path(given).stem().string() + "` checks");
  if (given.find('/') != std::string::npos || fs::exists(given)) return given;
  const auto registry = open_registry();
  std::vector<std::string> plugins;  // of a pack of this name
  for (const PluginInfo* plugin : registry->plugins()) {
    if (plugin->name == given) return plugin->path;
    if (plugin->pack && plugin->pack->name == given) plugins.push_back(plugin->path);
  }
  for (const RefusedPlugin& refused : registry->refused()) {  // the check says why
    const fs::path file = refused.path;
    if (file.extension() != ".so" && file.extension() != ".pt") continue;
    if (file.stem() == given) return file;
    if (file.parent_path().parent_path().filename() == given) plugins.push_back(file);
  }
  if (plugins.empty())
    throw Error(given +
                ": there is no such file, and neither an installed pack nor a plugin of "
                "this name (see facet plugin list)");
  if (plugins.size() > 1)
    throw Error("the pack " + given + " has several plugins: check one of " + join(plugins));
  return plugins[0];
}

int run_plugin_check(const Given& given) {
  ConformanceTrial trial;
  trial.plugin = plugin_file(given["FILE"].as<std::string>());
  if (given.count("COMPONENT")) trial.component = given["COMPONENT"].as<std::string>();
  if (const auto options = given["set"].as<Texts>(); !options.empty()) {
    if (trial.component.empty()) wrong_usage("--set is for one COMPONENT, which is missing");
    apply_overrides(trial.options, options);
  }
  trial.sample = given["sample"].as<std::string>();
  trial.num_neurons = given["neurons"].as<std::int64_t>();
  if (trial.num_neurons < 1) wrong_usage("--neurons must be at least 1");
  trial.time_limit = std::chrono::seconds(given["time-limit"].as<int>());
  if (trial.time_limit.count() < 1) wrong_usage("--time-limit must be at least 1");
  Outcomes outcomes(given.count("json") > 0);
  check_conformance(trial, [&](const ConformanceOutcome& outcome) { outcomes.tell(outcome); });
  return outcomes.finish();
}

}  // namespace

Command plugin_check_command() {
  namespace po = boost::program_options;
  Command command{"check", "tries whether it keeps what the sdk promises", {"FILE", "[COMPONENT]"}};
  command.description =
      "Tries whether the components of a plugin keep what the headers of the sdk promise. Each "
      "check runs in a process of its own. FILE may be the name of an installed plugin, too.";
  command.options.add_options()("set", texts_of("OPTION=VALUE"),
                                "an option of COMPONENT; may be given several times")(
      "sample", text_of("FILE")->default_value("", ""), "a file that a reader is tried on")(
      "neurons", po::value<std::int64_t>()->value_name("N")->default_value(4),
      "of the recordings that a model is tried on")(
      "time-limit", po::value<int>()->value_name("SECONDS")->default_value(60), "for each check");
  command.examples = {
      {"facet plugin check my_loss", "all components of an installed plugin"},
      {"facet plugin check build/lab.so MarginLoss --set margin=0.5", "one of them"}};
  command.reports = true;
  command.run = run_plugin_check;
  return command;
}

}  // namespace facet
