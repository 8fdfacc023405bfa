#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "facet/export.h"
#include "facet/registrar.h"

namespace facet {

struct CheckedPack;

/// What is found out about a plugin, without running any of its code, be it usable or not. Plain
/// data; a part is empty where it could not be read.
struct FACET_API PluginReport {
  struct Check {
    std::string name;
    std::string what;     ///< what is so of a plugin that passes
    std::string failure;  ///< why this one does not; empty: it does
  };
  /// All of them are made, whatever comes of the first ones: all that is to be mended is seen at
  /// once.
  std::vector<Check> checks;
  /// `plugin`, `version`, and how it was built, as facet/build.h lists it: key and value.
  std::vector<std::pair<std::string, std::string>> note;
  std::string checksum;  ///< `sha256:...`
  std::vector<ComponentInfo> components;

  /// Why the plugin would be refused; empty: it would be used.
  std::string refusal() const;
};

/// `pack` is the one in which the file lies, where that has been checked already. Throws Error,
/// without the path, when the file cannot be opened.
FACET_API PluginReport report_plugin(const std::string& path,
                                     std::shared_ptr<const CheckedPack> pack = nullptr);

}  // namespace facet
