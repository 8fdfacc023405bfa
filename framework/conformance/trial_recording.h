#pragma once

#include <string>
#include <vector>

#include "framework/conformance/tried.h"
#include "framework/files/temporary_folder.h"

namespace facet {

/// Whether the reader reads folders, and no files.
bool reads_folders(const Tried& tried);

/// A recording of the reader's format, or what stands in its place, for the time of a check.
class TrialRecording {
 public:
  /// A file of these bytes.
  TrialRecording(const Tried& tried, const std::string& bytes);
  /// A folder with these files, each of these bytes.
  TrialRecording(const Tried& tried, const std::vector<std::string>& files,
                 const std::string& bytes);
  /// A copy of the sample, under its name.
  explicit TrialRecording(const Tried& tried);

  const std::string& path() const { return path_; }
  /// The files that it consists of.
  std::vector<std::string> files() const;

 private:
  TemporaryFolder folder_;
  std::string path_;
};

}  // namespace facet
