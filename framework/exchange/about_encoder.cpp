#include "framework/exchange/about_encoder.h"

#include <nlohmann/json.hpp>

#include "framework/config/given_labels.h"

namespace facet {

namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> labels_of(const ObjectiveConfig& objective, const Registry& registry) {
  if (objective.target.empty()) return compared_labels(objective, registry);
  std::vector<std::string> names;
  for (const LabelTerm& term : objective.target.terms) names.push_back(term.name);
  return names;
}

Json facets_of(const RunConfig& config, const Registry& registry) {
  Json facets = Json::array();
  for (const ObjectiveConfig& objective : config.objective) {
    Json facet = {{"slice", objective.slice}, {"loss", objective.loss.name}};
    if (objective.distribution) facet["distribution"] = objective.distribution->name;
    facet["labels"] = labels_of(objective, registry);
    facets.push_back(std::move(facet));
  }
  return facets;
}

Json fill_of(const RecordingConfig& recording) {
  Json fill = Json::array();
  for (const FillConfig& one : recording.fill)
    fill.push_back({{"array", one.array.empty() ? Json() : Json(one.array)},
                    {"by", one.by},
                    {"gap", one.gap ? Json(*one.gap) : Json()}});
  return fill;
}

}  // namespace

std::string about_encoder(const ExportedEncoder& encoder, const RunConfig& config,
                          const RecordingConfig& recording, const std::vector<std::string>& neurons,
                          const Registry& registry) {
  Json about;
  about["facet"] = FACET_VERSION;
  about["model"] = config.model.name;
  about["session"] = encoder.session.empty() ? Json() : Json(encoder.session);
  about["num_neurons"] = encoder.num_neurons;
  about["neurons"] = neurons;
  about["num_output"] = encoder.num_output;
  about["offset"] = {encoder.offset.left, encoder.offset.right};
  about["convolutional"] = encoder.convolutional;
  about["bin"] = recording.bin ? Json(*recording.bin) : Json();
  about["smooth"] = recording.smooth;
  about["causal"] = recording.causal;
  about["rates"] = recording.rates;
  about["fill"] = fill_of(recording);
  about["zscored"] = encoder.zscored;
  about["renormalized"] = config.model.renormalize;
  about["facets"] = facets_of(config, registry);
  return about.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace facet
