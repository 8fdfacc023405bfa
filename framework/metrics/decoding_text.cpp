#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "framework/metrics/decoding.h"

namespace facet {

namespace {

using Row = std::array<std::string, 8>;

std::string cell(const std::optional<double>& value) {
  if (!value) return "";
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", *value);
  return text;
}

}  // namespace

std::string to_table(const std::vector<DecodingScore>& scores) {
  std::vector<Row> rows = {{"facet", "label", "decoder", "R2", "R2 (1st)", "median error (1st)",
                            "median distance", "accuracy"}};
  for (const DecodingScore& score : scores)
    rows.push_back({to_string(score.facet), score.label, score.decoder, cell(score.r2),
                    cell(score.r2_first), cell(score.median_error_first),
                    cell(score.median_distance), cell(score.accuracy)});
  std::array<std::size_t, 8> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());

  std::string text;
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding(widths[i] - row[i].size(), ' ');
      const bool is_text = i < 3;
      line += (i ? "  " : "") + (is_text ? row[i] + padding : padding + row[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

std::string to_json(const std::vector<DecodingScore>& scores) {
  auto list = nlohmann::ordered_json::array();
  for (const DecodingScore& score : scores) {
    nlohmann::ordered_json item = {{"facet", {score.facet.begin, score.facet.end}},
                                   {"label", score.label},
                                   {"decoder", score.decoder}};
    const auto add = [&](const char* name, const std::optional<double>& value) {
      if (value) item[name] = *value;
    };
    add("r2", score.r2);
    add("r2_first", score.r2_first);
    add("median_error_first", score.median_error_first);
    add("median_distance", score.median_distance);
    add("accuracy", score.accuracy);
    list.push_back(std::move(item));
  }
  return list.dump(2) + "\n";
}

}  // namespace facet
