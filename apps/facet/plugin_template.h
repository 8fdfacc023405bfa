#pragma once

#include <string>

namespace facet {

/// Writes a new plugin project, sdk/template under another name, into the new folder
/// `parent`/`name`; returns that folder. Throws Error when it is there already.
std::string write_plugin_template(const std::string& name, const std::string& parent);

}  // namespace facet
