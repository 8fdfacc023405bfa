#include "delta_normal.h"

#include <random>

#include "facet/plugin.h"

namespace facet {

void DeltaNormal::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the continuous label that is compared").required();
  options.add("delta", &Options::delta, "standard deviation of the difference, in every column")
      .above(0);
  TiesOption::describe(options);
}

DeltaNormal::DeltaNormal(const Options& options, const SamplingSpace& space)
    : delta_(options.delta),
      ties_(options.chosen()),
      bins_(space.bins),
      search_(space.labels.continuous(options.label), space.bins) {}

std::vector<std::int64_t> DeltaNormal::sample(std::span<const std::int64_t> references,
                                              Random& random) const {
  std::normal_distribution<double> difference(0, delta_);
  const at::Tensor queries = search_.labels_of(references);
  const std::span values(queries.data_ptr<double>(), static_cast<std::size_t>(queries.numel()));
  for (double& value : values) value += difference(random);
  const auto sessions = deal_out_sessions(bins_, references, random);
  return search_.nearest(queries, sessions, ties_, random);
}

FACET_PLUGIN(registrar) {
  registrar.add<DeltaNormal>(
      "delta_normal", "positives whose label is normally distributed around the reference's");
}

}  // namespace facet
