#include "framework/shipping/build_sources.h"

#include <chrono>
#include <filesystem>

#include "framework/packs/pack_files.h"
#include "framework/packs/used_packs.h"
#include "framework/plugin_loader/plugin_checks.h"
#include "framework/shipping/compile_plugin.h"

namespace facet {

namespace {

namespace fs = std::filesystem;

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void build(const CheckedPack& pack, const std::string& plugin, const std::string& into) {
  compile_plugin(
      {fs::absolute(pack.folder), pack.pack.sources_of(plugin), plugin, pack.pack.version}, into);
  inspect_plugin(into + "/" + plugin + ".so");
}

}  // namespace

void build_sources(CheckedPack& pack, const std::vector<UnfitPlugin>& plugins,
                   const std::string& into, const std::string& shown, const BuildWatcher& watcher) {
  if (plugins.empty()) return;
  fs::create_directory(into);
  fs::permissions(into, fs::perms(0755));
  for (const UnfitPlugin& plugin : plugins) {
    if (watcher.begins) watcher.begins(plugin.name, plugin.why);
    const auto begin = std::chrono::steady_clock::now();
    try {
      build(pack, plugin.name, into);
    } catch (const Error& error) {
      throw Error(shown_in(shown, plugin.name + ".so: " + plugin.why +
                                      ", and cannot be built from its sources: " + error.what()));
    }
    if (watcher.ended) watcher.ended(plugin.name, seconds_since(begin));
  }
  pack.built = {into, take_checksums(into)};
}

std::optional<BuiltFiles> earlier_build(const std::string& place,
                                        const std::vector<UnfitPlugin>& unfit) {
  if (unfit.empty()) return BuiltFiles{};
  try {
    const CheckedPack there = check_stored_pack(stored_pack_in(place).value());
    check_built_files(there);
    for (const std::string& plugin : there.pack.plugins)
      if (was_built_here(there, plugin)) inspect_plugin(plugin_path(there, plugin));
    for (const UnfitPlugin& plugin : unfit)
      if (!was_built_here(there, plugin.name)) return {};
    return there.built;
  } catch (const Error&) {
    return {};
  }
}

}  // namespace facet
