#include "framework/config/config_file.h"

#include <filesystem>

#include "framework/config/check_plugins.h"
#include "framework/config/check_run_config.h"
#include "framework/config/overrides.h"
#include "framework/config/parse_sections.h"
#include "framework/config/used_components.h"
#include "framework/files/format.h"
#include "framework/registry/resolve_components.h"
#include "framework/toml/key_path.h"
#include "framework/toml/toml_reader.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

fs::path folder_of(const std::string& file) {
  return fs::path(file).parent_path();
}

/// Makes paths that are relative to the config's folder relative to the working directory.
class Paths {
 public:
  Paths(const ConfigPlaces& places, fs::path folder)
      : places_(places), folder_(std::move(folder)) {}

  void resolve(std::string& path, const std::string& key) const {
    const bool in_file = places_.of(key).file != override_place;
    if (!path.empty() && in_file) path = (folder_ / path).lexically_normal().string();
  }
  void resolve(std::vector<std::string>& paths, const std::string& key) const {
    for (std::string& path : paths) resolve(path, key);
  }

 private:
  const ConfigPlaces& places_;
  const fs::path folder_;
};

void resolve_paths(RunConfig& config, const fs::path& folder) {
  const Paths paths(config.places, folder);
  for_each_recording(config.data, [&](RecordingConfig& recording, const std::string& key) {
    paths.resolve(recording.file, key + ".file");
  });
  paths.resolve(config.plugins.path, "plugins.path");
  if (config.model.adapt) paths.resolve(config.model.adapt->run, "model.adapt.run");
  paths.resolve(config.output.folder, "output.folder");
}

void name_sessions(DataConfig& data) {
  for (SessionConfig& session : data.session)
    if (session.name.empty() && !session.file.empty())
      session.name = fs::path(session.file[0] + "/").parent_path().stem().string();
}

/// Those that an encoder does not depend on are left out. Of an objective it needs the slice.
Problems of_the_encoder(const Problems& problems) {
  Problems own;
  for (const Problem& problem : problems.all()) {
    const std::string& key = problem.key;
    const bool of_slices = key == "objective" || key.ends_with("].slice");
    if (of_slices || (!key.starts_with("objective") && !key.starts_with("training") &&
                      !key.starts_with("output") && !key.starts_with("plugins")))
      own.add(problem.where, key, problem.what);
  }
  return own;
}

enum class Needed { everything, encoder };

/// `name` stands for the config in messages; `folder` is what its relative paths are relative to.
RunConfig parse(const Table& table, const std::string& name, const fs::path& folder,
                const Registry& registry, DataFiles data_files,
                Needed needed = Needed::everything) {
  require_format(table);  // of a newer one, anything might look like a mistake
  Problems problems;
  RunConfig config = parse_sections(table, name, registry, problems);
  config.places = ConfigPlaces(table, name);
  resolve_paths(config, folder);
  name_sessions(config.data);
  check_run_config(config, registry, problems);
  if (data_files == DataFiles::must_exist) {
    check_data_files(config, problems);
    check_plugin_folders(config.plugins, problems);
  }
  config.places.throw_if_any(needed == Needed::encoder ? of_the_encoder(problems) : problems);
  return config;
}

void make_absolute(std::string& path) {
  if (!path.empty()) path = fs::absolute(path).lexically_normal().string();
}

void make_paths_absolute(RunConfig& config) {
  for_each_recording(config.data, [](RecordingConfig& recording, const std::string&) {
    for (std::string& file : recording.file) make_absolute(file);
  });
  for (std::string& folder : config.plugins.path) make_absolute(folder);
  if (config.model.adapt) make_absolute(config.model.adapt->run);
  make_absolute(config.output.folder);
}

/// The texts in the list at a key, which may as well be one text.
std::vector<std::string> texts_at(const Table& config, const std::string& key) {
  const Value* value = find_key(config, key);
  if (!value) return {};
  std::vector<std::string> texts;
  for (const Value& item : value->is_list() ? value->list() : Value::List{*value})
    if (item.is_text()) texts.push_back(item.text());
  return texts;
}

}  // namespace

Table read_config_table(const std::string& path, const std::vector<std::string>& overrides) {
  Table table = read_toml(path);
  apply_overrides(table, overrides);
  return table;
}

PluginsConfig plugins_section(const Table& config, const std::string& path) {
  PluginsConfig plugins{texts_at(config, "plugins.path"), texts_at(config, "plugins.require"),
                        texts_at(config, "plugins.disable")};
  Paths(ConfigPlaces(config, path), folder_of(path)).resolve(plugins.path, "plugins.path");
  return plugins;
}

RunConfig parse_run_config(const Table& table, const std::string& path, const Registry& registry,
                           DataFiles data_files) {
  return parse(table, path, folder_of(path), registry, data_files);
}

RunConfig parse_encoder_config(const Table& table, const std::string& path,
                               const Registry& registry) {
  return parse(table, path, folder_of(path), registry, DataFiles::may_be_missing, Needed::encoder);
}

RunConfig parse_run_config_text(const std::string& text, const std::string& name,
                                const Registry& registry, DataFiles data_files) {
  if (name.find('/') != std::string::npos)
    throw Error("'" + name + "' stands for a config that is not a file: it cannot have a '/'");
  return parse(parse_toml(text, name), name, "", registry, data_files);
}

RunConfig read_run_config(const std::string& path, const std::vector<std::string>& overrides,
                          const Registry& registry) {
  return parse_run_config(read_config_table(path, overrides), path, registry);
}

Table write_run_config(const RunConfig& config, const Registry& registry) {
  RunConfig full = config;
  full.format = file_format;
  make_paths_absolute(full);
  const OptionsDescription<RunConfig> description;
  Table table = description.write(full);
  Problems problems;
  resolve_components(registry, description.infos(), table, "", problems);
  config.places.throw_if_any(problems);
  name_in_full(table, registry);
  return table;
}

}  // namespace facet
