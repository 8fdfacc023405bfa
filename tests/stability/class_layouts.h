#pragma once

#include <string>
#include <vector>

namespace facet {

/// The classes and enumerations of namespace facet in `library`, which has debugging information:
/// sizes, members with their offsets, virtual functions with their places in the table. Each line
/// can be read by itself; sorted.
std::vector<std::string> class_layouts(const std::string& library);

}  // namespace facet
