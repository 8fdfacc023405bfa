#include "framework/data/trial_segments.h"

namespace facet {

std::vector<Segment> trial_segments(const Labels& labels,
                                    const std::optional<std::string>& trials) {
  if (!trials) return {{0, labels.num_bins()}};
  const at::Tensor values = labels.discrete(trials->c_str());
  const std::int64_t* trial = values.data_ptr<std::int64_t>();
  std::vector<Segment> segments;
  std::int64_t begin = 0;
  for (std::int64_t bin = 1; bin <= labels.num_bins(); ++bin) {
    if (bin < labels.num_bins() && trial[bin] == trial[bin - 1]) continue;
    segments.push_back({begin, bin});
    begin = bin;
  }
  return segments;
}

}  // namespace facet
