#include "time_delta.h"

#include "facet/plugin.h"

namespace facet {

void TimeDelta::Options::describe(OptionsDescription<Options>& options) {
  options.add("label", &Options::label, "the continuous label that is compared").required();
  options.add("time_delta", &Options::time_delta, "bins between the two labels of a difference")
      .at_least(1);
  TiesOption::describe(options);
}

TimeDelta::TimeDelta(const Options& options, const SamplingSpace& space)
    : ties_(options.chosen()),
      bins_(space.bins),
      differences_(space, options.label, options.time_delta),
      search_(differences_.labels(), space.bins) {}

std::vector<std::int64_t> TimeDelta::sample(std::span<const std::int64_t> references,
                                            Random& random) const {
  const at::Tensor queries = differences_.added_to(references, random);
  const auto sessions = deal_out_sessions(bins_, references, random);
  return search_.nearest(queries, sessions, ties_, random);
}

FACET_PLUGIN(registrar) {
  registrar.add<TimeDelta>("time_delta",
                           "positives whose label differs as labels do within a time");
}

}  // namespace facet
