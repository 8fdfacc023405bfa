#pragma once

#include <string>

namespace facet {

/// A new folder that takes the place of the one at `path` when it has something in it: at any
/// moment the path has the whole old folder or the new one. Until then it lies beside the other as
/// `.NAME.new`; that name leads to it as long as this object lives. Throws Error that names the
/// path.
class ReplacedFolder {
 public:
  explicit ReplacedFolder(const std::string& path);
  ~ReplacedFolder();  ///< without take_the_place, the new folder goes away
  ReplacedFolder(const ReplacedFolder&) = delete;
  ReplacedFolder& operator=(const ReplacedFolder&) = delete;

  /// Where to write, before and after it has taken the place.
  const std::string& path() const { return new_; }
  /// Removes the old folder with all that is in it. Once.
  void take_the_place();

 private:
  std::string place_, new_, old_;
};

}  // namespace facet
