#include "framework/packs/plugin_sources.h"

#include <filesystem>

#include "framework/packs/pack_file_name.h"
#include "framework/toml/key_path.h"

namespace facet {

namespace {

void check_source(const std::string& file, const std::string& key, Problems& problems) {
  const bool is_name = problems.attempt({}, key, [&] { require_pack_file_name(file); });
  if (is_name && !is_cxx_source(file))
    problems.add({}, key, "must be a file in C++ (.cpp, .cc or .cxx), got '" + file + "'");
}

}  // namespace

void PluginSources::describe(OptionsDescription<PluginSources>& options) {
  options.add("plugin", &PluginSources::plugin, "the plugin that is built from them").required();
  options.add("files", &PluginSources::files, "its source files, in C++").required();
}

void PluginSources::validate(Problems& problems, const std::string& key) const {
  const std::string of = join_key(key, "files");
  if (files.empty()) problems.add({}, of, "must name a file");
  for (std::size_t i = 0; i < files.size(); ++i) check_source(files[i], item_key(of, i), problems);
}

bool is_cxx_source(const std::string& file) {
  const std::string ending = std::filesystem::path(file).extension();
  return ending == ".cpp" || ending == ".cc" || ending == ".cxx";
}

}  // namespace facet
