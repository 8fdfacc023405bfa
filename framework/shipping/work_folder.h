#pragma once

#include <string>

namespace facet {

/// A new folder that goes away with this object, with all that is in it.
class WorkFolder {
 public:
  /// `PLACE/.work-XXXXXX`; makes `place`, too. Throws Error that names it.
  explicit WorkFolder(const std::string& place);
  ~WorkFolder();
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Removes the work folders in `place` that processes left that were killed. No other process may
/// be at work there.
void remove_work_folders(const std::string& place);

}  // namespace facet
