#pragma once

#include <hdf5.h>

#include <functional>
#include <string>

#include "facet/reader.h"
#include "handle.h"
#include "hdf5_errors.h"

namespace facet::hdf5 {

/// An opened HDF5 file.
class File {
 public:
  /// Throws Error that names the path.
  explicit File(const std::string& path);

  operator hid_t() const { return file_; }

 private:
  const QuietErrors quiet_;
  const Handle file_;
};

/// Takes what a file holds.
struct Visitor {
  /// Whether the group's own objects are asked for, too. A group that links lead to is entered
  /// under each of their paths, but for a link in such a group.
  std::function<bool(hid_t group, const std::string& path)> enter;
  std::function<void(const std::string& path)> dataset;
  /// An object that cannot be opened, or a soft or external link that leads nowhere or in a circle.
  std::function<void(const std::string& path, const std::string& why)> damaged;
};

/// All objects of the file, by their paths from the root without the first `/`. Links are followed:
/// what has several paths is given under each. Throws Error where
/// the root cannot be listed.
void visit(hid_t file, const Visitor& visitor);

/// `action()`; puts the file and the array before what an Error says.
at::Tensor read_named(const std::string& path, const std::string& name,
                      const FileArray::Read& action);

}  // namespace facet::hdf5
