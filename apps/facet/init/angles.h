#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apps/facet/init/proposal.h"
#include "facet/file_array.h"

namespace facet {

/// Which of the labels are directions, by their units.
std::optional<Reasoned<std::vector<std::string>>> choose_angles(
    const std::vector<std::string>& labels, const FileArrays& arrays);

}  // namespace facet
