#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/packs/version.h"

namespace facet {

/// Which versions will do: `>= 1.2, < 2`. All of the conditions must hold; none at all: any
/// version.
class FACET_API VersionConditions {
 public:
  VersionConditions() = default;
  /// Throws Error for what is no such text.
  explicit VersionConditions(const std::string& text);

  bool hold_for(const Version& version) const;

 private:
  struct Condition {
    std::string comparison;
    Version version;
  };
  std::vector<Condition> conditions_;
};

/// A pack, and which of its versions will do: `lab-pack >= 1.2`. Plain data.
struct Requirement {
  std::string pack;
  VersionConditions versions;
};

/// Throws Error for what is no such text.
FACET_API Requirement parse_requirement(const std::string& text);

}  // namespace facet
