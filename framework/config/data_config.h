#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facet/options.h"

namespace facet {

/// What is read of one recording, and what of it is used.
struct RecordingConfig {
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

/// `[data]`: what is read and what of it is trained on.
struct DataConfig : RecordingConfig {
  bool zscore = false;  ///< channel by channel, over the bins that are trained on

  static void describe(OptionsDescription<DataConfig>& options);
};

}  // namespace facet
