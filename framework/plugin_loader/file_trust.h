#pragma once

#include <sys/stat.h>

#include <string>

namespace facet {

/// Why the file at `path` is not to be loaded: it or its folder belongs to neither root nor the
/// user, or others may write to it. Empty when it may be loaded.
std::string why_not_trusted(const std::string& path);

/// The same for one file or folder whose status is known; `what` stands for it in the sentence.
std::string why_not_trusted(const std::string& what, const std::string& path,
                            const struct ::stat& status);

}  // namespace facet
