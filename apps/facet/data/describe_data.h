#pragma once

#include <string>
#include <vector>

namespace facet {

/// `facet data info FILE...`
int describe_data(const std::vector<std::string>& arguments);

}  // namespace facet
