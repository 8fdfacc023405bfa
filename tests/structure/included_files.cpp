#include "structure/included_files.h"

#include <filesystem>
#include <regex>

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The path in the tree of what a source names; empty where it is no file of the tree.
std::string find_in_tree(const fs::path& includer, const std::string& name) {
  for (const fs::path& folder : {includer.parent_path(), fs::path(), fs::path("sdk/include"),
                                 fs::path("framework/include")}) {
    const fs::path found = (folder / name).lexically_normal();
    if (fs::is_regular_file(fs::path(FACET_SOURCE_FOLDER) / found)) return found;
  }
  return {};
}

/// The first two folders of a path, `plugins/core/`; empty where it has fewer.
std::string own_folder(const std::string& path) {
  const std::size_t second = path.find('/', path.find('/') + 1);
  return path.find('/') == std::string::npos || second == std::string::npos
             ? ""
             : path.substr(0, second + 1);
}

bool is_in_a_layer(const std::string& path) {
  const std::string folder = own_folder(path);
  return folder.starts_with("framework/") && folder != "framework/include/";
}

bool may_include(const std::string& path, const std::string& included) {
  const std::string own = own_folder(path);
  // What it shares with the commands, none of which has libtorch in it.
  if (own == "apps/launcher/")
    return included.starts_with(own) || included == "apps/facet/exit_codes.h" ||
           included == "apps/facet/standard_streams.h";
  if (included.starts_with("sdk/include/facet/") || included.starts_with(own)) return true;
  if (own.starts_with("framework/")) return is_in_a_layer(included);
  // Which of the framework's headers are public is for the border's test.
  if (own == "apps/facet/")
    return is_in_a_layer(included) || included == "framework/include/facet/framework.h";
  // It drives the engine, as a plugin's author does to test a plugin.
  if ((own == "sdk/templates/" && path.ends_with("_test.cpp")) ||
      (own == "sdk/examples/" && path.find("/tests/") != std::string::npos))
    return included == "framework/include/facet/framework.h";
  // A .mat file of version 7.3 is an HDF5 file.
  if (own == "plugins/matlab/") return included.starts_with("plugins/hdf5/");
  return false;
}

}  // namespace

std::set<std::string> included_files(const std::string& path, const std::string& source) {
  static const std::regex include("(?:^|\n)[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"\n]+)");
  std::set<std::string> files;
  for (std::sregex_iterator at(source.begin(), source.end(), include), end; at != end; ++at) {
    const std::string name = (*at)[2], found = find_in_tree(path, name);
    if (!found.empty())
      files.insert(found);
    else if ((*at)[1] == "\"")
      files.insert(name);
  }
  return files;
}

std::set<std::string> wrong_includes(const std::string& path, const std::string& source) {
  if (own_folder(path).empty()) return {path + " lies in no folder"};
  std::set<std::string> wrong;
  for (const std::string& included : included_files(path, source))
    if (!may_include(path, included)) wrong.insert(path + " includes " + included);
  return wrong;
}

}  // namespace facet
