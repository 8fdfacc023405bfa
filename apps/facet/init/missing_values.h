#pragma once

#include <optional>
#include <string>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// The array of the signals whose missing values have to be filled; none: there are no such.
std::optional<Reasoned<std::string>> choose_filled(const Proposal& made, const FileArrays& arrays);

}  // namespace facet
