#pragma once

#include <string>

#include "facet/export.h"

namespace facet {

/// Takes a version of a pack out of the store; without one, all of them. Throws Error, with what is
/// there, where there is no such pack or version.
FACET_API void remove_pack(const std::string& name, const std::string& version = "");

}  // namespace facet
