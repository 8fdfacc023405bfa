#pragma once

#include <string>
#include <vector>

#include "facet/registrar.h"

namespace facet {

/// All that is wrong with how a component describes itself, a sentence each that names it and the
/// option: names that a config cannot hold, that are reserved or there twice, defaults that are not
/// allowed or not finite, texts with control characters or not in UTF-8.
std::vector<std::string> description_mistakes(const ComponentInfo& component);

/// `scheduler 'late-weight'`
std::string kind_and_name(const ComponentInfo& component);

}  // namespace facet
