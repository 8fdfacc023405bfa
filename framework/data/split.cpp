#include "framework/data/split.h"

#include <algorithm>
#include <cmath>

#include "facet/error.h"

namespace facet {

namespace {

/// The first of the last bins, so many in all; where trials are named, the first of its trial.
std::int64_t first_of_last(double fraction, std::int64_t end, const Recording& recording,
                           const RecordingConfig& config) {
  const std::int64_t num_bins = recording.num_bins();
  const auto kept = static_cast<double>(num_bins) * (1 - fraction);
  const std::int64_t first = std::max<std::int64_t>(std::llround(kept) - (num_bins - end), 0);
  if (!config.trials) return first;
  const Bins bins(recording.segments);
  const Segment* trial = bins.segment_of(std::min(first, num_bins - 1));
  return trial ? trial->begin : first;
}

/// Where the parts begin; the number of bins where there is none.
struct Cuts {
  std::int64_t held_out, test;
};

Cuts cuts_of(const Recording& recording, const RecordingConfig& config) {
  const std::int64_t num_bins = recording.num_bins();
  Cuts cuts{num_bins, num_bins};
  if (config.test_from) cuts.test = *config.test_from;
  if (config.test) cuts.test = first_of_last(*config.test, num_bins, recording, config);
  cuts.held_out = std::min(cuts.test, num_bins);
  if (config.validation_from) cuts.held_out = *config.validation_from;
  if (config.validation)
    cuts.held_out = first_of_last(*config.validation, cuts.held_out, recording, config);
  return cuts;
}

void add(std::vector<Segment>& part, const Segment& segment, std::int64_t begin, std::int64_t end) {
  const std::int64_t from = std::max(begin, segment.begin), to = std::min(end, segment.end);
  if (from < to) part.push_back({from, to, segment.session});
}

}  // namespace

Split split_recording(const Recording& recording, const RecordingConfig& config) {
  const std::int64_t num_bins = recording.num_bins();
  const Cuts cuts = cuts_of(recording, config);
  const std::int64_t trained = std::min(cuts.held_out, cuts.test);
  Split split;
  std::vector<Segment> test;
  for (const Segment& segment : recording.segments) {
    add(split.training, segment, 0, trained);
    add(split.held_out, segment, trained, cuts.test);
    add(test, segment, cuts.test, num_bins);
  }
  const std::string name = recording.name + ": ", of = " of " + std::to_string(num_bins);
  if ((config.test || config.test_from) && test.empty())
    throw Error(name + "the test part from bin " + std::to_string(cuts.test) + of +
                " has no bin: make it larger");
  const bool wanted = config.validation || config.validation_from;
  if (split.training.empty() || (wanted && split.held_out.empty()))
    throw Error(name + "held out from bin " + std::to_string(trained) + of + " leaves no bin to " +
                (split.training.empty() ? "train on: hold out less" : "hold out: hold out more"));
  if (config.held_out_is_test) split.held_out = std::move(test);
  return split;
}

void hold_out_test(DataConfig& config) {
  for_each_recording(config, [](RecordingConfig& own, const std::string& key) {
    if (!own.test && !own.test_from)
      throw Error("there is no test part: neither " + join_key(key, "test") + " nor " +
                  join_key(key, "test_from") + " is given");
    own.held_out_is_test = true;
  });
}

}  // namespace facet
