#include "framework/shipping/compile_plugin.h"

#include <unistd.h>

#include <boost/algorithm/string/replace.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/files.h"
#include "framework/packs/cxx_abi.h"
#include "framework/processes/child_program.h"
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

void run(const std::vector<std::string>& words, const std::string& folder,
         const std::string& what_failed) {
  if (run_child(words, folder) != 0) throw Error(what_failed + ": " + join(words, " "));
}

void require_compiler(const std::string& compiler) {
  if (::access(compiler.c_str(), X_OK) == 0) return;
  throw Error("the compiler with which Facet was built, " + host_compiler() +
              ", is not there: " + compiler + " (Debian: apt install g++)");
}

}  // namespace

void compile_plugin(const PluginSource& source, const std::string& into) {
  const HostBuild host = read_host_build();
  require_compiler(host.compiler);
  const fs::path library = fs::absolute(into) / (source.name + ".so");
  const fs::path components = fs::absolute(into) / (source.name + ".components.json");
  std::vector<std::string> words = {host.compiler, "-DFACET_PLUGIN_NAME=\"" + source.name + "\"",
                                    "-DFACET_PLUGIN_VERSION=\"" + source.version + "\""};
  words.insert(words.end(), host.compile.begin(), host.compile.end());
  words.insert(words.end(), source.files.begin(), source.files.end());  // no path of this machine
  words.insert(words.end(), {host.note, "-o", library});
  words.insert(words.end(), host.link.begin(), host.link.end());
  const std::string files = join(source.files);
  run(words, source.folder, files + " cannot be compiled by");
  fs::permissions(library, fs::perms(0644));  // whatever the umask is
  run({host.describe_plugin, library, components}, "",
      files + ": what it offers cannot be written down by");
  fs::permissions(components, fs::perms(0644));
}

}  // namespace facet
