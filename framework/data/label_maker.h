#pragma once

#include <string>
#include <vector>

#include "facet/labels.h"
#include "facet/reader.h"
#include "framework/data/data_config.h"

namespace facet {

/// Arrays beside the signals become labels: of the bins those with a row for each, of the channels
/// those with a row for each of them. Only these are read. What can be neither is kept with the
/// reason, which is told where somebody asks for it.
class LabelMaker {
 public:
  /// `asked`: the labels that a run names, beside those in `config`.
  LabelMaker(std::int64_t num_bins, std::int64_t num_channels, const RecordingConfig& config,
             std::vector<std::string> asked);

  /// Floats are continuous (T becomes T x 1), integers and booleans discrete, unless the config
  /// says otherwise. An array of many columns in a file is left there unless it is asked for.
  void add(const FileArray& array);

  Labels labels() const { return Labels(num_bins_, labels_, unusable_); }
  Labels channel_labels() const {
    return Labels(num_channels_, channel_labels_, unusable_for_channels_);
  }
  /// A line for each array, for the user.
  const std::vector<std::string>& decisions() const { return decisions_; }

 private:
  void add_of_bins(const FileArray& array);
  void add_of_channels(const FileArray& array);
  void leave_out(const FileArray& array, const std::string& why);
  std::string why_no_rows(const FileArray& array) const;
  std::string why_not_read(const FileArray& array) const;
  LabelKind kind(const FileArray& array) const;
  Label label(const FileArray& array) const;

  std::int64_t num_bins_;
  std::int64_t num_channels_;
  const RecordingConfig& config_;
  std::vector<std::string> asked_;
  std::vector<Label> labels_;
  std::vector<Label> channel_labels_;
  std::vector<UnusableLabel> unusable_;
  std::vector<UnusableLabel> unusable_for_channels_;
  std::vector<std::string> decisions_;
};

}  // namespace facet
