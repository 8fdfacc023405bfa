#pragma once

#include <string>

namespace facet::matlab {

/// Why a variable of a class such as `string` or `table`, of which the files hold handles that
/// nobody documents, is not read, and what to save of it instead.
std::string only_matlab_reads(const std::string& matlab_class, const std::string& name);

}  // namespace facet::matlab
