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
  while (!fs::is_directory(shared_in(prefix)) && prefix.has_relative_path())
    prefix = prefix.parent_path();
  if (!prefix.has_relative_path())
    throw Error("a part of Facet is missing: no folder above this program has a share/facet");
  return prefix;
}

fs::path shared_folder() {
  return shared_in(program_prefix());
}

}  // namespace facet
