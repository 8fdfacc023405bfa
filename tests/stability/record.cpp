#include "stability/record.h"

#include <torch/version.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "framework/files/files.h"
#include "framework/plugin_loader/plugin_loader.h"
#include "stability/class_layouts.h"
#include "stability/component_options.h"
#include "stability/exported_symbols.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// The file of a part: its first line is the version, `sdk 0.1`.
struct Recorded {
  std::string version;
  std::vector<std::string> lines;
};

const std::string version_key = "sdk ";

Recorded read_record(const fs::path& file) {
  std::istringstream text(read_text(file));
  Recorded recorded;
  std::string line;
  std::getline(text, line);
  if (!line.starts_with(version_key)) throw Error(file.string() + ": does not begin with 'sdk'");
  recorded.version = line.substr(version_key.size());
  while (std::getline(text, line)) recorded.lines.push_back(line);
  return recorded;
}

/// The lines that only one of them has, marked as in a patch.
std::string difference(const std::vector<std::string>& before,
                       const std::vector<std::string>& now) {
  std::string text;
  const auto add = [&](const auto& from, const auto& without, const char* mark) {
    std::vector<std::string> lines;
    std::set_difference(from.begin(), from.end(), without.begin(), without.end(),
                        std::back_inserter(lines));
    for (const std::string& line : lines) text += mark + line + "\n";
  };
  add(before, now, "  - ");
  add(now, before, "  + ");
  return text;
}

const std::string write_it = "write the record anew (ninja -C build stability)";

}  // namespace

RecordPart components_part() {
  Registry registry;  // of these alone: not of a user's packs
  find_plugins(registry, {BUILT_IN_PLUGINS});
  return {"components.txt", component_options(registry)};
}

RecordPart classes_part() {
  return {"libtorch-" TORCH_VERSION "/classes.txt", class_layouts(SDK_TYPES)};
}

RecordPart symbols_part() {
  return {"libtorch-" TORCH_VERSION "/symbols.txt", exported_symbols(SDK_LIBRARY)};
}

std::string record_folder() {
  return RECORD_FOLDER;
}

bool is_recorded(const RecordPart& part) {
  return fs::exists((fs::path(record_folder()) / part.file).parent_path());
}

std::string disagreement(const RecordPart& part, const std::string& version,
                         const std::string& folder) {
  const fs::path file = fs::path(folder) / part.file;
  if (!fs::exists(file)) return file.string() + " is missing: " + write_it;
  const Recorded recorded = read_record(file);
  if (recorded.version != version)
    return file.string() + " is of sdk " + recorded.version + ", this is sdk " + version + ": " +
           write_it;
  const std::string changes = difference(recorded.lines, part.lines);
  if (changes.empty()) return "";
  return "this is not what " + file.string() + " says of sdk " + version + ":\n" + changes +
         "What is built for sdk " + version +
         " relies on it. Take the change back, or raise the version (project(Facet VERSION ...) in "
         "CMakeLists.txt, its first two numbers) and " +
         write_it;
}

void write_part(const RecordPart& part, const std::string& version, const std::string& folder) {
  const fs::path file = fs::path(folder) / part.file;
  if (fs::exists(file) && read_record(file).version == version) {
    const std::string changes = disagreement(part, version, folder);
    if (!changes.empty()) throw Error(changes);
  }
  fs::create_directories(file.parent_path());
  std::string text = version_key + version + "\n";
  for (const std::string& line : part.lines) text += line + "\n";
  write_text(file, text);
}

}  // namespace facet
