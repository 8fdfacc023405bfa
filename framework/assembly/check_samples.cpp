#include "framework/assembly/check_samples.h"

#include "framework/config/given_labels.h"
#include "framework/data/sessions.h"
#include "framework/training/sample_checks.h"

namespace facet {

namespace {

std::vector<std::vector<ComparedLabel>> labels_of_objectives(const RunConfig& config,
                                                             const Labels& labels,
                                                             const Registry& registry) {
  std::vector<std::vector<ComparedLabel>> all;
  for (const ObjectiveConfig& objective : config.objective) {
    all.emplace_back();
    for (const std::string& name : compared_labels(objective, registry))
      all.back().push_back({name, labels.find(name).values});
  }
  return all;
}

}  // namespace

std::vector<std::string> check_samples(const Loader& loader, const RunConfig& config,
                                       const SampledData& training, const Registry& registry) {
  const std::vector<SampleBatch> batches = first_batches(loader);
  const auto labels = labels_of_objectives(config, training.sessions->labels(), registry);
  std::vector<std::string> warnings;
  for (const auto& found :
       {check_positives(batches), check_negatives(batches, labels), check_sessions(batches)})
    warnings.insert(warnings.end(), found.begin(), found.end());
  return warnings;
}

}  // namespace facet
