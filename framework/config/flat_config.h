#pragma once

#include <map>
#include <string>

#include "facet/value.h"

namespace facet {

/// Every value of a config, as text, by the path of its key: `objective[0].loss.name`.
std::map<std::string, std::string> flat_config(const Table& config);

}  // namespace facet
