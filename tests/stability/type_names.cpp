#include "stability/type_names.h"

#include <dwarf.h>

#include <cstdlib>
#include <regex>
#include <vector>

namespace facet {

namespace {

/// `facet::` of what stands within namespace facet; `facet::Labels::` within that class.
std::string scope_of(Dwarf_Die& entry) {
  Dwarf_Die* scopes = nullptr;
  const int count = dwarf_getscopes_die(&entry, &scopes);
  std::string scope;
  for (int i = count - 1; i > 0; --i) {  // the last is the file, the first the entry itself
    if (dwarf_tag(&scopes[i]) == DW_TAG_compile_unit) continue;
    const std::string name = name_of(scopes[i]);
    scope += (name.empty() ? "(unnamed)" : name) + "::";
  }
  std::free(scopes);
  return scope;
}

std::string name_of_type(Dwarf_Die type);

/// `T[3]`, `T[2][3]`
std::string array_name(Dwarf_Die& array) {
  std::string name = type_name(array);
  Dwarf_Die range;
  if (dwarf_child(&array, &range) != 0) return name + "[]";
  do {
    const std::int64_t count =
        number_of(range, DW_AT_count, number_of(range, DW_AT_upper_bound, -1) + 1);
    name += "[" + (count > 0 ? std::to_string(count) : "") + "]";
  } while (dwarf_siblingof(&range, &range) == 0);
  return name;
}

std::string name_of_type(Dwarf_Die type) {
  switch (dwarf_tag(&type)) {
    case DW_TAG_typedef: return type_name(type);
    case DW_TAG_const_type: return "const " + type_name(type);
    case DW_TAG_pointer_type: return type_name(type) + "*";
    case DW_TAG_reference_type: return type_name(type) + "&";
    case DW_TAG_rvalue_reference_type: return type_name(type) + "&&";
    case DW_TAG_array_type: return array_name(type);
    case DW_TAG_subroutine_type: return "function giving " + type_name(type);
    case DW_TAG_ptr_to_member_type: return "pointer to a member of type " + type_name(type);
    default: return scope_of(type) + name_of(type);
  }
}

}  // namespace

std::string name_of(Dwarf_Die& entry) {
  const char* name = dwarf_diename(&entry);
  return name ? name : "";
}

std::string type_name(Dwarf_Die& entry) {
  Dwarf_Attribute attribute;
  Dwarf_Die type;
  if (!dwarf_attr(&entry, DW_AT_type, &attribute) || !dwarf_formref_die(&attribute, &type))
    return "void";
  return in_short(name_of_type(type));
}

std::string in_short(std::string name) {
  static const std::vector<std::pair<std::regex, std::string>> ways = {
      {std::regex(" >"), ">"},
      {std::regex("\\blong int\\b"), "long"},
      {std::regex("std::(__cxx11::)?basic_string<char, std::char_traits<char>, "
                  "std::allocator<char>>"),
       "std::string"},
      {std::regex("std::basic_string_view<char, std::char_traits<char>>"), "std::string_view"},
      {std::regex(", std::allocator<(?:[^<>]|<[^<>]*>)*>>"), ">"}};
  for (const auto& [way, word] : ways) name = std::regex_replace(name, way, word);
  return name;
}

bool has_flag(Dwarf_Die& entry, unsigned attribute) {
  Dwarf_Attribute found;
  bool flag = false;
  return dwarf_attr(&entry, attribute, &found) && dwarf_formflag(&found, &flag) == 0 && flag;
}

std::int64_t number_of(Dwarf_Die& entry, unsigned attribute, std::int64_t otherwise) {
  Dwarf_Attribute found;
  Dwarf_Word number = 0;
  if (!dwarf_attr(&entry, attribute, &found) || dwarf_formudata(&found, &number) != 0)
    return otherwise;
  return static_cast<std::int64_t>(number);
}

}  // namespace facet
