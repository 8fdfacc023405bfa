#include "framework/packs/pack_file_name.h"

#include <algorithm>
#include <cctype>

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

namespace {

constexpr std::size_t longest_name = 200;

bool may_stand_in_names(unsigned char c) {
  return c < 128 && (std::isalnum(c) || c == '.' || c == '_' || c == '+' || c == '-');
}

/// What is wrong with a part of a path; empty: nothing.
std::string fault_of_part(const std::string& part) {
  if (part.empty()) return "has an empty part";
  if (part == "..") return "leads out of the pack ('..')";
  if (!std::all_of(part.begin(), part.end(), may_stand_in_names))
    return "has a character other than letters, digits, '.', '_', '+' and '-'";
  if (part[0] == '.' || part[0] == '-' || part[0] == '+')
    return "has a part that does not begin with a letter, a digit or '_'";
  return "";
}

std::string fault_of_name(const std::string& name) {
  if (name.empty()) return "is empty";
  if (name.size() > longest_name)
    return "is longer than " + std::to_string(longest_name) + " characters";
  if (name[0] == '/') return "is absolute";
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string fault = fault_of_part(name.substr(begin, end - begin));
    if (!fault.empty()) return fault;
    begin = end + 1;
  }
  return "";
}

}  // namespace

std::string shown_file_name(const std::string& name) {
  std::string shown = name.size() > longest_name ? name.substr(0, 60) + "..." : name;
  make_plain(shown);
  return shown;
}

void require_pack_file_name(const std::string& name) {
  const std::string fault = fault_of_name(name);
  if (!fault.empty()) throw Error("'" + shown_file_name(name) + "': the name " + fault);
}

}  // namespace facet
