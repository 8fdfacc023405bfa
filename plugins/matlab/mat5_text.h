#pragma once

#include <matio.h>

#include <string>
#include <vector>

namespace facet::matlab {

/// A char array whose values were read, a text a row. Throws Error, which continues its name, where
/// it is damaged.
std::vector<std::string> texts_of(const matvar_t& variable);

}  // namespace facet::matlab
