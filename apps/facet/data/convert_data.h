#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet data convert CONFIG`
int convert_data(const std::vector<std::string>& arguments);

}  // namespace facet
