#include <nlohmann/json.hpp>

#include "framework/judging/evaluate.h"
#include "framework/metrics/number_table.h"

namespace facet {

namespace {

nlohmann::ordered_json to_object(const DecodingScore& score) {
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
  add("chosen", score.chosen);
  return item;
}

nlohmann::ordered_json to_list(const std::vector<DecodingScore>& scores) {
  auto list = nlohmann::ordered_json::array();
  for (const DecodingScore& score : scores) list.push_back(to_object(score));
  return list;
}

nlohmann::ordered_json to_object(const ObjectiveFit& fit) {
  nlohmann::ordered_json item = {
      {"slice", {fit.slice.begin, fit.slice.end}}, {"loss", fit.loss}, {"value", fit.value}};
  if (fit.bits) item["bits"] = *fit.bits;
  return item;
}

}  // namespace

std::string to_table(const RunEvaluation& evaluation) {
  std::string text;
  if (!evaluation.objectives.empty()) {
    std::vector<std::vector<std::string>> rows = {{"slice", "loss", "held-out", "bits"}};
    for (const ObjectiveFit& fit : evaluation.objectives)
      rows.push_back(
          {to_string(fit.slice), fit.loss, number_cell(fit.value), number_cell(fit.bits)});
    text = number_table(rows, 2) + "\n";
  }
  return text + to_table(evaluation.scores, evaluation.baselines);
}

std::string to_json(const RunEvaluation& evaluation) {
  nlohmann::ordered_json json;
  json["held_out"] = evaluation.held_out;
  json["objectives"] = nlohmann::ordered_json::array();
  for (const ObjectiveFit& fit : evaluation.objectives)
    json["objectives"].push_back(to_object(fit));
  json["decoding"] = to_list(evaluation.scores);
  json["baselines"] = nlohmann::ordered_json::object();
  for (const DecodingBaseline& baseline : evaluation.baselines)
    json["baselines"][baseline.name] = to_list(baseline.scores);
  return json.dump(2) + "\n";
}

}  // namespace facet
