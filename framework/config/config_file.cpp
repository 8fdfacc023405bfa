#include "framework/config/config_file.h"

#include <filesystem>

#include "framework/config/check_run_config.h"
#include "framework/config/overrides.h"
#include "framework/config/parse_sections.h"
#include "framework/config/resolve_components.h"
#include "framework/toml/key_path.h"
#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

/// Makes paths that were written in the config file relative to the working directory.
class Paths {
 public:
  Paths(const Table& config, const std::string& path)
      : config_(config), folder_(fs::path(path).parent_path()) {}

  void resolve(std::string& path, const std::string& key) const {
    const bool in_file = place_of(config_, key).file != override_place;
    if (!path.empty() && in_file) path = (folder_ / path).lexically_normal().string();
  }
  void resolve(std::vector<std::string>& paths, const std::string& key) const {
    for (std::string& path : paths) resolve(path, key);
  }

 private:
  const Table& config_;
  const fs::path folder_;
};

void name_sessions(DataConfig& data) {
  for (SessionConfig& session : data.session)
    if (session.name.empty() && !session.file.empty())
      session.name = fs::path(session.file[0]).stem().string();
}

void make_absolute(std::string& path) {
  if (!path.empty()) path = fs::absolute(path).lexically_normal().string();
}

}  // namespace

Table read_config_table(const std::string& path, const std::vector<std::string>& overrides) {
  Table table = read_toml(path);
  apply_overrides(table, overrides);
  return table;
}

std::vector<std::string> plugin_folders(const Table& config, const std::string& path) {
  const Value* value = find_key(config, "plugins.path");
  if (!value) return {};
  std::vector<std::string> folders;
  for (const Value& item : value->is_list() ? value->list() : Value::List{*value})
    if (item.is_text()) folders.push_back(item.text());
  Paths(config, path).resolve(folders, "plugins.path");
  return folders;
}

RunConfig parse_run_config(const Table& table, const std::string& path, const Registry& registry,
                           DataFiles data_files) {
  Problems problems;
  RunConfig config = parse_sections(table, path, problems);
  const Paths paths(table, path);
  for_each_recording(config.data, [&](RecordingConfig& recording, const std::string& key) {
    paths.resolve(recording.file, key + ".file");
  });
  name_sessions(config.data);
  paths.resolve(config.plugins.path, "plugins.path");
  if (config.adapt) paths.resolve(config.adapt->run, "model.adapt.run");
  paths.resolve(config.output.folder, "output.folder");

  const PlaceOf place = [&](const std::string& key) {
    const Location found = place_of(table, key);
    return found.file.empty() ? Location{path, 0, 0} : found;
  };
  resolve_components(config, registry, problems);
  check_run_config(config, registry, place, problems);
  if (data_files == DataFiles::must_exist) check_data_files(config, place, problems);
  problems.throw_if_any();
  return config;
}

RunConfig read_run_config(const std::string& path, const std::vector<std::string>& overrides,
                          const Registry& registry) {
  return parse_run_config(read_config_table(path, overrides), path, registry);
}

Table write_run_config(const RunConfig& config, const Registry& registry) {
  RunConfig full = config;
  Problems problems;
  resolve_components(full, registry, problems);
  problems.throw_if_any();
  for_each_recording(full.data, [](RecordingConfig& recording, const std::string&) {
    for (std::string& file : recording.file) make_absolute(file);
  });
  for (std::string& folder : full.plugins.path) make_absolute(folder);
  if (full.adapt) make_absolute(full.adapt->run);
  make_absolute(full.output.folder);
  return write_sections(full);
}

}  // namespace facet
