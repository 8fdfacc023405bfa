#include "framework/data/check_recording.h"

#include <string>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/check_signals.h"

namespace facet {

namespace {

/// Labels with a row for each of `count`; `of` names these.
void require_rows(const Labels& labels, std::int64_t count, const std::string& of) {
  if (labels.num_bins() != count)
    throw Error("the labels of the " + of + " have " + std::to_string(labels.num_bins()) +
                " rows, there are " + std::to_string(count) + " " + of);
}

void require_parts(const Recording& recording) {
  require_signals(recording.signals);
  if (!recording.signals.device().is_cpu())
    throw Error("the signals must be on the CPU, they are on " + recording.signals.device().str());
  require_rows(recording.labels, recording.num_bins(), "bins");
  if (!recording.channel_labels.all().empty())
    require_rows(recording.channel_labels, recording.num_channels(), "channels");
  require_segments(recording.segments, recording.num_bins());
  if (Bins(recording.segments).empty())
    throw Error("there is no bin in its segments: a recording without borders is one segment");
  // A sum is quick, and what came from a file was looked at when it was read.
  if (!recording.signals.sum().isfinite().item<bool>())
    check_signals(recording, {{}, {}, [&](std::int64_t bin, std::int64_t channel) {
                                return recording.signals[bin][channel].item<double>();
                              }});
}

}  // namespace

void require_signals(const at::Tensor& signals) {
  if (!signals.defined()) throw Error("there are no signals: their tensor is undefined");
  const std::string must = "the signals must be bins x channels of float32, they are ";
  if (signals.layout() != at::kStrided) throw Error(must + "not stored densely");
  if (signals.dim() != 2 || signals.numel() == 0) throw Error(must + shape_text(signals.sizes()));
  if (signals.scalar_type() != at::kFloat)
    throw Error(must + c10::toString(signals.scalar_type()) + ": convert them by to(at::kFloat)");
}

void require_segments(const std::vector<Segment>& segments, std::int64_t num_bins) {
  for (const Segment& segment : segments)
    if (segment.begin < 0 || segment.end < segment.begin || segment.end > num_bins)
      throw Error("the segment from bin " + std::to_string(segment.begin) + " to " +
                  std::to_string(segment.end) + " is not within the " + std::to_string(num_bins) +
                  " bins");
  Bins{segments};  // throws where they overlap
}

void require_recording(const Recording& recording) {
  try {
    require_parts(recording);
  } catch (const Error& error) {
    throw Error((recording.name.empty() ? "a recording without a name" : recording.name) + ": " +
                error.what());
  }
}

}  // namespace facet
