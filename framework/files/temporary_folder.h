#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Where files may lie for a moment: $TMPDIR or /tmp. Throws Error where that is no folder.
FACET_API std::string temporary_place();

/// A new, empty folder that goes away with this object, with all that is in it.
class FACET_API TemporaryFolder {
 public:
  TemporaryFolder();  ///< throws Error where none can be made
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace facet
