#include "framework/plugin_loader/adapters.h"

#include <algorithm>
#include <string>

#include "framework/plugin_loader/plugin_library.h"

namespace facet {

namespace {

bool shows(const InspectedPlugin& plugin, const AdapterFunction& function) {
  if (!plugin.elf) return false;
  const auto symbols = plugin.elf->defined_symbols();
  return std::find(symbols.begin(), symbols.end(), function.name) != symbols.end();
}

}  // namespace

/// Asked of every plugin when a program starts, so its symbols are read once.
bool is_adapter(const InspectedPlugin& plugin) {
  if (!plugin.elf) return false;
  const auto symbols = plugin.elf->defined_symbols();
  return std::any_of(symbols.begin(), symbols.end(), [](const std::string& symbol) {
    return symbol == c_adapter.name || symbol == torchscript_adapter.name;
  });
}

void* load_adapter(const Adapters& adapters, const AdapterFunction& function) {
  const std::string adapts = function.adapts;
  const InspectedPlugin* the_one = nullptr;
  for (const InspectedPlugin& adapter : adapters) {
    if (!shows(adapter, function)) continue;
    if (the_one)
      throw Error("several plugins adapt " + adapts +
                  ", which one is to do: " + the_one->file->path() + ", " + adapter.file->path());
    the_one = &adapter;
  }
  if (!the_one) throw Error("no plugin was found that adapts " + adapts + "; one comes with Facet");
  return plugin_function(*the_one, function.name, function.name);
}

}  // namespace facet
