#include "framework/plugin_loader/plugin_folder.h"

#include <dlfcn.h>

#include <algorithm>

#include "facet/build.h"
#include "facet/error.h"
#include "framework/files/file_kind.h"

namespace facet {

namespace fs = std::filesystem;

namespace {

void require_folder(const fs::path& folder) {
  std::error_code error;
  const fs::file_type type = fs::status(folder, error).type();
  if (type == fs::file_type::not_found) throw Error("there is no such folder");
  if (error) throw Error("it cannot be read: " + error.message());
  if (type != fs::file_type::directory) throw Error("it is " + file_kind(type) + ", not a folder");
}

}  // namespace

std::string built_in_plugins() {
  Dl_info info;
  if (!dladdr(reinterpret_cast<const void*>(&host_build), &info))
    throw Error("libfacet_sdk cannot be found among the loaded libraries");
  return fs::canonical(info.dli_fname).parent_path() / "facet" / "plugins";
}

std::vector<fs::path> libraries_in(const fs::path& folder) {
  require_folder(folder);
  std::vector<fs::path> libraries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->path().extension() == ".so") libraries.push_back(entry->path());
  if (error) throw Error("it cannot be read: " + error.message());
  std::sort(libraries.begin(), libraries.end());
  return libraries;
}

}  // namespace facet
