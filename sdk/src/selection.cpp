#include "facet/selection.h"

#include <cmath>

#include "facet/options.h"

namespace facet::detail {

namespace {

/// Whole numbers are written as integers.
Value index_or_time(double number) {
  constexpr double exact = 9007199254740992;  // 2^53
  const bool whole = std::trunc(number) == number && std::abs(number) < exact;
  return whole ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

}  // namespace

void assign(Selection& to, const Value& from) {
  to = {};
  if (from.is_text()) {
    to.condition = from.text();
    return;
  }
  for (const Value& item : from.list()) {
    if (item.is_list())
      to.ranges.push_back({item.list().at(0).number(), item.list().at(1).number()});
    else
      to.ranges.push_back({item.number(), item.number()});
  }
}

Value to_value(const Selection& from) {
  if (from.empty()) return {};
  if (!from.condition.empty()) return from.condition;
  Value::List list;
  for (const auto& [begin, end] : from.ranges) {
    const Value first = index_or_time(begin);
    list.push_back(begin == end ? first : Value(Value::List{first, index_or_time(end)}));
  }
  return list;
}

}  // namespace facet::detail
