#pragma once

#include <filesystem>

#include "facet/export.h"

namespace facet {

/// Where Facet is: a folder above this program, be it installed or in its build tree.
FACET_API std::filesystem::path program_prefix();

/// What was installed with it for those who write plugins: templates, how a plugin is compiled.
/// Throws Error where it is missing.
FACET_API std::filesystem::path shared_folder();

}  // namespace facet
