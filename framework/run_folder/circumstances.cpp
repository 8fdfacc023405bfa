#include "framework/run_folder/circumstances.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "facet/error.h"
#include "framework/config/used_plugins.h"
#include "framework/files/files.h"
#include "framework/files/format.h"

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

std::optional<std::int64_t> format_of(const Json& record) {
  const Json format = record.value("format", Json());
  if (!format.is_number_integer()) return {};
  return format.get<std::int64_t>();
}

ChangedCircumstances compare_records(const Json& before, const Json& now,
                                     const std::vector<const PluginInfo*>& plugins) {
  ChangedCircumstances changed;
  compare_members({"facet", "libtorch"}, before, now, changed.training);
  for (const PluginInfo* plugin : plugins)
    compare("plugin " + plugin->name, plugin_checksum(before, plugin->name),
            known_checksum(plugin->checksum), changed.training);
  compare_data(before.at("data"), now.at("data"), changed.training);
  compare_members({"compiler", "blas", "device", "threads"}, before, now, changed.rounding);
  changed.earlier = before.at("changes").get<Lines>();
  return changed;
}

}  // namespace

ChangedCircumstances changed_circumstances(const RunFolder& folder, const RunRecord& now,
                                           const RunConfig& config, const Registry& registry) {
  const std::string path = folder.record();
  if (!path_exists(path))
    return {{"run.json, which says how the run was made, was there, is now missing"}, {}, {}};
  const std::string text = read_text(path);
  try {
    const Json before = Json::parse(text);
    require_format(path, format_of(before));
    return compare_records(before, Json::parse(run_record_json(now, config, registry)),
                           used_plugins(config, registry));
  } catch (const Json::parse_error& error) {
    throw Error(path + ": is damaged: it is not JSON from byte " + std::to_string(error.byte) +
                " on; with it goes what the run was made with, so train it again");
  } catch (const Json::exception&) {
    throw Error(path +
                ": is damaged: it lacks what the record of a run says; train it again, or restore "
                "the file");
  }
}

}  // namespace facet
