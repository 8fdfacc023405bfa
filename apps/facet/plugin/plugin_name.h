#pragma once

#include <string>

namespace facet {

/// Throws OptionsError where no plugin can be called so: a letter and then letters, digits and `_`.
void require_plugin_name(const std::string& name);

/// Throws OptionsError where there is a plugin of that name, which a new one would hide, but in
/// the file `but_at`.
void require_new_name(const std::string& name, const std::string& but_at = "");

}  // namespace facet
