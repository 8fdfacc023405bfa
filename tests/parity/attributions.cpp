#include <ATen/Functions.h>

#include "facet/attribution.h"
#include "framework/attribution/attribution_maps.h"
#include "framework/attribution/attribution_scores.h"
#include "framework/run_folder/model_file.h"
#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

/// The peer's arguments that say how its work is cut up, which changes nothing.
constexpr const char* work_arguments[] = {"batch_size", "internal_batch_size",
                                          "perturbations_per_eval", "attribute_to_neuron_input"};

std::shared_ptr<Attribution> create_method(const ReferenceCase& reference, Registry& registry) {
  std::string name = reference.name;
  const std::string suffix = "-batched";
  if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  Table options = to_table(reference.options.at("arguments"));
  for (const char* argument : work_arguments) options.erase(argument);
  // The peer silences every bin of a window by itself.
  if (name == "feature-ablation") options.set("silence", "bin");
  return create<Attribution>(registry, name, options);
}

at::Tensor scalar(double value) {
  return at::scalar_tensor(value, at::kDouble);
}

}  // namespace

Arrays attribution(const ReferenceCase& reference, Registry& registry) {
  const auto model =
      create_model(registry, reference.options.at("model"), reference.options.at("model_options"));
  copy_state(reference, "state.", model_state(*model));
  Recording recording;
  recording.name = reference.id;
  recording.signals = reference.input("recording");
  recording.segments = {{0, recording.num_bins()}};
  AttributionOptions options;
  options.batch_size = reference.options.at("arguments").value("batch_size", options.batch_size);

  std::map<std::string, std::vector<at::Tensor>> batches;
  attribute(*create_method(reference, registry), *model, recording, options,
            [&](const at::Tensor&, const std::vector<NamedTensor>& maps) {
              for (const NamedTensor& map : maps) batches[map.name].push_back(map.tensor);
            });
  Arrays got;
  for (const auto& [name, maps] : batches) got[name] = at::cat(maps);
  return got;
}

Arrays attribution_auroc(const ReferenceCase& reference, Registry&) {
  return {{"score", scalar(auroc(reference.input("map"), reference.input("ground_truth")))}};
}

Arrays attribution_gaps(const ReferenceCase& reference, Registry&) {
  const at::Tensor& map = reference.input("map");
  const AttributionGaps gaps = facet::attribution_gaps(map, reference.input("ground_truth"));
  return {{"max_connected", scalar(gaps.connected.max)},
          {"mean_connected", scalar(gaps.connected.mean)},
          {"min_connected", scalar(gaps.connected.min)},
          {"max_nonconnected", scalar(gaps.nonconnected.max)},
          {"mean_nonconnected", scalar(gaps.nonconnected.mean)},
          {"min_nonconnected", scalar(gaps.nonconnected.min)},
          {"gap_max", scalar(gaps.max())},
          {"gap_mean", scalar(gaps.mean())},
          {"gap_min", scalar(gaps.min())},
          {"gap_minmax", scalar(gaps.minmax())},
          {"max_jacobian", map.max()},
          {"min_jacobian", map.min()}};
}

}  // namespace facet::parity
