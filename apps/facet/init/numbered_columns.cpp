#include "apps/facet/init/numbered_columns.h"

#include <algorithm>
#include <map>

#include "apps/facet/init/array_kinds.h"

namespace facet {

namespace {

constexpr std::size_t fewest = 4;

/// What stands before the number at the end of a name; the whole name where there is none.
std::string before_number(const std::string& name) {
  return name.substr(0, name.find_last_not_of("0123456789") + 1);
}

std::vector<std::string> names_in(const std::vector<const FileArray*>& columns) {
  std::vector<std::string> names;
  for (const FileArray* column : columns) names.push_back(column->name());
  return names;
}

bool has_others(const FileArrays& arrays, const std::string& start, std::size_t count) {
  return std::ranges::count_if(arrays, [&](const FileArray& array) {
           return array.name().starts_with(start);
         }) != static_cast<std::ptrdiff_t>(count);
}

}  // namespace

std::vector<NumberedColumns> numbered_columns(const FileArrays& arrays) {
  std::map<std::pair<std::string, std::int64_t>, std::vector<const FileArray*>> alike;
  for (const FileArray& array : arrays)
    if (is_column(array) && array.shape()[0] > 1 && before_number(array.name()) != array.name())
      alike[{before_number(array.name()), array.shape()[0]}].push_back(&array);
  std::vector<NumberedColumns> made;
  for (const auto& [key, columns] : alike) {
    const std::string& start = key.first;
    if (columns.size() < fewest) continue;
    const bool named_one_by_one = start.empty() || has_others(arrays, start, columns.size());
    made.push_back({named_one_by_one ? names_in(columns) : std::vector{start + "*"}, columns[0],
                    static_cast<std::int64_t>(columns.size())});
  }
  return made;
}

}  // namespace facet
