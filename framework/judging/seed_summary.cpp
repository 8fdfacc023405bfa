#include "framework/judging/seed_summary.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>

#include "facet/error.h"

namespace facet {

namespace {

using Json = nlohmann::ordered_json;

/// A range such as [0, 4], which is written 0:4 and is no figure.
bool is_range(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_integer() &&
         value[1].is_number_integer();
}

/// What tells an object from its neighbours: its texts and ranges.
std::string identity(const Json& object) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  for (const auto& [name, value] : object.items()) {
    if (value.is_string()) add(value.get<std::string>());
    if (is_range(value))
      add(std::to_string(value[0].get<std::int64_t>()) + ":" +
          std::to_string(value[1].get<std::int64_t>()));
  }
  return text;
}

/// Calls `action` for every number in `value`, in order, with its name.
void visit_figures(Json& value, const std::string& name,
                   const std::function<void(const std::string&, Json&)>& action) {
  const auto join = [&](const std::string& more) {
    return name.empty() || more.empty() ? name + more : name + " " + more;
  };
  if (value.is_number()) return action(name, value);
  if (is_range(value)) return;
  if (value.is_array())
    for (Json& item : value) visit_figures(item, name, action);
  if (!value.is_object()) return;
  const std::string own = join(identity(value));
  for (const auto& item : value.items())
    visit_figures(item.value(), own.empty() ? item.key() : own + " " + item.key(), action);
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double deviation_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

std::string four_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

std::string table_row(std::string name, std::size_t width, const std::string& mean,
                      const std::string& deviation) {
  name.resize(width, ' ');
  for (const std::string& cell : {mean, deviation})
    name += std::string(cell.size() < 12 ? 12 - cell.size() : 1, ' ') + cell;
  return name + "\n";
}

}  // namespace

SeedSummary::SeedSummary(const std::vector<std::string>& evaluations) {
  std::vector<std::string> names;
  std::vector<std::vector<double>> values;
  Json all;
  for (const std::string& text : evaluations) {
    all = Json::parse(text);
    std::size_t k = 0;
    visit_figures(all, "", [&](const std::string& name, Json& figure) {
      if (&text == &evaluations.front()) {
        names.push_back(name);
        values.emplace_back();
      }
      if (k >= names.size() || names[k] != name)
        throw Error("the runs have other figures than the first, such as '" + name + "'");
      values[k++].push_back(figure.get<double>());
    });
    if (k != names.size())
      throw Error("the runs have other figures than the first: '" + names[k] + "' is missing");
  }
  std::size_t k = 0;
  visit_figures(all, "", [&](const std::string& name, Json& figure) {
    const std::vector<double>& own = values[k++];
    figures_.push_back({name, mean_of(own), deviation_of(own)});
    figure = {{"mean", figures_.back().mean},
              {"standard_deviation", figures_.back().deviation},
              {"values", own}};
  });
  json_ = all.dump(2) + "\n";
}

std::string SeedSummary::to_table() const {
  std::size_t width = std::string("figure").size();
  for (const Figure& figure : figures_) width = std::max(width, figure.name.size());
  std::string text = table_row("figure", width, "mean", "deviation");
  for (const Figure& figure : figures_)
    text += table_row(figure.name, width, four_digits(figure.mean), four_digits(figure.deviation));
  return text;
}

}  // namespace facet
