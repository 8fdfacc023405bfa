#pragma once

#include <string>
#include <vector>

#include "facet/labels.h"
#include "facet/stateful.h"
#include "framework/data/data_config.h"

namespace facet {

/// Arrays beside the signals become labels: of the bins those with a row for each, of the channels
/// those with a row for each of them. What can be neither is kept with the reason.
class LabelMaker {
 public:
  LabelMaker(std::int64_t num_bins, std::int64_t num_channels, const RecordingConfig& config)
      : num_bins_(num_bins), num_channels_(num_channels), config_(config) {}

  /// Floats are continuous (T becomes T x 1), integers and booleans discrete, unless the config
  /// says otherwise. Throws Error for a discrete label of several columns or of fractions.
  void add(const NamedTensor& array);
  void add_unusable(const std::string& name, const std::string& why);

  Labels labels() const { return Labels(num_bins_, labels_, unusable_); }
  Labels channel_labels() const { return Labels(num_channels_, channel_labels_); }
  /// A line for each array, for the user.
  const std::vector<std::string>& decisions() const { return decisions_; }

 private:
  LabelKind kind(const NamedTensor& array) const;
  Label label(const NamedTensor& array) const;

  std::int64_t num_bins_;
  std::int64_t num_channels_;
  const RecordingConfig& config_;
  std::vector<Label> labels_;
  std::vector<Label> channel_labels_;
  std::vector<UnusableLabel> unusable_;
  std::vector<std::string> decisions_;
};

}  // namespace facet
