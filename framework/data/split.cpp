#include "framework/data/split.h"

#include <algorithm>
#include <cmath>

#include "facet/error.h"

namespace facet {

namespace {

/// The first bin that is held out; the number of bins when none is.
std::int64_t first_held_out(const Recording& recording, const RecordingConfig& config) {
  const std::int64_t num_bins = recording.num_bins();
  if (config.validation_from) return *config.validation_from;
  if (!config.validation) return num_bins;
  const auto kept = static_cast<double>(num_bins) * (1 - *config.validation);
  const auto first = static_cast<std::int64_t>(std::llround(kept));
  if (!config.trials) return first;
  const Bins bins(recording.segments);
  const Segment* trial = bins.segment_of(std::min(first, num_bins - 1));
  return trial ? trial->begin : first;
}

}  // namespace

Split split_recording(const Recording& recording, const RecordingConfig& config) {
  const std::int64_t first = first_held_out(recording, config);
  Split split;
  for (const Segment& segment : recording.segments) {
    const std::int64_t cut = std::clamp(first, segment.begin, segment.end);
    if (cut > segment.begin) split.training.push_back({segment.begin, cut, segment.session});
    if (cut < segment.end) split.held_out.push_back({cut, segment.end, segment.session});
  }
  const bool wanted = config.validation || config.validation_from;
  if (split.training.empty() || (wanted && split.held_out.empty()))
    throw Error(recording.name + ": held out from bin " + std::to_string(first) + " of " +
                std::to_string(recording.num_bins()) + " leaves no bin to " +
                (split.training.empty() ? "train on: hold out less" : "hold out: hold out more"));
  return split;
}

}  // namespace facet
