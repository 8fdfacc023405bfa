#pragma once

#include <vector>

#include "facet/c_interface.h"
#include "facet/option_info.h"

namespace facet {

/// The options that a component of the C interface describes. Throws Error for what cannot be one.
std::vector<OptionInfo> options_of(const facet_component& component);

/// A text of the C interface; NULL is empty.
std::string text_or_empty(const char* text);

}  // namespace facet
