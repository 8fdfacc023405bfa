#include "framework/data/recording_checksum.h"

#include <c10/core/ScalarType.h>

#include "facet/text.h"
#include "framework/files/checksum.h"

namespace facet {

namespace {

/// `Float, 400 x 6, sha256:...`
std::string content(const at::Tensor& array) {
  const at::Tensor values = array.contiguous();
  const std::string_view bytes(static_cast<const char*>(values.data_ptr()), values.nbytes());
  return std::string(c10::toString(values.scalar_type())) + ", " + shape_text(values.sizes()) +
         ", " + checksum(bytes);
}

}  // namespace

RecordingChecksum recording_checksum(const Recording& recording) {
  const std::string signals = "signals: " + content(recording.signals) + "\n";
  std::string labels, segments;
  for (const Label& label : recording.labels.all()) {
    labels += to_string(label.kind) + " label " + label.name + ": " + content(label.values) + "\n";
    if (label.missing.defined()) labels += "missing: " + content(label.missing) + "\n";
    for (const std::string& text : label.classes) labels += "class: " + text + "\n";
  }
  for (const Segment& segment : recording.segments)
    segments +=
        "segment: " + std::to_string(segment.begin) + " to " + std::to_string(segment.end) + "\n";
  return {checksum(signals + labels + segments), checksum(signals + segments)};
}

}  // namespace facet
