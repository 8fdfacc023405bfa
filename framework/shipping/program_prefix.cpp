#include "framework/shipping/program_prefix.h"

#include "facet/error.h"

namespace facet {

namespace fs = std::filesystem;

namespace {

fs::path shared_in(const fs::path& prefix) {
  return prefix / "share" / "facet";
}

}  // namespace

fs::path program_prefix() {
  fs::path prefix = fs::canonical("/proc/self/exe").parent_path();
  while (!fs::exists(shared_in(prefix) / "plugin_build.json") && prefix.has_relative_path())
    prefix = prefix.parent_path();
  if (!prefix.has_relative_path())
    throw Error(
        "what builds plugins is not installed: no folder above this program has a "
        "share/facet/plugin_build.json (Debian: apt install libfacet-dev)");
  return prefix;
}

fs::path shared_folder() {
  return shared_in(program_prefix());
}

}  // namespace facet
