#include "framework/reading/trials_in_a_row.h"

#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>

#include <algorithm>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/data/own_labels.h"
#include "framework/data/signals.h"

namespace facet {

namespace {

bool is_of_trials(const FileArray& array) {
  return array.is_ragged() ? array.shape().size() == 2 : array.shape().size() == 3;
}

/// The arrays that `config` names as signals; empty where it names none that is there.
std::vector<const FileArray*> signals_of(const FileArrays& file, const RecordingConfig& config) {
  try {
    return find_signals(file, config.signals);
  } catch (const Error&) {
    return {};  // told when the recording is made
  }
}

/// Lays arrays out as the signals are.
class TrialsInARow {
 public:
  TrialsInARow(const FileArray& signals, bool transpose) : signals_(signals) {
    if (signals.is_ragged()) {
      const RaggedValues ragged = signals.read_ragged();
      ends_ = ragged.ends;
      laid_out_ = {{signals.name(), ragged.values}};
    } else {
      lay_out_cube(transpose);
    }
    const at::Tensor begins = at::cat({at::zeros({1}, at::kLong), ends_.slice(0, 0, -1)});
    trial_ = at::arange(num_trials(), at::kLong).repeat_interleave(ends_ - begins);
    laid_out_.emplace_back(trial_of_bin, trial_);
  }

  void add(const FileArray& array) {
    laid_out_.push_back(array.why_unreadable().empty() ? laid_out(array) : array);
  }

  FileArrays arrays() const { return laid_out_; }

  std::string decision() const {
    return "'" + signals_.name() + "' has " + std::to_string(num_trials()) + " trials" +
           (length_ > 0 ? " of " + std::to_string(length_) + " bins" : "") +
           ", one after the other: each is a segment";
  }

 private:
  std::int64_t num_trials() const { return ends_.size(0); }

  void lay_out_cube(bool transpose) {
    const auto sizes =
        transpose ? std::vector<std::int64_t>(signals_.shape().rbegin(), signals_.shape().rend())
                  : signals_.shape();
    length_ = sizes[1];
    ends_ = at::arange(1, sizes[0] + 1, at::kLong) * length_;
    laid_out_.emplace_back(
        signals_.name(), std::vector<std::int64_t>{sizes[0] * sizes[1], sizes[2]}, signals_.type(),
        [array = signals_, transpose, channels = sizes[2]] {
          const at::Tensor values = array.read();
          return (transpose ? values.permute({2, 1, 0}) : values).reshape({-1, channels});
        });
  }

  FileArray laid_out(const FileArray& array) const {
    const std::vector<std::int64_t>& shape = array.shape();
    if (array.is_ragged()) return joined(array);
    const bool of_trials = !shape.empty() && shape[0] == num_trials();
    if (of_trials && length_ > 0 && shape.size() > 1 && shape[1] == length_) return flat(array);
    if (of_trials && shape.size() < 3) return spread(array);
    const bool of_time = !shape.empty() && length_ > 0 && shape[0] == length_ && shape.size() < 3;
    return of_time ? repeated(array) : array;
  }

  FileArray joined(const FileArray& array) const {
    if (array.shape()[0] != num_trials())
      return FileArray::unreadable(array.name(), "has rows of different lengths");
    const RaggedValues ragged = array.read_ragged();
    if (ragged.ends.equal(ends_)) return {array.name(), ragged.values};
    return FileArray::unreadable(
        array.name(), "has other lengths than the trials of the signals '" + signals_.name() + "'");
  }

  static FileArray flat(const FileArray& array) {
    std::vector<std::int64_t> shape(array.shape().begin() + 1, array.shape().end());
    shape[0] *= array.shape()[0];
    return {array.name(), shape, array.type(),
            [array, shape] { return array.read().reshape(shape); }};
  }

  /// One for each bin: the value of its trial.
  FileArray spread(const FileArray& array) const { return taken(array, trial_); }

  FileArray repeated(const FileArray& array) const {
    return taken(array, at::arange(length_, at::kLong).repeat({num_trials()}));
  }

  static FileArray taken(const FileArray& array, const at::Tensor& rows) {
    if (array.is_text())
      return FileArray::text(array.name(), rows.size(0), [array, rows] {
        TextValues text = array.read_text();
        text.codes = text.codes.index_select(0, rows);
        return text;
      });
    std::vector<std::int64_t> shape = array.shape();
    shape[0] = rows.size(0);
    return {array.name(), shape, array.type(),
            [array, rows] { return array.read().index_select(0, rows); }};
  }

  const FileArray signals_;
  std::int64_t length_ = 0;  // of each trial; 0: they differ
  at::Tensor ends_, trial_;
  FileArrays laid_out_;
};

}  // namespace

bool are_trials(const FileArrays& file, const RecordingConfig& config) {
  const auto signals = signals_of(file, config);
  return std::any_of(signals.begin(), signals.end(),
                     [](const FileArray* array) { return is_of_trials(*array); });
}

ArrangedArrays trials_in_a_row(const FileArrays& file, const RecordingConfig& config,
                               const std::string& key) {
  ArrangedArrays arranged{{}, config, {}};
  Problems problems;
  problems.attempt({}, join_key(key, "signals"), [&] {
    const auto signals = find_signals(file, config.signals);
    if (signals.size() > 1)
      throw Error("several arrays of signals cannot be trials x time x channels, as '" +
                  signals[0]->name() + "' and '" + signals[1]->name() + "': name one");
    TrialsInARow row(*signals[0], config.transpose);
    for (const FileArray& array : file)
      if (&array != signals[0]) row.add(array);
    arranged.arrays = row.arrays();
    arranged.decisions = {row.decision()};
  });
  problems.throw_if_any();
  arranged.config.transpose = false;
  return arranged;
}

}  // namespace facet
