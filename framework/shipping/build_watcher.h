#pragma once

#include <functional>
#include <string>

namespace facet {

/// Is told when a plugin is built from a pack's sources, which takes a while. Plain data.
struct BuildWatcher {
  /// `why` continues `PLUGIN.so: `: why it is built.
  std::function<void(const std::string& plugin, const std::string& why)> begins;
  std::function<void(const std::string& plugin, double seconds)> ended;
};

}  // namespace facet
