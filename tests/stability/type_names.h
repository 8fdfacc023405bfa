#pragma once

#include <elfutils/libdw.h>

#include <string>

namespace facet {

// Entries of the debugging information (DWARF), in words.

/// The entry's own name; empty where it has none.
std::string name_of(Dwarf_Die& entry);

/// The type that the entry's attribute DW_AT_type leads to, as in C++: `const facet::Bins&`.
/// Typedefs are followed. `void` where there is none.
std::string type_name(Dwarf_Die& entry);

/// A name as everybody writes it: `std::vector<std::string>`.
std::string in_short(std::string name);

/// Whether the entry has that attribute, and it is true.
bool has_flag(Dwarf_Die& entry, unsigned attribute);

/// The number that the attribute holds; `otherwise` where the entry has none.
std::int64_t number_of(Dwarf_Die& entry, unsigned attribute, std::int64_t otherwise = 0);

}  // namespace facet
