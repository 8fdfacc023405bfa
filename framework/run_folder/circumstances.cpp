#include "framework/run_folder/circumstances.h"

#include <nlohmann/json.hpp>

#include "framework/config/used_plugins.h"
#include "framework/files/files.h"
#include "framework/run_folder/read_record.h"

namespace facet {

namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

std::string text_of(const Json& value) {
  if (value.is_null()) return "not there";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

void compare(const std::string& what, const Json& before, const Json& now, Lines& lines) {
  if (before != now) lines.push_back(what + " was " + text_of(before) + ", is now " + text_of(now));
}

void compare_members(const std::vector<const char*>& names, const Json& before, const Json& now,
                     Lines& lines) {
  for (const char* name : names)
    compare(name, before.value(name, Json()), now.value(name, Json()), lines);
}

/// One that is part of the program has none.
Json known_checksum(const std::string& checksum) {
  return checksum.empty() ? "part of the program" : checksum;
}

Json plugin_checksum(const Json& record, const std::string& name) {
  for (const Json& plugin : record.at("plugins"))
    if (plugin.at("name") == name) return known_checksum(plugin.at("checksum"));
  return {};
}

/// Session by session: what a recording is called may change.
void compare_data(const Json& before, const Json& now, Lines& lines) {
  for (std::size_t i = 0; i < now.size(); ++i)
    compare("data of " + now[i].at("name").get<std::string>(),
            i < before.size() ? before[i].at("checksum") : Json(), now[i].at("checksum"), lines);
}

ChangedCircumstances compare_records(const Json& before, const Json& now,
                                     const std::vector<const PluginInfo*>& plugins) {
  ChangedCircumstances changed;
  compare_members({"facet", "libtorch"}, before, now, changed.training);
  for (const PluginInfo* plugin : plugins)
    compare("plugin " + plugin->name, plugin_checksum(before, plugin->name),
            known_checksum(plugin->checksum), changed.training);
  compare_data(before.at("data"), now.at("data"), changed.training);
  compare_members({"compiler", "blas", "processor", "kernels", "device", "threads"}, before, now,
                  changed.rounding);
  changed.earlier = before.at("changes").get<Lines>();
  return changed;
}

}  // namespace

ChangedCircumstances changed_circumstances(const RunFolder& folder, const RunRecord& now,
                                           const RunConfig& config, const Registry& registry) {
  if (!path_exists(folder.record()))
    return {{"run.json, which says how the run was made, was there, is now missing"}, {}, {}};
  ChangedCircumstances changed;
  read_record(folder, [&](const Json& before) {
    changed = compare_records(before, Json::parse(run_record_json(now, config, registry)),
                              used_plugins(config, registry));
  });
  return changed;
}

}  // namespace facet
