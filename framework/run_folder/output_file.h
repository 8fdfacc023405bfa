#pragma once

#include <string>
#include <vector>

#include "facet/export.h"

namespace facet {

enum class ExistingFile { refused, overwritten };

/// Throws Error where a command that reads `inputs` (see input_files) must not write to `path`: it
/// is one of them, under whatever name, would be part of a run, its folder is not there or cannot
/// be written, or it is there already and not to be overwritten; and OptionsError where it is empty
/// or has another extension than those of formats that can be written. To be asked before anything
/// is computed.
FACET_API void require_output(const std::string& path, const std::vector<std::string>& inputs,
                              ExistingFile existing,
                              const std::vector<std::string>& extensions = {".npz"});

}  // namespace facet
