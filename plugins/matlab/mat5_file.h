#pragma once

#include <matio.h>

#include <memory>
#include <string>
#include <vector>

#include "facet/reader.h"
#include "mat5_elements.h"

namespace facet::matlab {

using Variable = std::unique_ptr<matvar_t, void (*)(matvar_t*)>;

/// An opened MAT file of version 5, 6 or 7.
class Mat5File {
 public:
  /// Throws Error where it is no MAT file, or is cut short.
  explicit Mat5File(const std::string& path);

  /// Throws Error where there are variables, and none can be read.
  std::vector<std::string> names() const;
  /// Variables that are not among these names.
  std::vector<OpaqueVariable> opaque() const;
  /// Throws Error where a compressed variable is damaged; others have no checksum.
  void require_checksum(const std::string& name) const;
  /// A variable without its values. Throws Error, which continues the name, where it is damaged.
  Variable info(const std::string& name) const;
  /// The values of a variable, or of a field of the structs in it.
  void read_values(matvar_t& variable) const;

 private:
  const std::string path_;
  const std::unique_ptr<mat_t, int (*)(mat_t*)> file_;
  std::vector<Mat5Element> elements_;
};

/// The variables of such a file, and the fields of structs by dots. Throws Error where it is no MAT
/// file, or is cut short.
FileArrays list_mat5(const std::string& path);

}  // namespace facet::matlab
