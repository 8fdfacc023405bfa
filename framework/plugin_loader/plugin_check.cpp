#include "framework/plugin_loader/plugin_check.h"

#include <algorithm>
#include <filesystem>

#include "facet/error.h"
#include "framework/plugin_loader/file_trust.h"

namespace facet {

namespace {

/// TORCH_LIBRARY registers from a static initialiser; a second library with the same namespace
/// would end the process there, where no loader can catch it.
bool registers_operators(const ElfFile& library) {
  const auto symbols = library.undefined_symbols();
  return std::any_of(symbols.begin(), symbols.end(), [](const std::string& symbol) {
    return symbol.starts_with("_ZN5torch7Library") ||                 // torch::Library
           symbol.starts_with("_ZN5torch6detail16TorchLibraryInit");  // torch::detail::...
  });
}

}  // namespace

PluginNote check_plugin(const std::string& path) {
  if (const std::string why = why_not_trusted(path); !why.empty()) throw Error(why);
  const ElfFile library(path);
  PluginNote note = read_plugin_note(library);
  if (const std::string mismatch = build_mismatch(note); !mismatch.empty()) throw Error(mismatch);
  const std::string name = std::filesystem::path(path).stem();
  if (note.plugin != name)
    throw Error("it was built as the plugin '" + note.plugin + "', but its file is named " + name +
                ".so");
  if (registers_operators(library))
    throw Error("it registers operators with libtorch (TORCH_LIBRARY), which a plugin must not");
  return note;
}

}  // namespace facet
