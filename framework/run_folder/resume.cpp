#include "framework/run_folder/resume.h"

#include <filesystem>
#include <map>

#include "facet/error.h"
#include "facet/npz.h"
#include "framework/config/allowed_changes.h"
#include "framework/config/config_file.h"

namespace facet {

namespace {

/// Every value by the path of its key.
void flatten(const std::string& key, const Value& value, std::map<std::string, Value>& flat) {
  if (value.is_table()) {
    for (const auto& [name, member] : value.table()) flatten(join_key(key, name), member, flat);
  } else if (value.is_list()) {
    for (std::size_t i = 0; i < value.list().size(); ++i)
      flatten(item_key(key, i), value.list()[i], flat);
  } else if (!value.is_nothing()) {
    flat[key] = value;
  }
}

std::map<std::string, Value> flat_config(const Table& config) {
  std::map<std::string, Value> flat;
  flatten("", config, flat);
  return flat;
}

std::string text_of(const std::map<std::string, Value>& flat, const std::string& key) {
  const auto found = flat.find(key);
  return found == flat.end() ? "not given" : found->second.to_string();
}

void require_same_config(const RunFolder& folder, const RunConfig& config,
                         const Registry& registry) {
  const RunConfig saved = parse_run_config(read_config_table(folder.config()), folder.config(),
                                           registry, DataFiles::may_be_missing);
  const Table wanted = write_run_config(config, registry);
  const auto before =
      flat_config(with_allowed_changes(write_run_config(saved, registry), wanted, registry));
  const auto now = flat_config(wanted);
  std::map<std::string, Value> keys = before;
  keys.insert(now.begin(), now.end());
  std::string differences;
  for (const auto& [key, value] : keys)
    if (text_of(before, key) != text_of(now, key))
      differences +=
          "\n  " + key + " was " + text_of(before, key) + ", is now " + text_of(now, key);
  if (!differences.empty())
    throw Error(folder.path() + ": the run cannot be resumed with another config:" + differences);
}

}  // namespace

void save_checkpoint(const RunFolder& folder, const Solver& solver) {
  write_npz(folder.checkpoint(), solver.state());
}

void resume(const RunFolder& folder, const RunConfig& config, const Registry& registry,
            Solver& solver) {
  if (!std::filesystem::exists(folder.config()))
    throw Error(folder.path() + ": there is no run to resume: it has no config.toml");
  require_same_config(folder, config, registry);
  if (!std::filesystem::exists(folder.checkpoint())) return;
  try {
    solver.load_state(read_npz(folder.checkpoint()));
  } catch (const Error& error) {
    throw Error(folder.checkpoint() + ": " + error.what());
  }
}

}  // namespace facet
