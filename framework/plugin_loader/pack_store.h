#pragma once

#include <string>
#include <vector>

#include "facet/export.h"
#include "framework/plugin_loader/pack.h"

namespace facet {

/// Where the user's packs are: $FACET_PACK_PATH, else facet/packs in $XDG_DATA_HOME or
/// ~/.local/share. Empty when none of these variables is set.
FACET_API std::string pack_store();

/// The packs in the store: a folder each, named as the pack; by name.
FACET_API std::vector<std::string> pack_folders();

/// Copies the pack in `folder` into the store; one of the same name is replaced. Throws Error for a
/// mistake in its pack.toml, and for a plugin that the host would not use. Whatever happens, the
/// store holds either the old pack or the whole new one.
FACET_API Pack install_pack(const std::string& folder);

/// Throws Error, with the names that are there, when there is no pack of that name.
FACET_API void remove_pack(const std::string& name);

}  // namespace facet
