#include "framework/plugin_loader/plugin_report.h"

#include <utility>

#include "facet/error.h"
#include "framework/plugin_loader/plugin_checks.h"

namespace facet {

namespace {

std::string failure(const PluginCheck& check, InspectedPlugin& plugin) {
  try {
    check.check(plugin);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

std::string PluginReport::refusal() const {
  for (const Check& check : checks)
    if (!check.failure.empty()) return check.failure;
  return "";
}

PluginReport report_plugin(const std::string& path, std::shared_ptr<const CheckedPack> pack) {
  InspectedPlugin plugin;
  plugin.file = std::make_shared<PluginFile>(path);
  plugin.pack = std::move(pack);
  PluginReport report;
  for (const PluginCheck& check : plugin_checks(path))
    report.checks.push_back({check.name, check.what, failure(check, plugin)});
  if (plugin.note) {
    report.note = {{"plugin", plugin.note->plugin}, {"version", plugin.note->version}};
    report.note.insert(report.note.end(), plugin.note->build.begin(), plugin.note->build.end());
  }
  report.checksum = plugin.checksum;
  report.components = plugin.components;
  return report;
}

}  // namespace facet
