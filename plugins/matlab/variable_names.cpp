#include "variable_names.h"

#include <set>

#include "facet/text.h"
#include "facet/warning.h"

namespace facet::matlab {

namespace {

constexpr std::size_t longest = 63;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string variable_name(const std::string& name) {
  std::string own = name.empty() || !is_letter(name.front()) ? "x" + name : name;
  for (char& c : own)
    if (!is_letter(c) && !(c >= '0' && c <= '9')) c = '_';
  return own.substr(0, longest);
}

/// `name`, or with the first number that nobody has.
std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  std::string own = name;
  for (int i = 2; taken.contains(own); ++i) {
    const std::string number = "_" + std::to_string(i);
    own = name.substr(0, longest - number.size()) + number;
  }
  return own;
}

}  // namespace

std::vector<std::string> variable_names(const FileArrays& arrays) {
  std::set<std::string> taken;
  for (const FileArray& array : arrays)  // who can keep a name keeps it
    if (variable_name(array.name()) == array.name()) taken.insert(array.name());
  std::vector<std::string> names, changed;
  for (const FileArray& array : arrays) {
    const std::string plain = variable_name(array.name());
    names.push_back(plain == array.name() ? plain : free_name(plain, taken));
    taken.insert(names.back());
    if (names.back() != array.name())
      changed.push_back("'" + array.name() + "' as " + names.back());
  }
  if (!changed.empty())
    warn("a MATLAB variable is called by letters, digits and _: written is " + join(changed));
  return names;
}

}  // namespace facet::matlab
