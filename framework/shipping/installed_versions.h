#pragma once

#include <string>
#include <vector>

namespace facet {

/// The versions of a pack that are in the store, the newest first; empty where it has the pack's
/// folder alone. Throws Error, with a name that may be meant, where there is none of that name.
std::vector<std::string> installed_versions(const std::string& name);

/// Throws Error, with those that are there, where `version` is none of `versions`.
void require_version(const std::string& name, const std::vector<std::string>& versions,
                     const std::string& version);

}  // namespace facet
