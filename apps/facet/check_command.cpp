#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "exit_codes.h"
#include "facet/error.h"
#include "framework/assembly/assembly.h"
#include "framework/files/plain_name.h"
#include "framework/run_folder/run_inputs.h"
#include "json_text.h"
#include "messages.h"
#include "opened_config.h"

namespace facet {

namespace {

using nlohmann::ordered_json;

/// Throws OptionsError with all mistakes.
Assembly assembled(const std::string& path, const Texts& overrides) {
  const OpenedConfig opened = open_config(path, overrides);
  for (const std::string& input : input_files(opened.config))
    require_plain_name(std::filesystem::absolute(input));
  return assemble(opened.config, *opened.registry);
}

ordered_json json_of(const Problem& mistake) {
  ordered_json json = {{"file", mistake.where.file}};
  if (mistake.where.line > 0) json["line"] = mistake.where.line;
  if (mistake.where.line > 0) json["column"] = mistake.where.column;
  json["key"] = mistake.key;
  json["what"] = mistake.what;
  return json;
}

int check_as_json(const std::string& path, const Texts& overrides) {
  ordered_json json = {{"config", path}, {"mistakes", ordered_json::array()}};
  try {
    const Assembly assembly = assembled(path, overrides);
    json["decisions"] = assembly.decisions;
    json["warnings"] = assembly.warnings.all();
  } catch (const OptionsError& error) {
    for (const Problem& mistake : error.problems()) json["mistakes"].push_back(json_of(mistake));
  }
  std::cout << json_text(json);
  return json["mistakes"].empty() ? exit_done : exit_mistake;
}

int run_check(const Given& given) {
  const std::string path = given["CONFIG"].as<std::string>();
  const Texts overrides = given["set"].as<Texts>();
  if (given.count("json")) return check_as_json(path, overrides);
  const Assembly assembly = assembled(path, overrides);
  for (const std::string& line : assembly.decisions) std::cerr << line << '\n';
  for (const std::string& line : assembly.warnings.all()) tell_warning(line);
  std::cout << path << ": no mistakes\n";
  return exit_done;
}

}  // namespace

Command check_command() {
  Command command{"check", "all mistakes in a config and the data it names", {"CONFIG"}};
  command.description = "Everything that `train` does but the training.";
  command.options.add_options()("set", texts_of("KEY=VALUE"),
                                "overrides a key, such as training.steps=100; may be repeated");
  command.examples = {{"facet check run.toml", "says what is wrong, and in which line"},
                      {"facet check run.toml --set data.bin=0.02", "with another width of bins"}};
  command.reports = true;
  command.run = run_check;
  return command;
}

}  // namespace facet
