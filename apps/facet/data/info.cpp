#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "apps/facet/data/data_actions.h"
#include "apps/facet/exit_codes.h"
#include "apps/facet/json_text.h"
#include "facet/text.h"
#include "framework/figures/text_table.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "framework/reading/describe_files.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

std::string missing_text(const ArrayDescription& array) {
  return array.missing ? std::to_string(*array.missing) : "-";
}

/// What names and texts of a file may have in them, on one line.
std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char character : printable(text))
    line += character == '\n'   ? std::string("\\n")
            : character == '\t' ? std::string("\\t")
                                : std::string(1, character);
  return line;
}

void write_table(const std::vector<ArrayDescription>& arrays) {
  TableRows rows = {{"name", "shape", "type", "unit", "sampled", "range", "missing", "serves as"}};
  for (const ArrayDescription& array : arrays) {
    if (!array.why_unreadable.empty())
      rows.push_back({array.name, "-", "-", "", "", "", "", "nothing: it " + array.why_unreadable});
    else
      rows.push_back({array.name, array.shape, array.type, array.unit, array.clock, array.range,
                      missing_text(array), array.serves});
  }
  for (auto& row : rows) std::ranges::transform(row, row.begin(), on_one_line);
  std::cout << text_table(rows);
}

nlohmann::ordered_json to_json(const ArrayDescription& array) {
  if (!array.why_unreadable.empty())
    return {{"name", array.name}, {"why_unreadable", array.why_unreadable}};
  nlohmann::ordered_json json = {{"name", array.name},     {"shape", array.shape},
                                 {"type", array.type},     {"unit", array.unit},
                                 {"sampled", array.clock}, {"range", array.range}};
  if (array.missing) json["missing"] = *array.missing;
  json["serves_as"] = array.serves;
  return json;
}

void write_json(const std::vector<ArrayDescription>& arrays, const std::vector<std::string>& fit) {
  nlohmann::ordered_json json = {{"arrays", nlohmann::ordered_json::array()}, {"fit", fit}};
  for (const ArrayDescription& array : arrays) json["arrays"].push_back(to_json(array));
  std::cout << json_text(json);
}

int run_data_info(const Given& given) {
  RecordingConfig config;
  for (const std::string& file : given["FILE"].as<Texts>()) config.file.emplace_back(file);
  if (const auto reader = given["reader"].as<std::string>(); !reader.empty())
    config.reader = ComponentChoice{reader};
  const auto registry = open_registry();
  const FileArrays arrays = list_files(config, *registry).arrays;
  const std::vector<ArrayDescription> described = describe_arrays(arrays);
  const std::vector<std::string> fit = describe_fit(arrays);
  if (given.count("json")) {
    write_json(described, fit);
    return exit_done;
  }
  write_table(described);
  for (const std::string& line : fit) std::cout << on_one_line(line) << '\n';
  return exit_done;
}

}  // namespace

Command data_info_command() {
  Command command{"info", "what files hold, and what it can be in a config", {"FILE..."}};
  command.description = "What files hold, and what each array can be in a config.";
  command.options.add_options()(
      "reader", text_of("NAME")->default_value("", ""),
      "the component that reads the files; else the one of their extension");
  command.examples = {{"facet data info recording.nwb", "a table of its arrays"},
                      {"facet data info spikes.mat position.csv --json", "of two files, as JSON"}};
  command.reports = true;
  command.run = run_data_info;
  return command;
}

}  // namespace facet
