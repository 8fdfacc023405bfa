#include "plugin_template.h"

#include <algorithm>
#include <boost/algorithm/string/replace.hpp>
#include <filesystem>

#include "facet/error.h"
#include "framework/files/files.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// What every plugin has, whatever is in it.
constexpr const char* project = "project";

fs::path templates_in(const fs::path& prefix) {
  return prefix / "share" / "facet" / "templates";
}

}  // namespace

std::string program_prefix() {
  fs::path prefix = fs::canonical("/proc/self/exe").parent_path();
  while (!fs::is_directory(templates_in(prefix)) && prefix.has_relative_path())
    prefix = prefix.parent_path();
  if (!prefix.has_relative_path())
    throw Error(
        "the templates of plugins are missing: no folder above this program has a "
        "share/facet/templates");
  return prefix;
}

std::vector<std::string> template_kinds() {
  std::vector<std::string> kinds;
  for (const auto& folder : fs::directory_iterator(templates_in(program_prefix())))
    if (folder.path().filename() != project) kinds.push_back(folder.path().filename());
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

std::string write_plugin_template(const std::string& kind, const std::string& name,
                                  const std::string& parent) {
  const fs::path folder = fs::path(parent) / name;
  if (fs::exists(folder)) throw Error(folder.string() + " is there already");
  const fs::path templates = templates_in(program_prefix());
  fs::create_directories(folder);
  const auto filled_in = [&](std::string text) {
    boost::algorithm::replace_all(text, "my_plugin", name);
    boost::algorithm::replace_all(text, "KIND", kind);
    return text;
  };
  for (const fs::path& from : {templates / project, templates / kind})
    for (const auto& file : fs::directory_iterator(from))
      write_text(folder / filled_in(file.path().filename()), filled_in(read_text(file.path())));
  return folder;
}

}  // namespace facet
