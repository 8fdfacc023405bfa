#pragma once

#include <string>

namespace facet {

/// Throws Error, which begins with the name, where a file of a pack cannot be called `name`: a path
/// within the pack whose parts consist of letters, digits, '.', '_', '+' and '-' and begin with a
/// letter, a digit or '_'. So none is absolute, leads out, is hidden, looks like an option of a
/// program, or has a character that a terminal, a shell or another file system would take for
/// something else.
void require_pack_file_name(const std::string& name);

/// `name` as messages show it, whatever is in it, and cut where it is long.
std::string shown_file_name(const std::string& name);

}  // namespace facet
