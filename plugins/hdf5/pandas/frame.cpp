#include "frame.h"

#include <algorithm>
#include <map>

namespace facet::hdf5::pandas {

void add_columns(const Place& place, const std::vector<Name>& names,
                 const std::optional<Block>& block, const std::string& why_none,
                 std::vector<Column>& columns) {
  const bool fits = block && block->num_columns == static_cast<std::int64_t>(names.size());
  const auto shared = fits ? std::make_shared<BlockColumns>(*block) : nullptr;
  const std::string why = block && !fits
                              ? "is damaged: there are " + std::to_string(names.size()) +
                                    " names of " + std::to_string(block->num_columns) + " columns"
                              : why_none;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = place.prefix + joined(names[i]);
    columns.push_back({names[i], fits ? list_column(name, shared, static_cast<std::int64_t>(i))
                                      : FileArray::unreadable(name, why)});
  }
}

void sort_columns(std::vector<Column>& columns, const std::vector<Name>& order) {
  std::map<Name, std::size_t> places;
  for (std::size_t i = 0; i < order.size(); ++i) places.emplace(order[i], i);
  const auto place = [&](const Column& column) {
    const auto found = places.find(column.name);
    return found == places.end() ? order.size() : found->second;
  };
  std::stable_sort(columns.begin(), columns.end(),
                   [&](const Column& a, const Column& b) { return place(a) < place(b); });
}

}  // namespace facet::hdf5::pandas
