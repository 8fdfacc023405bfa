#pragma once

#include <string>

namespace facet {

/// What to do with a file of a known format that has no reader, by its extension: `is compressed:
/// unpack it by gunzip`. It continues the file's name; empty where the format is not known.
std::string instead_of_file(const std::string& extension);

/// The same of a folder, by what is in it.
std::string instead_of_folder(const std::string& path);

}  // namespace facet
