#include "framework/plugin_loader/plugin_folder.h"

#include <dlfcn.h>

#include <algorithm>

#include "facet/build.h"
#include "facet/error.h"

namespace facet {

namespace fs = std::filesystem;

std::string built_in_plugins() {
  Dl_info info;
  if (!dladdr(reinterpret_cast<const void*>(&host_build), &info))
    throw Error("libfacet_sdk cannot be found among the loaded libraries");
  return fs::canonical(info.dli_fname).parent_path() / "facet" / "plugins";
}

std::vector<fs::path> libraries_in(const fs::path& folder) {
  std::vector<fs::path> libraries;
  std::error_code missing;
  for (const auto& entry : fs::directory_iterator(folder, missing))
    if (entry.path().extension() == ".so") libraries.push_back(entry.path());
  std::sort(libraries.begin(), libraries.end());
  return libraries;
}

}  // namespace facet
