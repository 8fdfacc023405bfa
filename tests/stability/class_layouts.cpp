#include "stability/class_layouts.h"

#include <dwarf.h>
#include <fcntl.h>
#include <unistd.h>

#include <functional>
#include <set>

#include "facet/error.h"
#include "stability/type_names.h"

namespace facet {

namespace {

using Lines = std::set<std::string>;

void each_child(Dwarf_Die& entry, const std::function<void(Dwarf_Die&)>& function) {
  Dwarf_Die child;
  if (dwarf_child(&entry, &child) != 0) return;
  do function(child);
  while (dwarf_siblingof(&child, &child) == 0);
}

/// The place of a virtual function in its class's table; -1: it is not virtual.
std::int64_t place_in_table(Dwarf_Die& function) {
  Dwarf_Attribute attribute;
  Dwarf_Op* operations = nullptr;
  std::size_t count = 0;
  if (!dwarf_attr(&function, DW_AT_vtable_elem_location, &attribute) ||
      dwarf_getlocation(&attribute, &operations, &count) != 0 || count == 0)
    return -1;
  return static_cast<std::int64_t>(operations[0].number);
}

/// `sample(long, facet::Random&)`, with what it gives before it.
std::string signature(Dwarf_Die& function) {
  std::string parameters;
  each_child(function, [&](Dwarf_Die& child) {
    if (dwarf_tag(&child) != DW_TAG_formal_parameter || has_flag(child, DW_AT_artificial)) return;
    parameters += (parameters.empty() ? "" : ", ") + type_name(child);
  });
  return type_name(function) + " " + name_of(function) + "(" + parameters + ")";
}

void add_virtual_function(Dwarf_Die& function, const std::string& name, Lines& lines) {
  const std::int64_t place = place_in_table(function);
  if (place >= 0)
    lines.insert(name + " virtual " + std::to_string(place) + ": " + signature(function));
}

std::string offset_of(Dwarf_Die& member) {
  const std::string offset = std::to_string(number_of(member, DW_AT_data_member_location));
  return std::string(offset.size() < 4 ? 4 - offset.size() : 0, ' ') + offset;
}

void add_class(Dwarf_Die& entry, const std::string& name, Lines& lines) {
  lines.insert(name + " size " + std::to_string(dwarf_bytesize(&entry)));
  each_child(entry, [&](Dwarf_Die& child) {
    switch (dwarf_tag(&child)) {
      case DW_TAG_inheritance:
        lines.insert(name + " at " + offset_of(child) + ": base " + type_name(child));
        break;
      case DW_TAG_member:
        if (!has_flag(child, DW_AT_artificial))  // as the pointer to the table of functions is
          lines.insert(name + " at " + offset_of(child) + ": " + type_name(child) + " " +
                       name_of(child));
        break;
      case DW_TAG_subprogram: add_virtual_function(child, name, lines); break;
      default: break;
    }
  });
}

void add_enumeration(Dwarf_Die& entry, const std::string& name, Lines& lines) {
  each_child(entry, [&](Dwarf_Die& child) {
    if (dwarf_tag(&child) == DW_TAG_enumerator)
      lines.insert(name + " " + name_of(child) + " = " +
                   std::to_string(number_of(child, DW_AT_const_value)));
  });
}

/// What stands in a namespace or class `scope`. Templates are left out: each plugin compiles its
/// own.
void add_all_in(Dwarf_Die& scope_entry, const std::string& scope, Lines& lines) {
  each_child(scope_entry, [&](Dwarf_Die& child) {
    const std::string own = name_of(child), name = scope + "::" + own;
    if (own.empty() || own.find('<') != std::string::npos || has_flag(child, DW_AT_declaration))
      return;
    switch (dwarf_tag(&child)) {
      case DW_TAG_class_type:
      case DW_TAG_structure_type:
        add_class(child, name, lines);
        add_all_in(child, name, lines);
        break;
      case DW_TAG_enumeration_type: add_enumeration(child, name, lines); break;
      case DW_TAG_namespace: add_all_in(child, name, lines); break;
      default: break;
    }
  });
}

}  // namespace

std::vector<std::string> class_layouts(const std::string& library) {
  const int file = ::open(library.c_str(), O_RDONLY | O_CLOEXEC);
  Dwarf* dwarf = file < 0 ? nullptr : dwarf_begin(file, DWARF_C_READ);
  if (!dwarf) throw Error(library + ": has no debugging information that can be read");
  Lines lines;
  Dwarf_CU* unit = nullptr;
  Dwarf_Die top;
  while (dwarf_get_units(dwarf, unit, &unit, nullptr, nullptr, &top, nullptr) == 0)
    each_child(top, [&](Dwarf_Die& child) {
      if (dwarf_tag(&child) == DW_TAG_namespace && name_of(child) == "facet")
        add_all_in(child, "facet", lines);
    });
  dwarf_end(dwarf);
  ::close(file);
  return {lines.begin(), lines.end()};
}

}  // namespace facet
