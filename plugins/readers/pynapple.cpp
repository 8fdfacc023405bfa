#include "pynapple.h"

#include <algorithm>
#include <string_view>

namespace facet {

namespace {

const FileArray* find(const FileArrays& arrays, std::string_view name) {
  const auto found = std::find_if(arrays.begin(), arrays.end(),
                                  [&](const FileArray& array) { return array.name() == name; });
  return found == arrays.end() ? nullptr : &*found;
}

bool is_readable(const FileArray* array) {
  return array && array->why_unreadable().empty();
}

/// The times, or the unit of each of them.
bool is_of_events(const FileArray& array) {
  return array.name() == "t" || array.name() == "index";
}

/// Samples have `d`; the columns of a TsGroup have a row for each unit.
bool are_events(const FileArrays& arrays) {
  const FileArray *times = find(arrays, "t"), *type = find(arrays, "type");
  const bool has_members = is_readable(times) && is_readable(find(arrays, "start")) &&
                           is_readable(find(arrays, "end")) && type && !is_readable(type) &&
                           !find(arrays, "d");
  if (!has_members || times->shape().size() != 1) return false;
  const FileArray* units = find(arrays, "index");
  if (units ? units->shape() != times->shape() : arrays.size() != 4) return false;
  return std::none_of(arrays.begin(), arrays.end(), [&](const FileArray& array) {
    return !is_of_events(array) && !array.shape().empty() && array.shape()[0] == times->shape()[0];
  });
}

}  // namespace

FileArrays without_pynapple_events(FileArrays arrays) {
  if (!are_events(arrays)) return arrays;
  for (FileArray& array : arrays)
    if (is_of_events(array))
      array = FileArray::unreadable(
          array.name(),
          "is of pynapple's events (a Ts or TsGroup), which have no row for each bin: save "
          "x.count(0.05).values, their counts in bins of 50 ms");
  return arrays;
}

}  // namespace facet
