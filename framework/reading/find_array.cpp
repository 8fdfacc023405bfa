#include "framework/reading/find_array.h"

#include "facet/error.h"
#include "facet/text.h"

namespace facet {

const FileArray* find_array(const FileArrays& file, const std::string& name) {
  const FileArray* found = nullptr;
  for (const FileArray& array : file) {
    if (array.name() != name) continue;
    if (found)
      throw Error("'" + name +
                  "' is the name of several arrays: data.rename or a prefix in data.file tells "
                  "them apart");
    found = &array;
  }
  if (found && !found->why_unreadable().empty())
    throw Error("the array '" + name + "' " + found->why_unreadable());
  return found;
}

const FileArray& require_array(const FileArrays& file, const std::string& name) {
  if (const FileArray* found = find_array(file, name)) return *found;
  std::vector<std::string> names;
  for (const FileArray& array : file) names.push_back(array.name());
  throw Error("there is no array '" + name + "'" + did_you_mean(name, names) + " (it has " +
              (names.empty() ? "no arrays" : quoted(names)) + ")");
}

}  // namespace facet
