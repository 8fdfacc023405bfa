#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// What is read of one recording, and what of it is used.
struct FACET_API RecordingConfig {
  std::vector<std::string> file;          ///< one or several files whose arrays are joined
  std::optional<ComponentChoice> reader;  ///< reads the files whatever their extension
  std::vector<std::string> signals{
      "neural"};                        ///< arrays T x C, joined; `unit_*`: all that begin so
  Selection neurons;                    ///< channels that are used; empty: all
  std::vector<std::string> continuous;  ///< labels that are continuous whatever their type
  std::vector<std::string> discrete;    ///< labels that are discrete whatever their type
  std::optional<std::string> trials;    ///< discrete label whose changes are borders
  std::optional<std::string> time;      ///< time stamps whose gaps are borders
  std::string select;                   ///< a condition on labels; other bins are cut out
  Selection epochs;  ///< bins, or times where `time` is named; the others are cut out
  std::optional<double> validation;  ///< fraction of the bins that is held out, at the end
  std::optional<std::int64_t> validation_from;  ///< first bin that is held out

  static void describe(OptionsDescription<RecordingConfig>& options);
};

/// `[[data.session]]`: one of several recordings. What it leaves out is as `[data]` has it.
struct FACET_API SessionConfig : RecordingConfig {
  std::string name;  ///< empty: that of its first file, without folder and extension

  static void describe(OptionsDescription<SessionConfig>& options);
};

/// `[data]`: what is read and what of it is trained on.
struct FACET_API DataConfig : RecordingConfig {
  std::vector<ComponentChoice> masks;  ///< hide parts of the windows while training
  bool zscore = false;                 ///< channel by channel, over the bins that are trained on
  std::vector<SessionConfig> session;  ///< empty: the one recording that [data] itself names

  static void describe(OptionsDescription<DataConfig>& options);
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
