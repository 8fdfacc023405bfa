#include "framework/run/rank_facts.h"

#include <nlohmann/json.hpp>

#include "framework/config/config_file.h"
#include "framework/config/flat_config.h"
#include "framework/config/used_plugins.h"
#include "framework/files/checksum.h"
#include "framework/run/share_state.h"

namespace facet {

namespace {

using nlohmann::json;

/// Ranks are alike though each has a device of its own: `cuda:0`, `cuda:1`.
std::string kind_of(const std::string& device) {
  return device.substr(0, device.find(':'));
}

std::string text_of(const json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Where a rank finds its data and its plugins, and where the run goes, is its own: what is found
/// there has checksums.
bool is_place(const std::string& key) {
  return key.starts_with("output.") || key.starts_with("plugins.path") ||
         (key.starts_with("data.") && (key.ends_with("file") || key.ends_with(".path")));
}

void add_config(const Assembly& assembly, const Registry& registry, std::vector<RankFact>& facts) {
  for (const auto& [key, value] : flat_config(write_run_config(assembly.config, registry)))
    if (!is_place(key)) facts.push_back({key, value});
}

void add_record(const json& record, std::vector<RankFact>& facts) {
  for (const char* name : {"facet", "libtorch", "compiler", "blas", "kernels", "threads"})
    facts.push_back({name, text_of(record.at(name))});
  facts.push_back({"device", kind_of(record.at("device"))});
  for (const json& data : record.at("data"))
    facts.push_back({"the data of " + text_of(data.at("name")), data.at("checksum")});
}

void add_plugins(const Assembly& assembly, const Registry& registry, std::vector<RankFact>& facts) {
  for (const PluginInfo* plugin : used_plugins(assembly.config, registry))
    facts.push_back({"plugin " + plugin->name, plugin->checksum});
}

}  // namespace

std::vector<RankFact> rank_facts(const Assembly& assembly, const RunRecord& record,
                                 const Registry& registry) {
  std::vector<RankFact> facts;
  add_record(json::parse(run_record_json(record, assembly.config, registry)), facts);
  add_plugins(assembly, registry, facts);
  add_config(assembly, registry, facts);
  facts.push_back(state_fact(*assembly.solver));
  return facts;
}

RankFact state_fact(const Solver& solver) {
  const std::vector<char> bytes = bytes_of(solver.state());
  return {"what the model begins with", checksum({bytes.data(), bytes.size()})};
}

}  // namespace facet
