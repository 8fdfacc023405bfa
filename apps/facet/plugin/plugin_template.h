#pragma once

#include <string>
#include <vector>

namespace facet {

/// Of which kinds of components there is a template: one folder each in sdk/templates. Known also
/// where these are not installed.
std::vector<std::string> template_kinds();

/// Writes a new plugin project with a component of that kind into the new folder `parent`/`name`;
/// returns that folder. Throws Error when it is there already.
std::string write_plugin_template(const std::string& kind, const std::string& name,
                                  const std::string& parent);

}  // namespace facet
