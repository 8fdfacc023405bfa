#include "framework/run_folder/run_record.h"

#include <ATen/Parallel.h>
#include <link.h>
#include <sys/resource.h>
#include <torch/version.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "framework/config/config_file.h"
#include "framework/config/used_components.h"
#include "framework/files/format.h"

namespace facet {

namespace {

/// The library that does the matrix products: whatever of that name this process has loaded.
std::string loaded_blas() {
  std::string found = "unknown";
  const auto look = [](dl_phdr_info* library, std::size_t, void* result) {
    const std::string path = library->dlpi_name;
    const std::string name = path.substr(path.rfind('/') + 1);
    const bool blas = name.find("blas") != std::string::npos || name.find("mkl_rt") == 0;
    if (blas) *static_cast<std::string*>(result) = path;
    return blas ? 1 : 0;
  };
  dl_iterate_phdr(look, &found);
  return found;
}

/// What decides which instructions are used, and so how sums are rounded.
std::string processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown";
}

/// As plugins/core/kernels read it.
std::string allowed_kernels() {
  const char* allowed = std::getenv("FACET_KERNELS");
  return allowed ? allowed : "all";
}

nlohmann::ordered_json text_or_null(const std::string& text) {
  return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

/// Where nobody in the user's list has signed the pack, it is used because the user allowed that.
nlohmann::ordered_json recorded_pack(const std::optional<PackOrigin>& pack) {
  if (!pack) return nullptr;
  const std::string allowed = pack->key.empty()      ? "unsigned"
                              : pack->signer.empty() ? "unknown signer"
                                                     : "";
  return {{"name", pack->name},
          {"version", pack->version},
          {"signer", text_or_null(pack->signer)},
          {"key", text_or_null(pack->key)},
          {"allowed", text_or_null(allowed)},
          {"built_here", pack->built_here}};
}

double peak_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

}  // namespace

std::string run_record_json(const RunRecord& record, const RunConfig& config,
                            const Registry& registry) {
  nlohmann::ordered_json json;
  json["format"] = file_format;
  json["facet"] = FACET_VERSION;
  json["libtorch"] = TORCH_VERSION;
  json["compiler"] = __VERSION__;
  json["blas"] = loaded_blas();
  json["processor"] = processor();
  json["kernels"] = allowed_kernels();
  json["device"] = record.device;
  json["threads"] = at::get_num_threads();
  json["sampling_threads"] = config.training.sampling_threads;
  json["seed"] = config.training.seed;
  json["steps"] = record.steps;
  json["resumed_at"] = record.resumed_at;
  json["interrupted"] = record.interrupted;
  json["stopped_early"] = record.stopped_early;
  json["started"] = record.started;
  json["seconds"] = record.seconds;
  json["peak_memory_mib"] = peak_memory_mib();
  json["warnings"] = record.warnings;
  json["changes"] = record.changes;
  json["data"] = nlohmann::ordered_json::array();
  for (const RecordedData& data : record.data)
    json["data"].push_back({{"name", data.name},
                            {"checksum", data.checksum.whole},
                            {"signals", data.checksum.signals},
                            {"bins", data.windows.bins},
                            {"bins_with_window", data.windows.with_window},
                            {"segments", data.windows.segments},
                            {"segments_without_window", data.windows.too_short_segments}});
  json["components"] = nlohmann::ordered_json::object();
  for (const UsedComponent& component :
       used_components(write_run_config(config, registry), registry))
    json["components"][component.key] = component.name;
  json["plugins"] = nlohmann::ordered_json::array();
  for (const PluginInfo* plugin : registry.loaded_plugins())
    json["plugins"].push_back({{"name", plugin->name},
                               {"version", plugin->version},
                               {"path", plugin->path},
                               {"checksum", plugin->checksum},
                               {"pack", recorded_pack(plugin->pack)}});
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace facet
