#include "apps/facet/plugin/compile_plugin.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/algorithm/string/replace.hpp>
#include <cstring>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "apps/facet/plugin/program_prefix.h"
#include "facet/error.h"
#include "facet/text.h"
#include "framework/files/files.h"

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

/// Runs a program, whose stdout goes to stderr: that of this one is for results.
void run_program(std::vector<std::string> words, const std::string& what_failed) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  ::posix_spawn_file_actions_adddup2(&streams, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int error =
      ::posix_spawnp(&child, arguments[0], &streams, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&streams);
  if (error != 0) throw Error(words[0] + " cannot be started: " + std::strerror(error));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  if (status != 0) throw Error(what_failed + ": " + join(words, " "));
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
  run_program(words, source + " cannot be compiled by");
  run_program({host.describe_plugin, library, fs::path(folder) / (name + ".components.json")},
              source + ": what it offers cannot be written down by");
}

}  // namespace facet
