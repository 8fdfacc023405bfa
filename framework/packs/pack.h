#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/files/format.h"
#include "framework/packs/plugin_sources.h"
#include "framework/packs/torchscript_plugin.h"

namespace facet {

/// What a pack needs of who uses it: conditions on versions, as requirement.h reads them.
struct FACET_API PackRequires {
  std::string facet;               ///< `>= 0.1`
  std::string libtorch;            ///< `== 1.13.0`
  std::string cxx_abi;             ///< of g++: `== 1017`
  std::vector<std::string> packs;  ///< `lab-tools >= 1.2`

  static void describe(OptionsDescription<PackRequires>& options);
};

/// Plugins that are shipped together: a folder with a pack.toml that describes it.
///
///     name = "lab"
///     version = "1.0.0"
///     plugins = ["lab"]            # lab.so and lab.components.json lie beside pack.toml
///
/// may be all that it says. A plugin that has sources may lack these two files; one in TorchScript
/// has NAME.pt instead. The files that it names are paths in the folder.
struct FACET_API Pack {
  std::int64_t format = file_format;  ///< of pack.toml, see format.h; may be left out
  std::string name;
  std::string version;  ///< see version.h
  std::vector<std::string> authors;
  std::string license;
  std::string homepage;
  std::vector<std::string> plugins;
  std::vector<std::string> examples;  ///< configs
  std::vector<std::string> docs;
  PackRequires required;                       ///< `[requires]`
  std::vector<PluginSources> sources;          ///< `[[sources]]`
  std::vector<TorchScriptPlugin> torchscript;  ///< `[[torchscript]]`

  /// The files from which the plugin is built; none where the pack has not its sources.
  std::vector<std::string> sources_of(const std::string& plugin) const;
  /// What the plugin is in TorchScript; null where it is a library.
  const TorchScriptPlugin* torchscript_of(const std::string& plugin) const;
  /// The file with the plugin's code: NAME.so or NAME.pt.
  std::string file_of(const std::string& plugin) const;

  static void describe(OptionsDescription<Pack>& options);
  void validate(Problems& problems, const std::string& key) const;
};

/// What every pack has beside the files that it names.
inline constexpr const char* pack_toml = "pack.toml";

/// The pack that a pack.toml describes; `name` stands for the file in messages. Throws OptionsError
/// with all that is wrong.
FACET_API Pack parse_pack(const std::string& text, const std::string& name);

/// The pack in `folder`. Throws OptionsError for what is wrong in its pack.toml, Error when there
/// is none or a file that it names is missing.
FACET_API Pack read_pack(const std::string& folder);

/// Throws Error where `files`, those of a pack, lack one that its pack.toml names.
FACET_API void require_named_files(const Pack& pack, const std::vector<std::string>& files);

}  // namespace facet
