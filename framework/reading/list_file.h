#pragma once

#include <optional>
#include <string>

#include "facet/reader.h"
#include "framework/data/file_config.h"
#include "framework/registry/registry.h"

namespace facet {

/// The arrays of one file under the names that they have in the recording, by the reader that it
/// names, else by `reader`, else by the one of its extension or (of a folder) of the files in it.
/// `key` is that of the reader. Throws Error that names the file, OptionsError for mistakes in a
/// reader's options.
FileArrays list_file(const FileConfig& file, const std::optional<ComponentChoice>& reader,
                     Registry& registry, const std::string& key);

}  // namespace facet
