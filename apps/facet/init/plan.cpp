#include "apps/facet/init/plan.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>
#include <bit>

#include "facet/error.h"

namespace facet {

namespace {

constexpr std::int64_t window = 10;   // bins that the encoder sees at once, if it can
constexpr std::int64_t enough = 200;  // bins, for such windows
constexpr double most_without = 0.2;  // of the bins may have no full window
constexpr std::int64_t largest_batch = 512;

struct Parts {
  std::vector<Segment> training, held_out;
};

/// Where the label is known, within the segments of the recording.
std::vector<Segment> used_segments(const Proposal& made, const Recording& recording) {
  if (!made.label) return recording.segments;
  const at::Tensor known =
      recording.labels.find(made.label->value).values.isfinite().all(1).contiguous();
  const bool* is_known = known.data_ptr<bool>();
  std::vector<Segment> used;
  for (const Segment& segment : recording.segments)
    for (std::int64_t bin = segment.begin; bin < segment.end; ++bin) {
      if (!is_known[bin]) continue;
      if (bin == segment.begin || !is_known[bin - 1]) used.push_back({bin, bin});
      used.back().end = bin + 1;
    }
  return used;
}

Parts split_at(const std::vector<Segment>& segments, std::int64_t first) {
  Parts parts;
  for (const Segment& segment : segments) {
    const std::int64_t cut = std::clamp(first, segment.begin, segment.end);
    if (cut > segment.begin) parts.training.push_back({segment.begin, cut});
    if (cut < segment.end) parts.held_out.push_back({cut, segment.end});
  }
  return parts;
}

/// As `data.validation` does: with trials from the start of one.
std::int64_t held_out_from(const Bins& used, const Proposal& made, std::int64_t num_bins) {
  const std::int64_t first = num_bins - num_bins / 5;
  const Segment* trial = made.trials ? used.segment_of(std::min(first, num_bins - 1)) : nullptr;
  return trial ? trial->begin : first;
}

std::int64_t longest(const std::vector<Segment>& segments) {
  std::int64_t size = 0;
  for (const Segment& segment : segments) size = std::max(size, segment.size());
  return size;
}

/// How many bins have a full window and, `offset` bins later, another one.
std::int64_t fitting(const std::vector<Segment>& segments, std::int64_t size,
                     std::int64_t offset = 0) {
  std::int64_t count = 0;
  for (const Segment& segment : segments)
    count += std::max<std::int64_t>(0, segment.size() - size + 1 - offset);
  return count;
}

/// Of the segment in which the middle one of all bins lies, by size.
std::int64_t usual_size(const std::vector<Segment>& segments) {
  std::vector<std::int64_t> sizes;
  for (const Segment& segment : segments) sizes.push_back(segment.size());
  std::ranges::sort(sizes);
  const std::int64_t half = Bins(segments).size() / 2;
  std::int64_t passed = 0;
  for (const std::int64_t size : sizes)
    if ((passed += size) > half) return size;
  return 0;
}

std::string why_single_bins(const Parts& parts, std::int64_t used) {
  if (used < enough) return "there are few";
  const auto full = static_cast<double>(fitting(parts.training, window));
  const auto all = static_cast<double>(Bins(parts.training).size());
  const bool short_ones = full < all * (1 - most_without) ||
                          (!parts.held_out.empty() && longest(parts.held_out) < 2 * window);
  return short_ones ? "the stretches between borders are short" : "";
}

}  // namespace

void plan_training(Proposal& made, const Recording& recording) {
  const Bins used(used_segments(made, recording));
  TrainingPlan& plan = made.plan;
  Parts parts = split_at(used.segments(), held_out_from(used, made, recording.num_bins()));
  const std::int64_t fifth = used.size() / 5;
  if (Bins(parts.held_out).size() * 2 < fifth || parts.training.empty()) {
    plan.held_out_from = used[used.size() - std::max<std::int64_t>(fifth, 1)];
    parts = split_at(used.segments(), *plan.held_out_from);
  }
  plan.validation = longest(parts.held_out) >= 2;
  if (!plan.validation) parts = split_at(used.segments(), recording.num_bins());
  if (longest(parts.training) < 2)
    throw Error("no two bins in a row can be trained on: " + std::to_string(used.size()) + " of " +
                std::to_string(recording.num_bins()) + " bins are used");
  plan.windows = why_single_bins(parts, used.size());
  const std::int64_t size = plan.windows.empty() ? window : 1;
  const std::int64_t held_out =
      plan.validation ? longest(parts.held_out) : usual_size(parts.training);
  const std::int64_t room = std::min(usual_size(parts.training), held_out) - size;
  plan.longest_offset = std::max<std::int64_t>(1, room / 2);
  const auto references = fitting(parts.training, size, made.bins_in(0.5, 10));
  const auto fourth =
      std::bit_floor(static_cast<std::uint64_t>(std::max<std::int64_t>(references / 4, 2)));
  plan.batch_size = std::min(largest_batch, static_cast<std::int64_t>(fourth));
}

}  // namespace facet
