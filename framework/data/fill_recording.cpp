#include "framework/data/fill_recording.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/binning/fill.h"
#include "framework/data/borders.h"
#include "framework/data/segments.h"

namespace facet {

namespace {

constexpr double bins_filled = 5;  // where no gap is given

/// The width of a bin in the recording's unit of time, or 1 where it has none.
double width_of_bins(const Labels& labels, const RecordingConfig& config) {
  if (config.bin) return *config.bin;
  if (!config.time || labels.num_bins() < 2) return 1;
  return time_stamps(labels, *config.time).diff().median().item<double>();
}

std::vector<Segment> between_borders(const Labels& labels, RecordingConfig config,
                                     const std::string& key) {
  config.select.clear();
  config.epochs = {};
  return recording_segments(labels, config, key);
}

bool has_missing(const Label& label) {
  return label.kind == LabelKind::continuous ? label.values.isnan().any().item<bool>()
                                             : label.missing.defined();
}

/// Fills a recording array by array.
class RecordingFiller {
 public:
  RecordingFiller(Recording& recording, const RecordingConfig& config, const std::string& key)
      : recording_(recording),
        config_(config),
        width_(width_of_bins(recording.labels, config)),
        segments_(between_borders(recording.labels, config, key)),
        bins_(0, static_cast<double>(recording.num_bins()) * width_, width_),
        labels_(recording.labels.all()) {}

  void fill(const FillConfig& given) {
    Filling filling;
    filling.by = given.by == "nearest" ? FillBy::nearest : FillBy::interpolate;
    filling.gap = given.gap.value_or(bins_filled * width_);
    const bool of_signals = std::find(config_.signals.begin(), config_.signals.end(),
                                      given.array) != config_.signals.end();
    if (of_signals || (given.array.empty() && !are_signals_named())) fill_signals(filling);
    if (of_signals) return;
    if (!given.array.empty()) recording_.labels.find(given.array);
    for (Label& label : labels_)
      if (label.name == given.array ||
          (given.array.empty() && !is_named(label.name) && suits(label, filling)))
        fill_label(label, filling);
  }

  std::vector<std::string> finish() {
    recording_.labels = Labels(recording_.num_bins(), labels_, recording_.labels.unusable());
    return std::move(told_);
  }

 private:
  /// Then what is said of all arrays is not said of it.
  bool is_named(const std::string& array) const {
    return std::ranges::any_of(config_.fill,
                               [&](const FillConfig& fill) { return fill.array == array; });
  }
  bool are_signals_named() const {
    return std::ranges::any_of(config_.signals,
                               [&](const std::string& array) { return is_named(array); });
  }

  static bool suits(const Label& label, const Filling& filling) {
    return label.kind == LabelKind::continuous || filling.by == FillBy::nearest;
  }

  void fill_signals(const Filling& filling) {
    if (!recording_.signals.isnan().any().item<bool>()) return;
    const Filled filled =
        facet::fill(recording_.signals.to(at::kDouble), segments_, bins_, filling);
    recording_.signals = filled.values.to(at::kFloat);
    tell("the signals", filled, filling);
  }

  void fill_label(Label& label, Filling filling) {
    if (!has_missing(label)) return;
    filling.angles =
        std::find(config_.angles.begin(), config_.angles.end(), label.name) != config_.angles.end();
    const Filled filled = label.kind == LabelKind::continuous
                              ? facet::fill(label.values, segments_, bins_, filling)
                              : facet::fill(label.values, label.missing, segments_, bins_, filling);
    label.values = filled.values;
    label.missing.reset();
    if (filled.missing.defined() && filled.missing.any().item<bool>())
      label.missing = filled.missing;
    tell("label '" + label.name + "'", filled, filling);
  }

  void tell(const std::string& what, const Filled& filled, const Filling& filling) {
    told_.push_back(what + ": " + std::to_string(filled.filled) + " of " +
                    std::to_string(recording_.num_bins()) + " bins filled" +
                    (filled.left > 0
                         ? ", " + std::to_string(filled.left) +
                               " left missing (holes of more than " + number_text(filling.gap) + ")"
                         : ""));
  }

  Recording& recording_;
  const RecordingConfig& config_;
  const double width_;
  const std::vector<Segment> segments_;
  const BinClock bins_;
  std::vector<Label> labels_;
  std::vector<std::string> told_;
};

}  // namespace

std::vector<std::string> fill_recording(Recording& recording, const RecordingConfig& config,
                                        const std::string& key) {
  if (config.fill.empty()) return {};
  RecordingFiller filler(recording, config, key);
  Problems problems;
  for (std::size_t i = 0; i < config.fill.size(); ++i)
    problems.attempt({}, item_key(join_key(key, "fill"), i), [&] { filler.fill(config.fill[i]); });
  problems.throw_if_any();
  return filler.finish();
}

}  // namespace facet
