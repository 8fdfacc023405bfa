#pragma once

#include <string>

namespace facet {

/// Where Facet is: a folder above this program, be it installed or in its build tree. Throws Error
/// where none has what was installed with it.
std::string program_prefix();

/// Writes a new plugin project, sdk/template under another name, into the new folder
/// `parent`/`name`; returns that folder. Throws Error when it is there already.
std::string write_plugin_template(const std::string& name, const std::string& parent);

}  // namespace facet
