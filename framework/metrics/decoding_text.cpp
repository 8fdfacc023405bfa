#include <algorithm>

#include "framework/metrics/decoding.h"
#include "framework/metrics/number_table.h"

namespace facet {

namespace {

/// What `baseline` gives where `score` is given.
std::optional<double> merit_beside(const DecodingScore& score, const DecodingBaseline& baseline) {
  for (const DecodingScore& own : baseline.scores)
    if (own.facet == score.facet && own.label == score.label && own.decoder == score.decoder)
      return own.merit();
  return std::nullopt;
}

std::string chosen_cell(const std::optional<double>& value) {
  std::string text = number_cell(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace

std::string to_table(const std::vector<DecodingScore>& scores,
                     const std::vector<DecodingBaseline>& baselines) {
  std::vector<std::vector<std::string>> rows = {{"facet", "label", "decoder", "R2", "R2 (1st)",
                                                 "median error (1st)", "median distance",
                                                 "accuracy", "chosen"}};
  for (const DecodingBaseline& baseline : baselines) rows[0].push_back(baseline.name);
  for (const DecodingScore& score : scores) {
    rows.push_back({to_string(score.facet), score.label, score.decoder, number_cell(score.r2),
                    number_cell(score.r2_first), number_cell(score.median_error_first),
                    number_cell(score.median_distance), number_cell(score.accuracy),
                    chosen_cell(score.chosen)});
    for (const DecodingBaseline& baseline : baselines)
      rows.back().push_back(number_cell(merit_beside(score, baseline)));
  }
  return number_table(rows, 3);
}

}  // namespace facet
