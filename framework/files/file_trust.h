#pragma once

#include <sys/stat.h>

#include <string>

namespace facet {

/// Why a file or folder with this status is not to be trusted: it belongs to neither root nor the
/// user. Empty when it may be; `what` stands for it in the sentence.
std::string untrusted_owner(const std::string& what, const struct ::stat& status);

/// The same for who may write to it: anybody but its owner.
std::string untrusted_permissions(const std::string& what, const std::string& path,
                                  const struct ::stat& status);

/// Throws Error that names the file where it decides what code runs, and somebody else may write to
/// it. One that is missing passes.
void require_own_file(const std::string& path);

}  // namespace facet
