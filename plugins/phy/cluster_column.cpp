#include "cluster_column.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>

#include "facet/text.h"

namespace facet::phy {

namespace {

template <class Number>
std::optional<Number> number_of(const std::string& cell) {
  Number number{};
  const char* end = cell.data() + cell.size();
  const auto [after, error] = std::from_chars(cell.data(), end, number);
  return error == std::errc() && after == end ? std::optional(number) : std::nullopt;
}

/// Of all cells; nothing where one is no such number.
template <class Number>
std::optional<std::vector<Number>> numbers_of(const Cells& cells, std::optional<Number> missing) {
  std::vector<Number> numbers;
  for (const std::string& cell : cells) {
    const auto number = cell.empty() ? missing : number_of<Number>(cell);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

FileArray cluster_column(const std::string& name, const Cells& cells) {
  const bool has_none =
      std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
  if (has_none) return FileArray::unreadable(name, "says nothing of any cluster that has spikes");
  if (const auto integers = numbers_of<std::int64_t>(cells, std::nullopt))
    return {name, at::tensor(*integers, at::kLong)};
  if (const auto numbers = numbers_of<double>(cells, std::numeric_limits<double>::quiet_NaN()))
    return {name, at::tensor(*numbers, at::kDouble)};
  for (std::string cell : cells)
    if (const std::string fault = make_plain(cell); !fault.empty())
      return FileArray::unreadable(name, "has " + fault + " in the cell '" + cell + "'");
  return FileArray::text(name, static_cast<std::int64_t>(cells.size()),
                         [cells] { return TextValues::of(cells); });
}

}  // namespace facet::phy
