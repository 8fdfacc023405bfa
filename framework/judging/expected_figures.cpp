#include "framework/judging/expected_figures.h"

#include <ATen/ops/ones.h>

#include <optional>

#include "facet/criterion.h"
#include "facet/warning.h"
#include "framework/config/check_objectives.h"
#include "framework/config/given_labels.h"
#include "framework/figures/figure.h"
#include "framework/judging/rows_to_judge.h"
#include "framework/judging/run_facets.h"
#include "framework/metrics/decodable_labels.h"
#include "framework/metrics/decoding.h"
#include "framework/reading/recording_reader.h"

namespace facet {

namespace {

std::vector<std::string> of_objectives(const RunConfig& config, const Registry& registry) {
  std::vector<std::string> names;
  const std::vector<FeatureRange> slices = objective_slices(config);
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const ComponentInfo& loss = registry.find("criterion", config.objective[i].loss.name);
    const std::string name =
        "objectives " + to_string(slices[i]) + " " + loss.name + " objective " + std::to_string(i);
    names.push_back(name + " value");
    if (loss.form == ContrastiveCriterion::form) names.push_back(name + " bits");
  }
  return names;
}

}  // namespace

ExpectedFigures::ExpectedFigures(const RunConfig& config, Registry& registry)
    : registry_(registry) {
  const WarningSink told_when_it_is_trained([](const std::string&) {});
  const RunData data = config.places.add_to_problems_of(
      [&] { return read_run_data(config.data, registry, asked_labels(config, registry)); });
  const std::int64_t num_bins = data.sessions->num_bins();
  const auto rows = rows_to_judge({0, num_bins}, {data.training, data.held_out}, {});
  labels_ = decodable_labels(at::ones({num_bins, 1}), data.sessions->labels(), rows);
}

std::vector<std::string> ExpectedFigures::of(const RunConfig& config) const {
  const std::optional<std::int64_t> outputs = num_output(config);
  if (!outputs) return {};
  std::vector<std::string> names = of_objectives(config, registry_);
  for (const FeatureRange& facet : run_facets(config, *outputs))
    for (const Label& label : labels_)
      for (const std::string& figure : decoding_figures(label.kind))
        names.push_back("decoding " + to_string(facet) + " " + label.name + " " + figure);
  return names;
}

}  // namespace facet
