#include "framework/judging/metrics_file.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "facet/error.h"
#include "framework/files/files.h"
#include "framework/run_folder/step_table.h"

namespace facet {

namespace {

using FlatJson = nlohmann::ordered_json;

void add_last_row(Figures& figures, const std::string& file, const std::string& prefix) {
  if (!path_exists(file)) return;
  for (const auto& [name, values] : read_step_table(file).columns)
    if (!values.empty()) figures.push_back({{PathStep(prefix + name)}, values.back()});
}

}  // namespace

void write_flat_figures(const std::string& path, const Figures& figures) {
  FlatJson flat = FlatJson::object();
  for (const Figure& figure : figures) flat[to_string(figure.path)] = figure.value;
  write_text(path, flat.dump(2, ' ', false, FlatJson::error_handler_t::replace) + "\n");
}

Figures read_flat_figures(const std::string& path) {
  const std::string text = read_text(path);
  Figures figures;
  try {
    const FlatJson flat = FlatJson::parse(text);
    flat.get_ref<const FlatJson::object_t&>();  // throws where it is none
    for (const auto& [name, value] : flat.items())
      figures.push_back({{PathStep(name)}, value.is_null() ? std::nan("") : value.get<double>()});
  } catch (const nlohmann::json::exception&) {
    throw Error(path + ": is damaged: it is not a JSON object of numbers");
  }
  return figures;
}

void write_metrics(const RunFolder& folder, const Figures& figures) {
  Figures all;
  const std::vector<double> steps = read_step_table(folder.history()).steps;
  all.push_back({{"steps"}, steps.empty() ? 0 : steps.back()});
  add_last_row(all, folder.history(), "");
  add_last_row(all, folder.validation(), "validation.");
  append(all, figures);
  write_flat_figures(folder.metrics(), all);
}

}  // namespace facet
