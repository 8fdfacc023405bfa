#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "integration/small_run.h"
#include "run_program.h"
#include "temporary_folder.h"

namespace facet {

/// The program in a folder with the small run, whose config may choose components of
/// tests/plugins/mistaken.
class MistakenRun : public testing::Test {
 protected:
  MistakenRun() { write_small_run(folder()); }

  ProgramResult facet(std::vector<std::string> words) const {
    words.insert(words.begin(), FACET_PROGRAM);
    return run_program(words, folder());
  }

  static void add_settings(std::vector<std::string>& words,
                           const std::vector<std::string>& settings) {
    for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
  }

  /// Twelve steps with these settings, saved after five, ten and twelve.
  ProgramResult train(const std::vector<std::string>& settings,
                      const std::string& run = "run") const {
    std::vector<std::string> words = {"train", "run.toml", "--out", run, "-q"};
    add_settings(words,
                 {std::string("plugins.path=[\"") + MISTAKEN_FOLDER + "\"]", "training.steps=12",
                  "training.checkpoint_frequency=5", "training.valid_frequency=1000"});
    add_settings(words, settings);
    return facet(words);
  }

  std::string read(const std::string& file) const { return read_text(folder() + "/" + file); }
  nlohmann::json record() const { return nlohmann::json::parse(read("run/run.json")); }
  /// Rows of the run's history.
  std::ptrdiff_t steps_in(const std::string& run = "run") const {
    const std::string text = read(run + "/history.csv");
    return std::count(text.begin(), text.end(), '\n') - 1;
  }
  bool exists(const std::string& file) const {
    return std::filesystem::exists(folder() + "/" + file);
  }

  static std::string last_line(const std::string& text) {
    std::istringstream lines(text);
    std::string last;
    for (std::string line; std::getline(lines, line);)
      if (!line.empty()) last = line;
    return last;
  }

  const std::string& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_;
};

/// A component of the mistaken plugin, as a setting.
inline std::string mistaken(const std::string& key, const std::string& name,
                            const std::string& does, int at = 1) {
  return key + "={ name = \"mistaken/" + name + "\", does = \"" + does +
         "\", at = " + std::to_string(at) + " }";
}

}  // namespace facet
