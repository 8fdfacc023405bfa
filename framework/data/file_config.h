#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"

namespace facet {

/// One file (or folder) of a recording. In a config a path alone stands for one:
/// `file = ["rat.npz", { path = "pose.csv", prefix = "pose." }]`.
struct FACET_API FileConfig {
  std::string path;
  std::optional<ComponentChoice> reader;
  std::string prefix;
  std::vector<std::string> time;
  std::optional<double> rate;
  double start = 0;
  std::optional<std::string> unit;
  std::vector<std::string> intervals;
  std::vector<std::string> events;

  FileConfig() = default;
  FileConfig(std::string file) : path(std::move(file)) {}
  FileConfig(const char* file) : path(file) {}

  static void describe(OptionsDescription<FileConfig>& options);
  void validate(Problems& problems, const std::string& key) const;

  /// Says something of times, which only a recording with `bin` has.
  bool is_timed() const;
};

/// For messages: `left.npz, right.npz`.
FACET_API std::string file_names(const std::vector<FileConfig>& files);

}  // namespace facet
