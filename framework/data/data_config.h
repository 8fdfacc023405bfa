#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/data/array_config.h"
#include "framework/data/file_config.h"

namespace facet {

/// What is read of one recording, and what of it is used.
struct RecordingConfig {
  std::vector<FileConfig> file;
  std::optional<ComponentChoice> reader;
  std::vector<RenameConfig> rename;
  std::optional<double> bin;
  std::optional<double> start;
  std::optional<double> stop;
  double smooth = 0;
  bool causal = false;
  bool rates = false;
  std::vector<AlignConfig> align;
  std::vector<std::string> angles;
  std::vector<FillConfig> fill;
  std::vector<std::string> labels;
  std::vector<std::string> signals{"neural"};
  bool transpose = false;
  Selection neurons;  ///< empty: all channels
  std::vector<std::string> continuous;
  std::vector<std::string> discrete;
  std::optional<std::string> trials;
  std::optional<std::string> time;
  std::string select;  ///< empty: no condition
  Selection epochs;    ///< empty: all bins
  std::optional<double> validation;
  std::optional<std::int64_t> validation_from;
  std::optional<double> test;
  std::optional<std::int64_t> test_from;
  bool held_out_is_test = false;  ///< not of the file: see hold_out_test

  static void describe(auto& options) {
    options.add("file", &RecordingConfig::file,
                "the recording: a file, or several that are joined array by array");
    options.add("rename", &RecordingConfig::rename, "other names for arrays of the files");
    options
        .add("bin", &RecordingConfig::bin,
             "the width of a bin in seconds: event times, such as spikes, are counted, samples and "
             "intervals brought onto the bins; without it the rows of the arrays are the bins")
        .above(0);
    options.add("start", &RecordingConfig::start,
                "with bin: where the first bin begins, in seconds; else where the signals begin");
    options.add("stop", &RecordingConfig::stop,
                "with bin: where the last bin ends at the latest; else where the signals end");
    options
        .add("smooth", &RecordingConfig::smooth,
             "with bin: the standard deviation, in seconds, of the Gaussian that smooths the "
             "counts of events; 0: they stay as they are")
        .at_least(0);
    options.add("causal", &RecordingConfig::causal,
                "smooth by what came before alone, so that no bin knows of later ones");
    options.add("rates", &RecordingConfig::rates, "with bin: events a second instead of counts");
    options.add("align", &RecordingConfig::align, "with bin: how samples are brought onto bins");
    options.add("angles", &RecordingConfig::angles,
                "arrays of angles, which are averaged (with bin) and interpolated as directions");
    options.add("fill", &RecordingConfig::fill,
                "how missing values are filled, within segments: `\"interpolate\"`, or a list of "
                "`{ array = \"position\", by = \"nearest\", gap = 0.25 }`");
    options.add("labels", &RecordingConfig::labels,
                "with bin: arrays that are brought onto the bins beside those that the run names");
    options
        .add("reader", &RecordingConfig::reader,
             "the component that reads the files; else the one of their extension")
        .of_kind("reader");
    options.add(
        "signals", &RecordingConfig::signals,
        "the arrays of signals, bins x channels, joined channel by channel; `unit_*` are all "
        "that begin with unit_");
    options.add("transpose", &RecordingConfig::transpose,
                "the arrays of signals are channels x bins in the files");
    options.add("neurons", &RecordingConfig::neurons,
                "the channels that are used, `[0, 5, [10, 20]]`, or a condition on arrays with one "
                "value for each channel");
    options.add("continuous", &RecordingConfig::continuous, "labels to take as continuous");
    options.add("discrete", &RecordingConfig::discrete, "labels to take as discrete");
    options.add("trials", &RecordingConfig::trials,
                "a discrete label; where it changes is a border that no window crosses");
    options.add("time", &RecordingConfig::time,
                "the array of time stamps; a step of more than 1.5 times their median is a border");
    options.add("select", &RecordingConfig::select,
                "a condition on labels such as `speed > 0.05`; the other bins are cut out");
    options.add(
        "epochs", &RecordingConfig::epochs,
        "the bins [begin, end] that are kept, times where `time` is named; the end itself is "
        "left out");
    options
        .add("validation", &RecordingConfig::validation,
             "the fraction of the bins, at the end or before those of `test`, that is held out for "
             "validation")
        .above(0)
        .below(1);
    options
        .add("validation_from", &RecordingConfig::validation_from, "the first bin that is held out")
        .at_least(1);
    options
        .add("test", &RecordingConfig::test,
             "the fraction of the bins, at the end, that is neither trained on nor validated on: "
             "for a judgement of what was chosen by validation")
        .above(0)
        .below(1);
    options.add("test_from", &RecordingConfig::test_from, "the first bin of the test part")
        .at_least(1);
  }
};

/// `[[data.session]]`: one of several recordings. What it leaves out is as `[data]` has it.
struct SessionConfig : RecordingConfig {
  std::string name;

  static void describe(auto& options) {
    options.add("name", &SessionConfig::name,
                "by which it is called; else its first file's, without extension");
    RecordingConfig::describe(options);
  }
};

/// `[data]`: what is read and what of it is trained on.
struct DataConfig : RecordingConfig {
  std::vector<ComponentChoice> masks;
  bool zscore = false;
  std::vector<SessionConfig> session;  ///< empty: the one recording that [data] itself names

  static void describe(auto& options) {
    RecordingConfig::describe(options);
    options
        .add("masks", &DataConfig::masks,
             "hide parts of the windows while training; of several one is drawn for each pass")
        .of_kind("mask");
    options.add("zscore", &DataConfig::zscore,
                "every channel is brought to mean 0 and standard deviation 1 of the bins that are "
                "trained on");
    options.add("session", &DataConfig::session,
                "one of several recordings; keys that it leaves out are those of [data]");
  }
};

/// Calls `action(recording, key)` for each recording of a run with the key of its section.
template <class Data, class Action>
void for_each_recording(Data& data, const Action& action) {
  if (data.session.empty()) return action(data, "data");
  for (std::size_t i = 0; i < data.session.size(); ++i)
    action(data.session[i], item_key("data.session", i));
}

/// The section of one recording: of the session, or `[data]` itself.
FACET_API const RecordingConfig& recording_of(const DataConfig& data, std::int64_t session);

/// Which session has that name; 0 for an empty name where there is but one recording. Throws Error
/// that lists the names.
FACET_API std::int64_t find_session(const DataConfig& data, const std::string& name);

/// Every session inherits from `[data]` what it leaves out: fills it in, in the table of `[data]`
/// as it was written.
FACET_API void inherit_into_sessions(Table& data);

}  // namespace facet
