#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

/// A version: numbers separated by dots, and perhaps a pre-release part, `1.2.0-rc1`, which comes
/// before the version without it. `1.2` and `1.2.0` are the same version.
class FACET_API Version {
 public:
  /// Throws Error for what is no version.
  explicit Version(const std::string& text);

  const std::string& text() const { return text_; }  ///< as it was written
  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return (*this <=> other) == 0; }

 private:
  std::string text_;
  std::vector<std::int64_t> numbers_;
  std::string pre_release_;
};

}  // namespace facet
