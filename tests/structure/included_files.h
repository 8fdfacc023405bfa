#pragma once

#include <set>
#include <string>

namespace facet {

/// The files of the tree that the source at `path` includes, all by their paths in the tree. Looked
/// for beside the source and where the compiler looks, between quotes or angle brackets alike. What
/// stands between quotes and is no file of the tree is returned as it stands.
std::set<std::string> included_files(const std::string& path, const std::string& source);

/// What the source at `path` includes and must not, `PATH includes FILE` for each; a source that
/// lies in no folder of its root is wrong itself. Which layer of the framework includes which other
/// one is not looked at.
std::set<std::string> wrong_includes(const std::string& path, const std::string& source);

}  // namespace facet
