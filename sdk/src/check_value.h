#pragma once

#include <string>

#include "facet/options.h"

namespace facet {

/// Checks one value against one option; returns it as the option's type wants it. What is wrong is
/// added to `problems`.
Value check_value(const OptionInfo& option, const Value& value, const std::string& key,
                  Problems& problems);

}  // namespace facet
