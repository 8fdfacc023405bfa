#pragma once

#include <string>
#include <vector>

namespace facet {

/// The files of the pack in `folder`, as paths within it, sorted. Throws Error, without the path of
/// the folder, for one whose name a file of a pack cannot have, and for what is neither a file nor
/// a folder: links, pipes, devices.
std::vector<std::string> pack_files(const std::string& folder);

/// `FOLDER/NAME` of a file in a message; NAME alone where the folder goes without saying (is
/// empty).
std::string shown_in(const std::string& folder, const std::string& name);

}  // namespace facet
