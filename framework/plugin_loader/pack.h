#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facet/export.h"
#include "facet/options.h"
#include "framework/files/format.h"

namespace facet {

/// Plugins that are shipped together: a folder with a pack.toml that describes it:
///
///     name = "lab"
///     version = "1.0.0"
///     plugins = ["lab"]          # lab.so and lab.components.json lie beside pack.toml
///     example = "example.toml"   # may be left out
struct FACET_API Pack {
  std::int64_t format = file_format;  ///< of pack.toml, see format.h; may be left out
  std::string name;
  std::string version;
  std::vector<std::string> plugins;
  std::string example;

  static void describe(OptionsDescription<Pack>& options);
  void validate(Problems& problems, const std::string& key) const;
};

/// The pack in `folder`. Throws OptionsError for what is wrong in its pack.toml, Error when there
/// is none or a file that it names is missing.
FACET_API Pack read_pack(const std::string& folder);

}  // namespace facet
