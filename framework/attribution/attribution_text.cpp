#include <algorithm>
#include <nlohmann/json.hpp>

#include "framework/attribution/facet_attribution.h"
#include "framework/metrics/number_table.h"

namespace facet {

namespace {

using AttributionRows = std::vector<std::vector<std::string>>;

std::string score_table(const std::vector<FacetAttribution>& attributions) {
  AttributionRows rows = {{"map", "facet", "auROC", "gap (mean)", "gap (min-max)"}};
  for (const FacetAttribution& one : attributions)
    if (one.auroc)
      rows.push_back({one.map, to_string(one.facet), number_cell(one.auroc),
                      number_cell(one.gaps->mean()), number_cell(one.gaps->minmax())});
  return rows.size() == 1 ? "" : number_table(rows, 2) + "\n";
}

/// Two columns for each facet of `map`: the neuron and its value.
std::string ranking_table(const std::vector<FacetAttribution>& attributions, const std::string& map,
                          std::int64_t top) {
  AttributionRows rows(static_cast<std::size_t>(top) + 1);
  rows[0] = {map};
  for (std::size_t rank = 1; rank < rows.size(); ++rank) rows[rank] = {std::to_string(rank)};
  for (const FacetAttribution& one : attributions) {
    if (one.map != map) continue;
    rows[0].insert(rows[0].end(), {to_string(one.facet), "mean"});
    for (std::size_t rank = 1; rank < rows.size(); ++rank) {
      const RankedNeuron& neuron = one.ranking[rank - 1];
      rows[rank].insert(rows[rank].end(),
                        {std::to_string(neuron.neuron), number_cell(neuron.value)});
    }
  }
  return number_table(rows, 1);
}

nlohmann::ordered_json to_object(const Extent& extent) {
  return {{"max", extent.max}, {"mean", extent.mean}, {"min", extent.min}};
}

nlohmann::ordered_json to_object(const AttributionGaps& gaps) {
  return {{"max", gaps.max()},
          {"mean", gaps.mean()},
          {"min", gaps.min()},
          {"minmax", gaps.minmax()},
          {"connected", to_object(gaps.connected)},
          {"nonconnected", to_object(gaps.nonconnected)}};
}

}  // namespace

std::string to_table(const std::vector<FacetAttribution>& attributions, std::int64_t top) {
  std::string text = score_table(attributions);
  std::vector<std::string> told;
  for (const FacetAttribution& one : attributions) {
    if (std::find(told.begin(), told.end(), one.map) != told.end()) continue;
    const auto num_neurons = static_cast<std::int64_t>(one.ranking.size());
    text += (told.empty() ? "" : "\n") +
            ranking_table(attributions, one.map, std::min(top, num_neurons));
    told.push_back(one.map);
  }
  return text;
}

std::string to_json(const std::vector<FacetAttribution>& attributions) {
  auto list = nlohmann::ordered_json::array();
  for (const FacetAttribution& one : attributions) {
    nlohmann::ordered_json item = {{"map", one.map}, {"facet", {one.facet.begin, one.facet.end}}};
    if (one.auroc) item["auroc"] = *one.auroc;
    if (one.gaps) item["gaps"] = to_object(*one.gaps);
    item["ranking"] = nlohmann::ordered_json::array();
    for (const RankedNeuron& neuron : one.ranking)
      item["ranking"].push_back({{"neuron", neuron.neuron}, {"value", neuron.value}});
    list.push_back(std::move(item));
  }
  return list.dump(2) + "\n";
}

}  // namespace facet
