#include "framework/shipping/compile_plugin.h"

#include <boost/algorithm/string/replace.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/files.h"
#include "framework/shipping/child_program.h"
#include "framework/shipping/program_prefix.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// How the host was compiled: written when it was configured (sdk/cmake/FacetInstall.cmake).
struct HostBuild {
  std::string compiler, note, describe_plugin;
  std::vector<std::string> compile, link;
};

std::vector<std::string> words_of(const nlohmann::json& list, const std::string& prefix) {
  auto words = list.get<std::vector<std::string>>();
  for (std::string& word : words) boost::algorithm::replace_all(word, "{prefix}", prefix);
  return words;
}

HostBuild read_host_build() {
  const fs::path file = shared_folder() / "plugin_build.json";
  const std::string prefix = program_prefix();
  const auto json = nlohmann::json::parse(read_text(file));
  const std::vector<std::string> programs =
      words_of({json.at("compiler"), json.at("note"), json.at("describe_plugin")}, prefix);
  return {programs[0], programs[1], programs[2], words_of(json.at("compile"), prefix),
          words_of(json.at("link"), prefix)};
}

void run(const std::vector<std::string>& words, const std::string& what_failed) {
  if (run_child(words) != 0) throw Error(what_failed + ": " + join(words, " "));
}

}  // namespace

void compile_plugin(const std::string& source, const std::string& name, const std::string& version,
                    const std::string& folder) {
  const HostBuild host = read_host_build();
  const fs::path library = fs::path(folder) / (name + ".so");
  std::vector<std::string> words = {host.compiler, "-DFACET_PLUGIN_NAME=\"" + name + "\"",
                                    "-DFACET_PLUGIN_VERSION=\"" + version + "\""};
  words.insert(words.end(), host.compile.begin(), host.compile.end());
  words.insert(words.end(), {source, host.note, "-o", library});
  words.insert(words.end(), host.link.begin(), host.link.end());
  run(words, source + " cannot be compiled by");
  run({host.describe_plugin, library, fs::path(folder) / (name + ".components.json")},
      source + ": what it offers cannot be written down by");
}

}  // namespace facet
