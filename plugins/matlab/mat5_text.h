#pragma once

#include <matio.h>

#include <string>
#include <vector>

namespace facet::matlab {

/// A char array whose values were read, a text a row. Throws Error, which continues its name, where
/// it is damaged.
std::vector<std::string> texts_of(const matvar_t& variable);
/// All of it as one text, a row or a column. Throws as texts_of().
std::string text_of(const matvar_t& variable);

}  // namespace facet::matlab
