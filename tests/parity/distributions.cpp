#include "parity/distributions.h"

#include <ATen/Functions.h>

#include "parity/components.h"
#include "parity/handlers.h"

namespace facet::parity {

namespace {

std::int64_t num_bins(const ReferenceCase& reference) {
  for (const char* label : {"continuous", "discrete"})
    if (reference.has_input(label)) return reference.input(label).size(0);
  return reference.options.at("num_samples");
}

}  // namespace

SamplingSpace sampling_space(const ReferenceCase& reference) {
  const std::int64_t count = num_bins(reference);
  std::vector<Label> labels;
  if (reference.has_input("continuous")) {
    labels.push_back(
        {"continuous", LabelKind::continuous, reference.input("continuous").to(at::kDouble)});
  }
  if (reference.has_input("discrete"))
    labels.push_back({"discrete", LabelKind::discrete, reference.input("discrete")});
  const Offset window{reference.options.value("left", 0), reference.options.value("right", 1)};
  const std::vector<Segment> segments = {{0, count}};
  return {Labels(count, labels), segments, Bins(segments).fitting(window)};
}

std::shared_ptr<Distribution> create_distribution(const ReferenceCase& reference,
                                                  Registry& registry, const SamplingSpace& space) {
  const auto& options = reference.options;
  const auto make = [&](const char* name, Table table) {
    return create<Distribution>(registry, name, std::move(table), space);
  };
  if (reference.name == "Prior") return nullptr;
  if (reference.name == "TimeContrastive")
    return make("time", {{"time_offset", to_value(options.at("time_offset"))}});
  if (reference.name == "TimedeltaDistribution") {
    return make("time_delta",
                {{"label", "continuous"}, {"time_delta", to_value(options.at("time_delta"))}});
  }
  if (reference.name == "DeltaNormalDistribution") {
    return make("delta_normal",
                {{"label", "continuous"}, {"delta", to_value(options.at("delta"))}});
  }
  if (reference.name == "DiscreteUniform" || reference.name == "DiscreteEmpirical")
    return make("discrete", {{"label", "discrete"}});
  if (reference.name == "MixedTimeDeltaDistribution") {
    return make("mixed", {{"label", "continuous"},
                          {"discrete", "discrete"},
                          {"time_delta", to_value(options.at("time_delta"))}});
  }
  throw NotYetSupported("the distribution " + reference.name);
}

std::shared_ptr<Prior> create_prior(const ReferenceCase& reference, Registry& registry,
                                    SamplingSpace space, const Distribution* distribution) {
  if (distribution) space.bins = distribution->references();
  if (distribution && distribution->default_prior()) {
    return registry.create<Prior>(*distribution->default_prior(), space, reference.name);
  }
  if (reference.name == "DiscreteUniform")
    return create<Prior>(registry, "uniform", {{"label", "discrete"}}, space);
  return create<Prior>(registry, "empirical", {}, space);
}

Arrays distribution_conditional(const ReferenceCase& reference, Registry& registry) {
  const auto distribution = create_distribution(reference, registry, sampling_space(reference));
  const at::Tensor drawn = reference.input("reference").contiguous();
  const std::span<const std::int64_t> references(drawn.data_ptr<std::int64_t>(),
                                                 static_cast<std::size_t>(drawn.numel()));
  Random random(0);
  const auto positives = distribution->sample(references, random);
  const Bins& allowed = distribution->references();
  return {{"positive", at::tensor(positives, at::kLong)},
          {"prior_range", at::tensor({allowed[0], allowed[allowed.size() - 1]}, at::kLong)}};
}

}  // namespace facet::parity
