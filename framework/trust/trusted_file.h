#pragma once

#include <sys/stat.h>

#include <string>

namespace facet {

/// Throws Error, with what to do, where a file or folder belongs to somebody whom the user does not
/// trust (trust_list.h). `what` stands for it in the sentence; `path` is absolute, without links.
void require_trusted_owner(const std::string& what, const std::string& path,
                           const struct ::stat& status);

/// The same for who may write to it: anybody but its owner.
void require_trusted_permissions(const std::string& what, const std::string& path,
                                 const struct ::stat& status);

}  // namespace facet
