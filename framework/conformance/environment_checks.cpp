#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "facet/text.h"
#include "framework/conformance/check.h"
#include "framework/conformance/shared_state.h"
#include "framework/conformance/use.h"
#include "framework/files/temporary_folder.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// A library that is loaded stays open. A model's initial parameters are drawn from the global
/// generator.
void require_unchanged(const Tried& tried, const SharedState& state) {
  const std::string check = state.check;
  Use made;
  if (check == "descriptors") tried.load();
  if (check == "generator" && tried.info().kind == "model") made = new_use(tried);
  const State before = state.now();
  made ? made({}) : use(tried);
  const auto found = differences(before, state.now(), state.is_secret);
  if (!found.empty()) throw Error(join(found));
}

/// In a folder of its own, in which nobody else works at the same time.
void require_the_folder_left_alone(const Tried& tried) {
  const TemporaryFolder folder;
  fs::current_path(folder.path());
  use(tried);
  std::error_code gone;
  const fs::path now = fs::current_path(gone);
  if (now != fs::canonical(folder.path()))
    throw Error("the working folder was another, and is " + now.string());
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path()))
    names.push_back(entry.path().filename().string());
  if (!names.empty()) throw Error("it wrote into the working folder: " + join(names));
}

/// What it printed to stdout, while it was loaded, made, used and destroyed.
std::string printed_by(const Tried& tried) {
  std::FILE* file = std::tmpfile();
  ::dup2(::fileno(file), STDOUT_FILENO);
  use(tried);
  std::fflush(stdout);
  std::rewind(file);
  std::string text(200, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  return text;
}

void require_silent(const Tried& tried) {
  const std::string printed = printed_by(tried);
  if (!printed.empty()) throw Error("it printed to stdout, which is for results: " + printed);
}

}  // namespace

Checks environment_checks() {
  Checks checks = {{"silent", "nothing is printed to stdout", require_silent}};
  checks.push_back({"folder", "afterwards, the working folder is as it was, with nothing new in it",
                    require_the_folder_left_alone});
  for (const SharedState& state : shared_states())
    checks.push_back({state.check, std::string("afterwards, ") + state.what,
                      [&state](const Tried& tried) { require_unchanged(tried, state); }});
  return checks;
}

}  // namespace facet
